"""The verb whose object stands behind when or where it happens: "a recensé depuis janvier 300 cas"; the parser loses such objects."""

from chancery.analysis import Token
from chancery.analysis.clauses import is_passive
from chancery.facts.nearby import Nearby

DEEP = 3
"""Nouns of the adverbial that the parser may hang the object on."""
LONGEST = 8
"""Words of the adverbial."""
ADVERBIAL = ("ADP", "ADV", "DET", "NOUN", "PROPN", "NUM", "ADJ")


def displaced(nearby: Nearby, start: int, outer: Token) -> Token | None:
    """The active verb without another object that only an adverbial parts from a quantity which begins at `start` and has no preposition."""
    case = outer.child("case")
    if not outer.dep.startswith(("obl", "nmod")) or (case is not None and (case.start != start or case.morph.get("Definite") is not None)):
        return None
    verb = outer.head
    for _ in range(DEEP):
        if verb.pos == "VERB" or not verb.dep.startswith(("obl", "nmod")):
            break
        verb = verb.head
    if verb.pos != "VERB" or is_passive(verb) or verb.end > start or verb.child("obj", "ccomp", "xcomp", "expl:comp", "expl:pass") is not None:
        return None
    between = nearby.tokens[nearby.at(verb.end) : nearby.at(start)]
    plain = 1 < len(between) <= LONGEST and between[0].pos == "ADP" and between[-1].pos in ("NOUN", "PROPN", "NUM", "ADJ")
    return verb if plain and all(word.pos in ADVERBIAL for word in between) else None
