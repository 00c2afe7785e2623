"""Whom a bare role within quoted words means, where the seat of a power speaks: `selon l'Elysée. « Le président pense ... »`."""

from collections.abc import Sequence

from chancery.analysis.actors.met import Met
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.titles import Title


def of_teller(scene: Scene, title: Title, met: Sequence[Met]) -> str | None:
    """Who holds the office that the role names in the state whose seat spoke last, in the sentence before or its own; None where no seat did."""
    bare = not (title.owners or title.foreign or title.former or title.plural or title.name is not None)
    if not bare or not scene.quoted[title.word] or not scene.has("around.definite_singular", title.determiner):
        return None
    last = next((one for one in reversed(met) if one.spoke and not one.quoted), None)
    name = scene.inside[last.place] if last is not None and last.sentence >= scene.sentence_of[title.word] - 1 else None
    state = scene.register.seat(name.text) if name is not None and name.type != "PER" else None
    if state is None or not scene.register.is_state(state):
        return None
    roles = (role for role in title.roles if not role.official and role.bare and not role.bodies and role.home in ("", state))
    offices = ((role, scene.register.office(f"{state}.{role.kinds[0]}")) for role in roles)
    fitting = (office for role, office in offices if office is not None and (not role.styles or office.style in role.styles))
    return next((holder.id for office in fitting if (holder := scene.register.holder(office.id, scene.on)) is not None), None)
