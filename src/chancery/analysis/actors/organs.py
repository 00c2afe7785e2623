"""Whose state bodies are that the text calls by what all states have: `les |Forces armées|`, `le |ministère de la Santé|`."""

from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.owners import of_clause
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.untold import Untold
from chancery.register import fold

ORG = "org:"


def serve_bodies(scene: Scene, untold: Untold) -> dict[str, tuple[str, ...]]:
    """Give such bodies the state that their words say, or else the one that the text tells of; whose each of them is.

    Two states that the words say of bodies of one name are of two bodies: each has its own then, and what points to either has none.
    """
    found = dict[str, tuple[str, ...]]()
    for actor, names in _named(scene).items():
        said = {name.first: state for name in names if (state := _said(scene, name)) is not None}
        silent = (name for name in names if name.first not in said and _may_be_untold(scene, name))
        told = {state for name in silent if (state := _told(scene, untold, name)) is not None}
        states = set(said.values()) or told
        if len(states) == 1:
            found[actor] = _with_wholes(scene, states.pop())
        for name in (name for name in scene.names if name.actor == actor):
            name.sides = found.get(actor) or (_with_wholes(scene, said[name.first]) if name.first in said else ())
    return found


def _told(scene: Scene, untold: Untold, name: Named) -> str | None:
    """The state that the text tells of; none where whoever is named before it in its sentence acts for others."""
    state = untold.state(name.first, name.first, ours=scene.has("serving.ours", name.text), wide=True)
    before = (scene.starting.get(place) for place in range(scene.first_of_sentence(name.first), name.first))
    acting = {side for other in before if other is not None and other.type == "PER" for side in scene.sides_of(other.actor or "")}
    acting = {side for side in acting if scene.register.is_state(side)}
    if state is None and acting == {untold.told(name.first, name.first)}:
        return acting.pop()
    return state if not acting or state in acting else None


def _with_wholes(scene: Scene, state: str) -> tuple[str, ...]:
    return state, *scene.register.sides(state)


def _named(scene: Scene) -> dict[str, list[Named]]:
    """The bodies of that kind whose state nothing else told, by actor, with their names."""
    named: dict[str, list[Named]] = {}
    for name in scene.names:
        ours = name.first > 0 and scene.has("pronouns.possessives", scene.row[name.first - 1].text)
        part = any(scene.has("untold.parts", token.lemma) for token in scene.row[name.first : name.after])
        if name.type == "ORG" and name.actor == f"{ORG}{name.text}" and _is_of_states(scene, name) and not ours and not part:
            named.setdefault(name.actor, []).append(name)
    return {actor: names for actor, names in named.items() if not any(name.sides for name in names)}


def _is_of_states(scene: Scene, name: Named) -> bool:
    """Whether all states have a body of that name, adjectives of states aside, or of a name that begins so."""
    words = scene.row[name.first : name.after]
    rest = " ".join(token.text for token in words if _state(scene, token.text) is None).replace("' ", "'").replace("’ ", "'")
    adjective = any(_state(scene, token.text) is not None for token in words)
    begins = scene.has("serving.ministries", words[0].text) or (adjective and scene.has("serving.adjectived", key(words[0].text)))
    return begins or scene.has("serving.bodies", rest)


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
    capital = next((state for token in row[name.first + 1 : name.after] if (state := scene.register.capital(token.text)) is not None), None)
    return adjective or capital or _governed(scene, name) or of_clause(scene, article)


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
