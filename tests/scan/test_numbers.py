"""Numbers as they stand in a text."""

import re
from itertools import pairwise

import pytest
from bench.hostile import HOSTILE
from hypothesis import given
from hypothesis import strategies as st

from chancery.languages import pack_for
from chancery.scan.digits import read_digits
from chancery.scan.numbers import Number, scan_numbers
from chancery.scan.phrases import either, plain, small
from chancery.span import Span
from growth import grows_linearly

FR = pack_for("fr")
SPACES = [" ", "\u00a0", "\u202f", "\u2009"]


def scan(text: str) -> tuple[Number, ...]:
    return scan_numbers(text, FR)


def french(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark)


@given(
    st.integers(0, 999_999_999_999),
    st.sampled_from([*SPACES, ".", ""]),
    st.sampled_from(["", " ", "« "]),
    st.sampled_from(["", ".", " soldats", ", dit-il"]),
)
def test_a_whole_number_written_any_french_way_is_read_back(value: int, mark: str, before: str, after: str) -> None:
    written = french(value, mark)
    (number,) = scan(f"{before}{written}{after}")
    assert number.value == value
    assert number.span.of(f"{before}{written}{after}") == written


@given(st.integers(0, 999_999), st.integers(1, 99), st.sampled_from(SPACES))
def test_a_decimal_comma_is_read_back(whole: int, part: int, mark: str) -> None:
    assert read_digits(f"{french(whole, mark)},{part:02}") == pytest.approx(whole + part / 100)


@given(st.integers(1, 999), st.sampled_from([("mille", 1e3), ("millions", 1e6), ("milliards", 1e9)]))
def test_a_power_in_words_multiplies(value: int, power: tuple[str, float]) -> None:
    (number,) = scan(f"{value} {power[0]} de tonnes")
    assert number.value == value * power[1]


SPELLED = ["zéro", "un", "deux", "dix", "vingt", "trente", "soixante", "quatre-vingt", "cent", "cents", "mille", "millions", "milliards"]
LISTED = sorted(
    {
        *FR.words("numbers")["not_after"]["words"],
        *FR.words("numbers")["approximate"]["before"],
        *FR.words("numbers")["fractions"],
        *FR.words("numbers")["collective"],
        *FR.words("numbers")["units"],
        *SPELLED,
    }
)


@given(
    st.lists(
        st.tuples(st.one_of(st.sampled_from(LISTED), st.integers(0, 10**7).map(str)), st.sampled_from([" ", "-", ",", ".", "\u202f", ""])),
        max_size=30,
    )
)
def test_any_words_of_the_lists_are_read_without_a_fault(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + joint for word, joint in pieces)
    found = scan(text)
    assert all(0 <= number.span.start < number.span.end <= len(text) for number in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


@given(st.text(alphabet="0123456789., \u00a0'’-–/:%€àdeuxtroiscentmille\n", max_size=200))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = scan(text)
    assert all(0 <= number.span.start < number.span.end <= len(text) for number in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert all(number.value_max is None or number.value < number.value_max for number in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("une trentaineſ", 30),
        ("mİlle", 1000),
        ("dıx", 10),
        ("deux mıllİons", 2e6),
        ("leſ deux tierſ", 0.667),
        ("300\u202fMILLIARDS", 3e11),
        ("2 M€", 2e6),
        ("2 m€", 2),
    ],
)
def test_letters_that_only_capitals_or_old_print_have_are_read_as_their_like(text: str, value: float) -> None:
    assert [number.value for number in scan(text)] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1987-1990", []),
        ("19,5-21", [(19.5, 21)]),
        ("Le groupe des Sept", []),
        ("les Sept", []),
        ("Sept cents", [700]),
        ("fin.\n  Sept cents", [700]),
        ("« Sept cents", [700]),
        ("résolution 2254", []),
        ("résolution   2254", [2254]),
    ],
)
def test_what_stands_before_or_beside_a_number_may_make_it_none(text: str, found: list[object]) -> None:
    assert [number.value if number.value_max is None else (number.value, number.value_max) for number in scan(text)] == found


def test_a_number_is_moved_with_its_span() -> None:
    (number,) = scan("près de 300 soldats")
    assert number.moved(4).span == Span(4, 15)
    assert number.moved(4)._replace(start=0, end=11) == number


@pytest.mark.parametrize(
    ("text", "value", "value_max", "approximate"),
    [
        ("près de 5.000", 5000, None, True),
        ("5.000", 5000, None, False),
        ("300 environ", 300, None, True),
        ("une vingtaine", 20, None, True),
        ("des centaines de milliers", 200_000, 999_999, True),
        ("de 19 à 20.000", 19_000, 20_000, True),
        ("deux milliards et demi", 2.5e9, None, False),
        ("vingt et un", 21, None, False),
        ("zéro", 0, None, False),
        ("$5 millions", 5e6, None, False),
    ],
)
def test_value(text: str, value: float, value_max: float | None, approximate: bool) -> None:
    (number,) = scan(text)
    assert (number.value, number.value_max, number.approximate) == (value, value_max, approximate)


PHRASES = st.lists(st.text(alphabet="ab c'-.", min_size=1, max_size=5), max_size=8)


@given(PHRASES, st.text(alphabet="ab c'-.’\u202f", max_size=8))
def test_a_pattern_of_phrases_finds_the_longest_that_a_text_begins_with(phrases: list[str], text: str) -> None:
    found = re.match(either(phrases), text)
    known = [phrase for phrase in phrases if plain(text).startswith(phrase)]
    assert (len(found[0]) if found else None) == max(map(len, known), default=None)


@given(PHRASES, st.text(alphabet="ab c'-.", max_size=8))
def test_every_phrase_that_a_whole_text_is_fits_it(phrases: list[str], text: str) -> None:
    assert bool(re.fullmatch(either(phrases), text)) == (text in phrases)


@given(st.text())
def test_small_letters_stand_where_the_letters_stood(text: str) -> None:
    assert len(small(text)) == len(plain(text)) == len(text)


def test_what_stands_between_two_numbers_belongs_to_the_first() -> None:
    text = "300 au bas mot 500"
    assert [number.span.of(text) for number in scan(text)] == ["300 au bas mot", "500"]


def test_a_run_that_is_two_numbers_is_read_as_two() -> None:
    assert [number.value for number in scan("trois quatre")] == [3, 4]


@pytest.mark.parametrize(
    "unit", [*HOSTILE, "111 ", "1.1", "deux-", "de 3 à ", "une ", "plus de ", "1.111", "entre 1 et ", "0", "- ", "la moitié ", "111.111 "]
)
def test_time_is_linear_on_text_made_to_be_slow(unit: str) -> None:
    assert grows_linearly(lambda length: lambda: scan((unit * length)[:length]), 4_000)
