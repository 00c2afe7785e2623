"""What the shares that stand beside names are of: votes, answers in polls, popularity."""

import re
from bisect import bisect_left
from functools import cached_property, lru_cache

from chancery.analysis import Quantity
from chancery.analysis.counted import SHARE
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either

AHEAD = 80
"""Code points behind a share in which its sentence may yet say what it is of."""
BACK = 3000
"""And before it."""


@lru_cache(maxsize=8)
def _cues(pack: Pack) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What scores may be of, each with the words that say so."""
    lists = pack.words("numbers")["scores"]["of"]
    return tuple((what, re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)", re.IGNORECASE)) for what, words in lists.items())


class Scores:
    """The scores of one document: what its words last spoke of before each."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        lists = pack.words("numbers")["scores"]
        self._text, self._cues, self._people_only = nearby.text, _cues(pack), frozenset(lists["people_only"])

    def what(self, quantity: Quantity, who: tuple[str, ...]) -> str | None:
        """What a share of somebody's is of, if the text speaks of votes or polls; a state has no score."""
        if quantity.unit != SHARE or not any(actor.startswith(("person:", "org:")) for actor in who):
            return None
        places, told = self._said
        at = bisect_left(places, quantity.span.start)
        ahead = self._text[quantity.span.end : quantity.span.end + AHEAD].split("\n")[0].split(". ")[0]
        if at < len(places) and places[at] < quantity.span.end + len(ahead):
            found: str | None = told[at]
        else:
            found = told[at - 1] if at and quantity.span.start - places[at - 1] <= BACK else None
        return None if not found or (found in self._people_only and not any(actor.startswith("person:") for actor in who)) else found

    @cached_property
    def _said(self) -> tuple[list[int], list[str]]:
        """Where the text says what scores are of, and what."""
        found = sorted((match.start(), what) for what, pattern in self._cues for match in pattern.finditer(self._text))
        return [place for place, _ in found], [what for _, what in found]
