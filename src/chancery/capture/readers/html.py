"""HTML: the page's text line by line, with the article's headline, captions, posts and furniture marked where the markup tells."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from chancery.capture.decode import within
from chancery.capture.page.source import MARKUP_FOR_TEXT, page_source
from chancery.capture.source import Source
from chancery.settings import Settings

BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
ENDINGS = (".html", ".htm", ".xhtml")
TAG = re.compile(rb"<[a-zA-Z!/]")


class HtmlReader:
    """Reads a page to one source: its visible text, block by block, furniture and all."""

    name = "html"

    def accepts(self, head: bytes, name: str) -> bool:
        return bool(BEGINS.match(head)) or (name.lower().endswith(ENDINGS) and bool(TAG.search(head)))

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source]:
        yield page_source(within(stream, settings.largest_bytes * MARKUP_FOR_TEXT), origin, document, settings)


reader = HtmlReader()
