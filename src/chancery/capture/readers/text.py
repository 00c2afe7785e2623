"""Plain text: the whole file is one source."""

from collections.abc import Iterator
from typing import BinaryIO

from chancery.capture.decode import decode, within
from chancery.capture.source import Source
from chancery.settings import Settings


class TextReader:
    """Reads any text as it stands: every line break stays as it is, so that offsets hold in the file."""

    name = "text"

    def accepts(self, head: bytes, name: str) -> bool:
        return b"\0" not in head

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source]:
        yield Source(document, origin, decode(within(stream, settings.largest_bytes)))


reader = TextReader()
