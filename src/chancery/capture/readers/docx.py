"""DOCX: the paragraphs of a word processor's document, its title and captions marked by their styles.

Read with the standard library and lxml: python-docx opens an archive whatever it unpacks to, and leaves out text that is marked as inserted.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from chancery.capture.decode import LARGER, within
from chancery.capture.mending import mended
from chancery.capture.source import BlockKind, Marked, Source
from chancery.capture.written import whole
from chancery.errors import ReadError
from chancery.settings import Settings
from chancery.span import Span

MAGIC = b"PK\x03\x04"
BODY = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKUP_FOR_TEXT = 10
UNSEEN = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}txbxContent", f"{W}pict", f"{W}object"))
"""Text that was taken out, codes of fields, and text boxes: what stands beside the text."""
STYLES: dict[str, BlockKind] = {"title": "headline", "titre": "headline", "caption": "caption", "lgende": "caption"}
"""Beginnings of the names of styles, in lower case: Word takes the accents out of its ids."""


class DocxReader:
    """Reads the body of a document, a paragraph a line."""

    name = "docx"

    def accepts(self, head: bytes, name: str) -> bool:
        return head.startswith(MAGIC) and (b"word/" in head or name.lower().endswith((".docx", ".docm")))

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source]:
        largest = settings.largest_bytes * MARKUP_FOR_TEXT
        paragraphs = list(_paragraphs(_body(within(stream, largest), largest)))
        if not any(text.strip() for text, _ in paragraphs):
            raise ReadError("the document holds no text", hint="text in pictures cannot be read")
        text = "\n".join(text for text, _ in paragraphs)
        if len(text) > settings.largest_bytes:
            raise ReadError(f"its text is larger than {settings.largest_bytes} bytes", hint=LARGER)
        marks, start = [], 0
        for paragraph, kind in paragraphs:
            if kind and paragraph.strip():
                marks.append(Marked(Span(start, start + len(paragraph)), kind))
            start += len(paragraph) + 1
        yield Source(document, origin, text, tuple(marks))


def _body(data: bytes, largest: int) -> bytes:
    """The XML of the text; raises ReadError if the archive is damaged, locked, or unpacks to more than any document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo(BODY)
            if entry.flag_bits & 1:
                raise ReadError("the document is locked with a password", hint="save it without one")
            if entry.file_size > largest:
                raise ReadError(f"it unpacks to more than {largest} bytes", hint=LARGER)
            with archive.open(entry) as body:
                return body.read(largest)
    except KeyError:
        raise ReadError("the archive holds no word processor's text", hint="chancery reads DOCX; unpack other archives") from None
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as error:
        raise ReadError(f"the archive is damaged: {error}", hint="see that it is whole") from None


def _paragraphs(body: bytes) -> Iterator[tuple[str, BlockKind | None]]:
    if b"<!DOCTYPE" in body[:4096]:
        raise ReadError("the document declares a type of its own, which none does that a word processor wrote")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"its XML is damaged: {error}") from None
    for paragraph in tree.iter(f"{W}p"):
        if not any(around.tag in UNSEEN for around in paragraph.iterancestors()):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            name = (style.get(f"{W}val") or "").lower() if style is not None else ""
            kind = next((kind for begin, kind in STYLES.items() if name.startswith(begin)), None)
            yield mended(whole("".join(_pieces(paragraph)))), kind


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield "\t" if child.tag == f"{W}tab" else "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "\u2011"
        elif child.tag not in UNSEEN and child.tag not in (f"{W}p", f"{W}pPr", f"{W}rPr"):
            yield from _pieces(child)


reader = DocxReader()
