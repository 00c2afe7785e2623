"""Who did something in the last sentences before a role, by name or in other words: `|Le ministre français| a appelé Paul Roy.`"""

from collections.abc import Iterator, Sequence

from chancery.analysis.actors.protagonists import acts
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token


def acted(scene: Scene, actor: str, place: int) -> int:
    """The last sentence in which someone is a subject, of the one at the place and the one before; -1 where they are in neither."""
    here = scene.sentence_of[place]
    return max((number for number in _sentences(scene, actor, place) if number >= here - 1), default=-1)


def _sentences(scene: Scene, actor: str, place: int) -> Iterator[int]:
    """The sentences outside quotations before the place in which someone is a subject, named, called or as a pronoun."""
    for name in scene.names:
        if name.actor == actor and name.first < place and not scene.quoted[name.first] and acts(scene, name):
            yield scene.sentence_of[name.first]
    for first, after, meant in scene.pointed:
        if meant == actor and first < place and not scene.quoted[first] and is_subject(scene.row[first:after]):
            yield scene.sentence_of[first]


def is_subject(words: Sequence[Token]) -> bool:
    """Whether the head of a phrase is a subject, whichever of its words that is: `le Premier |ministre|`."""
    return any(word.dep.startswith("nsubj") and word.head not in words for word in words)
