"""CSV: a table whose first row names its columns; each row below is a record, as in JSON Lines."""

import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from chancery.capture.decode import LARGER, encoding_of
from chancery.capture.records import check_columns, record_source
from chancery.capture.source import Source
from chancery.capture.walk import BUFFER_BYTES
from chancery.errors import ReadError, Rejected
from chancery.settings import Fields, Settings

ENDINGS = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
DELIMITERS = ",;\t|"
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*[<{\[]")
NOT_DECODED = re.compile(r"[\udc80-\udcff]")
"""What stands for a byte that the encoding does not have."""


class CsvReader:
    """Reads row after row; a row that cannot be read is refused alone."""

    name = "csv"

    def accepts(self, head: bytes, name: str) -> bool:
        if b"\0" in head or MARKUP.match(head):
            return False
        return name.lower().endswith(ENDINGS) or _names_a_text(head)

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, BUFFER_BYTES)  # type: ignore[type-var]
        head = buffered.peek(BUFFER_BYTES)
        if not head:
            raise ReadError("the file is empty")
        with io.TextIOWrapper(buffered, encoding_of(head), errors="surrogateescape", newline="") as text:
            yield from _sources(text, origin, document, settings)


def _sources(text: io.TextIOWrapper, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
    first = text.readline(settings.largest_bytes)
    delimiter = _delimiter(first)
    columns = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    check_columns(columns, settings)
    csv.field_size_limit(settings.largest_bytes)
    rows = csv.reader(_lines(text, settings.largest_bytes), delimiter=delimiter)
    number, found = 0, False
    while True:
        where, number = f"{origin}:{rows.line_num + 2}", number + 1
        try:
            row = next(rows, None)
        except csv.Error:
            raise ReadError(
                f"from line {rows.line_num + 2} on, a cell is larger than {settings.largest_bytes} bytes", hint="see whether a quote is left open"
            ) from None
        if row is None:
            break
        if row:
            found = True
            try:
                yield record_source(_record(row, columns), f"{document}-{number}", where, settings)
            except ReadError as error:
                yield Rejected.because(error, where)
    if not found:
        raise ReadError("the table has no rows")


def _lines(text: io.TextIOWrapper, longest: int) -> Iterator[str]:
    while line := text.readline(longest + 1):
        if len(line) > longest:
            raise ReadError(f"a line is longer than {longest} bytes", hint=LARGER)
        yield line


def _record(row: list[str], columns: list[str]) -> dict[str, str]:
    if len(row) != len(columns):
        raise ReadError(f"the row has {len(row)} cells, the header {len(columns)}", hint="see whether a cell needs quotes around it")
    if any(NOT_DECODED.search(cell) for cell in row):
        raise ReadError("the row holds bytes that are not in the encoding of the file", hint="convert it to UTF-8")
    return {name: cell for name, cell in zip(columns, row, strict=True) if cell}


def _names_a_text(head: bytes) -> bool:
    """Whether the first line is a header that has the column that we ask for."""
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("ascii", "replace")
    cells = [cell.strip(' \r"') for cell in line.split(_delimiter(line))]
    return len(cells) > 1 and Fields().text in cells


def _delimiter(header: str) -> str:
    """What parts the names in a header: the mark that there are most of."""
    return max(DELIMITERS, key=header.count)


reader = CsvReader()
