"""Stretches of days, and what they have in common: each clue to a date leaves one open."""

from datetime import date, timedelta
from typing import NamedTuple

from chancery.edtf import Edtf


class Stretch(NamedTuple):
    """From the first day to the last, both included; `date.min` and `date.max` where it is open."""

    first: date = date.min
    last: date = date.max

    def common(self, other: "Stretch") -> "Stretch | None":
        """The days that both have; None if there are none.

        >>> Stretch(date(2021, 3, 1), date(2021, 3, 9)).common(Stretch(date(2021, 3, 8)))
        Stretch(first=datetime.date(2021, 3, 8), last=datetime.date(2021, 3, 9))
        """
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Stretch(first, last) if first <= last else None

    @property
    def closed(self) -> bool:
        return self.first != date.min and self.last != date.max

    @property
    def edtf(self) -> Edtf:
        """The day, or the interval, as it is written."""
        return Edtf.between(self.first if self.first != date.min else None, self.last if self.last != date.max else None)


def around(day: date, before: int, after: int) -> Stretch:
    """From so many days before a day to so many after it."""
    return Stretch(day - timedelta(before), day + timedelta(after))


def year(number: int) -> Stretch:
    """A whole year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31))
