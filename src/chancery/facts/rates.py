"""For how many figures are told, where other words stand between, or only the first of a row says it.

"40 cas par semaine |pour 100.000 habitants|", "par million d'habitants, le Bork compte 90 morts, la Bordurie 80", "le Pérou (95), la Bolivie (86)".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.for_so_many import ForSoMany
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

FAR = 120
"""Code points between two figures of a row."""
END = re.compile(r"[.;\n](?!\d)")
BETWEEN = 14
"""Words between a noun and its rate."""
LEAST = 6
"""Signs of a round number that a rate is told for at a distance: "10.000"."""
ALIKE = 25
"""How many times greater one rate of a row is than another, at most."""
STOPS = ("PUNCT", "CCONJ", "SCONJ")


class Rates:
    """The rates of one document's figures."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._text, self._so_many = nearby, nearby.text, ForSoMany(nearby, pack)
        numbers = pack.words("numbers")
        lists = numbers["rates"]
        self._compared, self._parts = tuple(lists["compared"]), frozenset(lists["parts"])
        self._leads = (*numbers["apiece"]["for"], *numbers["apiece"]["out_of"], *numbers["restricting"]["rates"])
        self._codes = frozenset(units(pack).codes.values())

    def told(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures, in text order, each count with its rate."""
        return tuple(self._told(found))

    def _told(self, found: tuple[Figure, ...]) -> Iterator[Figure]:
        starts = frozenset(token.start for figure in found for token in self._nearby.inside(figure.evidence))
        rate, before = "", None
        for figure in found:
            own = self._so_many.told(figure.what or "")
            counts = bool(figure.what) and figure.unit not in (SHARE, None) and figure.unit not in self._codes
            told = own or (counts and (self._behind(figure, starts) or self._ahead(figure, before))) or ""
            row = "" if told or not (rate and counts and before is not None and self._goes_on(before, figure)) else rate
            rate, before = told or row, figure
            yield replace(figure, what=f"{figure.what} {rate}") if rate and not own else figure

    def _behind(self, figure: Figure, counted: frozenset[int]) -> str:
        """The rate in the words behind a figure, before any that break off."""
        at, last = self._nearby.at(figure.evidence.end), self._nearby.sentence(figure.evidence.start)[1]
        for token in self._nearby.tokens[at : min(at + BETWEEN, last + 1)]:
            if token.pos in STOPS or token.start in counted or token.morph.get("PronType") == "Rel":
                return ""
            words = self._so_many.at(token.start) if token.text.lower() in self._leads else ""
            if words and (len(words.split()[1]) >= LEAST or not any(sign.isdecimal() for sign in words)):
                return words
        return ""

    def _ahead(self, figure: Figure, before: Figure | None) -> str:
        """The rate that opens the sentence of its first figure, up to a comma, with no verb."""
        first, _ = self._nearby.sentence(figure.evidence.start)
        start = self._nearby.tokens[first].start if self._nearby.tokens else 0
        if before is not None and before.evidence.end > start:
            return ""
        place, words = self._so_many.first(start, figure.evidence.start)
        opening = self._nearby.tokens[first : self._nearby.at(place)]
        plain = not any(token.morph.get("VerbForm") == "Fin" or token.pos == "PUNCT" for token in opening)
        return words[0].lower() + words[1:] if words and plain and self._text[place + len(words) : place + len(words) + 1] == "," else ""

    def _goes_on(self, before: Figure, figure: Figure) -> bool:
        """Whether a figure is one of a row with the one before it: a bare number, or the same again to compare it with."""
        between = self._text[before.evidence.end : figure.evidence.start]
        near = 0 < len(between) < FAR and END.search(between) is None and figure.unit == before.unit
        if not near or not self._is_alike(before, figure):
            return False
        words = between.lower().replace("(", " ").split()
        if self._is_bare(figure):
            behind = takewhile(str.isalpha, self._text[figure.evidence.end : figure.evidence.end + FAR].lower().split()[:2])
            return not self._parts.intersection((*words, *behind))
        same = (before.what or "").startswith((figure.what or "").split()[0])
        return same and " ".join(words).endswith(self._compared)

    def _is_bare(self, figure: Figure) -> bool:
        return not any(sign.isalpha() for sign in figure.evidence.of(self._text))

    def _is_alike(self, before: Figure, figure: Figure) -> bool:
        one, other = before.value or 0, figure.value or 0
        return max(one, other) <= ALIKE * min(one, other)
