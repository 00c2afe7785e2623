"""Where who does something with them overrules what their own noun says: those brought back from a state, hired by one, expelled as a group."""

from chancery.analysis import Token
from chancery.analysis.clauses import complements, is_passive, subject
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties, is_public
from chancery.languages import Pack


class Overruled:
    """The nouns of one document whose names and complements do not tell whose they are."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._drawing, self._dealing, self._hiring = (Listed(lists[name], pack) for name in ("drawing", "dealing", "hiring"))

    def is_left(self, outer: Token, part: Token) -> bool:
        """Whether a state is only where somebody brings them back or draws them out from: "a rapatrié 30 enfants de Syrie"."""
        verb, name = outer.head, self._nearby.mention_before(part.start)
        drawn = outer.dep == "obj" and self._drawing.verb(verb) is not None and not is_passive(verb) and subject(verb) is not None
        return drawn and name is not None and name.type == "LOC" and name.span.start == part.start

    def named(self, outer: Token, head: Token, named: tuple[str, ...]) -> bool:
        """Whether they are only called so, by where they are drawn from, or a group, with whom a state deals: "l'Elbonie expulse onze jihadistes"."""
        if any(self.is_left(outer, part) for part in complements(head, "de")):
            return True
        grouped = named[:1] != () and named[0].startswith("group:") and head.text[:1].islower()
        return grouped and outer.dep == "obj" and self._dealing.verb(outer.head) is not None and is_public(self._who.acting(subject(outer.head)))

    def are_hired(self, outer: Token) -> bool:
        """Whether somebody takes them into his service, of whatever people they are: "l'Elbonie a recruté 300 Péruviens"."""
        verb = outer.head
        return verb.start < outer.start and self._hiring.verb(verb) is not None and not is_passive(verb) and bool(self._who.acting(subject(verb)))
