"""What a page says of itself in its head: day, address, outlet, author, title."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import html

from chancery.capture.days import day_or_none
from chancery.capture.source import Metadata
from chancery.capture.written import is_address, line_of
from chancery.edtf import Edtf

PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "date",
    "dc.date",
)
OUTLET = ("og:site_name", "application-name", "dc.publisher")
AUTHOR = ("author", "article:author", "dc.creator", "parsely-author")
TITLE = ("og:title", "twitter:title", "dc.title")
"""Names under which pages keep it, the most telling first."""
ARTICLES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting", "LiveBlogPosting", "WebPage")
)
LINKED_DATA_NODES = 2000
"""How much of a page's linked data is looked through."""


def page_metadata(tree: html.HtmlElement) -> tuple[Metadata, tuple[str, ...]]:
    """What the page says of itself, and the titles it gives itself. What it says that is no date, address or name is left out."""
    said = _said(tree)
    linked = next(_articles(tree), {})
    times = [
        element.get("datetime") for element in tree.iter("time") if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    published = _first_day(
        [*(said.get(name) for name in PUBLISHED[:3]), linked.get("datePublished"), *times, *(said.get(name) for name in PUBLISHED[3:])]
    )
    address = next((element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"), None) or said.get(
        "og:url"
    )
    author = next((said[name] for name in AUTHOR if said.get(name) and "://" not in said[name]), None) or _name(linked.get("author"))
    outlet = next((said[name] for name in OUTLET if said.get(name)), None) or _name(linked.get("publisher"))
    heading = tree.find(".//title")
    titles = [*(said.get(name) for name in TITLE), linked.get("headline"), heading.text_content() if heading is not None else None]
    return Metadata(published, _absolute(address), outlet, None, author), tuple(" ".join(title.split()) for title in titles if isinstance(title, str))


def _said(tree: html.HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = line_of(element.get("content") or "")
        if name and content:
            said.setdefault(name, content)
    return said


def _first_day(values: list[Any]) -> Edtf | None:
    return next((day for value in values if isinstance(value, str) and (day := day_or_none(value))), None)


def _articles(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The page's linked data (JSON-LD) that describes an article."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(element.text_content())]
        except (ValueError, RecursionError):
            continue
        for _ in range(LINKED_DATA_NODES):
            if not waiting:
                break
            node = waiting.pop()
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                kinds = node.get("@type")
                if not ARTICLES.isdisjoint(kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)):
                    yield node
                waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _name(value: Any) -> str | None:
    """The names in a linked-data value: a string, a node with a name, or a list of them."""
    if isinstance(value, str):
        return line_of(value) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for item in value[:5] if not isinstance(item, list) and (name := _name(item))) or None
    return None


def _absolute(address: str | None) -> str | None:
    return line_of(address) if address and is_address(address) else None
