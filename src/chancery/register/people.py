"""Persons of the register by their names: whole, by surname, as candidates where two share one."""

from collections import defaultdict
from collections.abc import Container, Iterable
from functools import cached_property

from chancery.register.spelling import distance, fold
from chancery.register.tables import Holder

SURNAME_FIRST = {"CHN", "HKG", "KOR", "PRK", "TWN", "VNM", "KHM", "SGP"}
"""Where the family's name stands first in French too: Xi Jinping, Kim Jong-un."""
LONE_PARTS = frozenset(
    ("al", "el", "ben", "bin", "de", "da", "dos", "del", "la", "le", "van", "von", "der", "den", "zu", "jr", "i", "ii", "iii", "v", "vi")
)
"""Words that are no surname by themselves."""
LONG, SHORT = 8, 5
"""Letters of a surname from which on two of them, or one, may be wrong."""


class People:
    """Who is called so, among all who held an office; who only held some of `many` (a seat in a parliament) is meant by the full name alone."""

    def __init__(self, terms: Iterable[Holder], aliases: Iterable[tuple[str, str]], many: Container[str] = ()) -> None:
        self.terms: dict[str, list[Holder]] = defaultdict(list)
        for term in terms:
            self.terms[term.person].append(term)
        self._few = {person for person, held in self.terms.items() if any(term.office not in many for term in held)}
        self._aliases = list(aliases)
        self._whole: dict[str, list[str]] = defaultdict(list)
        for name, person in self._spelt():
            self._whole[fold(name)].append(person)

    def _spelt(self) -> Iterable[tuple[str, str]]:
        """Every name that is kept, and whose it is."""
        yield from ((person, person) for person in self.terms)
        yield from self._aliases

    @cached_property
    def _part(self) -> dict[str, list[str]]:
        """Who has a surname, or the last words of one, by it; made when first asked for."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, person in self._spelt():
            key = fold(name) if person in self._few else ""
            if key and key.rpartition(" ")[2] not in LONE_PARTS:
                surname = key.partition(" ")[2]
                while len(surname) > 1:
                    found[surname].append(person)
                    surname = surname.partition(" ")[2]
        for person in {one for one in self._few if any(term.office[:3] in SURNAME_FIRST for term in self.terms[one])}:
            family, given, _ = fold(person).partition(" ")
            if given:
                found[family].append(person)
        return found

    @cached_property
    def _by_first(self) -> dict[tuple[str, str], dict[tuple[str, str], None]]:
        """By first name and the surname's initial: the surname and who."""
        found: dict[tuple[str, str], dict[tuple[str, str], None]] = defaultdict(dict)
        for name, person in self._spelt():
            if person in self._few:
                first, _, surname = fold(name).partition(" ")
                found[first, surname[:1]][surname, person] = None
        return found

    @cached_property
    def by_first_name(self) -> dict[str, list[str]]:
        """Who has that first word, folded, to their name."""
        found: dict[str, list[str]] = defaultdict(list)
        for person in self.terms:
            found[fold(person).partition(" ")[0]].append(person)
        return found

    @cached_property
    def gender_by_first(self) -> dict[str, str]:
        """Gender by first name, of those names that only one gender bears here."""
        genders: dict[str, set[str]] = defaultdict(set)
        for held in self.terms.values():
            for term in held:
                if term.gender and " " in term.person:
                    genders[fold(term.person.split(" ")[0])].add(term.gender)
        return {name: found.pop() for name, found in genders.items() if len(found) == 1}

    def whole(self, name: str) -> tuple[str, ...]:
        """Those whose full name or known spelling it is, in order of name."""
        return tuple(sorted(set(self._whole.get(fold(name), ()))))

    def surname(self, name: str) -> tuple[str, ...]:
        """Those whose surname it is, in order of name."""
        return tuple(sorted(set(self._part.get(fold(name), ()))))

    def misspelt(self, name: str) -> tuple[str, ...]:
        """Those with the same first name whose surname differs by a slip of the pen, in order of name."""
        first, _, surname = fold(name).partition(" ")
        limit = 2 if len(surname) >= LONG else 1 if len(surname) >= SHORT else 0
        if not limit:
            return ()
        letters = frozenset(surname)
        near = (  # a letter that is wrong changes the letters by two at most
            (other, who)
            for other, who in self._by_first.get((first, surname[:1]), ())
            if abs(len(other) - len(surname)) <= limit and len(letters.symmetric_difference(other)) <= 2 * limit
        )
        return tuple(sorted({who for other, who in near if distance(surname, other, limit) <= limit}))

    def spellings(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every other spelling that is kept, as written, with whom it may mean."""
        return ((alias, self.whole(alias)) for alias, _ in self._aliases)
