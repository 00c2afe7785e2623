"""Whom a pronoun stresses that stands behind its subject: `La Grèce, |elle| aussi, hésite`, `Le parti a, |lui|, refusé`."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import Met, is_known
from chancery.analysis.actors.scene import Scene


def stressed(scene: Scene, asked: Asked, before: Sequence[Met]) -> Met | None:
    """The subject met last in the sentence, if of that gender and number; None where the pronoun does not stand behind a comma and apart."""
    row, place = scene.row, asked.place
    first = scene.first_of_sentence(place)
    behind = row[place + 1].text if place + 1 < len(row) else ""
    if place - first < 2 or row[place - 1].text != "," or not (behind == "," or scene.has("pronouns.emphatic", behind)):
        return None
    here = [met for met in before if met.place >= first and met.subject and met.quoted == asked.quoted and not met.pronoun]
    last = here[-1] if here else None
    fits = last is not None and last.plural == asked.plural and (last.gender or ("" if is_known(last.actor) else asked.gender)) in ("", asked.gender)
    return last if fits else None
