"""WARC: a web archive; each page that a server sent with success is a source. Needs FastWARC (the extra `archives`)."""

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from chancery.capture.days import day_or_none
from chancery.capture.decode import LARGER
from chancery.capture.extras import extra
from chancery.capture.page.source import MARKUP_FOR_TEXT, page_source
from chancery.capture.source import Metadata, Source
from chancery.capture.written import is_address, line_of
from chancery.errors import ReadError, Rejected
from chancery.settings import Settings

MAGIC = b"WARC/"
PAGES = ("text/html", "application/xhtml+xml")
ZIPPED = ("gzip", "x-gzip", "deflate")


class WarcReader:
    """Reads page after page; what is no page (pictures, redirections, errors) is no text, and is passed over."""

    name = "warc"

    def accepts(self, head: bytes, name: str) -> bool:
        return head.startswith(MAGIC)

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        warc = extra("archives", "fastwarc.warc")
        largest, found, number = settings.largest_bytes * MARKUP_FOR_TEXT, False, 0
        records = warc.ArchiveIterator(_Bytes(stream), parse_http=False, stream_detect=False)
        while True:
            number += 1
            where = f"{origin}:{number}"
            try:
                record = next(records, None)
                if record is None:
                    break
                block = _block(record, largest)
                page = _page(record, block, largest) if record.record_type == warc.WarcRecordType.response and record.is_http else None
                if page is not None:
                    found = True
                    yield _source(record, *page, where, f"{document}-{number}", settings)
            except ReadError as error:
                found = True
                yield Rejected.because(error, where)
            except (OSError, EOFError, ValueError) as error:
                found = True
                yield Rejected(where, f"the archive is cut or damaged within this record: {error}", "what came before it is read; fetch it again")
                break
        if not found:
            raise ReadError("the archive holds no page", hint="only HTML that a server sent with success is read")


class _Bytes:
    """The stream, with just the methods that FastWARC asks for, so that it neither closes nor seeks what is not its own."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read1(size) if isinstance(self._stream, io.BufferedReader) else self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _block(record: Any, largest: int) -> bytes:
    """All that the archive holds of a record, so that it is known to be whole; raises ReadError if it is too large, EOFError if it is cut."""
    if record.content_length > largest:
        record.reader.consume()
        raise ReadError(f"the record is larger than {largest} bytes", hint=LARGER)
    block = bytes(record.reader.read(record.content_length))
    if len(block) < record.content_length:
        raise EOFError(f"{record.content_length - len(block)} bytes are missing")
    return block


def _page(record: Any, block: bytes, largest: int) -> tuple[bytes, str | None] | None:
    """The page that a server sent, all encodings of its way undone, and the one of its text; None if it sent none. Raises ReadError."""
    sent = _http(type(record)(), block, "none")
    headers = sent.http_headers
    if headers is None or headers.status_code != 200 or (sent.http_content_type or "").lower() not in PAGES:
        return None
    packed = (headers.get("Content-Encoding") or "").strip().lower()
    try:
        data = bytes(_http(type(record)(), block, "transfer" if packed in ZIPPED else "all").reader.read(largest + 1))
        if packed in ZIPPED:
            data = _unzipped(data, largest)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise ReadError(f"the page did not arrive whole: {error}") from None
    if len(data) > largest:
        raise ReadError(f"the page is larger than {largest} bytes", hint=LARGER)
    return data, sent.http_charset


def _http(record: Any, block: bytes, decoded: str) -> Any:
    record.set_bytes_content(block)
    record.is_http = True
    record.parse_http(auto_decode=decoded)
    return record


def _unzipped(data: bytes, largest: int) -> bytes:
    """What gzip or zlib made small; FastWARC does not say when there is less of it than there was."""
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    unpacked = unpacking.decompress(data, largest + 1)
    if not unpacking.eof and len(unpacked) <= largest:
        raise EOFError("its end is missing")
    return unpacked


def _source(record: Any, data: bytes, charset: str | None, where: str, document: str, settings: Settings) -> Source:
    address = line_of(record.headers.get("WARC-Target-URI") or "").strip("<>")
    seen = day_or_none(record.headers.get("WARC-Date") or "")
    known = Metadata(url=address if is_address(address) else None, seen=seen)
    return page_source(data, where, document, settings, declared=charset, known=known)


reader = WarcReader()
