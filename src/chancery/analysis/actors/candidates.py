"""Whom a pronoun could stand for."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.barred import barred
from chancery.analysis.actors.clausal import asker, quoting, saying
from chancery.analysis.actors.met import BESIDE, Met
from chancery.analysis.actors.ranking import NOBODY, Candidate
from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.actors.signs import Signs
from chancery.analysis.actors.silent import only_tells
from chancery.analysis.tokens import Token

OBJECTS = ("obj", "iobj", "obl", "obl:arg")
CHAINED = ("conj", "xcomp")
"""Relations by which a verb goes on with the clause of another."""


def candidates(scene: Scene, asked: Asked, before: Sequence[Met], spoken: Mapping[str, int], silent: frozenset[str] = frozenset()) -> list[Candidate]:
    """All of that gender and number that were met before, each once, and nobody last; alone where no person nor a body that was a subject is there.

    Those who are silent are left out: the words are about them.
    """
    fitting: dict[object, list[Met]] = {}
    told = {quoting(scene, asked), saying(scene, asked, before), asker(scene, asked)} - {None}
    out = silent | _objects(scene, asked) | barred(scene, asked) | told
    for met in before if asked.speaks else (met for met in before if not only_tells(scene, met)):
        if met.plural == asked.plural and met.gender in ("", asked.gender) and met.actor not in out:
            fitting.setdefault((met.actor, met.sides if met.actor is None else ()) if met.known else met.place, []).append(met)
    if not any(met.known and (met.kind == "person" or met.subject) for mets in fitting.values() for met in mets):
        return [Candidate(NOBODY, ())]  # `En Suède, |il| attend`: bodies that never acted
    signs = Signs(scene, asked, before, list(fitting.values()), spoken)
    found = [Candidate(mets[0].kind, tuple(signs.of(mets)), mets[0].actor, mets[0].sides) for mets in fitting.values()]
    return [*found, Candidate(NOBODY, tuple(signs.of_nobody()))]


def _objects(scene: Scene, asked: Asked) -> frozenset[str | None]:
    """Who is named as what the verb governs: its subject pronoun does not mean them (principle B of binding theory; Chomsky 1981)."""
    if asked.manner == "inset":
        return frozenset()
    modified = (name.actor for name in _named(scene, asked.place) if _is_modified(asked.verb, scene.row[name.first]))
    return frozenset((*governed(scene, asked.place, asked.verb, len(scene.row)), *(() if _told(scene, asked.place) else modified)))


def governed(scene: Scene, place: int, verb: Token, reach: int) -> Iterator[str | None]:
    """Who is named behind the place and the verb, within so many words, as what the verb governs: `le maire a reçu |Anna Roy|`."""
    behind = (name for name in _named(scene, place) if place < name.first <= place + reach and scene.row[name.first].start > verb.start)
    return (name.actor for name in behind if _governs(verb, scene.row[name.first]))


def _named(scene: Scene, place: int) -> list[Named]:
    """The names of the sentence that have an actor."""
    first, after = (bisect_left(scene.names, index, key=_first) for index in (scene.first_of_sentence(place), scene.after_sentence(place)))
    return [name for name in scene.names[first:after] if name.actor]


def _first(name: Named) -> int:
    return name.first


def _told(scene: Scene, place: int) -> bool:
    """Whether `que` without a comma stands before the pronoun, which may as well open what is told: `dit à Anna Roy |qu'elle| part`."""
    return place > 1 and scene.has("pronouns.links", scene.row[place - 1].text) and scene.row[place - 2].text != ","


def _is_modified(verb: Token, token: Token) -> bool:
    """Whether the verb is of a relative clause of that name, whose subject is another then: `|Anna Roy|, dont elle est l'amie`."""
    while verb.dep in CHAINED and verb.head is not verb:
        verb = verb.head
    if verb.dep != "acl:relcl":
        return False
    while token is not verb.head and token.dep.partition(":")[0] in BESIDE and token.head is not token and token.child("case") is None:
        token = token.head
    return token is verb.head


def _governs(verb: Token, token: Token) -> bool:
    """Whether the token is an object of the verb, by itself or as the name of one: `a reçu |Anna Roy|`, `a reçu la ministre |Anna Roy|`."""
    while token.dep.partition(":")[0] in BESIDE and token.head is not token and token.child("case") is None:
        token = token.head
    return token.head is verb and token.dep in OBJECTS
