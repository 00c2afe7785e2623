"""Whom a campaign of years ago was for: nobody who acted for a state yet, whatever office they have held since."""

from chancery.analysis.actors.scene import Named, Scene
from chancery.edtf import Edtf

YEAR = 4
"""Digits of a year."""
EPITHETS = 2
"""Words between a campaign and whose it was: `la campagne présidentielle d'|Anna Roy|`."""


def before_office(scene: Scene, name: Named) -> bool:
    """Whether the text tells of someone's campaign in a year at whose beginning they acted for no side: `la campagne de |Roy| en 2017`."""
    if name.actor is None or not name.sides or not _campaigns(scene, name):
        return False
    year = _year(scene, name)
    return year is not None and not scene.register.sides(name.actor, Edtf.parse(f"{year}-01-01"))


def _campaigns(scene: Scene, name: Named) -> bool:
    """Whether the name stands behind a noun for a campaign and `de`, or behind one for who runs."""
    row, place = scene.row, name.first - 1
    if place < 0 or scene.has("around.candidates", row[place].text):
        return place >= 0
    if not scene.has("around.linking", row[place].text):
        return False
    for noun in range(place - 1, max(-1, place - 2 - EPITHETS), -1):
        if scene.has("around.campaigns", row[noun].lemma):
            return True
        if row[noun].pos != "ADJ":
            return False
    return False


def _year(scene: Scene, name: Named) -> int | None:
    """The one year before that of publication which the sentence tells, else the first sentence of the text."""
    published = scene.on.first if scene.on is not None else None
    for place in (name.first, 0):
        words = scene.row[scene.first_of_sentence(place) : scene.after_sentence(place)]
        years = {int(token.text) for token in words if token.text.isdecimal() and len(token.text) == YEAR and token.text[0] in "12"}
        if years:
            return next(iter(years)) if published is not None and len(years) == 1 and max(years) < published.year else None
    return None
