"""What the words around a number do to what it says: a denied bound is the other one, a noun with a model behind it is no man's."""

import re
from dataclasses import replace
from itertools import takewhile

from chancery.analysis.analysis import Quantity
from chancery.analysis.tokens import Token
from chancery.analysis.units import Units
from chancery.scan.numbers import Bound, Number
from chancery.scan.phrases import plain

MODEL = re.compile(r"[A-Z]{1,4}-\d{1,3}")
"""How the models of craft are written: `F-16`."""
TURNED: dict[Bound, Bound] = {"least": "most", "most": "least"}


LOOK_BACK = 40
"""Code points before a number in which a phrase that bounds it stands."""
GOES_ON = frozenset(["NUM", "DET", "NOUN", "ADJ", "ADV", "PRON", "PROPN"])
"""What a phrase behind a quantity may belong to instead: "300 élèves au moins trois fois"."""


def bounded(quantity: Quantity, number: Number, tokens: list[Token], first: int, text: str, known: Units) -> Quantity:
    """A quantity with what the words around make of its value: its bound, and whether it is about so much; `first` is the number's first token."""
    if quantity.bound is not None:
        inside = list(takewhile(lambda token: token.start < quantity.span.end, tokens[first:]))
        return replace(quantity, bound=bound_of(number, inside, known))
    if phrase := known.limits.before.of(plain(text[max(0, number.start - LOOK_BACK) : number.start])):
        return replace(quantity, bound=known.limits.bounds[phrase.strip()])
    if (behind := known.limits.behind.match(plain(text[quantity.span.end : quantity.span.end + LOOK_BACK]))) and _ends(
        quantity, behind.end(), tokens, first
    ):
        return replace(quantity, bound=known.limits.bounds.get(behind["said"]), approximate=True)
    return _by_verb(quantity, tokens, first, known)


def _ends(quantity: Quantity, length: int, tokens: list[Token], first: int) -> bool:
    """Whether a phrase of that length behind a quantity is its own, and opens nothing else."""
    following = next((token for token in tokens[first:] if token.start >= quantity.span.end + length), None)
    return following is None or following.pos not in GOES_ON


def _by_verb(quantity: Quantity, tokens: list[Token], first: int, known: Units) -> Quantity:
    """By the verb right before it: "dépasse les 300", "frôle 40 %", "ne pourra excéder 30 euros"."""
    limits, at = known.limits, first - 1
    if at > 0 and tokens[at - 1].text.lower() in limits.marks:
        at -= 2
    while at >= 0 and tokens[at].text.lower() in limits.articles | known.denying:
        at -= 1
    verb = tokens[at] if at >= 0 else None
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return quantity
    infinitive = limits.verbs.infinitive(verb.text, verb.lemma)
    if infinitive in limits.nearing:
        return replace(quantity, approximate=True)
    if infinitive not in limits.exceeding:
        return quantity
    able = verb.head.lemma in limits.able and verb.dep == "xcomp"
    denying = known.denying | limits.ne if able else known.denying
    denied = any(
        child.text.lower() in denying for each in (verb, *([verb.head] if able or verb.dep == "xcomp" else [])) for child in each.all("advmod")
    )
    return replace(quantity, bound="most" if denied else "least")


def bound_of(number: Number, inside: list[Token], known: Units) -> Bound | None:
    """The bound of a number whose words are `inside`; the other one, if they are the object of a verb that is denied.

    "Il ne recevra pas plus de 30 élus" says at most 30; "il n'a pas reçu plus de 30 élus" may tell of those who were turned away.
    """
    if number.bound is None or not inside:
        return number.bound
    head = next((token for token in inside if token.head not in inside), None)
    verb = head.head if head is not None and head.dep in ("obj", "advmod") else None
    if verb is None or verb.pos != "VERB" or verb.start > number.start:
        return number.bound
    verbs = (verb, verb.head) if verb.dep == "xcomp" or (verb.dep == "ccomp" and verb.morph.get("VerbForm") == "Inf") else (verb,)
    past = any(each.child("aux:tense") is not None for each in verbs)
    said = [child for each in (*verbs, head) if each is not None for child in each.all("advmod")]
    denied = any(child.text.lower() in known.denying and child.start < number.start for child in said)
    return TURNED[number.bound] if denied and not past else number.bound


def is_craft(tokens: list[Token], at: int, known: Units) -> bool:
    """Whether the noun at `at` is one for a craft, for its model stands behind: "24 chasseurs F-16"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or tokens[at].end >= behind.start:
        return False
    glued = "".join(token.text for token in tokens[at + 1 : at + 4])
    named = behind.pos in ("PROPN", "X") and behind.text[:1].isupper() and not known.peoples.search(behind.text)
    return (named and tokens[at].text.lower() in known.crafts) or MODEL.match(glued) is not None
