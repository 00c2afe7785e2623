"""Statements: a table of cases, and what holds for any text."""

import tomllib
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

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/fr/statements.toml").read_text("utf-8"))["case"]
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_case(case: dict[str, Any]) -> None:
    text = case.get("context", "") + case["text"]
    found = read(text, case.get("block", "body"))
    assert [statement.evidence.of(text) for statement in found] == [expected["words"] for expected in case["says"]]
    for statement, expected in zip(found, case["says"], strict=True):
        assert statement.type == expected["type"]
        assert statement.anonymous == expected.get("anonymous", False)
        for field in ("speaker", "via"):
            if field in expected:
                assert getattr(statement, field) == expected[field]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_is_read_without_overlap(text: str) -> None:
    found = read(text)
    assert all(0 <= statement.evidence.start < statement.evidence.end <= len(text) for statement in found)
    assert all(one.evidence.end <= other.evidence.start for one, other in pairwise(found))
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
