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
from chancery.scan.digits import read_digits
from chancery.scan.long_texts import no_cycles
from chancery.scan.number_words import FIRST_END, NumberWords, number_words
from chancery.scan.phrases import Written, written
from chancery.span import Span

NumberKind = Literal["count", "fraction", "vague"]
Bound = Literal["least", "most"]
LOOK_BACK = 60
"""Code points before a number in which a word about it may stand; longer than the longest entry of the lists."""
BETWEEN = 24
"""Code points between two numbers that may be the ends of a range."""
YEARS = range(1400, 2101)
SENTENCE_OPENS = frozenset('.!?:;«»"“”(-')


class Number(NamedTuple):
    """A number where it stands, from `start` to `end` with the words that make it approximate."""

    start: int
    end: int
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

    @property
    def span(self) -> Span:
        """Where it stands; made when it is asked for, since a text may hold very many numbers."""
        return Span(self.start, self.end)

    def moved(self, by: int) -> "Number":
        """The same, `by` code points further on."""
        return self._replace(start=self.start + by, end=self.end + by)


_made = tuple.__new__
"""As `Number` makes itself, without a look at each field: very many are made."""
SPELLED, SPELLED_POWER = (Number(0, 0, 0.0, spelled=True, scaled=scaled)[3:] for scaled in (False, True))
"""What follows the value of a number in words, without a power at its end and with one."""


def scan_numbers(text: str, pack: Pack) -> tuple[Number, ...]:
    """The numbers of a text, in text order, none inside another.

    >>> from chancery.languages import pack_for
    >>> [(number.value, number.value_max) for number in scan_numbers("de 19 à 20.000 soldats, 1,5 million d'euros, une dizaine", pack_for("fr"))]
    [(19000.0, 20000.0), (1500000.0, None), (10.0, None)]
    """
    words = number_words(pack)
    with no_cycles(text):
        return tuple(_numbers(written(text), words))


def _numbers(writing: Written, words: NumberWords) -> Iterator[Number]:
    """The numbers that count something, those that are the ends of a range as one."""
    found: list[Number] = []
    end = 0
    for number in _atoms(writing, words):
        if found and 1 < number.start - end <= BETWEEN and (joined := _range(found[-1], number, writing.plain, words)):
            found[-1] = joined
        else:
            if found and 1 < number.start - end <= BETWEEN:
                found[-1] = _of_same_power(found[-1], number, writing.plain, words)
            found.append(number)
        end = number.end
    return _counts(found, writing, words)


def _atoms(writing: Written, words: NumberWords) -> Iterator[Number]:
    """Each number by itself."""
    small, search, place = writing.small, words.atom.search, 0
    while found := search(small, place):
        place = found.end()
        if digits := found["digits"]:
            number = _digits(found, digits, writing, words)
        elif found["spelled"]:
            place, number = _spelled(found, writing, words)
        else:
            number = _noun(found, writing, words)
        if number:
            yield number


def _noun(found: re.Match[str], writing: Written, words: NumberWords) -> Number | None:
    """A round number, a share or an article; None for a telephone number."""
    if found["collective"]:
        return _round(found, writing, words)
    if found["fraction"]:
        share = words.fractions[_part(found, "fraction", writing)]
        if power := words.powers.get(_part(found, "fraction_of", writing)):
            return Number(*found.span(), share * power, spelled=True, scaled=True)
        return Number(*found.span(), share, kind="fraction", spelled=True)
    return Number(*found.span(), 1.0, spelled=True, article=True) if found["article"] else None


def _counts(found: list[Number], writing: Written, words: NumberWords) -> Iterator[Number]:
    """The numbers that count something, each with what makes it approximate: no names or places in a row ("résolution 2254", "groupe des Sept")."""
    text, plain, last, listed, after_of = writing.text, writing.plain, 0, words.listed.match, words.after.match
    for number in found:
        start, end = number.start, number.end
        if words.ordinal.match(plain, end):
            continue
        before = ""
        if listed(plain, start):
            before = plain[max(0, start - LOOK_BACK) : start]
            if words.name.of(before):
                continue
        if number.spelled and text[start].isupper() and not _opens_sentence(plain[max(0, start - LOOK_BACK) : start]):
            continue
        after = after_of(plain, end)
        if before or after:
            number = _qualified(number, before[max(0, len(before) - start + last) :], after, words)
            end = number.end
        last = end
        yield number


def _opens_sentence(before: str) -> bool:
    """Whether a sentence or line begins behind a text, or the text holds nothing."""
    bare = before.rstrip(" \n")
    return not bare or bare[-1] in SENTENCE_OPENS or "\n" in before[len(bare) :]


def _part(found: re.Match[str], group: str, writing: Written) -> str:
    """A part of a number as the lists have it; "" if it is not there."""
    start, end = found.span(group)
    return writing.plain[start:end] if start >= 0 else ""


def _times(found: re.Match[str], group: str, writing: Written, words: NumberWords) -> float:
    """What the words behind a number multiply it by."""
    factor = 1.0
    for name in (group, f"{group}_of"):
        if part := _part(found, name, writing):
            factor *= words.powers.get(part) or words.collectives[part]
    return factor


def _half(found: re.Match[str], group: str, factor: float) -> float:
    """What "et demi" adds: half of the last power."""
    return factor / 2 if factor > 1 and found[f"{group}_half"] else 0.0


def _round(found: re.Match[str], writing: Written, words: NumberWords) -> Number | None:
    """ "une dizaine", "des centaines de milliers", "un demi-million"."""
    noun, of, determiner = (_part(found, group, writing) for group in ("collective", "collective_of", "determiner"))
    base = words.collectives[noun]
    unit = base * (words.powers.get(of) or words.collectives[of] if of else 1.0)
    start, end = found.span()
    exact = base >= 1e6 and not of
    if determiner in words.half:
        return Number(start, end, unit / 2, approximate=True, spelled=True, scaled=True)
    if determiner in words.one:
        return Number(start, end, unit + _half(found, "collective", unit), approximate=not exact, spelled=True, scaled=True)
    if not noun.endswith("s"):
        return None
    return Number(start, end, 2 * unit, _next_magnitude(base) * unit / base - 1, "vague", approximate=True, spelled=True, scaled=True)


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


def _spelled(found: re.Match[str], writing: Written, words: NumberWords) -> tuple[int, Number | None]:
    """The longest run of number words that is one number, and where to read on."""
    start, end = found.span("spelled")
    run = writing.plain[start:end]
    longest = _longest(run, words.language)
    if longest is None:
        return end, None
    length, value = longest
    if length < end - start:
        return start + length, _made(Number, (start, start + length, value, *SPELLED))
    power = words.powers.get(run.replace("-", " ").rpartition(" ")[2], 1.0)
    if found.end() == end:
        return end, _made(Number, (start, end, value, *(SPELLED_POWER if power >= 1e6 else SPELLED)))
    factor = _times(found, "times", writing, words)
    approximate = bool(found["times"]) and _part(found, "times", writing) not in words.powers
    value = value * factor + _half(found, "times", factor if factor > 1 else power)
    return found.end(), Number(start, found.end(), value, approximate=approximate, spelled=True, scaled=factor > 1 or power >= 1e6)


@lru_cache(maxsize=4096)
def _plain(digits: str, sign: str | None) -> tuple[object, ...]:
    """What figures with nothing between them say, wherever they stand."""
    return Number(0, 0, float(digits), year=len(digits) == 4 and int(digits) in YEARS, sign=sign)[2:]


def _digits(found: re.Match[str], digits: str, writing: Written, words: NumberWords) -> Number | None:
    """ "4.500", "1,5 million", "15-20"; nothing for what only looks like a range (a score, a span of years)."""
    (start, end), sign = found.span(), found["sign"]
    if len(digits) + len(sign or "") == end - start and digits.isdecimal():
        return _made(Number, (start, end, *_plain(digits, sign)))
    short = writing.text[slice(*found.span("short"))] if found["short"] else ""
    factor = words.powers[short] if short in words.powers else _times(found, "power", writing, words)
    first, dash, second = digits.replace("–", "-").partition("-")
    low, high = read_digits(first), read_digits(second) if dash else None
    years = low.is_integer() and int(low) in YEARS  # a float would be looked for year by year
    if high is not None and (high <= low or years):
        return None
    scaled = factor > 1
    add = _half(found, "power", factor)
    return Number(
        start,
        end,
        low * factor + add,
        None if high is None else high * factor + add,
        approximate=high is not None or (bool(found["power"]) and _part(found, "power", writing) not in words.powers),
        year=not scaled and len(digits) == 4 and digits.isdecimal() and int(digits) in YEARS,
        scaled=scaled,
        sign=sign,
    )


def _range(first: Number, second: Number, plain: str, words: NumberWords) -> Number | None:
    """Both as one, if the words around say so: "entre 3 et 5 millions", "19 à 20.000", "40 ou 50"."""
    if first.article or first.value_max is not None or first.kind != second.kind or first.kind == "vague" or first.year != second.year:
        return None
    if first.spelled and not second.spelled and not second.scaled:
        return None  # "tous les deux à 28 %"
    low = _shared_power(first, second)
    if low >= second.value or low * 100 < second.value:
        return None
    between = _without_unit(plain[first.end : second.start].strip(" ,"), plain[second.end : second.end + 20], words)
    if between not in words.ranges["between_and"] and between not in words.loose:
        return None
    before = plain[max(0, first.start - LOOK_BACK) : first.start]
    if between in words.ranges["between_and"]:
        if _opening(before) != words.ranges["between"]:
            return None
    elif _is_changed(before, words):
        return None
    elif between in words.ranges["from_to"] and words.gained.of(before):
        return second._replace(start=first.start)
    return second._replace(start=first.start, value=low, value_max=second.value, approximate=True, sign=first.sign)


def _opening(before: str) -> str:
    """The word before a number, on its line or the one above, without the quotation mark it may have."""
    return (before.rsplit(None, 1) or [""])[-1].rpartition("'")[2].lstrip('"«“')


def _is_changed(before: str, words: NumberWords) -> bool:
    """Whether something goes from the number behind to another: "passe de 3 à 5", with the words before the 3."""
    return _opening(before) == words.ranges["from"] and words.change.search(before.rstrip()[:-2].rstrip() + " ") is not None


def _of_same_power(first: Number, second: Number, plain: str, words: NumberWords) -> Number:
    """The first of a change with the power that it leaves to the second: "passe de 5 à 10 millions"."""
    if first.scaled or not second.scaled:
        return first
    low = _shared_power(first, second)
    told = first.kind == second.kind and second.value / 100 <= low
    between = plain[first.end : second.start].strip(" ,")
    changed = told and between in words.ranges["from_to"] and _is_changed(plain[max(0, first.start - LOOK_BACK) : first.start], words)
    return first._replace(value=low) if changed else first


def _without_unit(between: str, behind: str, words: NumberWords) -> str:
    """What stands between two numbers, less the unit that comes again behind the second: "entre 85 % et 100 %"."""
    unit, _, rest = between.partition(" ")
    return rest if unit in words.units and behind.lstrip().startswith(unit) else between


def _shared_power(first: Number, second: Number) -> float:
    """The lower end with the power that it leaves to the upper one: "3 à 5 millions", "19 à 20.000"."""
    if second.scaled and not first.scaled:
        powers = (10.0**power for power in (9, 6, 3) if second.value >= 10**power)
        power = next(powers, 1.0)
        return first.value * power if first.value * power < second.value else first.value
    thousand = first.value * 1000
    shares = first.value < 1000 <= second.value and second.value % 1000 == 0 and second.value / 10 <= thousand < second.value
    return thousand if shares else first.value


def _qualified(number: Number, preceding: str, after: re.Match[str] | None, words: NumberWords) -> Number:
    """With what makes it approximate: "quelque 150", "300 environ"."""
    before = words.before.of(preceding) if preceding else None
    if not before and not after:
        return number
    said = before or (after[0] if after else "")
    start, end = number.start - len(before or ""), after.end() if after else number.end
    return number._replace(start=start, end=end, approximate=True, bound=words.bounds.get(said.strip()))
