"""Whose words a quotation is, where an inverted clause or `selon` names them by a pronoun: `« ... », a-t-elle dit`, `selon lui`."""

from collections.abc import Mapping, Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import Met, is_person, nearest, unglued
from chancery.analysis.actors.scene import Scene

FAR_TOLD, FAR = 1, 3
"""Sentences back over which someone without a name, or a body, is found; how much nearer a body must be than a person."""
ENDING = frozenset(":.!?…-–—")
"""Signs behind which other words begin than those a name is part of."""


class Tellers:
    """Who is meant by a pronoun that tells whose words were said: a person who is or was a subject, the nearest, one that spoke before if several.

    Else a body that spoke, else any person met. Someone without a name who spoke stands in the way of those before.
    """

    def __init__(self, scene: Scene, before: Sequence[Met], spoken: Mapping[str, int]) -> None:
        """`before` are those met so far, `spoken` how often each actor spoke."""
        self._scene, self._before, self._spoken = scene, before, spoken

    def of(self, asked: Asked) -> Met | None:
        """Who is meant; None where nobody or two could be."""
        place = asked.place
        fitting = [met for met in self._before if met.plural == asked.plural and met.gender in ("", asked.gender)]
        fitting = [met for met in fitting if not met.quoted and not self._told_of(met, place)]
        if asked.plural:
            return _several([met for met in fitting if met.subject], self._scene)
        known = [met for met in fitting if met.known]
        told = [met for met in fitting if met.subject and (is_person(met) or (met.human and (met.spoke or self._last_told(met, place))))]
        bodies = [met for met in known if met.spoke and not is_person(met) and self._near(met, place)]
        near = self._protagonist(place, unglued(self._scene, nearest(told), told), told)
        if told and near is None:
            return None  # two of one sentence could be meant
        if bodies and (near is None or near.sentence < bodies[-1].sentence - FAR):
            return bodies[-1]
        return near or nearest([met for met in known if is_person(met)])

    def _last_told(self, met: Met, place: int) -> bool:
        """Whether someone without a name is the subject of the sentence right before a quotation, which may well be theirs."""
        return self._inset(place) and met.actor is None and met.sentence >= self._scene.sentence_of[place] - FAR_TOLD

    def _told_of(self, met: Met, place: int) -> bool:
        """Whether someone is named in the words that the pronoun says: `Anna Roy « a tort », a-t-elle dit` is another's."""
        scene = self._scene
        inset = self._inset(place) and met.sentence == scene.sentence_of[place] and met.place in scene.starting
        return inset and not met.spoke and met.subject and not ENDING & set(scene.document.text[scene.row[met.place].end : scene.row[place].start])

    def _near(self, met: Met, place: int) -> bool:
        """Whether a body is near enough to be meant; behind a quotation, only one that spoke right before it is."""
        return not self._inset(place) or met.sentence >= self._scene.sentence_of[place] - FAR_TOLD

    def _protagonist(self, place: int, near: Met | None, told: list[Met]) -> Met | None:
        """Who spoke twice before, behind a quotation that opens a paragraph, where the nearest was only told of and never spoke."""
        scene = self._scene
        if near is None or near.actor in self._spoken or not self._inset(place):
            return near
        spoke = [met for met in told if met.spoke and self._spoken.get(met.actor or "", 0) > 1]
        apart = "\n" in scene.document.text[scene.row[near.place].end : scene.row[place].start]
        return spoke[-1] if spoke and apart and not near.spoke else near

    def _inset(self, place: int) -> bool:
        return self._scene.row[place].text.startswith("-")


def _several(subjects: list[Met], scene: Scene) -> Met | None:
    """Who speaks as `they`: the last subject, or the last body where that one is unknown; `les sept pays` may be a body's, never a people."""
    last = nearest(subjects)
    if last is not None and last.known:
        return last
    return nearest([met for met in subjects if (met.actor and not scene.register.is_state(met.actor)) or (met.sides and not met.actor)])
