"""Persons of the register by their names: whole, by surname, as candidates where two share one."""

from collections import defaultdict
from collections.abc import Iterable

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
    """Who is called so, among all who held an office."""

    def __init__(self, terms: Iterable[Holder], aliases: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._part: dict[str, set[str]] = defaultdict(set)
        self._first: dict[tuple[str, str], dict[tuple[str, str], None]] = defaultdict(dict)
        """By first name and the surname's initial: the surname and who."""
        self.terms: dict[str, list[Holder]] = defaultdict(list)
        terms = list(terms)
        for term in terms:
            self.terms[term.person].append(term)
        for person, held in self.terms.items():
            self._add(person, person, any(term.office[:3] in SURNAME_FIRST for term in held))
        self._aliases: list[str] = []
        for alias, person in aliases:
            self._aliases.append(alias)
            self._add(alias, person, False)

        self.gender_by_first = _first_names(terms)

    def _add(self, name: str, person: str, surname_first: bool) -> None:
        key = fold(name)
        self._whole[key].add(person)
        words = key.split()
        surname = " ".join(words[1:])
        self._first[words[0], surname[:1]][surname, person] = None
        for index in range(1, len(words)):
            if words[-1] not in LONE_PARTS and not (index == len(words) - 1 and len(words[-1]) < 2):
                self._part[" ".join(words[index:])].add(person)
        if surname_first and len(words) > 1:
            self._part[words[0]].add(person)

    def whole(self, name: str) -> tuple[str, ...]:
        """Those whose full name or known spelling it is, in order of name."""
        return tuple(sorted(self._whole.get(fold(name), ())))

    def surname(self, name: str) -> tuple[str, ...]:
        """Those whose surname it is, in order of name."""
        return tuple(sorted(self._part.get(fold(name), ())))

    def misspelt(self, name: str) -> tuple[str, ...]:
        """Those with the same first name whose surname differs by a slip of the pen, in order of name."""
        first, _, surname = fold(name).partition(" ")
        limit = 2 if len(surname) >= LONG else 1 if len(surname) >= SHORT else 0
        if not limit:
            return ()
        letters = frozenset(surname)
        near = (  # a letter that is wrong changes the letters by two at most
            (other, who)
            for other, who in self._first.get((first, surname[:1]), ())
            if abs(len(other) - len(surname)) <= limit and len(letters.symmetric_difference(other)) <= 2 * limit
        )
        return tuple(sorted({who for other, who in near if distance(surname, other, limit) <= limit}))

    def spellings(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every other spelling that is kept, as written, with whom it may mean."""
        return ((alias, self.whole(alias)) for alias in self._aliases)


def _first_names(terms: list[Holder]) -> dict[str, str]:
    """Gender by first name, of those names that only one gender bears here."""
    genders: dict[str, set[str]] = defaultdict(set)
    for term in terms:
        if term.gender and " " in term.person:
            genders[fold(term.person.split(" ")[0])].add(term.gender)
    return {name: found.pop() for name, found in genders.items() if len(found) == 1}
