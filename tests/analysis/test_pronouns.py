"""Whom pronouns stand for, read with the French pack's own syntax."""

import tomllib
from pathlib import Path

import pytest

from chancery.analysis import analyse
from chancery.capture import Source
from chancery.clean import clean

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/fr/pronouns.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize(("text", "pronoun", "actor"), [pytest.param(*row, id=row[0]) for case in CASES for row in case["rows"]])
def test_a_pronoun_stands_for_the_actor_or_for_none(text: str, pronoun: str, actor: str) -> None:
    analysis = analyse(clean(Source("a", "a", text)))
    at = text.rindex(pronoun)
    found = [reference.actor or "" for reference in analysis.references if (reference.span.start, reference.span.end) == (at, at + len(pronoun))]
    assert (found or [""]) == [actor]
