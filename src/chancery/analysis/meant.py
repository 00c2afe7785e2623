"""Which earlier count a number alone takes up, where the last one cannot be meant."""

import re
from collections.abc import Sequence
from itertools import takewhile

from chancery.analysis.alone import among_them
from chancery.analysis.analysis import Quantity
from chancery.analysis.tokens import Token
from chancery.analysis.units import Units
from chancery.scan.numbers import Number

MOST = 4
"""Counts among which the one meant stands."""
RECENT = 200
"""Code points before a number in which it is told."""
AMONG = 3
"""Words of "d'entre eux"."""
ENDS = re.compile(r"[.;:!?\n]\s")


def meant(found: Sequence[Quantity], number: Number, tokens: list[Token], after: int, text: str, known: Units) -> Quantity:
    """The last count: none in brackets that have closed, where the same are counted before them; for "d'entre eux", no women, nor too few.

    "Sur les 30 élus (dont 8 femmes), deux sont partis"; "40 Belges, 15 hommes et 25 femmes. 20 d'entre eux".
    """
    near = list(takewhile(lambda quantity: number.start - quantity.span.end <= RECENT, reversed(found[-MOST:])))
    for at, quantity in enumerate(near):
        others = [other for other in near[at + 1 :] if other.unit == quantity.unit and other.what]
        if not (others and (_is_aside(quantity, others, number, text) or _is_else(quantity, others, number, tokens, after, known))):
            return quantity
    return found[-1]


def _is_aside(quantity: Quantity, others: list[Quantity], number: Number, text: str) -> bool:
    """Whether a count stands in brackets that have closed, and another one before them in the sentence; not for one in brackets, too."""
    if text.endswith("(", 0, number.start):
        return False  # "au Pérou (95 morts), en Belgique (86)"
    start = max(0, quantity.span.start - RECENT)
    opened, closed = text.rfind("(", start, quantity.span.start), text.find(")", quantity.span.end, number.start)
    if opened < 0 or closed < 0 or ")" in text[opened : quantity.span.start]:
        return False
    return any(other.span.end <= opened and ENDS.search(text, other.span.end, number.start) is None for other in others)


def _is_else(quantity: Quantity, others: list[Quantity], number: Number, tokens: list[Token], after: int, known: Units) -> bool:
    """Whether "d'entre eux" means more than a count, or others than women; and one counted before it may be meant."""
    if not among_them(tokens, after, known) or not quantity.what or quantity.value is None:
        return False
    them = "".join(token.text.lower() for token in tokens[after : after + AMONG]).endswith(known.bare["them"])
    women = them and quantity.what.partition(" ")[0].lower() in known.bare["women"]
    more = [other for other in others if (other.value or 0) >= number.value]
    return bool(more) and (women or quantity.value < number.value)
