"""Where in a text the words stand without which no rule fits: found over bytes, at a fraction of what it costs to look at every word."""

import re
from collections.abc import Set
from unicodedata import combining, normalize

from chancery.scan.letters import WORDS, Letters
from chancery.scan.phrases import either

SPACE, FIGURE = 0x20, 0x30


def _shadow(code: int) -> int:
    """What a code point of Latin-1 becomes: figures 0, letters small, all else a space."""
    sign = chr(code)
    if sign.isdecimal():
        return FIGURE
    return min(ord(sign.lower()), 0xFF) if WORDS.match(sign) and sign.isalnum() else SPACE


SHADOW = bytes(map(_shadow, range(256)))
LETTER = b"[" + re.escape(bytes(sorted(set(SHADOW) - {SPACE, FIGURE}))) + b"]"
FIGURES = re.compile(b"00*")
BESIDE = re.compile(b"0(?=" + LETTER + b")")
"""The last figure before a letter: "16h"."""


class Triggers:
    """The words of a grammar without which no rule of it fits."""

    def __init__(self, letters: Letters, wanted: Set[str]) -> None:
        self._letters, self._wanted = letters, wanted
        words = {word for word, kinds in letters.classes.items() if {letters.of[kinds | {"lower"}], letters.of[kinds | {"Cap"}]} & wanted}
        single = [word for word in words if WORDS.fullmatch(word)]
        unlisted = any(letter in wanted for shape, letter in letters.of.items() if not shape & {"lower", "Cap", "num"} or shape == {"word", "Cap"})
        self._marks = sorted({mark for mark in normalize("NFD", "".join(single)) if combining(mark)})
        """What may stand behind the letters of these words, where a text writes marks by themselves: then too."""
        self._quick = max("".join(single), default="") <= "\xff" and not unlisted
        """Not where words are not of Latin-1, or words that no list has are among them: then every word is looked at."""
        self._words = re.compile(b" %s(?!%s)" % (either(filter(str.isalpha, single)).encode("latin-1", "replace"), LETTER))
        self._signs = sorted(word for word in single if not word.isalnum())

    def places(self, text: str) -> list[int]:
        """Where such words begin, and perhaps others, in text order."""
        letters_of, wanted = self._letters, self._wanted
        if not self._quick or any(mark in text for mark in self._marks):
            return [found.start() for found in WORDS.finditer(text) if letters_of[found.group()] in wanted]
        shadow = b" " + text.encode("latin-1", "replace").translate(SHADOW)
        places = [place for found in self._words.finditer(shadow) if not _in_word(text, place := found.start())]
        europe = text.isascii()
        for found in FIGURES.finditer(shadow):
            place, end = found.start() - 1, found.end() - 1
            if letters_of[text[place:end] if europe else _figures(text, place, end)] in wanted:
                places.append(place)
        places += [found.start() for found in BESIDE.finditer(shadow)]
        for sign in self._signs:
            place = text.find(sign)
            while place >= 0:
                places.append(place)
                place = text.find(sign, place + 1)
        return sorted(places)


def _figures(text: str, start: int, end: int) -> str:
    """The whole number whose European figures stand there; one that begins with figures of another alphabet is found nowhere, as `_`."""
    if start and text[start - 1].isdecimal():
        return "_"
    while text[end : end + 1].isdecimal():
        end += 1
    return text[start:end]


def _in_word(text: str, place: int) -> bool:
    """Whether a letter, of another alphabet or with a mark of its own, stands before a place."""
    before = text[place - 1] if place else " "
    return (before.isalnum() and not before.isdecimal()) or combining(before) > 0
