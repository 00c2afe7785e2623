"""What the words around a number do to what it says: a denied bound is the other one, a noun with a model behind it is no man's."""

import re

from chancery.analysis.tokens import Token
from chancery.analysis.units import Units
from chancery.scan.numbers import Bound, Number

MODEL = re.compile(r"[A-Z]{1,4}-\d{1,3}")
"""How the models of craft are written: `F-16`."""
TURNED: dict[Bound, Bound] = {"least": "most", "most": "least"}


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
    verbs = (verb, verb.head) if verb.dep == "xcomp" else (verb,)
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
