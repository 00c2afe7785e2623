"""Role words in a row of words: which form, whose, with which name beside it."""

from dataclasses import dataclass, replace

from chancery.analysis.actors.lexicon import SLOT, Node, Role, key
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold

LONGEST_SLOT = 6
"""Words that may stand where a form has room for a demonym: `russe`, `américain sortant`, `américaine, française et allemande`."""
NEAREST = 6
"""Words between two roles of one bearer."""
LONGEST_PHRASE = 9
"""Words of a complement that the register does not know."""
WIDEST_LINK = 3
"""Words between a role and the name of whose it is: `de la Russie`."""


@dataclass(frozen=True, slots=True)
class Title:
    """A role as it stands in the text."""

    first: int
    """The determiner, or the role's first word."""
    word: int
    """The role's first word."""
    after: int
    """The word behind the role and whose it is."""
    roles: tuple[Role, ...]
    owners: tuple[str, ...]
    """States and bodies it is of, as the text says."""
    foreign: bool
    """It is of something that the register does not know (`président du tribunal`)."""
    former: bool
    """Held no more, or not yet."""
    determiner: str
    """Folded; empty if there is none."""
    plural: bool
    name: Named | None
    """The person that it stands beside."""


def trim_names(scene: Scene) -> None:
    """Take the last words of a role off a name that swallowed them: of `secrétaire d'État Antony Blinken` the name is the last two."""
    for index, token in enumerate(scene.row):
        start = scene.lexicon.forms.after.get(key(token.text))
        if start is None or scene.inside[index] is not None:
            continue
        best = _walk(scene, start, index + 1, (), cutting=True)
        name = scene.inside[best[0] - 1] if best is not None else None
        if best is not None and name is not None and name.first > index and best[0] < name.after and name.type != "LOC":
            scene.shorten(name, best[0])


def titles(scene: Scene) -> list[Title]:
    """The roles of the document, in text order, none inside another."""
    found: list[Title] = []
    index = 0
    while index < len(scene.row):
        title = _at(scene, index)
        if title is not None and found and _apposed(scene, found[-1], title):
            found[-1] = replace(found[-1], name=title.name)
        found.extend([title] if title is not None else [])
        index = title.after if title is not None else index + 1
    return found


def _apposed(scene: Scene, title: Title, behind: Title) -> bool:
    """Whether the next role says more of the same bearer: `la négociatrice américaine, la secrétaire d'État adjointe X`."""
    if title.name is not None or title.plural or behind.name is None or behind.plural or not behind.determiner:
        return False
    between = scene.row[title.after : behind.first]
    near = 0 < len(between) <= NEAREST and between[-1].text == "," and not any(token.pos in ("VERB", "AUX", "CCONJ") for token in between)
    owners = set(title.owners) & set(behind.owners) if title.owners and behind.owners else {""}
    return near and bool(owners) and scene.sentence_of[title.word] == scene.sentence_of[behind.word]


def _at(scene: Scene, index: int) -> Title | None:
    name = scene.inside[index]
    if (name is not None and name.type == "PER") or _glued(scene, index):
        return None
    start, former = scene.lexicon.forms.after.get(key(scene.row[index].text)), False
    if start is None:
        bare = fold(scene.row[index].text)
        prefix, _, rest = bare.partition(" ")
        start = scene.lexicon.forms.after.get(key(rest)) if prefix == "ex" and rest else None
        former = True
    best = _walk(scene, start, index + 1, ()) if start is not None else None
    if best is None or _cuts(scene, best[0]):
        return None
    after, roles, owners = best
    if scene.row[index].pos in ("ADJ", "VERB", "AUX", "ADV") and (after == index + 1 or scene.row[index - 1].pos == "NOUN"):
        return None
    homes = {role.home for role in roles if role.sure}
    if len(homes) == 1:
        roles, owners = tuple(role for role in roles if role.sure), (homes.pop(),)
    return _framed(scene, index, after, roles, owners, former)


def _glued(scene: Scene, index: int) -> bool:
    """Whether the word is the second half of another: `candidat-président`."""
    start = scene.row[index].start
    return start > 0 and scene.document.text[start - 1] == "-" and index > 0 and scene.row[index - 1].end == start


Found = tuple[int, tuple[Role, ...], tuple[str, ...]]


def _walk(scene: Scene, node: Node, index: int, owners: tuple[str, ...], *, cutting: bool = False) -> Found | None:
    """The longest form from a step of the tree on; one that cuts a name gives way to a shorter one that does not, unless `cutting`."""
    best: Found | None = (index, tuple(node.roles), owners) if node.roles else None
    if index < len(scene.row):
        step = node.after.get(key(scene.row[index].text))
        if step is not None and scene.sentence_of[index] == scene.sentence_of[index - 1]:
            best = _longer(scene, best, _walk(scene, step, index + 1, owners, cutting=cutting), cutting)
    slot = node.after.get(SLOT)
    if slot is not None:
        after, found = _slot(scene, index)
        best = _longer(scene, best, _walk(scene, slot, after, owners + found, cutting=cutting), cutting)
        if after > index:
            best = _longer(scene, best, _walk(scene, slot, index, owners, cutting=cutting), cutting)
    return best


def _cuts(scene: Scene, index: int) -> bool:
    """Whether a form that ends here cuts a name in two."""
    name = scene.inside[index - 1]
    return name is not None and name.after > index


def _longer(scene: Scene, one: Found | None, other: Found | None, cutting: bool) -> Found | None:
    if one is None or other is None:
        return other if one is None else one
    if not cutting and _cuts(scene, one[0]) != _cuts(scene, other[0]):
        return other if _cuts(scene, one[0]) else one
    if other[0] == one[0]:
        return (one[0], tuple(dict.fromkeys(one[1] + other[1])), one[2] or other[2])
    return other if other[0] > one[0] else one


def _slot(scene: Scene, index: int) -> tuple[int, tuple[str, ...]]:
    """Demonyms with what may stand around them; the word behind the last demonym."""
    owners: list[str] = []
    after = index
    for place in range(index, min(index + LONGEST_SLOT, len(scene.row))):
        token = scene.row[place]
        state = scene.lexicon.demonym(token, scene.register)
        if state is not None and scene.starting.get(place) is None:
            owners.append(state)
            after = place + 1
        elif not (scene.has("around.between", token.text) or (owners and (token.text == "," or fold(token.text) in ("et", "ou")))):
            break
    return after, tuple(dict.fromkeys(owners))


def _framed(scene: Scene, index: int, after: int, roles: tuple[Role, ...], owners: tuple[str, ...], former: bool) -> Title:
    """The form with its determiner, its complement and the name beside it."""
    first, determiner = index, ""
    while first > 0 and scene.has("around.between", scene.row[first - 1].text) and scene.sentence_of[first - 1] == scene.sentence_of[index]:
        first -= 1
        former = former or scene.has("around.unsettled", scene.row[first].text)
    if first > 0 and scene.has("around.former", scene.row[first - 1].text):
        first, former = first - 1, True
    if first > 0 and scene.row[first - 1].pos in ("DET", "ADP", "NUM") and scene.has("around.determiners", scene.row[first - 1].text):
        determiner = fold(scene.row[first - 1].text)
        first -= 0 if scene.has("around.linking", determiner) else 1
    foreign = False
    forces = scene.has("collectives.forces", scene.row[index].lemma) or scene.has("collectives.forces", key(scene.row[index].text))
    if not owners and not (forces and _of_where(scene, after, determiner)):
        after, owners, foreign = _complement(scene, after)
        foreign = foreign or (not owners and _qualified(scene, after))
    barred = after < len(scene.row) and any(key(scene.row[after].text) in role.barred for role in roles) and not _opens(scene, after + 1)
    if barred:
        roles = tuple(role for role in roles if not role.barred)
    plural = _is_plural(scene, index, determiner)
    collective = bool(roles) and all(role.collective for role in roles)
    name = None if plural and len(owners) != 1 else _beside(scene, first, after)
    foreign = foreign and not (name is not None and name.first > after and scene.row[after].pos == "ADJ")
    if collective and name is not None:
        owners, foreign, name = owners or scene.sides_of(name.actor or ""), False, None
    return Title(first, index, after, roles, owners, foreign or barred, former, determiner, plural, name)


def _qualified(scene: Scene, index: int) -> bool:
    """Whether an adjective that the register does not know says whose it is: `le gouvernement écossais`."""
    if index >= len(scene.row) or scene.starting.get(index) is not None:
        return False
    token = scene.row[index]
    return (
        token.pos == "ADJ"
        and token.dep == "amod"
        and not scene.has("around.between", token.text)
        and scene.sentence_of[index] == scene.sentence_of[index - 1]
    )


def _of_where(scene: Scene, index: int, determiner: str) -> bool:
    """Whether the place behind troops is where they are: `ses troupes d'Irak`, `des soldats de Syrie`; with an article it is whose they are."""
    if index + 1 >= len(scene.row) or not scene.has("around.linking", scene.row[index].text):
        return False
    name = scene.starting.get(index + 1)
    bare = name is not None and name.type == "LOC" and scene.has("around.bare", scene.row[index].text)
    return bare or scene.has("pronouns.possessives", determiner)


def _opens(scene: Scene, index: int) -> bool:
    """Whether another role begins here, so that the words before it belong to the verb: `a dit le secrétaire d'État au président`."""
    return index < len(scene.row) and key(scene.row[index].text) in scene.lexicon.forms.after


def _complement(scene: Scene, index: int) -> tuple[int, tuple[str, ...], bool]:
    """Whose it is, by a name behind `de`; otherwise whether it is of something unknown."""
    row = scene.row
    if index >= len(row) or not scene.has("around.linking", row[index].text):
        return index, (), False
    place = index + 1
    while place < len(row) and place < index + WIDEST_LINK and scene.has("around.articles", row[place].text):
        place += 1
    name = scene.starting.get(place)
    if name is None or name.type == "PER":
        foreign = name is None and place < len(row) and row[place].pos in ("NOUN", "PROPN", "DET", "NUM")
        return (_past_phrase(scene, place) if foreign else index), (), foreign
    owner = name.actor if name.actor and not name.actor.startswith(("org:", "person:")) else None
    owner = owner or scene.register.seat(name.text)
    if owner is not None:
        return name.after, (owner,), False
    return name.after, name.sides, not name.sides


def _past_phrase(scene: Scene, place: int) -> int:
    """The end of a noun phrase, by its words: nouns, adjectives and the small words between."""
    after = place
    for index in range(place, min(place + LONGEST_PHRASE, len(scene.row))):
        token, name = scene.row[index], scene.inside[index]
        if (
            token.pos not in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM")
            or scene.sentence_of[index] != scene.sentence_of[place]
            or (name and name.type == "PER")
        ):
            break
        if token.pos not in ("DET", "ADP"):
            after = index + 1
    return after


def _beside(scene: Scene, first: int, after: int) -> Named | None:
    """The person named right behind the role, or before it with a comma between."""
    row = scene.row
    place = after
    while place < len(row) and _between(scene, place, after):
        place += 1
    if place == after and place + 1 < len(row) and _qualified(scene, place):
        place += 1
    name = scene.starting.get(place)
    if name is not None and name.type == "PER" and scene.sentence_of[place] == scene.sentence_of[after - 1]:
        comma = place > after and row[after].text == ","
        if not comma or _closes(scene, name.after):
            return name
    back = first - 1
    if back > 0 and row[back].text in (",", "("):
        before = scene.inside[back - 1]
        if before is not None and before.type == "PER" and _closes(scene, after):
            return before
    return None


def _between(scene: Scene, place: int, after: int) -> bool:
    """Whether a word may stand between a role and its bearer's name: a comma first, titles, epithets."""
    word = scene.row[place].text
    return (word == "," and place == after) or scene.has("around.titles", word) or scene.has("around.between", word)


def _is_plural(scene: Scene, index: int, determiner: str) -> bool:
    token = scene.row[index]
    marked = token.text.lower().endswith(("s", "x")) and key(token.text) != fold(token.text)
    return scene.has("around.plural", determiner) or (marked and not scene.has("around.definite_singular", determiner) and len(key(token.text)) > 3)


def _closes(scene: Scene, index: int) -> bool:
    """Whether an apposition may end before this word."""
    return index >= len(scene.row) or scene.row[index].pos in ("PUNCT", "SCONJ") or scene.row[index].text in (",", ".", ")", ":", ";", "»", '"')
