"""Source to document: layout, credit, language, translation and date, marked in a text that is not changed."""

from chancery.capture import Source
from chancery.clean.document import Basis, Block, Credit, Document, Published, Translation
from chancery.settings import Settings
from chancery.span import Span

__all__ = ["Basis", "Block", "Credit", "Document", "Published", "Translation", "clean"]


def clean(source: Source, settings: Settings = Settings()) -> Document:
    """The document that a source amounts to."""
    published = Published(source.metadata.published, "given") if source.metadata.published else None
    return Document(source, (Block(Span(0, len(source.text)), "body"),), settings.language, published)
