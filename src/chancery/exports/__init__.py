"""Answers to other tools: one format a file, each behind the entry points `chancery.exporters`."""

from collections.abc import Sequence
from typing import Protocol, TextIO

from chancery.plugins import load


class Answer(Protocol):
    """A row of any view: a frozen dataclass that knows what a table shows of it."""

    def cells(self) -> dict[str, str]:
        """What a table shows, by heading, in order."""


class Exporter(Protocol):
    """The fifth of the doors' contracts: rows to text."""

    def __call__(self, rows: Sequence[Answer], out: TextIO) -> None:
        """Write all of the rows."""


def export(rows: Sequence[Answer], form: str, out: TextIO) -> None:
    """Write the rows in that format; raises PluginError if none of that name is installed."""
    exporter: Exporter = load("exporters", form)
    exporter(rows, out)
