"""A partial time and a day to count from, made a date: the rules of "mercredi", "14 avril", "la semaine dernière"."""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from chancery.analysis.tense import Lean
from chancery.scan.expressions import Calendar, Edge, Range, Relative, Unit, Value, calendar_value

SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
AGAINST = 3.0
"""How much further a date may lie on the side that the tense speaks of, and still be meant rather than the one on the other side."""
WEEKDAY_FAR = 200
"""Days within which a weekday beside a date tells its year; farther off it is more likely a slip of the pen."""
LEAP = 4
"""Years around today's in which a leap day, or a day with its weekday, is looked for; other dates come every year."""
CLOSE = 3
"""Days within which "ce lundi" is the nearest Monday, whatever the tense."""
UNKNOWN_AHEAD = 1.5
"""The same for what is to come where no tense says anything: the press tells more of what was."""
NEEDED: dict[Unit, int] = {"month": 7, "quarter": 7, "semester": 7, "week": 10, "weekend": 10}
"""How long the text of a date must be for a step of that unit to be counted from it."""
DAY_LONG = 10
"""How long the text of a day is."""
MIDDLE = 15
"""The last day of a month's first half."""
LAST_WEEK = 4
EDGES: dict[Edge, tuple[str, str]] = {"start": ("01", "03~"), "middle": ("05~", "08~"), "end": ("10~", "12")}


class Reference(NamedTuple):
    """What to count from."""

    day: date | None
    """The day of publication, or that of a post."""
    lean: Lean | None = None
    """The side that the sentence speaks of."""
    spoken: str | None = None
    """The last date spoken of, EDTF."""
    due: bool = False
    """Whether it is a last day that is still to come: it cannot be over."""

    @property
    def spoken_day(self) -> date | None:
        return date.fromisoformat(self.spoken) if self.spoken and len(self.spoken) == 10 else None


def by_tense(value: Value) -> bool:
    """Whether the tense of the sentence may tell the date: the words leave open on which side of today it lies.

    >>> by_tense(Calendar(month=4, day=14)), by_tense(Calendar(2021, 4, 14)), by_tense(Relative(-1, "day"))
    (True, False, False)
    """
    if isinstance(value, Range):
        return by_tense(value.first) or by_tense(value.last)
    if isinstance(value, Relative):
        return value.unit == "weekend" and not value.spoken
    return isinstance(value, Calendar) and value.year is None and not value.turn and not value.spoken


def by_spoken(value: Value) -> bool:
    """Whether the value is counted from the last date spoken of."""
    if isinstance(value, Range):
        return by_spoken(value.first) or by_spoken(value.last)
    return isinstance(value, Calendar | Relative) and value.spoken


def month_text(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def added(day: date, months: int) -> date:
    """The first of the month so many months on.

    >>> added(date(2021, 11, 30), 3)
    datetime.date(2022, 2, 1)
    """
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def calendar_date(value: Calendar, reference: Reference) -> str | None:
    """The EDTF text of a date as far as it can be known; the year stays `XXXX` without a reference, None if nothing is known.

    >>> calendar_date(Calendar(month=4, day=14), Reference(date(2021, 6, 1), "past"))
    '2021-04-14'
    """
    text = _unshifted(value, reference)
    if text is None or len(text) != DAY_LONG or "X" in text or "/" in text:
        return text
    day = date.fromisoformat(text) + timedelta(value.shift)
    return stepped(day, 0, "week") if value.part == ("week", 0) else day.isoformat()


def _unshifted(value: Calendar, reference: Reference) -> str | None:
    if value.month is None and value.season is None and value.part is None and value.year is None and value.weekday:
        return _weekday(value, reference)
    if value.spoken:
        return _after_spoken(value, reference)
    year = _year(value, reference) if value.year is None else value.year
    unknown = year is None and (reference.day is not None or not (value.month or value.season))
    if unknown or not _exists(value, year):
        return None
    if value.part and value.part[1]:
        return _part(value.part, year, value.month) if year else None
    return edged(calendar_value(value, year), value.edge)


def _exists(value: Calendar, year: int | None) -> bool:
    """A leap day stands only in a leap year."""
    return not (year and value.month == 2 and value.day == 29) or calendar.isleap(year)


def _part(part: tuple[Unit, int], year: int, month: int | None) -> str:
    """A quarter or half of a year; of a month a half, or about a week."""
    unit, number = part
    if month is not None:
        last = calendar.monthrange(year, month)[1]
        if unit == "fortnight":
            first, end = (1, MIDDLE) if number == 1 else (MIDDLE + 1, last)
            return f"{year:04}-{month:02}-{first:02}/{year:04}-{month:02}-{end:02}"
        end = last if number == LAST_WEEK else number * 7
        return f"{year:04}-{month:02}-{end - 6:02}~/{year:04}-{month:02}-{end:02}~"
    size = 3 if unit == "quarter" else 6
    return f"{year:04}-{(number - 1) * size + 1:02}/{year:04}-{number * size:02}"


def edged(text: str, edge: Edge | None) -> str:
    """The date's beginning, middle or end, where EDTF can say it: of a year its months, of a month its middle days.

    >>> edged("2021-06", "middle"), edged("2021", "start")
    ('2021-06-10~/2021-06-20~', '2021-01/2021-03~')
    """
    if edge is None or "/" in text or "X" in text:
        return text
    if len(text) == 4:
        first, last = EDGES[edge]
        return f"{text}-{first}/{text}-{last}"
    if len(text) == 7 and edge == "middle" and int(text[5:]) <= 12:
        return f"{text}-10~/{text}-20~"
    return text


def _weekday(value: Calendar, reference: Reference) -> str | None:
    day = reference.spoken_day if value.spoken else reference.day
    if day is None or value.weekday is None:
        return None
    back, ahead = (day.isoweekday() - value.weekday) % 7, (value.weekday - day.isoweekday()) % 7
    turn = value.turn if value.turn else 0
    if turn or value.spoken:
        step = -(back or 7) if turn < 0 else (ahead or 7) if turn > 0 else -back
    elif value.turn == 0 and (min(back, ahead) < CLOSE or reference.lean not in ("past", "future")):
        step = -back if back <= ahead else ahead
    else:
        step = ahead if reference.lean in ("present", "future") else -back
    return (day + timedelta(step)).isoformat()


def _after_spoken(value: Calendar, reference: Reference) -> str | None:
    """ "en juin suivant", "le 3 mars de la même année"."""
    year = reference.spoken[:4] if reference.spoken else ""
    if not year.isdecimal():
        return calendar_value(value) if value.month else None
    if not value.turn:
        return calendar_value(value, int(year))
    start = reference.spoken_day or date(int(year), int(reference.spoken[5:7]) if reference.spoken and reference.spoken[5:7].isdecimal() else 1, 1)
    options = _in_years(value, range(start.year - 1, start.year + 2))
    fitting = [(first, year) for year, first, last in options if (first > start if value.turn > 0 else last < start)]
    return calendar_value(value, min(fitting, key=lambda option: abs((option[0] - start).days))[1]) if fitting else None


def _in_years(value: Calendar, years: Iterable[int]) -> list[tuple[int, date, date]]:
    """Those of the years that have the date, with its first and last day."""
    return [(year, *_bounds(value, year)) for year in years if _exists(value, year)]


def _bounds(value: Calendar, year: int) -> tuple[date, date]:
    """First and last day of a date in a year."""
    if value.season:
        first = date(year, SEASON_MONTHS[value.season], 1)
        return first, added(first, 3) - timedelta(1)
    if value.part and not value.month:
        size = 3 if value.part[0] == "quarter" else 6
        first = date(year, (value.part[1] - 1) * size + 1, 1)
        return first, added(first, size) - timedelta(1)
    if value.month and value.day:
        return (date(year, value.month, value.day),) * 2
    if value.month:
        first = date(year, value.month, 1)
        return first, added(first, 1) - timedelta(1)
    return date(year, 1, 1), date(year, 12, 31)


def _year(value: Calendar, reference: Reference) -> int | None:
    """The year that is meant: of the nearest on the side that the tense speaks of, unless the other side is much nearer; None if nothing tells it."""
    day = reference.day
    if day is None:
        return None
    if value.years_on is not None:
        return day.year + value.years_on
    around = LEAP if value.weekday or value.day == 29 else 1
    options = _in_years(value, range(day.year - around, day.year + around + 1))
    if reference.due:
        options = [option for option in options if option[2] >= day] or options
    if value.weekday and value.day:
        fitting = [option for option in options if option[1].isoweekday() == value.weekday]
        options = [option for option in fitting if abs((option[1] - day).days) < WEEKDAY_FAR] or options
    if value.turn:
        unit = date(day.year, day.month, 1) if value.month and not value.day else day
        edge = day if value.day else added(day, 1) - timedelta(1)
        options = [option for option in options if (option[2] < unit if value.turn < 0 else option[1] > edge)]
        best = min(options, key=lambda option: abs((option[1] - day).days), default=None)
    else:
        best = min(options, key=lambda option: _cost(option[1], option[2], day, reference.lean), default=None)
    return best[0] if best else None


def _cost(first: date, last: date, day: date, lean: Lean | None) -> float:
    if first > day:
        return (first - day).days * (AGAINST if lean == "past" else 1 if lean == "future" else UNKNOWN_AHEAD)
    if last < day:
        return (day - last).days * (AGAINST if lean == "future" else 1)
    return 0.0


def range_date(value: Range, reference: Reference) -> str | None:
    """Both ends as one interval; the first takes the year that puts it before the last. Of days to come the first counts from today."""
    if value.first.weekday and value.last.weekday and not value.first.month and reference.lean in ("present", "future") and reference.day is not None:
        opening = _weekday(value.first, reference)
        closing = opening and _weekday(value.last, Reference(date.fromisoformat(opening), "future"))
        return f"{opening}/{closing}"
    last = calendar_date(value.last, reference)
    if last is None:
        return None
    first = value.first
    if first.weekday and not first.month:
        found = calendar_date(first._replace(spoken=False), Reference(date.fromisoformat(last), "past"))
    elif first.year or last.startswith("XXXX"):
        found = calendar_date(first, reference)
    else:
        year = int(last[:4])
        fitting = [option for option in (first._replace(year=year), first._replace(year=year - 1)) if calendar_value(option) < last]
        found = calendar_value(fitting[0]) if fitting else None
    return f"{found}/{last}" if found and found < last else None


def relative_date(value: Relative, reference: Reference) -> str | None:
    """So many units from the day of reference, to the precision of the unit; None for hours and minutes."""
    if value.spoken:
        return _from_spoken(value, reference)
    if reference.day is None:
        return None
    try:
        return edged(stepped(reference.day, value.amount, value.unit, reference.lean), value.edge)
    except (ValueError, OverflowError):
        return None


def stepped(day: date, amount: int, unit: Unit, lean: Lean | None = None) -> str:
    """The unit of the calendar so many units on; raises ValueError or OverflowError beyond the years 1 to 9999, and for hours.

    >>> stepped(date(2021, 4, 14), -1, "week"), stepped(date(2021, 4, 14), 3, "month")
    ('2021-04-05/2021-04-11', '2021-07')
    """
    if unit == "day":
        return (day + timedelta(amount)).isoformat()
    if unit == "week":
        monday = day - timedelta(day.weekday()) + timedelta(7 * amount)
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    if unit == "weekend":
        return _weekend(day, amount, lean)
    if unit == "month":
        return month_text(added(day, amount))
    if unit in ("quarter", "semester"):
        size = 3 if unit == "quarter" else 6
        first = added(date(day.year, (day.month - 1) // size * size + 1, 1), amount * size)
        return f"{month_text(first)}/{month_text(added(first, size - 1))}"
    if unit == "year":
        return f"{date(day.year + amount, 1, 1).year:04}"
    if unit == "decade":
        return f"{day.year // 10 + amount:03}X"
    if unit == "century":
        return f"{day.year // 100 + amount:02}XX"
    raise ValueError(f"{unit} is no unit of days")


def _weekend(day: date, amount: int, lean: Lean | None) -> str:
    saturday = day - timedelta((day.weekday() - 5) % 7)
    inside = day.weekday() >= 5
    if amount < 0 and inside:
        saturday -= timedelta(7)
    elif amount > 0 or (amount == 0 and not inside and lean != "past"):
        saturday += timedelta(7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def _from_spoken(value: Relative, reference: Reference) -> str | None:
    """ "la veille", "un an auparavant": counted from the last date spoken of, no more precise than that one."""
    base = reference.spoken
    if value.unit == "day":
        day = reference.spoken_day or (reference.day if value.otherwise is None else None)
        return (day + timedelta(value.amount)).isoformat() if day else None
    if base is None or not base[:4].isdecimal() or "/" in base or len(base) not in (4, 7, 10):
        return None
    try:
        start = date.fromisoformat(base + "-01-01"[len(base) - 10 :] if len(base) < 10 else base)
        if value.unit == "year" and value.otherwise and len(base) > 4:
            return month_text(added(start, 12 * value.amount))
        if len(base) < NEEDED.get(value.unit, 4):
            return None
        return stepped(start, value.amount, value.unit)
    except (ValueError, OverflowError):
        return None
