"""RSS and Atom. No entity is ever expanded but HTML's characters, nothing is fetched, and what is broken is read as far as it goes."""

import html
import re
from dataclasses import replace
from html.entities import html5

from lxml import etree

from chancery.capture.feeds.entry import Entry, plain
from chancery.errors import ReadError

DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^>]*\?>")
PROLOG = re.compile(r".*?(?=<[A-Za-z])", re.DOTALL)
NAMED = re.compile(r"&(\w+);")
KEPT = frozenset(("amp", "lt", "gt", "quot", "apos"))
PREFIXES = {
    None: "",
    "http://purl.org/rss/1.0/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
"""What is in none of these is somebody's extension: thumbnails, comments, podcasts."""
FIELDS = {
    "title": ("title", "dc:title"),
    "content": ("content:encoded", "content"),
    "summary": ("description", "summary"),
    "link": ("link",),
    "key": ("guid", "id"),
    "published": ("pubDate", "published", "issued", "dc:date"),
    "updated": ("updated", "modified"),
    "author": ("dc:creator", "author"),
}
"""Names under which feeds keep it, the most telling first."""
ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"


def entries(text: str) -> tuple[str, list[Entry], bool]:
    """What the feed calls itself, its entries, and whether it is cut off in the last of them; raises ReadError if it is none."""
    bare = DECLARATION.sub("", text, count=1)
    prolog = PROLOG.match(bare)
    if prolog and "<!ENTITY" in prolog[0]:
        raise ReadError(
            "the feed declares entities of its own", hint="no feed needs them, and they can be made to read other files; see where it comes from"
        )
    root = _parsed(NAMED.sub(_character, bare))
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    channel = next((element for element in root.iter() if _name(element) in ("channel", "feed")), root)
    whole = f"{str(root.tag).rpartition('}')[2].rpartition(':')[2]}>" in bare[-2000:]
    return plain(_text(_children(channel).get("title"))), [_entry(item) for item in items], not whole


def _parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"it is not XML: {error}") from None
    if root is None:
        raise ReadError("it is not XML")
    return root


def _character(found: re.Match[str]) -> str:
    """HTML's names of characters, which XML does not know: without them, the parser would leave the characters out."""
    return found[0] if found[1] in KEPT else html5.get(f"{found[1]};", found[0])


def _name(element: etree._Element) -> str:
    """The element's name, with a prefix of ours if it is not of the feed itself; empty for what is in nobody's name space that we read."""
    if not isinstance(element.tag, str):
        return ""
    space, inside, local = element.tag.rpartition("}")
    prefix = PREFIXES.get(space[1:] if inside else None)  # a prefix that the feed does not declare stays in the name
    return "" if prefix is None else prefix + local


def _children(element: etree._Element) -> dict[str, etree._Element]:
    """The first child of each name; of links, the first that leads to the article."""
    found: dict[str, etree._Element] = {}
    for child in element:
        if _name(child) == "link" and child.get("rel", "alternate") != "alternate":
            continue
        found.setdefault(_name(child), child)
    return found


def _entry(item: etree._Element) -> Entry:
    children = _children(item)
    said = {field: next((text for name in names if (text := _text(children.get(name)))), "") for field, names in FIELDS.items()}
    entry = Entry(**said)
    return replace(entry, title=plain(entry.title), author=plain(entry.author), key=entry.key or item.get(ABOUT) or entry.link)


def _text(element: etree._Element | None) -> str:
    """What an element says: its text, an address that it refers to, a person's name, or the markup that it holds."""
    if element is None:
        return ""
    if element.get("type") == "xhtml":
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    if element.get("href"):
        return str(element.get("href"))
    named = next((child for child in element if _name(child) == "name"), None)
    text = "".join((element if named is None else named).itertext()).strip()
    return html.escape(text, quote=False) if element.get("type") == "text" else text
