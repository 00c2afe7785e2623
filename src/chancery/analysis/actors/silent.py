"""People of a document who do not speak at some place of it: the dead, and whom the words themselves are about."""

from collections.abc import Iterable
from itertools import takewhile

from chancery.analysis.actors.met import apposed_to_subject, source
from chancery.analysis.actors.scene import Named, Scene

LONGEST = 12
"""Words between the end of a quotation and who said it."""


def dead(scene: Scene, names: Iterable[Named]) -> frozenset[str]:
    """Those of whom the article itself says that they died (`|X| est mort`, `|X| a été tué`)."""
    return frozenset(name.actor for name in names if name.actor is not None and not scene.quoted[name.first] and _died(scene, name))


def _died(scene: Scene, name: Named) -> bool:
    if name.first and scene.row[name.first - 1].pos == "ADP":
        return False  # `le père |d'|Anna Roy est mort`
    head = scene.head(name)
    head = head.head if apposed_to_subject(head) else head
    relation, verb = head.dep, head.head
    passive = relation == "nsubj:pass" and scene.has("callings.killing", verb.lemma)
    root = scene.sentences[scene.sentence_of[name.first]].root
    opens = name.first == scene.first_of_sentence(name.first) and root.child("aux:pass") is not None
    if opens and scene.has("callings.killing", root.lemma):
        return True  # `|Anna Roy|, 39 ans, membre d'un club local, a été tuée`
    return passive or (relation.startswith("nsubj") and scene.has("callings.dying", verb.lemma))


def spoken_of(scene: Scene, place: int) -> frozenset[str]:
    """Whom the quotation names that the role at this place closes: nobody speaks of themselves by name (`« Paul se trompe », dit |le maire|`).

    What stands before the quotation in its sentence is told by them too: `Paul « se trompe », dit |le maire|`.
    """
    if not source(scene, place):
        return frozenset()
    end = next((index + 1 for index in range(place - 1, max(-1, place - LONGEST), -1) if scene.quoted[index]), 0)
    start = next((index + 1 for index in range(end - 1, -1, -1) if not scene.quoted[index]), 0)
    opens = scene.first_of_sentence(start) if end else start
    if all(token.text != ":" and not scene.quoted[index] for index, token in enumerate(scene.row[opens:start], opens)):
        start = opens
    return frozenset(name.actor for name in scene.names if start <= name.first < end and name.type == "PER" and name.actor is not None)


def told_of(scene: Scene, noun: int, after: int) -> frozenset[str]:
    """Whom the clause or quotation names that the role before it says: `|Le maire| dit que Paul ment`, `Selon |le maire|, « Paul ment »`.

    `after` is the place behind the role's words.
    """
    token, verb = scene.row[noun], scene.row[noun].head
    says = token.dep.startswith("nsubj") and scene.lexicon.speaks(verb)
    clauses = [word.start for clause in (verb.all("ccomp") if says else ()) for word in clause.subtree()]
    told = {place for place in range(after, scene.after_sentence(noun)) if scene.row[place].start in clauses}
    if says or source(scene, noun):
        near = range(after, min(after + LONGEST, scene.after_sentence(noun)))
        opening = next((place for place in near if scene.quoted[place]), len(scene.row))
        told.update(takewhile(scene.quoted.__getitem__, range(opening, len(scene.row))))
    names = (scene.starting.get(place) for place in told)
    return frozenset(name.actor for name in names if name is not None and name.type == "PER" and name.actor is not None)
