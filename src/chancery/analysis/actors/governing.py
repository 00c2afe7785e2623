"""What the words around a capital say of it where the parser errs: the noun that governs it, whom one turns to, what is done to it."""

from collections.abc import Sequence

from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.tokens import Token

REACH = 4
"""Words back from a preposition to its noun, adjectives and participles left out."""
DEGREE = 4
"""Words of an adverb of degree: `de plus en plus`."""
FURTHEST = 12
"""Words back from `à` and a capital to the noun of what is turned to it: `un soutien "par tous les moyens" à |Oslo|`."""
OBJECT = 4
"""Words from a verb to the noun of its object."""


def governor(scene: Scene, place: int) -> Token | None:
    """The noun that a preposition stands behind, adjectives and participles between left out: `les |demandes| répétées de Rome`.

    None where a participle of motion shows the name to be a place: `les troupes parties de Rome`.
    """
    for token in reversed(_near(scene, place)):
        if token.pos in ("NOUN", "PROPN") or scene.has("capitals.nouns", token.text):
            return token
        if scene.has("capitals.quotes", token.text):
            continue
        participle = token.pos == "VERB" and token.morph.get("VerbForm") == "Part"
        if token.pos not in ("ADJ", "ADV", "NUM") and not participle:
            return None
        if scene.has("capitals.moves", token.lemma):
            return None
    return None


def _near(scene: Scene, place: int) -> list[Token]:
    """The words right before a place in its sentence, an adverb of degree between them left out: `des critiques de plus en plus dures |de| Rome`."""
    first, row = scene.first_of_sentence(place), scene.row
    for end in range(place, max(first, place - REACH), -1):
        words = row[max(first, end - DEGREE) : end]
        if scene.has("capitals.degrees", " ".join(token.text for token in words)):
            return [*row[max(first, end - DEGREE - REACH) : end - DEGREE], *row[end:place]]
    return row[max(first, place - REACH) : place]


def opposed(scene: Scene, chain: Sequence[Named]) -> bool:
    """Whether a hyphen joins two capitals behind a noun of what is between governments: `la brouille |Rome|-Oslo`."""
    joined = len(chain) == 2 and chain[0].after < len(scene.row) and scene.row[chain[0].after].text == "-"
    noun = governor(scene, chain[0].first) if joined else None
    return noun is not None and scene.has("capitals.between", noun.lemma)


def addressed(scene: Scene, name: Named) -> bool:
    """Whether `à` before the name turns something to it that one says or gives to governments, by a verb that does so or by its very noun.

    `a promis un soutien "par tous les moyens" à |Oslo|`, `fixant un ultimatum de trois jours à |Rome|`.
    """
    first = name.first - 1
    if first < 1 or not scene.has("capitals.to", scene.row[first].text):
        return False
    noun: Token | None = None
    for token in reversed(scene.row[max(scene.first_of_sentence(first), first - FURTHEST) : first]):
        if token.text == "," or token.pos in ("PRON", "SCONJ"):
            return False
        if noun is None and token.pos in ("VERB", "AUX"):
            return scene.has("capitals.addressing", token.lemma) and token.index == scene.row[first].index - 1
        if noun is None and scene.has("capitals.warnings", token.lemma):
            return True
        if noun is None and scene.has("capitals.addressing_nouns", token.lemma):
            noun = token
        elif noun is not None and token.pos == "VERB":
            return scene.has("capitals.addressing", token.lemma)
    return False


def touched(scene: Scene, name: Named) -> bool:
    """Whether a verb before the name does to it what is done to governments, or `auprès de` stands there: `irriter |Oslo|`.

    Days and the like may stand between: `menacer vendredi |Oslo|`, `mettre en garde |Oslo|`.
    """
    place = name.first - 1
    while place > 0 and scene.has("capitals.inset", scene.row[place].text):
        place -= 1
    before = scene.row[place] if name.first else None
    if before is None or scene.sentence_of[place] != scene.sentence_of[name.first]:
        return False
    if before.pos == "VERB" and (before.morph.get("VerbForm") != "Part" or before.child("aux:tense") is not None):
        return scene.has("capitals.objects", before.lemma)
    if place < name.first - 1:
        return False
    linked = scene.has("around.linking", before.text) and name.first > 1
    return linked and scene.has("capitals.speakers", scene.row[name.first - 2].text)


def undergoes(scene: Scene, place: int) -> bool:
    """Whether a participle here tells what is done to governments, in a headline: `Rome |accusée| de`."""
    token = scene.row[place] if place < len(scene.row) else None
    return token is not None and token.morph.get("VerbForm") == "Part" and scene.has("capitals.undergoing", token.lemma)


def beside_still(scene: Scene, place: int) -> bool:
    """Whether a verb that cities are the subjects of has what governments have behind it: `compte 3.000 |soldats|`, `a accueilli ces |annonces|`."""
    for token in scene.row[place + 1 : place + 1 + OBJECT]:
        if token.pos == "NOUN":
            return scene.has("capitals.nouns", token.lemma) or scene.has("capitals.forces", token.lemma)
        if token.pos in ("ADP", "PUNCT", "VERB"):
            return False
    return False
