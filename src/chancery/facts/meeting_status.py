"""How a meeting stands, by the words around it: held, planned, proposed, or none at all."""

from dataclasses import dataclass

from chancery.analysis import Token
from chancery.analysis.clauses import governor, is_negated, is_passive, markers, predicate, preposition
from chancery.analysis.inflection import tense
from chancery.facts.fact import MeetingStatus
from chancery.facts.meeting_words import Words
from chancery.facts.triggers import Triggers, spellings

NEAR = 20
"""Code points before a noun in which a phrase with it begins."""


@dataclass(frozen=True, slots=True)
class MeetingStanding:
    """How the meetings of a document stand."""

    cues: Triggers
    words: Words
    text: str

    def of_noun(self, noun: Token) -> MeetingStatus | None:
        """Held, planned or proposed, by what stands with the noun and governs it; None if there is no such meeting."""
        beside = {spelling for child in noun.all("amod", "acl") for spelling in (*spellings(child), child.text.lower().rstrip("s").removesuffix("e"))}
        before = self.text[max(0, noun.start - NEAR) : noun.end].lower()
        if before.endswith(tuple(self.words.status["idioms"])):
            return None
        if beside & self.words.status["proposed"]:
            return "proposed"
        if beside & self.words.status["planned"]:
            return "planned"
        if preposition(noun) in self.words.status["none"] or any(child.lemma.lower() in self.words.status["none"] for child in noun.all("det")):
            return None
        top = self.top(noun)
        head, case = setting(top)
        if case in (early := self.words.ahead) or case in self.words.status["supposed"]:
            return "planned" if case in early else "proposed"
        while head is not None and head.pos == "NOUN":
            head = governor(head)
        return "held" if head is None else self._under(head, top.dep.partition(":")[0], case)

    def _under(self, head: Token, relation: str, case: str) -> MeetingStatus | None:
        """By the clause that a noun stands in: as its object or subject, or as the occasion of what is told (`lors de`)."""
        lemma, when = self.cues.lemma(head), tense(head)
        argument, undergoes = relation in ("obj", "nsubj"), (relation == "obj" and not case) or (relation == "nsubj" and is_passive(head))
        if (argument or relation == "obl") and lemma in self.words.status["cancel"]:
            return None
        if argument and is_negated(head):
            return None
        if argument and when == "infinitive" and set(markers(head)) & self.words.status["purpose"]:
            return "proposed"
        if undergoes and lemma in self.words.status["propose"]:
            return "proposed"
        above = governor(head) if when == "infinitive" else None
        over = {self.cues.lemma(above), *(child.lemma.lower() for child in above.all("xcomp") if child.pos == "ADJ")} if above is not None else set()
        if argument and over & self.words.status["propose"]:
            return "proposed"
        occasion = case in self.words.attending and case not in self.words.behind
        if (argument or occasion) and (when == "future" or over & self.words.status["plan"] or (above is not None and tense(above) == "future")):
            return "planned"
        helpers = {token.lemma for token in head.all("aux")}
        if argument and (when == "conditional" or {lemma, *helpers} & self.words.status["plan"]):
            return "planned"
        return "held"

    def of_verb(self, verb: Token) -> MeetingStatus | None:
        """Whether the meeting that the verb tells of was held, is planned or is proposed; None where it is said not to be."""
        if is_negated(verb):
            return None
        when = tense(verb)
        if when == "future" or when == "conditional":
            return "planned"
        head = governor(verb)
        if head is not None and when in ("infinitive", "subjunctive") and verb.child("aux:tense") is None:
            head = predicate(head)
            lemma = self.cues.lemma(head)
            if lemma in self.words.status["cancel"]:
                return None
            if lemma in self.words.status["managed"] and tense(head) in ("past", "pluperfect"):
                return "held"
            if lemma in self.words.status["propose"] or any(spelling in self.words.status["propose"] for spelling in spellings(head)):
                return "proposed"
            if lemma in self.words.status["plan"] or tense(head) in ("future", "conditional"):
                return "planned"
        return "held"

    def top(self, noun: Token) -> Token:
        """The noun that measures or frames the meeting, if one does: `la fin d'une réunion`, `huit heures de pourparlers`."""
        while noun.dep == "nmod" and noun.head is not noun and noun.head.lemma.lower() in self.words.spans:
            noun = noun.head
        return noun


def setting(noun: Token) -> tuple[Token | None, str]:
    """What a noun hangs on, and by what preposition; the parser takes that of `lors de` for an adverb."""
    head = governor(noun)
    return (governor(head), head.text.lower()) if head is not None and head.pos == "ADV" else (head, preposition(noun))
