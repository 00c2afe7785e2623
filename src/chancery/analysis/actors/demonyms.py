"""Adjectives and peoples: `russe` points to Russia, `les Russes` to Russia acting, `les talibans` to themselves."""

from collections.abc import Sequence
from dataclasses import replace

from chancery.analysis.actors.lexicon import ORIGINS
from chancery.analysis.actors.phrases import WAS
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.vocabulary import GROUP
from chancery.register import fold

OPENING, CLOSING = ('"', "«", "“"), ('"', "»", "”")
"""Marks around the title of a work."""
LONGEST_TITLE = 7
"""Words of a title of a work, at most."""
PARTIES = ("nsubj", "obj", "obl:agent")
"""Relations of those who do what a verb says, or to whom it is done."""


def note_presence(scene: Scene) -> None:
    """Which states the text is about, by adjective, capital or seat; before persons are made out."""
    scene.present.update(word.about for word in scene.said.values() if word.about)


def point_demonyms(scene: Scene) -> dict[int, str]:
    """References for every demonym, people and group without a name of its own; the peoples and groups by place."""
    peoples: dict[int, str] = {}
    places = scene.places(lambda word: word.points)
    ethnic = _ethnic(scene, places)
    for index in places:
        token, people = scene.row[index], _group(scene, index)
        if people:
            scene.point(index, index + 1, people)
            peoples[index] = people
            continue
        found = scene.register.state_of_adjective(token.text.rstrip(".-"))
        if found is None or found in ethnic:
            continue
        if token.text[0].isupper() and token.pos != "ADJ":
            if _inhabitants(scene, index, found):
                peoples[index] = found
        elif token.pos in ("ADJ", "NOUN", "PROPN", "VERB", "PRON") and not _no_state(scene, index):
            scene.point(index, index + 1, found)
            scene.references[-1] = replace(scene.references[-1], origin=_is_origin(scene, index))
    return peoples


def _group(scene: Scene, index: int) -> str | None:
    """An armed group or people that the register knows and that is no name in the text."""
    if scene.inside[index] is not None:
        return None
    word = scene.row[index].text
    found = scene.register.named(word)
    if found is not None and scene.has("groups.of_a_kind", word) and not _is_set(scene, index):
        return None
    named_high = found is not None and found.partition(":")[2][:1].isupper() and not word[0].isupper()
    return found if found and found.startswith(GROUP) and not named_high else None


def _is_set(scene: Scene, index: int) -> bool:
    """Whether all or so many of a kind of armed people are told of as one (`les séparatistes`), or some as who acts or is fought.

    Not some of whom anything else is told (`des séparatistes sont jugés`), nor those of a state (`les séparatistes corses`), nor an adjective.
    """
    token, before = scene.row[index], scene.row[index - 1] if index else None
    behind = scene.row[index + 1] if index + 1 < len(scene.row) else None
    article = before is not None and scene.has("around.peoples", before.text) and (before.morph.get("Definite") != "Ind" or token.dep in PARTIES)
    counted = before is not None and before.pos == "NUM"
    narrowed = behind is not None and scene.register.state_of_adjective(behind.text) is not None
    return (article or counted) and token.pos in ("NOUN", "PROPN") and token.dep != "amod" and not narrowed


def _inhabitants(scene: Scene, index: int, state: str) -> bool:
    """`les Russes` is Russia; one inhabitant or some of them is nobody's voice, nor is a people within another state (`les Serbes de Bosnie`).

    Nor are those whose names stand right behind (`les Russes |Anna Roy| et Jan Noir`).
    """
    before = scene.row[index - 1].text if index else ""
    some = index > 0 and (scene.row[index - 1].morph.get("Definite") == "Ind" or _among_some(scene, index - 1))
    told = scene.inside[index] is None and scene.has("around.peoples", before) and not some and not _abroad(scene, index, state)
    told = told and not (scene.has("around.peoples_article", before) and _named_behind(scene, index))
    if some:
        scene.inhabitants.append((scene.row[index].start, state))
    if told:
        scene.point(index - 1 if scene.has("around.peoples_article", before) else index, index + 1, state)
        if state == scene.lexicon.words["untold"]["press"]:
            scene.references[-1] = replace(scene.references[-1], people=True)
    return told


def _among_some(scene: Scene, article: int) -> bool:
    """Whether `des` goes on with a list of indefinite plurals: `attirer de futurs élus, |des| Belges`, but not `l'appui d'élus et |des| Belges`."""
    row, place = scene.row, article
    while place > 1 and fold(row[place].text) == fold(row[article].text) and (row[place - 1].text == "," or row[place - 1].pos == "CCONJ"):
        last = place = place - 2
        while place > 0 and row[place].pos in ("NOUN", "PROPN", "ADJ") and scene.sentence_of[place] == scene.sentence_of[article]:
            place -= 1
        if place == last:
            return False
        bare = scene.has("around.bare", row[place].text) and place > 0 and row[place - 1].pos not in ("NOUN", "PROPN", "ADJ")
        if bare or row[place].morph.get("Definite") == "Ind":
            return all(token.morph.get("Number") == "Plur" for token in row[place + 1 : last + 1])
    return False


def _named_behind(scene: Scene, index: int) -> bool:
    """Whether a name stands right behind the word in its sentence."""
    return index + 1 in scene.starting and scene.sentence_of[index + 1] == scene.sentence_of[index]


def _ethnic(scene: Scene, places: Sequence[int]) -> set[str]:
    """The states whose adjective only tells of a people within another state, where the text names neither them nor their capitals."""
    found: set[str] = set()
    for index in places:
        state = scene.register.state_of_adjective(scene.row[index].text.rstrip(".-"))
        if state is not None and _abroad(scene, index, state):
            found.add(state)
    return found - {name.actor for name in scene.names}


def _abroad(scene: Scene, index: int, state: str) -> bool:
    """Whether another state stands behind with `de`: `les |Serbes| de Bosnie`; behind adjectives only where it is told to be so."""
    linked = index + 2 < len(scene.row) and scene.has("around.linking", scene.row[index + 1].text)
    name = scene.starting.get(index + 2) if linked else None
    if name is None or name.type == "PER" or name.actor is None or name.actor == state or not scene.register.is_state(name.actor):
        return False
    word = scene.row[index].text
    return word[0].isupper() or scene.lexicon.within(state, name.actor)


def _no_state(scene: Scene, index: int) -> bool:
    """Whether the adjective is a language, or belongs to a thing or a body that is no state's, or to a people within the state before it."""
    return any(told(scene, index) for told in (_language, _manner, _of_people, _of_thing, _of_body))


def _manner(scene: Scene, index: int) -> bool:
    """Whether it tells in what manner something is done: `un débat à la |française|`, with no noun behind."""
    before, behind = scene.row[max(0, index - 2) : index], scene.row[index + 1 : index + 2]
    manner = len(before) == 2 and f"{fold(before[0].text)} {fold(before[1].text)}" in scene.lexicon.sets["around.manner"]
    return manner and all(token.pos not in ("NOUN", "ADJ", "PROPN") for token in behind)


def _of_people(scene: Scene, index: int) -> bool:
    """Whether the adjective tells of a people within the state that the word before it is of: `rebelles kosovars |albanais|`."""
    own = scene.register.state_of_adjective(scene.row[index].text.rstrip(".-"))
    other = scene.register.state_of_adjective(scene.row[index - 1].text) if index else None
    return own is not None and other is not None and scene.lexicon.within(own, other)


def _of_body(scene: Scene, index: int) -> bool:
    """Whether the adjective is in the name of a party, club or school, or right behind it: `le Parti du progrès |français|`."""
    name = scene.inside[index] or (scene.inside[index - 1] if index else None)
    return name is not None and scene.has("around.own_bodies", scene.row[name.first].text)


def _of_thing(scene: Scene, index: int) -> bool:
    """Whether the adjective belongs to the name of a thing that is no state's: `le continent américain`, `des dollars australiens`."""
    noun = _noun_of(scene, index)
    whole = noun == index - 1 and scene.has("around.phrases", f"{scene.row[noun].text} {scene.row[index].text}")
    return noun >= 0 and (whole or scene.has("around.things", scene.row[noun].lemma))


def _is_origin(scene: Scene, index: int) -> bool:
    """Whether the adjective belongs to a private thing, person or body, and only tells where it comes from: `un acteur indien`."""
    name, noun = scene.inside[index], _noun_of(scene, index)
    if name is not None and name.type == "ORG" and name.actor is not None and name.actor.startswith("org:") and not name.sides:
        return True  # `l'Union |française| des boulangers`
    return _stands_alone(scene, index) or (noun >= 0 and _is_private(scene, noun)) or _in_title(scene, index)


def _is_private(scene: Scene, noun: int) -> bool:
    """Whether the noun, or the first half of one of two, is for a private thing or person; or tells behind a bare `de` where someone is from."""
    token, before = scene.row[noun], scene.row[noun - 1].text if noun else ""
    if any(scene.has(ORIGINS, said) for said in (token.text, token.lemma, fold(token.text).removeprefix(WAS))):
        return True
    if scene.has("around.hailing", token.lemma):
        return scene.has("around.bare", before)
    half, _, other = token.text.partition("-")
    return other.isalpha() and token.text.islower() and scene.has(ORIGINS, half)


def _in_title(scene: Scene, index: int) -> bool:
    """Whether the adjective is in a short quotation without a verb that is the title of the work before it: `son livre « Un été |français| »`."""
    row, first, after = scene.row, index, index + 1
    while first > 0 and index - first < LONGEST_TITLE and row[first - 1].text not in OPENING:
        first -= 1
    while after < len(row) and after - first < LONGEST_TITLE and row[after].text not in CLOSING:
        after += 1
    words = row[first:after]
    whole = scene.quoted[index] and first > 1 and after < len(row) and row[first - 1].text in OPENING and row[after].text in CLOSING
    verbless = all(token.pos not in ("VERB", "AUX", "PUNCT") for token in words)
    return whole and verbless and words[0].text[0].isupper() and scene.has("around.works", row[first - 2].lemma)


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether it is a noun for one thing, person or firm from there: `l'|américaine| passe à 200 km/h`, `le |russe| Roy Oil`, `un |dominicain|`."""
    token, before, behind = scene.row[index], scene.row[index - 1] if index else None, scene.row[index + 1 : index + 2]
    counted = index > 1 and scene.has("callings.numbered", scene.row[index - 2].text)  # `le numéro un |chinois|`
    one = before is not None and (scene.has("around.definite_singular", before.text) or (before.morph.get("Definite") == "Ind" and not counted))
    one = one and token.morph.get("Number") == "Sing"
    return one and token.text.islower() and all(word.pos not in ("NOUN", "ADJ") for word in behind)


def _noun_of(scene: Scene, index: int) -> int:
    """The place of the word that the adjective belongs to, other adjectives between passed over; -1 where the text begins with it.

    What stands behind no noun is no adjective, whatever the tagger holds: `la romancière |indienne|`, `de scientifiques |indiens|`.
    """
    noun = index - 1
    while noun > 0 and scene.row[noun].pos == "ADJ" and scene.row[noun - 1].pos in ("NOUN", "ADJ", "PROPN"):
        noun -= 1
    return noun


def _language(scene: Scene, index: int) -> bool:
    """`en russe`, `le russe`, `en anglais, russe et arabe`: the language, for no noun stands beside it."""
    token = scene.row[index]
    before = fold(scene.row[index - 1].text) if index else ""
    noun = token.pos == "NOUN" and token.dep != "amod"
    taught = index > 1 and scene.has("around.bare", before) and scene.has("around.lessons", scene.row[index - 2].lemma)
    return _listed(scene, index) or (noun and before in ("le", "l'", "du")) or taught


def _listed(scene: Scene, index: int) -> bool:
    """Whether it stands behind `en`, or a verb for speaking a language and its adverbs, other single words with commas between them left out."""
    place = index - 1
    while place > 1 and (scene.row[place].text == "," or scene.row[place].pos == "CCONJ"):
        place -= 2
    if place >= 0 and fold(scene.row[place].text) == "en":
        return True
    while place > 0 and (scene.row[place].pos == "ADV" or scene.has("around.somewhat", scene.row[place].text)):
        place -= 1
    return place >= 0 and scene.has("around.spoken", scene.row[place].lemma)
