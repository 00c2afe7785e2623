"""Meetings: what marked sentences tell; the cases are data."""

import tomllib
from pathlib import Path

import pytest

from chancery.facts.fact import Meeting
from chancery.facts.meetings import meetings
from facts.marked import read

CASES = Path(__file__).parents[1] / "cases/fr/meetings.toml"
LINES = [(group["about"], text, expected) for group in tomllib.loads(CASES.read_text("utf-8"))["case"] for text, expected in group["cases"]]


def told(meeting: Meeting) -> list[object]:
    return [meeting.status, meeting.body or "", list(meeting.participants), meeting.place or "", str(meeting.time or ""), meeting.format or ""]


@pytest.mark.parametrize("index", range(len(LINES)), ids=[text[:60] for _, text, _ in LINES])
def test_case(index: int) -> None:
    about, text, expected = LINES[index]
    analysis, said = read(text)
    assert [told(meeting) for meeting in meetings(analysis, said)] == expected, about
