"""Parquet: a table by columns; each row is a record, as in JSON Lines. Needs DuckDB (the extra `tables`)."""

import glob
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import Any, BinaryIO

from chancery.capture.extras import extra
from chancery.capture.records import AUTHORS, OUTLETS, SEEN, check_columns, record_source
from chancery.capture.source import Source
from chancery.errors import ReadError, Rejected
from chancery.settings import Settings

MAGIC = b"PAR1"
ROWS = 64
"""Fetched at a time."""
CLOSED = {
    "threads": 1,
    "memory_limit": "1GB",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
"""Nothing is fetched, installed or loaded for the sake of a table."""


class ParquetReader:
    """Reads row after row, and only the columns that are asked for."""

    name = "parquet"

    def accepts(self, head: bytes, name: str) -> bool:
        return head.startswith(MAGIC)

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        duckdb = extra("tables", "duckdb")
        try:
            with _on_disk(stream) as path, closing(duckdb.connect(":memory:", config=CLOSED)) as database:
                yield from _sources(database, path, origin, document, settings)
        except duckdb.Error as error:
            raise ReadError(f"its Parquet is damaged: {str(error).splitlines()[0]}".replace(path, "the file"), hint="see that it is whole") from None


def _sources(database: Any, path: str, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
    table = "read_parquet(?, hive_partitioning = false)"
    columns = [str(row[0]) for row in database.execute(f"DESCRIBE SELECT * FROM {table}", [path]).fetchall()]
    check_columns(columns, settings)
    fields = settings.fields
    asked = {fields.text, fields.title, fields.url, fields.published, fields.id, *OUTLETS, *AUTHORS, *SEEN}
    kept = [name for name in columns if name in asked]
    named = ", ".join('"' + name.replace('"', '""') + '"' for name in kept)
    found = database.execute(f"SELECT {named} FROM {table}", [path])
    number = 0
    while rows := found.fetchmany(ROWS):
        for row in rows:
            number += 1
            where = f"{origin}:{number}"
            try:
                record = {name: value.isoformat() if isinstance(value, date) else value for name, value in zip(kept, row, strict=True)}
                yield record_source(record, f"{document}-{number}", where, settings)
            except ReadError as error:
                yield Rejected.because(error, where)
    if not number:
        raise ReadError("the table has no rows")


@contextmanager
def _on_disk(stream: BinaryIO) -> Iterator[str]:
    """The path of the file that is read; a copy of it where the stream is none, or its name would be taken for a pattern of many."""
    raw = getattr(stream, "raw", None)
    if isinstance(raw, io.FileIO) and isinstance(raw.name, str | os.PathLike) and not glob.has_magic(os.fspath(raw.name)):
        yield os.path.abspath(raw.name)
        return
    with tempfile.NamedTemporaryFile(suffix=".parquet") as copy:
        shutil.copyfileobj(stream, copy)
        copy.flush()
        yield copy.name


reader = ParquetReader()
