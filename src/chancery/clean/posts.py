"""Embedded social posts: found by their signature, with the lines that belong to them."""

import re

from chancery.clean.layout import Layout
from chancery.clean.lines import Line, line_at, trimmed
from chancery.span import Span

PICTOGRAM = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
LONGEST_POST_LINES = 8
LONGEST_POST_WORDS = 80


def mark_posts(page: list[Line], text: str, layout: Layout) -> list[Line]:
    """The lines, with those of each signed post put together and marked."""
    out: list[Line] = []
    for line in page:
        found = None if line.kind or "@" not in line.text else _last(layout.signatures, line.folded)
        if not found:
            out.append(line)
            continue
        start, end = line.span.start + found.start(), line.span.start + found.end()
        own = line_at(trimmed(Span(line.span.start, start), text), text)
        if own.words > LONGEST_POST_WORDS:
            out.append(own)  # an article in one line, with a post in it: only the signature can be told apart
        else:
            start = _begin(out, line.span.start, 0 if layout.post_signs.search(own.folded) else 1, layout)
        out.append(_post(Span(start, end), text))
        rest = trimmed(Span(end, line.span.end), text)
        if len(rest):
            out.append(line_at(rest, text))
    return out


def _last(pattern: re.Pattern[str], folded: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(folded):  # noqa: B007 - the last one counts
        pass
    return found


def _begin(before: list[Line], start: int, owed: int, layout: Layout) -> int:
    """Where a post begins, its lines taken off `before`: `owed` lines in any case, more while they look like a post's."""
    for _ in range(LONGEST_POST_LINES):
        if not before or before[-1].kind or not (owed > 0 or _posted(before[-1], layout)):
            break
        start = before.pop().span.start
        owed -= 1
    return start


def _posted(line: Line, layout: Layout) -> bool:
    return bool(PICTOGRAM.search(line.text) or layout.post_signs.search(line.folded)) and line.words <= LONGEST_POST_WORDS


def _post(span: Span, text: str) -> Line:
    line = line_at(span, text)
    line.kind = "post"
    return line
