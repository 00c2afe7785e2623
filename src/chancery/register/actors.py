"""States, bodies, organs and groups by their names."""

from collections import defaultdict
from pathlib import Path
from typing import Literal

from chancery.errors import UsageError
from chancery.register.spelling import bare_capitals, fold, is_acronym
from chancery.register.tables import Row, parts, read

EntryType = Literal["PER", "ORG", "LOC"]
Language = Literal["fr", "en"]
TYPES: dict[str, EntryType] = {"ORG": "ORG", "LOC": "LOC", "PER": "PER"}
SHORTEST_ANY_CASE = 4
"""Acronyms of fewer letters must be written in capitals."""
FORMS = 4
"""Of an adjective: masculine, feminine, and the plural of both."""


class Actors:
    """Names of what is no person, each pointing to one id; a name that points to two is left out."""

    def __init__(self, folder: Path | None) -> None:
        if folder is not None and not folder.is_dir():
            raise UsageError("the register's folder is not a folder", where=str(folder))
        self._names: dict[str, set[str]] = defaultdict(set)
        self._acronyms: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[str, tuple[str, ...]] = {}
        self._capitals: dict[str, set[str]] = defaultdict(set)
        self._seats: dict[str, set[str]] = defaultdict(set)
        self._adjectives: dict[str, set[str]] = defaultdict(set)
        self._english_adjectives: dict[str, set[str]] = defaultdict(set)
        self._called: dict[str, str] = {}
        self._called_in_english: dict[str, str] = {}
        self._states: set[str] = set()
        self._sides: dict[str, tuple[str, ...]] = {}
        self._entries: dict[str, tuple[EntryType, str | None]] = {}
        self._open = {fold(row["name"]) for row in read("open_names", folder)}
        for row in read("states", folder):
            self._state(row)
        for row in read("bodies", folder):
            self._body(row)
        for row in read("organs", folder):
            self._other(row, row["side"])
        for row in read("groups", folder):
            self._other(row, row["sides"])

    def _state(self, row: Row) -> None:
        id_ = row["id"]
        self._states.add(id_)
        self._called[id_] = row["name"]
        self._called_in_english[id_] = row["english"]
        for name in (row["name"], *parts(row["names"]), *parts(row["nicknames"])):
            self._name(name, id_, "LOC")
        if row["english"]:
            self._names[fold(row["english"])].add(id_)
        for name in parts(row["capitals"]):
            self._capitals[fold(name)].add(id_)
            self._entry(name, "LOC", None)
        for name in parts(row["seats"]):
            self._seats[fold(name)].add(id_)
            self._entry(name, "ORG", id_)
        for form in parts(row["english_adjectives"]):
            self._english_adjectives[fold(form)].add(id_)
        self._forms[id_] = tuple(parts(row["adjectives"])[0].split("/")) if row["adjectives"] else ()
        for forms in parts(row["adjectives"]):
            for form in forms.split("/"):
                self._adjectives[fold(form)].add(id_)

    def _body(self, row: Row) -> None:
        acronym = next((name for name in parts(row["names"]) if is_acronym(name)), None)
        self._called[row["id"]] = acronym or row["name"]
        self._called_in_english[row["id"]] = row["id"] if acronym else row["english"]
        self._sides[row["id"]] = tuple(parts(row["whole"]))
        for name in (row["name"], row["english"], *parts(row["names"])):
            self._name(name, row["id"], "ORG")

    def _other(self, row: Row, side: str) -> None:
        names = parts(row["names"])
        self._called[row["id"]] = names[0]
        self._called_in_english[row["id"]] = row["english"]
        self._sides[row["id"]] = tuple(parts(side))
        for name in names:
            self._name(name, row["id"], TYPES.get(row["type"]))

    def _name(self, name: str, id_: str, type_: EntryType | None) -> None:
        if is_acronym(name):
            self._acronyms[name].add(id_)
            if len(name) >= SHORTEST_ANY_CASE:
                self._names[fold(name)].add(id_)
        else:
            self._names[fold(name)].add(id_)
        if type_ is not None:
            self._entry(name, type_, id_)

    def _entry(self, name: str, type_: EntryType, id_: str | None) -> None:
        if fold(name) not in self._open or (is_acronym(name) and type_ == "ORG" and name not in self._open):
            for spelling in dict.fromkeys((name, bare_capitals(name), name.replace("'", "’"))):
                self._entries.setdefault(spelling, (type_, id_))

    def named(self, name: str) -> str | None:
        """The id of the actor of that name or acronym; None if nobody bears it, or several do."""
        if fold(name) in self._open:
            return None
        return _only(self._acronyms.get(name)) or _only(self._names.get(fold(name)))

    def by_seat(self, name: str) -> str | None:
        key = fold(name)
        return None if key in self._open else _only(self._seats.get(key)) or _only(self._capitals.get(key))

    def by_capital(self, name: str) -> str | None:
        key = fold(name)
        return None if key in self._open else _only(self._capitals.get(key))

    def by_adjective(self, word: str) -> str | None:
        found = self._adjectives.get(fold(word))
        return _only(found) if found else None

    def adjective(self, state: str, *, feminine: bool = False, plural: bool = False) -> str | None:
        """The French adjective of a state, in the form that agrees; None where none is kept."""
        forms = self._forms.get(state, ())
        return forms[feminine + 2 * plural] if len(forms) == FORMS else None

    def by_english_adjective(self, word: str) -> str | None:
        return _only(self._english_adjectives.get(fold(word)))

    def name(self, actor: str, language: Language = "fr") -> str | None:
        """What to call an actor in that language; by the French name where no English one is kept."""
        if language == "en":
            return self._called_in_english.get(actor) or self._called.get(actor)
        return self._called.get(actor)

    def sides(self, actor: str) -> tuple[str, ...]:
        return self._sides.get(actor, ())

    def is_state(self, actor: str) -> bool:
        return actor in self._states

    def is_open(self, name: str) -> bool:
        return fold(name) in self._open

    def entries(self) -> dict[str, tuple[EntryType, str | None]]:
        return self._entries


def public(actor: str) -> bool:
    """Whether an actor is a state, a body or a group, for which people act; parties, cities, firms and persons are none.

    >>> public("FRA"), public("group:Hamas"), public("party:LR")
    (True, True, False)
    """
    return ":" not in actor or actor.startswith("group:")


def _only(found: set[str] | None) -> str | None:
    """The one member of a set of one."""
    return next(iter(found)) if found and len(found) == 1 else None
