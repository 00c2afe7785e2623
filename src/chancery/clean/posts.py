"""Embedded social posts: found by their signature, with the lines that belong to them."""

import re

from chancery.clean.layout import Layout
from chancery.clean.lines import Line, line_at
from chancery.span import Span

PICTOGRAM = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
LONGEST_POST_LINES = 8


def mark_posts(page: list[Line], text: str, layout: Layout) -> list[Line]:
    """The lines, with those of each signed post put together and marked."""
    out: list[Line] = []
    for line in page:
        found = None if line.kind or "@" not in line.text else _last(layout.signatures, line.folded)
        if not found:
            out.append(line)
            continue
        rest = line.folded[found.end() :].strip(" .")
        own = line.folded[: found.start()].strip()
        start = line.span.start
        owed = 0 if own and layout.post_signs.search(own) else 1  # the words may stand above their signature
        start = _begin(out, start, owed, layout)
        out.append(_post(Span(start, line.span.start + found.end()), text))
        if rest:
            out.append(line_at(Span(line.span.end - len(line.folded[found.end() :].lstrip()), line.span.end), text))
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
    return bool(PICTOGRAM.search(line.text) or layout.post_signs.search(line.folded)) and line.words < 80


def _post(span: Span, text: str) -> Line:
    line = line_at(span, text)
    line.kind = "post"
    return line
