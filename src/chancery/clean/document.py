"""A source's text with its layout, language, credit and date known."""

from dataclasses import dataclass
from typing import Literal

from chancery.capture.source import BlockKind, Source
from chancery.edtf import Edtf
from chancery.span import Span

Basis = Literal["stated", "inferred", "given"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind. A document's blocks are in text order and do not overlap; white space may lie between them."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Published:
    """When the press said it, and how that is known."""

    value: Edtf
    basis: Basis
    evidence: Span | None = None
    """Where the text says so; None if it was given from outside."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Who wrote it, for whom, where."""

    agency: str | None = None
    outlet: str | None = None
    author: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """A machine translation, and the sign that gives it away."""

    source_language: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Document:
    """A source, cleaned: marked, with nothing deleted."""

    source: Source
    blocks: tuple[Block, ...]
    language: str
    """BCP 47."""
    published: Published | None = None
    credit: Credit = Credit()
    translation: Translation | None = None
    reading_minutes: int | None = None
    """As a "reading time" notice states it."""
    live: bool = False
    """Told as it happened: a page that was added to, as its headline or a notice says."""

    @property
    def id(self) -> str:
        return self.source.id

    @property
    def text(self) -> str:
        return self.source.text

    def article(self) -> tuple[Block, ...]:
        """The blocks that are read for facts: headline, body and posts."""
        return tuple(block for block in self.blocks if block.kind in ("headline", "body", "post"))
