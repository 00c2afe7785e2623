"""Names that go together: a family's, a name's beginning, and a second name that the text gives (`Anna Roy, alias Adria`)."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from chancery.analysis.actors.scene import Named, Scene, first_gender
from chancery.register import fold

GROUP = "group:"
JUNIOR = 2
"""Letters of what stands behind a first name and is no surname: `Jr`."""
LONGEST_MAIDEN = 40
"""Code points behind a name within which the words stand that say it is a maiden name."""
LONGEST_LINK = 9
"""Words between a name and the other name of the same person: `, plus connu sous le pseudonyme de "`."""


def of_family(scene: Scene, name: Named) -> bool:
    """Whether a noun right before the name says that it is of several, who then are its actor: `la famille Roy`, `le couple Roy`."""
    noun = scene.row[name.first - 1].text if name.first else ""
    one = scene.has("callings.kin", noun) and not (name.first > 1 and scene.has("around.plural", scene.row[name.first - 2].text))
    first = bool(scene.lexicon.genders.get(fold(name.text).split(" ")[0])) and not (scene.has("around.clans", noun) and " " not in name.text)
    if one or not scene.has("around.families", noun) or first:
        return False
    name.actor = f"group:{noun} {name.text}"
    return True


def share_families(scene: Scene, names: Sequence[Named]) -> None:
    """Give a surname behind `les` the actor of the one family that the text calls so: `les frères Roy`, then `les |Roy|`."""
    families: dict[str, set[str]] = {}
    for name in names:
        if (name.actor or "").startswith(GROUP):
            families.setdefault(name.text, set()).add(name.actor or "")
    for name in names:
        found = families.get(name.text, set())
        if name.actor is None and len(found) == 1 and name.first and scene.has("around.peoples", scene.row[name.first - 1].text):
            name.actor = next(iter(found))


def in_part(scene: Scene, name: Named) -> bool:
    """Whether it is a name of someone in part: a first name with an epithet or a maiden name, or a word and `Jr`: `Anna la Rapide`, `Roy Jr`."""
    return _nicknamed(scene, name) or _maiden(scene, name) or _junior(scene, name)


def _maiden(scene: Scene, name: Named) -> bool:
    """Whether the words behind say that it was someone's name before: `Anna Blanc, de son nom de jeune fille`."""
    behind = fold(scene.document.text[name.span.end : name.span.end + LONGEST_MAIDEN]).lstrip(", ")
    return any(behind.startswith(words) for words in scene.lexicon.sets["aliases.maiden"])


def _nicknamed(scene: Scene, name: Named) -> bool:
    words = scene.row[name.first : name.after]
    article = len(words) > 2 and words[1].text.islower() and scene.has("aliases.epithets", words[1].text)
    return article and words[2].text[0].isupper()


def _junior(scene: Scene, name: Named) -> bool:
    first, _, last = name.text.partition(" ")
    return bool(first) and scene.has("aliases.juniors", last)


def by_part(scene: Scene, name: Named, known: Mapping[str, Mapping[str, str]]) -> str | None:
    """The one person of the document whose name it is in part; None of a whole one."""
    first, _, last = fold(name.text).partition(" ")
    if _nicknamed(scene, name) or _maiden(scene, name):
        found = [id_ for id_, full in known.get(first, {}).items() if fold(full).split()[0] == first]
    elif _junior(scene, name):
        found = [id_ for id_ in known.get(last, {}) if any(word.startswith(first) for word in fold(id_.partition(":")[2]).split(" "))]
    else:
        found = []
    return found[0] if len(found) == 1 else None


def share_surnames(scene: Scene, names: Sequence[Named]) -> None:
    """Give a first name that another person's full name follows behind `et` the surname of both: `|Anna| et Paul Roy`, no `princesse |Anna|`."""
    for one, other in pairwise(names):
        surname = other.text.partition(" ")[2]
        alone = " " not in one.text and len(surname) > JUNIOR and one.actor == f"person:{one.text}"
        given = alone and bool(first_gender(scene, one.text) or first_gender(scene, one.text.partition("-")[0]))  # `Jean-Paul` by `Jean`
        between = scene.row[one.after : other.first]
        if given and len(between) == 1 and between[0].pos == "CCONJ" and not any(_is_crowned(scene, name) for name in names if name.text == one.text):
            whole = f"{one.text} {surname}"
            actor = scene.register.full_name(whole) or f"person:{whole}"
            for name in names:
                if name.text == one.text:
                    name.actor = actor


def _is_crowned(scene: Scene, name: Named) -> bool:
    """Whether a royal title or a form of address stands right before the name, which is no first name of the other's family then."""
    before = scene.row[name.first - 1].text if name.first else ""
    return scene.has("aliases.royal", before) or scene.has("around.titles", before)


def beginnings(scene: Scene, names: Sequence[Named]) -> dict[str, Named]:
    """By its text, each name that only begins another, and that one: `Anna Rita` of `Anna Rita Roy`.

    So are those that a small word is glued to (`Anna Roypar`). Left out are those that begin two, those the register knows, and those that a second
    person's full name follows (`Anna Roy Paul Lis`).
    """
    longer: dict[str, Named] = {}
    texts = {name.text: name for name in names}
    words = {text: fold(text).split() for text in texts}
    for text, own in words.items():
        found = {fold(other): other for other, theirs in words.items() if len(theirs) > len(own) and theirs[: len(own)] == own}
        rest = " ".join(next(iter(found), "").split()[len(own) :])
        if len(found) == 1 and not scene.register.people(text) and not scene.lexicon.gender(rest) and not scene.has("aliases.juniors", rest):
            longer[text] = texts[next(iter(found.values()))]
        glued = next((text[: -len(word)] for word in scene.lexicon.words["aliases"]["glued"] if text.endswith(word)), "")
        if glued in texts:
            longer[text] = texts[glued]
    return longer


def link_aliases(scene: Scene, names: Sequence[Named]) -> None:
    """Give the second name that a text says of someone the actor of the first, wherever either stands."""
    same: dict[str, str] = {}
    for one, other in pairwise(names):
        if one.text != other.text and _linked(scene, one, other):
            longer = max((one, other), key=lambda name: name.text.count(" "))
            actor = longer.actor or f"person:{longer.text}"
            same.update({one.text: actor, other.text: actor, **{name.actor: actor for name in (one, other) if name.actor}})
    for name in names:
        name.actor = same.get(name.actor or name.text, name.actor)


def _linked(scene: Scene, one: Named, other: Named) -> bool:
    """Whether only words stand between two names that say they are of one person, and a sign before them."""
    between = scene.row[one.after : other.first]
    if not 0 < len(between) <= LONGEST_LINK or scene.sentence_of[one.first] != scene.sentence_of[other.first]:
        return False
    marks = [scene.has("aliases.marks", token.text) for token in between]
    around = (token.pos == "PUNCT" or scene.has("aliases.around", token.text) for token in between)
    return any(marks) and all(mark or small for mark, small in zip(marks, around, strict=True))
