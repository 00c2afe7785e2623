"""First names of kin who bear the family name of whoever stands before them: `Paul Roy et son frère |Jean|`."""

from collections.abc import Sequence
from itertools import pairwise

from chancery.analysis.actors.scene import Named, Scene, first_gender

PERSON = "person:"
LONGEST = 5
"""Words between the two names: `, et son frère aîné`."""
WORDS = 3
"""Of these, those that are no comma and no adjective."""


def share_with_kin(scene: Scene, names: Sequence[Named]) -> None:
    """Give a first name the family name of the person named right before, where the words between say that it is a sibling's or a man's child's."""
    for one, other in pairwise(names):
        if other.actor != PERSON + other.text or " " in other.text or " " not in one.text or not _kin(scene, one, other):
            continue
        whole = f"{other.text} {one.text.split(' ')[-1]}"
        actor = scene.register.full_name(whole) or PERSON + whole
        for name in names:
            if name.text == other.text and name.actor == PERSON + name.text:
                name.actor = actor


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
