"""Actors and offices, each named once and numbered where facts speak of them."""

from typing import Any

from chancery.edtf import Edtf
from chancery.record.identity import spellings
from chancery.register import fold, register_for
from chancery.views.row import named
from chancery.web.short import is_empty

PERSON = "person:"


class Actors:
    """Ids of actors in the order in which they were met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, actor: str) -> int:
        """Its place in `named`.

        >>> met = Actors()
        >>> met.number("USA"), met.number("person:Joe Biden"), met.number("USA")
        (0, 1, 0)
        """
        return self._numbers.setdefault(actor, len(self._numbers))

    def named(self) -> list[list[str]]:
        """Each id with its French name, its English name, and whatever else the register calls it, each once.

        >>> met = Actors()
        >>> met.number("NATO") or met.named()[0][:3]
        ['NATO', 'OTAN', 'NATO']
        """
        register = register_for(None)
        found = []
        for actor in self._numbers:
            french = register.name(actor) or named((actor,))
            english = register.name(actor, "en") or french
            folded = {fold(french), fold(english)}
            others = {fold(name): name for name in register.names(actor) if fold(name) not in folded}
            found.append([actor, french, english, *sorted(others.values())])
        return found

    def spellings(self) -> list[list[int]]:
        """The numbers of people whose names are spellings of one name (`record.identity`), together."""
        return [[self._numbers[actor] for actor in people] for people in spellings(self._numbers) if len(people) > 1]


class Offices:
    """Offices that speakers held on the day they spoke."""

    def __init__(self, actors: Actors) -> None:
        self.listed: list[dict[str, Any]] = []
        """`of`, the number of the actor whose office it is; `kind`, and `style` where there are several of a kind; `feminine` if a woman held it."""
        self._actors = actors
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, speakers: tuple[str, ...], day: Edtf | None) -> int | None:
        """The place in `listed`, from 1 on, of the one office that the person among the speakers surely held on the day; None if there is none."""
        person = next((actor for actor in speakers if actor.startswith(PERSON)), None)
        if person is None or day is None or "X" in day.value:
            return None
        register = register_for(None)
        held = register.offices_of(person, day)
        office = register.office(held[0]) if len(held) == 1 else None
        if office is None:
            return None
        gender = register.gender(person)
        if (office.id, gender) not in self._numbers:
            told = {"of": self._actors.number(office.actor), "kind": office.kind, "style": office.style, "feminine": gender == "f"}
            self.listed.append({name: value for name, value in told.items() if not is_empty(value)})
            self._numbers[office.id, gender] = len(self.listed)
        return self._numbers[office.id, gender]
