"""Whom the text around a figure of nobody tells of."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analysis import analyse
from chancery.capture import Source
from chancery.clean import clean
from chancery.facts.fact import Figure
from chancery.facts.figures import figures

GROUPS = tomllib.loads((Path(__file__).parents[1] / "cases/fr/about.toml").read_text("utf-8"))["case"]
CASES = [(group["about"], text, actor) for group in GROUPS for text, actor in group["cases"]]
SENTENCES = [
    "Le Ghana a rouvert son port.",
    "Au Kenya, les marchés étaient pleins.",
    "Quelque 90 étals ont été dressés.",
    "L'Islande envoie 30 soldats.",
    "Trente élus ont voté.",
    "Rien ne bouge.",
]


def read(text: str) -> tuple[Figure, ...]:
    return figures(analyse(clean(Source("about", "about", text))), ())


@pytest.mark.parametrize(("about", "text", "actor"), CASES)
def test_case(about: str, text: str, actor: str) -> None:
    assert ",".join(read(text)[-1].about) == actor, about


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
def test_only_whom_the_text_names_and_only_of_what_is_nobodys(sentences: list[str]) -> None:
    named = {"GHA", "KEN", "ISL"}
    for figure in read("Nouvelles\n\n" + " ".join(sentences)):
        assert set(figure.about) <= named
        assert not (figure.about and figure.who)
