"""Names spelled out beside their acronym: `Agence du fleuve Niger (AFN)`, or the other way round."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

ACRONYM = re.compile(r"[^\W\d_a-zà-ÿ]{2,9}")
NAMED = re.compile(r"[^\W\d_a-zà-ÿ](?:[^\W\d_]{3,8})")
"""An acronym also as it is written once it is read as a word: `Fnadepa`."""
CLOSING = ('"', "»", "”")
SPARE = 6
"""Words that give no letter (articles, prepositions), at most."""


class Word(Protocol):
    """What is looked at of a word."""

    @property
    def text(self) -> str: ...


def spelled(run: Sequence[Word], loose: bool = False) -> list[str]:
    """For each word `acr` if it is an acronym that is spelled out beside it, `full=B` or `full=I` if it belongs to what spells one out, else ''.

    Loosely, a comma may stand in what spells it out, and it may be written in small letters behind its first: `Comité d'achat, de vente (Cav)`.

    >>> from chancery.analysis.name_lexicon import Unit
    >>> words = [Unit(0, 0, text, "X") for text in "à l' Agence du fleuve Niger ( AFN )".split()]
    >>> spelled(words)
    ['', '', 'full=B', 'full=I', 'full=I', 'full=I', '', 'acr', '']
    """
    marks, acronyms = [""] * len(run), NAMED if loose else ACRONYM
    for index, word in enumerate(run):
        if word.text != "(" or index == 0 or index + 2 >= len(run):
            continue
        inside, before = run[index + 1].text, run[index - 1].text
        if run[index + 2].text == ")" and acronyms.fullmatch(inside):
            end = index - (before in CLOSING)  # `"prime de pêche" (PP)`
            _mark(marks, index + 1, _start(run, end, inside, loose), end)
        elif acronyms.fullmatch(before):
            end = next((place for place in range(index + 1, min(len(run), index + 12 + SPARE)) if run[place].text == ")"), index)
            if end > index and _start(run, end, before, loose) == index + 1:
                _mark(marks, index - 1, index + 1, end)
    return marks


def _mark(marks: list[str], acronym: int, start: int | None, end: int) -> None:
    if start is not None:
        marks[acronym] = "acr"
        marks[start:end] = ["full=B", *["full=I"] * (end - start - 1)]


def _start(run: Sequence[Word], end: int, acronym: str, loose: bool) -> int | None:
    """Where the words begin that end at `end` and whose initials are the acronym's letters; None if there are none."""
    left, spare = [_bare(letter) for letter in acronym], SPARE
    for place in range(end - 1, -1, -1):
        text = run[place].text
        if loose and text == ",":
            continue
        if not text[0].isalpha():
            return None
        if _bare(text[0]) == left[-1]:
            left.pop()
            if not left:
                return place if end - place > 1 else None
        else:
            spare -= 1
            if spare < 0 or text[0].isupper():
                return None
    return None


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].upper()
