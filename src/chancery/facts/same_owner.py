"""Whether a figure only goes on with the one before it, so that it has the same owner: "300 chars et 20 avions", "(20 %, 3.000 voix)"."""

import re
from bisect import bisect_left
from itertools import takewhile

from chancery.analysis import Analysis, Quantity, Token
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.measured import Measured, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

LISTED = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "ADV", "NUM", "CCONJ", "SYM")
"""What two counts that stand side by side are made of: no verb, no comma."""
DATED = 6
"""Code points between a figure and the time it is told of: "contre 70 % en mai"."""
PHRASE = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "ADV")
"""What a count may still have behind it before a verb."""
IN_BRACKETS = 80
"""Code points before a count in which a bracket opens that it stands in."""
NEIGHBOURS = 14
"""Words of two such counts."""
HEADS = (("NOUN", "PROPN"), ("ADJ", "VERB", "X", "PRON"), ("NUM", "SYM"))
"""What the head of a quantity may be, the likeliest first: the parser takes some nouns for adjectives."""


def head_of(nearby: Nearby, quantity: Quantity) -> Token | None:
    """The token that the rest of the quantity hangs on: its noun, or the number where it stands alone."""
    inside = nearby.inside(quantity.span)
    for kinds in HEADS:
        some = [token for token in inside if token.pos in kinds]
        outside = [token for token in some if token.head not in some or token.head is token]
        if outside:
            return outside[-1]
    return None


class SameOwner:
    """How the figures of one document go on with each other; built once."""

    def __init__(self, nearby: Nearby, analysis: Analysis, who: Parties, measured: Measured, pack: Pack) -> None:
        self._nearby, self._who, self._measured = nearby, who, measured
        numbers = pack.words("numbers")
        lists = numbers["whose"]
        self._parts_too, self._same_owner = frozenset((*lists["parts"], *lists["bracketed"])), frozenset(lists["same_owner"])
        self._compared, self._illnesses = (
            frozenset(lists["compared"]),
            frozenset(name.lower() for names in numbers["sickness"]["names"] for name in names),
        )
        self._joining, self._up_to = frozenset(lists["joining"]), frozenset(numbers["ranges"]["from_to"])
        self._and_of, self._from = frozenset(lists["and_of"]), frozenset(numbers["whereabouts"]["of"])
        self._out_of = re.compile(rf"(?:\A|\s){either(lists['out_of'])}\Z")
        self._ill, self._people_unit = frozenset(numbers["sickness"]["cases"]), units(pack).people_unit
        self._time_starts = sorted(time.span.start for time in analysis.times if time.date)

    def goes_on(self, before: Figure, quantity: Quantity) -> bool:
        """Whether nothing stands between two figures but what says that the same one's are counted."""
        between = self._nearby.text[before.evidence.end : quantity.span.start].strip().lower()
        if between in self._up_to and before.unit == quantity.unit:
            return True  # "sa cote est passée de 40 % à 30 %"
        if between in self._same_owner or (between.rpartition(" ")[2] in self._parts_too and not set(between) & set(".;:!?\n")):
            return True
        if self._out_of.search(between) and self._is_out_of(before, quantity):
            return True  # "30 morts en Elbonie sur un total de 300 cas"
        if (between == "," or between in self._joining) and self._within_brackets(before, quantity):
            return True  # "Anna Blanc arrive troisième (20 %, 3.000 voix)", "l'Elbonie (300 cas et 20 morts)"
        if before.unit == quantity.unit and between.rpartition(" ")[2] in self._compared and self._is_dated(quantity):
            words = self._nearby.inside(Span(before.evidence.end, quantity.span.start))  # "66 % des voix, contre 70 % en mai"
            return all(word.text == "," or (word.pos in LISTED and word.pos not in ("PROPN", "CCONJ")) for word in words)
        joined = (
            between.rpartition(" ")[2] in self._joining
            or (between in self._and_of and self._starts_range(before))
            or (between.endswith(",") and self._goes_on_list(quantity))
        )
        return joined and self._side_by_side(before, quantity)

    def _is_out_of(self, before: Figure, quantity: Quantity) -> bool:
        """Whether a count of the ill stands behind that of those of them who died, in one clause."""
        words = self._nearby.inside(Span(before.evidence.end, quantity.span.start))
        plain = not any(word.text in ".,;:()" or word.index == 0 for word in words)
        return plain and before.unit == self._people_unit and any(word.text.lower() in self._ill for word in self._nearby.inside(quantity.span))

    def _starts_range(self, before: Figure) -> bool:
        """Whether "de" stands right before a figure, with which a range or a list may begin."""
        at = self._nearby.at(before.evidence.start)
        return at > 0 and self._nearby.tokens[at - 1].text.lower() in self._from

    def _goes_on_list(self, quantity: Quantity) -> bool:
        """Whether a count behind a comma is no subject of its own: "300 soldats, 20 chars et 3 avions"."""
        head = head_of(self._nearby, quantity)
        outer = outermost(quantity, head) if head is not None else None
        before = self._nearby.text[max(0, quantity.span.start - IN_BRACKETS) : quantity.span.start]
        if before.rfind("(") > before.rfind(")"):
            return False
        behind = takewhile(lambda word: word.pos in PHRASE or word.pos in ("VERB", "AUX"), self._nearby.tokens[self._nearby.at(quantity.span.end) :])
        if any(word.morph.get("VerbForm") == "Fin" for word in behind):
            return False  # "300 soldats, 20 chars ont brûlé"
        return outer is not None and outer.head is not outer and not outer.dep.startswith(("nsubj", "csubj", "parataxis"))

    def _within_brackets(self, before: Figure, quantity: Quantity) -> bool:
        """Whether two figures are all that a pair of brackets holds, if the first is a share or a name stands before them."""
        text = self._nearby.text
        named = self._nearby.mention_ending(self._nearby.back_over(before.evidence.start, "( ")) is not None
        alone = text.endswith("(", 0, before.evidence.start) and text[quantity.span.end : quantity.span.end + 1] == ")"
        return alone and (before.unit == SHARE or named)

    def _is_dated(self, quantity: Quantity) -> bool:
        """Whether a time stands right behind it."""
        at = bisect_left(self._time_starts, quantity.span.end)
        return at < len(self._time_starts) and self._time_starts[at] - quantity.span.end <= DATED

    def _side_by_side(self, before: Figure, quantity: Quantity) -> bool:
        """Whether two counts stand in one list, the first of whose words name nobody: "300 morts et 20 blessés"."""
        words = self._nearby.inside(Span(before.evidence.start, quantity.span.start))
        words = [word for word, behind in zip(words, [*words[1:], None], strict=True) if word.text != "," or not _joins(behind, self._joining)]
        words = words[:-1] if words and words[-1].text == "," else words
        plain = all(self._is_listed(word) and not set(self._who.own(word)) & set(before.who) for word in words)
        return plain and len(words) <= NEIGHBOURS and not self._measured.has(quantity)

    def _is_listed(self, word: Token) -> bool:
        """Whether two counts of one list may have it between them: no verb but a participle, no name."""
        described = word.dep in ("acl", "amod") and word.morph.get("VerbForm") == "Part"
        name = word.index and word.text[:1].isupper() and word.text.lower() not in self._illnesses
        return (word.pos in LISTED or described) and not name


def _joins(word: Token | None, joining: frozenset[str]) -> bool:
    return word is not None and word.text.lower() in joining
