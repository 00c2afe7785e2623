"""Whose a role is: by the name behind `de`, or not at all where something unknown stands there."""

from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.scene import Named, Scene, past_hyphens

PARTY = "party:"
"""Begins the actors that are parties."""
LONGEST_PHRASE = 9
"""Words of a complement that the register does not know."""
BRACKET = 3
"""Words of a short name in brackets, marks included: `(LR)`."""
WIDEST_LINK = 3
"""Words between a role and the name of whose it is: `de la Russie`."""


def complement(scene: Scene, index: int) -> tuple[int, tuple[str, ...], bool]:
    """Whose it is, by a name behind `de`; otherwise whether it is of something unknown."""
    row, index = scene.row, past_label(scene, index)
    if index >= len(row) or not scene.has("around.linking", row[index].text):
        return index, (), False
    place = index + 1
    while place < min(len(row), index + WIDEST_LINK) and scene.has("around.articles", row[place].text) and place not in scene.starting:
        place += 1
    place += _is_epithet(scene, place)
    titled = place == index + 1 and place < len(row) and scene.has("around.titles", row[place].text)  # `le régime de |M. Roy|`
    name = scene.starting.get(place + titled) or scene.starting.get(place)
    if name is not None and name.type == "PER" and (titled or place == index + 1):
        served = name.actor is not None and not scene.register.only_sits(name.actor, scene.on)  # a deputy's aide is nobody's but theirs
        sides = scene.register.sides(name.actor, scene.on) if served and name.actor is not None else ()
        return (name.after, sides, not sides) if sides or titled else (index, (), False)
    if name is None or name.type == "PER":
        foreign = name is None and place < len(row) and (row[place].pos in ("NOUN", "PROPN", "DET", "NUM") or _noun_after_all(scene, place))
        return (past_phrase(scene, place) if foreign else index), (), foreign
    if (after := past_hyphens(scene, name.after)) > name.after:
        return after, (), True  # `la directrice de |Paris|-Musées`
    owner = name.actor if name.actor and not name.actor.startswith(("org:", "person:")) else None
    owner = owner or scene.register.seat(name.text)
    if owner is not None:
        return name.after, (owner,), False
    return name.after, name.sides, not name.sides


def _is_epithet(scene: Scene, place: int) -> bool:
    """Whether an adjective stands here before a name: `le chef du |puissant| Hezbollah`."""
    before = place + 1 in scene.starting and place not in scene.starting
    return before and (scene.row[place].pos == "ADJ" or scene.has("around.epithets", scene.row[place].text))


def past_label(scene: Scene, index: int) -> int:
    """The word behind a party's name as a label, brackets included, where the complement of a role follows: `le président |LR| de la commission`."""
    after = _past_bracketed(scene, index)
    return after if after < len(scene.row) and scene.has("around.linking", scene.row[after].text) else index


def past_party(scene: Scene, first: int, index: int) -> int:
    """The word behind a party's name as a label, brackets included, of a role beside a person's name: `la députée |Les Républicains (LR)|, X`."""
    label, after = scene.starting.get(index), _past_bracketed(scene, index)
    if label is None or not ((label.actor or "").startswith(PARTY) or scene.lexicon.taken_up(label.text) & scene.lexicon.sets["bodies.party"]):
        return index
    place = after + (after < len(scene.row) and scene.row[after].text == ",")
    place += place < len(scene.row) and scene.has("around.titles", scene.row[place].text)
    before = scene.inside[first - 2] if first > 1 and scene.row[first - 1].text == "," else None
    return after if any(name is not None and name.type == "PER" for name in (scene.starting.get(place), before)) else index


def _past_bracketed(scene: Scene, index: int) -> int:
    """The word behind the name of a body and its short name in brackets."""
    row, name = scene.row, scene.starting.get(index)
    if name is None or name.type != "ORG":
        return index
    return name.after + (BRACKET if [token.text for token in row[name.after : name.after + BRACKET : 2]] == ["(", ")"] else 0)


def of_bearer(scene: Scene, after: int) -> Named | None:
    """The person named right behind a role's complement whose title that complement is: `la porte-parole |du président X|`."""
    name = scene.starting.get(after)
    if name is None or name.type != "PER" or after < 2 or not scene.has("around.linking", scene.row[after - 2].text):
        return None
    return name if scene.lexicon.calling(scene.row[after - 1].text) in scene.lexicon.people else None


def past_phrase(scene: Scene, place: int) -> int:
    """The end of a noun phrase, by its words: nouns, adjectives and the small words between."""
    after = place
    for index in range(place, min(place + LONGEST_PHRASE, len(scene.row))):
        token, name = scene.row[index], scene.inside[index]
        if (
            (token.pos not in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM") and not _noun_after_all(scene, index))
            or scene.sentence_of[index] != scene.sentence_of[place]
            or (name and name.type == "PER")
            or (token.pos == "ADP" and scene.has("around.when", token.text))
        ):
            break
        if token.pos not in ("DET", "ADP"):
            after = index + 1
    return after


def _noun_after_all(scene: Scene, index: int) -> bool:
    """Whether an article right before shows that what the parser took for a verb is a noun: `le dirigeant de l'|est| du pays`."""
    return scene.row[index].pos == "AUX" and index > 0 and scene.row[index - 1].pos == "DET"


def qualified(scene: Scene, index: int) -> bool:
    """Whether an adjective that the register does not know says whose it is: `le gouvernement écossais`."""
    if index >= len(scene.row) or scene.starting.get(index) is not None:
        return False
    if scene.row[index].pos == "ADV" and index + 1 < len(scene.row):
        index += 1
    token = scene.row[index]
    return (
        token.pos == "ADJ"
        and token.dep == "amod"
        and not scene.has("around.between", token.text)
        and scene.sentence_of[index] == scene.sentence_of[index - 1]
    )


def of_where(scene: Scene, index: int, determiner: str) -> bool:
    """Whether the place behind troops is where they are: `ses troupes d'Irak`, `des soldats de Syrie`; with an article it is whose they are."""
    if index + 1 >= len(scene.row) or not scene.has("around.linking", scene.row[index].text):
        return False
    name = scene.starting.get(index + 1)
    bare = name is not None and name.type == "LOC" and scene.has("around.bare", scene.row[index].text)
    return bare or scene.has("pronouns.possessives", determiner)


def of_clause(scene: Scene, first: int) -> str | None:
    """The state whose a role is that does not say so, by the words right before: `l'Elbonie, dont |le président|`; `En Elbonie, |le président|`."""
    if first < 2:
        return None
    mark, end = scene.row[first - 1].text, first - 1
    if scene.has("around.whose", mark):
        end -= scene.row[end - 1].text == ","
    elif mark != ",":
        return None
    name = scene.inside[end - 1]
    state = name.actor if name is not None and name.after == end and name.actor and scene.register.is_state(name.actor) else None
    if state is None or name is None or mark != ",":
        return state
    before = name.first - scene.has("around.articles", scene.row[name.first - 1].text) - 1 if name.first else -1
    opening = before == scene.first_of_sentence(first) and scene.sentence_of[before] == scene.sentence_of[first]
    return state if opening and scene.has("around.within", scene.row[before].text) else None


def opens(scene: Scene, index: int) -> bool:
    """Whether another role begins here, so that the words before it belong to the verb: `a dit le secrétaire d'État au président`."""
    return index < len(scene.row) and key(scene.row[index].text) in scene.lexicon.forms.after
