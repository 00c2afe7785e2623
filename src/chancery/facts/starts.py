"""Where the sentence that holds a place begins: by the parser, by its points, behind a headline's label."""

from chancery.facts.context import GAPS, Context
from chancery.span import Span

STOPS = ".!?\n"
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
    while start < position and context.text[start] in GAPS:
        start += 1
    openers = context.pack.words("cues")["order"]["openers"]
    first = next((token for token in sentence.tokens if token.start >= start), None) if sentence else None
    if first and first.start == start and first.text.lower() in openers and first.end < position:
        start = context.text.find(" ", first.end - 1, position) + 1 or start
    return start


def _behind_label(context: Context, start: int, position: int) -> int:
    """Where a headline goes on behind the word or two that say what it is about: `Climat : |la France ...`; else the start."""
    sentence = context.sentence_at(start)
    colon = context.text.find(":", start, min(position, start + LABEL))
    if sentence is None or sentence.block.kind != "headline" or colon < 0 or context.quote_at(start) or context.tells(Span(start, colon)):
        return start
    return colon + 1
