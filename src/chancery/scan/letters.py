"""A text as letters, one a word: a letter stands for all classes that the word is in."""

import re
import unicodedata
from functools import lru_cache

from chancery.errors import PluginError

LATIN = "[A-Za-zÀ-ÖØ-öø-ÿŒœ]"
"""Letters that most words are of: a set like this is checked ten times as fast as `[^\\W\\d_]`."""
WORD = rf"(?:{LATIN}+[^\W\d_]*|[^\W\d_]+)(?:[\u0300-\u036f]+[^\W\d_]*)*|\d+|[^\w\s]|_"
"""Letters with the marks that combine with them, figures, or one sign."""
DROW = rf"{LATIN}++(?![^\W\d_]|[\u0300-\u036f])|(?:[^\W\d_]|[\u0300-\u036f])*[^\W\d_]|\d+|[^\w\s]|_"
"""The same in a text written backwards."""
WORDS = re.compile(WORD)
UNKNOWN = frozenset(["word", "Cap", "plural", "sign", "stop", "figures"])
STOPS = ".!?"
APOSTROPHES, HYPHENS = "’‘ʼ", "‐‑"
KEPT = 50_000
"""Distinct words whose letters are remembered."""
LONG = 64
"""Code points of a word that is too long to be remembered."""


class Letters(dict[str, str]):
    """The letter of every word met, worked out at first sight."""

    def __init__(self, classes: dict[str, frozenset[str]]) -> None:
        self.classes = classes
        self.of: dict[frozenset[str], str] = {}
        """The letter of every set of classes."""
        shapes = [_figures(str(number)) for number in (1, 20, 30, 50, 99, 100, 1789, 9999, 10**5, 10**12)]
        shapes += [_figures(text) for number in range(100) for text in (str(number), f"{number:02}")]
        shapes += [frozenset(found) for found in (["word"], ["word", "plural"], ["word", "Cap"], ["sign"], ["sign", "stop"])]
        for _, known in sorted(classes.items()):
            shapes += [known | {"lower"}, known | {"Cap"}]
        for shape in shapes:
            self.of.setdefault(shape, chr(0xE000 + len(self.of)))

    def __missing__(self, word: str) -> str:
        letter = self.of[self._shape(word)]
        if len(self) > KEPT:
            self.clear()
        if len(word) < LONG:
            self[word] = letter
        return letter

    def _shape(self, word: str) -> frozenset[str]:
        if word.isdecimal():
            return _figures(word)
        plain = plainly(word)
        known = self.classes.get(plain)
        capital = word[0].isupper() and not (len(word) > 1 and word.isupper())
        if known:
            return known | {"Cap" if capital else "lower"}
        if not word[0].isalpha():
            return frozenset(["sign", "stop"] if word in STOPS else ["sign"])
        if capital:
            return frozenset(["word", "Cap"])
        return frozenset(["word", "plural"]) if plain[-1] in "sx" else frozenset(["word"])

    def commonness(self, letter: str) -> float:
        """A rough guess of how common its words are in texts: those that the pack calls common are, signs and figures less so, others are not."""
        shape = next(shape for shape, other in self.of.items() if other == letter)
        if "num" in shape:
            return 200.0
        return 1000.0 if shape <= UNKNOWN or "common" in shape else 100.0 if "sign" in shape else 1.0

    def having(self, kind: str, but: str | None = None) -> str:
        """A set of letters for `re`: those of the class, without those of the other."""
        letters = "".join(letter for shape, letter in self.of.items() if kind in shape and but not in shape)
        if not letters:
            raise PluginError(f"a pattern names <{kind}>, and no word is in that class")
        return f"[{letters}]"


def plainly(word: str) -> str:
    """A word as the lists have it: lower case, composed, with a plain apostrophe and hyphen."""
    if word in APOSTROPHES:
        return "'"
    if word in HYPHENS:
        return "-"
    lowered = word.lower()
    return lowered if lowered.isascii() else unicodedata.normalize("NFC", lowered)


@lru_cache(maxsize=1024)
def _figures(word: str) -> frozenset[str]:
    """The classes of a number in figures."""
    if len(word) > 9 or not word.isascii():
        return frozenset(["figures"])
    number, long = int(word), len(word)
    tests = {
        "day": long <= 2 and 1 <= number <= 31,
        "monthnum": long <= 2 and 1 <= number <= 12,
        "hour": long <= 2 and number <= 24,
        "minute": long == 2 and number <= 59,
        "yy": long == 2,
        "three": long == 3,
        "year": long == 4 and 1000 <= number <= 2199,
    }
    return frozenset(["num", *(name for name, passed in tests.items() if passed)])
