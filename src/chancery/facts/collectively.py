"""What is said in the singular of some that a noun groups: "une dizaine de maisons a été détruite", the "maisons détruites"."""

from chancery.analysis import Token
from chancery.analysis.clauses import is_negated, is_passive
from chancery.facts.constituents import Constituents
from chancery.facts.handled import Handled
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle, present_participle

MOST = 12
"""Words of what is said."""
BETWEEN = ("AUX", "ADV")
"""What may stand between them and the verb."""
AHEAD = ("Fut", "Cnd")


class Collectively:
    """The predicates of one document that agree with the noun for so many, told as they go with those counted."""

    def __init__(self, nearby: Nearby, restricting: Restricting, handled: Handled, pack: Pack) -> None:
        self._nearby, self._handled, self._pack = nearby, handled, pack
        self._constituents = Constituents(nearby, restricting)
        numbers = pack.words("numbers")
        self._collective, self._be = frozenset(numbers["collective"]), numbers["predicated"]["be"]
        self._having: str = numbers["told"]["having"]

    def is_one(self, role: Token, verb: Token) -> bool:
        """Whether a verb agrees with the noun that is its subject, "dizaine", rather than with those counted."""
        finite = next((token for token in (verb, *verb.all("aux", "cop")) if token.morph.get("VerbForm") == "Fin"), None)
        grouped = role.lemma.lower() in self._collective and role.morph.get("Number") == "Sing"
        return grouped and role.head is verb and role.dep.startswith("nsubj") and finite is not None and finite.morph.get("Number") == "Sing"

    def what(self, verb: Token, end: int, *, feminine: bool) -> str:
        """The participle, in the plural, with what follows; empty for what is denied, will be or is done to oneself."""
        first, last = self._nearby.at(end), self._nearby.at(verb.start)
        group = self._nearby.tokens[first:last]
        ahead = any(token.morph.get("Tense") == AHEAD[0] or token.morph.get("Mood") == AHEAD[1] for token in (*group, verb))
        if verb.pos != "VERB" or ahead or is_negated(verb) or not all(token.pos in BETWEEN for token in group):
            return ""
        infinitive, said = self._handled.infinitive(verb), self._constituents.words(last, verb, MOST)
        if infinitive is None or not said:
            return ""
        done = self._done(verb, infinitive, feminine=feminine)
        return f"{done}{said[len(verb.text) :]}" if done else ""

    def _done(self, verb: Token, infinitive: str, *, feminine: bool) -> str | None:
        """ "Détruites", "ayant occupé", "occupant"."""
        if verb.morph.get("VerbForm") != "Part":
            return present_participle(infinitive, self._pack)
        if is_passive(verb) or any(token.lemma.lower() == self._be for token in verb.all("aux")):
            return past_participle(infinitive, self._pack, feminine=feminine, plural=True)
        past = past_participle(infinitive, self._pack)
        return f"{self._having} {past}" if past else None
