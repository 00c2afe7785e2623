"""One entry of a feed, whatever the feed is written in."""

import html
import re
from dataclasses import dataclass

MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
TAGS = re.compile(r"<[a-zA-Z/!][^<>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article; what it does not say is empty."""

    title: str = ""
    content: str = ""
    """The whole text, as HTML or plain."""
    summary: str = ""
    """Or its beginning."""
    link: str = ""
    key: str = ""
    """By which the feed knows it again."""
    published: str = ""
    updated: str = ""
    author: str = ""


def is_markup(text: str) -> bool:
    """Whether a text is HTML; feeds seldom say.

    >>> is_markup("3 < 5 & co"), is_markup("Fin.<br/>"), is_markup("l&#8217;accord")
    (False, True, True)
    """
    return bool(MARKUP.search(text))


def plain(text: str) -> str:
    """A title as one line without markup.

    >>> plain("L&amp;#8217;accord  <b>signé</b>")
    'L’accord signé'
    """
    return " ".join(html.unescape(TAGS.sub(" ", html.unescape(text))).split())
