"""People whose names are known of nobody, by the form of the name."""

from chancery.analysis import Token
from chancery.facts.nearby import Nearby

PERSON = "person:"
LONGEST = 3
"""Words of such a name."""


def stranger(nearby: Nearby, end: int, places: frozenset[str]) -> tuple[str, ...]:
    """The person of the name that ends there, though it is known of nobody: "Silvana, 64 ans"; no place has an age.

    `places`: the prepositions that bring a place.
    """
    last = nearby.at(end) - 1
    words: list[Token] = []
    while last >= 0 and len(words) < LONGEST and nearby.tokens[last].pos == "PROPN" and nearby.tokens[last].text[:1].isupper():
        words.append(nearby.tokens[last])
        last -= 1
        if words[-1].index == 0:
            break
    mention = nearby.mention_ending(end)
    before = nearby.tokens[last : last + 1] if last >= 0 else []
    if before and (before[0].text.lower() in places or before[0].pos == "DET"):
        return ()
    if not words or words[0].end != end or (mention is not None and (mention.actor or mention.type == "ORG")):
        return ()
    return (f"{PERSON}{nearby.text[words[-1].start : end]}",)
