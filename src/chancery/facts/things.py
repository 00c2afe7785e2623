"""What a figure counts, in full: the noun, what restricts it, and what is said of those counted where the noun alone says little."""

from chancery.analysis import Quantity, Token
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.befallen import Befallen
from chancery.facts.fact import Figure
from chancery.facts.measured import Measured
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

REACH = 80
"""Code points behind a figure in which the noun ends that it counts."""

BRACKETED = 15
"""Code points in which the brackets around a share close."""
LONGEST = 16
"""Words of a noun with what restricts it and what is said of it."""


class Things:
    """What the figures of one document count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, pack: Pack) -> None:
        self._nearby, self._known = nearby, units(pack)
        self._of = frozenset(pack.words("numbers")["restricting"]["of"])
        self._restricting, self._measured = restricting, measured
        self._befallen = Befallen(nearby, restricting, pack)

    def what(self, quantity: Quantity, head: Token, who: tuple[str, ...], before: Figure | None) -> str | None:
        """The noun in full; of a number that takes up the one before it, what that one counts."""
        found = self._place(quantity)
        if found is None:
            return self._taken_up(quantity, head, before)
        if head.text.lower() in self._known.age_nouns:
            return quantity.what
        noun = self._noun(found, head)
        share = quantity.unit in (SHARE, None)
        if (holder := self._befallen.held(quantity, noun)) is not None:
            return self._nearby.text[holder.start : self._restricting.end(holder, holder.end, quantity.span)]
        end = self._restricting.end(noun, found.end, Span(found.start, found.start), who, within=quantity.span, clauses=True, places=share)
        counted = self._nearby.text[found.start : end]
        if quantity.unit == SHARE and (change := self._measured.change(quantity, head)):
            return f"{change.rstrip()}{self._nearby.text[quantity.span.end : found.start]}{counted}"
        one = noun.morph.get("Number") == "Sing"
        said = self._befallen.behind(quantity, head if share else noun, end, share=share, short=end > found.end, one=one)
        if said and len(counted.split()) + len(said.split()) <= LONGEST:
            return f"{counted} {said}"
        return f"{self._befallen.before(quantity, noun, short=end > found.end)}{counted}"

    def of_nobody(self, quantity: Quantity, head: Token) -> str | None:
        """Of a share of nobody named, what is said of it: "60 % souhaitent qu'il parte"; else whom or what place it is of."""
        if quantity.unit not in (SHARE, None):
            return None
        return self._befallen.of_share(quantity, head) or self._before_brackets(quantity) or self._named(quantity)

    def _before_brackets(self, quantity: Quantity) -> str | None:
        """ "une minorité d'électeurs (42 %) pense partir": the people before the brackets, with what is said of them behind."""
        text, start = self._nearby.text, quantity.span.start
        closed = text.find(")", quantity.span.end, quantity.span.end + BRACKETED)
        noun = self._nearby.tokens[self._nearby.at(start - 1) - 1] if start > 1 and text[start - 1] == "(" else None
        if noun is None or closed < 0 or noun.pos != "NOUN" or not self._known.counts_people(noun.text):
            return None
        said = self._befallen.telling(self._nearby.at(closed) + 1)
        first = noun.head if noun.dep.startswith("nmod") and noun.head.pos == "NOUN" else noun
        return f"{text[first.start : noun.end]} {said}" if said else None

    def _named(self, quantity: Quantity) -> str | None:
        """ "la moitié du Pays de Galles": the place that it is a part of."""
        at = self._nearby.at(quantity.span.end)
        behind = self._nearby.tokens[at : at + 3]
        if not behind or behind[0].text.lower() not in self._of:
            return None
        first = next((token for token in behind[1:] if token.pos != "DET"), None)
        name = self._nearby.mention_before(first.start) if first is not None else None
        return (
            name.span.of(self._nearby.text)
            if name is not None and first is not None and name.type == "LOC" and name.span.start == first.start
            else None
        )

    def _place(self, quantity: Quantity) -> Span | None:
        """Where the words stand that say what is counted; None if they stand by an earlier figure."""
        if not quantity.what or quantity.taken_up:
            return None
        start = self._nearby.text.find(quantity.what, quantity.span.start, quantity.span.end + REACH)
        return Span(start, start + len(quantity.what)) if start >= 0 else None

    def _noun(self, place: Span, head: Token) -> Token:
        inside = self._nearby.inside(place)
        return next((token for token in inside if token.pos in ("NOUN", "PROPN")), inside[0] if inside else head)

    def _taken_up(self, quantity: Quantity, head: Token, before: Figure | None) -> str | None:
        if not quantity.what or not quantity.taken_up:
            return quantity.what
        end = quantity.span.end
        said = self._befallen.behind(quantity, head, end) or self._befallen.behind(quantity, head, end, share=True)
        if said or self._befallen.tells(quantity, head):
            return f"{quantity.what} {said}".strip()
        return before.what if before is not None and (before.what or "").startswith(quantity.what) else quantity.what
