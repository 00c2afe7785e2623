"""How likely names are, told alike of all that stand for one actor."""

from collections import defaultdict

from chancery.analysis.actors.scene import Named, Scene
from chancery.register import public


def share_doubts(scene: Scene) -> None:
    """Let each name be as likely as the likeliest that stands for the same.

    Of one whose actor the register knows, or whose type a rule told, nothing is said.
    """
    alike = defaultdict[tuple[str, str | None, str], list[Named]](list)
    for name in scene.names:
        alike[name.type, name.actor, "" if name.actor else name.text].append(name)
    for (kind, actor, _), names in alike.items():
        told = [name.weighed[1] for name in names if name.weighed is not None and name.weighed[0] == kind]
        if told and not _is_known(scene, actor):
            for name in names:
                name.likely = max(told)


def _is_known(scene: Scene, actor: str | None) -> bool:
    """Whether the register knows a state, a body or who held an office."""
    return actor is not None and (public(actor) or bool(scene.register.terms(actor)))
