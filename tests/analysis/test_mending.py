"""Trees mended: what cannot hang where it does is rehung, and a sound tree stays as it is; the trees are data."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.trees import tree
from chancery.analysis.mending import mend
from chancery.analysis.tokens import Token

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/fr/mending.toml").read_text("utf-8"))["case"]
RELATIONS = [
    "nsubj",
    "obj",
    "obl:mod",
    "xcomp",
    "ccomp",
    "conj",
    "acl:relcl",
    "advcl",
    "aux:tense",
    "aux:pass",
    "cop",
    "mark",
    "case",
    "cc",
    "punct",
    "amod",
]
WORDS = ["Rome", "-", "Bas", "que", ",", "»", "et", "paierait", "-t-il", "ont", "partir", "à", "se"]
FINITE = "Mood=Ind|Number=Plur|Person=3|VerbForm=Fin"
FEATURES = ["VerbForm=Inf", "VerbForm=Part|Tense=Past", FINITE, "PronType=Rel", "Number=Sing", "Reflex=Yes|Person=3"]
TAGS = ["VERB", "NOUN", "AUX", "PROPN", "PRON", "ADJ", "PUNCT", "SCONJ", "CCONJ", "ADP"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    rows = [line.split() for line in case["tree"].strip().splitlines()]
    before, after = tree(rows, spelt(rows)), tree(rows, spelt(rows))
    mend(after)
    changed = [token.text for old, token in zip(before, after, strict=True) if (old.head.index, old.dep) != (token.head.index, token.dep)]
    words = {token.text: token for token in after}
    assert [_hangs(words[word]) for word, *_ in case["hangs"]] == case["hangs"]
    assert case["hangs"] or not changed


def spelt(rows: list[list[str]]) -> str:
    """The words of a tree as a text; a hyphen of its own touches its neighbours."""
    return " ".join(row[0] for row in rows).replace(" - ", "-")


def _hangs(token: Token) -> list[str]:
    return [token.text, "" if token.head is token else token.head.text, token.dep]


@given(st.data())
def test_whatever_is_mended_stays_one_tree(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 9))
    order = data.draw(st.permutations(range(size)))
    rows: list[list[str]] = [[]] * size
    for place, index in enumerate(order):
        head = str(order[data.draw(st.integers(0, place - 1))] + 1) if place else "0"
        relation = data.draw(st.sampled_from(RELATIONS)) if place else "ROOT"
        word = data.draw(st.sampled_from(WORDS))
        rows[index] = [word, word, data.draw(st.sampled_from(TAGS)), head, relation, data.draw(st.sampled_from(FEATURES))]
    tokens = tree(rows, spelt(rows))
    mend(tokens)
    roots = [token for token in tokens if token.head is token]
    assert len(roots) == 1
    assert roots[0].subtree() == tokens
    assert all(child.head is token for token in tokens for child in token.children)
    assert all(token.children == sorted(token.children, key=lambda child: child.start) for token in tokens)
