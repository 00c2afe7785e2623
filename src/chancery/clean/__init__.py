"""Source to document: layout, credit, language, translation and date, marked in a text that is not changed."""

from chancery.capture import Source
from chancery.clean.blocks import blocks_of
from chancery.clean.credit import credit_of
from chancery.clean.dating import published_of
from chancery.clean.document import Basis, Block, Credit, Document, Published, Translation
from chancery.clean.language import language_of
from chancery.clean.layout import layout_of
from chancery.clean.lines import fold
from chancery.clean.translation import translation_of
from chancery.errors import UnknownLanguage
from chancery.languages import Pack, pack_for
from chancery.register import register_for
from chancery.settings import Settings

__all__ = ["Basis", "Block", "Credit", "Document", "Published", "Translation", "clean"]

NOTICES = ("headline", "byline", "caption", "furniture")
"""Blocks that may say how a page was made."""


def clean(source: Source, settings: Settings = Settings()) -> Document:
    """The document that a source amounts to; raises UnknownLanguage where no installed pack reads its language."""
    language = source.metadata.language or settings.language
    pack = pack_for(language)
    blocks = blocks_of(source, layout_of(pack))
    if not source.metadata.language:
        language = language_of(_article(source, blocks), settings.language)
        if language != pack.language:
            pack = _pack_told(language)
            blocks = blocks_of(source, layout_of(pack))
    register = register_for(settings.register)
    return Document(
        source,
        blocks,
        language,
        published_of(source, blocks, pack, register),
        credit_of(source.text, blocks, source.metadata, pack),
        translation_of(source.text, blocks, pack, register),
        _reading_minutes(source, blocks, pack),
        _live(source, blocks, pack),
    )


def _article(source: Source, blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.span.of(source.text) for block in blocks if block.kind in ("body", "headline")) or source.text


def _pack_told(language: str) -> Pack:
    try:
        return pack_for(language)
    except UnknownLanguage as error:
        raise UnknownLanguage(f"the text seems to be in {language!r}, which no language pack reads", hint=error.hint) from None


def _reading_minutes(source: Source, blocks: tuple[Block, ...], pack: Pack) -> int | None:
    """Minutes as a reading-time notice states them."""
    around = fold("\n".join(block.span.of(source.text) for block in blocks if block.kind in ("furniture", "byline")))
    found = layout_of(pack).minutes.search(around)
    return int(next(group for group in found.groups() if group)) if found else None


def _live(source: Source, blocks: tuple[Block, ...], pack: Pack) -> bool:
    """Whether the headline opens as those of live pages do, or a notice says that it is or was one."""
    layout = layout_of(pack)
    lines = ((block.kind, line) for block in blocks if block.kind in NOTICES for line in fold(block.span.of(source.text)).splitlines())
    return any(layout.live_notices.match(line.strip()) or (kind == "headline" and layout.live_headlines.match(line.strip())) for kind, line in lines)
