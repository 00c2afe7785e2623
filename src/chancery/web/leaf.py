"""A document's text cut where facts begin and end, for its page: the whole text, nothing left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chancery.clean.document import Block
from chancery.record import KeptFact
from chancery.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same facts cover."""

    words: str
    facts: tuple[str, ...]
    """Ids of the facts that cover it, in the order of the text."""
    kinds: tuple[str, ...]
    """Their kinds, each once."""
    begins: tuple[str, ...]
    """Ids of the facts whose words begin here."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of a document, or what lies between two."""

    kind: str
    """As `Block.kind`."""
    pieces: tuple[Piece, ...]


def leaf(text: str, blocks: Sequence[Block], facts: Sequence[KeptFact]) -> list[Stretch]:
    """The text in stretches; joined, the words of all pieces are the text but for white space between blocks."""
    ordered = sorted(facts, key=lambda kept: (kept.fact.evidence.start, -kept.fact.evidence.end, kept.id))
    cuts = sorted({edge for kept in ordered for edge in (kept.fact.evidence.start, kept.fact.evidence.end)})
    return [Stretch(kind, tuple(_pieces(text, span, ordered, cuts))) for kind, span in _whole(text, blocks)]


def _whole(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, Span]]:
    """Every block, and whatever lies between them that is more than white space."""
    at = 0
    for block in sorted(blocks, key=lambda block: block.span):
        yield from _between(text, at, block.span.start)
        yield block.kind, block.span
        at = max(at, block.span.end)
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    if text[start:end].strip():
        yield "furniture", Span(start, end)


def _pieces(text: str, block: Span, facts: Sequence[KeptFact], cuts: Sequence[int]) -> Iterator[Piece]:
    edges = [block.start, *(cut for cut in cuts if block.start < cut < block.end), block.end]
    inside = [kept for kept in facts if kept.fact.evidence.overlaps(block)]
    seen: set[str] = set()
    for start, end in pairwise(edges):
        if start == end:
            continue
        span = Span(start, end)
        over = [kept for kept in inside if kept.fact.evidence.overlaps(span)]
        begins = tuple(kept.id for kept in over if kept.id not in seen and kept.fact.evidence.start >= block.start)
        seen.update(begins)
        yield Piece(span.of(text), tuple(kept.id for kept in over), tuple(sorted({kept.fact.kind for kept in over})), begins)
