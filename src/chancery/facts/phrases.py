"""A noun in full, as an amount is told of it: from the beginning of a word with hyphens to the end of what restricts it."""

from chancery.analysis import Token
from chancery.facts.foregoing import Foregoing
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span


class Phrases:
    """The nouns of one document with what belongs to them."""

    def __init__(self, nearby: Nearby, restricting: Restricting, foregoing: Foregoing, pack: Pack) -> None:
        self._nearby, self._restricting, self._foregoing = nearby, restricting, foregoing
        lists = pack.words("numbers")["shares"]
        self._compounds: list[str] = lists["compounds"]
        self._nearing = frozenset(lists["nearing"])
        self._set_phrases: list[str] = lists["set_phrases"]

    def of(self, noun: Token, apart: Span) -> str:
        """The noun with what restricts it, from the beginning of a word with hyphens."""
        first = self._nearby.at(noun.start)
        while first > 1 and self._nearby.text[self._nearby.tokens[first].start - 1] == "-":
            first -= 1 if self._nearby.tokens[first - 1].text.endswith("-") and len(self._nearby.tokens[first - 1].text) > 1 else 2
        start = self._nearby.tokens[first].start
        start -= next((len(part) for part in self._compounds if self._nearby.text.startswith(part, start - len(part))), 0)
        ends = next((noun.end + len(part) for part in self._set_phrases if self._nearby.text.startswith(part, noun.end)), noun.end)
        words = self._nearby.text[start : max(ends, self._whole(noun, self._restricting.end(noun, noun.end, apart)))]
        if apart.start >= start + len(words) and " " in words and words.rpartition(" ")[2].lower() in self._nearing:
            words = words.rpartition(" ")[0]  # "des rafales |proches| des 100 km/h"
        opens = self._nearby.tokens[first].index == 0 and noun.pos == "NOUN" and words[1:2].islower()
        return words[0].lower() + words[1:] if opens else words

    def _whole(self, noun: Token, end: int) -> int:
        """Where the words for a subject end that go on behind what the parser gives its noun, up to the verb; no day, and nobody's name."""
        far = self._foregoing.end(noun)
        more = self._nearby.inside(Span(end, far)) if far > end else []
        name = self._nearby.mention_before(far)
        named = name is not None and name.span.end > noun.end
        return far if more and not named and not any(self._restricting.is_timed(word) for word in more) else end
