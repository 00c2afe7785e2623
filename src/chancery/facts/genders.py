"""Of what gender a participle is that is said of a noun, with all that are counted in a row with it: "femmes et enfants |enlevés|"."""

from chancery.analysis import Token

FEMININE = "Fem"
COUNT = ("det", "case", "nummod")
"""What a noun is told with that is counted by itself."""


def is_feminine(noun: Token) -> bool:
    """Whether a participle of a noun is feminine: where all are that stand in a row with it."""
    return noun.morph.get("Gender") == FEMININE and not any(_is_other(token) for token in noun.all("conj"))


def _is_other(token: Token) -> bool:
    many = token.pos == "NOUN" and token.morph.get("Number") == "Plur"
    return many and token.morph.get("Gender") != FEMININE and token.child(*COUNT) is None
