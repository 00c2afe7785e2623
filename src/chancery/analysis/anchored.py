"""What an expression of time says, counted from days of reference: worked out once, for papers say the same of the same day again and again."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from chancery.analysis.reckoning import Reference, calendar_date, range_date, relative_date, stepped
from chancery.edtf import Edtf
from chancery.scan.expressions import Bound, Calendar, Duration, Range, Relative, Unit, Value, Years

LENGTH = re.compile(r"P(?:(?P<year>\d+)Y)?(?:(?P<month>\d+)M)?(?:(?P<week>\d+)W)?(?:(?P<day>\d+)D)?(?:T(?P<hour>\d+)H)?")
HOURS = 24
HALF = 12
"""Hours under which a length is of the same day."""
Said = tuple[Value, Bound | None, bool, bool]
"""A `PartialTime` without its place."""


class Anchored(NamedTuple):
    """What a time says in its document."""

    value: str | None
    """EDTF, or an ISO 8601 duration."""
    date: Edtf | None
    """The same, if it is a date; what a length comes to on the calendar."""
    spoken: str | None
    """The date to count from where the next words say "la veille"; None if it is not one to count from."""


@lru_cache(maxsize=65536)
def anchored(said: Said, reference: Reference, last: date | None, named: str | None = None) -> Anchored:
    """What is said by the reference, whose day and `last` are the first and last day that may be today; `named` is the date if its name tells it.

    >>> today = date(2021, 6, 1)
    >>> anchored((Calendar(month=4, day=14), "since", True, False), Reference(today, "past"), today).value
    '2021-04-14/..'
    """
    value, bound, inside, approximate = said
    text = named or _value(value, reference, last)
    if isinstance(value, Duration) or text is None or text.startswith("P"):
        return Anchored(text, _counted(text, bound, reference.day, last), None)
    if approximate and len(text) in (4, 7, 10) and "X" not in text:
        text += "~"
    if inside:
        text = _open(text, bound)
    return Anchored(text, edtf(text), _spoken(value, text))


def _value(value: Value, reference: Reference, last: date | None) -> str | None:
    if isinstance(value, Years | Duration):
        return value.value
    if not isinstance(value, Calendar | Range | Relative):
        return None
    found = _agreed(value, reference, last)
    return value.otherwise if found is None and isinstance(value, Relative) and value.spoken else found


def _agreed(value: Calendar | Range | Relative, reference: Reference, last: date | None) -> str | None:
    """The value, if it is the same for every day that may be today; else what can be said without one."""
    found = _reckoned(value, reference)
    if reference.day == last or found == _reckoned(value, reference._replace(day=last)):
        return found
    return _reckoned(value, reference._replace(day=None))


def _reckoned(value: Calendar | Range | Relative, reference: Reference) -> str | None:
    if isinstance(value, Calendar):
        return calendar_date(value, reference)
    return range_date(value, reference) if isinstance(value, Range) else relative_date(value, reference)


def _spoken(value: Value, text: str) -> str | None:
    """The date of a day or longer that the next one may be counted from; what is itself counted from one before is none."""
    if not isinstance(value, Calendar | Relative) or (isinstance(value, Relative) and value.spoken):
        return None
    text = text.strip("~")
    bare = text.removesuffix("/..").removeprefix("../")
    return bare if text and "X" not in text and "/" not in bare else None


def _counted(text: str | None, bound: Bound | None, first: date | None, last: date | None) -> Edtf | None:
    """What "depuis deux ans" and "d'ici trois mois" come to on the calendar."""
    if text is None or bound not in ("since", "by") or first is None or first != last:
        return None
    sign = -1 if bound == "since" else 1
    found = LENGTH.fullmatch(text)
    if not found:
        return None
    units: dict[Unit, int] = {unit: int(found[unit]) for unit in ("year", "month", "week", "day") if found[unit]}
    hours = int(found["hour"] or 0)
    if not units and hours >= HALF:
        units = {"day": -(-hours // HOURS)}
    if set(units) == {"year", "month"}:
        units = {"month": 12 * units["year"] + units["month"]}
    try:
        [(unit, amount)] = units.items()
        day = stepped(first, sign * amount, unit)
    except (ValueError, OverflowError):
        return None
    start, _, end = day.partition("/")
    return edtf(f"{start}~/.." if sign < 0 else f"../{end or start}~")


def _open(value: str, bound: str | None) -> str:
    """The interval that "depuis", "avant" or "après" makes of a date.

    >>> _open("2019-05", "since"), _open("2021-21", "before")
    ('2019-05/..', '../2021-21')
    """
    first, _, last = value.partition("/")
    return f"../{last or first}" if bound == "before" else f"{first}/.."


@lru_cache(maxsize=4096)
def edtf(value: str | None) -> Edtf | None:
    """The value as a date; None if it is none."""
    if value is None:
        return None
    try:
        return Edtf.parse(value)
    except ValueError:
        return None
