"""Headings between dashes inside an article, where a page has joined the paragraphs: `... fin.- Le répit -Les rues ...`."""

from collections.abc import Iterable, Iterator

from chancery.clean.document import Block
from chancery.clean.layout import Layout
from chancery.clean.lines import trimmed
from chancery.span import Span


def parted(blocks: Iterable[Block], text: str, layout: Layout) -> Iterator[Block]:
    """The blocks, those of the body cut before and behind such headings; a heading is a block of the body, so that no sentence crosses it.

    The pattern is the pack's (`crossheads` in `layout.toml`); its group is the heading with its dashes.
    """
    for block in blocks:
        at = block.span.start
        for found in layout.crossheads.finditer(text, block.span.start, block.span.end) if block.kind == "body" else ():
            for start, end in ((at, found.start(1)), found.span(1)):
                piece = trimmed(Span(start, end), text)
                if len(piece):
                    yield Block(piece, block.kind)
            at = found.end(1)
        rest = trimmed(Span(at, block.span.end), text) if at > block.span.start else block.span
        if len(rest):
            yield Block(rest, block.kind)
