"""What those have done, or do, by whom something is done: "le texte a été signé par douze pays", the "pays ayant signé le texte"."""

from itertools import chain

from chancery.analysis import Token
from chancery.analysis.clauses import is_negated, is_passive, preposition, subject, tense
from chancery.facts.constituents import Constituents
from chancery.facts.handled import Handled
from chancery.facts.listed import Listed
from chancery.facts.naming import above
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle, present_participle

HIGH = 3
"""Governors of a noun among which its verb is."""
NEAR = 2
"""Words before "par" among which the participle is, where it is done to a person."""
PLACE = 8
"""Words of what is done."""
NAMED = ("NOUN", "PROPN")
LONG_AGO = ("past", "pluperfect")
TOLD = (*LONG_AGO, "participle", "present", "imperfect")


class DoneBy:
    """The agents of the passives of one document."""

    def __init__(self, nearby: Nearby, restricting: Restricting, handled: Handled, pack: Pack) -> None:
        self._nearby, self._pack, self._handled = nearby, pack, handled
        self._constituents = Constituents(nearby, restricting)
        told = pack.words("numbers")["told"]
        self._locative = frozenset(pack.words("numbers")["restricting"]["locative"])
        self._by, self._having, self._going_on = frozenset(told["by"]), told["having"], Listed(told["going_on"], pack)

    def what(self, role: Token) -> str:
        """The participle with its object: "ayant signé le texte", "gardant la gare"; empty if it has yet to be done, or to no noun."""
        verb = role.head
        if role.dep.startswith("nmod"):  # "peint à la main par douze élèves"
            passive = (token for token in (*self._before(role)[-1:], *above(role, HIGH)) if token.pos == "VERB" and is_passive(token))
            verb = next(passive, verb)
        if preposition(role) not in self._by or verb.morph.get("VerbForm") != "Part" or not is_passive(verb) or is_negated(verb):
            return ""
        whole = verb.head if verb.dep.startswith("acl") else subject(verb)
        done = self._done(verb)
        if whole is not None and verb.dep == "acl" and not _agrees(whole, verb):
            over = (noun for noun in above(whole, HIGH) if noun.pos == "NOUN" and noun.end <= whole.start and _agrees(noun, verb))
            below = (noun for noun in whole.all("nmod") if noun.end <= verb.start and _agrees(noun, verb))  # "une partie |des rues, fermées| par"
            whole = next(chain(below, over), None if not _is_joined(whole) else whole)  # "un projet de loi sur la pêche |présenté| par douze élus"
        apart = whole is not None and verb.child("aux") is None and verb.dep != "acl" and not _agrees(whole, verb)
        if whole is None or apart or not done or whole.pos not in NAMED or whole.start > verb.start or self._is_aside(whole, verb):
            return ""
        det = whole.child("det")
        if det is None and verb in self._before(role) and (name := self._name(whole)):
            return f"{done} {name}"
        if det is None or det.start > whole.start or det.morph.get("Poss") == "Yes":
            return ""
        phrase = self._constituents.words(self._nearby.at(det.start), whole, PLACE)
        stop = min((child.start for child in verb.children if child.pos in ("AUX", "ADV")), default=verb.start)
        stop = min(stop, verb.start)
        phrase = self._nearby.text[det.start : min(det.start + len(phrase), stop)].strip()
        return f"{done} {phrase[0].lower()}{phrase[1:]}" if phrase else ""

    def _is_aside(self, whole: Token, verb: Token) -> bool:
        """Whether the parser errs in what it is done to: a place, "|dans une rue|, Anna a été vue par"; or nothing is, "s'est soldée par"."""
        placed = any(case.text.lower() in self._locative for case in whole.all("case")) and verb.dep != "acl"
        return placed or any(child.dep.startswith("expl") for child in verb.children)

    def _before(self, role: Token) -> list[Token]:
        """The words right before the preposition of those by whom it is done."""
        case = role.child("case")
        at = self._nearby.at(case.start) if case is not None else 0
        return self._nearby.tokens[max(0, at - NEAR) : at]

    def _name(self, whole: Token) -> str:
        """The name of a person that a word is of; empty for others."""
        name = self._nearby.mention_before(whole.start)
        return name.span.of(self._nearby.text) if name is not None and name.type == "PER" and name.span.contains(whole.span) else ""

    def _done(self, verb: Token) -> str:
        """ "ayant signé", "gardant"; empty for what will or must be done."""
        infinitive, when = self._handled.infinitive(verb), tense(verb)
        if infinitive is None or when not in TOLD or verb.dep == "xcomp":
            return ""
        if when not in LONG_AGO and self._going_on.verb(verb):
            return present_participle(infinitive, self._pack) or ""
        past = past_participle(infinitive, self._pack)
        return f"{self._having} {past}" if past else ""


def _is_joined(noun: Token) -> bool:
    """Whether a noun stands in a row, all of which a participle may be said of."""
    return noun.dep == "conj" or noun.child("conj") is not None


def _agrees(noun: Token, participle: Token) -> bool:
    """Whether a participle can be said of a noun: not "les exilés", of "le camp, |ravagé| par deux incendies"."""
    return all(participle.morph.get(sign) in (noun.morph.get(sign), None) or sign not in noun.morph for sign in ("Gender", "Number"))
