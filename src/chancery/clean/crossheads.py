"""What a page that has joined its paragraphs leaves inside them: headings between dashes (`... fin.- Le répit -Les rues ...`), titles of videos."""

from collections.abc import Iterable, Iterator

from chancery.capture import BlockKind
from chancery.clean.document import Block
from chancery.clean.layout import Layout, Patterns
from chancery.clean.lines import trimmed
from chancery.span import Span


def parted(blocks: Iterable[Block], text: str, layout: Layout) -> Iterator[Block]:
    """The blocks, those of the body cut before and behind such headings; a heading is a block of the body, so that no sentence crosses it.

    The titles of videos that are set in the text, with who shows them glued on, are cut out as captions. The patterns are the pack's (`crossheads`
    in `layout.toml`); the group of each is the heading with its dashes, or the title with its provider.
    """
    yield from _cut(_cut(blocks, text, layout.embedded, "caption"), text, layout.crossheads, "body")


def _cut(blocks: Iterable[Block], text: str, pattern: Patterns, kind: BlockKind) -> Iterator[Block]:
    """The blocks, those of the body cut before and behind what the pattern's group finds, which becomes a block of that kind."""
    for block in blocks:
        at = block.span.start
        for found in pattern.finditer(text, block.span.start, block.span.end) if block.kind == "body" else ():
            heading = Span(*found.span(found.lastindex or 0))
            for start, end, own in ((at, heading.start, block.kind), (heading.start, heading.end, kind)):
                piece = trimmed(Span(start, end), text)
                if len(piece):
                    yield Block(piece, own)
            at = heading.end
        rest = trimmed(Span(at, block.span.end), text) if at > block.span.start else block.span
        if len(rest):
            yield Block(rest, block.kind)
