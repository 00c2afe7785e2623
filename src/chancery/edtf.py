"""Dates as the press knows them: EDTF (ISO 8601-2) with its precision, as an interval of days.

What is kept is the text of the value; days are worked out when asked for. Supported: year, month, day, season (`2021-21` to `2021-24`), moment to the
minute, `~` and `?`, decades and centuries (`199X`, `19XX`), unspecified years (`XXXX-01-07`), intervals with open ends (`../2024`, `2014/..`).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::\d\d)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?P<mark>[~?%]?)"
)
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""Meteorological seasons of the northern hemisphere: first and last month."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, or an interval of dates, as far as it is known."""

    value: str

    @classmethod
    def parse(cls, value: str) -> "Edtf":
        """The value, checked; raises ValueError that says what is wrong with it.

        >>> Edtf.parse("2021-06~").last
        datetime.date(2021, 6, 30)
        """
        text = value.strip()
        _bounds(text)
        return cls(text)

    @classmethod
    def day(cls, day: date) -> "Edtf":
        """That one day."""
        return cls(day.isoformat())

    @classmethod
    def between(cls, first: date | None, last: date | None) -> "Edtf":
        """The interval from `first` to `last`, both included; None is open.

        >>> Edtf.between(None, date(2024, 12, 31)).value
        '../2024-12-31'
        """
        if first == last and first is not None:
            return cls.day(first)
        return cls(f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}")

    @property
    def first(self) -> date | None:
        """The first day it can be; None if open, or if the year is unknown."""
        return _bounds(self.value)[0]

    @property
    def last(self) -> date | None:
        """The last day it can be; None if open, or if the year is unknown."""
        return _bounds(self.value)[1]

    @property
    def exact(self) -> date | None:
        """The day, if it is one known day."""
        return self.first if self.first == self.last else None

    @property
    def approximate(self) -> bool:
        return "~" in self.value or "?" in self.value or "%" in self.value

    def within(self, first: date | None, last: date | None) -> bool:
        """Whether some day of it falls from `first` to `last` (None: no limit). False if nothing is known of its year."""
        if self.first is None and self.last is None:
            return False
        return (last is None or self.first is None or self.first <= last) and (first is None or self.last is None or self.last >= first)

    def __str__(self) -> str:
        return self.value


@lru_cache(maxsize=65536)
def _bounds(text: str) -> tuple[date | None, date | None]:
    """First and last day of a value, None where open or unknown; raises ValueError if it is not EDTF."""
    if "/" in text:
        start, _, end = text.partition("/")
        first = None if start in ("", "..") else _bounds(start)[0]
        last = None if end in ("", "..") else _bounds(end)[1]
        if first and last and last < first:
            raise ValueError(f"{text!r} ends before it begins")
        return first, last
    found = DATE.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not an EDTF date such as 2021-04-14, 2021-04, 2021 or 2021-05-01/2021-09-11")
    if "X" in found["year"] and found["year"] != "XXXX":
        if found["month"]:
            raise ValueError(f"{text!r} has a month in a decade or century")
        return date(max(int(found["year"].replace("X", "0")), 1), 1, 1), date(int(found["year"].replace("X", "9")), 12, 31)
    if found["year"] == "XXXX" or "X" in (found["month"] or "") or "X" in (found["day"] or ""):
        if found["month"] and found["day"] and "X" not in found["month"] + found["day"]:
            date(2000, int(found["month"]), int(found["day"]))
        return None, None
    year, month, day = int(found["year"]), int(found["month"] or 0), int(found["day"] or 0)
    if day:
        return (date(year, month, day),) * 2
    if month in SEASONS:
        opening, closing = SEASONS[month]
        until = year + (closing < opening)
        return date(year, opening, 1), date(until, closing, calendar.monthrange(until, closing)[1])
    if found["month"]:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
