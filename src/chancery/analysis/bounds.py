"""Where no sentence can begin, whatever the language pack's pipeline thinks: told from the signs and the white space, which it does not see."""

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

FINAL = frozenset('.!?…:;»")]}*•|–— ')
"""Characters behind which a sentence may begin."""
CLOSING = frozenset(".,;:!?…%»)]}")
"""What no sentence begins with."""
BULLETS = frozenset("*•|")
"""Behind them a sentence may begin with a small letter."""
DASHES = frozenset("-–—")
OPENERS = frozenset("([{«'")
"""Behind them, and behind white space, a straight quotation mark opens if it touches what follows."""
ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.\s*$")
"""Before a figure, an abbreviation: `al. 3`, `art. 12`."""


def bounded(doc: "Doc", text: str) -> "Doc":
    """The tokens with the places marked where no sentence can begin. The pipeline decides on the rest."""
    if not len(doc):
        return doc
    starts, lengths = doc.to_array(["IDX", "LENGTH"]).T.tolist()
    small = text == text.lower()
    marks = [0] * len(starts)
    for place in range(1, len(starts)):
        last = starts[place - 1] + lengths[place - 1] - 1
        if text[last] not in FINAL or not _may_begin(text, last, starts[place], small=small) or _is_initial(text, starts, lengths, place):
            marks[place] = -1
    return doc.from_array(["SENT_START"], np.array(marks, dtype=np.int64).view(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]


def _may_begin(text: str, last: int, start: int, *, small: bool) -> bool:
    """Whether a sentence can begin at `start` behind the sign at `last`; `small` if the text has no capitals at all."""
    sign, before = text[start], text[last]
    if sign in CLOSING or sign.isspace() or (sign == '"' and _closes(text, start)):
        return False
    if before == '"' and start == last + 1 and not _closes(text, last):
        return False
    if sign.islower():
        return small or before in BULLETS
    if sign.isdigit() and ABBREVIATED.search(text[max(0, start - 6) : start]):
        return False
    return not (sign in DASHES and before == ")")


def _closes(text: str, place: int) -> bool:
    """Whether the straight quotation mark at that place closes: it touches what is before it, and that is nothing that opens."""
    return place > 0 and not text[place - 1].isspace() and text[place - 1] not in OPENERS


def _is_initial(text: str, starts: list[int], lengths: list[int], place: int) -> bool:
    """Whether the token before is one letter of a name, as in `John F. Harris`: a capital with its point between words with capitals."""
    at = starts[place - 1]
    if lengths[place - 1] != 2 or text[at + 1] != "." or place < 2:
        return False
    return text[at].isupper() and text[starts[place]].isupper() and text[starts[place - 2]].isupper()
