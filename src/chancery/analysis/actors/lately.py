"""Who did something in the last sentences before a role, by name or in other words: `|Le ministre français| a appelé Paul Roy.`"""

from collections.abc import Iterator, Sequence

from chancery.analysis.actors.protagonists import acts
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token

PERSON = "person:"


def acted(scene: Scene, actor: str, place: int, *, pronouns: bool = True) -> int:
    """The last sentence in which someone is a subject, of the one at the place and the one before; -1 where they are in neither."""
    here = scene.sentence_of[place]
    found = _subjects(scene, place, pronouns=pronouns)
    return max((number for meant, number in found if meant == actor and number >= here - 1), default=-1)


def subject_before(scene: Scene, place: int) -> str | None:
    """The one person who is a subject in the sentence, before the place, or in the one before where it opens there; None of several."""
    number = scene.sentence_of[place] - (place == scene.first_of_sentence(place))
    found = {meant for meant, other in _subjects(scene, place) if other == number and meant.startswith(PERSON)}
    return found.pop() if len(found) == 1 else None


def _subjects(scene: Scene, place: int, *, pronouns: bool = True) -> Iterator[tuple[str, int]]:
    """Who is a subject outside quotations before the place, named, called or as a pronoun, with the number of the sentence."""
    for name in scene.names:
        if name.actor is not None and name.first < place and not scene.quoted[name.first] and acts(scene, name):
            yield name.actor, scene.sentence_of[name.first]
    for first, after, meant in scene.pointed:
        stands = pronouns or scene.row[after - 1].pos != "PRON"
        if stands and first < place and not scene.quoted[first] and is_subject(scene.row[first:after]):
            yield meant, scene.sentence_of[first]


def is_subject(words: Sequence[Token]) -> bool:
    """Whether the head of a phrase is a subject, whichever of its words that is: `le Premier |ministre|`."""
    return any(word.dep.startswith("nsubj") and word.head not in words for word in words)
