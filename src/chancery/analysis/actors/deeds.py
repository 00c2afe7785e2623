"""What `il` with `être` tells of deeds and clauses not of anyone: `il est de coutume`, `comme il est prévu`, `il a été mis fin à la grève`."""

from collections.abc import Sequence

from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token
from chancery.register import fold

NEAR = 12
"""Words behind the pronoun over which it is told."""
UNSAID = ("ADV", "PRON", "PART")
"""What may stand between the pronoun and its verbs, and behind them: `il |n'|est |pas toujours| d'usage`."""


def of_deeds(scene: Scene, place: int, words: Sequence[Token]) -> bool:
    """Whether the pronoun at this place is that of a deed; `words` are it and those behind it in its sentence, without marks of quotation."""
    start = _behind_being(scene, words[1:NEAR])
    if start is None:
        return False
    said = words[1 + start : 1 + start + NEAR]
    return _is_custom(scene, said) or _is_idea(scene, said) or _is_done(scene, said) or _is_fitting(scene, place, words[1 : 1 + start], said)


def _behind_being(scene: Scene, words: Sequence[Token]) -> int | None:
    """How many of the words stand before what is said with `être`; None without it, or where the verb is reflexive: `il |s'est toujours| rendu`."""
    being = False
    for index, token in enumerate(words):
        if token.morph.get("Reflex") == "Yes" or scene.has("pronouns.reflexive", token.text):
            return None
        helping = scene.has("pronouns.helping", token.lemma) and token.pos in ("AUX", "VERB")
        being = being or token.lemma == "être"
        if not helping and not (token.pos in UNSAID or scene.has("pronouns.negations", token.text) or scene.has("pronouns.proclitics", token.text)):
            return index if being else None
    return None


def _is_custom(scene: Scene, said: Sequence[Token]) -> bool:
    """`il est |de coutume|`, `il est |de bon ton|`, `il est |de la responsabilité| de tous`, not `il est |de tradition juive|`."""
    if said and scene.has("pronouns.bare_customs", said[0].text):
        return True
    of = bool(said) and scene.has("around.linking", said[0].text)
    noun = next((index for index, token in enumerate(said) if token.pos == "NOUN"), len(said))
    if not of or noun == len(said) or any(token.pos not in ("DET", "ADJ") for token in said[1:noun]):
        return False
    behind = said[noun + 1 : noun + 2]
    plain = scene.has("pronouns.customs", said[noun].text) and not any(token.pos == "ADJ" and token.start > said[noun].end for token in behind)
    return plain or scene.has("pronouns.falling", said[noun].text)


def _is_idea(scene: Scene, said: Sequence[Token]) -> bool:
    """`il est |une bonne idée de partir|`, `il est |un fait que| tout cesse`."""
    noun = next((index for index, token in enumerate(said) if token.pos == "NOUN"), len(said))
    if not noun or noun + 2 >= len(said) or said[0].morph.get("Definite") != "Ind" or not scene.has("pronouns.ideas", said[noun].text):
        return False
    link = noun + 1 + (said[noun + 1].pos == "ADJ")
    return link + 1 < len(said) and scene.has("pronouns.links", said[link].text) and (said[link].pos == "SCONJ" or said[link + 1].pos != "DET")


def _is_done(scene: Scene, said: Sequence[Token]) -> bool:
    """`il a été |mis fin| à la grève`, `il est |fait mention| d'un accord`."""
    spelled = " ".join(fold(token.text) for token in said[:3])
    return any(spelled == done or spelled.startswith(f"{done} ") for done in scene.lexicon.sets["pronouns.done"])


def _is_fitting(scene: Scene, place: int, before: Sequence[Token], said: Sequence[Token]) -> bool:
    """`il lui est |possible|, comme à tous, de partir`, `comme il est |convenu|`."""
    if not said:
        return False
    whom = any(scene.has("pronouns.to_whom", token.text) for token in before)
    as_ = place > 0 and scene.has("pronouns.as", scene.row[place - 1].text)
    return (whom and scene.has("pronouns.for_whom", said[0].text)) or (as_ and scene.has("pronouns.as_said", said[0].text))
