"""What a reader is: the first of the five doors (entry points `chancery.readers`)."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from chancery.capture.decode import BOMS
from chancery.capture.source import Source
from chancery.errors import Rejected
from chancery.plugins import load, names
from chancery.settings import Settings

FALLBACK = "text"
"""Asked last: any text is plain text, but a page or a record is more."""


class Reader(Protocol):
    """Bytes of one format to sources."""

    name: str

    def accepts(self, head: bytes, name: str) -> bool:
        """Whether it reads what begins with `head` and is called `name`; content says more than a name."""

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        """The sources in a stream, in its order; `document` is the id of a text that has none of its own.

        What cannot be read is a `Rejected`, or a raised ReadError where nothing more can be.
        """


def _legible(head: bytes) -> bytes:
    """What begins with the mark of a wide encoding, in UTF-8: formats are told by bytes that are letters."""
    wide = next((encoding for mark, encoding in BOMS if head.startswith(mark)), None)
    return head.decode(wide, "ignore").encode() if wide else head


def reader_for(head: bytes, name: str) -> Reader:
    """The reader for what begins so; plain text where no other takes it."""
    head = _legible(head)
    readers = [load("readers", called) for called in names("readers") if called != FALLBACK]
    chosen: Reader = next((reader for reader in readers if reader.accepts(head, name)), None) or load("readers", FALLBACK)
    return chosen
