"""The place that a sentence opens with: "A Lyon, 300 personnes ...", "En 1984 à Lyon (centre-est), une fuite a tué 300 personnes"."""

from chancery.analysis import Mention, Quantity
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

OPENING = 8
"""Words at the head of a sentence among which the name of a place ends."""
BRACKETS = 30
"""Code points in brackets that say where a place is: "(centre-est)"."""
PARTING = (":", ";")
"""What a clause of its own stands behind."""
DATED = ("NUM", "ADP", "DET", "PUNCT")
"""What a moment before the place may be made of, beside the words of its expression."""


class OpeningPlace:
    """The places at the head of the sentences of one document."""

    def __init__(self, nearby: Nearby, known: frozenset[int], pack: Pack) -> None:
        """`known`: where the words of moments and names begin."""
        self._nearby, self._known = nearby, known
        self._at = frozenset(pack.words("numbers")["whereabouts"]["at"])

    def of(self, quantity: Quantity) -> str | None:
        """The place before its comma, and behind a moment or nothing; none where another stands between it and the figure."""
        at = self._nearby.at(quantity.span.start)
        if at >= len(self._nearby.tokens):
            return None
        first = self._clause(at)
        name = self._first(first, min(first + OPENING, at))
        end = self._end(name) if name is not None else 0
        if name is None or self._nearby.text[end : end + 1] != "," or set(self._nearby.text[end : quantity.span.start]) & set(";:("):
            return None
        others = (mention for mention in self._nearby.mentions_before(quantity.span.start, quantity.span.start - end) if mention.type == "LOC")
        return name.span.of(self._nearby.text) if next(others, None) is None else None

    def _clause(self, at: int) -> int:
        """The index of the first word of the clause, or of its sentence: behind a colon, or "quand" and the like before a preposition."""
        begin = at - self._nearby.tokens[at].index
        for place in range(at - 1, begin, -1):
            word, behind = self._nearby.tokens[place], self._nearby.tokens[place + 1]
            if word.text in PARTING or (word.pos == "SCONJ" and behind.text.lower() in self._at and place + 1 < at):
                return place + 1
        return begin

    def _first(self, first: int, last: int) -> Mention | None:
        """The first name of a sentence, if it is a place and a preposition puts something there."""
        for place in range(first + 1, last):
            token = self._nearby.tokens[place]
            name = self._nearby.mention_before(token.start)
            if name is not None and name.span.start == token.start:
                before = self._nearby.tokens[first:place]
                before = before[:-1] if before[-1].pos == "DET" else before
                put = bool(before) and before[-1].text.lower() in self._at
                return name if put and name.type == "LOC" and all(self._dates(word.start, word.pos) for word in before[:-1]) else None
        return None

    def _dates(self, start: int, pos: str) -> bool:
        """Whether a word before the place only tells when."""
        return start in self._known or pos in DATED

    def _end(self, name: Mention) -> int:
        """Where the words for a place end, with the brackets behind them that say where it is."""
        text, end = self._nearby.text, name.span.end
        if not text.startswith(" (", end):
            return end
        closed = text.find(")", end, end + BRACKETS)
        told = text[end + 2 : closed]
        return closed + 1 if closed > 0 and not any(sign.isdigit() or sign in ",;:" for sign in told) else end
