"""What must hold of the rows of register files, one rule a function; each yields what breaks it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from chancery.register.holders import TABLES, standing
from chancery.register.spelling import fold, is_acronym
from chancery.register.tables import Holder, Row, parts
from chancery.register.terms import EVER, earliest, latest

WIKIDATA = re.compile(r"Q[1-9]\d*")
STATE = re.compile(r"[A-Z]{3}")
DAY = re.compile(r"\d{4}(-\d\d){0,2}")
FORMS = 4
"""Of an adjective: masculine, feminine, and both plurals."""
NEEDED = {
    "states": ("id", "name", "english"),
    "bodies": ("id", "name"),
    "groups": ("id", "names"),
    "organs": ("id", "names", "side"),
    "open_names": ("name",),
    "memberships": ("body", "member", "source", "checked"),
    "offices": ("id", "actor", "kind"),
    "holders": ("office", "person", "source", "checked"),
    "holders_known": ("office", "person", "source", "checked"),
    "names": ("name",),
}
"""Columns that may not be empty."""


class Problem(NamedTuple):
    """What is wrong with a row, or with a file as a whole (`line` 0)."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}{f':{self.line}' if self.line else ''}: {self.reason}"


class Placed(NamedTuple):
    """A row with its place; `own` if it is of the files that are checked, rather than of those they stand beside."""

    path: Path
    line: int
    row: Row
    own: bool

    def problem(self, reason: str) -> Problem:
        return Problem(self.path, self.line, reason)

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}"


Tables = dict[str, list[Placed]]


def _own(rows: Iterable[Placed]) -> Iterator[Placed]:
    return (placed for placed in rows if placed.own)


def _cells(tables: Tables) -> Iterator[Problem]:
    """What a cell must be, whatever the other rows say."""
    for table, rows in tables.items():
        for placed in _own(rows):
            row = placed.row
            yield from (placed.problem(f"{column} is empty") for column in NEEDED.get(table, ()) if not row[column])
            if row.get("wikidata") and not WIKIDATA.fullmatch(row["wikidata"]):
                yield placed.problem(f"{row['wikidata']!r} is no Wikidata id: it is Q and a number")
            if row.get("gender", "") not in ("", "m", "f"):
                yield placed.problem(f"gender is {row['gender']!r}; it is m, f or empty")
            yield from (placed.problem(said) for said in _days(row))


def _days(row: Row) -> Iterator[str]:
    """What is wrong with the days of a row."""
    bad = [column for column in ("start", "end", "checked") if row.get(column) and not _is_day(row[column])]
    yield from (f"{column} is {row[column]!r}; it is a day, a month or a year: 2021-06-30, 2021-06, 2021" for column in bad)
    if not bad and row.get("start") and row.get("end") and latest(row["end"], "") < earliest(row["start"], ""):
        yield f"it ends ({row['end']}) before it starts ({row['start']})"


def _is_day(value: str) -> bool:
    if not DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(earliest(value, ""))
    except ValueError:
        return False
    return True


def _ids(tables: Tables) -> Iterator[Problem]:
    """Ids: of one row each, whatever the table, and in the form that they have."""
    own_before: dict[str, Placed] = {}
    for table in ("states", "bodies", "groups", "organs", "offices"):
        for placed in _own(tables[table]):
            id_ = placed.row["id"]
            if id_ in own_before:
                yield placed.problem(f"{id_} stands in {own_before[id_]} too")
            own_before.setdefault(id_, placed)
    for placed in _own(tables["states"]):
        if not STATE.fullmatch(placed.row["id"]):
            yield placed.problem(f"{placed.row['id']!r} is no id of a state: it is three capitals, as in ISO 3166")
        for forms in parts(placed.row["adjectives"]):
            if forms.count("/") != FORMS - 1:
                yield placed.problem(f"{forms!r} are not {FORMS} forms: masculine/feminine/plural/feminine plural")
    for placed in _own(tables["offices"]):
        if placed.row["id"] != f"{placed.row['actor']}.{placed.row['kind']}":
            yield placed.problem(f"the id of this office is {placed.row['actor']}.{placed.row['kind']}, not {placed.row['id']!r}")


def _known(tables: Tables) -> Iterator[Problem]:
    """Ids that point to nothing."""
    actors = {placed.row["id"] for table in ("states", "bodies", "groups", "organs") for placed in tables[table]}
    offices = {placed.row["id"] for placed in tables["offices"]}
    bodies = {placed.row["id"] for placed in tables["bodies"]}
    for table, column, ids, of in (
        ("offices", "actor", actors, "states.csv, bodies.csv, organs.csv or groups.csv"),
        ("bodies", "whole", bodies, "bodies.csv"),
        ("organs", "side", actors, "states.csv, bodies.csv, organs.csv or groups.csv"),
        ("memberships", "body", bodies, "bodies.csv"),
        ("memberships", "member", actors, "states.csv or bodies.csv"),
        *((table, "office", offices, "offices.csv") for table in TABLES),
    ):
        for placed in _own(tables[table]):
            for id_ in parts(placed.row[column]):
                if id_ not in ids:
                    yield placed.problem(f"{column} {id_!r} is not in {of}")


def _names(tables: Tables) -> Iterator[Problem]:
    """Names that would point to two: nobody would be found by them. What `open_names.csv` leaves open is meant so."""
    left_open = {fold(placed.row["name"]) for placed in tables["open_names"]}
    actors: dict[str, dict[str, Placed]] = defaultdict(dict)
    for table, id_, columns in (
        ("states", "id", ("name", "names", "english", "nicknames")),
        ("bodies", "id", ("name", "names")),
        ("organs", "id", ("names",)),
        ("groups", "id", ("names",)),
        ("names", "name", ("name", "label", "aliases")),
    ):
        for placed in tables[table]:
            for name in dict.fromkeys(name for column in columns for name in parts(placed.row[column])):
                actors[name if is_acronym(name) else fold(name)].setdefault(placed.row[id_], placed)
    for name, bearers in actors.items():
        if len(bearers) > 1 and fold(name) not in left_open:
            for id_, placed in bearers.items():
                others = ", ".join(f"{other} ({where})" for other, where in bearers.items() if other != id_)
                if placed.own:
                    yield placed.problem(
                        f"{name!r} is a name of {id_} and of {others}; nobody would be found by it (open_names.csv leaves a name open)"
                    )


def _terms(tables: Tables) -> Iterator[Problem]:
    """Terms of an office that has one holder at a time: no two may certainly hold on one day."""
    several = {placed.row["id"] for placed in tables["offices"] if placed.row["several"]}
    held = [(placed, Holder(**placed.row)) for table in TABLES for placed in tables[table] if not list(_days(placed.row))]
    own = [term for placed, term in held if placed.own]
    stand = {id(term) for term in standing([term for placed, term in held if not placed.own], own)} | {id(term) for term in own}
    offices: dict[str, list[tuple[Placed, Holder]]] = defaultdict(list)
    for placed, term in held:
        if id(term) in stand and term.office not in several:
            offices[term.office].append((placed, term))
    for terms in offices.values():
        yield from _overlaps(terms)


def _memberships(tables: Tables) -> Iterator[Problem]:
    held: dict[tuple[str, str], list[tuple[Placed, Holder]]] = defaultdict(list)
    for placed in tables["memberships"]:
        row = placed.row
        if not list(_days(row)):
            held[row["body"], row["member"]].append((placed, Holder(row["body"], row["member"], "", row["start"], row["end"], "", "", "")))
    for rows in held.values():
        yield from _overlaps(rows)


def _overlaps(terms: list[tuple[Placed, Holder]]) -> Iterator[Problem]:
    """Rows that certainly hold on days of one before; a running term is over once someone else begins."""
    last: tuple[Placed, Holder] | None = None
    for placed, term in sorted(terms, key=lambda pair: (latest(pair[1].start, EVER.first), pair[1].end or EVER.last)):
        first, end = latest(term.start, EVER.first), earliest(term.end, EVER.last)
        if last is not None and (placed.own or last[0].own):
            followed = not last[1].end and last[1].person != term.person and last[1].start < term.start
            if not followed and first < min(end, earliest(last[1].end, EVER.last)):
                teller = placed if placed.own else last[0]
                yield teller.problem(f"{term.office}: {_told(placed, term)} overlaps {_told(*last)}")
        if last is None or not last[1].end or end >= earliest(last[1].end, EVER.last):
            last = placed, term


def _told(placed: Placed, term: Holder) -> str:
    return f"{term.person} {term.start or '…'}/{term.end or '…'} ({placed})"


RULES: tuple[Callable[[Tables], Iterator[Problem]], ...] = (_cells, _ids, _known, _names, _terms, _memberships)
"""What `checking` goes through."""
