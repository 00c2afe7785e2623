"""Whom a pronoun cannot mean by the words around it: who says the quotation that it is in, and who asks someone what that one does."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.barred import people
from chancery.analysis.actors.met import Met, is_person, source
from chancery.analysis.actors.scene import Scene

BEHIND, TAG = 12, 3
"""Words behind a quotation within which whoever says it is named, or stands as a pronoun."""
BACK = 2
"""Sentences back over which who spoke last goes on."""


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


def saying(scene: Scene, asked: Asked, before: Sequence[Met]) -> str | None:
    """Who says the words that the pronoun is in: who speaks before them in their sentence, or spoke last, if nobody else is named behind."""
    if not asked.quoted:
        return None
    row = scene.row
    start = end = asked.place
    while start > 0 and scene.quoted[start - 1]:
        start -= 1
    while end < len(row) and scene.quoted[end]:
        end += 1
    if not row[start].text[:1].isupper() or any("+" in token.text for token in row[start : asked.place]):
        return None  # told from outside (`Paul Roy dit qu'il « part »`), or words that they repeat
    told = [met for met in before if not met.quoted and met.place < start]
    last = next((met for met in reversed(told) if met.spoke), None) or _sole(scene, asked, told, end)
    if last is None or any(name.actor == last.actor for name in people(scene, range(start, end))):
        return None
    if last.sentence == scene.sentence_of[start] and start > 1 and row[start - 2].text == ":":
        return last.actor
    acted = any(met.subject and (is_person(met) or met.human) and met.actor != last.actor for met in told if met.place > last.place)
    return last.actor if not acted and last.sentence >= scene.sentence_of[start] - BACK and _alone(scene, end) else None


def _sole(scene: Scene, asked: Asked, told: Sequence[Met], end: int) -> Met | None:
    """The one person told of so far, if a pronoun like the one asked of closes the words: `Paul Roy attend. « Qu'|il| parle », dit-il`."""
    tag = next((token for token in scene.row[end : scene.after_sentence(end - 1)][: TAG + 1] if token.text.startswith("-")), None)
    feminine = tag is not None and scene.has("pronouns.feminine", tag.text)
    if tag is None or scene.has("pronouns.plural", tag.text) or ("f" if feminine else "m") != asked.gender:
        return None
    people = [met for met in told if not met.plural and (is_person(met) or met.human) and met.gender in ("", asked.gender)]
    return people[-1] if people and people[-1].subject and all(met.actor and met.actor == people[-1].actor for met in people) else None


def _alone(scene: Scene, end: int) -> bool:
    """Whether the sentence ends with the quotation, or with a pronoun for who says it: `« ... », dit-|il|`."""
    after = scene.after_sentence(end - 1)
    behind = [token for token in scene.row[end:after] if token.pos != "PUNCT"]
    return not behind or any(token.text.startswith("-") and token.pos == "PRON" for token in behind[:TAG])


def asker(scene: Scene, asked: Asked) -> str | None:
    """Who asks someone else what that one does: `|Anna| lui a demandé s'il partait`; None where leave is asked (`s'il pouvait`)."""
    if not asked.place or not scene.has("pronouns.if", scene.row[asked.place - 1].text) or scene.has("pronouns.of_leave", asked.verb.lemma):
        return None
    verb = asked.verb.head
    subject, someone = verb.child("nsubj"), verb.child("iobj", "obl:arg")
    asks = scene.has("pronouns.asking", verb.lemma) and someone is not None and verb.child("expl") is None
    return scene.meant(subject) if asks and subject is not None else None
