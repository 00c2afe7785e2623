"""First names of kin who bear the family name of whoever stands beside them: `Paul Roy et son frère |Jean|`, `|Jean| et Paul Roy`."""

from collections.abc import Sequence
from itertools import pairwise

from chancery.analysis.actors.aliases import in_part
from chancery.analysis.actors.scene import Named, Scene, first_gender

PERSON = "person:"
LONGEST = 5
"""Words between the two names: `, et son frère aîné`."""
WORDS = 3
"""Of these, those that are no comma and no adjective."""


def share_with_kin(scene: Scene, names: Sequence[Named]) -> None:
    """Give a first name the family name of the person named right before, where the words between say that it is a sibling's or a man's child's,
    or of the one whom it is joined to as `|Jean| et Paul Roy`.
    """
    for one, other in pairwise(names):
        if _alone(other) and " " in one.text and _kin(scene, one, other):
            _share(scene, names, other, one.text.split(" ")[-1])
        elif _alone(one) and " " in other.text and not in_part(scene, other) and _joined(scene, one, other):
            _share(scene, names, one, other.text.partition(" ")[2])


def _alone(name: Named) -> bool:
    """Whether it is a first name of someone of whom the text tells no more."""
    return " " not in name.text and name.actor == PERSON + name.text


def _share(scene: Scene, names: Sequence[Named], first: Named, family: str) -> None:
    """Let all who go by the first name alone be the one with that family name."""
    whole = f"{first.text} {family}"
    actor = scene.register.full_name(whole) or PERSON + whole
    for name in names:
        if name.text == first.text and _alone(name):
            name.actor = actor


def _joined(scene: Scene, one: Named, other: Named) -> bool:
    """Whether nothing but `et` stands between a first name, behind no title, and another with a family name."""
    between, before = scene.row[one.after : other.first], scene.row[one.first - 1].text if one.first else ""
    first = bool(first_gender(scene, one.text)) and not scene.has("around.titles", before)
    return first and len(between) == 1 and scene.has("capitals.joining", between[0].text)


def _kin(scene: Scene, one: Named, other: Named) -> bool:
    """Whether only `et son frère` or the like stands between a first name with one family name and the other."""
    between = scene.row[one.after : other.first]
    words = [token for token in between if token.text != "," and token.pos != "ADJ"]
    if len(between) > LONGEST or len(words) != WORDS or words[0].pos != "CCONJ" or one.text.count(" ") != 1:
        return False
    if not scene.has("callings.his", words[1].text):
        return False
    mans_child = scene.has("callings.children", words[2].text) and first_gender(scene, one.text) == "m"
    return mans_child or scene.has("callings.siblings", words[2].text)
