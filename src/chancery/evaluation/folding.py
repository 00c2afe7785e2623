"""Names and units reduced to what tells them apart: case, accents, small words, plurals and seats of government taken away."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Comparing:
    """The lists of `comparing.toml`, compiled."""

    small: frozenset[str]
    seats: dict[str, str]
    people: frozenset[str]
    person: str
    units: tuple[tuple[re.Pattern[str], str], ...]
    before: re.Pattern[str]
    after: str


@cache
def comparing() -> Comparing:
    """What counts as the same."""
    lists = tomllib.loads(files("chancery.evaluation").joinpath("comparing.toml").read_text("utf-8"))
    return Comparing(
        small=frozenset(lists["small_words"]),
        seats={seat: state for state, seats in lists["seats"].items() for seat in seats},
        people=frozenset(lists["people"]["nouns"]),
        person=lists["people"]["unit"],
        units=tuple((re.compile(pattern), f" {symbol} ") for pattern, symbol in lists["units"]["spelt"]),
        before=_before(lists["trimmed"]),
        after=" \n\u00a0" + lists["trimmed"]["closing"],
    )


def _before(trimmed: dict[str, Any]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in trimmed["words"])
    return re.compile(rf"(?:(?:{words})\s+|[{''.join(trimmed['elided'])}]['’]|[\s{trimmed['opening']}])+", re.IGNORECASE)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, without accents or punctuation.

    >>> fold("L'Élysée")
    'l elysee'
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(letter) != "Mn")
    return re.sub(r"[^a-z0-9%$€£]+", " ", bare).strip()


def written(value: Any) -> str:
    """A JSON value as text; nothing is the empty text."""
    return str(value or "")


def words(text: str) -> frozenset[str]:
    """The words that count in a name or unit, plural marks removed."""
    return frozenset(word.rstrip("s") for word in fold(text).split() if word not in comparing().small)


def plain(name: str) -> str:
    """A folded name without small words; the seat of a government reads as its state.

    >>> plain("le Kremlin")
    'russie'
    """
    rest = " ".join(word for word in fold(name).split() if word not in comparing().small)
    return comparing().seats.get(rest, rest)


def counted(text: str) -> frozenset[str]:
    """The words of a unit: spelt-out units as their symbol, and the unit for persons beside any noun for people."""
    lower = text.lower()
    for spelt, symbol in comparing().units:
        lower = spelt.sub(symbol, lower)
    found = words(lower)
    return found | {comparing().person} if found & comparing().people else found
