"""The date that holds for a clause."""

from bisect import bisect_left

from chancery.analysis.analysis import Analysis, TimeExpression
from chancery.edtf import Edtf
from chancery.span import Span


def date_of(clause: Span, analysis: Analysis, near: int | None = None) -> Edtf | None:
    """The date that the time expressions inside a clause give it, from its span; None if none of them is a date.

    Durations ("pendant trois jours"), lengths counted back ("depuis deux ans"), recurring times and vague ones give none. Of several dates the most
    precise is taken, then the one closest to `near` (the place of the verb, say; the start of the clause by default). A moment gives its day; what
    holds from, until or before a date keeps its open end (`../2024`, `2014/..`). A year that the text leaves open stays open (`XXXX-04-14`).
    """
    place = clause.start if near is None else near
    found = [(time, date) for time in within(clause, analysis) if (date := _date(time))]
    if not found:
        return None
    return min(found, key=lambda pair: (_coarseness(pair[1]), _distance(pair[0].span, place), pair[0].span))[1]


def within(clause: Span, analysis: Analysis) -> tuple[TimeExpression, ...]:
    """The time expressions that lie wholly in a stretch, in text order."""
    times = analysis.times
    first = bisect_left(times, clause.start, key=lambda time: time.span.start)
    last = bisect_left(times, clause.end, lo=first, key=lambda time: time.span.start)
    return tuple(time for time in times[first:last] if time.span.end <= clause.end)


def _date(time: TimeExpression) -> Edtf | None:
    """A day, month, year or interval of them; None for lengths and for what has no value."""
    if time.value is None or time.date is None or time.value.startswith("P"):
        return None
    if "T" in time.value:
        return Edtf(time.value.partition("T")[0])
    if time.bound in ("until", "by") and "/" not in time.value:
        return Edtf(f"../{time.value}")
    return time.date


def _coarseness(date: Edtf) -> int:
    """0 for a day, 1 for days in a row, 2 for a month, 3 for a year, 4 for what is open on one side or above a year."""
    if date.first is None or date.last is None:
        return 4 if "/" in date.value or len(date.value) < 10 else 0
    days = (date.last - date.first).days
    return 0 if days == 0 else 1 if days < 15 else 2 if days < 95 else 3 if days < 400 else 4


def _distance(span: Span, place: int) -> int:
    return max(span.start - place, place - span.end, 0)
