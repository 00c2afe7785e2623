"""The words of a quantity in its sentence, and the nouns that an amount may be of."""

from collections.abc import Iterator

from chancery.analysis import Quantity, Token
from chancery.analysis.units import units
from chancery.languages import Pack


def outermost(quantity: Quantity, head: Token) -> Token:
    """The word of a quantity that hangs on the rest of its sentence: "près" of "près de 300 soldats"."""
    while quantity.span.contains(head.head.span) and head.head is not head:
        head = head.head
    return head


def leading(role: Token) -> Token:
    """The first of those counted side by side, which tells what all of them are to the verb."""
    while role.dep == "conj" and role.head.pos in ("NOUN", "PROPN") and role.head.start < role.start:
        role = role.head
    return role


def above(token: Token, most: int) -> Iterator[Token]:
    """The governors of a token, the nearest first, at most so many."""
    for _ in range(most):
        if token.head is token:
            return
        token = token.head
        yield token


class Naming:
    """The nouns of a pack that an amount may be of."""

    def __init__(self, pack: Pack) -> None:
        numbers = pack.words("numbers")
        sums, levels = numbers["sums"], frozenset(numbers["levels"]["nouns"])
        self._known, self._currencies, self._powers = (
            units(pack),
            frozenset((*sums["currencies"], *numbers["money"]["called"].values())),
            frozenset(numbers["powers"]),
        )
        self._no_noun = frozenset((*sums["no_noun"], *numbers["whose"]["totals"])) - levels

    def is_named(self, token: Token) -> bool:
        """Whether it is a noun for a thing, and for nobody."""
        return self.is_thing(token) and token.text.lower() not in self._no_noun and not self._known.counts_people(token.text)

    def is_nobody(self, token: Token) -> bool:
        """Whether it is a noun for a thing, be it one of set phrases ("le titre a pris 3 %")."""
        return self.is_thing(token) and not self._known.counts_people(token.text)

    def is_thing(self, token: Token) -> bool:
        """Whether it is a noun for something that may have an amount: no unit, no currency, no power."""
        word = token.text.lower()
        thing = word not in self._known.not_things and word not in self._currencies and word not in self._powers
        return token.pos == "NOUN" and thing and word[:1].isalpha()
