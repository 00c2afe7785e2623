"""Who has or gets the things counted, whatever land they are from: "l'Elbonie a acheté 30 avions freedoniens"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, preposition, subject
from chancery.analysis.units import units
from chancery.facts.doers import Doers
from chancery.facts.listed import Listed
from chancery.languages import Pack


class Had:
    """The things that the clauses of one document say somebody has."""

    def __init__(self, doers: Doers, pack: Pack) -> None:
        self._doers, self._people = doers, units(pack)
        numbers = pack.words("numbers")
        self._tolls, self._possessing = frozenset(numbers["whose"]["tolls"]), Listed(numbers["disowned"]["possessing"], pack)

    def by(self, quantity: Quantity, head: Token, outer: Token) -> tuple[str, ...]:
        """Who has or gets them."""
        return self._doers.of(quantity, head, outer, None) if self._are_had(quantity, head, outer) else ()

    def is_somebodys(self, quantity: Quantity, head: Token, outer: Token) -> bool:
        """Whether one person has them of whom it is not known who he is: "l'homme avait deux passeports elboniens"."""
        acts = subject(outer.head) if self._are_had(quantity, head, outer) else None
        return acts is not None and acts.pos == "NOUN" and acts.morph.get("Number") != "Plur" and self._people.one_person(acts.text)

    def _are_had(self, quantity: Quantity, head: Token, outer: Token) -> bool:
        things = quantity.unit != self._people.people_unit and quantity.taken_up is None and head.text.lower() not in self._tolls
        brought = outer.dep == "obj" or (outer.dep.startswith("obl") and preposition(outer) == "de")
        return things and brought and self._possessing.verb(outer.head) is not None and not is_passive(outer.head)
