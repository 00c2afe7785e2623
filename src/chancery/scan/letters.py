"""A text as letters, one a word: a letter stands for all classes that the word is in."""

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate

from chancery.errors import PluginError

WORDS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|\d+|[^\w\s]|_")
UNKNOWN = frozenset(["word", "Cap", "plural", "sign", "stop", "figures"])
STOPS = ".!?"
APOSTROPHES, HYPHENS = "’‘ʼ", "‐‑"
KEPT = 100_000
"""Distinct stretches whose letters are remembered."""
LONG = 64
"""Code points of a stretch that is too long to be remembered."""


class Letters(dict[str, str]):
    """The letters of every stretch without white space that was met ("l'accord,"), worked out at first sight: most come again and again."""

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

    def __missing__(self, stretch: str) -> str:
        words = [stretch] if stretch.isalpha() else WORDS.findall(stretch)
        letters = self.of[self._shape(stretch)] if len(words) == 1 else "".join(map(self.__getitem__, words))
        if len(self) > KEPT:
            self.clear()
        if len(stretch) < LONG:
            self[stretch] = letters
        return letters

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
            return 20.0
        return 1000.0 if shape <= UNKNOWN or "common" in shape else 100.0 if "sign" in shape else 1.0

    def having(self, kind: str, but: str | None = None) -> str:
        """A set of letters for `re`: those of the class, without those of the other."""
        letters = "".join(letter for shape, letter in self.of.items() if kind in shape and but not in shape)
        if not letters:
            raise PluginError(f"a pattern names <{kind}>, and no word is in that class")
        return f"[{letters}]"


class Line:
    """A line of a text with its letters. Where a word stands is worked out when it is asked for, since most words never are."""

    def __init__(self, text: str, letters: Letters) -> None:
        self.text = text
        self._stretches = text.split()
        self._parts = [letters[stretch] for stretch in self._stretches]
        self.letters = "".join(self._parts)

    def start(self, index: int) -> int:
        """Where in the line the word of that letter begins."""
        number, inside = self._stretch(index)
        return self._starts[number] + (_words(self._stretches[number])[inside][0] if inside else 0)

    def end(self, index: int) -> int:
        """Where it ends."""
        number, inside = self._stretch(index)
        return self._starts[number] + _words(self._stretches[number])[inside][1]

    def _stretch(self, index: int) -> tuple[int, int]:
        """The number of the stretch that holds a word, and the word's place in it."""
        number = bisect_right(self._ends, index)
        return number, index - (self._ends[number - 1] if number else 0)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(map(len, self._parts)))

    @cached_property
    def _starts(self) -> list[int]:
        """Where the stretches begin; nothing but white space lies between them."""
        found, place, text = [], 0, self.text
        for stretch in self._stretches:
            place = text.index(stretch, place)
            found.append(place)
            place += len(stretch)
        return found


@lru_cache(maxsize=8192)
def _words(stretch: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a stretch begin and end."""
    return tuple(match.span() for match in WORDS.finditer(stretch))


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
