"""Capitals that act for their government: `Moscou accuse`, `les demandes de Moscou`, `selon Moscou`; elsewhere they are cities."""

from chancery.analysis.actors.scene import Named, Scene
from chancery.analysis.tokens import Token
from chancery.register import fold

SUBJECT = ("nsubj", "obl:agent")
DEEPEST = 4


def let_capitals_act(scene: Scene) -> None:
    """Give the state's id to capitals that act."""
    for name in scene.names:
        if name.type != "PER" and name.actor is None and name.first < len(scene.row):
            state = scene.register.capital(name.text)
            if state is not None and _acts(scene, name, _head(scene, name), DEEPEST):
                name.actor = state
                scene.present.add(state)


def _head(scene: Scene, name: Named) -> Token:
    """The word of the name that hangs on something outside."""
    words = scene.row[name.first : name.after]
    return next((word for word in words if word.head not in words), words[0])


def _acts(scene: Scene, name: Named, token: Token, depth: int) -> bool:
    relation, head = token.dep.partition(":")[0], token.head
    if relation == "conj" and depth:
        return _acts(scene, name, head, depth - 1)
    before = fold(scene.row[name.first - 1].text) if name.first else ""
    case = token.child("case")
    preposition = fold(case.text) if case is not None else before
    if scene.has("capitals.speakers", preposition) or scene.has("capitals.partners", preposition):
        return preposition != "par" or token.dep == "obl:agent" or scene.has("capitals.nouns", head.lemma)
    if relation == "nsubj":
        return _verb_of_acting(scene, head)
    if case is None and relation in ("obj", "iobj"):
        return _verb_of_acting(scene, head) and head.pos == "VERB" and head.lemma in scene.lexicon.speech
    if preposition in ("de", "d'", "du") and relation in ("nmod", "obl"):
        return scene.has("capitals.nouns", head.lemma)
    if preposition in ("a", "au") and relation in ("obl", "iobj", "nmod"):
        return scene.has("capitals.addressing", head.lemma) or scene.has("capitals.addressing_nouns", head.lemma)
    return False


def _verb_of_acting(scene: Scene, verb: Token) -> bool:
    return scene.has("capitals.acting", verb.lemma) or verb.lemma in scene.lexicon.speech
