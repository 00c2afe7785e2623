"""Where a text says when, where and by whom it was written: whole lines, and the beginning of the first."""

import re

from chancery.clean.layout import EDGES, Layout
from chancery.clean.lines import Line, line_at
from chancery.span import Span

INTERTITLE = re.compile(r"[-–—] .+ [-–—]")
"""How agencies set the titles between paragraphs: a day in one is not a byline."""
LONGEST_BYLINE_WORDS = 30
LONGEST_OPENING = 140
"""Code points within which a dateline must end."""
DATELINED_LINES = 3
"""Lines of running text that may begin with a dateline."""


def mark_bylines(page: list[Line], layout: Layout) -> None:
    """Mark the lines that are bylines and nothing else. A line that ends a sentence is none: articles speak of dates and agencies too."""
    for line in page:
        if line.kind or line.words > LONGEST_BYLINE_WORDS or (line.sentence and line.text.endswith((".", "!", "?"))):
            continue
        if not INTERTITLE.fullmatch(line.text) and layout.bylines.fullmatch(line.folded.strip(EDGES)):
            line.kind = "byline"


def split_datelines(page: list[Line], text: str, layout: Layout) -> list[Line]:
    """The lines, with datelines at the beginning of the first running ones cut off as bylines."""
    out: list[Line] = []
    left = DATELINED_LINES
    for line in page:
        if line.kind or not left or line.words < 4:
            out.append(line)
            continue
        left -= line.sentence or not out
        start = line.span.start
        while found := layout.byline_openings.match(line.folded, start - line.span.start, LONGEST_OPENING):
            end = line.span.start + found.end()
            out.append(_byline(Span(start, end), text))
            start = end + len(text[end : line.span.end]) - len(text[end : line.span.end].lstrip())
        if start == line.span.start:
            out.append(line)
        elif start < line.span.end:
            out.append(line_at(Span(start, line.span.end), text))
    return out


def _byline(span: Span, text: str) -> Line:
    line = line_at(span, text)
    line.kind = "byline"
    return line
