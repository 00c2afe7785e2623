"""Who was named last before `ce dernier` or `cette dernière`, which mean nobody else."""

from collections.abc import Sequence

from chancery.analysis.actors.met import Met, is_agent, is_person
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token

STEPS = 6
"""Verbs from what is told up to its subject's."""
TOLD = ("ccomp", "xcomp", "conj")
"""Relations by which a verb is what another's subject tells or does."""
GOVERNED = ("obj", "iobj", "obl")


def last_named(scene: Scene, place: int, gender: str, met: Sequence[Met]) -> Met | None:
    """The person met last, whether in quoted words or not, in the sentence or the one before; None where a thing or someone else may be meant.

    Not who only tells what is said of another behind them: `selon |Paul Roy|, le suspect a fui. Ce dernier`.
    """
    here = scene.sentence_of[place]
    near = [one for one in met if not one.pronoun and here - 1 <= one.sentence and (one.quoted == scene.quoted[place] or not scene.quoted[place])]
    people = [one for one in near if (is_person(one) or one.human) and not _is_apart(scene, place, one)]
    named = people[-1] if people else None
    if named is None or _is_of_clan(scene, named, gender):
        return None
    over = tuple(scene.row[place].ancestors())  # `le véhicule de ce dernier`
    behind = [one for one in near if one.place > named.place and one.gender == gender and not one.plural and scene.row[one.place] not in over]
    tells = named.spoke and not scene.lexicon.speaks(scene.row[place].head)
    return None if any((tells and scene.row[one.place].dep.startswith("nsubj")) or not named.gender for one in behind) else named


def _is_of_clan(scene: Scene, one: Met, gender: str) -> bool:
    """Whether the name tells whose family it is, which the latter may mean as well: `la famille |de Paul Roy|`, then `cette dernière`."""
    clan = scene.row[one.place - 2] if one.place > 1 and scene.has("around.linking", scene.row[one.place - 1].text) else None
    alike = clan is not None and {"Masc": "m", "Fem": "f"}.get(clan.morph.get("Gender", "")) == gender
    return alike and clan is not None and scene.has("around.clans", clan.text)


def _is_apart(scene: Scene, place: int, one: Met) -> bool:
    """Whether it does in the same sentence what happens to the latter: `interrogé par |Paul Roy|, ce dernier`, `|Anna Roy| a vu ce dernier`."""
    if one.sentence != scene.sentence_of[place]:
        return False
    of = one.place > 0 and scene.row[one.place - 1].pos == "ADP"  # `la mère |de| Paul Roy a vu ce dernier`
    return is_agent(scene, one.place) or (not of and _governs(scene.row[one.place], scene.row[place]))


def _governs(subject: Token, latter: Token) -> bool:
    """Whether the latter is no subject, and hangs on the subject's verb by itself or by what it tells."""
    if latter.dep.partition(":")[0] not in GOVERNED or not subject.dep.startswith("nsubj"):
        return False
    verb = latter.head
    for _ in range(STEPS):
        if verb is subject.head:
            return True
        if verb.dep.partition(":")[0] not in TOLD:
            return False
        verb = verb.head
    return False
