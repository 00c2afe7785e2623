"""`entre` before a capital: whether what stands between the two is told of governments, not of cities."""

from collections.abc import Iterator

from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.tokens import Token
from chancery.register import fold

FARTHEST = 10
"""Words back from `entre` to the noun of what is between governments."""
LISTED = 8
"""Words back over which a capital is coordinated with what stands before it."""


def between(scene: Scene, name: Named, case: Token | None) -> bool:
    """Whether a noun of what is between governments stands before `entre`: `un accord signé entre les mineurs et |Rome|`."""
    back = next((place for place in range(name.first - 1, max(-1, name.first - LISTED), -1) if scene.row[place] is case), name.first - 1)
    return any(scene.has("capitals.between", token.lemma) for token in _told_before(scene, back))


def _told_before(scene: Scene, place: int) -> Iterator[Token]:
    """The words before `entre` that it may belong to, up to a verb or a mark: `l'accord conclu en 2011 |entre| Rome et les mineurs`."""
    for token in reversed(scene.row[max(scene.first_of_sentence(place), place - FARTHEST) : place]):
        if (token.pos in ("VERB", "AUX") and token.morph.get("VerbForm") != "Part") or token.pos in ("PUNCT", "PRON", "SCONJ"):
            return
        yield token


def paired(scene: Scene, name: Named) -> bool:
    """`entre Moscou et Kiev`, `entre Kiev et les rebelles`: whether the other of the two is a state, capital, people or group as well."""
    row = scene.row
    last = name.after
    while last + 1 < len(row) and row[last].text == "," and (other := scene.starting.get(last + 1)) is not None:
        last = other.after  # `entre Rome, Oslo et les rebelles`
    behind = last + 2
    if behind < len(row) and fold(row[last].text) in scene.lexicon.sets["capitals.joining"] and row[last + 1].pos == "DET":
        people = (scene.register.named(row[behind].text) or "").startswith("group:") or scene.has("pronouns.possessives", row[behind - 1].text)
        return people or (row[behind].text[0].isupper() and scene.register.state_of_adjective(row[behind].text) is not None)
    for place in range(max(0, name.first - LISTED), min(len(scene.row), name.after + LISTED)):
        other = scene.starting.get(place)
        if other is not None and other is not name and abs(other.first - name.first) <= LISTED:
            joined = scene.row[min(other.after, name.after) : max(other.first, name.first)]
            listed = [token.text for token in joined] == [","]
            together = listed or any(fold(token.text) in scene.lexicon.sets["capitals.joining"] for token in joined)
            if together and (other.actor or scene.register.capital(other.text)):
                return True
    return False
