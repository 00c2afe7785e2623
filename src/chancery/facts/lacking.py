"""The subject of a verb that has none of its own: a clause with "qui" that goes on, an infinitive that completes another verb."""

from chancery.analysis import Token
from chancery.analysis.clauses import antecedent, controller, is_passive, own_subject, preposition, subject
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

REACH = 25
"""Words before "and" in which the clause with "qui" opens."""


class Lacking:
    """The verbs of one document that take their subject from elsewhere."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        lists = pack.words("numbers")["whose"]
        self._brought, self._intending = frozenset(lists["brought"]), Listed(lists["intending"], pack)

    def relative(self, verb: Token) -> Token | None:
        """Whom the clause behind a comma is about that "and" goes on with: "Untel, qui a trois usines et emploie 300 personnes".

        The parser often joins the second verb to the main one.
        """
        at = self._nearby.at(verb.start)
        joined = verb.child("cc") if own_subject(verb) is None else None
        if verb.dep != "conj" or verb.morph.get("VerbForm") != "Fin" or joined is None or at - 1 != self._nearby.at(joined.start):
            return None
        for token in reversed(self._nearby.tokens[max(at - verb.index, at - REACH) : at - 1]):
            if token.text == "," or token.morph.get("PronType") == "Prs":
                return None
            if token.morph.get("PronType") == "Rel":
                return self._opened(token, verb)
        return None

    def _opened(self, relative: Token, verb: Token) -> Token | None:
        """Whom the relative that is a subject behind a comma stands for, if its verb goes on with one of the same number."""
        told, at = relative.head, self._nearby.at(relative.start)
        behind = relative.dep.startswith("nsubj") and at > 0 and self._nearby.tokens[at - 1].text == ","
        finite = next((word for word in (*told.all("aux", "cop"), told) if word.morph.get("VerbForm") == "Fin"), None)
        alike = finite is not None and finite.morph.get("Number") == verb.morph.get("Number")
        return antecedent(told, relative) if behind and alike else None

    def main(self, verb: Token) -> Token | None:
        """The subject of the verb that an infinitive completes: past the noun that goes with it ("a du mal à"), and behind "finir par"."""
        above, acts = verb.head, subject(verb)
        if verb.dep == "xcomp" and acts is not None and acts.dep == "obj" and acts.head is above and self._intending.verb(above):
            return subject(above)
        infinitive = verb.morph.get("VerbForm") == "Inf" or any(helper.morph.get("VerbForm") == "Inf" for helper in verb.all("aux"))
        if verb.dep != "ccomp" or not infinitive or above.pos != "VERB" or acts is not None or controller(above) is not None:
            return None
        return subject(above)

    def intends(self, verb: Token) -> Token | None:
        """The subject of what the infinitive completes: "l'Elbonie est en voie de franchir", "a l'intention d'envoyer"."""
        noun = verb.head
        if verb.dep not in ("acl", "nmod") or verb.morph.get("VerbForm") != "Inf" or preposition(verb) not in self._brought:
            return None
        if noun.child("cop") is not None:
            return own_subject(noun)
        return subject(noun.head) if noun.dep == "obj" and self._intending.verb(noun.head) and not is_passive(noun.head) else None
