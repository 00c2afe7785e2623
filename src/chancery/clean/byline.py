"""Where a text says when, where and by whom it was written: whole lines, and the beginning of the first."""

import re

from chancery.clean.layout import EDGES, Layout
from chancery.clean.lines import Line, fold, line_at
from chancery.register import register_for
from chancery.span import Span

INTERTITLE = re.compile(r"[-–—] .+ [-–—]")
"""How agencies set the titles between paragraphs: a day in one is not a byline."""
LONGEST_BYLINE_WORDS = 30
LONGEST_OPENING = 140
"""Code points within which a dateline must end."""
SENT_FROM = re.compile(r"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{1,24}[A-ZÀ-Ý](?:\s*/\s*[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{1,24}[A-ZÀ-Ý])?)\s+[—–-]+\s+(?=[A-ZÀ-Ý«\"“])")
"""A place in capitals and a dash, without an agency: "GENÈVE — Les"."""
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
        while opened := _opening(line, start - line.span.start, text, layout):
            end = line.span.start + opened
            out.append(_byline(Span(start, end), text))
            start = end + len(text[end : line.span.end]) - len(text[end : line.span.end].lstrip())
        if start == line.span.start:
            out.append(line)
        elif start < line.span.end:
            out.append(line_at(Span(start, line.span.end), text))
    return out


def _opening(line: Line, at: int, text: str, layout: Layout) -> int | None:
    """Where the dateline that begins at a place of a line ends."""
    if found := layout.byline_openings.match(line.folded, at, LONGEST_OPENING):
        return found.end()
    sent = SENT_FROM.match(line.text) if at == 0 else None
    return sent.end() if sent and all(_is_place(part, text, layout) for part in re.split(r"\s*/\s*", sent["place"])) else None


def _is_place(name: str, text: str, layout: Layout) -> bool:
    """Whether a word in capitals is a place rather than a topic: a known one, or the text says that something is there."""
    folded = fold(name)
    if folded in layout.places or register_for(None).gazetteer().get(name.title()) == ("LOC", None):
        return True
    return bool(re.search(rf"(?<!\w)[àÀ] {re.escape(name.title())}(?!\w)", text))


def _byline(span: Span, text: str) -> Line:
    line = line_at(span, text)
    line.kind = "byline"
    return line
