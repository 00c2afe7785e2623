"""Who holds in another state the office of whoever acts: `Paul Roy a reçu |son homologue français|`."""

from chancery.analysis.actors.lately import subject_before
from chancery.analysis.actors.lexicon import Role
from chancery.analysis.actors.scene import Scene
from chancery.analysis.actors.titles import Title

LOOSE = "head_of_government"
"""The kind of office whose holders are likened to whoever leads another state, be it as its head."""
STYLED = "head_of_state"
"""The kind of office whose holders are counterparts only if they are called alike: no president is a king's."""


def counterpart(scene: Scene, title: Title, role: Role, owner: str) -> str | None:
    """The register's holder on the day; None where it is not clear whose counterpart is meant, or of which office."""
    if not role.same or not scene.has("around.ones_own", title.determiner):
        return None
    actor = subject_before(scene, title.first)
    known = set(scene.sides_of(actor)) if actor is not None else set[str]()
    if actor is None or owner in known:
        return None
    kinds = (scene.person(actor).kinds & set(role.kinds)) - {LOOSE}
    found = {holder.id for kind in kinds if _alike(scene, known, owner, kind) and (holder := scene.register.holder(f"{owner}.{kind}", scene.on))}
    return next(iter(found)) if len(found) == 1 and _agrees(scene, title, owner, next(iter(found))) else None


def of_private(scene: Scene, title: Title) -> bool:
    """Whether someone who acts for no state or body is likened: `Paul Roy, patron d'un club, écrit à |son homologue français|`."""
    if not title.roles or not all(role.same for role in title.roles) or not scene.has("around.ones_own", title.determiner):
        return False
    actor = subject_before(scene, title.first)
    return actor is not None and not scene.sides_of(actor) and not scene.person(actor).kinds and not scene.register.offices_of(actor)


def _agrees(scene: Scene, title: Title, owner: str, actor: str) -> bool:
    """Whether the adjective of the state is not of the other gender: `son homologue |italienne|` is no man."""
    forms = {gender: scene.register.adjective(owner, feminine=gender == "f") for gender in "mf"}
    said = {gender for gender, form in forms.items() for token in scene.row[title.word : title.after] if form == token.text}
    return not said or scene.register.gender(actor) in ("", *said)


def _alike(scene: Scene, sides: set[str], owner: str, kind: str) -> bool:
    """Whether the offices of both are called alike, where that tells them apart."""
    theirs, other = {scene.register.office(f"{side}.{kind}") for side in sides} - {None}, scene.register.office(f"{owner}.{kind}")
    return kind != STYLED or (other is not None and any(office is not None and office.style == other.style for office in theirs))
