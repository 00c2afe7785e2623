"""What is known of documents from outside them: a file of dates, addresses and outlets by document id."""

import json
from pathlib import Path
from typing import Any

from chancery.capture.days import published_from
from chancery.capture.source import Metadata
from chancery.capture.written import line_of, whole
from chancery.edtf import Edtf
from chancery.errors import UsageError

DAYS = ("published", "seen")
TEXTS = ("url", "outlet", "language", "author")
SHAPE = 'it should look like {"ID": {"published": "2021-04-14", "url": "...", "outlet": "...", "language": "fr"}}'


def load_metadata(path: str | Path) -> dict[str, Metadata]:
    """Metadata by document id from a JSON file; raises UsageError that says which id is wrong, and how."""
    where = str(path)
    try:
        entries = json.loads(Path(path).read_text("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"the metadata cannot be read: {error.strerror}", where=where) from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the metadata is not JSON: {error}", where=where, hint=SHAPE) from None
    if not isinstance(entries, dict):
        raise UsageError("the metadata is not an object of ids", where=where, hint=SHAPE)
    return {whole(document): _entry(document, entry, where) for document, entry in entries.items()}


def _entry(document: str, entry: Any, where: str) -> Metadata:
    if not isinstance(entry, dict):
        raise UsageError(f"the entry of {document!r} is not an object", where=where, hint=SHAPE)
    for name in (*DAYS, *TEXTS):
        if not isinstance(entry.get(name, ""), str | None):
            raise UsageError(f"{name!r} of {document!r} is not text", where=where, hint=SHAPE)
    published, seen = (_day(document, entry, name, where) for name in DAYS)
    url, outlet, language, author = (line_of(entry.get(name) or "") or None for name in TEXTS)
    return Metadata(published, url, outlet, language, author, seen)


def _day(document: str, entry: Any, name: str, where: str) -> Edtf | None:
    try:
        return published_from(entry.get(name) or "")
    except ValueError as error:
        raise UsageError(f"{name!r} of {document!r}: {error}", where=where) from None
