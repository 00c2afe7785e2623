"""Pronouns that stand for nobody."""

from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token
from chancery.register import fold


def impersonal(scene: Scene, place: int, verb: Token) -> bool:
    """Whether the pronoun at this place, with this verb, stands for nobody: `il y a`, `il est possible que`, or is said of things alone."""
    word = fold(scene.row[place].text)
    behind = [fold(token.text) for token in scene.row[place + 1 : place + 4]]
    if word in ("il", "il y") and (behind[:1] == ["y"] or behind[:2] in (["n'", "y"], ["ne", "y"]) or behind[1:] == ["y", "avoir"]):
        return True
    if _of_things(scene, verb):
        return True
    if word.strip() != "il":
        return False
    words = scene.row[place + 1 : place + 7]
    unpersonal = next((index for index, token in enumerate(words) if scene.has("pronouns.unpersonal", token.lemma)), None)
    linked = unpersonal is not None and any(scene.has("pronouns.links", token.text) for token in words[unpersonal + 1 : unpersonal + 3])
    return scene.has("pronouns.impersonal", verb.lemma) or linked


def _of_things(scene: Scene, verb: Token) -> bool:
    """Whether what is said of the subject is said of things, and hardly of who acts: `il est disponible`, `elle n'existe pas`."""
    quality = scene.has("pronouns.things", verb.lemma) and verb.child("cop") is not None
    return quality or scene.has("pronouns.of_things", verb.lemma)
