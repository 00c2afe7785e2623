"""Where a text came from, and the text."""

from dataclasses import dataclass
from typing import Literal

from chancery.edtf import Edtf
from chancery.span import Span

BlockKind = Literal["headline", "byline", "body", "post", "caption", "furniture"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch whose kind the reader knows from the format (an HTML menu, a JSON title)."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a text from outside it; unknown is None."""

    published: Edtf | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A text and where it came from. The text is never changed after this; every offset counts its code points."""

    id: str
    """Stable and unique in a record: the path below the folder that was named, without its ending, or the record's own id."""
    origin: str
    """The file, or the file and line, as given."""
    text: str
    marks: tuple[Marked, ...] = ()
    """In text order, not overlapping; what is not marked is for `clean` to tell."""
    metadata: Metadata = Metadata()
