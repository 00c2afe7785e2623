"""Who is who: states, bodies, memberships, offices and their holders, looked up by name and day."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from chancery.register.actors import Actors, Language, public
from chancery.register.holders import all_terms, by_office
from chancery.register.people import People
from chancery.register.spelling import fold
from chancery.register.tables import MANY, Holder, Office, parts, read
from chancery.register.terms import On, Window, continues, covers, earliest, latest, touches, window

EntryType = Literal["PER", "ORG", "LOC"]
PREFIX = "person:"
DAYS, ASKED = 256, 8192
"""Days for which it is kept who served on them, and people and days for which it is kept whom they acted for, at most."""
APART = ("realm", "opposition", "elect")
"""Styles of offices whose holder does not act for the state: another state's monarch, the opposition's leader, whoever is elected and not yet in."""
SEATS = ("deputy", "senator", "member_of_parliament")
"""Kinds of offices that are a seat in a chamber: whoever holds one belongs to the state or body, and speaks for voters and a party."""


class Register:
    """The look-up over the register's tables. What is ambiguous or not certain for the day is not answered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._actors = Actors(folder)
        self._offices = {row["id"]: Office(**row) for row in read("offices", folder)}
        self._apart = frozenset(office.id for office in self._offices.values() if office.style in APART)
        terms = all_terms(folder)
        self._terms = by_office(terms, {office.id for office in self._offices.values() if office.several})
        named = list(read("names", folder))
        aliases = [(alias, row["name"]) for row in named for alias in (*parts(row["label"]), *parts(row["aliases"])) if alias != row["name"]]
        self._people = People(terms, aliases, frozenset(office.id for office in self._offices.values() if office.several == MANY))
        self._in_english = {PREFIX + row["name"]: row["label"] for row in named if row["label"]}
        self._serving, self._acting = lru_cache(DAYS)(self._serve), lru_cache(ASKED)(self._act)
        self._members: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for row in read("memberships", folder):
            self._members[row["body"]].append((row["member"], row["start"], row["end"]))

    # names of states, bodies and groups

    def actor(self, name: str) -> str | None:
        """The id of a state, body, organ or group by a name, an acronym, a demonym, a capital or a seat; None where unknown or ambiguous.

        Accents and capitals may differ; short acronyms must be capitals, for `UN` is not `un`.

        >>> register = register_for(None)
        >>> register.actor("etats-unis"), register.actor("Moscou"), register.actor("Otan"), register.actor("américaine"), register.actor("un")
        ('USA', 'RUS', 'NATO', 'USA', None)
        """
        return self._actors.named(name) or self._actors.by_seat(name) or self.state_of_adjective(name)

    def named(self, name: str) -> str | None:
        """As `actor`, by a name or acronym alone: no capital, seat or demonym.

        >>> register_for(None).named("Moscou") is None
        True
        """
        return self._actors.named(name)

    def seat(self, name: str) -> str | None:
        """The state that a capital or a seat of government stands for where it acts: `Moscou`, `le Kremlin`."""
        return self._actors.by_seat(name)

    def capital(self, name: str) -> str | None:
        """The state whose capital it is; a city first, a government only where it acts."""
        return self._actors.by_capital(name)

    def state_of_adjective(self, word: str) -> str | None:
        """The state that a French adjective or the name of its inhabitants points to; None if two share it (`congolais`).

        >>> register_for(None).state_of_adjective("américaine")
        'USA'
        """
        return self._actors.by_adjective(word)

    def adjective(self, state: str, *, feminine: bool = False, plural: bool = False) -> str | None:
        """The French adjective of a state in the form that agrees with a noun; None where it is not known.

        >>> register_for(None).adjective("NOR", feminine=True)
        'norvégienne'
        """
        return self._actors.adjective(state, feminine=feminine, plural=plural)

    def state_in_english(self, word: str) -> str | None:
        """The state that an English adjective points to; for look-ups by role, no text is read by it.

        >>> register_for(None).state_in_english("German")
        'DEU'
        """
        return self._actors.by_english_adjective(word)

    def name(self, actor: str, language: Language = "fr") -> str | None:
        """What to call a state, body or group, or, in English, a person whose name the French press spells otherwise; None if not known.

        In English by its French name where no English one is kept.

        >>> register = register_for(None)
        >>> register.name("USA"), register.name("USA", "en"), register.name("NATO"), register.name("person:Vladimir Poutine", "en")
        ('États-Unis', 'United States', 'OTAN', 'Vladimir Putin')
        """
        return self._actors.name(actor, language) or (self._in_english.get(actor) if language == "en" else None)

    def names(self, actor: str) -> tuple[str, ...]:
        """Every name by which the register knows an actor, sorted; none for one that it does not know.

        >>> "Sergei Shoigu" in register_for(None).names("person:Sergueï Choïgou")
        True
        """
        return tuple(self._names_of.get(actor, ()))

    @cached_property
    def _names_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name, (_, actor) in sorted(self.gazetteer().items()):
            if actor:
                found[actor].append(name)
        return found

    def is_of_many(self, office: str) -> bool:
        """Whether so many hold the office at once that its table lists only some of them and not all of their terms: deputies, officials."""
        known = self._offices.get(office)
        return known is not None and known.several == MANY

    def is_state(self, actor: str) -> bool:
        return self._actors.is_state(actor)

    def members(self, body: str, on: On = None) -> tuple[str, ...]:
        """The states that belong to a body on the day, in order of id; without a day, those that belong now.

        >>> from datetime import date
        >>> len(register_for(None).members("NATO", date(2021, 4, 14)))
        30
        """
        days = window(on)
        last = days.last
        return tuple(
            sorted(m for m, start, end in self._members.get(body, ()) if latest(start, "0") <= last and (not end or earliest(end, "9") > last))
        )

    # offices and their holders

    def office(self, id: str) -> Office | None:  # noqa: A002
        return self._offices.get(id)

    def is_apart(self, office_id: str) -> bool:
        """Whether whoever holds the office does not act for the state by it: the opposition's leader, a president elect."""
        return office_id in self._apart

    def holder(self, office_id: str, on: On = None) -> Holder | None:
        """Who certainly held the office on the day; without a day, whoever is the only one that ever did.

        None where it is unknown, where two may have held it, and after the month up to which the row was checked.

        >>> from datetime import date
        >>> register = register_for(None)
        >>> register.holder("USA.foreign_minister", date(2021, 4, 14)).person, register.holder("USA.foreign_minister")
        ('Antony Blinken', None)
        """
        days = window(on)
        possible = [term for term in self._terms.get(office_id, ()) if touches(term, days)]
        if len({term.person for term in possible}) != 1:
            return None
        if on is None:
            return possible[-1]
        return next((term for term in possible if covers(term, days)), None)

    def holders(self, kind: str, actor: str, on: On = None) -> tuple[Holder, ...]:
        """All who may have held that kind of office at a state or body on the day, the earliest first."""
        days = window(on)
        return tuple(
            sorted((term for term in self._terms.get(f"{actor}.{kind}", ()) if touches(term, days)), key=lambda term: (term.start, term.person))
        )

    def offices_of(self, person: str, on: On = None) -> tuple[str, ...]:
        """The offices that a person certainly held on the day; without a day, all that the person ever held."""
        return self._held(person, on, covers)

    def terms(self, person: str, on: On = None) -> tuple[Holder, ...]:
        """What a person held or may have held on the day, the earliest first; without a day, ever.

        >>> [term.office for term in register_for(None).terms("person:Jens Stoltenberg")][:2]
        ['NOR.head_of_government', 'NOR.head_of_government']
        """
        days = window(on)
        held = self._people.terms.get(person.removeprefix(PREFIX), ())
        return tuple(sorted((term for term in held if touches(term, days)), key=lambda term: (term.start, term.office)))

    def _held(self, person: str, on: On, holds: Callable[[Holder, Window], bool]) -> tuple[str, ...]:
        days = window(on)
        terms = self._people.terms.get(person.removeprefix(PREFIX), ())
        return tuple(dict.fromkeys(term.office for term in terms if on is None or holds(term, days)))

    def sides(self, actor_id: str, on: On = None) -> tuple[str, ...]:
        """The states and bodies that an actor acts for on the day; without a day, only if they never changed.

        Past the month to which a row was checked, whoever held the office last is taken to hold it still: a person who is named is no less of that
        side for it, while `holder` says nothing.

        >>> from datetime import date
        >>> register = register_for(None)
        >>> register.sides("person:Antony Blinken", date(2021, 4, 14)), register.sides("person:Ursula von der Leyen")
        (('USA',), ())
        """
        return self._acting(actor_id, on) if actor_id.startswith(PREFIX) else self._actors.sides(actor_id)

    def only_sits(self, actor_id: str, on: On = None) -> bool:
        """Whether a person acts for a state or body on the day by a seat in its chamber alone, and so speaks for neither.

        >>> from datetime import date
        >>> register = register_for(None)
        >>> register.only_sits("person:Nancy Pelosi", date(2018, 5, 2)), register.only_sits("person:Nancy Pelosi", date(2019, 5, 2))
        (True, False)
        """
        offices = self._public(actor_id, on)
        return bool(offices) and all(office.rpartition(".")[2] in SEATS for office in offices)

    def _public(self, person: str, on: On) -> tuple[str, ...]:
        """The offices by which a person acts for a state or body on the day."""
        held = self._held(person, on, lambda term, days: covers(term, days) or continues(term, days))
        return tuple(office for office in held if office not in self._apart and public(office.rpartition(".")[0]))

    def _act(self, person: str, on: On) -> tuple[str, ...]:
        sides: dict[str, None] = {}
        for office in self._public(person, on):
            body = office.rpartition(".")[0]
            sides[body] = None
            sides.update(dict.fromkeys(self._actors.sides(body)))
        return tuple(sides) if on is not None or len(sides) == 1 else ()

    def gender(self, actor_id: str) -> str:
        """`m`, `f`, or empty where it is not known."""
        return next((term.gender for term in self._people.terms.get(actor_id.removeprefix(PREFIX), ()) if term.gender), "")

    def gender_of_first_name(self, name: str) -> str:
        """`m` or `f` by the holders who share the name's first word, if all agree; empty otherwise."""
        return self._people.gender_by_first.get(fold(name).split(" ")[0], "")

    # persons

    def person(self, name: str, on: On = None) -> str | None:
        """The id of the one person with this full name or known spelling, or with this surname and, given a day, in office then.

        >>> register = register_for(None)
        >>> register.person("Vladimir Putin"), register.person("Sergei Lavrov"), register.person("Stoltenberg")
        ('person:Vladimir Poutine', 'person:Sergueï Lavrov', 'person:Jens Stoltenberg')
        """
        found = self.people(name, on)
        return found[0] if len(found) == 1 else None

    def first_named(self, first: str) -> tuple[str, ...]:
        """All persons whose name begins with that word, folded, in order.

        >>> register_for(None).first_named("felipe")[-1]
        'person:Felipe VI'
        """
        return tuple(PREFIX + person for person in sorted(self._people.by_first_name.get(first, ())))

    def people(self, name: str, on: On = None) -> tuple[str, ...]:
        """All persons that the name may mean: by full name, else by surname; given a day, those then in office if any were.

        A name of one word may be either: a king's or the surname of somebody else.
        """
        whole = self._people.whole(name)
        found = whole if whole and " " in name else tuple(dict.fromkeys((*whole, *self._people.surname(name))))
        if len(found) > 1 and on is not None:
            days = window(on)
            serving = tuple(person for person in found if any(touches(term, days) for term in self._people.terms[person]))
            found = serving or found
        return tuple(PREFIX + person for person in found)

    def full_name(self, name: str) -> str | None:
        """The id of the one person with this full name or known spelling; no surnames."""
        found = self._people.whole(name)
        return PREFIX + found[0] if len(found) == 1 else None

    def misspelt(self, name: str) -> tuple[str, ...]:
        """All persons with the same first name and a surname that differs by a letter, or two if it is long.

        >>> register_for(None).misspelt("Jens Stoltenburg")
        ('person:Jens Stoltenberg',)
        """
        return tuple(PREFIX + person for person in self._people.misspelt(name))

    def serving(self, on: On) -> tuple[str, ...]:
        """Names of all persons who certainly held an office on the day, in order."""
        return self._serving(window(on))

    def _serve(self, days: Window) -> tuple[str, ...]:
        return tuple(sorted(person for person, held in self._people.terms.items() if any(covers(term, days) for term in held)))

    @cached_property
    def _gazetteer(self) -> dict[str, tuple[EntryType, str | None]]:
        found: dict[str, tuple[EntryType, str | None]] = {}
        for person in self._people.terms:
            if " " in person:
                found[person] = ("PER", PREFIX + person)
        for name, persons in self._people.spellings():
            if len(persons) == 1 and " " in name:
                found[name] = ("PER", PREFIX + persons[0])
        found.update(self._actors.entries())
        return found

    def gazetteer(self) -> Mapping[str, tuple[EntryType, str | None]]:
        """Every name as the press writes it, with its type and id; a capital has no id, for the city is not its government."""
        return self._gazetteer

    def is_open(self, name: str) -> bool:
        """Whether the name means several things, so that the register leaves it open."""
        return self._actors.is_open(name)


_KEPT: dict[Path | None, Register] = {}


def register_for(folder: Path | None) -> Register:
    """The built-in register, with an analyst's own rows from `folder` after it; read once and kept.

    Raises UsageError if the folder is not one or a file in it cannot be read.
    """
    if folder not in _KEPT:
        if folder is not None:
            from chancery.register.checking import check

            check(folder)
        _KEPT[folder] = Register(folder)
    return _KEPT[folder]
