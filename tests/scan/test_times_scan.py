"""Times as they stand: every French way to write a day reads back, spans return their words, and long texts cost no more than they are long."""

from datetime import date

import pytest
from bench.hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.languages import pack_for
from chancery.scan.expressions import Calendar, Clock, Duration, PartialTime, Range, Relative
from chancery.scan.grammar import PARTS, grammar
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


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("language", [None, "en"])
def test_time_grows_with_the_text_and_no_faster(unit: str, language: str | None) -> None:
    assert grows_linearly(lambda length: lambda: scan_times((unit * length)[:length], FRENCH, language), 4_000)


LISTS = FRENCH.words("times")
ALPHABET = sorted({word for table in (*LISTS["values"].values(), *LISTS["classes"].values()) for word in table})
JOINTS = [" ", " ", " ", "\u00a0", "-", "'", "’", ", ", ". ", "\n", "/", ":", ""]
ENGLISH = sorted({word for table in (*FRENCH.words("times.en")["values"].values(), *FRENCH.words("times.en")["classes"].values()) for word in table})


def joined(words: list[str]) -> st.SearchStrategy[str]:
    """Texts over an alphabet, joined and cased every way."""
    one = st.one_of(st.sampled_from(words), st.sampled_from(words).map(str.capitalize), st.sampled_from(words).map(str.upper))
    piece = st.one_of(one, st.integers(0, 99_999).map(str), st.text(max_size=3))
    return st.lists(st.tuples(piece, st.sampled_from(JOINTS)).map("".join), max_size=40).map("".join)


@given(joined(ALPHABET))
@settings(max_examples=300)
def test_any_words_of_the_grammar_are_read_without_a_fault(text: str) -> None:
    lies_in_order(scan_times(text, FRENCH), text)


@given(joined(ENGLISH))
@settings(max_examples=100)
def test_any_words_of_the_english_grammar_are_read_without_a_fault(text: str) -> None:
    lies_in_order(scan_times(text, FRENCH, "en"), text)


def lies_in_order(found: tuple[PartialTime, ...], text: str) -> None:
    ends = 0
    for one in found:
        assert ends <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text) == one.span.of(text).strip()
        ends = one.span.end


@given(
    st.integers(1500, 2100),
    st.integers(0, 11),
    st.sampled_from(["{} {}", "en {} {}", "au mois de {} {}", "début {} {}", "mi-{} {}", "à la fin de {} {}"]),
)
def test_a_month_reads_back(year: int, month: int, way: str) -> None:
    [found] = scan_times(f"Il part {way.format(MONTHS[month], year)}.", FRENCH)
    assert isinstance(found.value, Calendar)
    assert (found.value.year, found.value.month) == (year, month + 1)


@given(st.integers(1, 27), st.integers(1, 4), st.integers(0, 11), st.sampled_from(["du {} au {} {}", "les {}-{} {}", "entre le {} et le {} {}"]))
def test_days_in_a_row_read_back(first: int, more: int, month: int, way: str) -> None:
    last = min(first + more, 28)
    [found] = scan_times(f"Il part {way.format(first, last, MONTHS[month])} 2019.", FRENCH)
    assert isinstance(found.value, Range)
    assert (found.value.first.day, found.value.last.day, found.value.last.month, found.value.last.year) == (first, last, month + 1, 2019)


@given(st.integers(2, 9_999), st.sampled_from([("jours", "D"), ("semaines", "W"), ("mois", "M"), ("ans", "Y")]))
def test_a_length_reads_back_in_figures_and_in_words(many: int, unit: tuple[str, str]) -> None:
    ways = [str(many), f"{many:,}".replace(",", "."), f"{many:,}".replace(",", "\u202f"), *([in_words(many)] if many < 17 else [])]
    for written in ways:
        [found] = scan_times(f"La trêve a duré {written} {unit[0]}.", FRENCH)
        assert found.value == Duration(f"P{many}{unit[1]}"), written


def in_words(many: int) -> str:
    return ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"][
        many - 2
    ]


def spelled_out(pattern: str) -> list[str]:
    """A word for each part of a pattern, in order: what almost fits it, again and again."""
    rules = grammar(FRENCH, "times")
    words = []
    for part in PARTS.finditer(pattern):
        if part["macro"]:
            words += spelled_out(rules.macros[part["macro"]])
        elif part["kind"]:
            words.append(SHAPED.get(part["kind"]) or next(word for word, kinds in rules.letters.classes.items() if part["kind"] in kinds))
        elif part["word"] or part["mark"]:
            words.append(part["word"] or part["mark"])
    return words


SHAPED = {
    "plural": "mots",
    "num": "12",
    "day": "14",
    "monthnum": "4",
    "hour": "16",
    "minute": "30",
    "yy": "12",
    "three": "000",
    "year": "2014",
    "word": "mot",
    "Cap": "Mot",
}
FAMILIES = sorted({rule["kind"] for rule in LISTS["rule"]})


@pytest.mark.parametrize("kind", FAMILIES)
def test_no_family_of_patterns_backtracks(kind: str) -> None:
    """Text made of the parts of its patterns, in their order and cut short, costs no more than it is long."""
    ways = [spelled_out(rule["pattern"]) for rule in LISTS["rule"] if rule["kind"] == kind]
    unit = " ".join(word for way in ways for word in (*way, *way[:-1]))
    assert grows_linearly(lambda length: lambda: scan_times((f"{unit} " * (length // len(unit) + 1))[:length], FRENCH), 3_000)


@pytest.mark.parametrize("kind", FAMILIES)
def test_no_part_of_a_pattern_backtracks_when_it_comes_again(kind: str) -> None:
    """The same with each part repeated, as greedy repeats would have it."""
    parts = sorted({word for rule in LISTS["rule"] if rule["kind"] == kind for word in spelled_out(rule["pattern"])})
    unit = " ".join(word for part in parts for word in [part] * 12)
    assert grows_linearly(lambda length: lambda: scan_times((f"{unit} " * (length // len(unit) + 1))[:length], FRENCH), 3_000)
