"""What is done with those whom a number alone takes up: "et en a blessé 10", "contre 450 signés en juin"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.handled import Handled
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

REACH = 80
"""Code points behind a figure in which the noun ends that it counts."""
ADVERBS = 2
"""Adverbs before a participle."""
SHORT = 3
"""Words of a noun with its adjectives."""


class Alone:
    """The numbers of one document that stand without a noun, right by a participle."""

    def __init__(self, nearby: Nearby, restricting: Restricting, handled: Handled, pack: Pack) -> None:
        self._nearby, self._restricting, self._handled, self._known = nearby, restricting, handled, units(pack)
        self._of_it = frozenset(pack.words("numbers")["polled"]["of_it"])

    def before(self, quantity: Quantity, head: Token, end: int) -> str:
        """What the verb right before a number does, that has "en": "a tué 30 habitants et en a |blessé| 10"."""
        verb = self._nearby.tokens[self._nearby.at(quantity.span.start) - 1]
        of_them = verb.dep != "acl:relcl" and any(part.text.lower() in self._of_it for part in verb.children)
        if verb.pos != "VERB" or verb.end > quantity.span.start or not of_them:
            return ""
        return self._handled.what(verb, quantity, head, end, many=quantity.value != 1)

    def behind(self, quantity: Quantity, at: int, before: Figure) -> str:
        """What was done with so many, right behind their number: "310 contrats en mai, contre 450 signés en juin"."""
        begun = at
        while at - begun < ADVERBS and self._nearby.tokens[at : at + 1] and self._nearby.tokens[at].pos == "ADV" and self._nearby.tokens[at].index:
            at += 1  # "contre 450 |initialement| prévus"
            begun += self._restricting.is_timed(self._nearby.tokens[at - 1])
        token = next(iter(self._nearby.tokens[at : at + 1]), None)
        past = token is not None and token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past" and token.index > 0
        if (
            token is None
            or not past
            or token.pos != "VERB"
            or token.child("aux", "cop")
            or token.morph.get("Number") == "Sing"
            or quantity.unit in self._known.durations
        ):
            return ""
        whole = before.what or ""
        near = self._nearby.text.find(whole, before.evidence.start, before.evidence.start + len(whole) + REACH) >= 0
        what = whole if near and len(whole.split()) <= SHORT and whole.startswith(quantity.what or " ") else quantity.what
        return f"{what} {self._nearby.words(begun, max(at + 1, self._restricting.clause(at + 1)))}"
