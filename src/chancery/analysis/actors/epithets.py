"""What a state is called that is a larger land's name too: `l'Amérique`, unless the words beside it tell of the land."""

from chancery.analysis.actors.governing import governor
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold


def let_epithets_stand(scene: Scene) -> None:
    """Give the state's id to such names, wherever no land is meant (`en Amérique`, `la découverte de l'Amérique`)."""
    for name in scene.names:
        state = scene.lexicon.words["epithets"].get(fold(name.text)) if name.type != "PER" and name.actor is None else None
        if state is not None and not _is_land(scene, name):
            name.actor = state
            scene.present.add(state)


def _is_land(scene: Scene, name: Named) -> bool:
    """Whether one goes there, or what the name hangs on is told of lands: `vivre |en| Amérique`, `le |continent| d'Amérique`."""
    place = name.first - 1
    while place > 0 and scene.row[place].pos == "DET":
        place -= 1
    before = scene.row[place] if place >= 0 else None
    if before is None or before.pos != "ADP":
        return False
    noun = governor(scene, place)
    return scene.has("lands.places", before.text) or (noun is not None and scene.has("lands.nouns", noun.lemma))
