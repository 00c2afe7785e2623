"""What an expression of time says by itself, before anything is known of the document it stands in."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from chancery.edtf import Edtf
from chancery.span import Span

Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "semester", "year", "decade", "century"]
Edge = Literal["start", "middle", "end"]
Bound = Literal["since", "from", "until", "by", "before", "after"]
"""What the word before it makes of a date: "depuis" since, "à partir de" from, "jusqu'à" until, "d'ici" by, "avant", "après"."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as far as it is written: "14 avril", "mercredi", "été 2020", "début 2021", "mercredi dernier"."""

    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    weekday: int | None = None
    """1 (Monday) to 7."""
    season: int | None = None
    """21 (spring) to 24 (winter), as in EDTF."""
    part: tuple[Unit, int] | None = None
    """A numbered part of the year, or of the month if there is one: ("quarter", 3), ("semester", 1), ("fortnight", 2), ("week", 1)."""
    turn: int | None = None
    """-1 the last one, 0 this one, 1 the next one; None if nothing says so."""
    years_on: int | None = None
    """Of which year, counted from the document's: "de cette année" 0, "de l'an dernier" -1."""
    edge: Edge | None = None
    spoken: bool = False
    """Counted from the last date spoken of ("le lundi suivant")."""
    shift: int = 0
    """Days on from it: of "la veille du 14 juillet" -1."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another, both included: "de 1996 à 2001", "du 24 au 26 septembre"."""

    first: Calendar
    last: Calendar


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or century: `199X`, `19XX`."""

    value: str


@dataclass(frozen=True, slots=True)
class Relative:
    """A step from a day of reference: "hier", "la semaine dernière", "il y a sept ans", "le lendemain"."""

    amount: int
    unit: Unit
    spoken: bool = False
    """From the last date spoken of; else from the day of publication."""
    edge: Edge | None = None
    otherwise: str | None = None
    """The duration it comes to where there is no date to count from ("une heure plus tard")."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    hour: int
    minute: int | None = None
    zone: str | None = None
    """As written: "GMT", "heure locale"."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; None where the text leaves it open ("quelques heures")."""

    value: str | None
    """ISO 8601."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes again: "chaque année", "tous les lundis"."""


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that its words leave open: "désormais", "à cette époque", "en été"."""


Value = Calendar | Range | Years | Relative | Clock | Duration | Recurring | Vague


class PartialTime(NamedTuple):
    """An expression of time where it stands, with what it says by itself."""

    span: Span
    value: Value
    bound: Bound | None = None
    bound_inside: bool = False
    """Whether the span holds the word that bounds it ("depuis 2014"), or begins after it ("jusqu'en 2024")."""
    approximate: bool = False

    def stated(self) -> Edtf | None:
        """The date, if the words alone give one with its year; None if it takes a reference to know it.

        >>> PartialTime(Span(0, 13), Calendar(2021, 4, 14)).stated()
        Edtf(value='2021-04-14')
        """
        if isinstance(self.value, Years):
            return Edtf(self.value.value)
        if isinstance(self.value, Calendar) and self.value.year and self.value.edge is None and self.value.part is None:
            return Edtf.parse(calendar_value(self.value) + ("~" if self.approximate else ""))
        return None

    def moved(self, by: int) -> "PartialTime":
        """The same, `by` code points further on."""
        span = self.span
        return _made(PartialTime, (Span(span.start + by, span.end + by), *self[1:]))


_made = tuple.__new__
"""As the class makes itself, without a look at each field: very many are made."""


def calendar_value(date: Calendar, year: int | None = None) -> str:
    """The EDTF text of a date without edge or part, in another year than its own if that is given, the year `XXXX` where unknown.

    >>> calendar_value(Calendar(month=1, day=7))
    'XXXX-01-07'
    """
    year = year or date.year
    parts = [f"{year:04}" if year else "XXXX"]
    if date.season:
        parts.append(str(date.season))
    elif date.month:
        parts.append(f"{date.month:02}")
        if date.day:
            parts.append(f"{date.day:02}")
    return "-".join(parts)
