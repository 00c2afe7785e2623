"""Whom a pronoun stresses that stands behind its subject: `La Grèce, |elle| aussi, part`, `Le parti a, |lui|, refusé`, `La Grèce quant à |elle|`."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import Met, is_known
from chancery.analysis.actors.scene import Scene


def stressed(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """The subject met last in the sentence, if of that gender and number; None where the pronoun stands neither apart nor behind `quant à`."""
    row, place = scene.row, asked.place
    first = scene.first_of_sentence(place)
    behind = row[place + 1].text if place + 1 < len(row) else ""
    after_comma = place - first >= 2 and row[place - 1].text == "," and (behind == "," or scene.has("pronouns.emphatic", behind))
    as_for = place - first >= 3 and scene.has("pronouns.as_for", row[place - 2].text) and scene.has("pronouns.to", row[place - 1].text)
    if not (after_comma or as_for):
        return None
    noun = _described(scene, place - 3) if as_for else None
    if noun is not None:
        unmet = Met(noun, asked.sentence, asked.gender, asked.plural, None, (), True, asked.quoted, False)
        return next((met for met in reversed(before) if met.place == noun), unmet)
    here = [met for met in before if met.place >= first and met.subject and met.quoted == asked.quoted and not met.pronoun]
    last = here[-1] if here else None
    fits = last is not None and last.plural == asked.plural and (last.gender or ("" if is_known(last.actor) else asked.gender)) in ("", asked.gender)
    return last if fits else None


def _described(scene: Scene, place: int) -> int | None:
    """The noun of which the participle at a place says more: `un |tableau| vendu quant à lui`; None where it is the verb."""
    token = scene.row[place]
    if not token.dep.startswith("acl") or token.head.pos not in ("NOUN", "PROPN"):
        return None
    first = scene.first_of_sentence(place)
    return first + token.head.index if scene.inside[first + token.head.index] is None else None


def emphatic(scene: Scene, place: int) -> bool:
    """Whether the pronoun only stresses what stands before it: `une demande refusée elle aussi`, `la ville à elle seule`."""
    row = scene.row
    behind = place + 1 < len(row) and scene.has("pronouns.emphatic", row[place + 1].text)
    return behind and place > 0 and row[place - 1].pos in ("VERB", "ADJ", "NOUN", "ADP")
