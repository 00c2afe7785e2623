"""Whom people act for of whom the register knows nothing, by all that the text calls them: `le |général| X`, further on `le général elbonien`."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from chancery.analysis.actors.aides import state_served
from chancery.analysis.actors.apposed import serve_apposed
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.organs import serve_bodies, serve_parts, spelled
from chancery.analysis.actors.phrases import WAS, Phrase
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.staff import staff
from chancery.analysis.actors.untold import Untold
from chancery.analysis.tokens import Token
from chancery.register import fold, public

PERSON = "person:"
DEATH = 2
"""Words before a phrase among which a noun for its bearer's death may stand."""
LONGEST = 5
"""Words of an office, at most: `|juge d'application des peines|`."""
BESIDE = frozenset(("ADJ", "NOUN", "CCONJ"))
"""Parts of speech that may stand between an aide and `de`."""
BEFORE = 1
"""Words before a phrase among which one that says that it was before may stand."""


class Called(NamedTuple):
    """What someone is called at a place of the text."""

    actor: str
    words: range
    former: bool
    """Whether the words or those right before say that it was before."""
    callings: tuple[str, ...]
    """The nouns of people in the words, without what says so."""


def serve(scene: Scene, introduced: Iterable[tuple[Phrase, str]]) -> None:
    """Give the state that they act for to people without any whom the text calls by an office of state, and to the roles that point to them.

    It is the one that the words of such an office say, anywhere in the text; where none do, the one that the text tells of there and is about.
    """
    untold, introduced = Untold(scene), list(introduced)
    organs = serve_apposed(scene) | serve_parts(scene) | serve_bodies(scene, untold)
    found: dict[str, set[str]] = {}
    silent: dict[str, set[str]] = {}
    every = list(_called(scene, introduced))
    called, gone = list(_still(every)), _gone(scene, every)
    for actor, words, *_ in called:
        if scene.sides_of(actor) or _left(scene, actor):
            continue
        noun = _office(scene, words)
        if noun is None:
            continue
        states, whole = _told(scene, words, noun)
        if states:
            found.setdefault(actor, set()).update(states)
        elif whole and actor not in gone and (state := _untold(scene, untold, words, noun)) is not None:
            silent.setdefault(actor, set()).add(state)
    for actor, state in staff(scene, introduced):
        if actor not in gone and not scene.sides_of(actor) and not _left(scene, actor):
            found.setdefault(actor, set()).add(state)
    for actor in (*found, *silent):
        told = found.get(actor) or silent[actor]
        if len(told) == 1:
            scene.person(actor).sides = (*told, *scene.register.sides(next(iter(told))))
    theirs = {actor: scene.sides_of(actor) for actor in (*found, *silent)} | organs
    scene.act({actor: sides for actor, sides in theirs.items() if sides})
    _serve_aides(scene, called)
    scene.past.update(_past(scene, every))


def _gone(scene: Scene, called: Iterable[Called]) -> set[str]:
    """Those whom the text calls dead, or by an office of state that they held: of other words it is open whether they still are it."""
    dead = {one.actor for one in called if _died(scene, one.words)}
    dead |= {name.actor for name in scene.names if name.type == "PER" and name.actor is not None and _is_dead(scene, name)}
    return dead | {one.actor for one in called if one.former and _is_of_state(scene, one)}


def _is_dead(scene: Scene, name: Named) -> bool:
    """Whether a word right behind a name or its comma says that its bearer died: `le policier X, |tué| il y a un an`."""
    place = name.after + (name.after < len(scene.row) and scene.row[name.after].text == ",")
    return place < len(scene.row) and any(scene.has(listed, scene.row[place].lemma) for listed in ("callings.killing", "callings.dying"))


def _past(scene: Scene, called: Iterable[Called]) -> set[str]:
    """Those whom the text calls by an office of state that they held, and by none that they hold: `l'ex-|député| X, spécialiste des routes`."""
    offices = [one for one in called if _is_of_state(scene, one)]
    return {one.actor for one in offices if one.former} - {one.actor for one in _still(offices)}


def _is_of_state(scene: Scene, called: Called) -> bool:
    """Whether a noun of people may be for an office of state or a seat in a chamber."""
    return any(fold(calling) in scene.lexicon.serving or scene.has("sitting.chambers", calling) for calling in called.callings)


def _serve_aides(scene: Scene, called: Iterable[Called]) -> None:
    """Give the aides of those in office the state for which these act."""
    served = {actor: state_served(scene, words) for actor, words, *_ in called if not scene.sides_of(actor) and not _left(scene, actor)}
    scene.act({actor: (state, *scene.register.sides(state)) for actor, state in served.items() if state is not None})


def _left(scene: Scene, actor: str) -> bool:
    """Whether the register knows that the person held offices, the last of them until a year before that of publication; seats of many aside."""
    ends = [term.end for term in scene.register.terms(actor) if not scene.register.is_of_many(term.office)]
    return scene.on is not None and bool(ends) and all(end and end[:4] < str(scene.on.value)[:4] for end in ends)


def _untold(scene: Scene, untold: Untold, words: range, noun: int) -> str | None:
    """The state that words which say none are of."""
    heads = scene.has("serving.heads", scene.lexicon.calling(scene.row[noun].text))
    said = range(noun, words.stop if heads else noun + 1)  # of whom heads a body its name says it, too
    ours, wide, mostly, homely = (
        any(_begins(scene, f"serving.{listed}", place) for place in said) for listed in ("ours", "wide", "mostly", "homely")
    )
    state = untold.state(noun, words.start, ours=ours, wide=wide, mostly=mostly)
    return state if state == untold.own or not homely else None


def _begins(scene: Scene, listed: str, noun: int) -> bool:
    """Whether the words here begin with an office of a list: `la |procureure de la République|`."""
    return any(True for _ in begun(scene, noun, listed))


def begun(scene: Scene, noun: int, listed: str) -> Iterator[str]:
    """The offices or bodies of a list that the words here begin with, of either gender: of `l'avocate générale Roy` `avocat`, `avocat général`."""
    first = scene.lexicon.calling(scene.row[noun].text)
    if first.partition(" ")[0] not in _firsts(scene.lexicon.sets[listed]):
        return
    behind = scene.row[noun + 1 : noun + LONGEST]
    words = [token.text for token in behind]
    made = [spelled((first, *words[:size])) for size in range(len(words) + 1)]
    if behind and behind[0].pos == "ADJ":
        made += [spelled((first, behind[0].lemma, *words[1:size])) for size in range(1, len(words) + 1)]
    yield from (said for said in made if scene.has(listed, said))


@lru_cache(maxsize=32)
def _firsts(listed: frozenset[str]) -> frozenset[str]:
    """The first words of a list: most words of a text begin nothing in it."""
    return frozenset(words.partition(" ")[0] for words in listed)


def _died(scene: Scene, words: range) -> bool:
    """Whether the words are told of someone's death: `l'assassinat |du Premier ministre X|`."""
    near = scene.row[max(scene.first_of_sentence(words.start), words.start - DEATH) : words.start]
    return any(scene.has("untold.deaths", token.lemma) for token in near)


def _called(scene: Scene, introduced: Iterable[tuple[Phrase, str]]) -> Iterator[Called]:
    """What each person is called, beside the name and further on."""
    beside = ((actor, range(phrase.first, phrase.after)) for phrase, actor in introduced)
    pointed = ((actor, range(first, after)) for first, after, actor in scene.pointed if actor.startswith(PERSON))
    yield from (Called(actor, words, _is_former(scene, words), _callings(scene, words)) for actor, words in chain(beside, pointed))


def _still(called: Sequence[Called]) -> Iterator[Called]:
    """What each is called that the text nowhere says they were before."""
    was = {(one.actor, calling) for one in called if one.former for calling in one.callings}
    return (one for one in called if not any((one.actor, calling) in was for calling in one.callings))


def _callings(scene: Scene, words: range) -> tuple[str, ...]:
    callings = (scene.lexicon.calling(scene.row[place].text).removeprefix(WAS) for place in words)
    return tuple(calling for calling in callings if calling in scene.lexicon.people)


def _is_former(scene: Scene, words: range) -> bool:
    """Whether the words or those right before say that someone is it no more, or count who has been: `l'ex-Premier |ministre|`."""
    near = range(max(scene.first_of_sentence(words.start), words.start - BEFORE), words.stop)
    return any(_says_former(scene, place) or _was(scene.row[place]) for place in near)


def _was(word: Token) -> bool:
    """Whether a verb in the imperfect says that someone was it: `lorsqu'il |était| président`."""
    link = word.child("cop")
    return link is not None and link.morph.get("Tense") == "Imp" and link.morph.get("Mood") == "Ind"


def _says_former(scene: Scene, place: int) -> bool:
    word = scene.row[place].text
    counted = place + 1 < len(scene.row) and scene.has("pronouns.ordinals", word) and scene.has("serving.alone", scene.row[place + 1].text)
    return scene.has("around.former", word) or fold(word).replace("-", " ").startswith(WAS) or counted


def _office(scene: Scene, words: range) -> int | None:
    """The place of the noun that makes it an office of state: by itself, or by the body behind it (`chef de l'|armée|`)."""
    row = scene.row
    if any(scene.has("serving.against", row[place].lemma) or scene.has("serving.against", row[place].text) for place in words):
        return None
    for place in words:
        if scene.inside[place] is not None and scene.starting.get(place) is None:
            continue
        calling = scene.lexicon.calling(row[place].text)
        if _begins(scene, "serving.offices", place):
            return place
        if (scene.has("serving.alone", calling) or scene.has("serving.bare", calling)) and _is_bare(scene, place, words.stop):
            return None if _is_of_private(scene, words.start) else place
        if scene.has("serving.aides", calling) and _is_served(scene, place + 1, words.stop):
            return place
        if scene.has("serving.envoys", calling) and _is_sent(scene, place + 1):
            return place
        if scene.has("serving.heads", calling):
            return place if any(_organ(scene, other, words.stop) for other in range(place + 1, words.stop)) else None
        if row[place].pos == "NOUN":
            return None
    return None


def _is_served(scene: Scene, place: int, after: int) -> bool:
    """Whether `de` and who acts for a state stand behind an aide: `conseiller spécial et ami |de M. X|`, `|du ministre|`, but not `de campagne`."""
    row = scene.row
    while place < after and row[place].pos in BESIDE:
        place += 1
    if place >= after or not scene.has("around.linking", row[place].text):
        return False
    place += 1
    while (
        place < after
        and scene.starting.get(place) is None
        and (scene.has("around.articles", row[place].text) or scene.has("around.titles", row[place].text))
    ):
        place += 1
    name = scene.starting.get(place)
    if name is not None:
        return name.type == "PER" and any(map(scene.register.is_state, scene.sides_of(name.actor or "")))
    place += place + 1 < after and row[place].pos == "ADJ"
    if place >= after:
        return False
    leader = scene.has("serving.served", scene.lexicon.calling(row[place].text))
    named = scene.starting.get(place + 1)
    theirs = named is not None and named.type == "PER" and any(map(scene.register.is_state, scene.sides_of(named.actor or "")))
    return leader or (_is_leader(scene, row[place]) and (theirs or _is_said(scene, place, after)))


def _is_bare(scene: Scene, noun: int, after: int) -> bool:
    """Whether nothing stands behind a noun but a state's adjective or a name: `le roi |d'Elbonie|`, but not `le roi de la fête`."""
    return all(
        scene.inside[place] is not None or token.pos in ("ADP", "DET") or scene.lexicon.demonym(token.text, scene.register) is not None
        for place, token in enumerate(scene.row[noun + 1 : after], noun + 1)
    )


def _is_of_private(scene: Scene, place: int) -> bool:
    """Whether a possessive here is of a body of no state, the last before it in its sentence: `la Ligue attend, selon |son président|`."""
    if not scene.has("around.ones_own", scene.row[place].text):
        return False
    for index in range(place - 1, scene.first_of_sentence(place) - 1, -1):
        name = scene.inside[index]
        if name is not None and name.type != "PER":
            return name.type == "ORG" and not any(map(public, (name.actor or "", *name.sides)))
        if name is None and scene.row[index].pos == "NOUN" and key(scene.row[index].text) in scene.lexicon.body_nouns:
            return True
    return False


def _is_sent(scene: Scene, place: int) -> bool:
    """Whether a state's adjective stands behind an envoy, whatever adjective between: `l'envoyé spécial |elbonien|`."""
    place += place + 1 < len(scene.row) and scene.row[place].pos == "ADJ" and scene.lexicon.demonym(scene.row[place].text, scene.register) is None
    state = scene.lexicon.demonym(scene.row[place].text, scene.register) if place < len(scene.row) else None
    return state is not None and scene.register.is_state(state)


def _is_leader(scene: Scene, word: Token) -> bool:
    """Whether it is a noun of who leads a state: `un conseiller du |roi| d'Elbonie`."""
    return scene.has("serving.alone", scene.lexicon.calling(word.text))


def _is_said(scene: Scene, place: int, after: int) -> bool:
    """Whether the words behind a noun say whose it is, by a state's adjective or name: `du service |elbonien|`."""
    adjective = place + 1 < after and scene.lexicon.demonym(scene.row[place + 1].text, scene.register) is not None
    names = (scene.starting.get(index) for index in range(place + 1, after))
    return adjective or any(name is not None and name.actor is not None and scene.register.is_state(name.actor) for name in names)


def _organ(scene: Scene, place: int, after: int) -> bool:
    """Whether a noun of a state's body stands here, behind `de` or `à`, or one for others, too, that is said to be a state's."""
    name, word = scene.starting.get(place), scene.row[place]
    known = name is not None and name.type == "ORG" and any(map(scene.register.is_state, (name.actor or "", *name.sides)))
    said = (scene.has("serving.said", key(word.text)) or _is_leader(scene, word)) and _is_said(scene, place, after)
    organ = scene.has("serving.organs", key(word.text)) or scene.has("serving.organs", word.lemma) or _is_of_states(scene, place)
    if not known and not said and not organ:
        return False
    before = place - 1
    while before > 0 and (scene.has("around.articles", scene.row[before].text) or scene.row[before].pos == "ADJ"):
        before -= 1
    return scene.row[before].pos == "ADP" or scene.has("around.contracted", scene.row[before].text)


def _is_of_states(scene: Scene, place: int) -> bool:
    """Whether the words here begin with the name of a body that all states have: `directeur de la |police nationale|`, not `l'|armée| du Salut`."""
    return _begins(scene, "serving.begun", place) or any(" " in words for words in begun(scene, place, "serving.bodies"))


def _told(scene: Scene, words: range, noun: int) -> tuple[set[str], bool]:
    """The states that the words say, and whether, where they say none, nothing in them is of another: a region, or a body unknown."""
    adjectives: list[str] = []
    owners: list[str] = []
    whole, calling = True, scene.lexicon.calling(scene.row[noun].text)
    if (one := scene.lexicon.words["states_of_offices"].get(calling)) is not None:
        return {one}, True
    last = words.stop < len(scene.row) and scene.row[words.stop].pos == "ADJ"
    for place in range(words.start, words.stop + last):
        name = scene.starting.get(place)
        if name is not None and name.type != "PER":
            state = _state_of(scene, name, town=scene.has("serving.posted", calling))
            posted = scene.has("around.places", scene.row[name.first - 1].text) or (
                scene.has("around.articles", scene.row[name.first - 1].text) and scene.has("around.places", scene.row[name.first - 2].text)
            )
            if state is not None and not posted:
                owners.append(state)
            whole = whole and (state is not None or posted or (name.type == "LOC" and scene.has("serving.posted", calling)))
        elif name is not None:
            owners += [side for side in scene.sides_of(name.actor or "") if scene.register.is_state(side)]
            whole = False
        elif scene.inside[place] is None:
            state = scene.lexicon.demonym(scene.row[place].text, scene.register)
            adjectives += [state] if state is not None and scene.register.is_state(state) else []
            whole = whole and not scene.has("untold.parts", scene.row[place].lemma)
    return set(adjectives[:1] or owners[:1] or _organ_told(scene, words)), whole


def _organ_told(scene: Scene, words: range) -> list[str]:
    """The state for which a body in the words stands, as the text has it there: `numéro deux |du gouvernement|`."""
    organs = {scene.row[place].start for place in words if scene.inside[place] is None and scene.has("serving.organs", key(scene.row[place].text))}
    meant = [((one.actor,) if one.actor else one.sides[:1]) for one in scene.references if one.span.start in organs]
    return [actor for actors in meant for actor in actors if scene.register.is_state(actor)]


def _state_of(scene: Scene, name: Named, *, town: bool) -> str | None:
    """The state that a name is or acts for; with `town` also whose capital it is."""
    actors = (name.actor or "", *name.sides)
    capital = scene.register.capital(name.text) if town else None
    return next((actor for actor in actors if scene.register.is_state(actor)), capital)
