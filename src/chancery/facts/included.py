"""Of whom those are some who are told behind "dont" by no more than where they are from: "40 otages, dont deux Danois"."""

from dataclasses import replace

from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

MOST = 12
"""Counts behind the whole, at most."""


class Included:
    """The parts of one document's counts of people."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, lists = nearby, pack.words("numbers")
        self._opening, self._people = frozenset(lists["among_them"]["whose"]), lists["people"]["unit"]
        self._among, self._article = str(lists["among_them"]["among"]), str(lists["among_them"]["articles"][0])

    def told(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures, in text order; "Danois parmi les otages" for a bare "Danois"."""
        done = list(found)
        for place, figure in enumerate(found):
            whole = self._whole(found, place) if self._is_bare(figure) else None
            noun = (whole.what or "").split()[0] if whole is not None else ""
            if noun and noun not in (figure.what or ""):
                done[place] = replace(figure, what=f"{figure.what} {self._among} {self._article} {noun}")
        return tuple(done)

    def _is_bare(self, figure: Figure) -> bool:
        """Whether people are counted of whom one word says where they are from."""
        what = figure.what or ""
        return figure.unit == self._people and what[:1].isupper() and what.isalpha() and bool(figure.who)

    def _whole(self, found: tuple[Figure, ...], place: int) -> Figure | None:
        """The last count of people before "dont", where no verb stands between that and the part."""
        at = self._nearby.at(found[place].evidence.start)
        first, _ = self._nearby.sentence(found[place].evidence.start)
        opens = at - 1
        while opens > first and self._nearby.tokens[opens].text.lower() not in self._opening:
            if self._nearby.tokens[opens].pos in ("VERB", "AUX"):
                return None
            opens -= 1
        before = (one for one in reversed(found[max(0, place - MOST) : place]) if one.evidence.end <= self._nearby.tokens[opens].start)
        begin = self._nearby.tokens[first].start
        fit = (one for one in before if one.unit == self._people and one.what and one.evidence.start >= begin and (one.value or 0) > 1)
        return next(fit, None) if opens > first else None
