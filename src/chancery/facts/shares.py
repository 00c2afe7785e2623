"""What a share is told of, where no noun follows it: "le nombre de départs est en hausse de 9 %"."""

from bisect import bisect_left
from collections.abc import Sequence

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import complements, own_subject, preposition, subject
from chancery.facts.moments import clause_head
from chancery.languages import Pack
from chancery.languages.conjugation import Forms

BEFORE = 7
"""Words before a comma among which the noun for a share stands."""
APPOSED = (",", "(", ":")
CLOSE_BY = 12
"""Code points between a noun and its complement that are still named with it."""


def outermost(quantity: Quantity, head: Token) -> Token:
    """The word of a quantity that hangs on the rest of its sentence: "près" of "près de 300 soldats"."""
    while quantity.span.contains(head.head.span) and head.head is not head:
        head = head.head
    return head


class Shares:
    """The nouns that shares are told of, in one document."""

    def __init__(self, text: str, tokens: Sequence[Token], pack: Pack) -> None:
        self._text, self._tokens, self._edges = text, tokens, [token.start for token in tokens]
        lists = pack.words("numbers")["shares"]
        self._measured = frozenset(lists["measured"])
        self._changing, self._changes = Forms(lists["change_verbs"], pack), frozenset((*lists["change_verbs"], *lists["change_nouns"]))

    def measured(self, quantity: Quantity, head: Token) -> str | None:
        """What a share is told of: "le nombre de départs est en hausse de 9 %", "un taux de chômage à 10 %", "l'abstention, 58 %,"."""
        outer = outermost(quantity, head)
        noun = self._changed(outer, outer.head) or self._rate(outer, outer.head) or self._rate_before(quantity)
        if noun is None:
            return None
        parts = complements(noun, "de")
        of = next((part for part in parts if part.pos == "NOUN" and part.start > noun.end and not quantity.span.contains(part.span)), None)
        return self._text[noun.start : of.end] if of and of.start - noun.end <= CLOSE_BY else noun.text

    def _changed(self, head: Token, governor: Token) -> Token | None:
        """What rises or falls by it."""
        if preposition(head) != "de" or self._changing.infinitive(governor.text, governor.lemma.lower()) not in self._changes:
            return None
        noun = next(iter(complements(governor, "de")), None) if governor.pos == "NOUN" else None
        found = subject(clause_head(governor)) if noun is None or noun is head else noun
        return found if found is not None and found.pos == "NOUN" else None

    def _rate(self, head: Token, governor: Token) -> Token | None:
        """The noun for a share that it hangs on, or that is the subject of its clause."""
        for token in (governor, subject(governor), own_subject(head)):
            if token is not None and token.pos == "NOUN" and token.lemma.lower() in self._measured:
                return token
        return None

    def _rate_before(self, quantity: Quantity) -> Token | None:
        """The noun for a share that ends, with its adjectives and complement, at the comma before it."""
        at = bisect_left(self._edges, quantity.span.start)
        if at == 0 or self._tokens[at - 1].text not in APPOSED:
            return None
        before = reversed(self._tokens[max(0, at - 1 - BEFORE) : at - 1])
        return next((token for token in before if token.pos == "NOUN" and token.lemma.lower() in self._measured), None)
