"""How far off something is: "à 300 km de la côte", "deux villes distantes de 500 km"."""

from chancery.analysis import Quantity, Token
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack


class Distances:
    """The distances that one document tells."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists, numbers = pack.words("numbers")["levels"], pack.words("numbers")
        self._distance: str = lists["distance"]
        self._directions_to, self._far = frozenset(lists["directions"]), frozenset(lists["far"])
        self._at_lengths = frozenset((*numbers["sums"]["at"], *numbers["whereabouts"]["at"][:2]))
        self._of = frozenset(numbers["sums"]["partitive"])

    def what(self, quantity: Quantity) -> str | None:
        """How far off, in words: "distance de la côte"; None where it is no distance."""
        at = self._nearby.at(quantity.span.start)
        before = next((token for token in self._nearby.tokens[max(0, at - 2) : at][::-1] if token.pos not in ("ADV", "DET")), None)
        first = self._nearby.at(quantity.span.end)
        towards = any(token.text.lower().rpartition("'")[2] in self._directions_to for token in self._nearby.tokens[first : first + 3])
        if before is not None and before.text.lower() in self._of and self._ahead(before).lemma.lower() in self._far:
            return self._distance  # "deux villes distantes de 500 km"
        if not towards and (before is None or before.text.lower() not in self._at_lengths):
            return None
        last = self._restricting.clause(first)
        opens = self._nearby.tokens[first : first + 1]
        told = last > first + 1 and opens[0].pos == "ADP"
        return f"{self._distance} {self._nearby.words(first, last)}" if told else None

    def _ahead(self, token: Token) -> Token:
        """The token before one."""
        return self._nearby.tokens[self._nearby.at(token.start) - 1]
