"""Addresses that were named, fetched: one request at a time, within limits, as far as the site's robots.txt allows."""

import time

from chancery.capture.network.leave import MOST_REDIRECTS, ask_leave, check, led_to
from chancery.capture.network.request import Answer, get
from chancery.capture.page.source import MARKUP_FOR_TEXT, page_source
from chancery.capture.source import Metadata, Source
from chancery.errors import ReadError
from chancery.settings import Settings


def fetched(address: str, settings: Settings, named: str | None = None) -> Answer:
    """What stands at an address; raises ReadError that says why it could not be had.

    `named` is the address that led here, where it was not this one that the user named: from the open web, no way leads into a private network.
    """
    seen: list[str] = []
    network, largest = settings.network, settings.largest_bytes * MARKUP_FOR_TEXT
    until = time.monotonic() + network.whole_seconds
    while True:
        check(address, named or (seen[0] if seen else None))
        if address in seen:
            raise ReadError("the server redirects in a circle", where=address)
        if len(seen) > MOST_REDIRECTS:
            raise ReadError(f"the server redirects more than {MOST_REDIRECTS} times", where=address)
        seen.append(address)
        ask_leave(address, network)
        answer = get(address, network, largest, until)
        if isinstance(answer, Answer):
            return answer
        address = led_to(address, answer)


def linked_page(address: str, where: str, document: str, settings: Settings, known: Metadata) -> Source:
    """The page that a feed's entry leads to; raises ReadError."""
    answer = fetched(address, settings, named=where)
    data = answer.stream().read()
    return page_source(data, address, document, settings, known=known.over(answer.metadata()))
