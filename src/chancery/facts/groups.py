"""A verb's group, told by place: where its auxiliaries and clitics begin, whatever the parser hung them on, and which pronoun stands behind it."""

from functools import cache

from chancery.analysis import Token
from chancery.facts.speaking import is_finite
from chancery.languages import Pack

NEAR = 4
"""Tokens within which the parts of a group stand together."""
MARKS = frozenset('"«»“”')


def group_start(pack: Pack, verb: Token, tokens: list[Token]) -> int:
    """The position of the first word of the verb's group: `|a-t-il également dit`, `|avait, elle, jugé`, `|l'a de son côté affirmé`."""
    order = pack.words("cues")["order"]
    helps = [*verb.all("aux"), *(verb.head.all("aux") if verb.dep == "aux:caus" else ())]
    first = min([verb.index, *(token.index for token in helps if token.start < verb.start and _together(tokens, token.index, verb.index))])
    first = _over_inversion(tokens, over_aside(pack, tokens, first), order)
    while first > 0 and tokens[first - 1].text.lower() in order["clitics"] and tokens[first - 1].pos in ("PRON", "ADV", "DET"):
        if tokens[first - 1].dep.startswith("nsubj") and tokens[first - 1].morph.get("Person") in ("1", "2"):
            break  # `"|Nous| demandons ..."`
        first -= 1
    return first


def _together(tokens: list[Token], helper: int, verb: int) -> bool:
    """Whether an auxiliary can be the verb's: it stands near it, and no quotation ends between them that began before."""
    return verb - helper <= 2 * NEAR and sum(token.text in MARKS for token in tokens[helper:verb]) % 2 == 0


def over_aside(pack: Pack, tokens: list[Token], first: int) -> int:
    """The position of the auxiliary, or of the pronoun behind it, that an aside parts from its verb at `first`; else that position."""
    if not first or tokens[first - 1].text.lower() not in _ends_of_asides(pack):
        return first
    order = pack.words("cues")["order"]
    words = tuple(token.text.lower() for token in tokens[max(0, first - NEAR - 2) : first])
    for aside in _asides(pack):
        place = first - len(aside) - 1
        if place >= 0 and words[-len(aside) :] == aside:
            before = tokens[place]
            helps = before.text.lower() in order["inverted"] or (before.lemma in order["helping"] and is_finite(before))
            return place if helps else first
    return first


@cache
def _ends_of_asides(pack: Pack) -> frozenset[str]:
    """What one of them ends with."""
    return frozenset(aside[-1] for aside in _asides(pack))


@cache
def _asides(pack: Pack) -> tuple[tuple[str, ...], ...]:
    """What may part an auxiliary from its verb, word by word, the longer first; with and without commas around it."""
    bare = [tuple(aside.split()) for aside in pack.words("cues")["order"]["asides"]]
    return tuple(sorted((*bare, *((",", *aside, ",") for aside in bare)), key=len, reverse=True))


def _over_inversion(tokens: list[Token], first: int, order: dict[str, list[str]]) -> int:
    """The place of the auxiliary before an inverted pronoun, wherever the parser hung it: `|a-t-on également appris`."""
    for position in range(first, max(0, first - NEAR), -1):
        text = tokens[position].text.lower()
        if text in order["inverted"] and tokens[position - 1].pos in ("PRON", "AUX", "VERB", "PROPN", "NOUN"):
            linked = tokens[position - 1].text.lower() in order["links"]
            return position - 2 if linked and position > 1 else position - 1
        if position < first and tokens[position].pos != "ADV":
            break
    return first


def inverted_pronoun(pack: Pack, tokens: list[Token], first: int, verb: int) -> Token | None:
    """The pronoun behind the verb or its auxiliary: `a-t-il dit`, `dit-elle`, and as scrapers leave it, `a t il dit`."""
    order = pack.words("cues")["order"]
    for position in range(first + 1, min(len(tokens), verb + 1 + NEAR)):
        text, before = tokens[position].text.lower(), tokens[position - 1].text.lower()
        if text in order["inverted"] or (text in order["plain_inverted"] and before in order["links"]):
            return tokens[position]
        if position > verb and before not in order["links"] and text not in order["links"]:
            return None
    return None
