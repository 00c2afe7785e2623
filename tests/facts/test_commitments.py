"""Commitments: what marked sentences tell; the cases are data."""

import tomllib
from pathlib import Path

import pytest

from chancery.facts.commitments import commitments
from chancery.facts.fact import Commitment
from facts.marked import read

CASES = Path(__file__).parents[1] / "cases/fr/commitments.toml"
LINES = [(group["about"], text, expected) for group in tomllib.loads(CASES.read_text("utf-8"))["case"] for text, expected in group["cases"]]


def told(commitment: Commitment) -> list[object]:
    return [
        commitment.type,
        list(commitment.who),
        commitment.what,
        str(commitment.start or ""),
        str(commitment.deadline or ""),
        commitment.condition or "",
    ]


@pytest.mark.parametrize("index", range(len(LINES)), ids=[text[:60] for _, text, _ in LINES])
def test_case(index: int) -> None:
    about, text, expected = LINES[index]
    analysis, said = read(text)
    assert [told(commitment) for commitment in commitments(analysis, said)] == expected, about
