"""Whom a pronoun cannot mean by the words around it: who says the quotation that it is in, and who asks someone what that one does."""

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import source
from chancery.analysis.actors.scene import Scene

BEHIND = 12
"""Words behind a quotation within which whoever says it is named."""


def quoting(scene: Scene, asked: Asked) -> str | None:
    """Who is named as the one who says the quotation that the pronoun is in: `« Il part », dit |Anna Roy|`."""
    if not asked.quoted:
        return None
    place = asked.place
    while place < len(scene.row) and scene.quoted[place]:
        place += 1
    for name in map(scene.starting.get, range(place, min(place + BEHIND, len(scene.row)))):
        if name is not None:
            return name.actor if source(scene, name.first) else None
    return None


def asker(scene: Scene, asked: Asked) -> str | None:
    """Who asks someone else what that one does: `|Anna| lui a demandé s'il partait`; None where leave is asked (`s'il pouvait`)."""
    if not asked.place or not scene.has("pronouns.if", scene.row[asked.place - 1].text) or scene.has("pronouns.of_leave", asked.verb.lemma):
        return None
    verb = asked.verb.head
    subject, someone = verb.child("nsubj"), verb.child("iobj", "obl:arg")
    asks = scene.has("pronouns.asking", verb.lemma) and someone is not None and verb.child("expl") is None
    return scene.meant(subject) if asks and subject is not None else None
