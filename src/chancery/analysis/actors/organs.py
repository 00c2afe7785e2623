"""Whose state bodies are that the text calls by what all states have: `les |Forces armées|`, `le |ministère de la Santé|`."""

from collections.abc import Iterable

from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.owners import of_clause
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.untold import Untold
from chancery.analysis.tokens import Token
from chancery.register import fold
from chancery.span import Span

ORG = "org:"
LONGEST = 6
"""Words with which the name of a body begins that tell what it is, at most: `institut national de la santé |publique|`."""
TOWN = 3
"""Words of a town's name, at most."""


def serve_bodies(scene: Scene, untold: Untold) -> dict[str, tuple[str, ...]]:
    """Give such bodies the state that their words say, or else the one that the text tells of; whose each of them is.

    A court's is that of the others, where their words say it. Two states that the words say of bodies of one name are of two bodies: each has its
    own then, and what points to either has none.
    """
    found, bodies = dict[str, tuple[str, ...]](), _named(scene)
    courts = {state for names in bodies.values() for name in names if _is_court(scene, name) and (state := _said(scene, name)) is not None}
    for actor, names in bodies.items():
        said = {name.first: state for name in names if (state := _said(scene, name)) is not None}
        silent = [name for name in names if name.first not in said and (_may_be_untold(scene, name) or _begins(scene, name, "serving.only"))]
        told = {state for name in silent if (state := _told(scene, untold, name)) is not None and not (_is_court(scene, name) and courts - {state})}
        likely = {state for name in silent if (state := _likely(scene, untold, name)) is not None} if not told else set[str]()
        states = set(said.values()) or told or likely
        if len(states) == 1:
            found[actor] = _with_wholes(scene, states.pop())
        for name in (name for name in scene.names if name.actor == actor):
            name.sides = found.get(actor) or (_with_wholes(scene, said[name.first]) if name.first in said else ())
    return found


def serve_parts(scene: Scene) -> dict[str, tuple[str, ...]]:
    """Give the services whose names say of which known organ they are the state of that organ; whose each of them is."""
    found = dict[str, tuple[str, ...]]()
    for name in scene.names:
        silent = name.type == "ORG" and (name.actor or "").startswith(ORG) and not name.sides
        if silent and scene.has("serving.sections", key(scene.row[name.first].text)):
            sides = _of_organ(scene, name)
            found.update({name.actor or "": sides} if sides else {})
    for name in scene.names:
        name.sides = found.get(name.actor or "", name.sides)
    return found


def _of_organ(scene: Scene, name: Named) -> tuple[str, ...]:
    """For whom the organ acts with whose name another begins to end: `commission des prix de la |Banque de France|`."""
    for place in range(name.first + 2, name.after):
        before = scene.row[place - 1].text
        if scene.has("around.linking", before) or scene.has("around.articles", before):
            organ = scene.register.named(Span(scene.row[place].start, name.span.end).of(scene.document.text))
            if organ is not None and organ.startswith(ORG):
                return tuple(side for side in scene.register.sides(organ) if scene.register.is_state(side))
    return ()


def _is_court(scene: Scene, name: Named) -> bool:
    return scene.has("serving.courts", key(scene.row[name.first].text))


def _told(scene: Scene, untold: Untold, name: Named) -> str | None:
    """The state that the text tells of and that can have it; none where whoever is named before it in its sentence acts for others."""
    if _begins(scene, name, "serving.only"):
        return untold.own
    abroad, homely = _is_abroad(scene, name), _begins(scene, name, "serving.homely")
    state = untold.state(name.first, name.first, ours=not abroad and _begins(scene, name, "serving.ours"), wide=True)
    having = _having(scene, name)
    if (abroad and state == untold.own) or (state != untold.own and homely) or (having and state not in having):
        return None
    acting = _acting(scene, name)
    if state is None and acting == {untold.told(name.first, name.first)}:
        return acting.pop()
    return state if not acting or state in acting else None


def _likely(scene: Scene, untold: Untold, name: Named) -> str | None:
    """Where the text tells none, the one that its people act for, of whom it tells first, or the one of its states that has such a house, or home."""
    abroad, having = _is_abroad(scene, name), _having(scene, name)
    home = untold.own if untold.own in having else None
    state = untold.among(having, name.first) or home if having else untold.only or untold.near(name.first)
    if (abroad and state == untold.own) or (state != untold.own and _begins(scene, name, "serving.homely")):
        return None
    acting = _acting(scene, name)
    return state if not acting or state in acting else None


def _is_abroad(scene: Scene, name: Named) -> bool:
    """Whether a word of the name says that the press's own state has none so called: `tribunal |fédéral|`."""
    return any(scene.has("serving.abroad", token.text) for token in scene.row[name.first : name.after])


def _acting(scene: Scene, name: Named) -> set[str]:
    """The states for which those act who are named before it in its sentence."""
    before = (scene.starting.get(place) for place in range(scene.first_of_sentence(name.first), name.first))
    acting = {side for other in before if other is not None and other.type == "PER" for side in scene.sides_of(other.actor or "")}
    return {side for side in acting if scene.register.is_state(side)}


def _having(scene: Scene, name: Named) -> tuple[str, ...]:
    """The states that alone have a body of that name, the one that is mostly meant first: `Congrès`, `Sénat`; empty where all may."""
    words = (token for token in scene.row[name.first : name.after] if _state(scene, token.text) is None)
    return tuple(scene.lexicon.words["houses"].get(fold(spelled(token.text for token in words)), "").split())


def _with_wholes(scene: Scene, state: str) -> tuple[str, ...]:
    return state, *scene.register.sides(state)


def _named(scene: Scene) -> dict[str, list[Named]]:
    """The bodies of that kind whose state nothing else told, by actor, with their names."""
    named: dict[str, list[Named]] = {}
    for name in scene.names:
        if name.type != "ORG" or name.actor is None or name.actor not in (ORG + name.text, ORG + (scene.lexicon.called(name.text) or "")):
            continue
        ours = name.first > 0 and scene.has("pronouns.possessives", scene.row[name.first - 1].text)
        part = any(scene.has("untold.parts", token.lemma) for token in scene.row[name.first : name.after])
        if not ours and (not part or _begins(scene, name, "serving.only")) and _is_of_states(scene, name):
            named.setdefault(name.actor, []).append(name)
    return {actor: names for actor, names in named.items() if not any(name.sides for name in names)}


def _is_of_states(scene: Scene, name: Named) -> bool:
    """Whether all states have a body of that name, adjectives of states aside, or of a name that begins so."""
    words = scene.row[name.first : name.after]
    if any(_is_apart(scene, token) for token in words):
        return False
    rest = spelled(token.text for token in words if _state(scene, token.text) is None)
    adjective = any(_state(scene, token.text) is not None for token in words)
    begins = _begins(scene, name, "serving.begun") or (adjective and scene.has("serving.adjectived", key(words[0].text)))
    return begins or _is_under_ministry(scene, name) or scene.has("serving.bodies", rest)


def _is_apart(scene: Scene, token: Token) -> bool:
    """Whether a word of a body's name says that it is of no state: `tribunal |international|`, `cour |européenne|`."""
    body = scene.lexicon.demonym(token.text, scene.register)
    return scene.has("serving.apart", token.text) or (body is not None and not scene.register.is_state(body))


def _is_under_ministry(scene: Scene, name: Named) -> bool:
    """Whether the name of a service says the ministry that it is of: `Direction des routes du |ministère| des Transports`."""
    service = scene.has("serving.services", key(scene.row[name.first].text))
    return service and any(scene.has("untold.organs", key(token.text)) for token in scene.row[name.first + 1 : name.after])


def _begins(scene: Scene, name: Named, listed: str) -> bool:
    """Whether the name begins with words of a list, adjectives of states left out."""
    opening = scene.row[name.first].text
    first = name.first + (scene.has("around.articles", opening) or opening[0].isdecimal())  # `|La| cour d'appel`, a name whole; `|2e| régiment`
    words = [token for token in scene.row[first : name.after] if _state(scene, token.text) is None]
    return any(scene.has(listed, spelled(token.text for token in words[:size])) for size in range(1, min(LONGEST, len(words)) + 1))


def spelled(words: Iterable[str]) -> str:
    """The words as they are written in a list: `juge d'instruction`."""
    return " ".join(words).replace("' ", "'").replace("’ ", "'")


def _state(scene: Scene, word: str) -> str | None:
    """The state that an adjective is of."""
    state = scene.lexicon.demonym(word, scene.register)
    return state if state is not None and scene.register.is_state(state) else None


def _said(scene: Scene, name: Named) -> str | None:
    """The state of an adjective in the name or right behind it, of a capital in it, of the name that it is of, or with which its sentence opens."""
    row = scene.row
    words = [*row[name.first : name.after], *(token for token in row[name.after : name.after + 1] if token.pos == "ADJ")]
    adjective = next((state for token in words if (state := _state(scene, token.text)) is not None), None)
    article = name.first - (name.first > 0 and row[name.first - 1].pos == "DET")
    return adjective or _town(scene, name) or _governed(scene, name) or _ending(scene, name) or of_clause(scene, article)


def _ending(scene: Scene, name: Named) -> str | None:
    """The state with whose name, as the text has it elsewhere, the body's name ends: `ministère de la Santé d'|Elbonie|`."""
    last = scene.row[name.after - 1].text
    return next((other.actor for other in scene.names if other.text == last and other.actor and scene.register.is_state(other.actor)), None)


def _town(scene: Scene, name: Named) -> str | None:
    """The state of a capital or a town in the name or behind it: `le tribunal de grande instance |de Lyon|`, or the one in brackets there."""
    row, text, behind = scene.row, scene.document.text, _behind(scene, name)
    end = behind.after if behind is not None else name.after
    capital = next((state for token in row[name.first + 1 : end] if (state := scene.register.capital(token.text)) is not None), None)
    spans = ((first, first + size) for size in reversed(range(TOWN)) for first in range(name.first + 1, end - size))
    towns = (text[row[first].start : row[last].end] for first, last in spans if row[first].text[0].isupper())
    town = next((state for said in towns if (state := scene.lexicon.towns.get(fold(said))) is not None), None)
    return capital or town or _bracketed(scene, end)


def _bracketed(scene: Scene, place: int) -> str | None:
    """The state that stands alone in brackets here: `le tribunal de Mornes |(Elbonie)|`."""
    row, name = scene.row, scene.starting.get(place + 1)
    alone = name is not None and name.after < len(row) and row[place].text == "(" and row[name.after].text == ")"
    return name.actor if alone and name is not None and name.actor and scene.register.is_state(name.actor) else None


def _governed(scene: Scene, name: Named) -> str | None:
    """The state behind the name, or that governs the place or by the movement named there: `le ministère de la Santé |de Gaza|`."""
    behind = _behind(scene, name)
    governs: dict[str, str] = scene.lexicon.words["governed"]
    words = (
        scene.row[name.after - 1].text,
        behind.text if behind is not None else "",
        *(token.text for token in scene.row[name.after + 1 : name.after + 2]),
    )
    governed = next((state for word in words if (state := governs.get(fold(word))) is not None), None)
    return governed or (behind.actor if behind is not None and behind.actor is not None and scene.register.is_state(behind.actor) else None)


def _behind(scene: Scene, name: Named) -> Named | None:
    """The name behind `de` or `à` that a body's name is followed by."""
    row, place = scene.row, name.after
    if place >= len(row) or not (scene.has("around.linking", row[place].text) or scene.has("around.places", row[place].text)):
        return None
    place += 1
    while place < min(len(row), name.after + 2) and scene.has("around.articles", row[place].text) and place not in scene.starting:
        place += 1
    return scene.starting.get(place)


def _may_be_untold(scene: Scene, name: Named) -> bool:
    """Whether the words leave it to the text whose the body is: nothing unknown stands behind `de`."""
    behind = _behind(scene, name)
    return behind is None or not scene.has("around.linking", scene.row[name.after].text)
