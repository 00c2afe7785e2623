"""Whose a share or so many points are by the clause alone: "Anna Blanc n'est qu'à 25 %", "bondit de 20 points"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.span import Span

SCORING = ("person:", "party:", "org:", "group:")
"""Who has a share of votes or opinions; a state has none."""


class Scorers:
    """Whose the shares and points of one document are."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._units = frozenset((SHARE, *lists["points"]))
        self._with, self._rivals = frozenset(lists["ranked_with"]), frozenset(lists["rivals"])

    def of(self, quantity: Quantity, outer: Token, head: Token) -> tuple[str, ...]:
        """Who is at so many, or does something with, by or at so many, if the verb has no object that they are told of."""
        if quantity.unit not in self._units:
            return ()
        if head.child("cop") is not None and head.head is head:
            return self._scoring(own_subject(head))
        verb = outer.head
        if not outer.dep.startswith("obl") or preposition(outer) not in self._with or verb.pos != "VERB" or is_passive(verb):
            return ()
        acts = subject(verb)
        told = any(child.pos != "PRON" for child in verb.all("obj"))
        if acts is None or told or verb.end > quantity.span.start or acts.end > quantity.span.start:
            return ()
        between = self._nearby.inside(Span(verb.end, quantity.span.start))
        return () if any(word.text.lower() in self._rivals or word.pos == "VERB" for word in between) else self._scoring(acts)

    def _scoring(self, acts: Token | None) -> tuple[str, ...]:
        found = self._who.acting(acts)
        return found if len(found) and found[0].startswith(SCORING) else ()
