"""What else a state is called: by its style (`la République turque`), or as a larger land is (`l'Amérique`), where no words tell of the land."""

from chancery.analysis.actors.governing import governor
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold


def let_epithets_stand(scene: Scene) -> None:
    """Give the state's id to such names, wherever no land is meant (`en Amérique`, `la découverte de l'Amérique`)."""
    for name in scene.names:
        if name.type == "PER" or name.actor is not None or name.first >= name.after:
            continue
        epithet = scene.lexicon.words["epithets"].get(fold(name.text))
        state = _styled(scene, name) if epithet is None or _is_land(scene, name) else epithet
        if state is not None:
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


def _styled(scene: Scene, name: Named) -> str | None:
    """The state of which a name has the style, and its name or adjective behind: `République turque`, `République d'|Islande|`."""
    if not scene.has("lands.styles", scene.row[name.first].text):
        return None
    words = [token.text for token in scene.row[name.first + 1 : name.after]]
    while words and (scene.has("around.linking", words[0]) or scene.has("around.articles", words[0])):
        words = words[1:]
    rest = " ".join(words)
    state = scene.register.named(rest) or (scene.lexicon.demonym(rest, scene.register) if len(words) == 1 else None)
    return state if state is not None and scene.register.is_state(state) else None
