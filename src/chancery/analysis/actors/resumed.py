"""Whom a pronoun takes up that is itself the subject before its verb: `La ministre part-|elle| ?`, `Le public |il| sait`."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import BESIDE, Met
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token


def resumed(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """The subject before the verb, someone or something of its kind if nothing of it was met; None where the pronoun is the only subject."""
    row, place = scene.row, asked.place
    if asked.manner == "inset" or place < 2:
        return None
    if not row[place].text.startswith("-"):
        return _doubled(scene, asked, before)
    if row[place - 2].text == "," and row[scene.after_sentence(place) - 1].text != "?":
        return None  # `Le parti, une fois élu, a-t-|il| voulu fuir ?`
    subject = _subject(scene, place)
    if subject is None:
        return None
    noun = row[subject]
    beside = (met for met in reversed(before) if met.place == subject or _stands_beside(row[met.place], noun))
    name = scene.inside[subject]
    actor, sides = (name.actor, name.sides) if name is not None else (None, ())
    unmet = Met(subject, asked.sentence, asked.gender, asked.plural, actor, sides, True, asked.quoted, False)
    return next(beside, unmet)


def _doubled(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """The noun that stands with the pronoun as subject of one verb, no comma nor verb between: `|Le public| il sait`."""
    row, pronoun = scene.row, scene.row[asked.place]
    alike = (met for met in before if met.sentence == asked.sentence and met.gender == asked.gender and met.plural == asked.plural)
    noun = next((met for met in alike if row[met.place].head is pronoun.head and row[met.place].dep == pronoun.dep == "nsubj"), None)
    if noun is None or row[noun.place].pos != "NOUN" or row[noun.place].child("det") is None:
        return None
    return None if any(token.pos in ("PUNCT", "VERB", "AUX", "SCONJ") for token in row[noun.place : asked.place]) else noun


def _stands_beside(token: Token, noun: Token) -> bool:
    """Whether it names the noun, rather than whose it is: `le maire |Paul Roy| cédera-t-il`, not `la loi de Paul Roy tient-elle`."""
    return token.head is noun and token.dep.partition(":")[0] in BESIDE and token.child("case") is None


def _subject(scene: Scene, place: int) -> int | None:
    """Where the subject before the verb stands: a name right before it, what the parser hangs on it, or a word for anyone."""
    verb, last = scene.row[place - 1], place - 2
    while last > 1 and scene.has("capitals.clitics", scene.row[last].text) and scene.row[last].pos != "AUX":
        last -= 1  # `Cela |se| terminera-t-il ?`
    name = scene.inside[last]
    if name is not None and name.type == "PER" and not (name.first and scene.row[name.first - 1].pos == "ADP"):
        return name.first
    if scene.has("pronouns.anyone", scene.row[last].text):
        return last
    first, heads = scene.first_of_sentence(place), (verb, verb.head) if verb.pos == "AUX" else (verb,)
    nouns = (child for head in heads for child in head.all("nsubj") if child.start < verb.start and child.pos in ("NOUN", "PROPN"))
    return next((first + noun.index for noun in nouns), None)
