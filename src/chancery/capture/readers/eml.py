"""E-mail: a newsletter as it was sent. Its HTML is read as a page is, else its plain text; files attached to it are read as files are."""

import io
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from itertools import pairwise
from typing import BinaryIO

from chancery.capture.days import day_or_none
from chancery.capture.decode import decode, within
from chancery.capture.page.source import MARKUP_FOR_TEXT, page_source
from chancery.capture.reader import reader_for
from chancery.capture.records import headed
from chancery.capture.source import Marked, Metadata, Source
from chancery.capture.written import line_of, whole
from chancery.errors import ReadError, Rejected
from chancery.settings import Settings

HEADER = re.compile(rb"(?:\xef\xbb\xbf)?(?:From \S[^\r\n]*\r?\n)?((?:[!-9;-~]+:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+)")
NAMES = re.compile(rb"^(from|date|subject|message-id|mime-version|received|return-path|delivered-to|to)[ \t]*:", re.IGNORECASE | re.MULTILINE)
LEAST_NAMES = 3
"""Of headers that every message has: an article may begin with a date, or with whom it is from."""
POSTMARK = re.compile(rb"^From \S[^\r\n]*\d{4}[^\r\n]*$", re.MULTILINE)
"""What stands before each message of a mailbox."""
LONGEST_HEADER = 2000
MOST_PARTS = 200
UNREAD = ("image/", "audio/", "video/", "text/calendar", "application/pkcs7", "application/pgp")
"""What is sent along with a message and is no text of it."""


class EmailReader:
    """Reads a message to one source, and each file that is attached to it; of a mailbox, each message."""

    name = "eml"

    def accepts(self, head: bytes, name: str) -> bool:
        found = HEADER.match(head)
        names = {each.lower() for each in NAMES.findall(found[1])} if found else set()
        return b"from" in names and (len(names) >= LEAST_NAMES or name.lower().endswith(".eml"))

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        data = within(stream, settings.largest_bytes * MARKUP_FOR_TEXT)
        letters = _letters(data)
        for number, letter in enumerate(letters, 1):
            where, name = (origin, document) if len(letters) == 1 else (f"{origin}:{number}", f"{document}-{number}")
            try:
                yield from _read(letter, where, name, settings)
            except ReadError as error:
                yield Rejected.because(error, where)


def _letters(data: bytes) -> list[bytes]:
    """The messages of a mailbox (mbox), or the one that there is."""
    places = [found.start() for found in POSTMARK.finditer(data)] if data.startswith(b"From ") else []
    return [data[start:end] for start, end in pairwise([*places, len(data)])] or [data]


def _read(data: bytes, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
    try:
        message = message_from_bytes(data)
    except RecursionError:
        raise ReadError("its parts are nested too deep") from None
    parts = _parts(message)
    try:
        yield _source(message, parts, origin, document, settings)
    except ReadError as error:
        yield Rejected.because(error, origin)
    for number, part in enumerate((part for part in parts if _is_file(part)), 1):
        yield from _attached(part, f"{origin}:{number}", f"{document}-{number}", settings)


def _parts(message: Message) -> list[Message]:
    parts = []
    for part in message.walk():
        parts.append(part)
        if len(parts) > MOST_PARTS:
            raise ReadError(f"the message has more than {MOST_PARTS} parts")
    return parts


def _source(message: Message, parts: list[Message], origin: str, document: str, settings: Settings) -> Source:
    known = Metadata(day_or_none(_header(message, "Date")), outlet=_sender(message), seen=None)
    texts = [part for part in parts if not part.is_multipart() and not _is_file(part)]
    pages = [part for part in texts if part.get_content_type() == "text/html" and _bytes(part).strip()]
    if pages:
        return page_source(_bytes(pages[0]), origin, document, settings, declared=_charset(pages[0]), known=known)
    plain = next((part for part in texts if part.get_content_type() == "text/plain" and _bytes(part).strip()), None)
    if plain is None:
        raise ReadError("the message holds no text")
    text, heading = headed(_header(message, "Subject"), decode(_bytes(plain), _charset(plain)))
    return Source(document, origin, text, (Marked(heading, "headline"),) if heading else (), known)


def _attached(part: Message, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
    """What an attached file holds; a message within a message is left alone."""
    name = line_of(part.get_filename() or "")
    data = _bytes(part)
    reader = reader_for(data[:65536], name)
    if reader.name == EmailReader.name:
        yield Rejected(origin, "a message attached to a message", "save it as a file of its own")
        return
    try:
        yield from reader.read(io.BytesIO(data), origin, document, settings)
    except ReadError as error:
        yield Rejected(origin, f"the file {name or 'without a name'} attached to it: {error.what}", error.hint)


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" and not part.is_multipart() and not part.get_content_type().startswith(UNREAD)


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _charset(part: Message) -> str | None:
    return part.get_content_charset()


def _header(message: Message, name: str) -> str:
    """A header as one line; what is broken in it is shown as it stands."""
    written = str(message.get(name) or "")[:LONGEST_HEADER]
    try:
        return line_of(whole(str(make_header(decode_header(written)))))
    except (HeaderParseError, LookupError, ValueError):
        return line_of(whole(written))


def _sender(message: Message) -> str | None:
    """The name of who sent it."""
    return parseaddr(_header(message, "From"))[0] or None


reader = EmailReader()
