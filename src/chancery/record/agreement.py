"""Figures about the same thing, compared. Only what is surely about the same thing is compared at all; else nothing is said."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from chancery.facts import Figure
from chancery.record.types import KeptFact
from chancery.register import fold

Relation = Literal["agree", "part of", "changed since", "conflict"]
Members = Callable[[str], Sequence[str]]
"""The states that belong to a body."""
ABOUT = 0.1
"""How far two figures may lie apart and still agree, where a text says "about": a tenth, the step in which the press rounds."""
EXACT = 0.005
"""And where it does not: half a percent, for what is rounded in print."""
CROWD = 200
"""Figures of one thing that are compared with each other; the first by day."""
Topic = tuple[str, str, str]
"""What is counted, in what, where."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two figures of the same thing, the earlier first; for "part of", the part first."""

    one: KeptFact
    other: KeptFact
    relation: Relation


def agreements(figures: Iterable[KeptFact], family: Mapping[str, str], members: Members = lambda _: ()) -> list[Agreement]:
    """How figures of the same thing stand to each other; `family` gives each document's root, for copies do not confirm each other."""
    topics: dict[Topic, list[KeptFact]] = {}
    for kept in figures:
        if topic := topic_of(kept.fact):
            topics.setdefault(topic, []).append(kept)
    found = []
    for topic in sorted(topics):
        ordered = sorted(topics[topic], key=lambda kept: kept.order)[:CROWD]
        for one, other in combinations(ordered, 2):
            if family.get(one.document.id, one.document.id) != family.get(other.document.id, other.document.id):
                found.append(_compared(one, other, members))
    return [each for each in found if each]


def topic_of(fact: object) -> Topic | None:
    """What is counted, in what, whose and where; None if the text does not say enough to compare."""
    if not isinstance(fact, Figure) or fact.value is None or not fact.what or not (fact.who or fact.where):
        return None
    return (fold(fact.what), fold(fact.unit or ""), fold(fact.where or ""))


def _compared(one: KeptFact, other: KeptFact, members: Members) -> Agreement | None:
    """The two, if they are of the same people, or one's are among the other's."""
    ours, theirs = one.fact, other.fact
    assert isinstance(ours, Figure)
    assert isinstance(theirs, Figure)
    if set(ours.who) == set(theirs.who):
        relation = _relation(one, other)
        return Agreement(one, other, relation) if relation else None
    for part, whole in ((one, other), (other, one)):
        if _is_part(part, whole, members):
            return Agreement(part, whole, "part of")
    return None


def _is_part(part: KeptFact, whole: KeptFact, members: Members) -> bool:
    """Whether a member's count lies within its body's, at one place on one day."""
    few, many = part.fact, whole.fact
    if not isinstance(few, Figure) or not isinstance(many, Figure) or len(few.who) != 1 or len(many.who) != 1 or not few.where:
        return False
    day = part.day.exact if part.day else None
    if day is None or not whole.day or day != whole.day.exact or few.who[0] not in members(many.who[0]):
        return False
    return (few.value or 0) <= (many.value_max or many.value or 0)


def _relation(one: KeptFact, other: KeptFact) -> Relation | None:
    """A difference is a conflict only where both speak of one day, a change only where both say of which."""
    if _alike(one.fact, other.fact):
        return "agree"
    ours, theirs = one.fact.time, other.fact.time
    if ours and theirs and ours.last and theirs.first and ours.last < theirs.first:
        return "changed since"
    days = one.day.exact if one.day else None, other.day.exact if other.day else None
    return "conflict" if days[0] and days[0] == days[1] else None


def _alike(one: object, other: object) -> bool:
    """Whether the two can be the same number, ranges and roundings allowed for."""
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.value is None or other.value is None:
        return False
    room = ABOUT if one.approximate or other.approximate else EXACT
    slack = room * max(abs(one.value), abs(other.value))
    return one.value <= (other.value_max or other.value) + slack and other.value <= (one.value_max or one.value) + slack
