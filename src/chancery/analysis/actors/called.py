"""People who were taken for places, though a noun for a person stands right before their name: `le chanteur |Cali|`."""

from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold


def make_people(scene: Scene) -> None:
    """Let a name of one word be a person's wherever it stands, if such a noun stands right before it once; not that of a state."""
    called = {fold(name.text) for name in scene.names if name.type == "LOC" and _is_called(scene, name)}
    for name in scene.names if called else ():
        if name.type == "LOC" and fold(name.text) in called:
            name.type, name.likely = "PER", None


def _is_called(scene: Scene, name: Named) -> bool:
    """Whether the noun right before the name, with its article, tells the calling of one person: no `joueurs |Lyon|`."""
    row, noun = scene.row, name.first - 1
    one = noun > 0 and name.after - name.first == 1 and row[noun].text.islower() and scene.has("callings.stage", row[noun].text)
    article = one and scene.has("around.definite_singular", row[noun - 1].text)
    state = scene.register.named(name.text) or scene.lexicon.demonym(name.text, scene.register)
    return article and state is None and scene.sentence_of[noun] == scene.sentence_of[name.first]
