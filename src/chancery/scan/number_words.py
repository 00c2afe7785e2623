"""The patterns that a pack's number words make, compiled once for a pack."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from chancery.languages import Pack
from chancery.scan.phrases import SPACE, Endings, either, plain

FIRST_END = re.compile(" +|-")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the scan needs to know of a language."""

    language: str
    atom: re.Pattern[str]
    """One number in a text of small letters; groups `phone`, `fraction`, `collective`, `spelled`, `digits` tell which way it is written."""
    before: Endings
    """What makes a number approximate, at the end of the text before it."""
    after: re.Pattern[str]
    name: Endings
    """What makes it a name, a label or a place in a list, at the end of the text before it."""
    ordinal: re.Pattern[str]
    """What makes it a place in a row, behind it."""
    change: re.Pattern[str]
    """A word of change before "de 3 à 5"."""
    gained: Endings
    """What stands before the first of two numbers that says how many are gained: "en gagne 8 à 18 %"."""
    powers: dict[str, float]
    collectives: dict[str, float]
    fractions: dict[str, float]
    units: dict[str, str]
    one: frozenset[str]
    half: frozenset[str]
    listed: re.Pattern[str]
    """A place before which a phrase of `before` or `name` may end."""
    ranges: dict[str, Any]
    loose: frozenset[str]
    bounds: dict[str, Literal["least", "most"]]
    """The words that make the number a lower or an upper bound."""


@lru_cache(maxsize=8)
def number_words(pack: Pack) -> NumberWords:
    """The patterns of a pack, from its `numbers.toml`; raises PluginError if the pack has none."""
    lists = pack.words("numbers")
    collectives = {plain(form): value for word, value in lists["collective"].items() for form in _forms(word, lists)}
    ranges = lists["ranges"]
    before, name = Endings(map(plain, lists["approximate"]["before"])), Endings(map(plain, lists["not_after"]["words"]))
    last = either(before.last | name.last)
    return NumberWords(
        language=pack.language,
        atom=re.compile(rf"(?<!\w)(?=[\d€$£{_initials(lists, collectives)}]){_ways(lists, collectives)}"),
        before=before,
        after=re.compile(f" {_any(lists['approximate']['after'])}" + r"(?!\w)"),
        name=name,
        ordinal=re.compile(f"[ -]{_any(lists['ordinals']['behind'])}" + r"(?!\w)"),
        listed=re.compile("|".join(f"(?<={last}{spaces})" for spaces in ("", " ", "  "))),
        change=re.compile(rf"(?<!\w){_any(ranges['change'])}[\w'-]*(?: [\w'-]+){{0,3}} \Z"),
        gained=Endings(f"en {plain(verb)}" for verb in ranges["gained"]),
        powers={**{plain(word): value for word, value in lists["powers"].items()}, **lists["powers_before_currency"]},
        collectives=collectives,
        fractions={plain(part): value for part, value in {**lists["fractions"], **lists["fractions_of"]}.items() if part != "not_before"},
        units=lists["units"],
        one=frozenset(lists["collective_words"]["one"]),
        half=frozenset(lists["collective_words"]["half"]),
        ranges=ranges,
        loose=frozenset(ranges["loose"]),
        bounds={**dict.fromkeys(lists["approximate"]["least"], "least"), **dict.fromkeys(lists["approximate"]["most"], "most")},
    )


def _forms(word: str, lists: dict[str, Any]) -> tuple[str, ...]:
    """A round number as it is written, in the plural only where that is a number too."""
    return (word,) if word in lists["collective_words"]["never_many"] else (word, f"{word}s")


def _any(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, in a text of small letters."""
    return either(map(plain, phrases))


def _initials(lists: dict[str, Any], collectives: dict[str, float]) -> str:
    """The letters that a number in words may begin with; most places of a text are passed over for theirs."""
    nouns = lists["collective_words"]
    parts = (collectives, nouns["one"], nouns["half"], nouns["vague"], lists["spelled"]["first"], lists["fractions"], lists["fractions_of"])
    return "".join(sorted({plain(word)[0] for part in parts for word in part}))


def _figures(group: str) -> str:
    """Groups of three behind one kind of space, point or apostrophe; else figures with a decimal comma or point.

    Every repeat is bounded, so that long rows of digits cost no more than short ones.
    """
    grouped = rf"[1-9]\d{{0,2}}(?P<{group}>{SPACE}|[.'’])\d{{3}}(?:(?P={group})\d{{3}}){{0,3}}(?!\d)(?:,\d{{1,3}}(?!\d))?"
    return rf"(?:{grouped}|\d{{1,15}}(?:[.,]\d{{1,6}})?)"


def _ways(lists: dict[str, Any], collectives: dict[str, float]) -> str:
    """The ways to write one number, in figures or in words; the order is the order of preference at one place."""
    nouns = lists["collective_words"]
    first, joined = _any(lists["spelled"]["first"]), _any(lists["spelled"]["joined_by"])
    spelled = _any([*lists["spelled"]["first"], *lists["spelled"]["further"]])
    power = _any({**lists["powers"], **collectives})
    half = rf"{SPACE}{_any(nouns['and_a_half'])}(?!\w)"
    of = rf"(?:{SPACE}(?:de{SPACE}|d['’]){{}}(?!\w))?"

    def multiple(name: str) -> str:
        return rf"(?:{SPACE}(?P<{name}>{power})(?!\w){of.format(f'(?P<{name}_of>{power})')})?(?P<{name}_half>{half})?"

    short = rf"{SPACE}?(?P<short>{_any(lists['powers_before_currency'])})(?={SPACE}?[€$£]|{SPACE}?{_any(lists['money']['codes'])}(?!\w)|{SPACE}d['’])"
    ending = rf"(?:(?!\w|[/°]|[.,:]\d|[-–−]\w)|(?<=[^\W\d_])(?=/)|(?={SPACE}?{_any(lists['units'])}(?!\w)))"
    determiner = _any([*nouns["one"], *nouns["half"], *nouns["vague"]])
    in_words = [
        rf"(?<![\w-])(?P<article>{_any(lists['casualties']['articles'])})(?={SPACE}{_any(lists['casualties']['nouns'])}(?!\w|-\w))",
        rf"(?<!\w)(?P<fraction>{_fractions(lists)})(?!\w)" + of.format(f"(?P<fraction_of>{_any(lists['powers'])})"),
        rf"(?<!\w)(?<!\d{SPACE})(?:(?P<determiner>{determiner})[ \u00a0-])?(?P<collective>{_any(collectives)})(?!\w|-\w)"
        + of.format(f"(?P<collective_of>{power})")
        + rf"(?P<collective_half>{half})?",
        rf"(?<![\w-])(?P<spelled>{first}(?:(?:{SPACE}|-)(?:{joined}(?:{SPACE}|-))?{spelled}(?!\w)){{0,9}})(?!\w|-\w)" + multiple("times"),
    ]
    in_figures = [
        r"(?P<phone>(?<![\w.,])0\d(?:[ .\-]\d\d){3,4}(?!\d))",
        rf"(?<![\w/:°+–−-])(?<!\d[.,:])(?P<sign>[€$£])?(?P<digits>{_figures('by')}(?:[-–]{_figures('by2')})?)(?:{short}|{multiple('power')}){ending}",
    ]
    return rf"(?:(?=[\d€$£])(?:{'|'.join(in_figures)})|(?![\d€$£])(?:{'|'.join(in_words)}))"


def _fractions(lists: dict[str, Any]) -> str:
    """ "la moitié" as it is, "un tiers" only before "de"."""
    of = lists["fractions_of"]
    parts = _any(part for part in of if part != "not_before")
    return rf"{_any(lists['fractions'])}|{parts}(?={SPACE}(?:de|des|du|d['’])(?!\w)(?!{SPACE}?{_any(of['not_before'])}(?!\w)))"
