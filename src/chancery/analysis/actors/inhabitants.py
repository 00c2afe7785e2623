"""The word for someone of a state between a role and a name: `la présidente du conseil, |l'Autrichienne| Anna Roy`."""

from chancery.analysis.actors.scene import Scene


def before_inhabitant(scene: Scene, end: int) -> int:
    """The article of the inhabitant right before a name that begins there, where a comma stands before it; else the place itself."""
    return end - 2 if end > 2 and scene.row[end - 3].text == "," and _is_inhabitant(scene, end - 2) else end


def behind_inhabitant(scene: Scene, place: int) -> int:
    """The word behind the inhabitant that begins there, where a comma stands before it; else the place itself."""
    return place + 2 if place and scene.row[place - 1].text == "," and _is_inhabitant(scene, place) else place


def _is_inhabitant(scene: Scene, place: int) -> bool:
    """Whether a definite article and a capitalised word for someone of a state stand there, no name of its own."""
    if place + 1 >= len(scene.row) or not scene.has("around.definite_singular", scene.row[place].text) or scene.inside[place + 1] is not None:
        return False
    word = scene.row[place + 1].text
    return word[0].isupper() and scene.lexicon.demonym(word, scene.register) is not None
