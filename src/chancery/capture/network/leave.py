"""Whether an address may be asked for: what the site's robots.txt says, how often, and no way from the open web into a private network."""

import ipaddress
import socket
import time
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from chancery.capture.network.request import Answer, NotThere, agent, get
from chancery.capture.written import is_address, line_of
from chancery.errors import ReadError
from chancery.settings import Network

SCHEMES = ("http", "https")
MOST_REDIRECTS = 5
ROBOTS_BYTES = 512_000
LONGEST_PAUSE_SECONDS = 30
"""That a robots.txt can ask for; who asks for more does not want to be read by a program."""
_last: dict[str, float] = {}
"""By server, when it was last asked."""


def check(address: str, named: str | None) -> None:
    """Raise ReadError for an address that cannot be read, or that leads from outside into a private network."""
    try:
        parts = urlsplit(address)
        host, scheme, _ = parts.hostname, parts.scheme, parts.port
    except ValueError:
        raise ReadError("it is no address of the web", where=line_of(address)) from None
    if scheme not in SCHEMES or not host:
        raise ReadError("it is no address of the web", where=line_of(address), hint="an address begins with http:// or https://")
    if named is not None and host != (urlsplit(named).hostname if is_address(named) else None) and _is_private(host):
        raise ReadError("the link leads into a private network", where=address, hint="name the address itself if you mean it")


def led_to(address: str, where: str) -> str:
    """The address that a redirection leads to, which may be a relative one; raises ReadError."""
    try:
        return urljoin(address, where)
    except ValueError:
        raise ReadError("the server redirects to no address of the web", where=line_of(address)) from None


def _is_private(host: str) -> bool:
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False  # it has no address; the request will say so
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)


def ask_leave(address: str, network: Network) -> None:
    """Wait until the server may be asked again; raises ReadError if its robots.txt forbids it."""
    parts = urlsplit(address)
    server = f"{parts.scheme}://{parts.netloc}"
    allowed, pause = _robots(server, network).rules(address)
    if not allowed:
        raise ReadError("the site's robots.txt asks programs not to read it", where=address, hint="save the page yourself and name the file")
    pause = max(pause, network.pause_seconds)
    if (left := _last.get(server, -pause) + pause - time.monotonic()) > 0:
        time.sleep(left)
    _last[server] = time.monotonic()


@dataclass(frozen=True, slots=True)
class _Robots:
    text: str | None
    """None if the server failed to say what it allows."""

    def rules(self, address: str) -> tuple[bool, float]:
        """Whether the address may be read, and the seconds to leave between two requests."""
        from protego import Protego

        if self.text is None:
            return False, 0
        found = Protego.parse(self.text)
        pause = found.crawl_delay(agent()) or 0
        return bool(found.can_fetch(address, agent())) and pause <= LONGEST_PAUSE_SECONDS, pause


@lru_cache(maxsize=256)
def _robots(server: str, network: Network) -> _Robots:
    """What a server asks of programs (RFC 9309): all is allowed where there is no such file, nothing where the server fails to say."""
    address, until = f"{server}/robots.txt", time.monotonic() + network.whole_seconds
    try:
        for _ in range(MOST_REDIRECTS):
            answer = get(address, network, ROBOTS_BYTES, until)
            if isinstance(answer, Answer):
                return _Robots(answer.data.decode("utf-8", "replace"))
            address = led_to(address, answer)
            check(address, server)
    except NotThere:
        pass
    except ReadError:
        return _Robots(None)
    return _Robots("")
