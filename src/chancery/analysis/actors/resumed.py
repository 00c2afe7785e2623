"""Whom an inverted pronoun takes up that is itself the subject before its verb: `La ministre part-|elle| ?`, `|Paul Roy| cédera-t-il ?`."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import BESIDE, Met
from chancery.analysis.actors.scene import Scene


def resumed(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """The subject before the verb, someone or something of its kind if nothing of it was met; None where the pronoun is the only subject."""
    row, place = scene.row, asked.place
    if asked.manner == "inset" or place < 2 or not row[place].text.startswith("-"):
        return None
    if row[place - 2].text == "," and row[scene.after_sentence(place) - 1].text != "?":
        return None  # `Le parti, une fois élu, a-t-|il| voulu fuir ?`
    subject = _subject(scene, place)
    if subject is None:
        return None
    noun = row[subject]
    beside = (
        met for met in reversed(before) if met.place == subject or (row[met.place].head is noun and row[met.place].dep.partition(":")[0] in BESIDE)
    )
    name = scene.inside[subject]
    actor, sides = (name.actor, name.sides) if name is not None else (None, ())
    unmet = Met(subject, asked.sentence, asked.gender, asked.plural, actor, sides, True, asked.quoted, False)
    return next(beside, unmet)


def _subject(scene: Scene, place: int) -> int | None:
    """Where the subject before the verb stands: a name right before it, what the parser hangs on it, or a word for anyone."""
    verb, last = scene.row[place - 1], place - 2
    name = scene.inside[last]
    if name is not None and name.type == "PER" and not (name.first and scene.row[name.first - 1].pos == "ADP"):
        return name.first
    if scene.has("pronouns.anyone", scene.row[last].text):
        return last
    first, heads = scene.first_of_sentence(place), (verb, verb.head) if verb.pos == "AUX" else (verb,)
    nouns = (child for head in heads for child in head.all("nsubj") if child.start < verb.start and child.pos in ("NOUN", "PROPN"))
    return next((first + noun.index for noun in nouns), None)
