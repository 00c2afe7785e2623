"""What a verb needs behind what is set in between: "ont demandé, |devant la mairie, |une enquête"."""

from chancery.analysis import Token
from chancery.facts.constituents import Constituents
from chancery.facts.nearby import Nearby

INSET = 12
"""Words of an inset with its commas."""
OPENS = ("ADP", "ADV")
"""What opens an inset; a noun would go on a row."""
OBJECT = ("obj", "xcomp", "ccomp", "obl:arg", "obl:mod")
"""How the parser hangs what stands behind one on its verb."""


class OverInset:
    """The clauses of one document that go on behind an inset."""

    def __init__(self, nearby: Nearby, constituents: Constituents) -> None:
        self._nearby, self._constituents = nearby, constituents

    def words(self, first: int, verb: Token, most: int) -> str:
        """The words from an index to the verb, and what it needs behind the inset that opens there; empty where none does."""
        last = self._nearby.at(verb.end)
        more = self.more(verb, most - (last - first))
        return f"{self._nearby.words(first, last)} {more}" if more else ""

    def more(self, verb: Token, most: int) -> str:
        """What a verb needs behind the inset right behind it; empty where no inset opens there or nothing without a preposition follows."""
        at = self._nearby.at(verb.end)
        close = self._closing(at)
        needed = self._top(close + 1, verb) if close else None
        if needed is None or needed.dep not in OBJECT or needed.child("case") is not None:
            return ""
        return self._constituents.words(close + 1, needed, most)

    def _closing(self, at: int) -> int:
        """The index of the comma that closes the inset that a comma opens; 0 where none opens, or a clause stands in it."""
        words = self._nearby.tokens[at : at + INSET]
        if len(words) < 3 or words[0].text != "," or words[1].pos not in OPENS or not all(word.index for word in words[:3]):
            return 0
        for place, word in enumerate(words[1:], at + 1):
            if word.index == 0 or word.morph.get("VerbForm") == "Fin" or word.text in (";", ":", ".", "?", "!"):
                return 0
            if word.text == ",":
                return place
        return 0

    def _top(self, at: int, verb: Token) -> Token | None:
        """The word on which what begins at an index hangs from the verb; None where it hangs elsewhere."""
        token = self._nearby.tokens[at] if at < len(self._nearby.tokens) else None
        while token is not None and token.head is not verb and token.head.start >= self._nearby.tokens[at].start and token.head is not token:
            token = token.head
        return token if token is not None and token.head is verb and token.index > 0 else None
