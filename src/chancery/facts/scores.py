"""What the shares that stand beside names are of: votes, answers in polls, popularity."""

import re
from bisect import bisect_left
from functools import cached_property

from chancery.analysis import Quantity
from chancery.analysis.counted import SHARE
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.number_words import either

AHEAD = 80
"""Code points behind a share in which its sentence may yet say what it is of."""
BACK = 3000
"""And before it."""


class Scores:
    """The scores of one document: what its words last spoke of before each."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        lists = pack.words("numbers")["scores"]
        self._text, self._lists, self._people_only = nearby.text, lists["of"], frozenset(lists["people_only"])

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
        found = sorted(
            (match.start(), what)
            for what, words in self._lists.items()
            for match in re.finditer(rf"(?<!\w)(?:{either(words)})(?!\w)", self._text, re.IGNORECASE)
        )
        return [place for place, _ in found], [what for _, what in found]
