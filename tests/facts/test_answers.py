"""Answers: which positions of marked documents were answered, and with what words; the cases are data."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from chancery.facts.positions import positions
from facts.marked import read

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/fr/answers.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    analysis, said = read(*case["lines"])
    assert [[position.stance, position.response or ""] for position in positions(analysis, said)] == case["answers"]
