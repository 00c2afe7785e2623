"""Where a heading puts what is told behind its colon: "Séisme en Elbonie: 5 morts", "Elbonie: une voiture blesse 30 passants"."""

import re

from chancery.analysis import Quantity, Token
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

END = re.compile(r"\.(?!\d)")
"""Where a sentence ends, and no number goes on."""
QUOTED = '"«»“”'
HEADING = 90
"""Code points between the place that a heading names before its colon and a count behind it."""


class Headed:
    """The places that the headings of one document name."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, numbers = nearby, pack.words("numbers")
        self._at, self._tolls = frozenset(numbers["whereabouts"]["at"]), frozenset(numbers["whose"]["tolls"])
        self._units = frozenset(units(pack).codes.values()) | frozenset(numbers["money"]["called"])
        self._people_unit, self._years = units(pack).people_unit, frozenset(numbers["ages"]["nouns"])

    def before_colon(self, quantity: Quantity, head: Token) -> str | None:
        """The place right before the colon behind which a toll is told: "Séisme en Elbonie: 5 morts, 30 blessés"."""
        if head.text.lower() not in self._tolls and not (quantity.unit == self._people_unit and head.all("acl", "amod")):
            return None
        start = max(0, quantity.span.start - HEADING)
        before = self._nearby.text[start : quantity.span.start]
        listed = head.text.lower() in self._tolls and before.rstrip().endswith(",")  # "Séisme à Lyon, 5 morts"
        colon = len(before.rstrip()) - 1 if listed else before.rfind(":")
        if colon < 0 or END.search(before, colon) or set(before[colon:]) & set("\n;?!"):
            return None
        name = self._nearby.mention_ending(start + len(before[:colon].rstrip()))
        if name is None or name.type != "LOC" or self._nearby.tokens[max(0, self._nearby.at(name.span.start) - 1)].text.lower() not in self._at:
            return None
        at = self._nearby.at(name.span.start)
        told = self._nearby.tokens[at - self._nearby.tokens[at].index : at]
        others = self._nearby.mentions_before(quantity.span.start, quantity.span.start - start - colon)
        if any(token.morph.get("VerbForm") == "Fin" or (listed and token.pos == "CCONJ") for token in told):
            return None  # "ils vont au Pérou: deux enfants, trois oncles"
        return name.span.of(self._nearby.text) if not any(other.type == "LOC" for other in others) else None

    def labelled(self, quantity: Quantity, head: Token) -> str | None:
        """The place alone before the colon that opens a line: "Elbonie: une voiture blesse 30 passants"; none where another stands between."""
        text, start = self._nearby.text, quantity.span.start
        if (quantity.unit in self._units and quantity.unit != SHARE) or head.text.lower() in self._years:
            return None
        opening = max(text.rfind("\n", 0, start), text.rfind("- ", 0, start) + 1)
        line = text[opening + 1 : start]
        before, colon, behind = line.partition(":")
        name = self._nearby.mention_ending(opening + 1 + len(before.rstrip()))
        if not colon or name is None or name.type != "LOC" or any(part.isalpha() for part in text[opening + 1 : name.span.start]):
            return None
        if END.search(behind) or set(behind) & set(QUOTED) or len(behind) > HEADING:
            return None
        others = self._nearby.mentions_before(start, len(behind))
        return name.span.of(text) if not any(other.type == "LOC" for other in others) else None
