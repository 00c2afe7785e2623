"""References to what a state acts by, its government, authorities, army or courts, and pronouns for these: they stand for the state."""

from bisect import bisect_left
from dataclasses import replace

from chancery.analysis.actors.governing import governor
from chancery.analysis.actors.lexicon import key
from chancery.analysis.actors.met import source
from chancery.analysis.actors.scene import Scene
from chancery.analysis.analysis import Reference

ACTING = ("nsubj", "obl:agent")
"""Relations of whoever does what a verb tells; a passive's subject is another."""


def stand_for_states(scene: Scene) -> None:
    """Give the state's id to references of that kind which have one state as their side and no actor of their own."""
    starts = [token.start for token in scene.row]
    stood: dict[tuple[str, ...], bool] = {}
    order = sorted(range(len(scene.references)), key=lambda number: scene.references[number].span)
    for number in order:
        reference = scene.references[number]
        if reference.actor is not None or reference.candidates or not _of_one_state(scene, reference):
            continue
        first = bisect_left(starts, reference.span.start)
        after = max(first + 1, bisect_left(starts, reference.span.end))
        pronoun = all(token.pos == "PRON" for token in scene.row[first:after])
        if not pronoun:
            stood[reference.sides] = _stands(scene, first, after)
        if stood.get(reference.sides, False):
            state, *wholes = reference.sides
            scene.references[number] = replace(reference, actor=state, sides=tuple(wholes))


def _of_one_state(scene: Scene, reference: Reference) -> bool:
    """Whether the sides are one state, and at most what that is part of."""
    state, *wholes = reference.sides or ("",)
    return scene.register.is_state(state) and not any(map(scene.register.is_state, wholes))


def _stands(scene: Scene, first: int, after: int) -> bool:
    """Whether the words are of the state's own power, not of one among several: `les autorités`, but not `un gouvernement`, `de gouvernement`."""
    before = scene.row[first - 1] if first and scene.row[first].pos != "DET" else None
    bare = before is not None and before.pos == "ADP" and (scene.has("around.bare", before.text) or not scene.has("around.contracted", before.text))
    if bare and after - first == 1:
        return False  # but `sous administration elbonienne`
    some = False
    for place in range(max(0, first - 1), after):
        token = scene.row[place]
        if place < first and token.pos != "DET":
            continue
        if token.pos == "NUM":
            return False
        some = some or token.morph.get("Definite") == "Ind"
        word, plural = key(token.text), token.morph.get("Number") == "Plur"
        if plural and scene.has("collectives.several", word):
            return not of_city(scene, place, after)
        if scene.has("collectives.standing", word):
            return not some and not plural and not of_city(scene, place, after)
        if scene.has("collectives.doing", word):
            return not some and (token.dep in ACTING or source(scene, place) or (first < place and _is_dealt_with(scene, first)))
        if token.pos in ("NOUN", "PROPN"):
            return False
    return False


def _is_dealt_with(scene: Scene, first: int) -> bool:
    """Whether the words before show that a house that states have acts or tells something: `avec |l'ambassade|`, `le site de |l'ambassade|`."""
    before = scene.row[first - 1] if first else None
    if before is None or before.pos != "ADP":
        return False
    noun = governor(scene, first - 1) if scene.has("around.linking", before.text) else None
    told = noun is not None and (scene.has("collectives.voices", noun.lemma) or scene.has("capitals.speakers", noun.text))
    return told or scene.has("collectives.acting", before.text)


def of_city(scene: Scene, noun: int, after: int) -> bool:
    """Whether the words from a noun on are of what a city has too, by the name of a capital that does not act: `la police de |Rome|`."""
    names = (scene.starting.get(place) for place in range(noun, after))
    city = any(name is not None and name.actor is None and scene.register.capital(name.text) is not None for name in names)
    return city and scene.has("collectives.local", key(scene.row[noun].text))
