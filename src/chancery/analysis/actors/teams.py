"""States that are only their teams in a match: `la victoire du |Danemark| contre l'|Italie| en finale`; no state acts there."""

from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.tokens import Token

REACH = 6
"""Words back from who stands against someone to what is played or won: `un deuxième match perdu en poule contre l'|Italie|`."""
DEEPEST = 3
"""Names of a list, from the one that has its verb on: `la France, l'Italie et l'|Espagne| ont gagné`."""


def bench_teams(scene: Scene) -> None:
    """Take the state's id from names that play in a sentence that tells of a match or a cup."""
    sporting = {scene.sentence_of[place] for place in scene.listed("teams.sports") if _is_noun(scene.row[place])}
    for name in scene.names if sporting else ():
        state = name.type == "LOC" and name.actor is not None and name.first < len(scene.row) and scene.register.is_state(name.actor)
        if state and scene.sentence_of[name.first] in sporting and _plays(scene, name):
            name.actor, name.sides = None, ()


def _is_noun(token: Token) -> bool:
    """Whether the word is a noun, which the adjective written alike (`une liste finale`, `le marché mondial`) is not."""
    return token.pos in ("NOUN", "PROPN", "X")


def _plays(scene: Scene, name: Named) -> bool:
    return _against(scene, name) or _of_what_is_won(scene, name) or _takes_part(scene, scene.head(name), DEEPEST) or _paired(scene, name)


def _before(scene: Scene, name: Named) -> int:
    """The place before the name, its article left out; -1 where its sentence begins with it."""
    first, place = scene.first_of_sentence(name.first), name.first - 1
    while place >= first and (scene.row[place].pos == "DET" or scene.has("around.articles", scene.row[place].text)):
        place -= 1
    return place if place >= first else -1


def _against(scene: Scene, name: Named) -> bool:
    """Whether what is played or won is against it: `un match contre l'|Italie|`, `jouer face à l'|Italie|`."""
    place = _before(scene, name)
    if place > 0 and scene.has("teams.to", scene.row[place].text) and scene.has("teams.facing", scene.row[place - 1].text):
        place -= 1
    elif place < 0 or not scene.has("teams.against", scene.row[place].text):
        return False
    back = scene.row[max(scene.first_of_sentence(place), place - REACH) : place]
    return any(_is_played(scene, token) for token in back)


def _is_played(scene: Scene, token: Token) -> bool:
    return scene.has("teams.played", token.lemma) if token.pos in ("NOUN", "PROPN") else scene.has("teams.playing", token.lemma)


def _of_what_is_won(scene: Scene, name: Named) -> bool:
    """Whether a noun of what teams win and lose is its own: `la victoire de l'|Italie|`."""
    place = _before(scene, name)
    return place > 0 and scene.has("around.linking", scene.row[place].text) and scene.has("teams.won", scene.row[place - 1].lemma)


def _takes_part(scene: Scene, token: Token, depth: int) -> bool:
    """Whether it is the subject or the object of a verb of playing, or listed with one that is."""
    if token.dep == "conj" and depth:
        return _takes_part(scene, token.head, depth - 1)
    verbs = {"nsubj": "teams.playing", "obj": "teams.beating"}.get(token.dep, "")
    return bool(verbs) and token.head.pos == "VERB" and scene.has(verbs, token.head.lemma)


def _paired(scene: Scene, name: Named) -> bool:
    """Whether it is one of two names that a hyphen joins behind a noun for what is played: `le match Italie - |France|`."""
    row, inside = scene.row, scene.inside
    dashes = [place for place in (name.first - 1, name.after) if 0 < place < len(row) - 1 and scene.has("teams.dashes", row[place].text)]
    for place in dashes:
        left = inside[place - 1]
        if left is not None and inside[place + 1] is not None and left.first and scene.has("teams.played", row[left.first - 1].lemma):
            return True
    return False
