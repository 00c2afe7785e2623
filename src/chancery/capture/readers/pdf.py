"""PDF with a text layer: the lines of its pages put together to paragraphs, running heads and page numbers marked. Needs pypdf (the extra `pdf`).

A printer's ligatures are letters again: no reader looks for the single sign in which a PDF may hold the two of "ﬁn".
"""

import io
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from ftfy.fixes import fix_latin_ligatures

from chancery.capture.decode import LARGER, within
from chancery.capture.extras import extra
from chancery.capture.mending import mended
from chancery.capture.pages import put_together
from chancery.capture.source import Source
from chancery.capture.written import whole
from chancery.errors import ReadError
from chancery.settings import Settings

MAGIC = b"%PDF-"
MAGIC_WITHIN_BYTES = 1024
"""Readers of PDF look for it there."""
PICTURES_FOR_TEXT = 20
"""How many times as large as its text a file may be."""
MOST_PAGES = 2000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is damaged is said by the refusal, not on the user's terminal


class PdfReader:
    """Reads a file to one source."""

    name = "pdf"

    def accepts(self, head: bytes, name: str) -> bool:
        return head.startswith(MAGIC) or (name.lower().endswith(".pdf") and MAGIC in head[:MAGIC_WITHIN_BYTES])

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source]:
        pages = _pages(within(stream, settings.largest_bytes * PICTURES_FOR_TEXT), settings.largest_bytes)
        if not any(page.strip() for page in pages):
            raise ReadError("it has no text layer: its pages are pictures", hint="have a program for character recognition (OCR) put one in")
        text, marks = put_together([mended(fix_latin_ligatures(whole(page))) for page in pages], settings.language)
        yield Source(document, origin, text, marks)


def _pages(data: bytes, largest: int) -> list[str]:
    """The text of each page; raises ReadError for a file that is locked, damaged, or larger than any article."""
    pypdf: Any = extra("pdf", "pypdf")
    try:
        file = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if file.is_encrypted and not file.decrypt(""):
            raise ReadError("it is encrypted", hint="save it without a password")
        if len(file.pages) > MOST_PAGES:
            raise ReadError(f"it has more than {MOST_PAGES} pages", hint=LARGER)
        pages, size = [], 0
        for page in file.pages:
            pages.append(page.extract_text().replace("\0", ""))
            size += len(pages[-1])
            if size > largest:
                raise ReadError(f"its text is larger than {largest} bytes", hint=LARGER)
        return pages
    except ReadError:
        raise
    except pypdf.errors.DependencyError:
        raise ReadError("it is encrypted", hint="save it without encryption, or pip install cryptography") from None
    except Exception as error:  # what a damaged file makes pypdf raise has no common type
        raise ReadError("its PDF is damaged", hint="see that it is whole") from error


reader = PdfReader()
