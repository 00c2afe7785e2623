"""Whom a pronoun takes up that its own sentence has set in front of it: `Quant au parti, |il| hésite`."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import Met
from chancery.analysis.actors.scene import Scene
from chancery.register import fold

LONGEST = 18
"""Words from `quant` to the pronoun."""


def as_for(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """What the pronoun takes up behind `quant à`, if nothing of its gender and number stands between; None where no such words stand before it."""
    first = max(scene.first_of_sentence(asked.place), asked.place - LONGEST)
    opening = next((place for place in range(first, asked.place) if scene.has("pronouns.as_for", scene.row[place].text)), None)
    if opening is None or fold(scene.row[opening + 1].text) not in scene.lexicon.sets["pronouns.to"]:
        return None
    if asked.manner == "inset" or scene.has("pronouns.cited", scene.row[opening + 2].text):
        return None  # `« Quant à l'Espagne, elle part », dit-|elle|`, `Paul Roy a, quant à |lui|, dit à Radio Trois qu'il part`
    fitting = [met for met in before if met.place > opening and met.plural == asked.plural and met.gender in ("", asked.gender)]
    if any(not met.known and scene.has("pronouns.ordinals", scene.row[met.place].text) for met in fitting):
        return None
    if fitting and _belongs(scene, opening + 2, fitting[0].place):
        return None
    name = scene.inside[asked.place - 2]
    apposed = name is not None and name.type == "PER" and scene.row[asked.place - 1].text == scene.row[name.first - 1].text == ","
    if name is not None and apposed and any(scene.meant(token) == name.actor for token in scene.row[opening + 2 : opening + 4]):
        fitting = [met for met in fitting if met.place == name.first]  # `Quant au maire du port, |Paul Roy|, il hésite`
    return fitting[0] if fitting and all(met.actor == fitting[0].actor and met.sides == fitting[0].sides for met in fitting) else None


def _belongs(scene: Scene, first: int, place: int) -> bool:
    """Whether a word only says with or of whom the noun before it is, and that is another: `Quant à ses relations avec le |parti|`."""
    noun = next((each for each in range(first, place) if scene.row[each].pos == "NOUN"), place)
    governed = any(scene.row[each].pos == "ADP" for each in range(noun + 1, place))
    return governed and scene.row[noun].morph.get("Number") == "Plur" and scene.row[place].morph.get("Number") != "Plur"
