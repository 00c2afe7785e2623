"""Those whom a poll has asked: "sondage réalisé auprès de 1.000 personnes", "un échantillon de 1.000 électeurs"."""

from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.units import units
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle

FARTHEST = 40
"""Words before those asked among which the poll is named."""
SAMPLE = 7
"""Words of "auprès d'un échantillon de"."""
ROW = ("ADP", "DET", "ADJ", "NOUN", "ADV", "NUM", "PROPN")
"""What a row of those asked is made of, but for its commas."""
AGED = 6
"""Words of "de 18 ans et plus"."""


class Respondents:
    """The people whom the polls of one document asked."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._pack, numbers = nearby, pack, pack.words("numbers")
        lists = numbers["polled"]
        self._surveys, self._samples, self._among = frozenset(lists["surveys"]), frozenset(lists["samples"]), frozenset(lists["among"])
        self._asking: str = lists["asking"]
        self._of, self._people = frozenset(numbers["predicated"]["of"]), units(pack).people_unit
        self._aged, self._years = frozenset(numbers["told"]["aged"]), frozenset(numbers["told"]["years"])
        self._beside = frozenset((",", *numbers["restricting"]["joining"]))
        self._joining = frozenset(numbers["restricting"]["joining"])

    def what(self, quantity: Quantity, noun: Token, told: str, end: int) -> str:
        """The noun `told`, which ends at a place, with how old they are and that they were asked; empty where no poll did."""
        if quantity.unit != self._people or not self._are_asked(quantity):
            return ""
        many, feminine = quantity.value != 1, noun.morph.get("Gender") == "Fem"
        asked = past_participle(self._asking, self._pack, feminine=feminine, plural=many)
        aged, behind = self._age(end), self._nearby.tokens[self._nearby.at(end) :][:1]
        completed = not aged and any(word.text.lower() in self._of for word in behind)  # "personnes représentatives de la population"
        return f"{noun.text if completed else told}{aged} {asked}" if asked else ""

    def _are_asked(self, quantity: Quantity) -> bool:
        """Whether a sample or "auprès" stands before the number, and a poll before that in its sentence."""
        at = self._nearby.at(quantity.span.start)
        index = self._nearby.tokens[at].index
        before = self._nearby.tokens[max(at - index, at - FARTHEST) : at][::-1]
        if before and before[0].text.lower() in self._beside and before[0].index > 0:  # "auprès de 900 Belges, |500 Danois|"
            row = {word.text.lower() for word in takewhile(lambda word: word.pos in ROW or word.text in self._beside, before)}
            return bool(row & self._among) and any(word.text.lower() in self._surveys for word in before)
        if not before or before[0].text.lower() not in self._of:
            return False
        near = list(takewhile(lambda word: word.pos in ("ADP", "DET", "ADJ", "NOUN", "ADV"), before[:SAMPLE]))
        named = any(word.lemma.lower() in self._samples or word.text.lower() in self._among for word in near)
        return named and any(word.text.lower() in self._surveys for word in before)

    def _age(self, end: int) -> str:
        """ " de 18 ans et plus" right behind a place; empty where no age stands there."""
        at = self._nearby.at(end)
        words = self._nearby.tokens[at : at + AGED]
        last = next((place for place, word in enumerate(words) if word.text.lower() in self._years), 0)
        if not last or words[0].text.lower() not in self._aged or any(word.index == 0 for word in words[: last + 1]):
            return ""
        more = last + 2 if len(words) > last + 2 and words[last + 1].text.lower() in self._joining else last
        return f" {self._nearby.words(at, at + more + 1)}"
