"""A page, or a piece of one, to its text and what the markup tells of it."""

import re
from collections.abc import Sequence

from lxml import html

from chancery.capture.decode import LARGER, decode
from chancery.capture.page.lines import Line, lines, parse
from chancery.capture.page.metadata import page_metadata
from chancery.capture.source import BlockKind, Marked, Metadata, Source
from chancery.errors import ReadError
from chancery.settings import Settings
from chancery.span import Span

DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
DECLARED_WITHIN_BYTES = 4096
MARKUP_FOR_TEXT = 10
"""How many times as large as its text a page may be: scripts, and the pictures that a page saved as one file holds."""


def page_source(data: bytes, origin: str, document: str, settings: Settings, *, declared: str | None = None, known: Metadata = Metadata()) -> Source:
    """The source that a page amounts to: its visible text line by line, marked. Raises ReadError.

    `declared` is the encoding that came with the page, and goes before what it declares itself; `known` goes before what it says of itself.
    """
    from chancery.capture.page.marks import kinds  # trafilatura takes half a second to import

    within = DECLARED.search(data, 0, DECLARED_WITHIN_BYTES)
    tree = parse(decode(data, declared or (within[1].decode("ascii", "replace") if within else None)))
    page = _shown(tree, settings)
    said, titles = page_metadata(tree)
    text, marks = joined(page, kinds(tree, page, titles))
    return Source(document, origin, text, marks, known.over(said))


def fragment(markup: str, settings: Settings) -> tuple[str, tuple[Marked, ...]]:
    """The text of a piece of HTML, such as a feed encloses, and what its markup tells; all of it is the article unless the markup says otherwise."""
    from chancery.capture.page.marks import kinds

    tree = parse(markup)
    page = _shown(tree, settings)
    return joined(page, kinds(tree, page, (), whole=True))


def joined(page: Sequence[Line], told: Sequence[BlockKind | None]) -> tuple[str, tuple[Marked, ...]]:
    """The lines as one text, and those of a known kind marked in it."""
    marks, start = [], 0
    for line, kind in zip(page, told, strict=True):
        if kind:
            marks.append(Marked(Span(start, start + len(line.text)), kind))
        start += len(line.text) + 1
    return "\n".join(line.text for line in page), tuple(marks)


def _shown(tree: html.HtmlElement, settings: Settings) -> list[Line]:
    page = list(lines(tree))
    if not page:
        raise ReadError("the page shows no text", hint="it may need a browser to fill it")
    if sum(len(line.text) for line in page) > settings.largest_bytes:
        raise ReadError(f"its text is larger than {settings.largest_bytes} bytes", hint=LARGER)
    return page
