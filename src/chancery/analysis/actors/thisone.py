"""Whom `cet homme de 40 ans` at the head of a sentence takes up: who was named last in the sentence before."""

from chancery.analysis.actors import ages
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import is_agent
from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.scene import Named, Scene, dedicated

PERSON = "person:"


def just_named(scene: Scene, phrase: Phrase) -> str | None:
    """The person named last in the sentence before, if the noun can mean them; None where it does not open its sentence, or speaks there."""
    first = scene.first_of_sentence(phrase.noun)
    if not phrase.this or phrase.first != first or not first or scene.quoted[phrase.noun]:
        return None
    before = range(first - 1, scene.first_of_sentence(first - 1) - 1, -1)
    name = next((name for name in map(scene.starting.get, before) if name is not None and (name.actor or "").startswith(PERSON)), None)
    if name is None or name.type != "PER" or scene.quoted[name.first] or dedicated(scene, name) or _is_anothers(scene, name):
        return None
    return name.actor if _can_be(scene, phrase, name) else None


def _is_anothers(scene: Scene, name: Named) -> bool:
    """Whether the name only says who did something, or whose someone else is: `nommé par |Anna Roy|`, `l'avocat d'|Anna Roy|`."""
    place = name.first - 1
    if place and scene.has("around.titles", scene.row[place].text):
        place -= 1
    noun = scene.lexicon.calling(scene.row[place - 1].text) if place > 0 and scene.has("around.linking", scene.row[place].text) else ""
    return is_agent(scene, name.first) or noun in scene.lexicon.people or key(scene.row[max(0, place)].text) in scene.lexicon.sets["pronouns.sources"]


def _can_be(scene: Scene, phrase: Phrase, name: Named) -> bool:
    """Whether nothing known of the person speaks against the noun: gender, age, an office on the day."""
    person = scene.person(name.actor or "")
    gender = person.gender.replace("?", "")
    clash = (phrase.gender and gender and phrase.gender != gender) or ages.clash(ages.of(scene, phrase), person)
    return not clash and not scene.register.offices_of(person.id, scene.on)
