"""Bytes to sources: what a path, a folder or standard input holds, each text with where it came from."""

import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from chancery.capture.metadata import load_metadata
from chancery.capture.reader import Reader, reader_for
from chancery.capture.source import BlockKind, Marked, Metadata, Source
from chancery.capture.unpack import unpacked
from chancery.capture.walk import BUFFER_BYTES, Found, walk
from chancery.errors import ReadError, Rejected
from chancery.settings import Settings

__all__ = ["BlockKind", "Marked", "Metadata", "Reader", "Source", "capture", "load_metadata"]


def capture(
    paths: Sequence[str | Path], settings: Settings = Settings(), metadata: Mapping[str, Metadata] | None = None
) -> Iterator[Source | Rejected]:
    """The sources that files, folders, addresses and `-` (standard input) hold, by file in the order of their ids, and what could not be read.

    `metadata` is by document id, and goes before what a file says of itself. One text at a time is held. Two texts with one id cannot both
    be kept: the second is refused, unless it is the same text, which is taken once.
    """
    known: dict[str, bytes] = {}
    for item in walk(paths, settings):
        for source in [item] if isinstance(item, Rejected) else _read(item, settings):
            if isinstance(source, Rejected):
                yield source
                continue
            digest = blake2b(source.text.encode(), digest_size=16).digest()
            if (before := known.setdefault(source.id, digest)) is not digest:
                if before != digest:
                    yield Rejected(source.origin, f"another text has the id {source.id!r} already", "rename one, or name the folder above both")
                continue
            given = (metadata or {}).get(source.id)
            yield replace(source, metadata=given.over(source.metadata)) if given else source


def _read(found: Found, settings: Settings) -> Iterator[Source | Rejected]:
    """What one file holds; whatever stops the reading of it is a refusal, and the next file is read."""
    try:
        opened = found.open()
        with opened.stream as stream:
            plain = unpacked(stream)
            for source in reader_for(plain.peek(BUFFER_BYTES), found.name).read(plain, found.origin, found.id, settings):
                yield source if isinstance(source, Rejected) else _with(source, opened.metadata)
    except FileNotFoundError as error:
        broken = error.filename is not None and os.path.islink(error.filename)
        yield Rejected(found.origin, "the link leads nowhere" if broken else "there is no such file", "see that the path is right")
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Rejected(found.origin, f"it cannot be read: {reason}", "see that it is whole and that you may read it")
    except ReadError as error:
        yield Rejected.because(error, found.origin)


def _with(source: Source, known: Metadata) -> Source:
    """The source with what was known of it before it was read, where it does not say so itself."""
    return source if known == Metadata() else replace(source, metadata=source.metadata.over(known))
