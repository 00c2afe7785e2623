"""The words that tell for how many something is counted: "12 cas |pour 100.000 habitants|", "trois morts |par million de passagers|"."""

import re
from functools import lru_cache

from chancery.analysis.units import units
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import SPACE, either


@lru_cache(maxsize=8)
def _rate(pack: Pack) -> re.Pattern[str]:
    """A round number behind its preposition, and the word behind it."""
    numbers = pack.words("numbers")
    lists = numbers["apiece"]
    leads = either([*lists["for"], *numbers["restricting"]["rates"]])
    digits = rf"1(?:0{{2,}}|0{{0,2}}(?:[.]0{{3}}|{SPACE}0{{3}})+)"
    one, power = either(lists["one"]), either(lists["round"])
    number = rf"(?:{digits}|(?:{one}{SPACE})?{power})"
    lead = rf"(?:{leads}{SPACE}{number}|{either(lists['out_of'])}{SPACE}{one}{SPACE}{power})"
    of = rf"(?:{SPACE}(?:{either(lists['of'])}){SPACE}?|{SPACE})"
    return re.compile(rf"(?<!\w){lead}(?!\w|[.,]\d|{SPACE}\d)(?:{of}(?P<noun>[^\W\d_]+))?", re.IGNORECASE)


class ForSoMany:
    """The rates in the text of one document."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._pattern = nearby, _rate(pack)
        self._counts_people, self._besides = units(pack).counts_people, frozenset(pack.words("numbers")["apiece"]["besides"])

    def at(self, position: int) -> str:
        """The words of the rate that begin at a place of the text; "" for none."""
        found = self._pattern.match(self._nearby.text, position)
        return self._words(found) if found is not None else ""

    def first(self, start: int, end: int) -> tuple[int, str]:
        """Where the first rate within a stretch begins, and its words; "" for none."""
        for found in self._pattern.finditer(self._nearby.text, start, end):
            if words := self._words(found):
                return found.start(), words
        return end, ""

    def told(self, what: str) -> str:
        """The words of the rate that stand in what is counted; "" for none."""
        found = self._pattern.search(what)
        return found[0] if found is not None else ""

    def _words(self, found: re.Match[str]) -> str:
        """The words with their noun, or without a word that is none; no rate is told for things ("trois sacs pour 100 couronnes")."""
        noun = found["noun"]
        if noun is None or self._counts_people(noun) or noun.lower() in self._besides:
            return found[0]
        token = self._nearby.tokens[self._nearby.at(found.start("noun"))]
        return "" if token.pos == "NOUN" else found[0][: found.start("noun") - found.start()].rstrip()
