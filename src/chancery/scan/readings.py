"""From a rule that fits to what the expression says: one reading a kind of rule. A reading gives nothing where the words only look like a time."""

from collections.abc import Callable
from dataclasses import replace

from chancery.scan.expressions import Calendar, Clock, Duration, PartialTime, Range, Recurring, Relative, Unit, Vague, Value, Years
from chancery.scan.found import Found
from chancery.scan.letters import plainly

DATE_LETTERS = {"day": "D", "weekend": "D", "week": "W", "month": "M", "quarter": "M", "semester": "M", "year": "Y", "decade": "Y", "century": "Y"}
TIME_LETTERS = {"second": "S", "minute": "M", "hour": "H"}
SIZES = {"weekend": 2, "quarter": 3, "semester": 6, "decade": 10, "century": 100}
"""How many of its letter's units a unit is."""
HALVES: dict[str, tuple[Unit, int]] = {
    "year": ("month", 12),
    "decade": ("year", 10),
    "century": ("year", 100),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "month": ("day", 30),
}
MONTHS = ("month", "month_short", "month_foreign")
"""The tables that may name a month."""
PARTS = {"quarter": 4, "week": 4}
"""How many there are of a part, if more than two."""
IMPOSSIBLE = -1
LAST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def length(amount: float, unit: Unit) -> str | None:
    """The ISO 8601 duration of so many units; None where a part of one would be a guess.

    >>> length(2, "decade"), length(2.5, "year"), length(0.5, "hour"), length(0.5, "day")
    ('P20Y', 'P2Y6M', 'PT30M', 'PT12H')
    """
    whole = int(amount)
    if amount == whole:
        if unit in TIME_LETTERS:
            return f"PT{whole}{TIME_LETTERS[unit]}"
        return f"P{whole * SIZES.get(unit, 1)}{DATE_LETTERS[unit]}"
    if unit == "second":
        return f"PT{amount:g}S"
    if unit == "day":
        return f"PT{amount * 24:g}H" if (amount * 24).is_integer() else None
    if unit not in HALVES:
        return None
    smaller, many = HALVES[unit]
    rest = (amount - whole) * many
    if not rest.is_integer():
        return None
    if smaller == "year":
        return f"P{int(amount * many)}Y"
    larger = f"{whole}{(DATE_LETTERS | TIME_LETTERS)[unit]}" if whole else ""
    return f"{'PT' if unit in TIME_LETTERS else 'P'}{larger}{int(rest)}{(DATE_LETTERS | TIME_LETTERS)[smaller]}"


def year_of(found: Found, part: str = "year") -> int | None:
    """The year of a part; two figures are of the twentieth century from 50 on."""
    number = found.whole(part)
    return number if number is None or number >= 100 else number + (1900 if number >= 50 else 2000)


def possible(month: int | None, day: int | None) -> bool:
    return day is None or (month is not None and 1 <= month <= 12 and 1 <= day <= LAST_DAY[month - 1])


def frame(found: Found, month: int | None = None, day: int | None = None, part: tuple[Unit, int] | None = None) -> Calendar:
    """A date with the year, weekday, season, direction and edge that stand beside its day and month."""
    on: int | None = None
    spoken = "sameyear" in found or "spoken" in found
    turn = found.named("turn")
    if "thisyear" in found:
        on = 0
    elif "yearturn" in found:
        on = found.named("yearturn", "turn")
    if turn is None and "this" in found:
        turn = 0
    if "step" in found:
        turn, spoken = found.named("step"), True
    shift = found.named("neighbour") or 0
    return Calendar(year_of(found), month, day, found.named("weekday"), found.named("season"), part, turn, on, found.named("edge"), spoken, shift)


def month_of(found: Found, part: str = "month") -> int | None:
    """The number of a month, written whole, short or in English."""
    if part not in found:
        return None
    plain = found.plain(part).rstrip(".")
    for table in MONTHS:
        if month := found.grammar.values.get(table, {}).get(plain):
            return int(month)
    return None


def date(found: Found) -> list[Value]:
    """The partial dates that a found expression states; empty if its numbers make none."""
    month = found.whole("monthno") or month_of(found)
    day = _day(found, "day")
    part = _part(found)
    if part is not None and not 0 <= part[1] <= PARTS.get(part[0], 2):
        return []
    if (day is None) != ("day" not in found) or ((day is not None) and month is not None and not possible(month, day)):
        return []
    return [frame(found, month, day, part)]


def _part(found: Found) -> tuple[Unit, int] | None:
    """The numbered part of a year or month; with a day, number 0, the one that holds it."""
    fields = found.rule.fields
    if "part" not in found:
        return (fields["unit"], 0) if "unit" in fields else None
    ordinal = found.whole("part") or found.named("part", "ordinal") or IMPOSSIBLE
    return fields.get("unit") or found.named("partunit", "unit"), ordinal


def _day(found: Found, part: str) -> int | None:
    if part in found and found.plain(part) in found.grammar.values["ordinal"]:
        return int(found.grammar.values["ordinal"][found.plain(part)])
    day = found.whole(part)
    return day if day is not None and 1 <= day <= 31 else None


def yearmonth(found: Found) -> list[Value]:
    """ "2021-04"; but "2020-21" is a span of years."""
    year, month = found.whole("year"), found.whole("monthno")
    if not year or not month or len(found.written("monthno")) != 2 or (year + 1) % 100 == month:
        return []
    return [Calendar(year, month)]


def dayrange(found: Found) -> list[Value]:
    """ "du 24 au 26 septembre"."""
    month, first, last = month_of(found), _day(found, "first"), _day(found, "last")
    if first is None or last is None or first >= last or not possible(month, last):
        return []
    return [Range(frame(found, month, first), frame(found, month, last))]


def weekdayrange(found: Found) -> list[Value]:
    """ "la nuit de samedi à dimanche"."""
    return [Range(Calendar(weekday=found.named("first", "weekday")), Calendar(weekday=found.named("last", "weekday")))]


def monthrange(found: Found) -> list[Value]:
    """ "de mars à juin 2020"."""
    base, first, last = frame(found), month_of(found, "first"), month_of(found, "last")
    if first is None or last is None:
        return []
    opening = year_of(found, "firstyear") or (base.year - (first > last) if base.year else None)
    return [Range(replace(base, year=opening, month=first), replace(base, month=last))]


def yearrange(found: Found) -> list[Value]:
    """ "de 1996 à 2001", "2012-2016", "2020-21"."""
    first, last = found.whole("first"), found.whole("last")
    if not first or last is None:
        return []
    last = last if last >= 100 else first // 100 * 100 + last
    return [Range(Calendar(first), Calendar(last))] if 1000 <= first < last <= 2199 else []


def years(found: Found) -> list[Value]:
    """Decades and centuries."""
    if "century" in found:
        century = found.named("century") or found.whole("century")
        return [Years(f"{int(century) - 1:02}XX")] if century and 1 < century <= 30 else []
    decade = found.named("decade", "decade_name")
    if decade is None:
        number = year_of(found, "decade")
        if number is None or number % 10:
            return []
        decade = number // 10
    return [Years(f"{decade}X")]


def relative(found: Found) -> list[Value]:
    """Steps by a word: "hier", "la semaine dernière", "la fin de l'année"."""
    fields = found.rule.fields
    unit: Unit = fields.get("unit") or found.named("unit")
    amount, spoken = fields.get("amount"), fields.get("spoken", False)
    for part in ("deictic", "neighbour", "turn", "step"):
        if part in found:
            amount = found.named(part)
            spoken = spoken or part == "step"
    return [] if amount is None else [Relative(amount, unit, spoken, found.named("edge"))]


def _counted(found: Found) -> tuple[float, Unit] | None:
    amount, unit = found.number("n") if "n" in found else 1.0, found.named("unit")
    if "n" in found and amount is None:
        amount = found.named("n", "dozen")
    if amount is None or unit is None or amount > 10_000:
        return None
    return amount * float(found.rule.fields.get("times", 1)) + (0.5 if "half" in found else 0), unit


def _steps(found: Found, sign: int, spoken: bool = False) -> list[Value]:
    counted = _counted(found)
    if counted is None:
        return []
    amount, unit = counted
    otherwise = length(amount, unit)
    if amount != int(amount):
        if unit not in HALVES:
            return []
        unit, many = HALVES[unit]
        amount *= many
    return [Relative(sign * int(amount), unit, spoken, otherwise=otherwise)]


def ago(found: Found) -> list[Value]:
    """ "il y a sept ans"."""
    return _steps(found, -1)


def ahead(found: Found) -> list[Value]:
    """ "dans trois jours"."""
    return _steps(found, 1)


def later(found: Found) -> list[Value]:
    """ "un an auparavant", "deux jours plus tard"."""
    return _steps(found, found.named("later"), spoken=True)


def duration(found: Found) -> list[Value]:
    """The length of time that a found expression states, without a value if it is vague."""
    if found.rule.fields.get("vague"):
        return [Duration(None)]
    if "term" in found:
        return [Duration(found.named("term"))]
    counted = _counted(found)
    return [Duration(length(*counted))] if counted else []


def feast(found: Found) -> list[Value]:
    """ "Noël prochain", "le jour de l'An"."""
    month, day = found.named("feast")
    return [frame(found, month, day)]


def hours(found: Found) -> list[Value]:
    """ "2h30 de discussions"."""
    many, minutes = found.whole("n"), found.whole("minute") or 0
    if many is None or minutes > 59:
        return []
    return [Duration(f"PT{many}H" + (f"{minutes}M" if minutes else ""))]


def recurring(found: Found) -> list[Value]:
    return [Recurring()]


def vague(found: Found) -> list[Value]:
    return [Vague()]


def clock(found: Found) -> list[Value]:
    """The time of day that a found expression states, to the minute; empty if there is no such hour."""
    hour = found.named("name", "hour_name") if "name" in found else found.whole("hour")
    minute = 30 if "half" in found else found.whole("minute")
    if hour is None or not 0 <= hour <= 24 or (hour == 24 and minute):
        return []
    if "late" in found and hour < 12:
        hour += 12
    return [Clock(hour % 24, minute, found.written("zone") if "zone" in found else None)]


READINGS: dict[str, Callable[[Found], list[Value]]] = {
    reading.__name__: reading
    for reading in (
        date,
        yearmonth,
        dayrange,
        weekdayrange,
        monthrange,
        yearrange,
        years,
        relative,
        ago,
        ahead,
        later,
        duration,
        hours,
        feast,
        recurring,
        vague,
        clock,
    )
}


def read(found: Found) -> list[PartialTime]:
    """The expressions that a place writes; more than one for a list of days."""
    approximate, bound = "about" in found or found.rule.fields.get("approximate", False), found.rule.fields.get("bound")
    if found.rule.kind == "days":
        return _days(found)
    return [PartialTime(found.span, value, bound, approximate=approximate) for value in READINGS[found.rule.kind](found)]


def _days(found: Found) -> list[PartialTime]:
    """ "les 24 et 25 septembre": days in a row are one stretch, others stand each for itself; the last one's span holds the month."""
    base, month = frame(found), month_of(found)
    first, after = found.parts["days"]
    places = [index for index in range(first, after) if found.words[index].isdecimal()]
    days = [int(found.words[index]) for index in places]
    if len(days) < 2 or not all(possible(month, day) for day in days):
        return []
    dashed = plainly(found.words[places[-1] - 1]) == "-" and len(days) == 2 and days[0] < days[1]
    if dashed or days == list(range(days[0], days[0] + len(days))):
        return [PartialTime(found.span, Range(replace(base, month=month, day=days[0]), replace(base, month=month, day=days[-1])))]
    firsts, afters = [found.fit.first, *places[1:]], [*(index + 1 for index in places[:-1]), found.fit.after]
    return [
        PartialTime(found.place(first, after), replace(base, month=month, day=day)) for first, after, day in zip(firsts, afters, days, strict=True)
    ]
