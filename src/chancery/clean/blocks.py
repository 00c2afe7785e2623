"""A text to its blocks: headline, bylines, body, posts, captions and furniture. Marks everything, deletes nothing."""

from collections.abc import Iterator

from chancery.capture import Source
from chancery.clean.byline import mark_bylines, split_datelines
from chancery.clean.code import split_code
from chancery.clean.crossheads import parted
from chancery.clean.document import Block
from chancery.clean.furniture import foreign, mark_captions, mark_furniture
from chancery.clean.headline import choose_headline
from chancery.clean.layout import Layout
from chancery.clean.lines import Line, line_at, lines, trimmed
from chancery.clean.posts import mark_posts
from chancery.span import Span

TAIL_SENTENCE_WORDS = 3
UNFINISHED_WORDS = 10
"""From how many words on a line below the article without an end is taken for its cut last sentence, if nothing parts them."""
UNFINISHED_WORDS_TIDY = 5
"""The same on a page that has no furniture at all."""


def blocks_of(source: Source, layout: Layout) -> tuple[Block, ...]:
    """The blocks of a source's text, in its order; all that is not white space lies in one.

    What the reader marked stays as marked. The rest is told by words and shape, the article from its first running line to its last.
    """
    page = split_datelines(list(split_code(list(_lines(source)), source.text)), source.text, layout)
    page = mark_posts(page, source.text, layout)
    mark_furniture(page, layout)
    mark_captions(page, layout)
    mark_bylines(page, layout)
    _mark_rest(page, layout)
    return tuple(parted(_joined(page), source.text, layout))


def _lines(source: Source) -> Iterator[Line]:
    """The marked stretches and the lines between them."""
    at = 0
    for mark in source.marks:
        yield from lines(source.text, Span(at, mark.span.start))
        span = trimmed(mark.span, source.text)
        if len(span):
            marked = line_at(span, source.text)
            marked.kind = mark.kind
            yield marked
        at = mark.span.end
    yield from lines(source.text, Span(at, len(source.text)))


def _mark_rest(page: list[Line], layout: Layout) -> None:
    """Decide what no words gave away: the article is what stands from the first running line to the last."""
    running = [i for i, line in enumerate(page) if line.kind in (None, "body") and line.sentence and not foreign(line, layout)]
    if not running:
        _mark_short(page)
        return
    first, last = running[0], running[-1]
    body = [page[i] for i in running]
    if not any(line.kind == "headline" for line in page):
        found = choose_headline(page[:first], body)
        if found:
            found.kind = "headline"
    heading = max((i for i, line in enumerate(page[:first]) if line.kind == "headline"), default=-1)
    tidy = heading >= 0 and not any(line.listed or line.kind in ("furniture", "caption") for line in page[heading:first])
    for i, line in enumerate(page):
        if line.kind == "byline" and i < heading and not all(other.kind in ("byline", "headline") for other in page[i:heading]):
            line.kind = "furniture"  # the day of another article in a row of them
        if line.kind:
            continue
        if i < first:
            line.kind = "body" if i > heading and (tidy or _opens(line, layout)) else "furniture"
        elif i <= last:
            line.kind = "furniture" if _enclosed(page, i) else "body"
    _mark_tail(page, last, layout)


def _mark_short(page: list[Line]) -> None:
    """A text without running lines, such as a flash: its first line heads it if more follow."""
    open_lines = [line for line in page if not line.kind]
    if len(open_lines) > 1 and not open_lines[0].final and not any(line.kind == "headline" for line in page):
        open_lines[0].kind = "headline"
    for line in open_lines:
        line.kind = line.kind or "body"


def _opens(line: Line, layout: Layout) -> bool:
    """Whether a short line between headline and running text is the article's: a sentence, or a summary without its full stop."""
    return not line.listed and not foreign(line, layout) and ((line.final and line.words >= TAIL_SENTENCE_WORDS) or line.words >= UNFINISHED_WORDS)


def _enclosed(page: list[Line], i: int) -> bool:
    """Whether a menu word within the article stands among furniture rather than among paragraphs."""
    if not page[i].listed:
        return False
    around = [page[at] for at in (i - 1, i + 1) if 0 <= at < len(page)]
    return any(line.kind == "furniture" or line.listed for line in around)


def _mark_tail(page: list[Line], last: int, layout: Layout) -> None:
    """Below the last running line: what goes on as sentences is the article, the rest is furniture."""
    parted = False
    least = UNFINISHED_WORDS if any(line.listed or line.kind in ("furniture", "caption") for line in page) else UNFINISHED_WORDS_TIDY
    for i in range(last + 1, len(page)):
        line = page[i]
        if line.kind:
            parted = parted or line.kind == "furniture"
            continue
        following = page[i + 1] if i + 1 < len(page) else None
        alone = following is None or following.kind is not None or following.sentence
        goes_on = line.final and line.words >= TAIL_SENTENCE_WORDS
        unfinished = line.words >= least and alone
        if not parted and not line.listed and (goes_on or unfinished) and not foreign(line, layout):
            line.kind = "body"
        else:
            line.kind, parted = "furniture", True


def _joined(page: list[Line]) -> Iterator[Block]:
    """Neighbouring lines of one kind as one block."""
    block: Block | None = None
    for line in page:
        kind = line.kind or "body"
        if block and block.kind == kind and kind not in ("headline", "post"):
            block = Block(Span(block.span.start, line.span.end), kind)
        else:
            if block:
                yield block
            block = Block(line.span, kind)
    if block:
        yield block
