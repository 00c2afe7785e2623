"""From the press, a record of diplomacy that you can cite.

>>> import chancery
>>> record = chancery.build(["articles/"], record="chancery.sqlite")  # doctest: +SKIP
>>> record.commitments(as_of="2021-04-14")  # doctest: +SKIP
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chancery.settings import Fields, Network, Settings

if TYPE_CHECKING:
    from chancery.views import Record

__all__ = ["Fields", "Network", "Record", "Settings", "build", "open"]


def open(record: str | Path = "chancery.sqlite") -> "Record":  # noqa: A001
    """The record in a file, for reading. Raises StoreError, CorruptRecord."""
    from chancery.views import Record

    return Record.open(record)


def build(
    paths: Sequence[str | Path],
    record: str | Path = "chancery.sqlite",
    metadata: str | Path | None = None,
    *,
    workers: int = 1,
    settings: Settings = Settings(),
) -> "Record":
    """The record of what files, folders, addresses and `-` hold, added to what it held; what was refused is in its `refusals()`.

    `metadata` is a JSON file with what is known from outside, by document id. Raises StoreError, UsageError.
    """
    from chancery.capture import capture, load_metadata
    from chancery.pipeline import build as build_into
    from chancery.record import open_store

    store = open_store(record, writable=True)
    try:
        build_into(capture(paths, settings, load_metadata(Path(metadata)) if metadata else None), store, settings, workers=workers)
    finally:
        store.close()
    return open(record)


def __getattr__(name: str) -> Any:
    """`chancery.Record`, imported when it is asked for, so that the command starts at once."""
    if name == "Record":
        from chancery.views import Record

        return Record
    raise AttributeError(f"module 'chancery' has no attribute {name!r}")
