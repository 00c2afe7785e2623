"""Bodies by their whole names, whichever of their names a text uses: `au |Parisien|` is Le Parisien."""

from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold

ORG, PARTY = "org:", "party:"


def call_by_whole_name(scene: Scene) -> None:
    """Let bodies that the register does not know by the words alone be whom it, or the pack, knows by them and the article before.

    No party of a state of which a text on others tells nothing: `les |Républicains|` of a text on the United States. Nor what is a noun for any
    body: `l'|Union|` is no paper.
    """
    for name in scene.names:
        if name.type == "ORG" and name.actor == ORG + name.text:
            name.actor = _by_whole_name(scene, name)
            name.sides = name.sides or scene.register.sides(name.actor, scene.on)


def _by_whole_name(scene: Scene, name: Named) -> str:
    lexicon, before = scene.lexicon, fold(scene.row[name.first - 1].text) if name.first else ""
    article = lexicon.words["wholes"]["articles"].get(before)
    if article is None or key(name.text) in lexicon.body_nouns:
        return ORG + name.text
    whole = f"{article}{name.text}"
    found = scene.register.named(whole)
    if found is not None and found.startswith(PARTY):
        elsewhere = lexicon.home(whole) not in scene.present and any(map(scene.register.is_state, scene.present))
        return ORG + name.text if elsewhere else found
    called = lexicon.called(whole) or ""
    return found or ORG + (called if called.startswith(article) else name.text)


def call_in_full(scene: Scene) -> None:
    """Give bodies of a state that go by a short name there their whole one: `l'|Assemblée|`, in France."""
    for name in scene.names:
        if name.type == "ORG" and name.sides and (name.actor or "").startswith(ORG):
            short = scene.lexicon.words["wholes"]["short"].get(name.sides[0], {})
            whole = short.get(fold(name.text))
            name.actor = ORG + whole if whole else name.actor
