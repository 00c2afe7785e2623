"""HTML: the page's text line by line, with the article's headline, captions, posts and furniture marked where the markup tells."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from chancery.capture.decode import LARGER, decode, within
from chancery.capture.page.lines import lines, parse
from chancery.capture.page.metadata import page_metadata
from chancery.capture.source import Marked, Source
from chancery.errors import ReadError
from chancery.settings import Settings
from chancery.span import Span

BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
ENDINGS = (".html", ".htm", ".xhtml")
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
DECLARED_WITHIN_BYTES = 4096
TAG = re.compile(rb"<[a-zA-Z!/]")
MARKUP_FOR_TEXT = 10
"""How many times as large as its text a page may be: scripts, and the pictures that a page saved as one file holds."""


class HtmlReader:
    """Reads a page to one source: its visible text, block by block, furniture and all."""

    name = "html"

    def accepts(self, head: bytes, name: str) -> bool:
        return bool(BEGINS.match(head)) or (name.lower().endswith(ENDINGS) and bool(TAG.search(head)))

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source]:
        from chancery.capture.page.marks import kinds  # trafilatura takes half a second to import

        data = within(stream, settings.largest_bytes * MARKUP_FOR_TEXT)
        declared = DECLARED.search(data, 0, DECLARED_WITHIN_BYTES)
        tree = parse(decode(data, declared[1].decode("ascii", "replace") if declared else None))
        page = list(lines(tree))
        if not page:
            raise ReadError("the page shows no text", hint="it may need a browser to fill it")
        if sum(len(line.text) for line in page) > settings.largest_bytes:
            raise ReadError(f"its text is larger than {settings.largest_bytes} bytes", hint=LARGER)
        metadata, titles = page_metadata(tree)
        marks, start = [], 0
        for line, kind in zip(page, kinds(tree, page, titles), strict=True):
            if kind:
                marks.append(Marked(Span(start, start + len(line.text)), kind))
            start += len(line.text) + 1
        yield Source(document, origin, "\n".join(line.text for line in page), tuple(marks), metadata)


reader = HtmlReader()
