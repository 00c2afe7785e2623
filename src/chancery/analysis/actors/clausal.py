"""What the clauses around a pronoun say of whom it stands for: the subject of the clause above it, and who says the words that it is in."""

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import source
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token

CHAINED = ("conj",)
"""Relations by which a verb shares what its clause hangs on with another."""
TOLD, ASIDE, RELATIVE = ("ccomp", "xcomp"), ("advcl",), ("acl",)
"""Relations of clauses that are told, that are set beside another, and that say more of a noun."""
BEHIND = 12
"""Words behind a quotation within which whoever says it is named."""


def above(asked: Asked) -> tuple[str, Token] | None:
    """How the clause of the pronoun hangs on the one above it, and the subject of that one: `|Anna| a dit qu'elle part`; None if there is none."""
    verb = _first(asked.verb)
    manner = next((name for name, relations in (("told", TOLD), ("aside", ASIDE), ("relative", RELATIVE)) if _base(verb) in relations), "")
    if not manner:
        return None
    higher = verb.head
    while manner == "relative" and higher.head is not higher and higher.pos not in ("VERB", "AUX"):
        higher = higher.head
    subject = _first(higher).child("nsubj", "nsubj:pass") or higher.child("nsubj", "nsubj:pass")
    return (manner, subject) if subject is not None else None


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
    """Who asks someone else what that one does, and is not meant then: `|Anna| lui a demandé s'il partait`, unless what is asked is leave (`s'il pouvait`)."""
    found = above(asked) if asked.place and scene.has("pronouns.if", scene.row[asked.place - 1].text) else None
    verb = _first(asked.verb).head
    if found is None or not scene.has("pronouns.asking", verb.lemma) or scene.has("pronouns.of_leave", asked.verb.lemma):
        return None
    return scene.meant(found[1]) if verb.child("iobj", "obl:arg") is not None and verb.child("expl") is None else None


def _first(verb: Token) -> Token:
    """The first of the verbs that a verb is coordinated with."""
    while verb.dep in CHAINED and verb.head is not verb:
        verb = verb.head
    return verb


def _base(token: Token) -> str:
    return token.dep.partition(":")[0]
