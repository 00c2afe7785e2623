"""What stands aside between those counted and their verb: who says so, what some of them are, what all of them are."""

from itertools import pairwise

from chancery.analysis import Token
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

OPENS = (",", "(", "-", "–")
CLOSES = (",", ")", "-", "–")
LONGEST = 20
"""Words of an aside with its marks."""
NEAR = 8
"""Words before a mark among which the aside that it closes has begun."""
HELPING = ("aux", "expl", "iobj")
"""How what stands before a verb and goes with it hangs on it."""


class Asides:
    """The asides of one document, by where they begin or end."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        numbers = pack.words("numbers")
        self._sources, self._parts = frozenset(numbers["restricting"]["sources"]), frozenset(numbers["whose"]["parts"])
        self._opening = frozenset(numbers["restricting"]["opening"])
        self._goes_with = frozenset((*numbers["predicated"]["ne"], *numbers["whose"]["oneself"]))

    def past_source(self, at: int) -> int:
        """The index behind ", selon la police," where that stands there; else the index itself."""
        pair = self._nearby.tokens[at : at + 2]
        if len(pair) < 2 or pair[0].text != "," or pair[1].text.lower() not in (*self._sources, *self._parts, *self._opening):
            return at
        closing = (place for place in range(at + 2, min(at + LONGEST, len(self._nearby.tokens))) if self._nearby.tokens[place].text in ",.")
        last = next(closing, None)
        return last + 1 if last is not None and self._nearby.tokens[last].text == "," else at

    def past(self, verb: Token, first: int, last: int) -> int:
        """The index of the auxiliary behind what stands in commas or tells of how many: "personnes, surtout des enfants, ont été blessées"."""
        group = (token for token in verb.children if token.dep.startswith(HELPING) or token.text.lower() in self._goes_with)
        helping = [token for token in group if first < self._nearby.at(token.start) < last]
        start = self._nearby.at(min(token.start for token in helping)) if helping else last
        skipped = self._nearby.tokens[first:start]
        opened = bool(skipped) and ((_opens(skipped[0]) and _closes(skipped[-1])) or skipped[0].text.lower() in self._parts)
        return start if opened and len(skipped) <= LONGEST and not any(token.index == 0 for token in skipped) else first

    def ends(self, at: int) -> bool:
        """Whether a mark there closes an aside that opens with a part: "les internes - dont |trois filles| - sont partis"."""
        if self._nearby.tokens[at].text not in CLOSES[1:]:
            return False
        before = self._nearby.tokens[max(0, at - NEAR) : at]
        return any(opens.text in OPENS[1:] and part.text.lower() in self._parts for opens, part in pairwise(before))


def _opens(token: Token) -> bool:
    """Whether a mark opens an aside there, by itself or glued to its first word: "-deux femmes et un homme-"."""
    return token.text in OPENS or token.text.startswith(CLOSES[2:])


def _closes(token: Token) -> bool:
    """Whether a mark closes an aside there, by itself or glued to its last word."""
    return token.text in CLOSES or token.text.endswith(CLOSES[2:])
