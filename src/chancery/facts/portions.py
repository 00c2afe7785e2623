"""Of what a share is a part whose noun stands before it: "des maladies rares, |dont 80 %| sont graves", "300 élus. |La moitié| est partie"."""

from dataclasses import replace
from itertools import takewhile

from chancery.analysis import Quantity
from chancery.analysis.counted import SHARE
from chancery.facts.fact import Figure
from chancery.facts.measured import PHRASE, Measured
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

LONGEST = 8
"""Words of the noun phrase before "dont"."""
FAR = 160
"""Code points between the whole and the part that the next sentence tells of."""


class Portions:
    """The shares of one document that have no noun of their own behind them."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, pack: Pack) -> None:
        self._nearby, self._restricting, self._measured = nearby, restricting, measured
        numbers = pack.words("numbers")
        self._parts, self._relative = frozenset(numbers["whose"]["parts"]), f"{numbers['predicated']['relative']} "
        self._of_the = frozenset((*numbers["bare"]["of_the"], *numbers["restricting"]["of"]))
        self._having: dict[str, str] = numbers["wholes"]["having"]

    def what(self, quantity: Quantity, said: str) -> str:
        """What is said of a share, behind the noun before "dont" that it is a part of; as it is, where no such noun stands there."""
        at = self._nearby.at(quantity.span.start)
        opens = self._nearby.tokens[at - 1] if at else None
        if opens is None or opens.text.lower() not in self._parts or opens.index == 0:
            return said
        last = self._nearby.at(quantity.span.end)
        behind = self._nearby.tokens[last] if last < len(self._nearby.tokens) else None
        if behind is None or behind.text.lower() in self._of_the:
            return said
        if not said and behind.pos in ("VERB", "AUX") and behind.morph.get("VerbForm") == "Fin":
            said = f"{self._relative}{self._nearby.words(last, self._clause_end(last))}"
        whole = self._before(at - 1, opens.start, many=behind.morph.get("Number") == "Plur")
        return f"{whole} {said}" if whole and said else said

    def _clause_end(self, at: int) -> int:
        """The index behind a clause, past the number that cuts it short: "ont |plus de 60 ans|"."""
        last = self._restricting.clause(at, finite=True, places=True)
        if last > at + 1:
            return last
        ahead = takewhile(lambda word: word.pos not in ("PUNCT", "SCONJ", "CCONJ") and word.index > 0, self._nearby.tokens[at : at + LONGEST])
        return at + len(list(ahead))

    def _before(self, at: int, place: int, *, many: bool) -> str:
        """The noun phrase that ends at an index, or at the comma there, with its complement."""
        at -= self._nearby.tokens[at - 1].text == ","
        words = list(takewhile(lambda word: word.pos in PHRASE and word.index > 0, self._nearby.tokens[max(0, at - LONGEST) : at][::-1]))
        phrase = list(takewhile(lambda word: word.pos != "DET", words))
        of = next((place for place, word in enumerate(phrase) if word.pos == "ADP"), None)
        nouns = [word for word in (phrase if of is None else phrase[:of]) if word.pos == "NOUN"]
        noun = nouns[-1] if nouns else None
        while noun is not None and noun.dep.startswith("nmod") and noun.child("det") is None and noun.head in phrase and noun.head.pos == "NOUN":
            noun = noun.head
        if noun is None or not self._measured.is_thing(noun) or (many and noun.morph.get("Number") == "Sing"):
            return ""
        end = self._nearby.tokens[at - 1].end
        return self._nearby.text[noun.start : end] if end <= place else ""

    def told(self, figure: Figure, before: Figure | None) -> Figure:
        """A part at the head of its sentence with the noun of the count in the one before: "la moitié a reçu un vaccin"."""
        what, at = figure.what or "", self._nearby.at(figure.evidence.start)
        if figure.unit not in (SHARE, None) or not what.startswith(self._relative) or before is None or not before.what:
            return figure
        between = Span(before.evidence.end, figure.evidence.start)
        apart = figure.evidence.start - before.evidence.end > FAR or "\n" in between.of(self._nearby.text)
        if self._nearby.tokens[at].index or apart or before.unit in (SHARE, None) or self._measured.is_sum(before):
            return figure
        if sum(token.index == 0 for token in self._nearby.inside(between)) > 0:
            return figure
        nouns = (before.what.split()[0], before.evidence.of(self._nearby.text).split()[-1])  # "le suivi de 4.500 personnes"
        noun = next((word for word in nouns if word.endswith(("s", "x"))), "")
        having = next((with_one for with_one in self._having if what.startswith(with_one)), "")
        said = f"{self._having[having]}{what.removeprefix(having)}" if having else what
        return replace(figure, what=f"{noun} {said}") if noun else figure
