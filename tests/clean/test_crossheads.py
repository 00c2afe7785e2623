"""Headings between dashes inside joined paragraphs: cut out, nothing lost; the cases are data."""

import tomllib
from pathlib import Path

import pytest

from chancery.clean.crossheads import parted
from chancery.clean.document import Block
from chancery.clean.layout import layout_of
from chancery.languages import pack_for
from chancery.span import Span

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/fr/crossheads.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize(("text", "pieces", "captions"), [(case["text"], case["pieces"], case.get("captions", 0)) for case in CASES])
def test_case(text: str, pieces: list[str], captions: int) -> None:
    layout = layout_of(pack_for("fr"))
    found = list(parted([Block(Span(0, len(text)), "body")], text, layout))
    assert [block.span.of(text) for block in found] == pieces
    assert [block.kind for block in found].count("caption") == captions
    furniture = [Block(Span(0, len(text)), "furniture")]
    assert list(parted(furniture, text, layout)) == furniture
