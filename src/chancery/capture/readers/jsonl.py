"""JSON Lines: one record a line, each with its text and, where known, its title, address and day."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from chancery.capture.decode import LARGER
from chancery.capture.feeds.json import JSON_FEED
from chancery.capture.records import kind_of, record_source
from chancery.capture.source import Source
from chancery.errors import ReadError, Rejected
from chancery.settings import Settings

BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
ENDINGS = (".jsonl", ".ndjson", ".jsonlines", ".json", ".jsonl.gz", ".ndjson.gz")
ONE_A_LINE = "JSON Lines is one whole object a line: jq -c . or jq -c '.[]' makes it of other JSON"


class JsonLinesReader:
    """Reads record after record; a line that cannot be read is refused alone."""

    name = "jsonl"

    def accepts(self, head: bytes, name: str) -> bool:
        return (bool(BEGINS.match(head)) or name.lower().endswith(ENDINGS)) and not JSON_FEED.match(head)

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        number = records = 0
        while line := stream.readline(settings.largest_bytes + 1):
            number += 1
            where = f"{origin}:{number}"
            if len(line) > settings.largest_bytes:
                records += 1
                yield Rejected(where, f"the record is larger than {settings.largest_bytes} bytes", LARGER)
                _skip_line(stream, settings.largest_bytes)
                continue
            if number == 1 and line.strip() in (b"{", b"[", b"[{"):
                raise ReadError("it is JSON, but not one object a line", hint=ONE_A_LINE)
            if line.strip():
                records += 1
                try:
                    yield record_source(_record(line), f"{document}-{number}", where, settings)
                except ReadError as error:
                    yield Rejected.because(error, where)
        if not records:
            raise ReadError("there is nothing in it but white space" if number else "the file is empty")


def _skip_line(stream: BinaryIO, at_most: int) -> None:
    while (rest := stream.readline(at_most)) and not rest.endswith(b"\n"):
        pass


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError(f"byte {error.start} of the line is not UTF-8", hint="JSON Lines must be UTF-8") from None
    except RecursionError:
        raise ReadError("the JSON is nested too deep") from None
    except ValueError as error:
        raise ReadError(f"it is not JSON: {error}", hint=ONE_A_LINE) from None
    if not isinstance(record, dict):
        raise ReadError(f"the line is {kind_of(record)}, not an object", hint=ONE_A_LINE)
    return record


reader = JsonLinesReader()
