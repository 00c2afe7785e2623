"""A path to a connection to its SQLite file, with the schema up to date; and what SQLite's errors mean to a reader."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from chancery.errors import CorruptRecord, StoreError
from chancery.interrupts import uninterrupted

HEAD = "0003"
"""The last of `migrations/versions`; a test holds it."""
KNOWN = ("0001", "0002", "0003")
"""All of them."""
MAGIC = b"SQLite format 3\x00"
APPLICATION = 0x43484159
"""Marks the file as a chancery record (SQLite's `application_id`)."""
WAIT_SECONDS = 10.0
"""How long to wait for another process that writes."""


def connect(path: Path, *, writable: bool) -> Engine:
    """An engine on the record at `path`, made or brought up to date if it is to be written. Raises StoreError, CorruptRecord."""
    _look(path, writable)
    with uninterrupted(), translated(path):
        engine = _engine(path, "rwc" if writable else _reading(path))
        try:
            _check(engine, path, writable)
        except DatabaseError as error:
            engine.dispose()
            if writable or not _unopenable(error) or Path(f"{path}-wal").exists():
                raise
            engine = _engine(path, "ro&immutable=1")  # a finished record in a folder that may not be written
            _check(engine, path, writable)
    return engine


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Whatever SQLite raises, as a StoreError that says what to try."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _meaning(error, path) from error


def _look(path: Path, writable: bool) -> None:
    """What can be said of a path before SQLite opens it."""
    if path.is_dir():
        raise StoreError("this is a folder", where=str(path), hint="name a file for the record, such as chancery.sqlite")
    if not path.exists():
        if not path.parent.is_dir():
            raise StoreError("the folder for the record does not exist", where=str(path), hint=f"make it: mkdir -p {path.parent}")
        if not writable:
            raise StoreError("there is no record here", where=str(path), hint="make one with: chancery build PATH, or name another with --record")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise StoreError(f"the record cannot be read: {error.strerror}", where=str(path), hint="check who may read the file") from error
    if head and head != MAGIC:
        raise StoreError("this file is no record of chancery", where=str(path), hint="name another file with --record; this one is left as it is")


def _engine(path: Path, mode: str) -> Engine:
    def opened() -> sqlite3.Connection:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=opened, poolclass=QueuePool, pool_reset_on_return="rollback")
    event.listen(engine, "connect", _prepare)
    if mode != "rwc":
        event.listen(engine, "connect", _only_reading)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _only_reading(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA query_only = ON")


def _reading(path: Path) -> str:
    """How to open for reading: where it may, SQLite takes its side files (-wal, -shm) away again when it closes, so that a record is one file."""
    return "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"


def _begin(connection: Connection) -> None:
    """Writers take their turn at once, so that none finds in the middle that another came first."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


def _check(engine: Engine, path: Path, writable: bool) -> None:
    """The file is a record, and its schema is the one that this version knows."""
    with engine.connect() as connection:
        tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if "alembic_version" in tables else None
        application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if tables and application != APPLICATION:
        raise StoreError("this is a database of something else", where=str(path), hint="name another file with --record; this one is left as it is")
    if version is not None and version not in KNOWN:
        raise StoreError(
            f"the record was written by a newer chancery (schema {version})", where=str(path), hint="upgrade: pip install --upgrade chancery"
        )
    if version == HEAD:
        return
    if not writable:
        if not tables:
            raise StoreError("the record is empty", where=str(path), hint="fill it with: chancery build PATH")
        raise StoreError(f"the record has an older schema ({version})", where=str(path), hint="bring it up to date with: chancery build PATH")
    _migrate(engine)


def _migrate(engine: Engine) -> None:
    """All steps that are missing, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    _write_ahead(engine)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _write_ahead(engine: Engine) -> None:
    """Readers and a writer do not wait for each other; stays with the file. Not possible inside a transaction, hence the raw connection."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _unopenable(error: DatabaseError) -> bool:
    return "unable to open" in str(error.orig) or "readonly" in str(error.orig)


MEANINGS: tuple[tuple[str, type[StoreError], str, str], ...] = (
    (
        "disk is full",
        StoreError,
        "the disk is full",
        "what was kept before stays whole; make room and run the same command again, it goes on from there",
    ),
    ("database is locked", StoreError, "another process is writing to the record", "wait until it is done and run the command again"),
    ("readonly", StoreError, "the record may only be read", "check who may write the file and its folder, or name another with --record"),
    ("unable to open", StoreError, "the record cannot be opened", "check that the file and its folder may be read and written"),
    ("malformed", CorruptRecord, "the record is damaged", "build it again from the press text, into a new file"),
    ("not a database", CorruptRecord, "the record is damaged", "build it again from the press text, into a new file"),
    ("no such", CorruptRecord, "parts of the record are missing", "build it again from the press text, into a new file"),
    ("disk I/O error", StoreError, "the disk does not answer", "check the disk; the record is whole as it was before this command"),
)
"""What SQLite says, and what it means to who called."""


def _meaning(error: SQLAlchemyError, path: Path) -> StoreError:
    said = str(error.orig) if isinstance(error, DatabaseError) else str(error)
    for sign, kind, what, hint in MEANINGS:
        if sign in said:
            return kind(what, where=str(path), hint=hint)
    if isinstance(error, DatabaseError):
        return StoreError(f"the record cannot be used: {said}", where=str(path))
    raise error
