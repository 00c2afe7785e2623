"""EDTF: days of a value, and the same days as the `edtf` package finds where both can read it."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.edtf import Edtf

DAYS = st.dates(date(1000, 1, 1), date(9000, 12, 31))
SINGLE = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    DAYS.map(lambda day: f"{day:%Y}"[:3] + "X"),
    DAYS.map(lambda day: f"{day:%Y}"[:2] + "XX"),
)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-04-14", "2021-04-14", "2021-04-14"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-06~", "2021-06-01", "2021-06-30"),
        ("2021-22", "2021-06-01", "2021-08-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2021-04-14T16:30", "2021-04-14", "2021-04-14"),
        ("2021-05-01/2021-09-11", "2021-05-01", "2021-09-11"),
        ("2021-06-10~/2021-06-20~", "2021-06-10", "2021-06-20"),
        ("../2024", None, "2024-12-31"),
        ("2014/..", "2014-01-01", None),
        ("XXXX-01-07", None, None),
    ],
)
def test_first_and_last_day(value: str, first: str | None, last: str | None) -> None:
    read = Edtf.parse(value)
    assert (read.first and read.first.isoformat(), read.last and read.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "hier", "2021-13", "2021-02-30", "2021-4-14", "14/04/2021", "199X-05", "2021/2014", "XXXX-02-30", "2021-04-14T"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Edtf.parse(value)


@given(SINGLE)
@settings(max_examples=40)
def test_single_values_have_the_days_that_the_edtf_package_finds(value: str) -> None:
    read, theirs = Edtf.parse(value), parse_edtf(value)
    assert read.first is not None
    assert read.last is not None
    assert read.first.timetuple()[:3] == tuple(theirs.lower_strict()[:3])
    assert read.last.timetuple()[:3] == tuple(theirs.upper_strict()[:3])


@given(DAYS, DAYS)
@settings(max_examples=40)
def test_intervals_have_the_days_that_the_edtf_package_finds(one: date, other: date) -> None:
    first, last = sorted((one, other))
    read = Edtf.between(first, last)
    theirs = parse_edtf(f"{first.isoformat()}/{last.isoformat()}")
    assert (read.first, read.last) == (first, last)
    assert tuple(theirs.lower_strict()[:3]) == first.timetuple()[:3]
    assert tuple(theirs.upper_strict()[:3]) == last.timetuple()[:3]


@given(st.text(alphabet="0123456789X-/.~T:", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = Edtf.parse(text)
    except ValueError:
        return
    assert read.first is None or read.last is None or read.first <= read.last


def test_within_and_exact() -> None:
    march = Edtf.parse("2021-03")
    assert march.within(date(2021, 3, 31), None)
    assert march.within(None, date(2021, 3, 1))
    assert not march.within(date(2021, 4, 1), None)
    assert not Edtf.parse("XXXX-03-01").within(None, None)
    assert Edtf.parse("199X").within(date(1995, 1, 1), date(1995, 1, 1))
    assert Edtf.parse("2021-03-01").exact == date(2021, 3, 1)
    assert march.exact is None
    assert Edtf.between(None, date(2024, 12, 31)).value == "../2024-12-31"
    assert Edtf.between(date(2021, 3, 1), date(2021, 3, 1)).value == "2021-03-01"
    assert Edtf.parse("2021-06~").approximate
