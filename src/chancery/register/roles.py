"""Offices by the words that people use for them: `le chef de la diplomatie américaine`, `the German chancellor`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chancery.register.register import Register
from chancery.register.spelling import fold

SLOT = "{}"
WORDS = re.compile(r"[^\s']+'?|'")
LONGEST_NAME = 9
"""Words of the longest name of a state or body that is looked for."""
Lexicon = Mapping[str, Any]
"""A language's `roles.toml`: `office`, `demonyms`, and of `around` its `articles`, `linking` words and, where it has one, its `possessive`."""


class Roles:
    """The offices that a role can mean, by the forms that language packs keep for them."""

    def __init__(self, register: Register, lexicons: Sequence[Lexicon]) -> None:
        self._register = register
        self._forms: dict[tuple[str, ...], list[Mapping[str, Any]]] = defaultdict(list)
        self._light: set[str] = set()
        self._demonyms: dict[str, str] = {}
        for lexicon in lexicons:
            self._demonyms.update((fold(form), actor) for actor, forms in lexicon["demonyms"].items() for form in forms)
            around = lexicon["around"]
            self._light.update(fold(word) for name in ("articles", "linking", "possessive") for word in around.get(name, ()))
            for entry in lexicon["office"]:
                for form in entry["forms"]:
                    self._forms[tuple(_words(form.replace(SLOT, " ")))].append(entry)
        self._beginnings = {form[:length] for form in self._forms for length in range(len(form) + 1)}

    def offices(self, role: str) -> tuple[str, ...]:
        """The ids of the offices that the role may mean, in order; an id of an office stands for itself. None where nothing is known.

        The state or body may be named, be an adjective, or be understood: the occupant of the Kremlin.
        """
        role = role.strip()
        if self._register.office(role) is not None:
            return (role,)
        words = self._told(role)
        found = dict.fromkeys(self._at_home(words))
        for rest, owner in self._owned(words):
            found.update(dict.fromkeys(self._of(owner, rest)))
        return tuple(sorted(found))

    def is_of_any(self, role: str) -> bool:
        """Whether the words call an office without saying of which state or body: `le Premier ministre`."""
        return self._told(role) in self._forms

    def _told(self, role: str) -> tuple[str, ...]:
        """The words of a role without its article."""
        words = _words(role)
        return tuple(words[next((place for place, word in enumerate(words) if word not in self._light), len(words)) :])

    def _at_home(self, words: tuple[str, ...]) -> Iterable[str]:
        """Offices whose state or body the words themselves tell."""
        ids = (f"{entry['home']}.{entry['kind']}" for entry in self._forms.get(words, ()) if entry.get("home"))
        return (id_ for id_ in ids if self._register.office(id_) is not None)

    def _owned(self, words: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], str]]:
        """Each reading of the words as a role that is kept and whose it is: the role without the name or adjective, and the state or body."""
        for start in range(len(words)):
            if words[:start] not in self._beginnings:
                return
            for end in range(len(words), start, -1):
                role = words[:start] + words[end:]
                if role in self._forms:
                    for name in self._names(words, start, end):
                        owner = self._owner(" ".join(name).replace("' ", "'").rstrip("'"))
                        if owner is not None:
                            yield role, owner

    def _names(self, words: tuple[str, ...], start: int, end: int) -> Iterable[tuple[str, ...]]:
        """What a stretch that is no part of the role can name: all of it, or without the articles and linking words at its edges."""
        ends = (end, end - 1) if words[end - 1] in self._light else (end,)
        for first in range(start, end):
            yield from (words[first:after] for after in ends if first < after <= first + LONGEST_NAME)
            if words[first] not in self._light or (start and words[start - 1] in self._light):
                return

    def _owner(self, name: str) -> str | None:
        register = self._register
        id_ = name.upper()
        if register.name(id_) is not None and not register.is_state(id_):
            return id_  # an English acronym: bodies' ids are; states' ids are words too (`can`, `per`)
        adjective = self._demonyms.get(name) or register.state_of_adjective(name) or register.state_in_english(name)
        return register.named(name) or register.named(id_) or adjective

    def _of(self, owner: str, words: tuple[str, ...]) -> Iterable[str]:
        """The offices of a state or body that are called so."""
        for entry in self._forms.get(words, ()):
            office = self._register.office(f"{owner}.{entry['kind']}")
            if (
                office is None
                or (entry.get("actors") and owner not in entry["actors"])
                or (entry.get("styles") and office.style not in entry["styles"])
                or (entry.get("unless") and self._register.office(f"{owner}.{entry['unless']}") is not None)
            ):
                continue
            if not (entry.get("bodies") and self._register.is_state(owner)):
                yield office.id


def _words(text: str) -> list[str]:
    """The words as they are compared, a clitic with its apostrophe: `l'`, `onu`."""
    return WORDS.findall(fold(text))
