"""Bodies by their whole names, whichever of their names a text uses: `au |Parisien|` is Le Parisien."""

from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold

ORG, PARTY = "org:", "party:"


def call_by_whole_name(scene: Scene) -> None:
    """Let bodies that the register does not know by the words be whom it knows by them and the article before, or what they are mostly called.

    No party of a state of which a text on others tells nothing: `les |Républicains|` of a text on the United States.
    """
    for name in scene.names:
        if name.type == "ORG" and name.actor == ORG + name.text:
            name.actor = _by_whole_name(scene, name, name.text)
            name.sides = name.sides or scene.register.sides(name.actor, scene.on)


def _by_whole_name(scene: Scene, name: Named, text: str) -> str:
    lexicon, before = scene.lexicon, fold(scene.row[name.first - 1].text) if name.first else ""
    article = lexicon.words["wholes"]["articles"].get(before, "")
    called = lexicon.called(text) or text
    called = called if len(called.replace("'", " ").split()) > len(text.replace("'", " ").split()) else text  # `Parisien`, but not `Les Verts`
    found = scene.register.named(f"{article}{text}") or scene.register.named(called)
    if found is not None and found.startswith(PARTY):
        elsewhere = lexicon.home(called) not in scene.present and any(map(scene.register.is_state, scene.present))
        return ORG + text if elsewhere else found
    return found or ORG + called


def call_in_full(scene: Scene) -> None:
    """Give bodies of a state that go by a short name there their whole one: `l'|Assemblée|`, in France."""
    for name in scene.names:
        if name.type == "ORG" and name.sides and (name.actor or "").startswith(ORG):
            short = scene.lexicon.words["wholes"]["short"].get(name.sides[0], {})
            whole = short.get(fold(name.text))
            name.actor = ORG + whole if whole else name.actor
