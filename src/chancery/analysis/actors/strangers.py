"""People whom the text leaves without a name, though others were named by then: `le négociateur de la brigade`, then `le membre de la brigade`."""

from dataclasses import dataclass

from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.scene import Scene

NEAR = 150
"""Words back over which a stranger stands in the way."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """Someone without a name, as a noun brought them in."""

    place: int
    calling: str
    about: frozenset[str]
    """Whose they are, folded: `le négociateur du |GIGN|`."""
    met: frozenset[str]
    """The people who were named before, none of whom it is."""


class Strangers:
    """The people without a name of one document, as it is read from its beginning to its end."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: list[Stranger] = []

    def leave(self, phrase: Phrase) -> None:
        """Note that the phrase means someone without a name, of whom it tells whose they are."""
        met = frozenset(person.id for person in self._scene.people.values() if 0 <= person.last < phrase.noun)
        self._known.append(Stranger(phrase.noun, phrase.calling, phrase.about, met))

    def bar(self, phrase: Phrase, actor: str) -> bool:
        """Whether a stranger near by is of the same body or place and can be called so: then it is nobody who had been named before them."""
        return any(phrase.noun - one.place <= NEAR and actor in one.met and self._is_same(phrase, one) for one in self._known)

    def _is_same(self, phrase: Phrase, stranger: Stranger) -> bool:
        member = self._scene.has("callings.members", self._scene.row[phrase.noun].text)
        return bool(phrase.about & stranger.about) and (member or phrase.calling == stranger.calling)
