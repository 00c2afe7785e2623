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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[Oslo](NOR) a promis de retirer ses soldats.", "2021-04-14"),
        ("[Oslo](NOR) avait promis de retirer ses soldats.", ""),
        ("[Oslo](NOR) a plusieurs fois promis de retirer ses soldats.", ""),
        ("{Lundi}(2021-04-12), [Oslo](NOR) a parlé de ses ports et promis de retirer ses soldats.", "2021-04-12"),
    ],
)
def test_the_day_of_a_promise_is_told_or_open(text: str, day: str) -> None:
    assert [str(found.time or "") for found in commitments(*read(text))] == [day]
