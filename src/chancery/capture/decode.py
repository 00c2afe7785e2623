"""Bytes to text: by what the bytes declare, then UTF-8, then by what they look like; never by replacing what does not fit."""

import codecs
import re
from typing import BinaryIO

from charset_normalizer import from_bytes

from chancery.capture.mending import mended
from chancery.errors import ReadError

BOMS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Longest first: the mark of UTF-32 begins with that of UTF-16. UTF-8 needs none; where it has one, it stays in the text and is counted."""
FORMATS = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\xff\xd8\xff": "a picture",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
GUESSED_FROM_BYTES = 65536
"""An encoding that no one declared is told from the beginning; the whole must then fit it."""
NOT_FOR_TEXT = frozenset(("idna", "punycode", "undefined", "utf-7", "unicode-escape", "raw-unicode-escape"))
"""What Python decodes, and no page is written in: these fail in ways of their own, or make halves of characters."""
ALIASES = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""What pages declare, and what they are written in (WHATWG, Encoding, 4.2)."""
GUESSES = ["cp1252", "mac_roman", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
"""One or two encodings a script: among all of them, Baltic Windows is taken for French as often as western Windows is."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROL_SHARE = 0.005
"""Above this share of control characters it is not text."""
LARGER = "no article is; split it, one text a file or one record a line of JSON Lines"
READ_INSTEAD = "chancery reads plain text, HTML, PDF, DOCX, e-mail, feeds, web archives, JSON Lines, CSV and Parquet"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes, mojibake in it mended; raises ReadError if they are empty, not text, or in no encoding that can be told."""
    if not data:
        raise ReadError("the file is empty")
    by_mark = next((encoding for mark, encoding in BOMS if data.startswith(mark)), None)
    if by_mark is None:
        _refuse_binary(data)
    text = _decoded(data, by_mark or (None if data.startswith(codecs.BOM_UTF8) else declared))
    if (place := text.find("\0")) >= 0:
        raise ReadError(f"it is not text: a NUL character at {place}", hint=READ_INSTEAD)
    if not text.lstrip("\ufeff").strip():
        raise ReadError("there is nothing in it but white space")
    if len(CONTROL.findall(text, 0, GUESSED_FROM_BYTES)) > CONTROL_SHARE * min(len(text), GUESSED_FROM_BYTES):
        raise ReadError("it is not text: it holds control characters", hint=READ_INSTEAD)
    return mended(text)


def _refuse_binary(data: bytes) -> None:
    for magic, what in FORMATS.items():
        if data.startswith(magic):
            raise ReadError(f"it is {what}, not text", hint=READ_INSTEAD)
    if (place := data.find(b"\0")) >= 0:
        raise ReadError(f"it is not text: a NUL byte at {place}", hint=READ_INSTEAD)


def encoding_of(head: bytes) -> str:
    """The encoding of what begins so, for what is too large to be decoded whole; raises ReadError if it is no text, or in none that can be told."""
    by_mark = next((encoding for mark, encoding in BOMS if head.startswith(mark)), None)
    if by_mark:
        return by_mark
    _refuse_binary(head)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8-sig"
    except UnicodeDecodeError:
        return "utf-8-sig" if _mostly_utf8(head) else _guess(head)


def _decoded(data: bytes, declared: str | None) -> str:
    if declared:
        name = ALIASES.get(declared.strip().lower(), declared)
        try:
            if codecs.lookup(name).name.replace("_", "-") not in NOT_FOR_TEXT:
                return data.decode(name)
        except (LookupError, UnicodeError):
            pass  # a wrong declaration is common; the bytes themselves decide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise ReadError(f"byte {error.start} is not UTF-8, the rest is", hint="mend the file, or convert it with iconv -c") from None
        return _guessed(data)


def _mostly_utf8(data: bytes) -> bool:
    """Whether there is UTF-8 in it beyond chance: then another encoding would only hide the damage."""
    sample = data[:GUESSED_FROM_BYTES].decode("utf-8", "replace")
    wrong = sample.count("\ufffd")
    return sum(char > "\x7f" for char in sample) - wrong > wrong


def _guessed(data: bytes) -> str:
    try:
        return data.decode(_guess(data))
    except UnicodeDecodeError:
        raise _untold() from None  # it fits the beginning only


def _guess(data: bytes) -> str:
    best = from_bytes(data[:GUESSED_FROM_BYTES], cp_isolation=GUESSES).best()
    if best is None:
        raise _untold()
    return str(best.encoding)


def _untold() -> ReadError:
    return ReadError("its encoding cannot be told", hint="convert it to UTF-8, for example with iconv -f windows-1252 -t utf-8")


def within(stream: BinaryIO, largest_bytes: int) -> bytes:
    """All bytes of a stream; raises ReadError if there are more than `largest_bytes`."""
    data = stream.read(largest_bytes + 1)
    if len(data) > largest_bytes:
        raise ReadError(f"it is larger than {largest_bytes} bytes", hint=LARGER)
    return data
