"""For how many the figures of a row are told, where only the first says it: "le Pérou (95 morts |pour 100.000 habitants|), la Bolivie (86)"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either

FAR = 120
"""Code points between two figures of a row."""
END = re.compile(r"[.;\n](?!\d)")


@lru_cache(maxsize=8)
def _rate(pack: Pack) -> re.Pattern[str]:
    """What says for how many something is told."""
    numbers = pack.words("numbers")
    leads = either([*numbers["apiece"]["for"], *numbers["restricting"]["rates"]])
    of = either(numbers["apiece"]["of"])
    return re.compile(rf"\s(?:{leads})\s(?:\d[\d.\s]*\d|{either(numbers['apiece']['round'])})(?:\s(?:{of})?\s?\w+)?", re.IGNORECASE)


class Rates:
    """The rows of one document's figures."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._text, self._pattern = nearby.text, _rate(pack)

    def told(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures, in text order, each bare one in brackets with the rate of those before it in its row."""
        return tuple(self._told(found))

    def _told(self, found: tuple[Figure, ...]) -> Iterator[Figure]:
        rate, before = "", None
        for figure in found:
            own = self._pattern.search(figure.what or "")
            goes_on = before is not None and figure.unit == before.unit and figure.what and self._is_bare(figure) and self._is_near(before, figure)
            rate = own.group() if own else rate if goes_on else ""
            before = figure
            yield replace(figure, what=f"{figure.what}{rate}") if rate and not own else figure

    def _is_bare(self, figure: Figure) -> bool:
        span = figure.evidence
        bracketed = self._text[span.start - 1 : span.start] == "(" and self._text[span.end : span.end + 1] in (")", ",")
        return bracketed and not any(sign.isalpha() for sign in span.of(self._text))

    def _is_near(self, before: Figure, figure: Figure) -> bool:
        between = self._text[before.evidence.end : figure.evidence.start]
        return 0 < len(between) < FAR and END.search(between) is None
