"""Where who does something with them overrules what their own noun says: those brought back from a state, hired by one, expelled as a group."""

from chancery.analysis import Token
from chancery.analysis.clauses import complements, is_passive, subject
from chancery.facts.direct import ABOUT
from chancery.facts.disowned import Disowned
from chancery.facts.listed import Listed
from chancery.facts.parties import Parties, is_public
from chancery.facts.spoken import Spoken
from chancery.languages import Pack


class Overruled:
    """The nouns of one document whose names and complements do not tell whose they are."""

    def __init__(self, who: Parties, spoken: Spoken, disowned: Disowned, pack: Pack) -> None:
        self._who, self._spoken, self._disowned = who, spoken, disowned
        lists = pack.words("numbers")["whose"]
        self._killing = Listed(pack.words("numbers")["predicated"]["killing"], pack)
        self._dealing, self._hiring = Listed(lists["dealing"], pack), Listed(lists["hiring"], pack)

    def named(self, outer: Token, head: Token, named: tuple[str, ...]) -> bool:
        """Whether they are only called so, by where they are drawn from, or a group, with whom a state deals: "l'Elbonie expulse onze jihadistes"."""
        if any(self._disowned.is_origin(part, head, outer) for part in complements(head, "de")):
            return True
        return head.text[:1].islower() and self.is_dealt_with(outer, named)

    def is_dealt_with(self, outer: Token, named: tuple[str, ...]) -> bool:
        """Whether it is a group with whose people a state or body deals: "l'Elbonie libère 30 prisonniers jihadistes"."""
        about = outer.head.pos in ABOUT and outer.head.dep == "obj"  # "libère près de 30 jihadistes"
        verb = outer.head.head if about else outer.head
        dealt = bool(named) and named[0].startswith("group:") and (about or outer.dep == "obj") and self._dealing.verb(verb) is not None
        if not dealt or is_passive(verb):
            return False
        deals = self._who.acting(subject(verb)) or self._spoken.government(subject(verb))
        return is_public(deals) or (bool(deals) and not deals[0].startswith("person:"))

    def is_kind(self, outer: Token, named: tuple[str, ...]) -> bool:
        """Whether they are only called a kind of people, who are not their own; killed, they are not his either who kills them."""
        return self._disowned.is_kind(named) and not (outer.dep == "obj" and self._killing.verb(outer.head))

    def are_hired(self, outer: Token) -> bool:
        """Whether somebody takes them into his service, of whatever people they are: "l'Elbonie a recruté 300 Péruviens"."""
        verb = outer.head
        return verb.start < outer.start and self._hiring.verb(verb) is not None and not is_passive(verb) and bool(self._who.acting(subject(verb)))
