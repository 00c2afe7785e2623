"""A place where a rule of a grammar fits, and what its named parts say."""

from functools import lru_cache
from typing import Any

from text_to_num import text2num

from chancery.scan.fits import Fit
from chancery.scan.grammar import Grammar
from chancery.scan.letters import WORDS, plainly


class Found:
    """A rule that fits the words of a text, from the opener before it to its own last word."""

    def __init__(self, grammar: Grammar, language: str, fit: Fit, text: str) -> None:
        self.grammar, self.language, self.fit, self.text = grammar, language, fit, text
        self.rule, self.parts = fit.rule, fit.parts
        self.words = WORDS.findall(text)

    def whole_place(self) -> tuple[int, int]:
        """Where it stands in the text, without the opener."""
        return self.place(self.fit.first, self.fit.after)

    def place(self, first: int, after: int) -> tuple[int, int]:
        """From where one word begins to where the one before another ends."""
        if first == 0 and after == len(self.words):
            return 0, len(self.text)
        places = list(WORDS.finditer(self.text))
        return places[first].start(), places[after - 1].end()

    def __contains__(self, part: str) -> bool:
        return part in self.parts

    def plain(self, part: str) -> str:
        """The words of a part as the lists have them, without the spaces between."""
        first, after = self.parts[part]
        return "".join(map(plainly, self.words[first:after]))

    def written(self, part: str) -> str:
        """The part as it stands in the text."""
        return self.text[slice(*self.place(*self.parts[part]))]

    def named(self, part: str, table: str | None = None) -> Any:
        """What the word of a part stands for in a table of the pack; None if the part is missing or the table lacks the word."""
        if part not in self.parts:
            return None
        return self.grammar.values[table or part].get(self.plain(part))

    def number(self, part: str) -> float | None:
        """The number that a part writes in figures or words; None if it is missing or writes none."""
        if part not in self.parts:
            return None
        first, after = self.parts[part]
        word = self.words[first]
        if after - first == 1 and len(word) <= 15 and word.isdecimal():
            return float(word)
        return number(" ".join(map(plainly, self.words[first:after])), self.language)

    def whole(self, part: str) -> int | None:
        """The same where it is a whole number."""
        found = self.number(part)
        return int(found) if found is not None and found == int(found) else None


@lru_cache(maxsize=4096)
def number(words: str, language: str) -> float | None:
    """The number written by words with one space between; a point or a space groups, a comma begins the decimals.

    >>> number("11 000", "fr"), number("30 , 4", "fr"), number("quatre - vingt - dix", "fr"), number("1 er", "fr")
    (11000.0, 30.4, 90.0, 1.0)
    """
    figures = words.split()
    if figures[0].isdecimal():
        joined, _, decimals = words.partition(",")
        digits = "".join(part for part in joined.split() if part.isdecimal())
        return float(f"{digits}.{decimals.strip() or 0}") if len(digits) <= 15 else None
    try:
        return float(text2num(words.replace(" - ", "-"), language))
    except ValueError:
        return None
