"""Times anchored: the partial values of `scan` counted from the day of publication, by the tense of the sentence around them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from chancery.analysis.analysis import TimeExpression
from chancery.analysis.anchored import anchored, edtf
from chancery.analysis.reckoning import Reference, by_spoken, by_tense
from chancery.analysis.tense import Lean, lean
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Block, Document
from chancery.clean.layout import in_english, layout_of
from chancery.languages import Pack
from chancery.scan.expressions import Calendar, Clock, PartialTime, Range, Relative
from chancery.scan.times import scan_times
from chancery.span import Span

DATES = (Calendar, Relative, Range)
"""What may be the day of a time of day beside it."""
NEAR = 400
"""Code points back to which the last date spoken of is remembered, and around a date for the words that name it."""
NAMED_NEAR = 90
DUE = ("by", "before")
"""Bounds that make a date to come a last day."""
IN_ENGLISH = "times.en"
"""The word list for posts in English, which a pack may have."""


class Place(NamedTuple):
    """A partial time in its document."""

    time: PartialTime
    block: Block
    sentence: Sentence | None
    lean: Lean | None = None
    """The side that the block speaks of, where no sentence can say it."""


def anchor(document: Document, sentences: tuple[Sentence, ...], pack: Pack) -> tuple[TimeExpression, ...]:
    """The times of the article blocks, in text order, with their dates as far as the text and the day of publication tell them.

    Without a day of publication, or where its month alone is known and that is not enough, a date keeps an unknown year (`XXXX-04-14`) or is None.
    """
    starts = [sentence.span.start for sentence in sentences]
    found: list[TimeExpression] = []
    for block in document.article():
        text = block.span.of(document.text)
        english = block.kind == "post" and pack.holds(IN_ENGLISH) and in_english(text, layout_of(pack))
        times = _scanned(text, pack, english, block.span.start)
        first, last = _reference_days(document, block, times)
        if english:
            side = _english_lean(text, pack)
            places = [Place(time, block, None, side) for time in times]
        else:
            places = [Place(time, block, _around(time.span, sentences, starts)) for time in times]
        found += _Reckoner(document.text, first, last, pack).dated(places)
    return tuple(found)


def _scanned(text: str, pack: Pack, english: bool, start: int) -> Sequence[PartialTime]:
    """The times of a block; of a post in English those written in English, and what else reads as one: its date, an hour with its zone."""
    own = scan_times(text, pack, start=start)
    if not english:
        return own
    found = scan_times(text, pack, "en", start=start)
    ends = [time.end for time in found]
    rest = [time for time in own if (behind := bisect_right(ends, time.start)) == len(ends) or found[behind].start >= time.end]
    return sorted([*found, *rest], key=lambda time: time.start)


def _english_lean(text: str, pack: Pack) -> Lean | None:
    """ "future" where a word of the post tells of what is to come: English has no syntax here that would tell its tenses."""
    words = set(re.findall(r"'?\w+", text.lower().replace("’", "'")))
    return "future" if words.intersection(pack.words(IN_ENGLISH)["cues"]["ahead"]) else None


def _around(span: Span, sentences: tuple[Sentence, ...], starts: list[int]) -> Sentence | None:
    index = bisect_right(starts, span.end - 1) - 1
    return sentences[index] if index >= 0 and sentences[index].span.overlaps(span) else None


def _reference_days(document: Document, block: Block, times: Sequence[PartialTime]) -> tuple[date | None, date | None]:
    """First and last day that may be today for a block: a post's own last full date, else the day of publication."""
    if block.kind == "post":
        stated = [
            day for time in times if isinstance(time.value, Calendar) and time.bound is None and (value := time.stated()) and (day := value.exact)
        ]
        if stated:
            return stated[-1], stated[-1]
    published = document.published.value if document.published else None
    if published is None or published.first is None or published.last is None:
        return None, None
    return published.first, published.last


class _Reckoner:
    """Counts the times of one block in text order, with the last date spoken of."""

    def __init__(self, text: str, first: date | None, last: date | None, pack: Pack) -> None:
        self.text, self.first, self.last, self.pack = text, first, last, pack
        self.named: list[dict[str, Any]] = pack.words("times")["named"]
        self.spoken: tuple[int, str] | None = None

    def dated(self, places: list[Place]) -> list[TimeExpression]:
        """The expressions; clock times last, since their day may stand behind them."""
        found: list[TimeExpression | None] = []
        days: list[str | None] = []
        for place in places:
            if isinstance(place.time.value, Clock):
                found.append(None)
                days.append(None)
                continue
            expression = self._expression(place)
            found.append(expression)
            days.append(expression.value if isinstance(place.time.value, DATES) else None)
        return [expression or self._clock(index, places, days) for index, expression in enumerate(found)]

    def _expression(self, place: Place) -> TimeExpression:
        time = place.time
        value = time.value
        lean = self._lean(place) if by_tense(value) else None
        spoken = self._last_spoken(place) if by_spoken(value) else None
        due = lean == "future" and time.bound in DUE
        text, day, beside = anchored(time.said, Reference(self.first, lean, spoken, due), self.last, self._named(place))
        if beside:
            self.spoken = (time.end, beside)
        return TimeExpression(time.span, text, day, time.bound)

    def _lean(self, place: Place) -> Lean | None:
        """ "depuis" begins in the past and "d'ici" ends in the future, whatever the tense; so does "jusqu'à" where the verb is not past."""
        time = place.time
        if time.bound in ("since", "by"):
            return "past" if time.bound == "since" else "future"
        found = lean(place.sentence, time.span, self.pack, begins=time.bound == "from") if place.sentence else place.lean
        return "future" if time.bound == "until" and found != "past" else found

    def _last_spoken(self, place: Place) -> str | None:
        if self.spoken is None or place.time.start - self.spoken[0] > NEAR:
            return None
        return self.spoken[1]

    def _named(self, place: Place) -> str | None:
        """The year of a day that the press calls by its date alone, if words around it say that this day is meant."""
        value = place.time.value
        if not isinstance(value, Calendar) or value.year or value.years_on is not None or value.day is None or value.turn is not None:
            return None
        known = [day for day in self.named if (day["day"], day["month"]) == (value.day, value.month)]
        if not known:
            return None
        span = place.time.span
        around = self.text[max(place.block.span.start, span.start - NAMED_NEAR) : min(place.block.span.end, span.end + NAMED_NEAR // 2)].lower()
        year = next((int(day["year"]) for day in known if any(word in around for word in day["near"])), None)
        return f"{year}-{value.month:02}-{value.day:02}" if year and (self.last is None or year <= self.last.year) else None

    def _clock(self, index: int, places: list[Place], days: list[str | None]) -> TimeExpression:
        """A moment of the day spoken of, else of today; the day it gets serves the clock times behind it."""
        time = places[index].time
        assert isinstance(time.value, Clock)
        today = self.first.isoformat() if self.first and self.first == self.last else None
        day = _day_beside(index, places, days) or today
        value = days[index] = f"{day}T{time.value.hour:02}:{time.value.minute or 0:02}" if day else None
        return TimeExpression(time.span, value, edtf(value), time.bound)


def _day_beside(index: int, places: list[Place], days: list[str | None]) -> str | None:
    """The day nearest to a clock time in its sentence, rather before than behind it; else the last one before it, if that is not far."""
    place = places[index]
    around = range(max(0, index - 4), min(len(places), index + 3))
    known = [
        (abs(other - index) + (other > index) * 0.5, day)
        for other in around
        if (day := _one_day(days[other])) and _same_sentence(place, places[other])
    ]
    if known:
        return min(known)[1]
    for other in range(index - 1, -1, -1):
        if place.time.start - places[other].time.end > NEAR:
            break
        if day := _one_day(days[other]):
            return day
    return None


def _one_day(value: str | None) -> str | None:
    """The day of a value that is one day or a moment of it."""
    return value[:10] if value and "X" not in value and "/" not in value and (len(value) == 10 or "T" in value[10:11]) else None


def _same_sentence(one: Place, other: Place) -> bool:
    if one.sentence is None or other.sentence is None:
        return abs(one.time.start - other.time.start) < NAMED_NEAR
    return one.sentence is other.sentence
