"""Who belongs to a state or body by a seat in its chamber alone: deputies and senators, who speak for a party and not for the state."""

from collections.abc import Iterable
from dataclasses import replace

from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.titles import Title
from chancery.analysis.analysis import Mention, Reference


def seat(scene: Scene, mentions: Iterable[Mention], references: Iterable[Reference]) -> tuple[tuple[Mention, ...], tuple[Reference, ...]]:
    """The same mentions and references, marked where the actor only sits in a chamber."""
    known = dict[str | None, bool]()

    def sits(one: Mention | Reference) -> bool:
        if one.actor not in known:
            known[one.actor] = one.actor is not None and only_sits(scene, one.actor)
        return one.sits or (bool(one.sides) and known[one.actor])

    return (
        tuple(replace(one, sits=True) if sits(one) else one for one in mentions),
        tuple(replace(one, sits=True) if sits(one) else one for one in references),
    )


def only_sits(scene: Scene, actor: str) -> bool:
    """Whether a person holds no office but a seat: as the register knows for the day, else as the text introduces them."""
    called = scene.people[actor].kinds if actor in scene.people else set[str]()
    marks = scene.lexicon.sets["sitting.marks"]
    if scene.register.sides(actor, scene.on):
        return scene.register.only_sits(actor, scene.on)
    return bool(called & marks) and called <= marks


def is_seat(scene: Scene, title: Title) -> bool:
    """Whether a role of one person is a seat in a chamber and nothing more: `un sénateur elbonien`."""
    return bool(title.roles) and not title.plural and all(role.marks and scene.lexicon.sets["sitting.marks"] >= {*role.marks} for role in title.roles)
