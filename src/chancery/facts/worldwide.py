"""What counts the whole world, and so no state: "dans le monde", "au niveau mondial", "des laboratoires mondiaux"."""

import re
from dataclasses import replace
from functools import lru_cache

from chancery.analysis import Quantity
from chancery.analysis.clauses import own_subject
from chancery.facts.fact import Figure
from chancery.facts.hanging import head_of
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

BEHIND = 70
"""Code points behind a figure in which "dans le monde" stands."""
LEAD = 3
"""Words of a sentence before "dans le monde" where that opens it: "Au total dans le monde"."""
END = re.compile(r"\.(?!\d)")
"""Where a sentence ends, and no number goes on."""
NEXT = 2
"""Figures behind a heading among which the one stands that it rounds."""
ROUNDED = 0.05
"""How far a number in a heading is from the one that it rounds, as a share of that."""
CLOSED = re.compile(r"[,;:().!?\n]")
"""Where the words about a figure end."""
PARTING = ";:("
"""What words beyond tell nothing of."""


@lru_cache(maxsize=8)
def world(pack: Pack) -> re.Pattern[str]:
    """What says that so many are all over the world."""
    lists = pack.words("numbers")["whereabouts"]
    named = rf"(?:{either(lists['world_behind'])})\s(?P<world>{either(lists['world'])})(?!\w|\s{either(lists['no_world'])}(?!\w))"
    return re.compile(rf"(?<!\w)(?:{named}|(?:{either(lists['world_level'])})(?!\w))", re.IGNORECASE)


@lru_cache(maxsize=8)
def _described(pack: Pack) -> re.Pattern[str]:
    """A noun and the adjective for the world behind it."""
    return re.compile(rf"(?P<noun>\w+)\s(?:{either(pack.words('numbers')['whereabouts']['worldly'])})(?!\w)", re.IGNORECASE)


class Worldwide:
    """The figures of one document that are the world's; built once."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._world, self._described = nearby, world(pack), _described(pack)
        lists = pack.words("numbers")["whereabouts"]
        self._everywhere, self._names = str(lists["world"][0]), frozenset(lists["world"])
        self._worldly, self._not_worldly = frozenset(lists["worldly"]), frozenset(lists["not_worldly"])
        self._cases, self._people = frozenset(pack.words("numbers")["sickness"]["cases"]), pack.words("numbers")["people"]["unit"]
        self._totals = frozenset(pack.words("numbers")["whose"]["totals"])

    def place(self, quantity: Quantity, who: tuple[str, ...]) -> str | None:
        """The word for the world, where it stands behind a figure or opens the sentence of one that is nobody's, and no place between."""
        return self._behind(quantity) or (self._opening(quantity.span.start) if not who else None)

    def _behind(self, quantity: Quantity) -> str | None:
        """ "300.000 morts dans le monde" """
        start = quantity.span.end
        ends = self._nearby.tokens[self._nearby.sentence(quantity.span.start)[1]].end
        stretch = self._nearby.text[start : min(start + BEHIND, ends)].partition("\n")[0]
        found = self._world.search(stretch)
        if found is None or set(stretch[: found.start()]) & set(PARTING) or END.search(stretch, 0, found.start()):
            return None
        return self._word(found) if not self._names_place(Span(start, start + found.start())) else None

    def _opening(self, start: int) -> str | None:
        """ "Dans le monde, 300.000 personnes" """
        first = self._nearby.tokens[self._nearby.sentence(start)[0]]
        found = self._world.search(self._nearby.text, first.start, start)
        if found is None or set(self._nearby.text[found.end() : start]) & set(PARTING) or self._names_place(Span(first.start, start)):
            return None
        lead = self._nearby.inside(Span(first.start, found.start()))
        plain = len(lead) <= LEAD and not any(word.pos in ("VERB", "AUX") for word in lead)
        return self._word(found) if plain else None

    def _word(self, found: re.Match[str]) -> str:
        return found["world"] or self._everywhere

    def _names_place(self, stretch: Span) -> bool:
        names = self._nearby.mentions_before(stretch.end, stretch.end - stretch.start)
        return any(name.type == "LOC" for name in names)

    def goes_on(self, last: Figure, figure: Figure, *, sick: bool) -> bool:
        """Whether people or cases stand in the sentence of a toll of the world, or a toll in the next one, and no place is named before them."""
        tolls = (self._people, *self._cases)
        if not self.is_world(last.where) or last.unit not in tolls or figure.unit not in tolls or self._is_heading(figure):
            return False
        here, before = self._nearby.sentence(figure.evidence.start)[0], self._nearby.sentence(last.evidence.start)[0]
        start = self._nearby.tokens[here].start
        if here != before and not ((sick or figure.unit in self._cases) and self._follows(before, here)):
            return False
        closed = CLOSED.search(self._nearby.text, figure.evidence.end)
        return not self._names_place(Span(max(start, last.evidence.end), closed.start() if closed else figure.evidence.end))

    def _follows(self, before: int, here: int) -> bool:
        """Whether a sentence stands behind another in its paragraph, by the indices of their first tokens."""
        tokens = self._nearby.tokens
        return self._nearby.sentence(tokens[here - 1].start)[0] == before and "\n" not in self._nearby.text[tokens[before].start : tokens[here].start]

    def headed(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures, in text order; one in a heading, "- Plus de 30 morts -", with the world, where one of the next says it more nearly."""
        return tuple(self._with_world(figure, found[place + 1 : place + 1 + NEXT]) for place, figure in enumerate(found))

    def _with_world(self, figure: Figure, following: tuple[Figure, ...]) -> Figure:
        if figure.who or figure.where or not self._is_heading(figure):
            return figure
        told = next((one for one in following if self.is_world(one.where) and self._is_rounded(figure, one)), None)
        return replace(figure, where=told.where) if told is not None else figure

    def _is_rounded(self, figure: Figure, told: Figure) -> bool:
        """Whether one figure says another in round numbers."""
        if figure.unit != told.unit or not figure.value or not told.value:
            return False
        return abs(figure.value - told.value) <= ROUNDED * told.value

    def _is_heading(self, figure: Figure) -> bool:
        """Whether a figure stands in a heading, or in a line of its own that has no verb."""
        if any(heading.contains(figure.evidence) for heading in self._nearby.headings):
            return True
        first, last = self._nearby.sentence(figure.evidence.start)
        words = self._nearby.tokens[first : last + 1]
        alone = last + 1 < len(self._nearby.tokens) and "\n" in self._nearby.text[words[-1].end : self._nearby.tokens[last + 1].start]
        return alone and not any(word.morph.get("VerbForm") in ("Fin", "Inf") for word in words)

    def has(self, figure: Figure) -> bool:
        """Whether the place of a figure, what it counts or the total that it is says that it is the world's."""
        return self.is_world(figure.where) or self._is_described(figure.what or "") or self._is_total(figure)

    def is_everybodys(self, figure: Figure) -> bool:
        """Whether what is counted is itself called the world's, and so nobody's: "laboratoires mondiaux"."""
        return self._is_described(figure.evidence.of(self._nearby.text))

    def is_world(self, where: str | None) -> bool:
        """Whether a place is the world."""
        return (where or "").lower() in self._names

    def _is_described(self, what: str) -> bool:
        """ "Laboratoires mondiaux", "population mondiale vaccinée"; not "morts de la guerre mondiale" """
        return any(found["noun"].lower() not in self._not_worldly for found in self._described.finditer(what))

    def _is_total(self, figure: Figure) -> bool:
        """ "Le bilan mondial s'établit à 300 morts" """
        head = head_of(self._nearby.inside(figure.evidence))
        acts = own_subject(head.head) if head is not None else None
        told = acts is not None and acts.lemma.lower() in self._totals
        return told and acts is not None and any(child.text.lower() in self._worldly for child in acts.all("amod"))
