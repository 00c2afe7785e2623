"""One request to a server, within limits of time and size."""

import codecs
import io
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from functools import lru_cache
from importlib.metadata import version

import urllib3
from urllib3.exceptions import HTTPError, LocationValueError
from urllib3.exceptions import TimeoutError as TooSlow

from chancery.capture.decode import ALIASES, LARGER
from chancery.capture.source import Metadata
from chancery.capture.written import line_of
from chancery.edtf import Edtf
from chancery.errors import ReadError
from chancery.settings import Network

CHUNK_BYTES = 65536
REDIRECTIONS = frozenset((301, 302, 303, 307, 308))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    address: str
    """Where it was found, after redirections."""
    data: bytes
    declared: str | None
    """The encoding that the server says it is in."""
    day: date

    def stream(self) -> io.BufferedReader:
        """The bytes for a reader. Text whose encoding the server names becomes UTF-8 with its mark: that goes before what a page says of itself."""
        data = self.data
        if self.declared and data.strip():
            with suppress(LookupError, UnicodeError):  # a wrong declaration is common; the bytes themselves decide
                data = codecs.BOM_UTF8 + data.decode(ALIASES.get(self.declared, self.declared)).removeprefix("\ufeff").encode()
        return io.BufferedReader(io.BytesIO(data), CHUNK_BYTES)

    def metadata(self) -> Metadata:
        """What is known of it by having fetched it."""
        return Metadata(url=line_of(self.address), seen=Edtf.day(self.day))


class NotThere(ReadError):
    """The server says that there is no such page, or that it is not for us."""


def get(address: str, network: Network, largest: int, until: float) -> Answer | str:
    """One request: the answer, or the address that it redirects to."""
    try:
        response = _pool().request(
            "GET", address, headers={"User-Agent": agent(), "Accept-Encoding": "gzip, deflate"}, preload_content=False, redirect=False, retries=False,
            timeout=urllib3.Timeout(connect=network.wait_seconds, read=network.wait_seconds),
        )  # fmt: skip
        try:
            if response.status in REDIRECTIONS and response.headers.get("Location"):
                return str(response.headers["Location"])
            if response.status != 200:
                kind = NotThere if 400 <= response.status < 500 and response.status != 429 else ReadError
                raise kind(f"the server answers {response.status}", where=address)
            data = _body(response, largest, until, address)
        finally:
            response.close()
    except TooSlow:
        raise ReadError(f"the server did not answer within {network.wait_seconds:g} seconds", where=address, hint="try again later") from None
    except (HTTPError, LocationValueError, UnicodeError, OSError, ValueError) as error:
        raise ReadError(f"it cannot be fetched: {type(error).__name__}", where=address, hint="see that the address is right") from None
    return Answer(address, data, _charset(response.headers.get("Content-Type")), _day(response.headers.get("Date")))


def _body(response: urllib3.BaseHTTPResponse, largest: int, until: float, address: str) -> bytes:
    data = bytearray()
    while chunk := response.read1(CHUNK_BYTES, decode_content=True):  # what has come, without waiting for more: a server may drip
        data += chunk
        if len(data) > largest:
            raise ReadError(f"it is larger than {largest} bytes", where=address, hint=LARGER)
        if time.monotonic() > until:
            raise ReadError("the server takes too long to send it", where=address, hint="try again later")
    return bytes(data)


def _charset(content_type: str | None) -> str | None:
    """The encoding in a header such as "text/html; charset=utf-8"."""
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ").lower() or None
    return None


def _day(written: str | None) -> date:
    """The server's day; ours where it says none."""
    try:
        return parsedate_to_datetime(written or "").date()
    except (ValueError, TypeError):
        return date.today()


@lru_cache(maxsize=1)
def _pool() -> urllib3.PoolManager:
    return urllib3.PoolManager(num_pools=8)


@lru_cache(maxsize=1)
def agent() -> str:
    """How chancery calls itself to servers."""
    return f"chancery/{version('chancery')} (reads single pages for their reader; keeps to robots.txt)"
