"""Role words in a row of words: which form, whose, with which name beside it."""

from dataclasses import dataclass, replace

from chancery.analysis.actors.alongside import beside, closes, is_plural
from chancery.analysis.actors.forms import cuts, walk
from chancery.analysis.actors.lexicon import Role, key
from chancery.analysis.actors.met import taken_for_noun
from chancery.analysis.actors.owners import complement, of_bearer, of_clause, of_where, opens, past_party, qualified
from chancery.analysis.actors.scene import Named, Scene, hyphened
from chancery.register import fold

NEAREST = 6
"""Words between two roles of one bearer."""


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
    forms = scene.lexicon.forms.after
    for index in scene.places(lambda word: word.form):
        start = forms[key(scene.row[index].text)]
        if scene.inside[index] is not None:
            continue
        best = walk(scene, start, index + 1, (), cutting=True)
        name = scene.inside[best[0] - 1] if best is not None else None
        cut = best is not None and name is not None and name.first > index and best[0] < name.after and name.type != "LOC"
        cut = cut and best is not None and scene.row[best[0]].pos != "ADJ"  # nor `le président de la |Commission médicale|`
        if cut and best is not None and name is not None and not scene.has("around.linking", scene.row[best[0]].text):
            scene.begin(name, best[0])  # but not `la présidente du |Conseil des droits de l'homme|`


def drop_roles(scene: Scene) -> None:
    """Let what was taken for a name be none where it is wholly a person's role: `la |garde des Sceaux|`."""
    for name in [name for name in scene.names if name.type != "PER"]:
        start = scene.lexicon.forms.after.get(key(scene.row[name.first].text)) if name.first < name.after else None
        best = walk(scene, start, name.first + 1, ()) if start is not None and name.after - name.first > 1 else None
        if best is not None and best[0] == name.after and not any(role.collective or role.allied for role in best[1]):
            scene.drop(name)


def titles(scene: Scene) -> list[Title]:
    """The roles of the document, in text order, none inside another."""
    found: list[Title] = []
    after = 0
    for index in scene.places(lambda word: word.role):
        title = _at(scene, index) if index >= after else None
        if title is None:
            continue
        if found and _apposed(scene, found[-1], title):
            found[-1] = replace(found[-1], name=title.name)
        found.append(title)
        after = title.after
    return found


def organ(scene: Scene, title: Title) -> tuple[int, tuple[str, ...]] | None:
    """The body of a state that a role is of, by its first word, and whose that is: `le porte-parole de l'|état-major| français`."""
    if title.owners or not title.foreign:
        return None
    row = scene.row
    place = next((place + 1 for place in range(title.word + 1, title.after) if scene.has("around.linking", row[place].text)), title.after)
    while place < title.after and scene.has("around.articles", row[place].text):
        place += 1
    name = scene.starting.get(place) if place < title.after else None
    if name is not None:
        return (place, name.sides) if name.type == "ORG" and scene.has("collectives.nouns", key(row[place].text)) else None
    inner = _at(scene, place) if place < title.after else None
    return (place, inner.owners) if inner is not None and inner.roles and all(role.collective for role in inner.roles) else None


def is_of_party(scene: Scene, title: Title) -> bool:
    """Whether a party's name stands behind a role of one person, by which it is of no one else: `le député |LR|`."""
    label = scene.starting.get(title.after)
    one = title.name is None and not title.plural and not title.owners and not title.former
    return one and label is not None and label.type == "ORG" and not any(role.collective or role.allied for role in title.roles)


def only_seats(scene: Scene, roles: tuple[Role, ...]) -> bool:
    """Whether the roles are seats in a chamber and nothing more."""
    return all(role.marks and scene.lexicon.sets["sitting.marks"] >= {*role.marks} for role in roles)


def _apposed(scene: Scene, title: Title, behind: Title) -> bool:
    """Whether the next role says more of the same bearer: `la négociatrice américaine, la secrétaire d'État adjointe X`."""
    if (
        all(role.collective for role in title.roles)
        or title.name is not None
        or title.plural
        or behind.name is None
        or behind.plural
        or not behind.determiner
    ):
        return False
    apart = title.first > 0 and scene.has("pronouns.set_before", scene.row[title.first - 1].text)
    if apart and not closes(scene, behind.name.after):
        return False  # `Outre |le maire|, le ministre X part`, but `Selon |le maire|, le ministre X, il part`
    between = scene.row[title.after : behind.first]
    near = 0 < len(between) <= NEAREST and between[-1].text == "," and not any(token.pos in ("VERB", "AUX", "CCONJ") for token in between)
    owners = set(title.owners) & set(behind.owners) if title.owners and behind.owners else {""}
    return near and bool(owners) and scene.sentence_of[title.word] == scene.sentence_of[behind.word]


def _at(scene: Scene, index: int) -> Title | None:
    word = scene.row[index].text
    start, former = scene.lexicon.begun(word)
    name = scene.inside[index]
    if start is None or (name is not None and name.type == "PER") or _glued(scene, index):
        return None
    best = walk(scene, start, index + 1, ())
    if best is None or cuts(scene, best[0]) or (best[0] < len(scene.row) and hyphened(scene, best[0])):
        return None  # `le chef d'état-major` is no `chef d'état`
    after, roles, owners = best
    if scene.row[index].pos in ("ADJ", "VERB", "AUX", "ADV") and (after == index + 1 or scene.row[index - 1].pos == "NOUN"):
        return None
    if index and scene.has("callings.ranked", word) and scene.has("callings.rank", scene.row[index - 1].text):
        return None  # `l'architecte en |chef|`
    if taken_for_noun(scene, index) or (scene.has("around.ranks", word) and index and scene.row[index - 1].pos == "NOUN"):
        return None  # `« Oui », |juge| Anna Roy`; `l'ennemi |numéro un| de Washington`
    if fold(word) != key(word) and all(role.collective for role in roles) and scene.has("collectives.singular", key(word)):
        return None  # `aux côtés de X`, `les camps de X`
    homes = {role.home for role in roles if role.sure}
    if len(homes) == 1:
        roles, owners = tuple(role for role in roles if role.sure), (homes.pop(),)
    return _framed(scene, index, after, roles, owners, former)


def _is_someones(scene: Scene, after: int) -> bool:
    """Whether a person, or something that is no state's, stands behind `de`: the term of office |d'Anna Roy|, the office |du parti|."""
    name = scene.starting.get(after + 1) if after < len(scene.row) and scene.has("around.linking", scene.row[after].text) else None
    return (name is not None and name.type == "PER") or complement(scene, after)[2]


def _glued(scene: Scene, index: int) -> bool:
    """Whether the word is half of another: `candidat-|président|`, `|député|-maire`."""
    return (index > 0 and hyphened(scene, index)) or (index + 1 < len(scene.row) and hyphened(scene, index + 1))


def _framed(scene: Scene, index: int, after: int, roles: tuple[Role, ...], owners: tuple[str, ...], former: bool) -> Title | None:
    """The form with its determiner, its complement and the name beside it; None where the words are no role without an owner."""
    first, determiner = index, ""
    while first > 0 and scene.has("around.between", scene.row[first - 1].text) and scene.sentence_of[first - 1] == scene.sentence_of[index]:
        first -= 1
        former = former or scene.has("around.unsettled", scene.row[first].text) or _counts(scene, first, roles)
    if first > 0 and scene.has("around.former", scene.row[first - 1].text):
        first, former = first - 1, True
    former = former or (first > 0 and scene.has("around.then", scene.row[first - 1].text))
    if first > 0 and scene.row[first - 1].pos in ("DET", "ADP", "NUM") and scene.has("around.determiners", scene.row[first - 1].text):
        determiner = fold(scene.row[first - 1].text)
        first -= 0 if scene.has("around.contracted", determiner) else 1
    foreign = False
    behind = scene.row[after].text if after < len(scene.row) else ""
    if scene.has("collectives.parts", word := key(scene.row[index].text)) and (not owners or scene.has("around.linking", behind)):
        return None  # `une partie de l'Elbonie`, `la partie elbonienne du fleuve`, `du côté de l'Elbonie`
    if scene.has("collectives.terms", word) and first and scene.has("collectives.during", scene.row[first - 1].text):
        return None  # `sous la présidence de X`
    if scene.has("collectives.terms", word) and not owners and _is_someones(scene, after):
        return None  # `un an de présidence de X`, `rival de Anna pour la présidence du parti`
    if scene.has("collectives.singular", word) and scene.has("around.feminine_determiners", determiner):
        return None  # `la |côte| elbonienne`
    former = former or scene.has("around.designate", behind) or scene.has("around.deceased", behind)
    forces = scene.has("collectives.forces", scene.row[index].lemma) or scene.has("collectives.forces", key(scene.row[index].text))
    if not owners and not (forces and of_where(scene, after, determiner or _before_number(scene, first))):
        after, owners, foreign = complement(scene, after)
        foreign = foreign or (not owners and qualified(scene, after))
        bearer = of_bearer(scene, after) if foreign else None
        if bearer is not None:
            after, owners = bearer.after, scene.register.sides(bearer.actor or "person:", scene.on)
            foreign = not owners
    elif owners and not forces:
        after, owners, roles = _specialised(scene, after, owners, roles)
    posted = scene.has("collectives.posted", word)
    if not owners and not foreign and not posted and scene.has("around.definite_singular", determiner):
        owners = _by_clause(scene, first, roles)
    barred = after < len(scene.row) and any(key(scene.row[after].text) in role.barred for role in roles) and not opens(scene, after + 1)
    if barred:
        roles = tuple(role for role in roles if not role.barred)
    if roles and not (roles := _of_whom(scene, roles, owners)):
        return None
    if owners and scene.has("collectives.lawful", scene.row[index].text) and _is_of_things(scene, after):
        return None
    plural = is_plural(scene, index, determiner)
    seat = not plural and bool(roles) and only_seats(scene, roles)
    after = past_party(scene, first, after) if seat else after
    collective = bool(roles) and all(role.collective for role in roles)
    name = None if plural and len(owners) != 1 else beside(scene, first, after, roles)
    if name is not None and name.first < first and (plural or _is_foreigner(scene, name, roles, owners)):
        name = None
    if seat and name is not None and not owners:
        owners = _of_party(scene, index, after)
        foreign = foreign and not owners
    foreign = foreign and not (name is not None and name.first > after and scene.row[after].pos == "ADJ")
    if collective and name is not None:
        theirs = name.first == after and not owners and scene.has("collectives.persons", scene.row[index].text)
        owners, foreign, name = scene.sides_of(name.actor or "") if theirs else owners, foreign and not theirs, None
    return Title(first, index, after, roles, owners, foreign or barred, former, determiner, plural, name)


def _before_number(scene: Scene, first: int) -> str:
    """The word before the number of those who bear a role: `|nos| 2 400 soldats`."""
    place = first - 1
    while place >= 0 and scene.row[place].pos == "NUM":
        place -= 1
    return fold(scene.row[place].text) if 0 <= place < first - 1 else ""


def _is_foreigner(scene: Scene, name: Named, roles: tuple[Role, ...], owners: tuple[str, ...]) -> bool:
    """Whether a counterpart's state is not that of the name before: `|Paul Roy|, son homologue elbonien` are two."""
    known = scene.register.sides(name.actor, scene.on) if name.actor is not None and all(role.same for role in roles) else ()
    return bool(known) and bool(owners) and not set(owners) & set(known)


def _is_of_things(scene: Scene, after: int) -> bool:
    """Whether what stands behind `de` is no name and nobody: `le régime elbonien |des faillites|`, but not `des colonels`."""
    if after + 1 >= len(scene.row) or not scene.has("around.linking", scene.row[after].text):
        return False
    noun = scene.row[after + 1]
    return noun.pos == "NOUN" and scene.inside[after + 1] is None and scene.lexicon.calling(noun.text) not in scene.lexicon.people


def _of_party(scene: Scene, index: int, after: int) -> tuple[str, ...]:
    """The state of the well-known party right behind a seat in a state's chamber: `la députée |LR| du Rhône`; no other that the text tells of."""
    label = scene.starting.get(index + 1) if scene.has("sitting.chambers", scene.lexicon.calling(scene.row[index].text)) else None
    if label is None or label.type != "ORG" or label.after > after:
        return ()
    towns = {scene.lexicon.towns.get(fold(scene.row[place].text)) for place in range(label.after, after)}
    state = scene.lexicon.home(label.text)
    elsewhere = state not in scene.present and any(map(scene.register.is_state, scene.present))
    return (state,) if state is not None and not elsewhere and towns <= {None, state} else ()


def _counts(scene: Scene, place: int, roles: tuple[Role, ...]) -> bool:
    """Whether the word before a role counts those who have led the state: `le |premier| président elbonien`."""
    leads = any(kind in scene.lexicon.sets["around.counted"] for role in roles for kind in role.kinds[:1])
    return leads and scene.has("pronouns.ordinals", scene.row[place].text)


def _by_clause(scene: Scene, first: int, roles: tuple[Role, ...]) -> tuple[str, ...]:
    """The state that the words before the role are of, if it has such an office or power."""
    state = of_clause(scene, first)
    borne = any(role.collective or any(scene.register.office(f"{state}.{kind}") for kind in role.kinds) for role in roles)
    return (state,) if state is not None and borne and not any(role.home not in ("", state) for role in roles) else ()


def _of_whom(scene: Scene, roles: tuple[Role, ...], owners: tuple[str, ...]) -> tuple[Role, ...]:
    """The roles that the words can mean of those whose they are: offices that these have, if they have one that is called so."""
    held = {role for role in roles for owner in owners if not role.official and scene.register.office(f"{owner}.{role.kinds[0]}") is not None}
    held -= {role for role in held for owner in owners if role.unless and scene.register.office(f"{owner}.{role.unless}") is not None}
    return tuple(role for role in roles if (role in held or role.official if held else not role.owned))


def _specialised(scene: Scene, after: int, owners: tuple[str, ...], roles: tuple[Role, ...]) -> tuple[int, tuple[str, ...], tuple[Role, ...]]:
    """A role with demonym and complement: of the body behind it (`la patronne française du FMI`), or a narrower office of the state."""
    behind, others, unknown = complement(scene, after)
    bodies = tuple(other for other in others if not scene.register.is_state(other))
    if bodies:
        return behind, bodies, roles
    if unknown and scene.row[after].text != "," and not all(role.collective for role in roles):
        return behind, owners, tuple(role for role in roles if role.official and not role.collective)
    return after, owners, roles
