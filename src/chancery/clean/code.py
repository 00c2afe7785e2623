"""Programs that a scraper took for text: the code of a player glued to a paragraph."""

import re
from collections.abc import Iterator

from chancery.clean.lines import Line, line_at, trimmed
from chancery.span import Span

BEGINNINGS = (
    r"(?:window|document|self)\.\w+(?:\.\w+)* ?=(?!=)",
    r"(?:var|let|const) \w+ = (?:new \w|\w+\(|[\[{])",
    r"function ?\w* ?\([\w, ]*\) ?\{",
)
CALL = re.compile(rf"(?<![\w.])(?:{'|'.join(BEGINNINGS)})")
"""How a program begins: an assignment to a part of the page, or a function."""
END = re.compile(r"\} ?\) ?;?|\) ?;")


def split_code(page: list[Line], text: str) -> Iterator[Line]:
    """The lines, with programs in them cut off as furniture."""
    for line in page:
        start = line.span.start
        while not line.kind and (found := CALL.search(text, start, line.span.end)):
            close = END.search(text, found.end(), line.span.end)
            end = close.end() if close else line.span.end
            yield from _some(Span(start, found.start()), text)
            for code in _some(Span(found.start(), end), text):
                code.kind = "furniture"
                yield code
            start = end
        if start == line.span.start:
            yield line
        else:
            yield from _some(Span(start, line.span.end), text)


def _some(span: Span, text: str) -> Iterator[Line]:
    """The stretch as a line, if it holds more than white space."""
    bare = trimmed(span, text)
    if len(bare):
        yield line_at(bare, text)
