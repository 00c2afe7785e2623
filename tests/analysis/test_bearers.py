"""Whom roles and nouns of bodies without a name mean: a table of cases, read from raw text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from chancery.analysis import Analysis, analyse
from chancery.capture import Source
from chancery.clean import Block, Document
from chancery.clean.document import Published
from chancery.edtf import Edtf
from chancery.span import Span

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "fr" / "bearers.toml").read_text("utf-8"))["case"]


def read(case: dict[str, Any]) -> Analysis:
    text = f"{case['headline']}\n\n{case['text']}"
    head = len(case["headline"])
    blocks = (Block(Span(0, head), "headline"), Block(Span(head + 2, len(text)), "body"))
    published = Published(Edtf.parse(case["day"]), "given") if "day" in case else None
    return analyse(Document(Source("case", "case", text), blocks, "fr", published))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["about"]) for case in CASES])
def test_roles_mean_whom_the_text_tells(case: dict[str, Any]) -> None:
    analysis = read(case)
    for words, actor in case["means"].items():
        found = [item.actor for item in (*analysis.references, *analysis.mentions) if item.span.of(analysis.text) == words]
        wanted = actor if isinstance(actor, list) else [actor] if actor else []
        assert [one for one in found if one] == wanted, found
    for words, sides in case.get("sides", {}).items():
        told = [item.sides for item in (*analysis.references, *analysis.mentions) if item.span.of(analysis.text) == words]
        assert told == [tuple(one) for one in (sides if sides and isinstance(sides[0], list) else [sides])], told


def test_there_are_near_misses() -> None:
    assert sum(not actor for case in CASES for actor in case["means"].values()) >= 5
