"""Lands that are called like a state: `la Géorgie` of Atlanta is none of Tbilissi's."""

from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold

TABLE = "homonyms"


def is_homonym(scene: Scene, name: Named) -> bool:
    """Whether a name that a state bears is another land's: `l'Etat de |Géorgie|`, or the text names its towns, and not the state's capital."""
    towns = scene.lexicon.words[TABLE].get(name.text)
    if name.type != "LOC" or towns is None:
        return False
    before = [fold(token.text) for token in scene.row[max(0, name.first - 2) : name.first]]
    if before == ["etat", "de"]:
        return True
    named = {other.text for other in scene.names}
    state = scene.register.named(name.text)
    return not named.isdisjoint(towns) and not any(scene.register.capital(other) == state for other in named)
