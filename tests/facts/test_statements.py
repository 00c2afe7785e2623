"""Statements: a table of cases, and what holds for any text."""

import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chancery.analysis import analyse
from chancery.analysis.quotations import quotations
from chancery.capture import Source
from chancery.clean import Block, Document
from chancery.facts import Statement
from chancery.facts.statements import statements
from chancery.span import Span

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases/fr/statements.toml").read_text("utf-8"))
WRONG = pytest.mark.xfail(strict=True, reason="still read wrongly")
CASES = [*(pytest.param(case, id=case["about"]) for case in TABLE["case"]), *(pytest.param(case, id=case["about"], marks=WRONG) for case in TABLE["known"])]
FIELDS: dict[str, Callable[[Statement], str | None]] = {
    "speaker": lambda said: said.speaker,
    "via": lambda said: said.via,
    "addressee": lambda said: said.addressee,
    "occasion": lambda said: said.occasion,
    "place": lambda said: said.place,
    "day": lambda said: said.time.value if said.time else None,
    "voice": lambda said: said.voice.speaker,
}
"""What a case may tell of a statement; an empty string where the text does not say."""
PIECES = [
    "« ",
    " »",
    '"',
    "“",
    "”",
    "Jan Kowal",
    " a déclaré que ",
    "la paix",
    " tiendra",
    ", a-t-il dit",
    ". ",
    " : ",
    "\n\n",
    ", selon la police",
    " l'",
    "—",
]


def read(text: str, kind: Any = "body") -> tuple[Statement, ...]:
    document = Document(Source("case", "case", text), (Block(Span(0, len(text)), kind),), "fr")
    return statements(analyse(document))


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    text = case.get("context", "") + case["text"]
    found = read(text, case.get("block", "body"))
    assert [statement.evidence.of(text) for statement in found] == [expected["words"] for expected in case["says"]]
    for statement, expected in zip(found, case["says"], strict=True):
        assert statement.type == expected["type"]
        assert statement.anonymous == expected.get("anonymous", False)
        assert {field: FIELDS[field](statement) or "" for field in FIELDS if field in expected} == {
            field: told for field, told in expected.items() if field in FIELDS
        }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_is_read_without_overlap(text: str) -> None:
    found = read(text)
    assert all(0 <= statement.evidence.start < statement.evidence.end <= len(text) for statement in found)
    outer = [statement for statement in found if statement.voice.speaker is None]
    assert all(one.evidence.end <= other.evidence.start for one, other in pairwise(outer))
    inner = [statement for statement in found if statement.voice.speaker is not None]
    assert all(sum(around.evidence.contains(statement.evidence) for around in outer) == 1 for statement in inner)
    assert found == read(text)


@given(st.text(alphabet="ab «»“”\"'\n.", max_size=60))
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    document = Document(Source("case", "case", text), (Block(Span(0, len(text)), "body"),), "fr")
    found = quotations(document)
    assert all(quote.outer.contains(quote.inner) for quote in found)
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))


def test_thousands_of_quotations_take_linear_time() -> None:
    text = "« Nous partons », a dit Jan Kowal. " * 1500
    assert len(read(text)) > 1490
