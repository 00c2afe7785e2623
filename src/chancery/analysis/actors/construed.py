"""Whom a construction names that a pronoun stands in: of whom something is wanted or said, whose clause its own is set into."""

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import is_known
from chancery.analysis.actors.ranking import Candidate, Choice
from chancery.analysis.actors.scene import Scene

LONGEST = 12
"""Words from a verb up to what is wanted of someone: `attend |du président français| qu'il parte`."""
CONJUNCTION = 3
"""Words of the conjunction between `qui` with its comma and the pronoun: `qui, alors même qu'il`."""


def construed(scene: Scene, asked: Asked) -> Choice | None:
    """The person of that gender whom the words before the pronoun name so; None where they name nobody, or several."""
    if asked.plural or asked.manner == "inset" or not asked.place or not scene.has("pronouns.clauses", scene.row[asked.place - 1].text):
        return None
    actor = _of_whom(scene, asked) or _whom(scene, asked) or _whose_clause(scene, asked)
    if actor is None or not is_known(actor):
        return None
    person = scene.person(actor)
    if person.gender.replace("?", "") not in ("", asked.gender):
        return None
    meant = Candidate("person", (), actor, scene.sides_of(actor))
    return Choice(meant, meant)


def _of_whom(scene: Scene, asked: Asked) -> str | None:
    """Of whom it is wanted or said: `attend de |Paul Roy| qu'il parte`, `dit du |maire| qu'il ment`."""
    row, place = scene.row, asked.place
    first = max(scene.first_of_sentence(place), place - LONGEST)
    verb = next((index for index in range(place - 2, first - 1, -1) if row[index].pos in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON", "CCONJ")), -1)
    if verb < 0 or not scene.has("pronouns.of_someone", row[verb].lemma) or scene.quoted[verb] != scene.quoted[place]:
        return None
    start = next((index for index in range(verb + 1, place - 1) if row[index].pos != "ADV"), place)
    linked = scene.has("around.linking", row[start].text) or scene.has("around.contracted", row[start].text)
    return _sole(scene, start, place - 1) if linked and row[start].text not in ("au", "aux") else None


def _whom(scene: Scene, asked: Asked) -> str | None:
    """Who is asked what they do: `demande à |Paul Roy| s'il part`; not where leave is asked (`s'il pouvait`)."""
    row, place = scene.row, asked.place
    if not scene.has("pronouns.if", row[place - 1].text) or scene.has("pronouns.of_leave", asked.verb.lemma):
        return None
    first = max(scene.first_of_sentence(place), place - LONGEST)
    verb = next((index for index in range(place - 2, first - 1, -1) if row[index].pos in ("VERB", "AUX", "PUNCT", "SCONJ", "PRON", "CCONJ")), -1)
    if verb < 0 or not scene.has("pronouns.asking", row[verb].lemma) or scene.quoted[verb] != scene.quoted[place]:
        return None
    start = next((index for index in range(place - 2, verb, -1) if scene.has("pronouns.to", row[index].text)), place)
    return _sole(scene, start, place - 1)


def _whose_clause(scene: Scene, asked: Asked) -> str | None:
    """Whose relative clause the pronoun's own is set into, right behind its opening: `|Paul Roy| qui, alors qu'il était maire, a menti`."""
    row, place = scene.row, asked.place
    comma = next((index for index in range(place - 1, max(1, place - 2 - CONJUNCTION), -1) if row[index].text == ","), 0)
    if comma < 2 or not scene.has("pronouns.who", row[comma - 1].text) or scene.sentence_of[comma - 2] != scene.sentence_of[place]:
        return None
    if any(token.pos in ("VERB", "AUX", "PRON", "NOUN") and not scene.has("pronouns.clauses", token.text) for token in row[comma + 1 : place]):
        return None
    last = comma - 2 - (row[comma - 2].text == ",")
    name = scene.inside[last]
    if name is not None:
        return name.actor if name.after == last + 1 else None
    return next((actor for start, after, actor in reversed(scene.pointed) if start <= last < after), None)


def _sole(scene: Scene, first: int, after: int) -> str | None:
    """The one whom the words there name or point to."""
    named = {name.actor for index in range(first, after) if (name := scene.starting.get(index)) is not None and name.type == "PER"}
    pointed = {actor for start, end, actor in scene.pointed[-LONGEST:] if first <= start and end <= after}
    people = {actor for actor in named | pointed if is_known(actor)}
    return people.pop() if len(people) == 1 and None not in named else None
