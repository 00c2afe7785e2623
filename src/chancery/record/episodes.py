"""One happening in the world, with every event or meeting that reports it.

Two tellings are one happening if they are of one kind, on one known day, one in status, and done by the same: where both
name people, by the same people. What the copies of a text say in the same words is one happening as well, whatever is known of its day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from chancery.facts import Event, Fact, Meeting
from chancery.record.groups import grouped
from chancery.record.repeated import repeated
from chancery.record.types import KeptFact, known

REAL = ("actual", "past", "held")
"""Statuses of what has happened; all others stay apart from it and from each other."""
MEETS = "CONSULT"
"""PLOVER's type for a meeting."""
CROWD = 300
"""Tellings of one day and type that are compared with each other; those known first, so that what is known later changes nothing among them."""


@dataclass(frozen=True, slots=True)
class Episode:
    """The tellings of one happening; the first leads."""

    tellings: tuple[KeptFact, ...]
    sources: int
    """Independent ones: copies of one dispatch count once."""

    @property
    def lead(self) -> KeptFact:
        return self.tellings[0]

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(kept.document.id for kept in self.tellings))


def episodes(facts: Iterable[KeptFact], family: Mapping[str, str]) -> list[Episode]:
    """The happenings that events and meetings tell of, by day; `family` gives each document's root."""
    ordered = sorted(facts, key=precedence)
    by_id = {kept.id: kept for kept in ordered}
    told_again = repeated(sorted(ordered, key=lambda kept: kept.order), family)
    groups = grouped(by_id, [*same_happening(by_id.values()), *told_again])
    made = (_episode([by_id[each] for each in group], family) for group in groups)
    return sorted(made, key=lambda episode: episode.lead.order)


def _episode(tellings: list[KeptFact], family: Mapping[str, str]) -> Episode:
    roots = {family.get(kept.document.id, kept.document.id) for kept in tellings}
    return Episode(tuple(tellings), len(roots))


def without_twins(facts: Iterable[KeptFact]) -> list[KeptFact]:
    """The facts without the events that only say once more that there was a meeting: a consultation told in the words of a meeting."""
    listed = list(facts)
    meetings: dict[str, list[KeptFact]] = {}
    for kept in listed:
        if isinstance(kept.fact, Meeting):
            meetings.setdefault(kept.document.reading, []).append(kept)
    return [kept for kept in listed if not _is_twin(kept, meetings.get(kept.document.reading, ()))]


def _is_twin(kept: KeptFact, meetings: Iterable[KeptFact]) -> bool:
    told = kept.fact
    if not isinstance(told, Event) or told.type != MEETS:
        return False
    return any(told.evidence.overlaps(meeting.fact.evidence) for meeting in meetings)


def precedence(kept: KeptFact) -> tuple[bool, date, str, int, str]:
    """What an outlet says itself leads, then the earliest."""
    return (kept.fact.voice.speaker is not None, kept.document.last_day or date.max, kept.document.id, kept.fact.evidence.start, kept.id)


def same_happening(facts: Iterable[KeptFact]) -> Iterator[tuple[str, str]]:
    """Pairs of tellings of one happening, by id. Which pairs hold among the facts known on a day does not depend on what becomes known later."""
    buckets: dict[tuple[str, str, date], list[KeptFact]] = {}
    for kept in facts:
        if (day := kept.fact.time.exact if kept.fact.time else None) and (kind := _kind(kept.fact)):
            buckets.setdefault((*kind, day), []).append(kept)
    for bucket in buckets.values():
        for one, other in combinations(sorted(bucket, key=known)[:CROWD], 2):
            if _same(one.fact, other.fact):
                yield one.id, other.id


def _kind(fact: Fact) -> tuple[str, str] | None:
    """Type and status, as far as they keep happenings apart."""
    match fact:
        case Event(type=type_, status=status) | Meeting(kind=type_, status=status):
            return type_, "real" if status in REAL else status
        case _:
            return None


def _same(one: Fact, other: Fact) -> bool:
    match one, other:
        case Event(), Event():
            targets = not one.targets or not other.targets or _share(one.targets, other.targets)
            return targets and _share(one.agents, other.agents)
        case Meeting(), Meeting():
            if one.body and other.body:
                return one.body == other.body
            return len(set(one.participants) & set(other.participants)) >= 2
        case _:
            return False


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the same stand in both; people count before the states they act for."""
    people = [{actor for actor in side if actor.startswith("person:")} for side in (one, other)]
    return bool(people[0] & people[1]) if all(people) else bool(set(one) & set(other))
