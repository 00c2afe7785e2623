"""What a figure counts, in full: the noun, what restricts it, and what is said of those counted where the noun alone says little."""

from chancery.analysis import Quantity, Token
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.measured import Measured
from chancery.facts.nearby import Nearby
from chancery.facts.predicated import Predicated
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

REACH = 80
"""Code points behind a figure in which the noun ends that it counts."""

LONGEST = 16
"""Words of a noun with what restricts it and what is said of it."""


class Things:
    """What the figures of one document count."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, pack: Pack) -> None:
        self._nearby, self._known = nearby, units(pack)
        self._restricting, self._measured = restricting, measured
        self._predicated = Predicated(nearby, restricting, pack)

    def what(self, quantity: Quantity, head: Token, who: tuple[str, ...], before: Figure | None) -> str | None:
        """The noun in full; of a number that takes up the one before it, what that one counts."""
        found = self._place(quantity)
        if found is None:
            return self._taken_up(quantity, head, before)
        noun = self._noun(found, head)
        end = self._restricting.end(noun, found.end, Span(found.start, found.start), who)
        share = quantity.unit in (SHARE, None) and self._known.counts_people(noun.text)
        counted = self._nearby.text[found.start : end]
        if quantity.unit == SHARE and (change := self._measured.change(quantity, head)):
            return f"{change.rstrip()}{self._nearby.text[quantity.span.end : found.start]}{counted}"
        told = share or quantity.unit not in (SHARE, None)
        said = self._predicated.behind(quantity, head if share else noun, end, share=share, short=end > found.end) if told else ""
        if said and len(counted.split()) + len(said.split()) <= LONGEST:
            return f"{counted} {said}"
        return f"{self._predicated.before(quantity, noun)}{counted}"

    def of_nobody(self, quantity: Quantity, head: Token) -> str | None:
        """Of a share of nobody named, what is said of it: "60 % souhaitent qu'il parte"."""
        return (self._predicated.of_share(quantity, head) or None) if quantity.unit in (SHARE, None) else None

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
        said = self._predicated.behind(quantity, head, quantity.span.end)
        if said:
            return f"{quantity.what} {said}"
        return before.what if before is not None and (before.what or "").startswith(quantity.what) else quantity.what
