"""Whose words a quotation is where several speak, or where no person was met: `« ... », ont-ils dit`, `selon elle`."""

from collections.abc import Sequence

from chancery.analysis.actors.asked import Asked
from chancery.analysis.actors.met import Met, is_person, nearest
from chancery.analysis.actors.scene import Scene

FAR_TOLD = 1
"""Sentences back over which a body that spoke is found behind a quotation."""


def teller(scene: Scene, before: Sequence[Met], asked: Asked) -> Met | None:
    """Who speaks as `they`, or the body that spoke last; None where nobody can be told. `before` are those met so far."""
    fitting = [met for met in before if met.plural == asked.plural and met.gender in ("", asked.gender) and not met.quoted]
    if asked.plural:
        return _several([met for met in fitting if met.subject], scene)
    near = asked.sentence - FAR_TOLD if scene.row[asked.place].text.startswith("-") else 0
    return next((met for met in reversed(fitting) if met.known and met.spoke and not is_person(met) and met.sentence >= near), None)


def _several(subjects: list[Met], scene: Scene) -> Met | None:
    """The last subject, or the last body where that one is unknown; `les sept pays` may be a body's, never a people."""
    last = nearest(subjects)
    if last is not None and last.known:
        return last
    return nearest([met for met in subjects if (met.actor and not scene.register.is_state(met.actor)) or (met.sides and not met.actor)])
