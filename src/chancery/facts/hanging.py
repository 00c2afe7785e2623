"""How two words of a sentence hang together: the relations on the way from one up to what governs both, and down to the other."""

from chancery.analysis import Token

LONGEST = 5
"""Steps, up and down together, beyond which the way tells nothing."""
FAR, APART = "far", "apart"


def way(token: Token, other: Token) -> str:
    """The relations without subtypes, `^` for a step up, `v` for one down, around the part of speech of what governs both.

    `FAR` if there are more than LONGEST, `APART` if nothing governs both.
    """
    up, down = [token, *token.ancestors()], [other, *other.ancestors()]
    places = {id(one): place for place, one in enumerate(up)}
    for below, one in enumerate(down):
        above = places.get(id(one))
        if above is not None:
            steps = (*(f"^{_relation(part)}" for part in up[:above]), f"={one.pos}", *(f"v{_relation(part)}" for part in reversed(down[:below])))
            return " ".join(steps) if above + below <= LONGEST else FAR
    return APART


def head_of(words: list[Token]) -> Token | None:
    """The last of some words that none of them governs; None of no words."""
    return next((word for word in reversed(words) if word.head not in words), None)


def _relation(token: Token) -> str:
    return token.dep.partition(":")[0]
