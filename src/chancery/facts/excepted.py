"""Places that are named only to leave them out, or as one of several: "hors de Chine", "Italie mise à part", "notamment en Chine"."""

import re
from functools import lru_cache

from chancery.analysis import Mention
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

CLAUSE = re.compile(r"[,;:().!?\n]")
BEHIND = 60
"""Code points behind a figure among which a name is left out."""
BRACKET = " (-–"
"""What stands between a name and a figure in brackets."""
BEFORE = 40
"""Code points before a name among which the words stand that leave it out."""


@lru_cache(maxsize=8)
def _around(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What leaves out the name behind it or makes it one of several, and what leaves out the one before it."""
    lists = pack.words("numbers")["excepted"]
    opening = either((*lists["before"], *lists["mainly"]))
    before = rf"(?<!\w)(?:{opening})(?:\s(?:{either(lists['between'])}))*\s?$"
    return re.compile(before.replace(r"\s(?:", r"\s?(?:"), re.IGNORECASE), re.compile(rf"\s(?:{either(lists['behind'])})(?!\w)", re.IGNORECASE)


class Excepted:
    """The places of one document that its words leave out."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        self._before, self._behind = _around(pack)
        self._where: str = pack.words("numbers")["whereabouts"]["where"]

    def has(self, name: Mention) -> bool:
        """Whether the words around a name leave it out, or tell of it above others.

        Not from what is told of it: "à l'exception de l'Italie, où 40 sont morts".
        """
        start, text = name.span.start, self._nearby.text
        if text[name.span.end : name.span.end + len(self._where) + len(", ")].lstrip(", ").startswith(self._where):
            return False
        return self._behind.match(text, name.span.end) is not None or self._before.search(text[max(0, start - BEFORE) : start]) is not None

    def beside(self, end: int) -> list[Mention]:
        """The names left out right behind a place, in its clause: "40 morts |hors de Chine|"."""
        stop = CLAUSE.search(self._nearby.text, end)
        last = min(stop.start() if stop else end + BEHIND, end + BEHIND)
        return [name for name in self._nearby.mentions_before(last, last - end) if self.has(name)]

    def is_all(self, place: str, figure: Span, reach: int) -> bool:
        """Whether a place is named near a figure, and each time only to be left out; not where brackets bring the figure: "surtout à Lyon (300)"."""
        names = [name for name in self._nearby.mentions_before(figure.end + reach, 2 * reach) if name.span.of(self._nearby.text) == place]
        brought = self._nearby.mention_ending(self._nearby.back_over(figure.start, BRACKET))
        return bool(names) and brought not in names and all(self.has(name) for name in names)
