"""Actors and offices, each named once and numbered where facts speak of them."""

from typing import Any

from chancery.edtf import Edtf
from chancery.register import register_for
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
        """Each id with its French and, where it is another, its English name.

        >>> met = Actors()
        >>> [met.number(each) for each in ("NATO", "person:Joe Biden")] and met.named()
        [['NATO', 'OTAN', 'NATO'], ['person:Joe Biden', 'Joe Biden']]
        """
        register = register_for(None)
        found = []
        for actor in self._numbers:
            french, english = (register.name(actor, language) or named((actor,)) for language in ("fr", "en"))
            found.append([actor, french] if english == french else [actor, french, english])
        return found


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
