"""JSON Feed."""

import json
import re
from typing import Any

from chancery.capture.feeds.entry import Entry, plain
from chancery.errors import ReadError

JSON_FEED = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{.{0,4000}?"https?:\\?/\\?/jsonfeed\.org\\?/version', re.DOTALL)
"""How one begins: with the version of the format, though other keys may stand before it."""


def entries(text: str) -> tuple[str, list[Entry], bool]:
    """What the feed calls itself and its entries; raises ReadError if it is no JSON Feed."""
    try:
        feed = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"it is not JSON: {error}") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ReadError("the feed has no list of items")
    return plain(_text(feed, "title")), [_entry(item) if isinstance(item, dict) else Entry() for item in items], False


def _entry(item: dict[str, Any]) -> Entry:
    return Entry(
        plain(_text(item, "title")),
        _text(item, "content_html") or _text(item, "content_text"),
        _text(item, "summary"),
        _text(item, "url") or _text(item, "external_url"),
        _text(item, "id") or _text(item, "url"),
        _text(item, "date_published"),
        _text(item, "date_modified"),
        _author(item),
    )


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _author(item: dict[str, Any]) -> str:
    authors = item.get("authors")
    named = authors if isinstance(authors, list) else [item.get("author")]
    return ", ".join(name for author in named[:5] if isinstance(author, dict) and (name := plain(_text(author, "name"))))
