"""Clues to the day a text was published: the days it names, and the stretches of time that it must fall in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from chancery.clean.document import Block
from chancery.clean.lines import fold
from chancery.clean.stretch import Stretch, around, year
from chancery.languages import Pack
from chancery.scan.expressions import Calendar, PartialTime
from chancery.scan.times import scan_times
from chancery.span import Span

OPENING = 1200
"""Code points from the article's beginning where it speaks of the day it is written on."""
NEARBY_DAYS = 3
"""How long after a quoted post an article may be written for the post to say when."""
AROUND = 60
"""Code points before a day, and behind it, that are read for whether it lies ahead."""
LONGEST_DAY = 45
"""Code points within which a day is named with all its parts."""
CLAUSE = re.compile(r"[.;!?«»\n]")
SAID_WITHIN = 140
"""Code points before a day in which its clause says that somebody spoke."""
SAID_DAYS, POINTED_DAYS = 3, 7
"""How far a text is from the day that it points at. Measured on 36,111 articles: where somebody spoke on that day ("a déclaré ce lundi 30 novembre"),
349 of 354 are of that day or the three after it, and the other five have the month or the year wrong; of all 3,029, 96 in 100 are within a week."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The pack's patterns for what stands around a day."""

    published: re.Pattern[str]
    updated: re.Pattern[str]
    speaking: re.Pattern[str]
    said: re.Pattern[str]
    ahead: re.Pattern[str]
    rights: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a place in the text names it; the year may be missing."""

    span: Span
    calendar: Calendar
    before: int = 0
    after: int = 0
    """How many days before it and after it the text may have been published."""

    def on(self, year: int) -> date | None:
        """The day in that year; None if there is none, or if the weekday says otherwise."""
        month, day = self.calendar.month, self.calendar.day
        try:
            found = date(year, month or 0, day or 0)
        except ValueError:
            return None
        return found if self.calendar.weekday in (None, found.isoweekday()) else None

    def stretch(self, year: int) -> Stretch | None:
        """When the text may have been published, if the day is of that year."""
        found = None if self.calendar.year not in (None, year) else self.on(year)
        return around(found, self.before, self.after) if found else None

    @property
    def certain(self) -> bool:
        """Whether the text cannot be of a day before it."""
        return self.before == 0

    @property
    def full(self) -> date | None:
        return self.on(self.calendar.year) if self.calendar.year else None


def days(text: str, span: Span, pack: Pack) -> list[Day]:
    """The days named in a stretch, with or without their year."""
    times = (time.moved(span.start) for time in scan_times(span.of(text), pack))
    return [
        Day(time.span, time.value) for time in times if isinstance(time.value, Calendar) and time.value.day and time.value.month and not time.bound
    ]


def pointed(text: str, opening: Span, pack: Pack) -> Iterator[Day]:
    """The days of writing in the article's first sentences: those with their weekday that are pointed at ("ce lundi 30 novembre")."""
    cues = cues_of(pack)
    for cue in cues.speaking.finditer(fold(opening.of(text))):
        start = opening.start + cue.start()
        for day in days(text, Span(start, min(start + LONGEST_DAY, opening.end)), pack)[:1]:
            if day.calendar.weekday and day.span.start <= start + len(cue[0]) and not ahead_before(text, day, cues):
                clause = CLAUSE.split(fold(text[max(opening.start, start - SAID_WITHIN) : start]))[-1]
                said = bool(cues.said.search(clause))
                yield Day(day.span, day.calendar, 0 if said else POINTED_DAYS, SAID_DAYS if said else POINTED_DAYS)


def months(text: str, blocks: tuple[Block, ...], pack: Pack) -> list[tuple[Stretch, Span]]:
    """The months that the page's header states, with where."""
    return [
        (bounds, time.span)
        for block in blocks
        if block.kind == "byline"
        for time in (found.moved(block.span.start) for found in scan_times(block.span.of(text), pack))
        if (bounds := _month(time))
    ]


def rights(text: str, blocks: tuple[Block, ...], pack: Pack) -> list[Stretch]:
    """The years that the page's notices of rights state."""
    folded = (fold(block.span.of(text)) for block in blocks if block.kind == "furniture")
    found = (match for notice in folded for match in cues_of(pack).rights.finditer(notice))
    return [year(int(next(group for group in match.groups() if group))) for match in found]


def ahead(text: str, day: Day, cues: Cues) -> bool:
    """Whether the clause around a day speaks of what is to come."""
    behind = CLAUSE.split(text[day.span.end : day.span.end + AROUND])[0]
    return ahead_before(text, day, cues) or bool(cues.ahead.search(fold(behind)))


def ahead_before(text: str, day: Day, cues: Cues) -> bool:
    """Whether what stands before a day in its clause says that it is to come."""
    before = CLAUSE.split(text[max(0, day.span.start - AROUND) : day.span.start])[-1]
    return bool(cues.ahead.search(fold(before)))


def _month(time: PartialTime) -> Stretch | None:
    stated = time.stated()
    if stated and re.fullmatch(r"\d{4}-\d\d", stated.value) and stated.first and stated.last:
        return Stretch(stated.first, stated.last)
    return None


@lru_cache(maxsize=8)
def cues_of(pack: Pack) -> Cues:
    """The patterns of the pack's `dating.toml`."""
    words = pack.words("dating")
    return Cues(*(re.compile("|".join(words[name])) for name in ("published", "updated", "speaking", "said", "ahead", "rights")))
