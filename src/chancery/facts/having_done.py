"""What those counted have done, behind "à": "un quart des lycéens à l'avoir goûtée", the "lycéens l'ayant goûtée"."""

from chancery.facts.constituents import Constituents
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

MOST = 12
"""Words of what is told."""


class HavingDone:
    """The perfect infinitives of one document behind those who have done something."""

    def __init__(self, nearby: Nearby, constituents: Constituents, pack: Pack) -> None:
        self._nearby, self._constituents = nearby, constituents
        numbers = pack.words("numbers")
        self._to, self._have, self._having = frozenset(numbers["predicated"]["to"]), str(numbers["told"]["have"]), str(numbers["told"]["having"])

    def what(self, end: int) -> str:
        """The participle with what it needs, of what begins right behind a place; empty where no such infinitive does."""
        at = self._nearby.at(end)
        words = self._nearby.tokens[at : at + 3]
        if len(words) < 3 or words[0].text.lower() not in self._to or not words[0].index:
            return ""
        clitic = words[1] if words[1].pos == "PRON" else None
        have = words[2] if clitic is not None else words[1]
        if have.text.lower() != self._have:
            return ""
        first = self._nearby.at(have.end)
        verb = next((token for token in self._nearby.tokens[first : first + 3] if token.pos != "ADV"), have)
        said = self._constituents.words(first, verb, MOST)
        before = f"{clitic.text}{'' if clitic.end == have.start else ' '}" if clitic is not None else ""
        return f"{before}{self._having} {said}" if said else ""
