"""Who holds an office on the day, as the register knows it, against the name that stands beside its words."""

from chancery.analysis.actors.lexicon import Role
from chancery.analysis.actors.scene import Named, Scene
from chancery.register import distance, fold


def named_holder(scene: Scene, name: Named, owners: tuple[str, ...], roles: tuple[Role, ...]) -> str | None:
    """The office's holder on the day, if the name beside the role can be a spelling of theirs."""
    for owner in owners:
        for role in roles:
            for kind in role.kinds[: 0 if role.official else 1]:
                for holder in scene.register.holders(kind, owner, scene.on):
                    if _same_person(name.text, holder.person):
                        return holder.id
    return None


def former_holder(scene: Scene, name: Named, owners: tuple[str, ...], roles: tuple[Role, ...]) -> str | None:
    """The one person of that surname who held the office by the day: `le défunt président elbonien |Roy|`, not his widow."""
    day = scene.on.value if scene.on is not None else ""
    terms = [
        term
        for owner in owners
        for role in roles
        for kind in role.kinds[: 0 if role.official else 1]
        for term in scene.register.holders(kind, owner)
        if " " not in name.text and (not day or term.start <= day) and _same_person(name.text, term.person)
    ]
    found = {term.id for term in terms}
    return found.pop() if len(found) == 1 else None


def is_anothers(scene: Scene, name: Named, role: Role) -> bool:
    """Whether the words are of an office that is mostly one state's, but the register has someone else in it, and the name never was.

    Then they are another state's, which they do not say: `la secrétaire d'État |Anna Roy|` is not of the United States.
    """
    if role.official or role.sure or not role.home:
        return False
    kind = role.kinds[0]
    known = name.actor is not None and f"{role.home}.{kind}" in scene.register.offices_of(name.actor)
    held = scene.register.holders(kind, role.home, scene.on)
    return not known and bool(held) and not any(_same_person(name.text, holder.person) for holder in held)


def _same_person(text: str, person: str) -> bool:
    """Whether the words can name the person: the surname with a letter or two wrong, or the same full name so."""
    words, other = fold(text).split(), fold(person).split()
    limit = 2 if len(words[-1]) >= 8 else 1 if len(words[-1]) >= 5 else 0
    surnames = {other[-1], " ".join(other[1:]), other[0]} if len(words) == 1 else {other[-1]}
    if len(words) > 1 and words[0][0] != other[0][0]:
        return sorted(words) == sorted(other)
    return any(distance(words[-1], surname, limit) <= limit for surname in surnames)
