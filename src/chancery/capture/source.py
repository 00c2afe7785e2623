"""Where a text came from, and the text."""

from dataclasses import dataclass, fields
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
    author: str | None = None
    """Whom the page or the feed credits: a person, an agency, or both."""
    seen: Edtf | None = None
    """When it was fetched: a text is not published after that."""

    def over(self, other: "Metadata") -> "Metadata":
        """What is known from either; where both know, this one.

        >>> Metadata(outlet="Le Pli").over(Metadata(outlet="?", url="http://pli.example/1"))
        Metadata(published=None, url='http://pli.example/1', outlet='Le Pli', language=None, author=None, seen=None)
        """
        return Metadata(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(self)))


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
