"""Who did something in the last sentences before a role, by name or in other words: `|Le ministre français| a appelé Paul Roy.`"""

from collections.abc import Iterator, Sequence

from chancery.analysis.actors.protagonists import acts
from chancery.analysis.actors.scene import Scene
from chancery.analysis.tokens import Token

PERSON = "person:"
NEVER = -1
"""The sentence of who is in none of them."""


def acting(scene: Scene, place: int, *, pronouns: bool = True) -> dict[str, int]:
    """Who is a subject in the sentence of the place, before it, or in the one before, with the last sentence of each."""
    found: dict[str, int] = {}
    for meant, number in _subjects(scene, place, pronouns=pronouns):
        found[meant] = max(number, found.get(meant, NEVER))
    return found


def subject_before(scene: Scene, place: int) -> str | None:
    """The one person who is a subject in the sentence, before the place, or in the one before where it opens there; None of several."""
    number = scene.sentence_of[place] - (place == scene.first_of_sentence(place))
    found = {meant for meant, other in _subjects(scene, place) if other == number and meant.startswith(PERSON)}
    return found.pop() if len(found) == 1 else None


def state_before(scene: Scene, place: int) -> str | None:
    """The one state that is a subject, outside quotations, in the sentence before the place, or in the one before where none is there."""
    here, found = scene.sentence_of[place], dict[int, set[str]]()
    for meant, number in (*_subjects(scene, place), *_opening(scene, place)):
        if scene.register.is_state(meant):
            found.setdefault(number, set()).add(meant)
    last = found.get(here) or found.get(here - 1) or set()
    return last.pop() if len(last) == 1 else None


def _opening(scene: Scene, place: int) -> Iterator[tuple[str, int]]:
    """Who is named there before any verb without a preposition, and is a subject though the parser erred: `Plus prudente, |l'Elbonie|, ...`."""
    first = scene.first_of_sentence(place)
    for start in {first, scene.first_of_sentence(first - 1) if first else first}:
        for index in range(start, min(scene.after_sentence(start), place)):
            if scene.row[index].pos in ("VERB", "AUX", "ADP"):
                break
            name = scene.starting.get(index)
            if name is not None and name.actor is not None and not scene.quoted[index]:
                yield name.actor, scene.sentence_of[index]


def _subjects(scene: Scene, place: int, *, pronouns: bool = True) -> Iterator[tuple[str, int]]:
    """Who is a subject there outside quotations, named, called or as a pronoun, with the number of the sentence; looks no farther back."""
    here, first = scene.sentence_of[place], scene.first_of_sentence(place)
    start = scene.first_of_sentence(first - 1) if first else first
    for name in (scene.starting.get(index) for index in range(start, place)):
        if name is not None and name.actor is not None and not scene.quoted[name.first] and acts(scene, name):
            yield name.actor, scene.sentence_of[name.first]
    for begin, after, meant in reversed(scene.pointed):
        if scene.sentence_of[begin] < here - 1:
            return
        stands = pronouns or scene.row[after - 1].pos != "PRON"
        if stands and begin < place and not scene.quoted[begin] and is_subject(scene.row[begin:after]):
            yield meant, scene.sentence_of[begin]


def is_subject(words: Sequence[Token]) -> bool:
    """Whether the head of a phrase is a subject, whichever of its words that is: `le Premier |ministre|`."""
    return any(word.dep.startswith("nsubj") and word.head not in words for word in words)
