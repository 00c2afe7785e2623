"""Where in the text the words end that say what is counted, whoever put them together."""

from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby

AROUND = 80
"""Words before and behind a figure, in its sentence, among which they stand."""
HELPERS = 5
"""Words from a figure to the participle behind its auxiliaries."""
LEAST = 3
"""Words that are known as its own wherever they stand; fewer must begin within the figure or right behind it."""


class Tails:
    """The last words for what the figures of one document count."""

    def __init__(self, nearby: Nearby) -> None:
        self._nearby = nearby

    def of(self, figure: Figure) -> tuple[int, int] | None:
        """The index of the first of the last words that stand together in the sentence of the figure, and the index behind the last one."""
        first, last = self._sentence(self._nearby.at(figure.evidence.start))
        words, tokens = (figure.what or "").split(" "), self._nearby.tokens
        begin, end = tokens[first].start, tokens[last - 1].end
        for place in range(len(words)):
            tail = " ".join(words[place:])
            start = self._nearby.text.find(tail, figure.evidence.start, end)
            start = start if start >= 0 else self._nearby.text.rfind(tail, begin, figure.evidence.start)
            opens, behind = self._nearby.at(start), self._nearby.at(start + len(tail))
            own = behind - opens >= LEAST or figure.evidence.start <= start <= figure.evidence.end + 1  # "libération d'otages |en échange|"
            if not tail or start < 0 or not own:
                continue
            if tokens[opens].start == start and opens < behind and tokens[behind - 1].end == start + len(tail):
                return opens, behind
        return None

    def done(self, figure: Figure) -> tuple[int, int] | None:
        """The place of the one participle behind the figure that ends what is counted, "ont été |tués|"; None where none does."""
        last, at = (figure.what or "").rpartition(" ")[2], self._nearby.at(figure.evidence.end)
        behind = range(at, min(at + HELPERS, len(self._nearby.tokens)))
        place = next((place for place in behind if self._nearby.tokens[place].pos not in ("AUX", "ADV")), at)
        token = self._nearby.tokens[place] if place in behind else None
        alike = token is not None and token.text == last and token.index > 0 and token.morph.get("VerbForm") == "Part"
        return (place, place + 1) if alike else None

    def _sentence(self, at: int) -> tuple[int, int]:
        """The first index of the sentence that an index stands in, and the index behind it; no farther off than a figure tells of."""
        tokens, first, last = self._nearby.tokens, at, at + 1
        while first > max(0, at - AROUND) and tokens[first].index:
            first -= 1
        while last < min(len(tokens), at + AROUND) and tokens[last].index:
            last += 1
        return first, last
