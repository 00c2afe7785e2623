"""Numbers that name a thing and count none, by the words around them: "Boeing 737 MAX", "un 737 MAX", "l'objectif zéro carbone"."""

from collections.abc import Iterable

from chancery.analysis.tokens import Token

NAMES = ("PROPN", "NOUN", "X")
SINGULAR = "Sing"


def is_label(tokens: list[Token], first: int, after: int, value: float) -> bool:
    """Whether the number there is part of a model's name, or stands behind the article of one thing, or is the "zéro" of a slogan."""
    if first == 0 or tokens[first].index == 0:
        return False
    before = tokens[first - 1]
    if value == 0:
        return before.pos in NAMES
    if after != first + 1 or value < 2 or after >= len(tokens) or not _is_name(tokens[after]):
        return False
    if before.pos == "DET":
        return before.morph.get("Number") == SINGULAR
    hangs = tokens[first].head is before or (tokens[first].head is tokens[after] and tokens[after].head is before)
    return hangs and before.pos in NAMES and before.end + 1 == tokens[first].start and any(letter.isupper() for letter in before.text)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper()


def called(tokens: list[Token], places: Iterable[tuple[int, int, float]]) -> frozenset[tuple[str, str]]:
    """The numbers that are labels somewhere in a document, each with the word behind it: those are labels everywhere in it."""
    found = ((tokens[first].text, tokens[after].text) for first, after, value in places if value and is_label(tokens, first, after, value))
    return frozenset(found)
