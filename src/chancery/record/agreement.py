"""Figures about the same thing, compared. Only what is surely about the same thing is compared at all; else nothing is said."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Literal

from chancery.errors import UnknownLanguage
from chancery.facts import Figure
from chancery.languages import pack_for
from chancery.record.types import KeptFact, known
from chancery.register import fold, register_for

Relation = Literal["agree", "part of", "changed since", "conflict"]
Members = Callable[[str], Sequence[str]]
"""The states that belong to a body."""
ABOUT = 0.1
"""How far two figures may lie apart and still agree, where a text says "about": a tenth, the step in which the press rounds."""
EXACT = 0.005
"""And where it does not: half a percent, for what is rounded in print."""
SEASON = 92
"""Days that figures of one thing may lie apart to be compared, where a text does not say of which day it speaks."""
SMALL = 100
"""Smaller numbers are mostly those of one incident each: they are compared within `INCIDENT` days, and another number is another incident."""
INCIDENT = 3
MOST = 4
"""How many times the one the other may be, to be a change of it rather than something else."""
CROWD = 200
"""Figures of one thing that are compared with each other; those known first, so that what is known later changes nothing among them."""
TOLD_OF_COPIES: tuple[Relation, ...] = ("changed since", "conflict")
"""What is said of two copies of one text as well: a correction is news."""
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
    return [found for found in comparisons(figures, members) if found.relation in TOLD_OF_COPIES or not _copies(found, family)]


def comparisons(figures: Iterable[KeptFact], members: Members = lambda _: ()) -> list[Agreement]:
    """As `agreements`, those of copies with each other included: what holds between two figures whatever else is known."""
    topics: dict[Topic, list[KeptFact]] = {}
    for kept in figures:
        if topic := topic_of(kept.fact, kept.document.language):
            topics.setdefault(topic, []).append(kept)
    found = []
    for topic in sorted(topics):
        compared = sorted(sorted(topics[topic], key=known)[:CROWD], key=lambda kept: kept.order)
        for one, other in combinations(compared, 2):
            if one.document.id != other.document.id and (relation := _compared(one, other, members)):
                found.append(relation)
    return found


def _copies(found: Agreement, family: Mapping[str, str]) -> bool:
    one, other = found.one.document.id, found.other.document.id
    return family.get(one, one) == family.get(other, other)


def topic_of(fact: object, language: str) -> Topic | None:
    """What is counted, in what, and where; None if the text does not say enough to compare."""
    if not isinstance(fact, Figure) or fact.value is None or not fact.what or not (fact.who or fact.where):
        return None
    return (_thing(fact, language), fold(fact.unit or ""), fold(fact.where or ""))


def _thing(figure: Figure, language: str) -> str:
    """What is counted, without the adjective that only says whose: "soldats russes" of Russia and "militaires" of Russia are one.

    Nor with the clause that says more of them, unless their noun says nothing alone.
    """
    register = register_for(None)
    words = [word for word in _named(figure.what or "", language).split() if not (word.islower() and register.state_of_adjective(word) in figure.who)]
    thing = fold(" ".join(words) or figure.what or "")
    return _same(language).get(thing, thing) if figure.who else thing


def _named(what: str, language: str) -> str:
    """The noun that is counted, without a relative clause behind it: "soldats qui sont restés"; "personnes qui ont manifesté" needs it."""
    try:
        lists = pack_for(language).words("numbers")["predicated"]
    except UnknownLanguage:
        return what
    noun = what.partition(f" {lists['relative']} ")[0]
    return what if noun in lists["generic"] else noun


@lru_cache(maxsize=8)
def _same(language: str) -> dict[str, str]:
    """Nouns that count the same, each with the first of them, by the pack of the language."""
    try:
        groups = pack_for(language).words("numbers")["same"]["nouns"]
    except UnknownLanguage:
        return {}
    return {fold(word): fold(group[0]) for group in groups for word in group}


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
    """Agreement where the days are near; a difference is a conflict where both stand on one day, a change where one is surely the earlier.

    Nothing is said where either has no day.
    """
    apart = _apart(one, other)
    if apart is None:
        return None
    small = _largest(one, other) < SMALL
    if _alike(one.fact, other.fact):
        return "agree" if apart <= (INCIDENT if small else SEASON) else None
    if small:
        return None
    stated = one.fact.time is not None and other.fact.time is not None
    if apart and (stated or (apart <= SEASON and _one_scale(one, other))):
        return "changed since"
    days = one.day.exact if one.day else None, other.day.exact if other.day else None
    return "conflict" if days[0] and days[0] == days[1] else None


def _apart(one: KeptFact, other: KeptFact) -> int | None:
    """Days between the end of the earlier and the beginning of the later; 0 if they overlap, None if either is not known."""
    ours, theirs = one.day, other.day
    if not ours or not theirs or not (ours.first and ours.last and theirs.first and theirs.last):
        return None
    return max(0, (theirs.first - ours.last).days, (ours.first - theirs.last).days)


def _largest(*kept: KeptFact) -> float:
    return max((each.fact.value_max or each.fact.value or 0.0) for each in kept if isinstance(each.fact, Figure))


def _one_scale(one: KeptFact, other: KeptFact) -> bool:
    """Whether the two can be numbers of one growing or shrinking thing, and are of someone."""
    ours, theirs = one.fact, other.fact
    if not isinstance(ours, Figure) or not isinstance(theirs, Figure) or not ours.value or not theirs.value or not ours.who:
        return False
    return max(ours.value, theirs.value) <= MOST * min(ours.value, theirs.value)


def _alike(one: object, other: object) -> bool:
    """Whether the two can be the same number, ranges and roundings allowed for."""
    if not isinstance(one, Figure) or not isinstance(other, Figure) or one.value is None or other.value is None:
        return False
    room = ABOUT if one.approximate or other.approximate else EXACT
    slack = room * max(abs(one.value), abs(other.value))
    return one.value <= (other.value_max or other.value) + slack and other.value <= (one.value_max or one.value) + slack
