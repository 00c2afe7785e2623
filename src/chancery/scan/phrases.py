"""The phrases of a word list: as a pattern, and as the end of a text; and a text as patterns and lists have it, letter for letter."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SPACES = " \u00a0\u202f\u2009"
SPACE = f"[{SPACES}]"
CLASSES = {" ": SPACE, "'": "['’]"}
"""What a sign of a phrase may be written as."""


def small(text: str) -> str:
    """In small letters, each where it stood: so are those too whose small form is two letters, or that only `re.IGNORECASE` takes for others.

    >>> small("Dİx TROIſ")
    'dix trois'
    """
    return text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()


def plain(text: str) -> str:
    """As the lists have it: small letters, plain spaces and apostrophes."""
    return small(text).replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ").replace("’", "'")


class Written(NamedTuple):
    """A text as it is written, and as patterns and lists have it; every sign of it is at the same place in each."""

    text: str
    small: str
    plain: str


def written(text: str) -> Written:
    """A text in all three ways."""
    return Written(text, small(text), plain(text))


def either(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, with any space and either apostrophe; none of them fits if there are none.

    What they begin with is written once, so that a place where none stands costs no more than its first letters.

    >>> re.search(either(["pour cent"]), "12 pour\\u00a0cent").group()
    'pour\\xa0cent'
    >>> either(["mai", "mars", "ma"])
    '(?:ma(?:i|rs)?)'
    """
    return _either(frozenset(phrases))


@lru_cache(maxsize=512)
def _either(phrases: frozenset[str]) -> str:
    """The pattern, made once for a list."""
    return f"(?:{pattern})" if (pattern := _tree(sorted(phrases))) else "(?!)"


def _tree(phrases: list[str]) -> str:
    """The same of phrases in order; "" of the empty one, or of none."""
    ways: dict[str, list[str]] = {}
    for phrase in phrases:
        ways.setdefault(phrase[:1], []).append(phrase[1:])
    ends = ways.pop("", None) is not None
    patterns = [(CLASSES.get(first) or re.escape(first)) + _tree(rest) for first, rest in ways.items()]
    if not patterns:
        return ""
    return patterns[0] if len(patterns) == 1 and not ends else f"(?:{'|'.join(patterns)})" + ("?" if ends else "")


class Endings:
    """Phrases, to look up which of them a text ends in: faster than a pattern that is anchored at the end, which tries every place before it."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, tuple[str, ...]] = {}
        """By the last two letters; all phrases have as many."""
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            self._by_last[phrase[-2:]] = (*self._by_last.get(phrase[-2:], ()), phrase)
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
        phrases = self._by_last.get(bare[-2:], ())
        if not bare.endswith(phrases):
            return None
        for phrase in phrases:
            if bare.endswith(phrase) and not (len(bare) > len(phrase) and (bare[-len(phrase) - 1].isalnum() or bare[-len(phrase) - 1] == "_")):
                return phrase + text[len(bare) :]
        return None
