"""The register's tables as they lie in CSV files: the package's own, then an analyst's."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from chancery.errors import UsageError

DATA = Path(__file__).parent / "data"
Row = dict[str, str]


class Holder(NamedTuple):
    """One person's time in an office, half-open. Days, months or years as far as they are known; empty where unknown."""

    office: str
    person: str
    """The name as the French press writes it."""
    wikidata: str
    start: str
    end: str
    """The first day on which the term is over; empty if it was still running when checked."""
    gender: str
    """`m`, `f` or empty."""
    source: str
    checked: str
    """The month up to which the row is known to be kept."""
    until: str = ""
    """For a term whose end is not kept: the day, month or year in which someone else is known to have begun."""

    @property
    def id(self) -> str:
        """The actor's id.

        >>> Holder("NATO.secretary_general", "Jens Stoltenberg", "", "2014-10-01", "", "m", "", "").id
        'person:Jens Stoltenberg'
        """
        return f"person:{self.person}"


MANY = "many"


class Office(NamedTuple):
    """A function at a state or body: `USA.foreign_minister`."""

    id: str
    actor: str
    """The state or body that its holder acts for."""
    kind: str
    style: str
    """What tells titles of one kind apart: `president` or `monarch` for heads of state (`realm` where another state's monarch is); else empty."""
    several: str = ""
    """`yes` where it has several holders at once (spokespersons, deputy ministers), MANY where so many that no surname alone means one (deputies)."""


COLUMNS: dict[str, tuple[str, ...]] = {
    "states": ("id", "wikidata", "name", "article", "names", "english", "adjectives", "capitals", "seats", "nicknames", "english_adjectives"),
    "bodies": ("id", "wikidata", "name", "names", "english", "nicknames", "kind", "whole"),
    "groups": ("id", "type", "names", "sides", "english"),
    "organs": ("id", "type", "names", "side", "english"),
    "open_names": ("name", "because"),
    "memberships": ("body", "member", "start", "end", "source", "checked"),
    "offices": ("id", "actor", "kind", "style", "several"),
    "holders": ("office", "person", "wikidata", "start", "end", "gender", "source", "checked"),
    "holders_known": ("office", "person", "wikidata", "start", "end", "gender", "source", "checked"),
    "names": ("label", "name", "aliases"),
}
OPTIONAL = frozenset(("english", "english_adjectives", "several", "whole"))
"""Columns that a file may do without."""


def read(table: str, folder: Path | None) -> Iterator[Row]:
    """The rows of a table: the package's, then those of the analyst's folder if it has that file.

    Raises UsageError if a file lacks a column or cannot be read.
    """
    for path in files(table, folder):
        yield from (row for _, row in numbered(path, COLUMNS[table]))


def files(table: str, folder: Path | None) -> list[Path]:
    """The files that hold a table: the package's, then the analyst's if there is one."""
    own = folder / f"{table}.csv" if folder is not None else None
    return [DATA / f"{table}.csv", *([own] if own is not None and own.exists() else [])]


def numbered(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """The rows of one file, each with the line it ends on; cells that are missing are empty.

    Raises UsageError if the file lacks a column or cannot be read.
    """
    return ((line, dict(zip(columns, row, strict=True))) for line, row in cells(path, columns))


def cells(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """As `numbered`, but of each row its cells alone, in the order of the columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            missing = [column for column in columns if column not in header and column not in OPTIONAL]
            if missing:
                raise UsageError(
                    f"the columns {', '.join(missing)} are missing", where=str(path), hint=f"a register file starts with {','.join(columns)}"
                )
            places = [header.index(column) if column in header else len(header) for column in columns]
            whole = len(columns) if header == list(columns) else 0
            for row in reader:
                if row and len(row) == whole:  # as nearly every row is; three times as quick
                    yield reader.line_num, row
                elif row:
                    yield reader.line_num, [row[place] if place < len(row) else "" for place in places]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"cannot be read: {error}", where=str(path), hint="register files are CSV in UTF-8") from error


def parts(cell: str) -> list[str]:
    """The values of a cell that holds several, parted by bars."""
    return [part for part in cell.split("|") if part]
