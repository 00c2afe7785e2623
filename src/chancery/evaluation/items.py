"""Annotations as they are compared: JSON files read, and checked where they come in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from chancery.errors import UsageError
from chancery.span import Span

SPAN_FIELDS: Final = ("statements", "times", "figures", "entities", "events", "positions", "commitments", "meetings")
"""The keys of the annotation format whose items have a place in the text."""


@dataclass(frozen=True, slots=True)
class Item:
    """One annotation: its place, and what it says."""

    span: Span
    says: Mapping[str, Any]
    """All its keys but those of its place."""
    also: tuple[Span, ...] = ()
    """Other places that count as right."""
    core: bool = True
    """False for what neither helps nor hurts."""

    def __getitem__(self, key: str) -> Any:
        """What it says under that key; None if nothing."""
        return self.says.get(key)

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.span, *self.also)


@dataclass(frozen=True, slots=True)
class Annotated:
    """What one file says of one document."""

    id: str
    items: Mapping[str, tuple[Item, ...]]
    """By field; a field that the file leaves out is not there."""
    blocks: tuple[Item, ...] | None = None
    scare_quotes: tuple[Item, ...] = ()
    says: Mapping[str, Any] = field(default_factory=dict)


def read_annotated(path: Path) -> Annotated:
    """The annotations of a file in the annotation format; raises UsageError where it is not in it."""
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(f"not annotations in JSON: {error}", where=str(path)) from error
    if not isinstance(told, dict):
        raise UsageError("not annotations: a JSON object is expected", where=str(path))
    items = {name: _items(told[name], name, path) for name in SPAN_FIELDS if name in told}
    blocks = _items(told["blocks"], "blocks", path) if "blocks" in told else None
    scares = _items(told.get("scare_quotes"), "scare_quotes", path)
    return Annotated(
        path.stem, items, blocks, scares, {key: value for key, value in told.items() if key not in (*SPAN_FIELDS, "blocks", "scare_quotes")}
    )


def _items(told: Any, name: str, path: Path) -> tuple[Item, ...]:
    try:
        return tuple(_item(entry) for entry in told or ())
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"an item of {name} has no proper place: {error}", where=str(path), hint="each needs whole numbers start <= end") from error


def _item(told: Mapping[str, Any]) -> Item:
    start, end = told["start"], told["end"]
    if not (isinstance(start, int) and isinstance(end, int)):
        raise TypeError(f"start {start!r}, end {end!r}")
    says = {key: value for key, value in told.items() if key not in ("start", "end", "also", "core")}
    return Item(Span(start, end), says, tuple(Span(first, last) for first, last in told.get("also", ())), bool(told.get("core", True)))
