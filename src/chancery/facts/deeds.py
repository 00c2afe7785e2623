"""Whose a figure is by the noun for what is done with it: who announces it, goes about it or does it, whose plan it stands in."""

from chancery.analysis import Token
from chancery.analysis.clauses import complements, is_passive, preposition, subject
from chancery.facts.listed import Listed
from chancery.facts.naming import leading
from chancery.facts.parties import Parties, is_public
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack


class Deeds:
    """Who does what the nouns of one document say is done."""

    def __init__(self, who: Parties, spoken: Spoken, topics: Topics, pack: Pack) -> None:
        self._who, self._spoken, self._topics = who, spoken, topics
        lists = pack.words("numbers")["whose"]
        self._deeds, self._carried_out = frozenset(lists["deeds"]), frozenset(lists["carried_out"])
        self._undertaking, self._doing = Listed(lists["undertaking"], pack), Listed(lists["doing"], pack)
        self._brought, self._by = frozenset(lists["brought"]), frozenset(lists["by"])
        self._launching, self._plans = Listed(lists["launching"], pack), frozenset(lists["plans"])
        self._leading, self._planning = Listed(lists["leading"], pack), Listed(lists["planning"], pack)

    def is_deed(self, noun: Token) -> bool:
        """Whether it is a noun for what is done with so many by whoever tells of it: "suppression"."""
        return noun.lemma.lower() in self._deeds

    def launched(self, noun: Token) -> tuple[str, ...]:
        """Whose the plan or sum is that a state or body brings out: "l'Elbonie a dévoilé un plan de 3 milliards"; a plan may be a firm's, too."""
        if noun.dep != "obj" or not self._launching.verb(noun.head) or is_passive(noun.head):
            return ()
        acts = subject(noun.head)
        found = self._who.acting(acts) or self._spoken.government(acts)
        plan = noun.lemma.lower() in self._plans
        found = found or (self._spoken.body(acts) if plan and acts is not None else ())
        return found if is_public(found) or (plan and not _is_private(found)) else ()

    def undertaken(self, deed: Token, noun: Token | None = None) -> tuple[str, ...]:
        """Who announces or goes about what is done with them: "la firme annonce la suppression de 300 emplois", "procède à l'envoi de"."""
        name = (noun or deed).lemma.lower()
        deed = leading(deed)  # "la suppression de 300 postes et la création de 150 emplois"
        verb = deed.head
        told = name in self._deeds and self._undertaking.verb(verb)
        done = name in self._deeds or name in self._carried_out
        if is_passive(verb) or not (told or (done and self._doing.verb(verb))):
            return ()
        object_ = deed.dep == "obj" or (deed.dep.startswith("obl") and preposition(deed) in self._brought)
        acts = subject(verb) if object_ else None
        return self._doer(acts) or self.planned(acts) if acts is not None else ()

    def led_to(self, deed: Token) -> tuple[str, ...]:
        """Whose plan leads to what is done with them: "dévoile un plan devant aboutir à la suppression de 300 emplois"."""
        verb = deed.head
        done = deed.lemma.lower() in self._deeds and (self._leading.verb(verb) or self._planning.verb(verb))
        if not done or not verb.dep.startswith("acl") or is_passive(verb) or verb.head.end > verb.start:
            return ()
        return self.launched(verb.head) or self.planned(verb.head)

    def planned(self, plan: Token) -> tuple[str, ...]:
        """Whose a plan is: "le plan social de la firme"."""
        if plan.lemma.lower() not in self._plans:
            return ()
        found = self._who.owner(plan, bare=False, acting=True) or self._topics.possessor((plan,))
        return () if _is_private(found) else found

    def by(self, outer: Token, deed: Token) -> tuple[str, ...]:
        """By whom it is done, whatever the parser hangs that on: "la libération de 300 otages par les rebelles"."""
        acts = (*complements(deed, *self._by), *complements(outer, *self._by))
        return next((found for part in acts if (found := self._who.acting(part) or self._spoken.government(part))), ())

    def _doer(self, acts: Token) -> tuple[str, ...]:
        return self._who.acting(acts) or self._topics.state(acts) or self._spoken.body(acts) or self._spoken.government(acts)


def _is_private(found: tuple[str, ...]) -> bool:
    return bool(found) and found[0].startswith("person:")
