"""Where records are kept: one kind of store a file, each behind the entry points `chancery.stores`."""

from pathlib import Path

from chancery.errors import StoreError
from chancery.plugins import load
from chancery.record.types import Store, StoreOpener


def open_store(where: str | Path, *, writable: bool = False) -> Store:
    """The store at a path (SQLite) or an address such as `postgresql://...` (the plug-in of that name).

    Raises StoreError or CorruptRecord if it cannot be opened, PluginError if no such store is installed.
    """
    scheme, apart, _ = str(where).partition("://")
    if not apart and not writable and not Path(where).exists():
        raise StoreError("there is no record here", where=str(where), hint="make one with: chancery build PATH, or name another with --record")
    opener: StoreOpener = load("stores", scheme if apart else "sqlite")
    return opener(where, writable=writable)
