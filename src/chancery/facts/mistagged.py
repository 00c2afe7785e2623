"""Verbs that the parser takes for nouns right before those that they are done to: "l'Elbonie |confine| 5 millions d'habitants"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.units import units
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.languages.conjugation import conjugated, past_participle

TAKEN_FOR = ("NOUN", "ADJ", "PROPN")
SUBJECT = ("NOUN", "PROPN", "ADJ", "PRON", "ADV")
"""What stands before a finite verb."""
NOMINAL = ("DET", "ADJ", "NUM")
"""What stands before a noun, and before no infinitive."""
NEAR = 5
"""Words before a verb among which it is denied."""


class Mistagged:
    """The verbs of one document that its parse does not know for such."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._pack = nearby, pack
        lists = pack.words("numbers")["predicated"]
        self._done, self._refusing = Listed(lists["done"], pack), Listed(lists["refusing"], pack)
        self._bodies, self._counts_people = frozenset(pack.words("numbers")["recalled"]["bodies"]), units(pack).counts_people
        self._by: str = pack.words("numbers")["told"]["by"][0]
        self._ne, self._without = frozenset(lists["ne"]), frozenset(lists["without"])
        self._ranging, self._to = frozenset((*lists["ranging"], *pack.words("numbers")["told"]["ranging"])), lists["to"][0]

    def what(self, quantity: Quantity, noun: Token, *, many: bool) -> str:
        """The participle of a present, or "à" with an infinitive; empty where no verb that is done to somebody stands right before."""
        at = self._nearby.at(quantity.span.start) - 1
        while at > 0 and self._nearby.tokens[at].index and (self._nearby.tokens[at].pos == "ADV" or self._nearby.tokens[at].text in self._ranging):
            at -= 1
        verb, before = self._nearby.tokens[at], self._nearby.tokens[at - 1]
        infinitive = self._done.form(verb.text.lower(), verb.text.lower()) if verb.pos in TAKEN_FOR and verb.index > 0 else None
        if at < 1 or infinitive is None or before.end > verb.start or verb.end > quantity.span.start or self._is_denied(at):
            return ""
        if verb.text.lower() == infinitive:
            return f"{self._to} {infinitive}" if before.pos not in NOMINAL else ""
        done = past_participle(infinitive, self._pack, feminine=noun.morph.get("Gender") == "Fem", plural=many)
        return f"{done} {self._agent(at - 1)}".rstrip() if done and before.pos in SUBJECT and self._is_present(verb, infinitive) else ""

    def _agent(self, at: int) -> str:
        """What does it, of a noun with its article at an index that is nobody: "par la pauvreté"."""
        noun, det = self._nearby.tokens[at], self._nearby.tokens[at - 1]
        thing = noun.pos == "NOUN" and not self._counts_people(noun.text) and noun.text.lower() not in self._bodies
        told = thing and det.pos == "DET" and det.morph.get("PronType") == "Art" and det.end <= noun.start and noun.index > 0
        return f"{self._by} {det.text.lower()}{self._nearby.text[det.end : noun.end]}" if told else ""

    def _is_present(self, verb: Token, infinitive: str) -> bool:
        """Whether a form is no participle."""
        participles = {past_participle(infinitive, self._pack, feminine=f, plural=p) for f in (True, False) for p in (True, False)}
        return verb.text.lower() in conjugated(infinitive, self._pack) - participles

    def _is_denied(self, at: int) -> bool:
        """Whether it is denied, or refused, before an index in its sentence."""
        words = self._nearby.tokens[max(0, at - min(NEAR, self._nearby.tokens[at].index)) : at]
        denied = self._ne | self._without
        return any(word.text.lower() in denied or self._refusing.verb(word) is not None for word in words)
