"""What so much money buys another currency for: "5.000 livres pour un dollar" is the "taux de change pour un dollar"."""

from chancery.analysis import Quantity
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

WORDS = 3
"""Words of "pour un dollar"."""
REACH = 6
"""Words before a sum among which its rate stands."""


class Exchange:
    """The rates of exchange that one document tells."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists = pack.words("numbers")["exchange"]
        self._against, self._one, self._rate = frozenset(lists["against"]), frozenset(lists["one"]), str(lists["called"])
        self._currencies, self._rates = frozenset(lists["currencies"]), frozenset(lists["rates"])
        self._joining = frozenset((*pack.words("numbers")["sums"]["partitive"], *lists["joining"]))
        self._opened: dict[str, str] = pack.words("numbers")["shares"]["opened"]

    def what(self, quantity: Quantity) -> str | None:
        """The rate with the other currency and where it is so; None for sums that buy no money."""
        at = self._nearby.at(quantity.span.end)
        words = self._nearby.tokens[at : at + WORDS]
        money = self._nearby.tokens[at - 1].text.lower() if at else ""
        if len(words) < WORDS or money not in self._currencies or words[0].text.lower() not in self._against:
            return None
        if words[1].text.lower() not in self._one or words[2].text.lower() not in self._currencies or any(word.index == 0 for word in words):
            return None
        behind = self._nearby.words(at, max(at + WORDS, self._restricting.clause(at + WORDS, places=True)))
        return f"{self._rate}{self._kind(quantity)}{self._currency(quantity, money)} {behind}"

    def _kind(self, quantity: Quantity) -> str:
        """Which rate it is, by the adjective right before the sum: " officiel", of "le taux officiel de 5.000 livres"; empty where none is told."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - REACH) : at]
        place = next((place for place in range(len(before) - 1, -1, -1) if before[place].lemma.lower() in self._rates), None)
        told = before[place + 1 :] if place is not None else []
        kinds = [token for token in told if token.text.lower() not in self._rate.split() and token.text.lower() not in self._joining]
        plain = bool(kinds) and all(token.pos == "ADJ" or token.dep in ("amod", "acl") for token in kinds)
        return f" {self._nearby.text[kinds[0].start : kinds[-1].end]}" if plain and kinds[-1].index == kinds[0].index + len(kinds) - 1 else ""

    def _currency(self, quantity: Quantity, money: str) -> str:
        """Whose money is priced, named before in the sentence with an adjective: " de la livre libanaise"; empty where it is not."""
        at = self._nearby.at(quantity.span.start)
        first = at - self._nearby.tokens[at].index
        for place in range(at - 2, first, -1):
            noun, adjective, article = self._nearby.tokens[place], self._nearby.tokens[place + 1], self._nearby.tokens[place - 1]
            same = noun.text.lower() == money.removesuffix("s") and adjective.pos == "ADJ"
            opened = self._opened.get(article.text.lower()) if same else None
            if opened:
                return f" {opened}{'' if opened.endswith(chr(39)) else ' '}{noun.text} {adjective.text}"
        return ""
