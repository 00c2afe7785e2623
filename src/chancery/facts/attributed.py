"""The clauses that a participle or adjective makes with its noun, of those behind its preposition: "lacs dans lesquels l'algue est présente"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject, predicate
from chancery.facts.listed import Listed
from chancery.facts.naming import leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

SHORT = 7
"""Words of the noun with its article."""
NAMED = ("NOUN", "PROPN")
BY = ("DET", "ADJ", *NAMED)
"""What those are told in by whom something is granted."""


class Attributed:
    """What the participles and adjectives of one document tell of those that its figures count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting, self._near = nearby, restricting, Onward(nearby, pack)
        numbers = pack.words("numbers")
        told = numbers["told"]
        self._lesquels: dict[str, str] = told["lesquels"]
        self._auxquels: dict[str, str] = told["auxquels"]
        self._is: dict[str, str] = told["is"]
        self._to, self._opening = frozenset(told["to"]), frozenset(told["through"])
        self._amounts, self._by = Listed(numbers["sums"]["verbs"], pack), frozenset(told["by"])

    def what(self, quantity: Quantity, noun: Token, end: int) -> str:
        """The relative clause; empty where neither shape stands there."""
        role = leading(outermost(quantity, noun))
        if role.dep == "amod" and role.head.pos == "NOUN" and role.head is self._nearby.tokens[self._nearby.at(role.end)]:
            said = self._granted(quantity, role.head, role.head)  # "300 |jeunes| migrants"
            return f"{role.head.text} {said}" if said else ""
        return self._granted(quantity, role, noun) or self._present(quantity, role, noun, end)

    def _granted(self, quantity: Quantity, role: Token, noun: Token) -> str:
        """What is granted to so many: "élèves auxquels les bourses sont accordées", of "les bourses accordées à 300 élèves"."""
        at = self._nearby.at(quantity.span.start) - 1
        done, case = role.head.head if role.head.dep == "obl:agent" else role.head, role.child("case")
        thing = done.head
        pronoun = self._auxquels.get(noun.morph.get("Gender", "Masc"), "")
        past = done.pos == "VERB" and done.dep == "acl" and done.morph.get("Tense") == "Past"
        past = past and (role.dep == "obl:arg" or (role.head is not done and role.dep == "nmod"))
        if not past or at < 1 or case is None or self._near.text(at) not in self._to or self._amounts.verb(done):
            return ""  # "une foule estimée à 300 personnes"
        if self._nearby.tokens[at - 1] is not done and not self._is_agent(done, at):
            return ""
        det = thing.child("det")
        if thing.pos != "NOUN" or det is None or det.morph.get("PronType") != "Art" or det.start > thing.start or thing.end > done.start:
            return ""
        words = self._phrase(det, done)
        copula = self._is.get(thing.morph.get("Number", ""), "")
        said = self._nearby.words(self._nearby.at(done.start), at)
        return f"{pronoun} {words} {copula} {said}" if words and pronoun and copula else ""

    def _is_agent(self, done: Token, at: int) -> bool:
        """Whether only those by whom it is done stand between a participle and an index: "accordées |par le roi| à 300 élèves"."""
        words = self._nearby.tokens[self._nearby.at(done.end) : at]
        named = len(words) > 1 and words[0].text.lower() in self._by and all(word.pos in BY for word in words[1:])
        return named and words[-1].pos in NAMED

    def _present(self, quantity: Quantity, role: Token, noun: Token, end: int) -> str:
        """Where something is that the sentence opens with: "cantons dans lesquels le ver est présent", of "présent dans 40 cantons, le ver gagne"."""
        at, behind = self._nearby.at(quantity.span.start) - 1, self._nearby.at(end)
        first = self._nearby.tokens[at - 1] if at > 0 else None
        if first is None or first.index or role.head is not first or self._near.text(at) not in self._opening or self._near.text(behind) != ",":
            return ""
        described = first.pos == "ADJ" or (first.pos == "VERB" and first.morph.get("VerbForm") == "Part" and first.morph.get("Tense") != "Pres")
        ahead = self._nearby.tokens[behind + 1 : behind + 2 + SHORT] if described and self._near.is_in_line(behind + 1) else []
        finite = next((token for token in ahead if token.morph.get("VerbForm") == "Fin"), None)
        own = own_subject(predicate(finite)) if finite is not None else None
        pronoun = self._lesquels.get(noun.morph.get("Gender", ""), "")
        if finite is None or own is None or own.pos not in NAMED or not pronoun or own.start < end or own.end > finite.start:
            return ""
        same = all(first.morph.get(kind) in (own.morph.get(kind), None) or kind not in own.morph for kind in ("Number", "Gender"))
        last = self._nearby.at(finite.start)
        while self._near.goes_with_verb(last - 1):
            last -= 1
        words = self._nearby.words(behind + 1, last)
        copula = self._is.get(finite.morph.get("Number", ""), "")
        plain = same and words and not any(token.pos in ("PUNCT", "NUM", "SCONJ") for token in self._nearby.tokens[behind + 1 : last])
        return f"{self._near.text(at)} {pronoun} {words} {copula} {first.text.lower()}" if plain and copula else ""

    def _phrase(self, det: Token, done: Token) -> str:
        """The noun with its article up to the participle, as inside a sentence; empty for more than a short one."""
        last = self._nearby.at(done.start)
        told = self._nearby.tokens[self._nearby.at(det.start) : last - (self._near.text(last - 1) == ",")]
        plain = 1 < len(told) <= SHORT and all(token.pos in ("DET", "ADJ", "NOUN", "ADP", "PROPN") or token.dep == "amod" for token in told)
        words = self._nearby.text[told[0].start : told[-1].end] if plain else ""
        return f"{words[0].lower()}{words[1:]}" if words else ""
