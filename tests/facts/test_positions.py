"""Positions: what marked sentences tell; the cases are data."""

import tomllib
from pathlib import Path

import pytest

from chancery.facts.fact import Position
from chancery.facts.positions import positions
from facts.marked import read

CASES = Path(__file__).parents[1] / "cases/fr/positions.toml"
LINES = [(group["about"], text, expected) for group in tomllib.loads(CASES.read_text("utf-8"))["case"] for text, expected in group["cases"]]


def told(position: Position) -> list[object]:
    return [position.stance, list(position.holders), list(position.towards), position.issue, position.condition or ""]


@pytest.mark.parametrize("index", range(len(LINES)), ids=[text[:60] for _, text, _ in LINES])
def test_case(index: int) -> None:
    about, text, expected = LINES[index]
    analysis, said = read(text)
    assert [told(position) for position in positions(analysis, said)] == expected, about
