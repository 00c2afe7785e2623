"""Roles of which a verb says that someone took or kept them: `Paul Roy, devenu |le principal responsable|`."""

from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.titles import Title
from chancery.analysis.tokens import Token

PREDICATES = ("obj", "xcomp", "attr")
"""Relations by which the role hangs on the verb."""
PERSON = "person:"


def became(scene: Scene, title: Title) -> str | None:
    """The person named as the verb's subject, or before its participle; None where the verb has none, or is no such verb."""
    heads = (token for token in scene.row[title.first : title.after] if token.dep.partition(":")[0] in PREDICATES)
    verb = next((token.head for token in heads if scene.has("around.becoming", token.head.lemma)), None)
    if verb is None or verb.start > scene.row[title.first].start:
        return None
    subject = verb.child("nsubj") or (verb.head if verb.dep.startswith("acl") else None)
    name = _named(scene, subject) if subject is not None else None
    return name.actor if name is not None and (name.actor or "").startswith(PERSON) else None


def _named(scene: Scene, token: Token) -> Named | None:
    """The person named by the word, or by the title that it is: `|M.| Roy`."""
    for name in scene.names:
        first = name.first - (name.first > 0 and scene.has("around.titles", scene.row[name.first - 1].text))
        if name.type == "PER" and token in scene.row[first : name.after]:
            return name
    return None
