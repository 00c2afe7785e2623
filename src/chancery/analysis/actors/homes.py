"""The one state that a text is about, whose government `le gouvernement` is where the text does not say."""

from collections import Counter
from collections.abc import Iterator

from chancery.analysis.actors.headlines import lead
from chancery.analysis.actors.scene import Scene


def home(scene: Scene) -> str | None:
    """The state that alone is named in the headline and the first words below it, and in the whole text more often than any other; else None.

    Names of states, demonyms and, at the head, the people and bodies of a state count; quotations aside.
    """
    opening = opening_states(scene)
    if len(opening) != 1:
        return None
    state = next(iter(opening))
    counts = Counter(other for _, other in named_states(scene, sides=False))
    return state if counts[state] and all(counts[other] < counts[state] for other in counts if other != state) else None


def opening_states(scene: Scene) -> set[str]:
    """The states that are named in the headline and the first words below it, their people and bodies included."""
    first = lead(scene)
    if first < 0:
        return set()
    until = scene.row[scene.after_sentence(first) - 1].end
    return {state for place, state in named_states(scene) if place < until}


def named_states(scene: Scene, *, sides: bool = True) -> Iterator[tuple[int, str]]:
    """Where the text names which state, as code points; with `sides` also by its people and bodies."""
    for name in scene.names:
        own = (name.actor,) if name.actor else ()
        theirs = scene.sides_of(name.actor) if sides and name.actor and name.actor.startswith("person:") else name.sides if sides else ()
        for actor in (*own, *theirs):
            if not scene.quoted[name.first] and scene.register.is_state(actor):
                yield name.span.start, actor
    for reference in scene.references:
        if reference.actor and scene.register.is_state(reference.actor):
            yield reference.span.start, reference.actor
    yield from scene.inhabitants
