"""Whether what is counted is the object of its verb, or what something is done with, whatever the parser hangs it on."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, preposition
from chancery.analysis.units import units
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.span import Span

NOUNS = ("NOUN", "PROPN")
ABOUT = ("ADV", "ADP", "NUM")
"""What the parser makes of "près de", "plus de" and a bare number."""
ARTICLE = 5
"""Code points between a verb and its object, where only "des" stands there."""


class Direct:
    """The objects among the quantities of one document."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._between: str = pack.words("numbers")["ranges"]["between"]
        self._given_with, self._fronted = frozenset(lists["with"]), frozenset(lists["fronted"])
        self._paid_for, self._paying_for = frozenset(lists["paid_for"]), Listed(lists["paying_for"], pack)
        self._bodies = frozenset((*lists["groups"], *lists["firms"]))
        known = units(pack)
        self._codes, self._people_unit = frozenset(known.codes.values()), known.people_unit

    def plainly(self, quantity: Quantity, outer: Token, head: Token) -> bool:
        """Whether they are the object, and no preposition governs them."""
        return self.is_direct(outer, quantity) or (self.is_object(outer, head) and outer.pos in ABOUT and not self._governed(quantity))

    def is_object(self, outer: Token, head: Token, quantity: Quantity | None = None) -> bool:
        """Whether it is the object of its verb, or what the verb is done with; "près de" and the like make it hang on other ways."""
        if self.is_direct(outer, quantity):
            return True
        if outer is not head and outer.pos in ABOUT:
            return outer.dep in ("advmod", "obl:arg")
        return outer.dep.startswith("obl") and preposition(outer) in self._given_with

    def is_direct(self, outer: Token, quantity: Quantity | None = None) -> bool:
        """Whether it is the object; of "a mené des milliers de tests" and of "emploie entre 3 et 5 agents" the parser makes a complement."""
        case = outer.child("case")
        if case is not None and preposition(outer) == self._between and outer.dep.startswith("obl") and 0 <= case.start - outer.head.end <= ARTICLE:
            return True
        if outer.dep == "obj" or (outer.dep == "obl:arg" and not preposition(outer) and 0 <= outer.start - outer.head.end <= ARTICLE):
            return True
        return quantity is not None and self._stands_bare(outer, quantity)

    def _stands_bare(self, outer: Token, quantity: Quantity) -> bool:
        """Whether a count stands behind its verb without a preposition of the verb's: "a libéré jusqu'à 300 otages", "a réuni mardi dix maires"."""
        verb = outer.head
        if not outer.dep.startswith(("obl", "nmod")) or verb.pos != "VERB" or quantity.unit in self._codes:
            return False
        governed = any(not quantity.span.contains(case.span) for case in outer.all("case"))
        if governed or is_passive(verb) or verb.child("obj", "xcomp", "ccomp") is not None:
            return False
        between = self._nearby.inside(Span(verb.end, quantity.span.start)) if verb.end <= quantity.span.start else []
        plain = all(word.pos in ("ADV", "PUNCT") or self._is_time(word, verb) for word in between) and not any(word.text == "," for word in between)
        return verb.end <= quantity.span.start and plain

    def _is_time(self, word: Token, verb: Token) -> bool:
        """Whether a bare noun only tells when: "mardi"."""
        return word.pos == "NOUN" and word.dep.startswith("obl") and word.head is verb and word.child("case", "det", "nummod", "nmod") is None

    def is_means(self, outer: Token, head: Token, quantity: Quantity) -> bool:
        """Whether it is what somebody does it with, or pays for it: "a frappé avec 12 missiles", "a racheté la firme pour 3 milliards"."""
        if not outer.dep.startswith("obl"):
            return False
        if preposition(outer) in self._paid_for:
            bought = any(child.start > outer.head.start for child in outer.head.all("obj", "xcomp"))
            return quantity.unit in self._codes and bought and self._paying_for.verb(outer.head) is not None
        nouns = [token for token in self._nearby.inside(quantity.span) if token.pos in NOUNS] or [head]
        plain = head.pos == "NOUN" and quantity.unit != self._people_unit and quantity.taken_up is None and not self.are_bodies(quantity)
        return preposition(outer) in self._fronted and plain and not any(self._who.stands_for_others(noun) for noun in nouns)

    def are_bodies(self, quantity: Quantity) -> bool:
        """Whether states or bodies are counted, which act themselves."""
        nouns = (token for token in self._nearby.inside(quantity.span) if token.pos in NOUNS)
        return any(not self._bodies.isdisjoint((noun.lemma.lower(), noun.text.lower().removesuffix("s"))) for noun in nouns)

    def _governed(self, quantity: Quantity) -> bool:
        """Whether a preposition stands before it: "a renoncé à près de 70 arrestations"."""
        at = self._nearby.at(quantity.span.start)
        return at > 0 and self._nearby.tokens[at - 1].pos == "ADP"
