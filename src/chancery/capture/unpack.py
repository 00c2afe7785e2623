"""What gzip packed, as it was: member after member, and all that can be had of one that is cut."""

import io
import zlib
from typing import BinaryIO

GZIP = b"\x1f\x8b"
CHUNK_BYTES = 65536


def unpacked(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream, or what is packed in it; reading that raises EOFError or zlib.error where it is damaged, once all before it was read."""
    return io.BufferedReader(_Members(stream), CHUNK_BYTES) if stream.peek(2).startswith(GZIP) else stream


class _Members(io.RawIOBase):
    """The standard library's own reading raises before it gives what came last, which would lose the records that are whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._waiting = stream, b""
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._next(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        while True:
            if self._member.eof:
                self._waiting = self._member.unused_data.lstrip(b"\0") or self._stream.read(CHUNK_BYTES).lstrip(b"\0")
                if not self._waiting:
                    return b""
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            packed = self._waiting or self._stream.read(CHUNK_BYTES)
            if not packed:
                raise EOFError("the compressed file ends before its end mark")
            data = self._member.decompress(packed, most)
            self._waiting = self._member.unconsumed_tail
            if data:
                return data

    def close(self) -> None:
        self._stream.close()
        super().close()
