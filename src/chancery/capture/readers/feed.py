"""RSS, Atom and JSON Feed: each entry is a source, of the text that the feed encloses or, if so asked, of the page that it leads to."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from chancery.capture.days import day_or_none
from chancery.capture.decode import decode, within
from chancery.capture.feeds import json, xml
from chancery.capture.feeds.entry import Entry, is_markup
from chancery.capture.page.source import MARKUP_FOR_TEXT, fragment
from chancery.capture.records import headed, id_of
from chancery.capture.source import Marked, Metadata, Source
from chancery.capture.written import is_address, line_of, whole
from chancery.errors import ReadError, Rejected
from chancery.settings import Settings
from chancery.span import Span

BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?>(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*<(?:rss|feed|rdf:RDF|atom:feed)\b", re.DOTALL
)
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)")


class FeedReader:
    """Reads entry after entry; one that cannot be read is refused alone."""

    name = "feed"

    def accepts(self, head: bytes, name: str) -> bool:
        return bool(BEGINS.match(head) or json.JSON_FEED.match(head))

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        data = within(stream, settings.largest_bytes * MARKUP_FOR_TEXT)
        declared = DECLARED.search(data, 0, 400)
        text = decode(data, declared[1].decode("ascii") if declared else None)
        outlet, entries, cut = (json if json.JSON_FEED.match(data) else xml).entries(text)
        if not entries:
            raise ReadError("the feed has no entries")
        for number, entry in enumerate(entries, 1):
            where = f"{origin}:{number}"
            if cut and number == len(entries):
                yield Rejected(where, "the feed ends within this entry", "fetch it again")
                continue
            try:
                yield _source(entry, f"{document}-{number}", where, outlet, settings)
            except ReadError as error:
                yield Rejected.because(error, where)


def _source(entry: Entry, default_id: str, where: str, outlet: str, settings: Settings) -> Source:
    address = line_of(entry.link) if is_address(entry.link) else None
    published, updated = day_or_none(entry.published), day_or_none(entry.updated)
    if published and updated and published.value > updated.value:
        updated = None  # feeds that are made of old tables say so of the day that their table is from
    known = Metadata(published, address, line_of(outlet) or None, None, line_of(entry.author) or None, updated)
    document = _id(entry, default_id)
    if settings.network.follow and address and not entry.content.strip():
        from chancery.capture.network import linked_page

        return linked_page(address, where, document, settings, known)
    enclosed = entry.content.strip() or entry.summary.strip()
    if not enclosed:
        raise ReadError("the entry encloses no text", hint="--follow reads the page that it leads to" if address else "")
    body, marks = fragment(whole(enclosed), settings) if is_markup(enclosed) else (whole(enclosed), ())
    text, heading = headed(whole(entry.title), body)
    offset = len(text) - len(body)
    moved = [Marked(Span(mark.span.start + offset, mark.span.end + offset), mark.kind) for mark in marks]
    if heading:
        moved = [Marked(heading, "headline"), *(mark for mark in moved if mark.span.start >= heading.end)]
    return Source(document, where, text, tuple(moved), known)


def _id(entry: Entry, default: str) -> str:
    """The feed's own key, so that the entry is known again when it has moved down; its place where it has none that can be shown."""
    try:
        return id_of(line_of(entry.key), default)
    except ReadError:
        return default


reader = FeedReader()
