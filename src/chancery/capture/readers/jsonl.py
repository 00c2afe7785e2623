"""JSON Lines: one record a line, each with its text and, where known, its title, address and day."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from chancery.capture.days import published_from
from chancery.capture.decode import LARGER
from chancery.capture.source import Marked, Metadata, Source
from chancery.capture.written import UNPRINTABLE, line_of, whole
from chancery.errors import ReadError, Rejected
from chancery.settings import Settings
from chancery.span import Span

BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
ENDINGS = (".jsonl", ".ndjson", ".jsonlines", ".json", ".jsonl.gz", ".ndjson.gz")
OUTLETS = ("outlet", "source")
AUTHORS = ("author", "credit")
"""Where records commonly say who publishes them and whom they credit; not asked for, taken if there."""
BETWEEN = "\n\n"
"""What stands between a title and the text, when the two are put together."""
ONE_A_LINE = "JSON Lines is one whole object a line: jq -c . or jq -c '.[]' makes it of other JSON"
LONGEST_ID = 500


class JsonLinesReader:
    """Reads record after record; a line that cannot be read is refused alone."""

    name = "jsonl"

    def accepts(self, head: bytes, name: str) -> bool:
        return bool(BEGINS.match(head)) or name.lower().endswith(ENDINGS)

    def read(self, stream: BinaryIO, origin: str, document: str, settings: Settings) -> Iterator[Source | Rejected]:
        number = 0
        while line := stream.readline(settings.largest_bytes + 1):
            number += 1
            where = f"{origin}:{number}"
            if len(line) > settings.largest_bytes:
                yield Rejected(where, f"the record is larger than {settings.largest_bytes} bytes", LARGER)
                _skip_line(stream, settings.largest_bytes)
                continue
            if number == 1 and line.strip() in (b"{", b"[", b"[{"):
                raise ReadError("it is JSON, but not one object a line", hint=ONE_A_LINE)
            if line.strip():
                try:
                    yield _source(_record(line), f"{document}-{number}", where, settings)
                except ReadError as error:
                    yield Rejected.because(error, where)
        if not number:
            raise ReadError("the file is empty")


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
        raise ReadError(f"the line is {_kind(record)}, not an object", hint=ONE_A_LINE)
    return record


def _source(record: dict[str, Any], default_id: str, origin: str, settings: Settings) -> Source:
    fields = settings.fields
    if fields.text not in record:
        raise ReadError(
            f"the record has no field {fields.text!r}", hint=f"it has {', '.join(sorted(map(str, record))[:12]) or 'none'}; say which holds the text"
        )
    body, title = _text(record, fields.text), _text(record, fields.title)
    if not body.strip():
        raise ReadError(f"the field {fields.text!r} is empty")
    text, heading = _headed(title, body)
    try:
        published = published_from(_text(record, fields.published))
    except ValueError as error:
        raise ReadError(f"the field {fields.published!r}: {error}") from None
    metadata = Metadata(published, line_of(_text(record, fields.url)) or None, _first(record, OUTLETS), None, _first(record, AUTHORS))
    return Source(_id(record.get(fields.id), default_id), origin, text, (Marked(heading, "headline"),) if heading else (), metadata)


def _headed(title: str, body: str) -> tuple[str, Span | None]:
    """The text under its title, and where the title stands; a title that the text already begins with is not put there twice."""
    title = title.strip()
    if not title:
        return body, None
    begin = len(body) - len(body.lstrip())
    if body.startswith(title, begin) and body[begin + len(title) : begin + len(title) + 1] in ("", "\n", "\r"):
        return body, Span(begin, begin + len(title))
    return title + BETWEEN + body, Span(0, len(title))


def _text(record: dict[str, Any], field: str) -> str:
    """The text of a field, empty if there is none; raises ReadError if the field holds something else."""
    value = record.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ReadError(f"the field {field!r} is {_kind(value)}, not text")
    if "\0" in value:
        raise ReadError(f"the field {field!r} is not text: a NUL character at {value.index(chr(0))}")
    return whole(value)


def _first(record: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next((line_of(value) for name in names if isinstance(value := record.get(name), str) and line_of(value)), None)


def _id(value: object, default: str) -> str:
    if value is None or value == "":
        return default
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReadError(f"the id is {_kind(value)}, not text")
    shown = str(value)
    if UNPRINTABLE.search(shown) or whole(shown) != shown or not shown.strip() or len(shown) > LONGEST_ID:
        raise ReadError("the id is not printable, or too long", hint=f"an id is 1 to {LONGEST_ID} characters of one line")
    return shown


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return kinds.get(type(value), "null")


reader = JsonLinesReader()
