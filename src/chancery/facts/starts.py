"""Where the sentence that holds a place begins: by the parser, by its points, behind a headline's label."""

import re
from itertools import pairwise

from chancery.facts.context import GAPS, Context
from chancery.span import Span

STOPS = ".!?\n"
SIGN = re.compile(r"\s*(?:[A-ZÀ-Ý][A-ZÀ-Ý' ]{3,30}\s[-–—]\s|-\s?(?=[\"«“A-ZÀ-Ý]))")
"""A dash at the head of a paragraph, or the word in capitals before it."""
LABEL = 50
"""Code points of the longest label before a headline, with its colon."""


def sentence_start(context: Context, position: int) -> int:
    """Where the sentence that holds the position begins, by the parser and by its points, openers ("Mais") left out."""
    sentence = context.sentence_at(position)
    start = sentence.span.start if sentence else 0
    for token in reversed(sentence.tokens if sentence else ()):
        ends = token.end < position and not token.text.strip("".join(STOPS))  # the point of `M.` is its own
        if ends and context.text[token.end] in GAPS and not context.quote_at(token.start):
            start = token.end
            break
    start = _behind_label(context, context.seam_before(position, start), position)
    start = _behind_sign(context, _behind_glued(context, start, position), position)
    while start < position and context.text[start] in GAPS:
        start += 1
    openers = context.pack.words("cues")["order"]["openers"]
    first = next((token for token in sentence.tokens if token.start >= start), None) if sentence else None
    if first and first.start == start and first.text.lower() in openers and first.end < position:
        start = context.text.find(" ", first.end - 1, position) + 1 or start
    return start


def _behind_glued(context: Context, start: int, position: int) -> int:
    """Where a quotation opens that is glued to the mark of another, of a heading or a sentence before: `Un "drame"|"Le port ferme", ...`."""
    held = context.quotes_in(Span(start, max(start, context.forward_over_gaps(position) + 1)))
    glued = (two.outer.start for one, two in pairwise(held) if one.outer.end == two.outer.start <= position and one.closed)
    return max((place for place in glued if context.text[place + 1 : place + 2].isupper()), default=start)


def _behind_sign(context: Context, start: int, position: int) -> int:
    """Where a paragraph begins behind its dash, or behind the word in capitals that says what it is about: `PÊCHE - |Le port ferme|`."""
    before = start
    while before > 0 and context.text[before - 1] == " ":
        before -= 1
    at_head = before == 0 or context.text[before - 1] == "\n"
    found = SIGN.match(context.text, start, position + 1) if at_head else None
    return found.end() if found else start


def _behind_label(context: Context, start: int, position: int) -> int:
    """Where a headline goes on behind the word or two that say what it is about: `Climat : |la France ...`; else the start."""
    sentence = context.sentence_at(start)
    colon = context.text.find(":", start, min(position, start + LABEL))
    if sentence is None or sentence.block.kind != "headline" or colon < 0 or context.quote_at(start) or context.tells(Span(start, colon)):
        return start
    return colon + 1
