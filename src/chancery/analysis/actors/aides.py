"""Whom the aides of those in office act for: `le ministre elbonien Paul Roy et |son adjoint Karl Tardyk|`."""

from chancery.analysis.actors.lately import subject_before
from chancery.analysis.actors.scene import Scene


def state_served(scene: Scene, words: range) -> str | None:
    """The state for which the one whose aide such words with a possessive make somebody acts; None where it is not clear whose."""
    if not scene.has("around.ones_own", scene.row[words.start].text) or not _is_aide(scene, words):
        return None
    states = [side for side in _owner(scene, words.start) if scene.register.is_state(side)]
    return states[0] if len(states) == 1 else None


def _is_aide(scene: Scene, words: range) -> bool:
    """Whether the noun is one for an aide, by itself or by the office behind it: `son directeur de |cabinet|`."""
    noun = next((place for place in words if scene.row[place].pos == "NOUN"), None)
    if noun is None:
        return False
    calling, office = scene.lexicon.calling(scene.row[noun].text), scene.row[noun + 2 : noun + 3]
    staff = bool(office) and scene.has("around.linking", scene.row[noun + 1].text) and scene.has("serving.staff", office[0].text)
    return scene.has("serving.assistants", calling) or (staff and scene.has("serving.heads", calling))


def _owner(scene: Scene, place: int) -> tuple[str, ...]:
    """The sides of who stands right before a conjunction there, else of the one subject before; nothing of who only sits in a house."""
    joined = scene.row[place - 1] if place > 1 else None
    if joined is not None and joined.pos == "CCONJ":
        end = scene.row[place - 2].end
        name = scene.inside[place - 2]
        if name is not None:
            return _sides(scene, name.actor) if name.type == "PER" else ()
        roles = [one for one in scene.references if one.span.end == end and one.span.start < scene.row[place - 2].start]
        return max(roles, key=lambda one: len(one.span)).sides if roles else ()
    return _sides(scene, subject_before(scene, place))


def _sides(scene: Scene, actor: str | None) -> tuple[str, ...]:
    return () if actor is None or scene.register.only_sits(actor, scene.on) else scene.sides_of(actor)
