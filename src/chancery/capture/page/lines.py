"""A page to its lines of text: one a block element, with what the markup says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from chancery.errors import ReadError

INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
"""Elements that do not break the line (HTML, 15.3); what is not here breaks it."""
UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "head", "iframe", "canvas", "audio", "video", "object", "embed", "select", "textarea")
)
"""What a browser shows no text of, or not as text."""
ASIDE = frozenset(("nav", "footer", "aside", "form", "button", "menu", "dialog"))
ASIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"))
CAPTIONS = re.compile(r"(?:^|[\s_-])(?:caption|legend|legende|figcaption)(?:$|[\s_-])", re.IGNORECASE)
POSTS = re.compile(r"twitter-tweet|twitter-video|instagram-media|fb-post|bluesky-embed|mastodon-embed|tiktok-embed", re.IGNORECASE)
DEEPEST = 400
"""Pages that people made are nested some dozens deep; libxml2 drops what lies below 2,048 without a word."""
MOST_ATTRIBUTES = 10_000
"""Of one tag."""
SPACES = re.compile(r"[ \t\n\r\f]+")
"""White space of HTML; no-break spaces are text."""


@dataclass(slots=True)
class Line:
    """The text of one block element, or of a part of it up to a line break."""

    text: str
    tag: str
    """Of the block it stands in."""
    parent: int
    """A number for the element around that block, so that siblings can be told."""
    aside: bool
    caption: bool
    post: bool
    linked: float
    """Share of its characters that are link text."""


@dataclass(slots=True)
class _Place:
    """Where the walk stands: what the elements around say."""

    tag: str
    number: int
    parent: int
    aside: bool
    caption: bool
    post: bool
    linked: bool
    unseen: bool


@dataclass(slots=True)
class _Gathering:
    """The pieces of the line that is being read."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    place: _Place | None = None

    def add(self, text: str | None, place: _Place) -> None:
        if not text or place.unseen:
            return
        self.pieces.append(text)
        if text.strip():
            self.place = self.place or place
            self.linked += len(text.strip()) if place.linked else 0

    def taken(self) -> Line | None:
        """The line, if it holds anything; the next one begins empty."""
        text, place, linked = SPACES.sub(" ", "".join(self.pieces)).strip(" "), self.place, self.linked
        self.pieces, self.linked, self.place = [], 0, None
        if not text or place is None:
            return None
        return Line(text, place.tag, place.parent, place.aside, place.caption, place.post, min(1.0, linked / len(text)))


def parse(page: str) -> html.HtmlElement:
    """The page's tree; raises ReadError if there is none in it."""
    _refuse_crowded(page)
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        return html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise ReadError(f"it is not HTML: {error}") from None


def _refuse_crowded(page: str) -> None:
    """Raise ReadError for a tag of very many attributes: the parser takes the square of their number in time."""
    for piece in page.split("<"):
        if len(piece) > 2 * MOST_ATTRIBUTES and piece[0].isalpha() and len(piece.partition(">")[0].split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES:
            raise ReadError(f"a tag in it has more than {MOST_ATTRIBUTES} attributes", hint="no article does; see what made the page")


def lines(tree: html.HtmlElement) -> Iterator[Line]:
    """The lines of a page in its order; raises ReadError if it is nested too deep to be read whole."""
    top = _Place("html", 0, 0, False, False, False, False, False)
    stack, number, gathering = [top], 0, _Gathering()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            number += 1
            if len(stack) > DEEPEST:
                raise ReadError(f"its elements are nested more than {DEEPEST} deep", hint="no article is; see what made the page")
            place = _place(element, stack[-1], number)
            if tag not in INLINE and (line := gathering.taken()):
                yield line
            stack.append(place)
            gathering.add(element.text, place)
        else:
            stack.pop()
            if tag not in INLINE and (line := gathering.taken()):
                yield line
            gathering.add(element.tail, stack[-1])
    if line := gathering.taken():
        yield line


def _place(element: html.HtmlElement, around: _Place, number: int) -> _Place:
    tag, get = str(element.tag), element.get
    names = f"{get('class') or ''} {get('id') or ''}"
    inline = tag in INLINE
    return _Place(
        around.tag if inline else tag,
        around.number if inline else number,
        around.parent if inline else around.number,
        around.aside or tag in ASIDE or (get("role") or "") in ASIDE_ROLES,
        around.caption or tag == "figcaption" or bool(CAPTIONS.search(names)),
        around.post or (tag not in ("html", "body") and bool(POSTS.search(names))),
        around.linked or tag == "a",
        around.unseen or tag in UNSEEN,
    )
