"""The body of which so many states are told to be members, where the text has named it before: "les 28 pays membres"."""

from chancery.analysis import Quantity, Token
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.register import register_for

NAMED = 600
"""Code points before so many members in which their body has been named."""


class Memberships:
    """The bodies of states that one document names."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        numbers = pack.words("numbers")
        lists = numbers["whose"]
        self._states, self._members = frozenset((*lists["kinds"], *lists["country"])), frozenset(lists["members"])
        self._of = frozenset(numbers["whereabouts"]["of"])

    def of(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The body of states named last before so many members, if nothing behind them names theirs."""
        at = self._nearby.at(head.end)
        words = [token.text.lower() for token in self._nearby.tokens[at : at + 2]]
        if head.lemma.lower() not in self._states or words[:1] == [] or words[0] not in self._members or not self._of.isdisjoint(words[1:]):
            return ()
        named = (name.actor for name in self._nearby.mentions_before(quantity.span.start, NAMED) if name.actor and name.type == "ORG")
        return next(((body,) for body in named if register_for(None).members(body)), ())
