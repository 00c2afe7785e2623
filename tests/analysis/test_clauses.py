"""Clauses: what is read off a tree, tolerant of what a parser makes of it; the trees are data."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.trees import tree
from chancery.analysis import clauses
from chancery.analysis.inflection import tense
from chancery.analysis.tokens import Token

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/fr/clauses.toml").read_text("utf-8"))["case"]
ASKED = [(case, word, expected) for case in CASES for word, expected in case["asked"]]
RELATIONS = ["nsubj", "obj", "obl:mod", "xcomp", "ccomp", "conj", "acl:relcl", "advcl", "aux:tense", "aux:pass", "cop", "mark", "case", "punct"]


@pytest.mark.parametrize(("case", "word", "expected"), ASKED, ids=[word for _, word, _ in ASKED])
def test_case(case: dict[str, Any], word: str, expected: dict[str, Any]) -> None:
    tokens = tree([line.split() for line in case["tree"].strip().splitlines()], case["text"])
    verb = next(token for token in tokens if token.text == word)
    answers = {
        "subject": _text(clauses.subject(verb)),
        "doer": _text(clauses.doer(verb)),
        "objects": [token.text for token in clauses.objects(verb)],
        "tense": tense(verb),
        "negated": clauses.is_negated(verb),
        "passive": clauses.is_passive(verb),
        "conditional": clauses.is_conditional(verb, frozenset(("si", "s'"))),
        "clause": clauses.clause_span(verb).of(case["text"]),
    }
    assert {name: answers[name] for name in expected} == expected


def _text(token: Token | None) -> str | None:
    return token.text if token else None


@given(st.data())
def test_any_tree_is_read_without_end_or_error(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 7))
    rows = []
    for index in range(size):
        head = data.draw(st.integers(0, index)) if index else 0
        pos = data.draw(st.sampled_from(["VERB", "NOUN", "AUX", "PROPN", "PRON", "ADJ", "PUNCT"]))
        features = data.draw(st.sampled_from(["VerbForm=Inf", "VerbForm=Part|Tense=Past", "Mood=Ind|Tense=Pres|VerbForm=Fin", "PronType=Rel"]))
        rows.append([f"w{index}", f"w{index}", pos, str(head), data.draw(st.sampled_from(RELATIONS)) if head else "root", features])
    text = " ".join(row[0] for row in rows)
    tokens = tree(rows, text)
    for token in tokens:
        clauses.subject(token), clauses.doer(token), clauses.objects(token), clauses.is_negated(token), tense(token)
        for span in (clauses.clause_span(token), clauses.content_span(token), clauses.noun_phrase(token)):
            assert span.contains(token.span)
        assert token not in clauses.run_on(token, tokens)
