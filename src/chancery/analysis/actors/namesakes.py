"""Names of several people, and of someone else of the same surname: `les deux Anna`; `Monsieur Li, un éleveur de 31 ans`, and `Li Wei, 61 ans`."""

from collections.abc import Iterable
from itertools import pairwise, takewhile

from chancery.analysis.actors.phrases import WAS, Phrase
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import fold

AGED = 11
"""Words behind a name within which an age stands: `, un jeune éleveur de serpents de 31 ans`."""


def several(scene: Scene, name: Named) -> bool:
    """Whether the words before say that it is of more than one: a family (`les Roy`), namesakes (`les deux Anna`)."""
    before = scene.row[name.first - 1] if name.first else None
    counted = before is not None and before.pos == "NUM" and name.first > 1 and scene.has("around.peoples", scene.row[name.first - 2].text)
    return before is not None and (counted or scene.has("around.peoples", before.text))


def otherwise_aged(scene: Scene, name: Named, id_: str) -> bool:
    """Whether the text brings in someone of the same surname by another age: `Monsieur |Li|, un éleveur de 31 ans`; `Li Wei, 61 ans`."""
    own = _age(scene, name)
    if own is None:
        return False
    whole = fold(id_.partition(":")[2])
    told = {_age(scene, other) for other in scene.names if fold(other.text) == whole} - {None}
    return bool(told) and own not in told


def private(scene: Scene, introduced: Iterable[tuple[Phrase, str]]) -> set[str]:
    """Those whom the text calls private people, and by no office, where the register knows one of the name by offices that many hold alone."""
    called = dict[str, set[str]]()
    for phrase, actor in introduced:
        called.setdefault(actor, set()).add(fold(phrase.calling.removeprefix(WAS)))
    alone = {
        actor for actor, nouns in called.items() if nouns & scene.lexicon.sets["namesakes.private"] and not any(map(scene.lexicon.serving.get, nouns))
    }
    return {actor for actor in alone if all(scene.register.is_of_many(term.office) for term in scene.register.terms(actor))}


def _age(scene: Scene, name: Named) -> int | None:
    """The age right behind a name, or that an apposition to it ends with."""
    behind = scene.row[name.after : name.after + AGED]
    if not behind or behind[0].text not in (",", "("):
        return None
    inside = list(takewhile(lambda token: token.pos != "PUNCT", behind[1:]))
    return next((int(one.text) for one, two in pairwise(inside) if one.text.isdecimal() and scene.has("callings.ages", two.text)), None)
