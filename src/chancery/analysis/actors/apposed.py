"""Bodies that the words behind their name say to be a state's organ: `le Coastal Office (CO), |l'agence de surveillance elbonienne|,`."""

from chancery.analysis.actors.alongside import closes, finite
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.scene import Named, Scene

ORG = "org:"
LONGEST = 9
"""Words of such an apposition, at most."""
ENDS = frozenset(("PUNCT", "VERB", "AUX", "PRON", "SCONJ", "CCONJ"))
"""Parts of speech that end it."""


def serve_apposed(scene: Scene) -> dict[str, tuple[str, ...]]:
    """Give such bodies, wherever they are named, the one state that their appositions say; whose each of them is."""
    said = dict[str, set[str]]()
    for name in scene.names:
        if name.type == "ORG" and (name.actor or "").startswith(ORG) and not name.sides and not scene.lexicon.taken_up(name.text):
            said.setdefault(name.actor or "", set()).update(_said(scene, name))
    found = {actor: (state, *scene.register.sides(state)) for actor, states in said.items() if len(states) == 1 for state in states}
    for name in scene.names:
        name.sides = found.get(name.actor or "", name.sides)
    return found


def _said(scene: Scene, name: Named) -> set[str]:
    """The state whose organ the words behind a name and its comma are; none where they are the subject of a verb, or of a private kind."""
    row, comma = scene.row, past_short(scene, name)
    noun = comma + 1 + (comma + 1 < len(row) and row[comma + 1].pos == "DET")
    if noun > comma + 1 and _sets_out(scene, name):
        return set()
    if noun >= len(row) or row[comma].text != "," or row[noun].dep.startswith("nsubj") or not _is_organ(scene, noun):
        return set()
    after = next((place for place in range(noun + 1, noun + LONGEST) if place >= len(row) or row[place].pos in ENDS), noun)
    words = row[noun + 1 : after]
    if not words or not closes(scene, after) or any(scene.has("apposed.private", token.text) for token in words):
        return set()
    states = (scene.lexicon.demonym(token.text, scene.register) for token in words if token.pos == "ADJ")
    return {state for state in states if state is not None and scene.register.is_state(state)}


def _sets_out(scene: Scene, name: Named) -> bool:
    """Whether the words up to the name may only set out what is told of others: `Selon l'|Elbonian Herald|, la police elbonienne`."""
    first = scene.first_of_sentence(name.first)
    opening = name.first - first > 1 or (name.first > first and scene.row[first].pos != "DET")
    return opening and not any(finite(scene, place) for place in range(first, name.first))


def _is_organ(scene: Scene, place: int) -> bool:
    noun = key(scene.row[place].text)
    return scene.row[place].pos == "NOUN" and (scene.has("serving.organs", noun) or scene.has("serving.said", noun))


def past_short(scene: Scene, name: Named) -> int:
    """The word behind a name, its short one in brackets included: `l'Elbonian Water Office |(EWO)|, agence elbonienne,`."""
    row, short = scene.row, scene.starting.get(name.after + 1)
    if short is None or short.actor != name.actor or short.after >= len(row):
        return min(name.after, len(row) - 1)
    return short.after + 1 if (row[name.after].text, row[short.after].text) == ("(", ")") else name.after
