"""Days as a person gives them."""

from datetime import date, datetime
from typing import Literal

from chancery.edtf import Edtf
from chancery.errors import UsageError

Day = str | date | None
"""A date, or an ISO 8601 text of a day, month or year; None is no limit."""


def day(given: Day, end: Literal["first", "last"], name: str) -> date | None:
    """The first or last day of what was given; raises UsageError if it is no date.

    >>> day("2021-02", "last", "until")
    datetime.date(2021, 2, 28)
    """
    if given is None or isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    try:
        value = Edtf.parse(given)
        found = value.first if end == "first" else value.last
    except ValueError:
        found = None
    if found is None or "/" in given:
        raise UsageError(f"{name} needs a date, not {given!r}", hint="such as 2021-04-14, 2021-04 or 2021")
    return found


def in_words(when: date) -> str:
    """The day as a sentence says it.

    >>> in_words(date(2021, 4, 14))
    '14 April 2021'
    """
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    return f"{when.day} {months[when.month - 1]} {when.year}"
