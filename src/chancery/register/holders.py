"""The terms of office that the tables keep: the package's, and an analyst's that stand in for some of them."""

from collections import defaultdict
from collections.abc import Container, Iterable
from pathlib import Path

from chancery.register.tables import COLUMNS, Holder, cells, files
from chancery.register.terms import EVER

TABLES = ("holders", "holders_known")


def all_terms(folder: Path | None) -> list[Holder]:
    """The package's terms, those aside that an analyst's own stand in for, then the analyst's."""
    built_in: list[Holder] = []
    own: list[Holder] = []
    for table in TABLES:
        for part, path in zip((built_in, own), files(table, folder), strict=False):
            part.extend(Holder(*row) for _, row in cells(path, COLUMNS[table]))
    return [*standing(built_in, own), *own]


def standing(built_in: Iterable[Holder], own: Iterable[Holder]) -> list[Holder]:
    """The built-in terms that stand: an analyst's term stands in for one of the same person in the same office that it overlaps."""
    held: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for term in own:
        held[term.office, term.person].append(term)
    return [term for term in built_in if not any(_overlap(term, other) for other in held.get((term.office, term.person), ()))]


def _overlap(one: Holder, other: Holder) -> bool:
    """Whether two terms have days in common, or begin at the same time."""
    return one.start == other.start or (one.start < (other.end or EVER.last) and other.start < (one.end or EVER.last))


def by_office(terms: Iterable[Holder], several: Container[str]) -> dict[str, list[Holder]]:
    """The terms of each office; where it has one holder at a time, in order, each running one with the start of whoever follows."""
    found: dict[str, list[Holder]] = defaultdict(list)
    for term in terms:
        found[term.office].append(term)
    return {office: held if office in several else _closed(held) for office, held in found.items()}


def _closed(terms: list[Holder]) -> list[Holder]:
    """Terms by their starts; a running one is over, whenever its end was, once someone else has begun."""
    found: list[Holder] = []
    for term in sorted(terms, key=lambda term: (term.start, term.end, term.person)):
        if found and not found[-1].end and found[-1].person != term.person and found[-1].start < term.start:
            found[-1] = found[-1]._replace(until=term.start)
        found.append(term)
    return found
