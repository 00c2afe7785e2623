"""The ids that a name stands for in a record."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from chancery.errors import UsageError
from chancery.register import fold

PERSON = "person:"
Register = Callable[[str], Sequence[str]]
"""The ids that the register knows a name by."""
SUGGESTED, ALIKE = 3, 0.7
"""How many names are suggested, and how much of its letters each has in common with what was asked for, or one of its words has."""


def nobody(name: str) -> tuple[str, ...]:
    """The ids of those known by that name where nobody is."""
    return ()


def actors_called(name: str, known: Sequence[str], register: Register, spelt: Register = nobody) -> tuple[str, ...]:
    """The ids meant by an id or a name; raises UsageError if it means nobody, which suggests names like it.

    An id of the record is meant as it is; else what the register says, with whoever else in the record bears a person's name; else all ids of
    the record in which each word of the name begins a word; else whoever is spelt so.

    >>> actors_called("blinken", ["USA", "person:Antony Blinken"], lambda name: ())
    ('person:Antony Blinken',)
    """
    wanted = fold(name).strip()
    exact = tuple(actor for actor in known if wanted in (fold(actor), bare(actor)))
    if exact:
        return exact
    words = wanted.split()
    contained = tuple(actor for actor in known if words and _holds(bare(actor), words))
    if registered := tuple(register(name.strip())):
        namesakes = tuple(actor for actor in contained if actor.startswith(PERSON)) if registered[0].startswith(PERSON) else ()
        return tuple(dict.fromkeys(registered + namesakes))
    if contained:
        return contained
    if otherwise := tuple(spelt(name.strip())):
        return otherwise
    near = _alike(wanted, known)
    raise UsageError(
        f"nobody in this record is called {name!r}", hint=f"perhaps: {', '.join(near)}" if near else "give an id (USA, NATO, person:NAME) or a name"
    )


def _alike(wanted: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names of the record that are nearest to what was asked for, whole or by one of their words, as they are written."""
    names: dict[str, list[str]] = {}
    for name in sorted({actor.partition(":")[2] or actor for actor in known}):
        for part in dict.fromkeys((fold(name), *fold(name).split())):
            names.setdefault(part, []).append(name)
    near = get_close_matches(wanted, names, n=SUGGESTED, cutoff=ALIKE)
    return tuple(dict.fromkeys(name for part in near for name in names[part]))[:SUGGESTED]


def bare(actor: str) -> str:
    """An id without what kind it is of, case and accents.

    >>> bare("person:José Élan")
    'jose elan'
    """
    return fold(actor.partition(":")[2] or actor)


def _holds(actor: str, words: Sequence[str]) -> bool:
    """Whether each word begins a word of the actor's name."""
    parts = actor.replace("-", " ").replace("'", " ").replace("’", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in words)
