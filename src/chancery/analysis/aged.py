"""Whether years are how old somebody is: "âgée de 63 ans", "Anna Blanc, 50 ans,", "À 42 ans, elle ..."."""

from chancery.analysis.tokens import Token
from chancery.analysis.units import Units
from chancery.scan.numbers import Number

QUOTES = ('"', "«", "“")


def is_age(number: Number, tokens: list[Token], first: int, after: int, text: str, known: Units) -> bool:
    """ "âgée de 63 ans"; "Anna Blanc, 50 ans,"; "un homme de 42 ans"."""
    start = number.start
    if known.age_before.search(text[max(0, start - 40) : start]):
        return True
    follows = tokens[after + 1].text if after + 1 < len(tokens) else "."
    if first and follows == "," and _at_age(number, tokens, first - 1, known):
        return True
    if first < 2:
        return False
    before, second = tokens[first - 1], tokens[first - 2]
    closed = follows in (",", ")", ".", ";") or (after < len(tokens) and known.age_behind.match(text, tokens[after].end))
    if before.text in (",", "(") and closed:
        return second.pos == "PROPN" or second.text.lower() in known.bearers
    return before.text in ("de", "d'") and _bearer(tokens, first - 2, known)


def _at_age(number: Number, tokens: list[Token], at: int, known: Units) -> bool:
    """Whether the word before a number opens a sentence, or what stands between its commas, with how old one is: "À 42 ans, elle ..."."""
    opens = tokens[at].index == 0 or tokens[at - 1].text in (",", *QUOTES)
    return opens and tokens[at].text.lower() in known.age_at["words"] and known.age_at["least"] <= number.value <= known.age_at["most"]


def _bearer(tokens: list[Token], at: int, known: Units) -> bool:
    """Whether the noun that ends at `at`, adjectives behind it left out, is one person's: "un homme noir de 32 ans"."""
    while at > 0 and tokens[at].pos == "ADJ" and tokens[at].text.lower() not in known.bearers:
        at -= 1
    return known.one_person(tokens[at].text)
