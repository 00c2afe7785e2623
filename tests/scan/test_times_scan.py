"""Times as they stand: every French way to write a day reads back, spans return their words, and long texts cost no more than they are long."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.languages import pack_for
from chancery.scan.expressions import Calendar, Clock, PartialTime, Relative
from chancery.scan.times import scan_times
from growth import grows_linearly

FRENCH = pack_for("fr")
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
SPACES = [" ", "\u00a0", "\u202f", "\u2009", "  "]
PIECES = [
    *WEEKDAYS,
    *MONTHS,
    "le",
    "la",
    "l'",
    "d’",
    "2014",
    "14",
    "3",
    "h",
    "30",
    "ans",
    "il y a",
    "dernier",
    "deux",
    "et",
    "demi",
    ",",
    ".",
    "\n",
    "/",
    "-",
    "fin",
    "Mars",
    "de",
]


def ways(day: date) -> list[str]:
    """A day written as the French press writes it."""
    number, month, weekday = ("1er" if day.day == 1 else str(day.day)), MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    return [
        f"{number} {month} {day.year}",
        f"le {number} {month} {day.year}",
        f"{weekday} {number} {month} {day.year}",
        f"{weekday.capitalize()} {day.day} {month.capitalize()} {day.year}",
        f"LE {number} {month.upper()} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{weekday} {day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    ]


@given(st.dates(date(1800, 1, 1), date(2150, 12, 31)), st.integers(0, 9), st.sampled_from(SPACES), st.sampled_from(["", "Publié ", "(", "Lyon, "]))
def test_a_day_reads_back_however_it_is_written(day: date, way: int, space: str, before: str) -> None:
    written = ways(day)[way].replace(" ", space)
    [found] = scan_times(before + written + ".", FRENCH)
    stated = found.stated()
    assert stated is not None
    assert stated.exact == day
    assert written.endswith(found.span.of(before + written + "."))


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["{}h{:02}", "{}H{:02}", "{} h {:02}", "{}\u00a0h\u00a0{:02}", "à {:02}:{:02}"]))
def test_an_hour_reads_back(hour: int, minute: int, way: str) -> None:
    [found] = scan_times(f"Départ {way.format(hour, minute)}, sans retard", FRENCH)
    assert found.value == Clock(hour, minute)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30))
@settings(max_examples=200)
def test_spans_return_their_words_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = scan_times(text, FRENCH)
    ends = 0
    for one in found:
        assert ends <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text) == one.span.of(text).strip()
        assert "\n" not in one.span.of(text)
        ends = one.span.end
    assert scan_times(text, FRENCH) == found


def test_offsets_count_code_points() -> None:
    text = "🕐 «\u202fl’accord\u202f» du 3\u00a0mai 2019"
    [found] = scan_times(text, FRENCH)
    assert found.span.of(text) == "3\u00a0mai 2019"
    assert found.moved(5).span == found.span.shifted(5)


@pytest.mark.parametrize("words", ["le 3 mai", "mercredi", "hier", "début 2020", "deux jours", "au premier trimestre 2020"])
def test_what_takes_a_reference_states_nothing(words: str) -> None:
    [found] = scan_times(words, FRENCH)
    assert found.stated() is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mercredi dernier", Calendar(weekday=3, turn=-1)),
        ("juin prochain", Calendar(month=6, turn=1)),
        ("fin juin", Calendar(month=6, edge="end")),
        ("le 3 mai de cette année", Calendar(month=5, day=3, years_on=0)),
        ("l'an dernier", Relative(-1, "year")),
        ("la veille", Relative(-1, "day", spoken=True)),
        ("deux jours plus tard", Relative(2, "day", spoken=True, otherwise="P2D")),
    ],
)
def test_a_partial_value_holds_what_the_words_say(words: str, value: object) -> None:
    [found] = scan_times(words, FRENCH)
    assert isinstance(found, PartialTime)
    assert found.value == value


@pytest.mark.parametrize(
    "unit", ["1", "14 ", "le ", "mercredi ", "deux ", "d'", "12:", "2014 ", "de mars à ", "14 avril ", "il y a ", "e\u0301", "vingt et un "]
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert grows_linearly(lambda length: lambda: scan_times((unit * length)[:length], FRENCH), 8_000)
