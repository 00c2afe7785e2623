"""Whom a pronoun takes up that its own sentence has set in front of it: `Quant au parti, |il| hésite`."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import Met
from chancery.analysis.actors.scene import Scene
from chancery.register import fold

LONGEST = 12
"""Words from `quant` to the pronoun."""


def as_for(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """What the pronoun takes up behind `quant à`, if nothing of its gender and number stands between; None where no such words stand before it."""
    first = max(scene.first_of_sentence(asked.place), asked.place - LONGEST)
    opening = next((place for place in range(first, asked.place) if scene.has("pronouns.as_for", scene.row[place].text)), None)
    if opening is None or fold(scene.row[opening + 1].text) not in scene.lexicon.sets["pronouns.to"]:
        return None
    fitting = [met for met in before if met.place > opening and met.plural == asked.plural and met.gender in ("", asked.gender)]
    if any(not met.known and scene.has("pronouns.ordinals", scene.row[met.place].text) for met in fitting):
        return None
    return fitting[0] if fitting and all(met.actor == fitting[0].actor and met.sides == fitting[0].sides for met in fitting) else None
