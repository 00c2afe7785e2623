"""What has become of all has become of those who make them up: "douze personnes ont été arrêtées: dix Belges et deux Danois"."""

from dataclasses import replace

from chancery.facts.fact import Figure
from chancery.facts.fates import Fates
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.span import Span

REACH = 120
"""Code points between a count and the first of those that make it up."""
STOPS = frozenset(".;!?\n")
OPENS = (":", ",", "(", "-", "–", "—")
"""What stands before the first of them."""
ADDED = 60
"""Code points between two of them."""
MOST = 8
"""Counts that make up one."""


class Itemised:
    """The counts of one document that others behind them add up to."""

    def __init__(self, nearby: Nearby, fates: Fates, pack: Pack) -> None:
        self._nearby, self._fates = nearby, fates
        self._joining = tuple(pack.words("numbers")["whose"]["joining"])

    def told(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures, in text order, each part with the fate of its whole."""
        done = list(found)
        for place, whole in enumerate(found):
            for part in range(place + 1, self._last(found, place)):
                done[part] = self._shared(done[part], whole)
        return tuple(done)

    def _last(self, found: tuple[Figure, ...], place: int) -> int:
        """The index behind the last of the counts that add up to one; that behind it where none do."""
        whole, left = found[place], found[place].value or 0
        if not whole.what or not whole.value or not self._opens(whole, found[place + 1 : place + 2]):
            return place + 1
        for part in range(place + 1, min(place + 1 + MOST, len(found))):
            figure = found[part]
            apart = part > place + 1 and not self._adds(found[part - 1], figure)
            if apart or figure.unit != whole.unit or not figure.value or figure.value > left:
                return place + 1
            left -= figure.value
            if not left:
                return part + 1 if part > place + 1 else place + 1
        return place + 1

    def _opens(self, whole: Figure, behind: tuple[Figure, ...]) -> bool:
        """Whether a mark stands right before the first count behind one, in the same sentence."""
        between = self._nearby.text[whole.evidence.end : behind[0].evidence.start] if behind else ""
        return 0 < len(between) <= REACH and not STOPS & set(between) and between.rstrip().endswith(OPENS)

    def _adds(self, before: Figure, figure: Figure) -> bool:
        """Whether a count goes on with those before it: ", 12 civils et 4 gardes"."""
        between = self._nearby.text[before.evidence.end : figure.evidence.start]
        joined = between.rstrip().endswith((",", *(f" {word}" for word in self._joining)))
        return joined and len(between) <= ADDED and not STOPS & set(between)

    def _shared(self, part: Figure, whole: Figure) -> Figure:
        """The part with what has become of the whole."""
        noun = next((token for token in self._nearby.inside(part.evidence) if token.pos in ("NOUN", "PROPN", "ADJ")), None)
        end = part.evidence.start + len(self._nearby.text[part.evidence.start : part.evidence.end].partition(" ")[0]) + 1 + len(part.what or "")
        if any(token.morph.get("VerbForm") == "Part" for token in self._nearby.inside(Span(part.evidence.start, end))):
            return part  # "7.000 Belges venus de la côte"
        said = self._fates.of_all(part.what or "", noun, whole.what or "") if noun is not None and part.what else ""
        return replace(part, what=f"{part.what} {said}") if said else part
