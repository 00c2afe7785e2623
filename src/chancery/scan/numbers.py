"""Numbers as they stand in the text, written in figures or in words, before it is known what they count.

What is never a count is left out here where the writing alone shows it: telephone numbers, clock times, dates in figures,
ordinals, scores, "Mirage 2000", "résolution 2254", "groupe des Sept". What only the words around it show (durations,
"ces cinq pays") is left to `analysis.quantities`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from text_to_num import text2num

from chancery.languages import Pack
from chancery.scan.number_words import FIRST_END, SPACES, NumberWords, number_words, plain
from chancery.span import Span

NumberKind = Literal["count", "fraction", "vague"]
Bound = Literal["least", "most"]
LOOK_BACK = 60
"""Code points before a number in which a word about it may stand; longer than the longest entry of the lists."""
BETWEEN = 24
"""Code points between two numbers that may be the ends of a range."""
GROUPING = str.maketrans("", "", " \u00a0\u202f\u2009'’")
GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
YEARS = range(1400, 2101)
SENTENCE_OPENS = re.compile(r"(?:^|[.!?:;«»\"“”(\n-])[ \n]*\Z")


class Number(NamedTuple):
    """A number where it stands."""

    span: Span
    """With the words that make it approximate."""
    value: float
    value_max: float | None = None
    """The upper end of a range."""
    kind: NumberKind = "count"
    """`vague`: "des dizaines de milliers", known to its order of magnitude only, from `value` to `value_max`."""
    approximate: bool = False
    spelled: bool = False
    year: bool = False
    """Written as a year is: four figures in a row, nothing between them."""
    scaled: bool = False
    """With a power or a round number in words behind it: what it counts follows after "de"."""
    sign: str | None = None
    """A sign of money before it."""
    article: bool = False
    """ "un mort": an article, which counts only where the words around it count too."""
    bound: Bound | None = None
    """ "plus de 300" is `least`, "jusqu'à 300" is `most`."""


def scan_numbers(text: str, pack: Pack) -> tuple[Number, ...]:
    """The numbers of a text, in text order, none inside another.

    >>> from chancery.languages import pack_for
    >>> [(number.value, number.value_max) for number in scan_numbers("de 19 à 20.000 soldats, 1,5 million d'euros, une dizaine", pack_for("fr"))]
    [(19000.0, 20000.0), (1500000.0, None), (10.0, None)]
    """
    words = number_words(pack)
    found: list[Number] = []
    for number in _atoms(text, words):
        joined = _range(found[-1], number, text, words) if found and number.span.start - found[-1].span.end <= BETWEEN else None
        if joined:
            found[-1] = joined
        else:
            found.append(number)
    qualified: list[Number] = []
    for number in found:
        before = _before(number, text, words)
        if before and _names(number, before, text, words):
            continue
        if before or words.after.match(text, number.span.end):
            free = number.span.start - (qualified[-1].span.end if qualified else 0)
            number = _qualified(number, before[-free:] if free else "", text, words)
        qualified.append(number)
    return tuple(qualified)


def _atoms(text: str, words: NumberWords) -> Iterator[Number]:
    """Each number by itself."""
    place = 0
    while found := words.atom.search(text, place):
        place = found.end()
        if found["digits"]:
            number = _digits(found, words)
            if number:
                yield number
        elif found["spelled"]:
            place, number = _spelled(found, words)
            if number:
                yield number
        elif found["collective"]:
            number = _round(found, words)
            if number:
                yield number
        elif found["fraction"]:
            yield Number(Span(*found.span()), words.fractions[plain(found["fraction"])], kind="fraction", spelled=True)
        elif found["article"]:
            yield Number(Span(*found.span()), 1.0, spelled=True, article=True)


def _times(found: re.Match[str], group: str, words: NumberWords) -> float:
    """What the words behind a number multiply it by."""
    factor = 1.0
    for name in (group, f"{group}_of"):
        if written := found[name]:
            factor *= words.powers.get(plain(written)) or words.collectives[plain(written)]
    return factor


def _half(found: re.Match[str], group: str, factor: float) -> float:
    """What "et demi" adds: half of the last power."""
    return factor / 2 if found[f"{group}_half"] and factor > 1 else 0.0


def _round(found: re.Match[str], words: NumberWords) -> Number | None:
    """ "une dizaine", "des centaines de milliers", "un demi-million"."""
    written, of = plain(found["collective"]), found["collective_of"]
    determiner = plain(found["determiner"] or "")
    base = words.collectives[written]
    unit = base * (words.powers.get(plain(of)) or words.collectives[plain(of)] if of else 1.0)
    span = Span(*found.span())
    exact = base >= 1e6 and not of
    if determiner in words.half:
        return Number(span, unit / 2, approximate=True, spelled=True, scaled=True)
    if determiner in words.one:
        return Number(span, unit + _half(found, "collective", unit), approximate=not exact, spelled=True, scaled=True)
    if not written.endswith("s"):
        return None
    return Number(span, 2 * unit, _next_magnitude(base) * unit / base - 1, "vague", approximate=True, spelled=True, scaled=True)


def _next_magnitude(base: float) -> float:
    """Where one would speak of the next round number: tens end at a hundred."""
    power = 10.0
    while power <= base:
        power *= 10
    return power if base < 1e6 else base * 1000


@lru_cache(maxsize=4096)
def _value_of(words: str, language: str) -> float | None:
    try:
        return float(text2num(words, language))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _longest(run: str, language: str) -> tuple[int, float] | None:
    """Where the longest number that a run of number words begins with ends, and its value.

    >>> _longest("cent deux trois", "fr")
    (9, 102.0)
    """
    ends = [len(run), *(split.start() for split in reversed(list(FIRST_END.finditer(run))))]
    return next(((end, value) for end in ends if (value := _value_of(run[:end], language)) is not None), None)


def _spelled(found: re.Match[str], words: NumberWords) -> tuple[int, Number | None]:
    """The longest run of number words that is one number, and where to read on."""
    run, start = found["spelled"], found.start("spelled")
    longest = _longest(plain(run), words.language)
    if longest is None:
        return found.end("spelled"), None
    end, value = longest
    if end < len(run):
        return start + end, Number(Span(start, start + end), value, spelled=True)
    factor = _times(found, "times", words)
    approximate = bool(found["times"]) and plain(found["times"]) not in words.powers
    value = value * factor + _half(found, "times", factor if factor > 1 else _last_power(run, words))
    scaled = factor > 1 or _last_power(run, words) >= 1e6
    return found.end(), Number(Span(start, found.end()), value, approximate=approximate, spelled=True, scaled=scaled)


def _last_power(run: str, words: NumberWords) -> float:
    """ "deux millions": the power that the run ends in, else 1."""
    return words.powers.get(plain(run).replace("-", " ").rpartition(" ")[2], 1.0)


def read_digits(written: str) -> float:
    """The value of a number in figures; a point before exactly three figures groups, as the French press has it.

    >>> read_digits("6.000"), read_digits("28,5"), read_digits("100\\u202f000"), read_digits("3.75")
    (6000.0, 28.5, 100000.0, 3.75)
    """
    if written.isdecimal():
        return float(written)
    bare = written.translate(GROUPING)
    if "," in bare or GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    return float(bare.replace(",", "."))


def _digits(found: re.Match[str], words: NumberWords) -> Number | None:
    """ "4.500", "1,5 million", "15-20"; nothing for what only looks like a range (a score, a span of years)."""
    written = found["digits"]
    if len(written) == found.end() - found.start() and written.isdecimal():
        return Number(Span(*found.span()), float(written), year=len(written) == 4 and int(written) in YEARS)
    factor = words.powers[found["short"]] if found["short"] in words.powers else _times(found, "power", words)
    first, dash, second = written.replace("–", "-").partition("-")
    low, high = read_digits(first), read_digits(second) if dash else None
    if high is not None and (high <= low or low in YEARS):
        return None
    scaled = factor > 1
    add = _half(found, "power", factor)
    return Number(
        Span(*found.span()),
        low * factor + add,
        None if high is None else high * factor + add,
        approximate=high is not None or (bool(found["power"]) and plain(found["power"]) not in words.powers),
        year=not scaled and written.isdecimal() and len(written) == 4 and int(written) in YEARS,
        scaled=scaled,
        sign=found["sign"],
    )


def _range(first: Number, second: Number, text: str, words: NumberWords) -> Number | None:
    """Both as one, if the words around say so: "entre 3 et 5 millions", "19 à 20.000", "40 ou 50"."""
    gap = second.span.start - first.span.end
    if gap < 2 or first.article or first.value_max is not None or first.kind != second.kind or first.kind == "vague" or first.year != second.year:
        return None
    between = _without_unit(plain(text[first.span.end : second.span.start]).strip(" ,"), text[second.span.end : second.span.end + 20], words)
    if between not in words.ranges["between_and"] and between not in words.loose:
        return None
    before = plain(text[max(0, first.span.start - LOOK_BACK) : first.span.start])
    opened = before.rstrip().rpartition(" ")[2].rpartition("'")[2]
    if between in words.ranges["between_and"]:
        if opened != words.ranges["between"]:
            return None
    elif opened == words.ranges["from"] and words.change.search(before.rstrip()[:-2].rstrip() + " "):
        return None
    low = _shared_power(first, second)
    if low >= second.value or low * 100 < second.value:
        return None
    span = Span(first.span.start, second.span.end)
    return second._replace(span=span, value=low, value_max=second.value, approximate=True, sign=first.sign)


def _without_unit(between: str, behind: str, words: NumberWords) -> str:
    """What stands between two numbers, less the unit that comes again behind the second: "entre 85 % et 100 %"."""
    unit, _, rest = between.partition(" ")
    return rest if unit in words.units and plain(behind).lstrip().startswith(unit) else between


def _shared_power(first: Number, second: Number) -> float:
    """The lower end with the power that it leaves to the upper one: "3 à 5 millions", "19 à 20.000"."""
    if second.scaled and not first.scaled:
        powers = (10.0**power for power in (9, 6, 3) if second.value >= 10**power)
        power = next(powers, 1.0)
        return first.value * power if first.value * power < second.value else first.value
    thousand = first.value * 1000
    shares = first.value < 1000 <= second.value and second.value % 1000 == 0 and second.value / 10 <= thousand < second.value
    return thousand if shares else first.value


def _before(number: Number, text: str, words: NumberWords) -> str:
    """What stands before a number, as the lists have it; nothing if it ends in no way that matters."""
    start = number.span.start
    if text[max(0, start - 3) : start].rstrip(SPACES)[-1:] not in words.near and not number.spelled:
        return ""
    return plain(text[max(0, start - LOOK_BACK) : start])


def _names(number: Number, before: str, text: str, words: NumberWords) -> bool:
    """Whether the writing shows a name or label: "résolution 2254", "le groupe des Sept"."""
    if words.name.of(before):
        return True
    return number.spelled and text[number.span.start].isupper() and not SENTENCE_OPENS.search(before)


def _qualified(number: Number, preceding: str, text: str, words: NumberWords) -> Number:
    """With what makes it approximate: "quelque 150", "300 environ"."""
    start, end = number.span.start, number.span.end
    before = words.before.of(preceding)
    after = words.after.match(text, end)
    if not before and not after:
        return number
    if before:
        start -= len(before)
    said = (before or plain(after[0] if after else "")).strip()
    return number._replace(span=Span(start, after.end() if after else end), approximate=True, bound=words.bounds.get(said))
