"""Whose a figure is where the clause does it to him: who is fined or sees himself given it, whose own it is that reaches so many."""

from dataclasses import dataclass

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import complements, is_passive, objects, obliques, own_subject, preposition, subject
from chancery.facts.listed import Listed
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack

PERSON = "person:"
APART = ",\u00a0 "
"""What may stand between a name and "dont"."""
DEEP = 2
"""Complements of a noun among which its owner is: "le chiffre d'affaires d'Untel"."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a figure counts: deeds, of which one can be accused or convicted; a distance; a share."""

    charged: bool
    far: bool
    share: bool


class Receiving:
    """Those whom the clauses of one document give or take from what is counted, or whose own reaches so many."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, topics: Topics, pack: Pack) -> None:
        self._nearby, self._who, self._spoken, self._topics = nearby, who, spoken, topics
        lists = pack.words("numbers")["whose"]
        self._at = frozenset(pack.words("numbers")["whereabouts"]["at"])
        self._seeing_oneself, self._imposing = Listed(lists["seeing_oneself"], pack), Listed(lists["imposing"], pack)
        self._handing = Listed(lists["handing"], pack)
        self._self = frozenset(lists["oneself"])
        self._awarding = Listed(lists["awarding"], pack)
        self._costing = Listed(lists["costing"], pack)
        self._sentencing, self._charging = Listed(lists["sentencing"], pack), frozenset(lists["charged_with"])
        self._raising, self._reaching = Listed(lists["raising"], pack), Listed(lists["reaching"], pack)
        self._to, self._relating, self._theirs = lists["to"], lists["relating"], frozenset((*lists["theirs"], *lists["mine"]))
        self._bodies = frozenset((*lists["firms"], *lists["groups"]))

    def brought(self, outer: Token, kind: Kind) -> tuple[str, ...]:
        """Whose own somebody brings to so many, else the state or body that does: "porte ses effectifs à 300 hommes"."""
        raised = outer.head if outer.dep == "nmod" and outer.head.dep == "obj" else None  # the parser hangs it on what is brought
        verb = raised.head if raised is not None else outer.head
        if not self._raising.verb(verb) or preposition(outer) != self._to or is_passive(verb) or kind.far or verb.end > outer.start:
            return ()
        raised = raised or verb.child("obj")
        brings = self._meant(subject(verb))
        own = self.owner(raised) if raised is not None else ()
        return own or (brings if brings and not brings[0].startswith(PERSON) else ())  # who would bring a state's to so many has not got it

    def of(self, outer: Token, kind: Kind) -> tuple[str, ...]:
        """Whom the verb above gives it to, takes it from or fines; whose own it says to reach so many."""
        verb = outer.head
        if verb.pos not in ("VERB", "AUX") or verb.end > outer.start:
            return ()
        if outer.dep == "obj" and (found := self._oneself(verb)):
            return found
        if outer.dep == "obj" and self._imposing.verb(verb) and not is_passive(verb):
            given = (*verb.all("iobj"), *obliques(verb, self._to), *complements(verb, self._to))
            return next((found for part in given if (found := self._who.own(part))), ())
        if outer.dep == "obj" and (self._costing.verb(verb) or (kind.share and self._awarding.verb(verb))):
            return self.given(verb, outer)
        if outer.dep == "obj" and self._handing.verb(verb) and (found := self._handed(verb)):
            return found
        if self._sentencing.verb(verb):
            return self._sentenced(verb, outer, charged=kind.charged)
        acts = own_subject(verb)
        if outer.dep == "obj" and self._reaching.verb(verb) and acts is not None and not self._who.own(acts):
            return self.owner(acts)
        return ()

    def given(self, verb: Token, outer: Token) -> tuple[str, ...]:
        """To whom something brings, costs or gives so much: "a rapporté 3 millions à l'Etat", "il leur manque 3 millions"."""
        told = (*verb.all("iobj"), *(part for part in (*obliques(verb, self._to), *complements(outer, self._to)) if part.start > verb.end))
        return next((found for part in told if not self._is_place(part) and (found := self._meant(part) or self._of_main(part, verb))), ())

    def _of_main(self, pronoun: Token, verb: Token) -> tuple[str, ...]:
        """The subject of the main clause that "lui" means in a clause on what he does: "a écrit un texte qui lui a valu 300 lettres"."""
        acts = own_subject(verb)
        if pronoun.pos != "PRON" or verb.dep != "acl:relcl" or acts is None or acts.morph.get("PronType") != "Rel":
            return ()
        main = next((token for token in above(verb.head, DEEP + 2) if token.pos == "VERB" and own_subject(token) is not None), None)
        someone = own_subject(main) if main is not None and main.end < verb.start else None
        alike = someone is not None and someone.morph.get("Number") == pronoun.morph.get("Number", "Sing")
        return self._who.acting(someone) if alike else ()

    def _is_place(self, part: Token) -> bool:
        """Whether "aux" or "au" brings a state's name, which may be where it costs so much."""
        case, name = part.child("case"), self._nearby.mention_before(part.start)
        place = name is not None and name.type == "LOC" and name.span.contains(part.span)
        return place and case is not None and case.text.lower() != self._to

    def _meant(self, token: Token | None) -> tuple[str, ...]:
        """Whom a noun means, by name or by what has been told."""
        if token is None:
            return ()
        return self._who.acting(token) or self._topics.state(token) or self._topics.body(token) or self._spoken.government(token)

    def _handed(self, verb: Token) -> tuple[str, ...]:
        """Whom a pronoun before the verb means, where nobody known gives or takes it: "on lui a volé 300 euros", "ils m'ont donné 300 euros"."""
        acts = subject(verb)
        known = acts is not None and (acts.pos != "PRON" or self._who.acting(acts))
        told = () if known or is_passive(verb) else verb.all("iobj", "obj", "expl:comp")
        return next((found for word in told if word.pos == "PRON" and word.end <= verb.start and (found := self._who.own(word))), ())

    def _oneself(self, verb: Token) -> tuple[str, ...]:
        """Who sees himself given it, or has had it taken: "la firme s'est vu infliger une amende", "il s'est fait voler 300 euros"."""
        seen = verb.head
        himself = any(child.text.lower() in self._self for child in seen.children)
        if verb.morph.get("VerbForm") != "Inf" or seen is verb or not self._seeing_oneself.verb(seen) or not himself:
            return ()
        return self._meant(subject(seen))

    def _sentenced(self, verb: Token, outer: Token, *, charged: bool) -> tuple[str, ...]:
        """Whom a court fines, or convicts of so many deeds: "la justice a condamné Untel à 3 millions d'amende", "condamné pour trois meurtres"."""
        case = preposition(outer)
        if case != self._to and not (charged and case in self._charging):
            return ()
        if is_passive(verb):
            return self._who.acting(subject(verb))
        return next((found for part in objects(verb) if (found := self._who.own(part))), ())

    def owner(self, noun: Token) -> tuple[str, ...]:
        """Whose a thing is by its possessive, its adjective or its complement, or by "dont"; a body's owner has not what the body has."""
        if noun.lemma.lower() in self._bodies or self._who.stands_for_others(noun):
            return ()
        if any(child.text.lower() in self._theirs for child in noun.all("det")):
            return self.possessed(noun)
        return self.related(noun) or self._owned(noun, DEEP)

    def possessed(self, noun: Token) -> tuple[str, ...]:
        """Whose own a noun with a possessive means."""
        return self._topics.possessor((noun,)) or self._spoken.possessor((noun,))

    def _owned(self, noun: Token, depth: int) -> tuple[str, ...]:
        """By its complement, past one that only goes with it: "le chiffre d'affaires d'Untel"."""
        if depth == DEEP and (found := self._who.owner(noun, bare=False, acting=True)):
            return found
        if found := next((found for part in complements(noun, "de") if (found := self._who.acting(part) or self._pointed(part))), ()):
            return found
        parts = [part for part in complements(noun, "de") if part.child("det") is None] if depth else []
        return next((found for part in parts if (found := self._owned(part, depth - 1))), ())

    def _before_joined(self, relating: Token) -> Mention | None:
        """The name before the clause that "et dont" goes on with: "en Elbonie, où il pleut et dont le PIB recule"."""
        at = self._nearby.at(relating.start)
        if at == 0 or self._nearby.tokens[at - 1].pos != "CCONJ":
            return None
        before = self._nearby.tokens[at - relating.index : at - 1][::-1]
        relative = next((word for word in before if word.morph.get("PronType") == "Rel"), None)
        return self._nearby.mention_ending(self._nearby.back_over(relative.start, APART)) if relative is not None else None

    def _is_put(self, name: Mention) -> bool:
        """Whether a preposition of place brings a name into what a noun is said to be: not "en Elbonie, où il pleut et dont"."""
        within = (token for token in self._nearby.inside(name.span) if token.dep == "nmod")
        return any(case.text.lower() in self._at for token in within for case in token.all("case"))

    def _pointed(self, noun: Token) -> tuple[str, ...]:
        """The state or body that a noun for one points back at, or brings in by name: "le chiffre d'affaires du groupe", "l'économie du pays"."""
        return self._topics.state(noun) or self._topics.body(noun) or self._spoken.body(noun) or self._spoken.country(noun)

    def related(self, noun: Token) -> tuple[str, ...]:
        """Whose name stands before the "dont" of a clause that the noun is the subject of: "la Norvège, dont le fonds pèse 3 milliards"."""
        verb = noun.head
        word = next((child for child in (*noun.children, *verb.children) if child.text.lower() == self._relating and child.end < noun.start), None)
        if word is None or not noun.dep.startswith("nsubj") or noun.child("det", "nummod") is None:
            return ()
        name = self._nearby.mention_ending(self._nearby.back_over(word.start, APART)) or self._before_joined(word)
        if name is not None and name.type == "LOC" and self._is_put(name):
            return ()  # "une minorité pourchassée en Elbonie, dont 30 familles ont fui"
        return meant(name) or (self._who.acting(verb.head) if verb.dep == "acl:relcl" else ())
