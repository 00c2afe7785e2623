"""The patterns that a pack's number words make, compiled once for a pack."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from chancery.languages import Pack

SPACES = " \u00a0\u202f\u2009"
SPACE = f"[{SPACES}]"
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'"})
FIRST_END = re.compile(rf"{SPACE}+|-")


class Endings:
    """Phrases, to look up which of them a text ends in: faster than a pattern that is anchored at the end, which tries every place before it."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        """By the last two letters; all phrases have as many."""
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            self._by_last.setdefault(phrase[-2:], []).append(phrase)
        self.last = frozenset(end[-1] for end in self._by_last)
        """Their last letters."""

    def of(self, text: str) -> str | None:
        """The longest phrase that a text ends in, with the spaces behind it (at most two); None if it ends in none. The text is as `plain` leaves it.

        >>> Endings(["de", "plus de"]).of("il y a plus de "), Endings(["de"]).of("monde ")
        ('plus de ', None)
        """
        bare = text.rstrip(" ")
        if not bare or len(text) - len(bare) > 2:
            return None
        for phrase in self._by_last.get(bare[-2:], ()):
            if bare.endswith(phrase) and not (len(bare) > len(phrase) and (bare[-len(phrase) - 1].isalnum() or bare[-len(phrase) - 1] == "_")):
                return phrase + text[len(bare) :]
        return None


def plain(written: str) -> str:
    """As the lists have it: lower case, plain spaces and apostrophes."""
    return written.lower().translate(PLAIN)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the scan needs to know of a language."""

    language: str
    atom: re.Pattern[str]
    """One number; groups `phone`, `fraction`, `collective`, `spelled`, `digits` tell which way it is written."""
    before: Endings
    """What makes a number approximate, at the end of the text before it."""
    after: re.Pattern[str]
    name: Endings
    """What makes it a name, a label or a place in a list, at the end of the text before it."""
    change: re.Pattern[str]
    """A word of change before "de 3 à 5"."""
    powers: dict[str, float]
    collectives: dict[str, float]
    fractions: dict[str, float]
    units: dict[str, str]
    one: frozenset[str]
    half: frozenset[str]
    near: frozenset[str]
    """What a phrase of `before` or `name` may end in, as it is written."""
    ranges: dict[str, Any]
    loose: frozenset[str]
    bounds: dict[str, Literal["least", "most"]]
    """The words that make the number a lower or an upper bound."""


@lru_cache(maxsize=8)
def number_words(pack: Pack) -> NumberWords:
    """The patterns of a pack, from its `numbers.toml`; raises PluginError if the pack has none."""
    lists = pack.words("numbers")
    collectives = {form: value for word, value in lists["collective"].items() for form in (word, f"{word}s")}
    ranges = lists["ranges"]
    before, name = Endings(map(plain, lists["approximate"]["before"])), Endings(map(plain, lists["not_after"]["words"]))
    return NumberWords(
        language=pack.language,
        atom=re.compile(rf"(?<!\w)(?=[\d€$£{_initials(lists, collectives)}]){_ways(lists, collectives)}", re.IGNORECASE),
        before=before,
        after=re.compile(rf"{SPACE}(?:{either(lists['approximate']['after'])})(?!\w)", re.IGNORECASE),
        name=name,
        near=frozenset(way for sign in before.last | name.last for way in (sign, sign.upper(), "’" if sign == "'" else sign)),
        change=re.compile(rf"(?<!\w)(?:{either(ranges['change'])})[\w'’-]*(?:{SPACE}[\w'’-]+){{0,3}}{SPACE}\Z", re.IGNORECASE),
        powers={**lists["powers"], **lists["powers_before_currency"]},
        collectives=collectives,
        fractions={**lists["fractions"], **lists["fractions_of"]},
        units=lists["units"],
        one=frozenset(lists["collective_words"]["one"]),
        half=frozenset(lists["collective_words"]["half"]),
        ranges=ranges,
        loose=frozenset(ranges["loose"]),
        bounds={**dict.fromkeys(lists["approximate"]["least"], "least"), **dict.fromkeys(lists["approximate"]["most"], "most")},
    )


def either(words: Iterable[str]) -> str:
    """An alternation of words, the longest first, with any space and either apostrophe.

    >>> re.search(either(["pour cent"]), "12 pour\\u00a0cent").group()
    'pour\\xa0cent'
    """
    return "|".join(re.escape(word).replace(r"\ ", SPACE).replace("'", "['’]") for word in sorted(words, key=lambda word: (-len(word), word)))


def _initials(lists: dict[str, Any], collectives: dict[str, float]) -> str:
    """The letters that a number in words may begin with; most places of a text are passed over for theirs."""
    nouns = lists["collective_words"]
    parts = (collectives, nouns["one"], nouns["half"], nouns["vague"], lists["spelled"]["first"], lists["fractions"], lists["fractions_of"])
    return "".join(sorted({word[0] for part in parts for word in part}))


def _figures(group: str) -> str:
    """Groups of three behind one kind of space, point or apostrophe; else figures with a decimal comma or point.

    Every repeat is bounded, so that long rows of digits cost no more than short ones.
    """
    grouped = rf"[1-9]\d{{0,2}}(?P<{group}>{SPACE}|[.'’])\d{{3}}(?:(?P={group})\d{{3}}){{0,3}}(?!\d)(?:,\d{{1,3}}(?!\d))?"
    return rf"(?:{grouped}|\d{{1,15}}(?:[.,]\d{{1,6}})?)"


def _ways(lists: dict[str, Any], collectives: dict[str, float]) -> str:
    """The ways to write one number, in figures or in words; the order is the order of preference at one place."""
    nouns = lists["collective_words"]
    spelled = either([*lists["spelled"]["first"], *lists["spelled"]["further"]])
    first, joined = either(lists["spelled"]["first"]), either(lists["spelled"]["joined_by"])
    power = rf"(?:{either({**lists['powers'], **collectives})})"
    half = rf"{SPACE}(?:{either(nouns['and_a_half'])})(?!\w)"
    of = rf"(?:{SPACE}(?:de{SPACE}|d['’]){{}}(?!\w))?"

    def multiple(name: str) -> str:
        return rf"(?:{SPACE}(?P<{name}>{power})(?!\w){of.format(f'(?P<{name}_of>{power})')})?(?P<{name}_half>{half})?"

    short = rf"{SPACE}?(?P<short>{either(lists['powers_before_currency'])})(?={SPACE}?[€$£]|{SPACE}d['’])"
    ending = rf"(?:(?!\w|[/°]|[.,:]\d|[-–−]\w)|(?={SPACE}?(?:{either(lists['units'])})(?!\w)))"
    determiner = either([*nouns["one"], *nouns["half"], *nouns["vague"]])
    in_words = [
        rf"(?<![\w-])(?P<article>{either(lists['casualties']['articles'])})(?={SPACE}(?:{either(lists['casualties']['nouns'])})(?!\w|-\w))",
        rf"(?<!\w)(?P<fraction>{_fractions(lists)})(?!\w)",
        rf"(?<!\w)(?<!\d{SPACE})(?:(?P<determiner>{determiner})[ \u00a0-])?(?P<collective>{either(collectives)})(?!\w|-\w)"
        + of.format(f"(?P<collective_of>{power})")
        + rf"(?P<collective_half>{half})?",
        rf"(?<![\w-])(?P<spelled>(?:{first})(?:(?:{SPACE}|-)(?:(?:{joined})(?:{SPACE}|-))?(?:{spelled})(?!\w)){{0,9}})(?!\w|-\w)" + multiple("times"),
    ]
    in_figures = [
        r"(?P<phone>(?<![\w.,])0\d(?:[ .\-]\d\d){3,4}(?!\d))",
        rf"(?<![\w/:°+–−-])(?<!\d[.,:])(?P<sign>[€$£])?(?P<digits>{_figures('by')}(?:[-–]{_figures('by2')})?)(?:{short}|{multiple('power')}){ending}",
    ]
    return rf"(?:(?=[\d€$£])(?:{'|'.join(in_figures)})|(?![\d€$£])(?:{'|'.join(in_words)}))"


def _fractions(lists: dict[str, Any]) -> str:
    """ "la moitié" as it is, "un tiers" only before "de"."""
    of = lists["fractions_of"]
    not_of = either(of["not_before"])
    parts = either(part for part in of if part != "not_before")
    return rf"{either(lists['fractions'])}|(?:{parts})(?={SPACE}(?:de|des|du|d['’])(?!\w)(?!{SPACE}?(?:{not_of})(?!\w)))"
