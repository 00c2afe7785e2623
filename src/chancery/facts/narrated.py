"""Infinitives that tell what was said next: `..., avant d'annoncer que ...`, `Et le maire de conclure : ...`."""

from chancery.analysis import Token
from chancery.facts.speaking import is_finite


def tells_next(token: Token, tokens: list[Token], order: dict[str, list[str]]) -> bool:
    """Whether an infinitive tells behind a comma what was said next: `X est venu, avant d'|annoncer| que ...`; not what is yet to be."""
    ahead = [other for other in tokens[max(0, token.index - 5) : token.index] if other.text.lower() not in order["clitics"]]
    if len(ahead) < 3 or [ahead[-3].text, ahead[-1].lemma] != [",", "de"] or ahead[-2].text.lower() not in order["next"]:
        return False
    return any(
        is_finite(verb) and verb.morph.get("Tense") != "Fut" and verb.morph.get("Mood") == "Ind" and verb.lemma not in order["obliging"]
        for verb in tokens[: ahead[-3].index]
    )


def narrates(token: Token, tokens: list[Token], order: dict[str, list[str]]) -> bool:
    """Whether an infinitive with a subject of its own tells what comes next: `Et le maire |de conclure| : ...`."""
    own, before = token.child("nsubj"), tokens[token.index - 1]
    return own is not None and own.start < token.start and before.lemma == "de" and tokens[0].text.lower() in order["openers"]
