"""Who is meant by a noun that so many make up or are known by: "l'Otan, une alliance de 30 pays", "la championne aux 300.000 abonnés"."""

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject, preposition, subject
from chancery.facts.beside import Beside
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack

APART = ",(\u00a0 "
"""What may stand between a name and what it is called."""


class MadeUp:
    """The nouns of one document with a number behind them that says how many they are or have."""

    def __init__(self, nearby: Nearby, who: Parties, beside: Beside, spoken: Spoken, topics: Topics, pack: Pack) -> None:
        self._nearby, self._who, self._beside, self._spoken, self._topics = nearby, who, beside, spoken, topics
        lists = pack.words("numbers")["whose"]
        self._according = frozenset(pack.words("cues")["sources"]["prepositions"])
        self._groups, self._known_for = frozenset(lists["groups"]), frozenset(lists["known_for"])

    def known_by(self, outer: Token, noun: Token) -> tuple[str, ...]:
        """Whom "la championne aux 300.000 abonnés" means."""
        case = outer.child("case")
        return self._who.own(noun) if case is not None and case.text.lower() in self._known_for and noun.end < outer.start else ()

    def of_group(self, noun: Token, parts: Token) -> tuple[str, ...]:
        """Which body it is that so many make up: "l'Otan, une alliance de 30 pays"."""
        if noun.lemma.lower() not in self._groups or noun.morph.get("Number") == "Plur" or preposition(noun) in self._according:
            return ()  # "les deux pays d'origine de 300 marins", "selon l'organisation, 30 vaccins"
        if preposition(parts) in self._beside.fronted and noun.child("case") is not None:
            return ()  # "la troisième force au parlement avec 30 sièges"
        if found := self._who.own(noun) or self._topics.state(noun, counted=True) or self._spoken.country(noun):
            return found
        if noun.dep.startswith("appos"):
            return self._who.own(noun.head)
        if noun.child("cop"):
            return self._who.acting(own_subject(noun))
        if noun.dep == "xcomp":
            return self._who.acting(subject(noun.head))
        first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
        body = self._nearby.mention_ending(self._nearby.back_over(first.start, APART))
        if body is None or body.type == "PER" or body.span.end >= first.start:
            return ()
        between = self._nearby.text[body.span.end : first.start]
        apart = "," in between or "(" in between
        return meant(body) if apart or not self._beside.governed(body) else ()  # "a publié sur Untel une liste de 30 noms"
