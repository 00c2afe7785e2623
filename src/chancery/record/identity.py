"""The same person under other spellings, as far as the names alone can tell: `Jens Stoltenberg` and `Jens Stoltengerg`.

Nothing is merged in the record: ids stay as they were read, and whoever asks for one is given all. Names are one person's if all their
words are the same but for accents and capitals, or if one word differs by a slip of the pen; a single word is nobody's.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from chancery.record.groups import grouped
from chancery.register import distance, fold

PERSON = "person:"
SLIPS = ((9, 2), (5, 1))
"""From so many letters on, so many may be missing, wrong, doubled or swapped in a word; shorter words must be the same (`Maas` is not `Mass`)."""
CROWD = 200
"""People who share one word of their names, beyond which that word (`Mohammed`) no longer suggests anything."""


def spellings(actors: Iterable[str]) -> list[list[str]]:
    """The people among the ids, the spellings of each together; sorted.

    >>> spellings(["person:Jens Stoltenberg", "USA", "person:Jens Stoltengerg", "person:Lena Stoltenberg"])
    [['person:Jens Stoltenberg', 'person:Jens Stoltengerg'], ['person:Lena Stoltenberg']]
    """
    people = sorted({actor for actor in actors if actor.startswith(PERSON)})
    names = {actor: fold(actor.removeprefix(PERSON)).split() for actor in people}
    return grouped(people, _links(names))


def _links(names: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of spellings of one name."""
    sharing: dict[str, list[str]] = {}
    for actor, words in names.items():
        for word in dict.fromkeys(words if len(words) > 1 else ()):
            sharing.setdefault(word, []).append(actor)
    for crowd in sharing.values():
        if len(crowd) <= CROWD:
            yield from (pair for pair in combinations(crowd, 2) if _one_name(names[pair[0]], names[pair[1]]))


def _one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are the same, one slip of the pen aside."""
    if len(one) != len(other):
        return False
    different = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return not different or (len(different) == 1 and _slip(*different[0]))


def _slip(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    allowed = next((slips for letters, slips in SLIPS if shorter >= letters), 0)
    return one[0] == other[0] and distance(one, other, allowed) <= allowed
