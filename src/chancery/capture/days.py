"""Dates as files and pages write them, to the day that they name."""

import re
from email.utils import parsedate

from chancery.edtf import Edtf

YEARS = range(1000, 3000)
"""In which a text can have been published; days are counted from there, and calendars end at the years 1 and 9999."""
LEADING_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=[T ]|$)")


def published_from(value: str) -> Edtf | None:
    """The local calendar day that a time stamp was written on, or the EDTF value as it is; None for an empty string.

    Raises ValueError if it is neither. No zone is reckoned: what was published at half past midnight in Paris was published on that day.

    >>> published_from("2020-07-02T00:30:00+02:00")
    Edtf(value='2020-07-02')
    >>> published_from("Wed, 14 Apr 2021 23:10:00 GMT")
    Edtf(value='2021-04-14')
    """
    written = value.strip()
    if not written:
        return None
    day = _day(written)
    if any(bound is not None and bound.year not in YEARS for bound in (day.first, day.last)):
        raise ValueError(f"{written[:40]!r} is no day that a text was published on")
    return day


def _day(written: str) -> Edtf:
    if found := LEADING_DAY.match(written):
        return Edtf.parse("-".join(found.groups()))
    if len(written) < 80 and (parsed := parsedate(written)) and parsed[0] in YEARS:
        return Edtf.parse(f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}")
    try:
        return Edtf.parse(written)
    except ValueError:
        raise ValueError(f"{written[:40]!r} is not a date such as 2021-04-14 or 2021-04-14T09:30:00+02:00") from None


def day_or_none(value: str) -> Edtf | None:
    """As `published_from`, for what need not be there: None for what is no day.

    >>> day_or_none("demain") is None
    True
    """
    try:
        found = published_from(value)
    except ValueError:
        return None
    return found if found and found.exact else None
