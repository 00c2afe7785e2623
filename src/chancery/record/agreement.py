"""Figures about the same thing, compared. Only what is surely about the same thing is compared at all; else nothing is said."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from chancery.facts import Figure
from chancery.record.types import KeptFact

Relation = Literal["agree", "changed since", "conflict"]
ABOUT = 0.1
"""How far two figures may lie apart and still agree, where a text says "about": a tenth, the step in which the press rounds."""
EXACT = 0.005
"""And where it does not: half a percent, for what is rounded in print."""
CROWD = 200
"""Figures of one thing that are compared with each other; the first by day."""
Topic = tuple[str, str, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two figures of the same thing, the earlier first."""

    one: KeptFact
    other: KeptFact
    relation: Relation


def agreements(figures: Iterable[KeptFact], family: Mapping[str, str]) -> list[Agreement]:
    """How figures of the same thing stand to each other; `family` gives each document's root, for copies do not confirm each other."""
    topics: dict[Topic, list[KeptFact]] = {}
    for kept in figures:
        if topic := topic_of(kept.fact):
            topics.setdefault(topic, []).append(kept)
    found = []
    for topic in sorted(topics):
        ordered = sorted(topics[topic], key=lambda kept: kept.order)[:CROWD]
        for one, other in combinations(ordered, 2):
            if family.get(one.document.id, one.document.id) != family.get(other.document.id, other.document.id) and (
                relation := _relation(one, other)
            ):
                found.append(Agreement(one, other, relation))
    return found


def topic_of(fact: object) -> Topic | None:
    """What is counted, in what, whose and where; None if the text does not say enough to compare."""
    if not isinstance(fact, Figure) or fact.value is None or not fact.what or not (fact.who or fact.where):
        return None
    return (folded(fact.what), folded(fact.unit or ""), tuple(sorted(fact.who)), folded(fact.where or ""))


def folded(text: str) -> str:
    """Without case and accents.

    >>> folded("Élysée")
    'elysee'
    """
    return "".join(letter for letter in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(letter))


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
