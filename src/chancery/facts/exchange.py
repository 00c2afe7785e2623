"""What so much money buys another currency for: "5.000 livres pour un dollar" is the "taux de change pour un dollar"."""

from chancery.analysis import Quantity
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

WORDS = 3
"""Words of "pour un dollar"."""


class Exchange:
    """The rates of exchange that one document tells."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists = pack.words("numbers")["exchange"]
        self._against, self._one, self._rate = frozenset(lists["against"]), frozenset(lists["one"]), str(lists["called"])
        self._currencies = frozenset(lists["currencies"])

    def what(self, quantity: Quantity) -> str | None:
        """The rate with the other currency and where it is so; None for sums that buy no money."""
        at = self._nearby.at(quantity.span.end)
        words = self._nearby.tokens[at : at + WORDS]
        money = self._nearby.tokens[at - 1].text.lower() if at else ""
        if len(words) < WORDS or money not in self._currencies or words[0].text.lower() not in self._against:
            return None
        if words[1].text.lower() not in self._one or words[2].text.lower() not in self._currencies or any(word.index == 0 for word in words):
            return None
        return f"{self._rate} {self._nearby.words(at, max(at + WORDS, self._restricting.clause(at + WORDS, places=True)))}"
