"""What a share or a sum is told of: "le nombre de départs est en hausse de 9 %", "une amende de 1.000 euros", "3 millions d'euros d'aide"."""

from collections.abc import Iterator

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import complements, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.listed import Listed
from chancery.facts.moments import clause_head
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

BEFORE = 7
"""Words before a comma among which the noun for a share stands."""
APPOSED = (",", "(", ":")
CLOSE_BY = 12
"""Code points between a noun and its complement that are still named with it."""
BETWEEN = ("ADJ", "ADP", "ADV", "DET", "PUNCT")
"""What may stand between a noun and the sum that it is of; a comma may not."""
ENDING = 7
"""Words of a noun phrase that ends in a sum or share."""
DEEP = 4
"""Governors among which the noun before a sum is."""


def outermost(quantity: Quantity, head: Token) -> Token:
    """The word of a quantity that hangs on the rest of its sentence: "près" of "près de 300 soldats"."""
    while quantity.span.contains(head.head.span) and head.head is not head:
        head = head.head
    return head


def above(token: Token, most: int) -> Iterator[Token]:
    """The governors of a token, the nearest first, at most so many."""
    for _ in range(most):
        if token.head is token:
            return
        token = token.head
        yield token


class Measured:
    """The nouns that shares and sums are told of, in one document."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        lists, sums = pack.words("numbers")["shares"], pack.words("numbers")["sums"]
        self._measured = frozenset(lists["measured"])
        self._changing, self._change_nouns = Listed(lists["change_verbs"], pack), frozenset(lists["change_nouns"])
        self._of, self._at = sums["of"], frozenset(sums["at"])
        self._partitive, self._currencies = frozenset(sums["partitive"]), frozenset(sums["currencies"])
        self._known = units(pack)
        self._units = frozenset(self._known.codes.values())
        self._amounts, self._reaching = Listed(sums["verbs"], pack), frozenset(sums["reaching"])
        self._no_noun = frozenset(sums["no_noun"])
        self._measures = frozenset(sums["measures"])
        self._money = frozenset(pack.words("numbers")["money"]["units"])

    def is_sum(self, quantity: Quantity | Figure) -> bool:
        """Whether it is money, in a currency of the lists."""
        return quantity.unit in self._money or (quantity.unit or "").lower() in self._currencies

    def what(self, quantity: Quantity, noun: Token | None) -> str | None:
        """Of what, in words: of a sum the noun behind it comes first, "3 millions d'euros d'aide"; else the noun found before."""
        if self.is_sum(quantity) and (behind := self._behind(quantity)):
            return behind
        if noun is not None:
            return self._phrase(quantity, noun)
        return quantity.what if self._is_measure(quantity) else None

    def has(self, quantity: Quantity) -> bool:
        """Whether its own noun says nothing of what it is of: a sum, a share or a measure."""
        return self.is_sum(quantity) or quantity.what is None or self._is_measure(quantity)

    def _is_measure(self, quantity: Quantity) -> bool:
        """Whether it is only so many points or degrees."""
        return (quantity.what or "").lower() in self._measures

    def noun(self, quantity: Quantity, head: Token) -> Token | None:
        """The noun that it is told of: what changes by it, what it amounts to, else the noun that it hangs on; None for what is counted itself."""
        if not (self.is_sum(quantity) or quantity.unit in self._units or self._is_measure(quantity)):
            return None
        outer = outermost(quantity, head)
        rated = self._rate(outer, outer.head) or self._rate_before(quantity) if quantity.unit == SHARE else None
        return self._changed(quantity, head, outer) or rated or self._governing(quantity, head) or self._amounting(quantity, outer)

    def _phrase(self, quantity: Quantity, noun: Token) -> str:
        """The noun with its complement, if that stands close by."""
        parts = complements(noun, "de")
        of = next((part for part in parts if part.pos == "NOUN" and part.start > noun.end and not quantity.span.contains(part.span)), None)
        return self._nearby.text[noun.start : of.end] if of and of.start - noun.end <= CLOSE_BY else noun.text

    def _behind(self, quantity: Quantity) -> str | None:
        """The noun right behind a sum, with its own complement: "d'avions de combat"."""
        tokens = self._nearby.tokens
        at = self._nearby.at(quantity.span.end)
        if at + 1 >= len(tokens) or tokens[at].text.lower() not in self._partitive or not self._is_thing(tokens[at + 1]):
            return None
        last = first = tokens[at + 1]
        if at + 3 < len(tokens) and tokens[at + 2].text.lower() in self._partitive and self._is_thing(tokens[at + 3]):
            last = tokens[at + 3]
        return self._nearby.text[first.start : last.end]

    def _is_thing(self, token: Token) -> bool:
        return token.pos == "NOUN" and token.text.lower() not in self._known.not_things

    def _governing(self, quantity: Quantity, head: Token) -> Token | None:
        """The noun before it that it is the amount of: "une amende de 1.000 euros", "un abattement de 30 %", "un salaire à 100 %"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - ENDING) : at][::-1]
        case = next((token for token in before if token.pos not in ("ADV", "DET", "NUM")), None)
        joined = case.lemma.lower().split(" ")[0] if case is not None and case.pos == "ADP" else ""
        if case is None or not (joined == self._of or (quantity.unit == SHARE and joined in self._at)):
            return None
        noun = next((token for token in before if token.end < case.end and not self._between(token)), None)
        if noun is None or not self._is_named(noun):
            return None
        top = self._top(noun) if joined == self._of else noun
        return top if any(token in (noun, top) for token in above(head, DEEP)) else None

    def _between(self, token: Token) -> bool:
        """Whether a word may stand between a noun and its amount."""
        described = token.pos == "VERB" and token.dep in ("acl", "amod")
        return described or (token.pos in BETWEEN and token.text != ",")

    def _amounting(self, quantity: Quantity, outer: Token) -> Token | None:
        """What comes to so much: "le coût est estimé à 3 millions d'euros", "l'amende est de 1.000 euros"."""
        verb = outer.head
        if self._nearby.text[: quantity.span.start][-2:].rstrip().endswith(","):
            return None  # "l'un coûte 3 euros, l'autre, 4 euros"
        if outer.child("cop"):
            found = own_subject(outer) if preposition(outer) in ("", self._of) else None
        else:
            told = self._amounts.verb(verb) if verb.start < outer.start and preposition(outer) in self._reaching else None
            found = subject(verb) if told else None
        return found if found is not None and self._is_named(found) else None

    def _is_named(self, token: Token) -> bool:
        """Whether it is a noun for a thing, and for nobody."""
        return self._is_thing(token) and token.text.lower() not in self._no_noun and not self._known.counts_people(token.text)

    def _top(self, noun: Token) -> Token:
        """The rate that a noun is only the complement of: "taux de chômage"."""
        above = noun.head
        rate = (
            noun.dep.startswith("nmod")
            and noun.child("det") is None
            and above.pos == "NOUN"
            and 0 < noun.start - above.end <= CLOSE_BY
            and preposition(noun) == self._of
        )
        return above if rate and self._is_named(above) else noun

    def _changed(self, quantity: Quantity, head: Token, outer: Token) -> Token | None:
        """What rises or falls by it."""
        governor = outer.head
        if preposition(outer) != self._of:
            return None
        if governor.dep == "obj" and governor.pos in ("NOUN", "PROPN") and self._changing.verb(governor.head):
            return governor  # "augmenter le Smic de 25 %"
        if governor.pos == "ADJ":  # "la dette est supérieure de 20 %"
            found = own_subject(governor)
        elif not (self._changing.verb(governor) or governor.lemma.lower() in self._change_nouns):
            return None
        else:
            parts = (*complements(governor, self._of), *complements(head, self._of)) if governor.pos == "NOUN" else governor.all("obj")
            noun = next((part for part in parts if not quantity.span.contains(part.span)), None)
            found = noun or subject(clause_head(governor))
        return found if found is not None and (found.pos == "NOUN" or found.dep == "obj") else None

    def _rate(self, head: Token, governor: Token) -> Token | None:
        """The noun for a share that it hangs on, or that is the subject of its clause."""
        for token in (governor, subject(governor), own_subject(head)):
            if token is not None and token.pos == "NOUN" and token.lemma.lower() in self._measured:
                return token
        return None

    def _rate_before(self, quantity: Quantity) -> Token | None:
        """The noun for a share that ends, with its adjectives and complement, at the comma before it."""
        at = self._nearby.at(quantity.span.start)
        if at == 0 or self._nearby.tokens[at - 1].text not in APPOSED:
            return None
        before = reversed(self._nearby.tokens[max(0, at - 1 - BEFORE) : at - 1])
        return next((token for token in before if token.pos == "NOUN" and token.lemma.lower() in self._measured), None)
