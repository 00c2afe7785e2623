"""Whom the main clause names, for the pronoun of a clause or phrase that opens the sentence: `S'il hésite, |Paul Roy| reste`."""

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.barred import finite, relative, under
from chancery.analysis.actors.met import acting, is_known, verb_ahead
from chancery.analysis.actors.ranking import Candidate, Choice
from chancery.analysis.actors.scene import Scene

OPENING = 3
"""Words before the subject of a clause that opens a sentence: `Alors même qu'il`."""


def to_come(scene: Scene, asked: Asked) -> Choice | None:
    """The person who heads the main clause behind the pronoun; None where nobody of its gender does, or the pronoun's clause is no such one."""
    row, place = scene.row, asked.place
    first, after = scene.first_of_sentence(place), scene.after_sentence(place)
    clause = place - first <= OPENING and any(token.pos == "SCONJ" for token in row[first:place])
    if asked.plural or scene.quoted[place] or not (clause or _in_phrase(scene, asked, first)):
        return None
    told = set(under(scene, asked))
    names = (name for index in range(place + 1, after) if (name := scene.starting.get(index)) is not None and name.type == "PER")
    named = next((name for name in names if name.actor not in told and not scene.quoted[name.first]), None)
    if named is None or not is_known(named.actor):
        return None
    start = named.first - scene.has("around.titles", row[named.first - 1].text)
    behind = verb_ahead(scene, named.after)
    heads = row[start - 1].text == "," and behind is not None and behind.pos in ("VERB", "AUX") and acting(behind)
    person = scene.person(named.actor or "")
    if not heads or person.gender.replace("?", "") not in ("", asked.gender):
        return None
    meant = Candidate("person", (), named.actor, scene.sides_of(person.id))
    return Choice(meant, meant)


def _in_phrase(scene: Scene, asked: Asked, first: int) -> bool:
    """Whether the pronoun is in a relative clause of a phrase that opens the sentence: `À la gare où |il| est né, Paul Roy attend`."""
    inside = asked.verb.dep == "acl:relcl" and scene.row[first].pos == "ADP"
    return inside and all(relative(token) for token in scene.row[first : asked.place] if finite(token))
