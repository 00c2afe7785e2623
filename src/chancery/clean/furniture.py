"""Lines that are not the article: told by their words, and by the company they keep."""

import re

from chancery.clean.layout import EDGES, Layout
from chancery.clean.lines import Line

LONGEST_NOTICE_WORDS = 60
LONGEST_ENTRY_WORDS = 40
LONGEST_CAPTION_WORDS = 60
LONGEST_DATED_WORDS = 35
"""A line that only its date makes a caption may not be as long as a paragraph."""
SHORTEST_SENTENCE_WORDS = 6
LONGEST_LIST = 14
"""Lines under the heading of a list of other articles that may belong to it."""
TIMED = re.compile(r"\d{1,2}:\d\d[A-ZÀÉÈ\"«]")
"""12:50FranceLes profs...: a news ticker's entry, its section and title glued to its time."""
TICKING = re.compile(r"\d{1,2}[:h]\d\d\b")
BY_OUTLET = re.compile(r"[^\s('’-]par (?:[A-Z0-9][\w .'’&-]{1,30}|[a-z]{5,20})(?: \([^()]{2,20}\))?$")
"""A video's title with its provider glued on."""
SEPARATED = re.compile(r"\s[|›»>•·/]\s|\s{2,}|\s-\s")
SECTION = re.compile(r"\s*[|·•].*")
"""Behind the name of a paper at the head of its page."""
ALONE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[\W_]+|A\+ A-")


def mark_furniture(page: list[Line], layout: Layout) -> None:
    """Mark what is furniture by its own words, and set `listed` where only its neighbours can tell."""
    ended = False
    _mark_masthead(page, layout)
    for line in page:
        if line.kind:
            continue
        bare = line.folded.strip(EDGES)
        if ended or _surely(line, bare, layout):
            line.kind = "furniture"
        elif (not line.final and layout.labels.fullmatch(bare)) or (not line.final and TICKING.match(line.text)):
            line.listed = True
        if layout.ends.fullmatch(bare) and _article_over(page, line):
            line.kind, ended = "furniture", True
    _mark_lists(page, layout)


def _mark_masthead(page: list[Line], layout: Layout) -> None:
    """The name of the paper at the head of the page, with its section or without."""
    if len(page) > 1 and not page[0].kind and SECTION.sub("", page[0].folded).strip(EDGES) in layout.outlets:
        page[0].kind = "furniture"


def _surely(line: Line, bare: str, layout: Layout) -> bool:
    if ALONE.fullmatch(line.text) or (line.words <= LONGEST_ENTRY_WORDS and layout.lines.fullmatch(bare)):
        return True
    if line.words <= LONGEST_ENTRY_WORDS and layout.openings.match(line.folded):
        return True
    if line.words <= LONGEST_NOTICE_WORDS and layout.notices.search(line.folded):
        return True
    if not line.final and line.words >= 5 and BY_OUTLET.search(line.text):
        return True
    if line.words <= SHORTEST_SENTENCE_WORDS and not line.final and layout.relays.search(line.text):
        return True
    return bool(TIMED.match(line.text)) or _menu(line, layout)


def _menu(line: Line, layout: Layout) -> bool:
    """Whether a line is a row of menu entries: at least two of three are words that menus have."""
    parts = [part.strip(EDGES) for part in SEPARATED.split(line.folded) if part.strip(EDGES)]
    if len(parts) < 2 or line.words > LONGEST_ENTRY_WORDS:
        return False
    known = sum(bool(layout.labels.fullmatch(part) or layout.lines.fullmatch(part)) for part in parts)
    return known * 3 >= len(parts) * 2


def _article_over(page: list[Line], line: Line) -> bool:
    """Whether most of the running text stands above a line."""
    above = sum(other.words for other in page if other.sentence and not other.kind and other.span.start < line.span.start)
    return above * 2 > sum(other.words for other in page if other.sentence and not other.kind)


def _mark_lists(page: list[Line], layout: Layout) -> None:
    """Mark the headings of lists of other articles, with the entries below them."""
    left, article = 0, False
    for line in page:
        article = article or line.kind == "headline" or (line.kind is None and not line.listed and line.words >= 4)
        if article and line.kind in (None, "furniture") and layout.lists.fullmatch(line.folded.strip(EDGES)):
            line.kind, left = "furniture", LONGEST_LIST
        elif line.kind:
            left = left if line.kind == "furniture" else 0
        elif left and not line.kind and not line.sentence and not layout.bylines.fullmatch(line.folded.strip(EDGES)):
            line.kind, left = "furniture", left - 1
        else:
            left = 0


def mark_captions(page: list[Line], layout: Layout) -> None:
    """Mark photographs' credits, and the captions above them."""
    for i, line in enumerate(page):
        if line.kind or not _credit(line, layout):
            continue
        line.kind = "caption"
        at = next((at for at in range(i - 1, max(-1, i - 4), -1) if page[at].kind != "furniture"), None)
        if at is not None and page[at].kind is None:
            before = [other for other in page[:at] if not other.listed and other.words > 2 and other.kind in (None, "headline", "body")]
            first = bool(before) and not any(other.sentence for other in before) and not line.text[0].isalpha()
            page[at].kind = "caption" if _caption(page[at], layout, first=first) else None


def _credit(line: Line, layout: Layout) -> bool:
    return line.words <= 14 and bool(layout.credits.fullmatch(line.folded)) and not layout.not_credits.search(line.folded)


def _caption(line: Line, layout: Layout, *, first: bool) -> bool:
    """Whether the line above a credit is its caption: under the headline any is; elsewhere it must name a picture, or the day it was taken on."""
    if line.words > LONGEST_CAPTION_WORDS or line.words < 3:
        return False
    return first or (line.words <= LONGEST_DATED_WORDS and bool(layout.captions.search(line.folded)))


def foreign(line: Line, layout: Layout) -> bool:
    """Whether a line is in the English of the site's template."""
    words = re.findall(r"[a-z]+", line.folded)
    return len(words) >= 3 and not layout.own.intersection(words) and sum(word in layout.english for word in words) * 4 >= len(words)
