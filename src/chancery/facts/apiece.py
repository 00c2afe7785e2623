"""What is counted, with what stands behind the figure and narrows it: "cas |pour 1.000 habitants|", "euros |par visiteur|", "jeunes |Bordures|"."""

from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.constituents import Constituents
from chancery.facts.fact import Figure
from chancery.facts.for_so_many import ForSoMany
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.restricting import Restricting
from chancery.facts.unfinished import FEW
from chancery.languages import Pack

BRACKET = 6
"""Words in brackets that stand between a count and its rate."""


class Apiece:
    """For whom or what the figures of one document are told, and whom they count besides."""

    def __init__(self, nearby: Nearby, restricting: Restricting, counted: frozenset[int], pack: Pack) -> None:
        self._nearby, self._restricting, self._counted = nearby, restricting, counted
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        numbers = pack.words("numbers")
        lists = numbers["apiece"]
        self._for, self._rates, self._so_many = frozenset(lists["for"]), frozenset(numbers["restricting"]["rates"]), ForSoMany(nearby, pack)
        self._peoples = units(pack).peoples
        self._described, self._among = frozenset(lists["described"]), frozenset((*lists["for"], *lists["among"]))
        self._and = frozenset(numbers["restricting"]["joining"])
        self._bare = frozenset(numbers["bare"]["of"])
        self._of = frozenset((*numbers["bare"]["of"], *numbers["bare"]["of_the"]))

    def told(self, figure: Figure) -> str | None:
        """What it counts, with what its rate is told for, or which people they are."""
        at, what = self._nearby.at(figure.evidence.end), figure.what
        if not what or not self._near.is_in_line(at):
            return what
        if second := self._both(at):
            return self._with_both(what, at, second)
        at = self._past_kind(at, what)
        words = self._share(at) if figure.unit == SHARE else self._people(at) or self._for_so_many(at) or self._past_bracket(at)
        if not words or words in what:
            return what
        own = self._nearby.text[: figure.evidence.end]
        noun = next((end for end in range(len(what), 0, -1) if what[end : end + 1] in ("", " ") and own.endswith(what[:end])), 0)
        of_it = what[noun:].replace("'", "' ").strip().partition(" ")[0] in self._of  # "morts |d'un accident|"
        return f"{what[:noun]} {words}{what[noun:]}" if noun and not of_it else f"{what} {words}"

    def _past_kind(self, at: int, what: str) -> int:
        """The index behind the kind of what is counted: "lits |de soins| pour 1.000 habitants"."""
        of, noun = self._nearby.tokens[at : at + 2] if self._near.is_in_line(at + 2) else (None, None)
        kind = of is not None and noun is not None and of.text.lower() in self._bare and noun.pos == "NOUN" and noun.start not in self._counted
        return at + 2 if kind and self._nearby.words(at, at + 2) in what and self._near.text(at + 2) in self._for else at

    def _both(self, at: int) -> str:
        """ "Dizaines de marins |et de pêcheurs|": what is counted with the first, as the text has it, without the preposition."""
        noun = self._nearby.tokens[at - 1]
        if self._near.text(at - 2) not in self._bare or self._near.text(at) not in self._and or not self._near.is_in_line(at + 2):
            return ""
        case, second = self._nearby.tokens[at + 1 : at + 3]
        beside = second.dep == "conj" and (second.head is noun or second.head is noun.head) and case.head is second
        plain = case.text.lower() in self._bare and second.pos == "NOUN" and second.start not in self._counted
        return self._constituents.words(at + 2, second, FEW) if beside and plain else ""

    def _with_both(self, what: str, at: int, second: str) -> str:
        """The words with the second noun behind the first: "marins |et pêcheurs| qui ont fui", "libération de marins |et de pêcheurs|"."""
        noun, joining, case = (token.text for token in self._nearby.tokens[at - 1 : at + 2])
        if second in what:
            return what
        if what == noun or what.startswith(f"{noun} "):
            return f"{noun} {joining} {second}{what.removeprefix(noun)}"
        space = " " if case[-1].isalpha() else ""
        return f"{what} {joining} {case}{space}{second}" if what.endswith((f" {noun}", f"'{noun}")) else what

    def _people(self, at: int) -> str:
        """ "Quatre jeunes |Bordures|": the people that are meant, where the parser takes them for a name."""
        noun, people = self._nearby.tokens[at - 1 : at + 1]
        beside = noun.text.lower() in self._described and people.start == noun.end + 1 and people.head is noun and people.text[0].isupper()
        return people.text if beside and people.text[-1] in "sx" and self._peoples.search(people.text) else ""

    def _for_so_many(self, at: int) -> str:
        start = self._nearby.tokens[at].start
        words = self._so_many.at(start) if self._near.text(at) in self._for else ""
        last = self._nearby.at(start + len(words))
        free = not any(token.start in self._counted for token in self._nearby.tokens[at:last])
        return words if free and all(map(self._near.is_in_line, range(at, last))) else ""

    def _past_bracket(self, at: int) -> str:
        """ "40 couronnes (six euros) |par visiteur|"."""
        if self._near.text(at) != "(":
            return ""
        closed = next((place for place in range(at + 1, at + BRACKET) if self._near.text(place) == ")"), None)
        if closed is None or self._near.text(closed + 1) not in self._rates or not self._near.is_in_line(closed + 2):
            return ""
        noun = self._nearby.tokens[closed + 2]
        bare = noun.pos == "NOUN" and noun.morph.get("Number") != "Plur"
        return self._constituents.words(closed + 1, noun, BRACKET) if bare else ""

    def _share(self, at: int) -> str:
        """ "L'écart est de 9 % |pour un même sac|": among whom or for what a share is that a verb tells of."""
        case = self._nearby.tokens[at]
        share, noun = self._nearby.tokens[at - 1], case.head
        told = share.child("cop") is not None and noun.start > case.start and noun.pos == "NOUN"
        if not told or self._near.text(at) not in self._among or self._restricting.is_timed(noun):
            return ""
        return self._constituents.words(at, noun, FEW)
