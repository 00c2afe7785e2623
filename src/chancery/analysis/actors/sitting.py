"""For whom actors speak: deputies and senators belong to a state by a seat in its chamber and speak for a party; of others it is not sure."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.titles import Title, only_seats
from chancery.analysis.analysis import Mention, Reference

Told = TypeVar("Told", Mention, Reference)
LEAST = 0.1
"""How likely it must be, from 0 to 1, that an actor acts for the sides, for them to be told at all."""


def seat(scene: Scene, mentions: Iterable[Mention], references: Iterable[Reference]) -> tuple[tuple[Mention, ...], tuple[Reference, ...]]:
    """The same, marked where the actor only sits in a chamber, and with how likely it is that the actor acts for the sides."""
    known = dict[str, bool]()

    def sits(actor: str) -> bool:
        if actor not in known:
            known[actor] = only_sits(scene, actor)
        return known[actor]

    def seated(one: Told) -> Told:
        allied = scene.allied.get(one.actor or "")
        if not one.actor or not one.sides:
            return one
        return replace(one, sides=()) if allied is not None and allied < LEAST else replace(one, sits=sits(one.actor), allied=allied)

    return tuple(map(seated, mentions)), tuple(map(seated, references))


def only_sits(scene: Scene, actor: str) -> bool:
    """Whether a person holds no office but a seat: as the register knows for the day, else as the text introduces them."""
    called = scene.people[actor].kinds if actor in scene.people else set[str]()
    marks = scene.lexicon.sets["sitting.marks"]
    if scene.register.sides(actor, scene.on):
        return scene.register.only_sits(actor, scene.on)
    return bool(called & marks) and called <= marks


def is_seat(scene: Scene, title: Title) -> bool:
    """Whether a role of one person is a seat in a chamber and nothing more: `un sénateur elbonien`."""
    return bool(title.roles) and not title.plural and only_seats(scene, title.roles)
