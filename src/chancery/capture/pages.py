"""Printed pages to one text: lines that a page's width broke are joined, what stands at the head or foot of every page is marked."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chancery.capture.source import Marked
from chancery.languages import pack_for
from chancery.span import Span

EDGE_LINES = 2
"""At the head and at the foot of a page, lines that may be the running ones."""
LEAST_PAGES = 3
NUMBER = re.compile(r"\W*(?:page )?\d{1,3}(?: ?(?:/|sur|of|de) ?\d{1,3})?\W*", re.IGNORECASE)
ENDED = re.compile(r"[.!?…:»”\"]\s*$")
FULL = 0.8
"""From this share of a page's width on, a line that does not end a sentence goes on in the next."""
ENDED_FULL = 0.95
"""And one that does."""
LONGEST_WORD = 60
LEAST_WIDTH = 60
"""Characters of a line from which on its being full says more than its full stop."""
HYPHENS = ("-", "\u2010", "\u00ad")
HYPHEN = re.compile(rf"(\w+)[{''.join(HYPHENS)}]$")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line of a page."""

    text: str
    aside: bool
    full: bool
    """Whether it goes on in the next."""


def put_together(pages: Sequence[str], language: str) -> tuple[str, tuple[Marked, ...]]:
    """The pages' lines as paragraphs, one a line, and the running heads, feet and page numbers among them."""
    split = [[" ".join(line.split()) for line in page.split("\n") if line.strip()] for page in pages]
    running = _running(split)
    known = frozenset(re.findall(r"\w+(?:-\w+)*", " ".join(line for page in split for line in page).lower()))
    kept = frozenset(pack_for(language).words("layout")["hyphens"]["kept"])
    pieces = list(_joined([line for page in split for line in _page(page, running)], known, kept))
    marks, start = [], 0
    for text, aside in pieces:
        if aside:
            marks.append(Marked(Span(start, start + len(text)), "furniture"))
        start += len(text) + 1
    return "\n".join(text for text, _ in pieces), tuple(marks)


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands at the edges of more than half of the pages, whatever its numbers."""
    counts = Counter(key for page in pages for key in {_key(line) for line in [*page[:EDGE_LINES], *page[-EDGE_LINES:]]})
    return frozenset(key for key, count in counts.items() if len(pages) >= LEAST_PAGES and count * 2 > len(pages))


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _page(page: Sequence[str], running: frozenset[str]) -> Iterator[_Printed]:
    width = sorted(map(len, page))[len(page) * 9 // 10] if page else 0
    for number, line in enumerate(page):
        edge = number < EDGE_LINES or number >= len(page) - EDGE_LINES
        ended = bool(ENDED.search(line))
        full = line.endswith(HYPHENS) or (len(line) >= width * (ENDED_FULL if ended else FULL) and not (ended and width < LEAST_WIDTH))
        yield _Printed(line, edge and (_key(line) in running or bool(NUMBER.fullmatch(line))), full)


def _joined(lines: Sequence[_Printed], known: frozenset[str], kept: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The paragraphs, and what is aside; that stands before a paragraph which goes on over it to the next page."""
    text, goes_on = "", False
    for line in lines:
        if line.aside:
            if not goes_on and text:
                yield text, False
                text = ""
            yield line.text, True
            continue
        if text and not goes_on:
            yield text, False
            text = ""
        text, goes_on = _with(text, line.text, known, kept) if text else line.text, line.full
    if text:
        yield text, False


def _with(text: str, line: str, known: frozenset[str], kept: frozenset[str]) -> str:
    """A line put behind a text; a word that the line's end broke is whole again, a compound keeps its hyphen."""
    broken, rest = HYPHEN.search(text, max(0, len(text) - LONGEST_WORD)), re.match(r"\w+", line)
    if not broken or not rest:
        return f"{text} {line}"
    before, after = broken[1].lower(), rest[0].lower()
    compound = f"{before}-{after}" in known or after in kept or not rest[0][0].islower()
    if compound and f"{before}{after}" not in known:
        return text + line if text[-1] != "\u00ad" else text[:-1] + line
    return text[:-1] + line
