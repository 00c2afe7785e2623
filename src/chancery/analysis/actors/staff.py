"""Whom people are of by the words right behind their name: `le prévisionniste Paul Roy |de Météo-France|`, `Paul Roy, |de l'Anses|`."""

from collections.abc import Iterable, Iterator

from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.scene import Named, Scene


def staff(scene: Scene, introduced: Iterable[tuple[Phrase, str]]) -> Iterator[tuple[str, str]]:
    """The people whom a state's body has, as the words behind their names say, each with that state."""
    beside = {phrase.after: phrase for phrase, _ in introduced if not phrase.former}
    for name in scene.names:
        if name.type != "PER" or name.actor is None:
            continue
        comma = name.after < len(scene.row) and scene.row[name.after].text == ","
        phrase = beside.get(name.first)
        if comma or (phrase is not None and scene.has("serving.heads", scene.lexicon.calling(scene.row[phrase.noun].text))):
            body = _of(scene, name.after + comma)
            if body is not None and (not comma or _closes(scene, body.after)):
                yield from ((name.actor, state) for state in body.sides[:1] if scene.register.is_state(state))


def _of(scene: Scene, place: int) -> Named | None:
    """The body named here behind `de` and an article."""
    if place >= len(scene.row) or not scene.has("around.linking", scene.row[place].text):
        return None
    place += 1
    while place < len(scene.row) and place not in scene.starting and scene.has("around.articles", scene.row[place].text):
        place += 1
    name = scene.starting.get(place)
    return name if name is not None and name.type == "ORG" else None


def _closes(scene: Scene, place: int) -> bool:
    """Whether what stands between commas ends here: `Paul Roy, de l'Anses|,|`."""
    return place >= len(scene.row) or scene.row[place].pos == "PUNCT"
