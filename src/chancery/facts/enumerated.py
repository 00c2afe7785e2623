"""Who the things counted are, where their names follow and are as many: "deux firmes, Untel et Telun", "trois pays (Pérou, Chili et Cuba)"."""

from itertools import pairwise

from chancery.analysis import Mention, Quantity
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.span import Span

FEWEST, MOST = 2, 12
"""How many names are looked for."""
REACH = 60
"""Code points behind a figure in which the first name stands."""
OPENING = (",", "(", ":")
"""What stands between the things and their names."""


class Enumerated:
    """The names behind the counts of one document."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        self._places = frozenset(pack.words("numbers")["whereabouts"]["at"])
        self._joining = frozenset((",", *pack.words("numbers")["whose"]["listing"]))

    def of(self, quantity: Quantity) -> tuple[str, ...]:
        """All of the states or bodies that are named behind it, if they are as many as it says and all are known."""
        at = self._nearby.at(quantity.span.start)
        owned = any(word.morph.get("Poss") == "Yes" for word in self._nearby.tokens[max(0, at - 1) : at + 2])
        # "ses deux alliés, le Pérou et le Chili" are his who has them
        placed = owned or (at > 0 and self._nearby.tokens[at - 1].text.lower() in self._places)  # "il se rend dans deux pays, le Pérou et le Chili"
        if placed or quantity.value is None or quantity.value_max is not None or not FEWEST <= quantity.value <= MOST:
            return ()
        names = self._names(quantity.span.end)
        known = all(name.actor and name.type != "PER" for name in names)
        return tuple(name.actor for name in names if name.actor) if known and len(names) == quantity.value else ()

    def _names(self, end: int) -> list[Mention]:
        """The names of the row that opens behind a place."""
        first = next((name for name in self._nearby.mentions_before(end + REACH, REACH)[::-1] if name.span.start >= end), None)
        if first is None or not self._opens(Span(end, first.span.start)):
            return []
        behind = sorted(self._nearby.mentions_before(first.span.start + MOST * REACH, MOST * REACH), key=lambda name: name.span)
        row = [first]
        for name in behind:
            if name.span.start <= row[-1].span.start:
                continue
            if not self._joins(Span(row[-1].span.end, name.span.start)):
                break
            row.append(name)
        return row

    def _opens(self, between: Span) -> bool:
        """Whether the row begins there: behind a mark, with nothing but what the things are before it."""
        words = self._nearby.inside(between)
        marks = [place for place, word in enumerate(words) if word.text in OPENING]
        if len(marks) != 1 or any(word.pos in ("VERB", "AUX", "PRON", "SCONJ") or word.index == 0 for word in words):
            return False
        return all(word.pos == "DET" for word in words[marks[0] + 1 :])

    def _joins(self, between: Span) -> bool:
        """Whether only a comma or "et", and an article, stands between two names."""
        words = self._nearby.inside(between)
        plain = all(word.text.lower() in self._joining or word.pos == "DET" for word in words)
        return plain and any(word.text.lower() in self._joining for word in words) and all(one.text != other.text for one, other in pairwise(words))
