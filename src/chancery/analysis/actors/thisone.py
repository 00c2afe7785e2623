"""Whom `cet homme de 40 ans` at the head of a sentence takes up, and whom `celui-ci`: who was named last before."""

from collections.abc import Sequence

from chancery.analysis.actors import ages
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import Met, is_agent
from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.scene import Named, Scene, dedicated
from chancery.analysis.tokens import Token

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


def nearest(scene: Scene, place: int, met: Sequence[Met]) -> Met | None:
    """Whom `celui-ci` means as a subject at this place: the last met of its gender, at most a sentence before; None where a thing may be meant."""
    pronoun, here = scene.row[place], scene.sentence_of[place]
    if not pronoun.dep.startswith("nsubj"):
        return None
    gender = "f" if scene.has("pronouns.nearest_feminine", pronoun.text) else "m"
    near = (one for one in reversed(met) if one.sentence >= here - 1 and one.quoted == scene.quoted[place] and not one.pronoun)
    near = (one for one in near if one.known or one.human or _may_be(scene.row[one.place], gender))
    alike = [one for one in near if one.gender in ("", gender) and not one.plural and (one.gender or one.kind != "body")]  # no town is meant
    last = alike[0] if alike else None
    if last is None or not last.known or (not last.gender and len(alike) > 1) or is_agent(scene, last.place):
        return None
    speaks = scene.lexicon.speaks(pronoun.head)
    if not speaks and any(one.kind != "person" for one in alike):
        return None
    name = scene.starting.get(last.place)
    if name is not None and name.type == "PER" and (dedicated(scene, name) or _is_anothers(scene, name)):
        return None
    between = scene.row[name.after if name is not None else last.place + 1 : place]
    return None if any(_may_be(token, gender, several=not speaks) for token in between) else last


def _may_be(noun: Token, gender: str, *, several: bool = False) -> bool:
    """Whether a noun is one of that gender, with `several` also one for more than one; a bare one tells when or how."""
    wanted = {"m": "Masc", "f": "Fem"}[gender]
    alike = noun.morph.get("Gender", wanted) == wanted and (several or noun.morph.get("Number") != "Plur")
    return noun.pos == "NOUN" and alike and noun.child("det", "case") is not None


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
