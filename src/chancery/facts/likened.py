"""What those do who are likened to a subject: "comme des millions de Polonais, Anna vivait de peu", "Polonais vivant de peu"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated, is_passive, own_subject, predicate
from chancery.facts.constituents import Constituents
from chancery.facts.handled import Handled
from chancery.facts.naming import leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.onward import FARTHEST, Onward
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle, present_participle

MOST = 12
"""Words of what they do."""
VERBAL = ("AUX", "VERB")


class Likened:
    """The comparisons of one document with those that its figures count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, handled: Handled, pack: Pack) -> None:
        self._nearby, self._handled, self._pack = nearby, handled, pack
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        told = pack.words("numbers")["told"]
        self._like, self._have, self._having = frozenset(told["like"]), str(told["have"]), str(told["having"])

    def what(self, quantity: Quantity, noun: Token, end: int) -> str:
        """The participle of the verb whose subject they are likened to, with what follows; empty where they are likened to none."""
        at, behind = self._nearby.at(quantity.span.start) - 1, self._nearby.at(end)
        if at < 0 or quantity.value == 1 or self._near.text(at) not in self._like or self._near.text(behind) != ",":
            return ""
        if not self._nearby.tokens[at].index:
            return self._ahead(behind + 1)
        return self._inserted(quantity, noun, at, behind + 1) if self._near.text(at - 1) == "," else ""

    def _ahead(self, at: int) -> str:
        """Of a comparison that opens its sentence: "|Anna et son mari vivaient de petits travaux|"."""
        finite = self._near.finite(at, at + FARTHEST)
        finite = finite or next((word for word in self._nearby.tokens[at : at + FARTHEST] if word.morph.get("VerbForm") == "Fin"), None)
        place = self._nearby.at(finite.start) if finite is not None else at
        if finite is None or not finite.index or any(word.pos in ("PUNCT", "SCONJ") for word in self._nearby.tokens[at:place]):
            return ""
        verb = predicate(finite)
        if is_negated(verb) or is_passive(verb) or self._near.goes_with_verb(place - 1) or self._near.text(at) == "":
            return ""
        if finite.pos == "AUX" and (finite.lemma.lower() != self._have or verb.pos != "VERB"):
            return ""
        infinitive = self._handled.infinitive(finite) if finite.pos == "VERB" else None
        done = self._having if finite.pos == "AUX" else present_participle(infinitive, self._pack) if infinitive else None
        said = self._constituents.words(place, verb, MOST) if done else ""
        told = self._nearby.tokens[place : place + MOST] if finite.morph.get("Number") != "Plur" else []
        if any(word.morph.get("Poss") == "Yes" and word.end <= finite.start + len(said) for word in told):
            return ""  # "comme des milliers de paysans, il a perdu sa récolte"
        return f"{done}{said[len(finite.text) :]}" if len(said.split()) > 1 else ""

    def _inserted(self, quantity: Quantity, noun: Token, at: int, behind: int) -> str:
        """Of one right behind a passive: "il a été convié, comme trente notaires, |à assister au défilé|"."""
        verb = self._nearby.tokens[at - 2] if at > 1 else None
        role = leading(outermost(quantity, noun))
        if verb is None or verb.pos != "VERB" or not is_passive(verb) or is_negated(verb) or own_subject(verb) is None or role.head is not verb:
            return ""
        infinitive = self._handled.infinitive(verb)
        feminine = self._handled.is_feminine(quantity, noun)
        done = past_participle(infinitive, self._pack, feminine=feminine, plural=True) if infinitive else None
        goes_on = next((child for child in verb.children if self._nearby.at(child.subtree()[0].start) in (behind - 1, behind)), None)
        if not done or goes_on is None or not self._near.is_in_line(behind) or self._nearby.tokens[behind].pos in (*VERBAL, "CCONJ"):
            return done or ""
        said = self._constituents.words(behind, goes_on, MOST)
        return f"{done} {said}".strip()
