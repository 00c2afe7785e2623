"""Forms of roles in a row of words: the longest one that begins at a word, with the demonyms in it."""

from chancery.analysis.actors.lexicon import SLOT, Node, Role, key
from chancery.analysis.actors.scene import Scene
from chancery.register import fold

LONGEST_SLOT = 6
"""Words that may stand where a form has room for a demonym: `russe`, `américain sortant`, `américaine, française et allemande`."""
PARTY = "party:"
"""Begins the actors that are parties."""
Found = tuple[int, tuple[Role, ...], tuple[str, ...]]
"""The word behind the form, its roles, and whose it is by the demonyms in it."""


def walk(scene: Scene, node: Node, index: int, owners: tuple[str, ...], *, cutting: bool = False) -> Found | None:
    """The longest form from a step of the tree on; one that cuts a name gives way to a shorter one that does not, unless `cutting`."""
    best: Found | None = (index, tuple(node.roles), owners) if node.roles else None
    if index < len(scene.row):
        step = node.after.get(key(scene.row[index].text))
        if step is not None and scene.sentence_of[index] == scene.sentence_of[index - 1]:
            best = _longer(scene, best, walk(scene, step, index + 1, owners, cutting=cutting), cutting)
    slot = node.after.get(SLOT)
    if slot is not None:
        after, past, found = _slot(scene, index)
        best = _longer(scene, best, walk(scene, slot, after, owners + found, cutting=cutting), cutting)
        if after > index:
            best = _longer(scene, best, walk(scene, slot, index, owners, cutting=cutting), cutting)
        step = slot.after.get(key(scene.row[past].text)) if after < past < len(scene.row) else None
        if step is not None:  # `le président |socialiste| du Sénat`
            best = _longer(scene, best, walk(scene, step, past + 1, owners + found, cutting=cutting), cutting)
    return best


def cuts(scene: Scene, index: int) -> bool:
    """Whether a form that ends here cuts a name in two."""
    name = scene.inside[index - 1]
    return name is not None and name.after > index


def _longer(scene: Scene, one: Found | None, other: Found | None, cutting: bool) -> Found | None:
    if one is None or other is None:
        return other if one is None else one
    if not cutting and cuts(scene, one[0]) != cuts(scene, other[0]):
        return other if cuts(scene, one[0]) else one
    if other[0] == one[0]:
        return (one[0], tuple(dict.fromkeys(one[1] + other[1])), one[2] or other[2])
    return other if other[0] > one[0] else one


def _slot(scene: Scene, index: int) -> tuple[int, int, tuple[str, ...]]:
    """Demonyms with what may stand around them: the word behind the last demonym, the word behind all of it, and whose they are."""
    owners: list[str] = []
    after = past = index
    for place in range(index, min(index + LONGEST_SLOT, len(scene.row))):
        token = scene.row[place]
        state = scene.lexicon.demonym(token.text, scene.register)
        if state is not None and scene.starting.get(place) is None:
            owners.append(state)
            after = place + 1
        elif not (_around(scene, token.text) or (owners and (token.text == "," or fold(token.text) in ("et", "ou")))):
            break
        past = place + 1
    return after, past, tuple(dict.fromkeys(owners))


def _around(scene: Scene, word: str) -> bool:
    """Whether a word may stand beside a demonym: an epithet, or a party's name (`le président |LR| du Sénat`)."""
    return scene.has("around.between", word) or (word[0].isupper() and (scene.register.named(word) or "").startswith(PARTY))
