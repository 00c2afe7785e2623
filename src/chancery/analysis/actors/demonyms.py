"""Adjectives and peoples: `russe` points to Russia, `les Russes` to Russia acting, `les talibans` to themselves."""

from chancery.analysis.actors.scene import Scene
from chancery.register import fold

SHORTEST = 4
"""Letters of a demonym."""
GROUP = "group:"
"""Begins the actors that are armed groups and peoples without a state."""


def note_presence(scene: Scene) -> None:
    """Which states the text is about, by adjective, capital or seat; before persons are made out."""
    for word in scene.spelled:
        if len(word) >= SHORTEST:
            found = scene.lexicon.demonym(word, scene.register) or (scene.register.seat(word) if word[0].isupper() else None)
            if found:
                scene.present.add(found)


def point_demonyms(scene: Scene) -> dict[int, str]:
    """References for every demonym, people and group without a name of its own; the peoples and groups by place."""
    peoples: dict[int, str] = {}

    def points(word: str) -> bool:
        named = scene.register.named(word) or ""
        return len(word) >= SHORTEST and (named.startswith(GROUP) or scene.register.state_of_adjective(word.rstrip(".-")) is not None)

    for index in scene.places(points):
        token, people = scene.row[index], _group(scene, index)
        if people:
            scene.point(index, index + 1, people)
            peoples[index] = people
            continue
        found = scene.register.state_of_adjective(token.text.rstrip(".-"))
        if found is None:
            continue
        if token.text[0].isupper() and token.pos != "ADJ":
            if _inhabitants(scene, index, found):
                peoples[index] = found
        elif token.pos in ("ADJ", "NOUN", "PROPN", "VERB", "PRON") and not _language(scene, index) and not _of_thing(scene, index):
            scene.point(index, index + 1, found)
    return peoples


def _group(scene: Scene, index: int) -> str | None:
    """An armed group or people that the register knows and that is no name in the text."""
    if scene.inside[index] is not None:
        return None
    word = scene.row[index].text
    found = scene.register.named(word)
    named_high = found is not None and found.partition(":")[2][:1].isupper() and not word[0].isupper()
    return found if found and found.startswith(GROUP) and not named_high else None


def _inhabitants(scene: Scene, index: int, state: str) -> bool:
    """`les Russes` is Russia; one inhabitant or some of them is nobody's voice."""
    before = scene.row[index - 1].text if index else ""
    told = scene.inside[index] is None and scene.has("around.peoples", before)
    if told:
        scene.point(index - 1 if scene.has("around.peoples_article", before) else index, index + 1, state)
    return told


def _of_thing(scene: Scene, index: int) -> bool:
    """Whether the adjective belongs to the name of a thing that is no state's: `le continent américain`, `dix dollars australiens`."""
    noun = index - 1
    while noun > 0 and scene.row[noun].pos == "ADJ":
        noun -= 1
    return noun >= 0 and scene.has("around.things", scene.row[noun].lemma)


def _language(scene: Scene, index: int) -> bool:
    """`en russe`, `le russe`, `en anglais, russe et arabe`: the language, for no noun stands beside it."""
    token = scene.row[index]
    before = fold(scene.row[index - 1].text) if index else ""
    return _listed(scene, index) or (token.pos == "NOUN" and before in ("le", "l'", "du") and token.dep not in ("amod",))


def _listed(scene: Scene, index: int) -> bool:
    """Whether it stands behind `en`, other single words with commas between them left out."""
    place = index - 1
    while place > 1 and (scene.row[place].text == "," or scene.row[place].pos == "CCONJ"):
        place -= 2
    return place >= 0 and fold(scene.row[place].text) == "en"
