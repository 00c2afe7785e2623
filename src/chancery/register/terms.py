"""Terms of office against days: what is certain, what is possible."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from chancery.edtf import Edtf
from chancery.register.tables import Holder

On = date | Edtf | None
"""The day that a question is about; a month or year where no more is known, None where nothing is."""


class Window(NamedTuple):
    """First and last day in question, as ISO text, which sorts as days do."""

    first: str
    last: str


EVER = Window("0000-01-01", "9999-12-31")


@lru_cache(maxsize=1024)
def window(on: On) -> Window:
    """The days that `on` can be.

    >>> window(Edtf("2021-02"))
    Window(first='2021-02-01', last='2021-02-28')
    """
    if on is None:
        return EVER
    if isinstance(on, date):
        return Window(on.isoformat(), on.isoformat())
    first, last = on.first, on.last
    return Window(first.isoformat() if first else EVER.first, last.isoformat() if last else EVER.last)


def earliest(value: str, unknown: str) -> str:
    """The first day that a year, month or day can be."""
    return (value + "-01-01"[len(value) - 4 :]) if value else unknown


def latest(value: str, unknown: str) -> str:
    """The last day that a year, month or day can be (a month is given 31 days: only its order counts)."""
    return value + {4: "-12-31", 7: "-31"}.get(len(value), "") if value else unknown


def covers(term: Holder, days: Window) -> bool:
    """Whether the term holds on all these days, beyond doubt; an open term says nothing past the month it was checked."""
    begun = latest(term.start, EVER.first) <= days.first
    if not term.end:
        return begun and days.last <= latest(term.checked, EVER.last)
    return begun and days.last < earliest(term.end, EVER.last)


def continues(term: Holder, days: Window) -> bool:
    """Whether all these days lie behind the month to which an open term was checked, with no later holder known: it may well still run."""
    return not (term.end or term.until) and days.first > latest(term.checked, EVER.last)


def touches(term: Holder, days: Window) -> bool:
    """Whether the term may hold on some of these days."""
    end = term.end or term.until
    begun = earliest(term.start, EVER.first) <= days.last
    return begun and (not end or days.first < latest(end, EVER.last) or (len(end) < 10 and days.first <= latest(end, EVER.last)))
