"""docs/views.md names every field that a program can read."""

from dataclasses import fields
from pathlib import Path

import pytest

from chancery.views import Card, ChronologyRow, CommitmentRow, ForceRow, Found, HitRow, PositionRow, SourceRow, VoiceRow

PAGE = (Path(__file__).parents[2] / "docs" / "views.md").read_text("utf-8")


@pytest.mark.parametrize("kind", [Card, ChronologyRow, CommitmentRow, ForceRow, Found, HitRow, PositionRow, SourceRow, VoiceRow])
def test_every_field_is_described(kind: type) -> None:
    assert [field.name for field in fields(kind) if f"`{field.name}`" not in PAGE] == []
