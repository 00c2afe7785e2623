"""A record of named fields to a source: what a line of JSON, a row of a table and an entry of a feed have in common."""

from collections.abc import Mapping, Sequence
from typing import Any

from chancery.capture.days import day_or_none, published_from
from chancery.capture.decode import LARGER
from chancery.capture.mending import mended
from chancery.capture.source import Marked, Metadata, Source
from chancery.capture.written import UNPRINTABLE, line_of, whole
from chancery.edtf import Edtf
from chancery.errors import ReadError
from chancery.settings import Settings
from chancery.span import Span

OUTLETS = ("outlet", "source")
AUTHORS = ("author", "credit")
SEEN = ("crawled", "fetched", "seen")
"""Where records commonly say who publishes them, whom they credit and when they were fetched; not asked for, taken if there."""
BETWEEN = "\n\n"
"""What stands between a title and the text, when the two are put together."""
LONGEST_ID = 500


def record_source(record: Mapping[str, Any], default_id: str, origin: str, settings: Settings) -> Source:
    """The source that a record amounts to, its fields by the names in the settings; raises ReadError where it has no text, or a field is wrong."""
    fields = settings.fields
    if fields.text not in record:
        raise ReadError(
            f"the record has no field {fields.text!r}",
            hint=f"it has {', '.join(sorted(map(str, record))[:12]) or 'none'}; say which holds the text: --text-field NAME",
        )
    body, title = _text(record, fields.text), _text(record, fields.title)
    if len(body) > settings.largest_bytes:
        raise ReadError(f"its text is larger than {settings.largest_bytes} bytes", hint=LARGER)
    if not body.strip():
        raise ReadError(f"the field {fields.text!r} is empty")
    text, heading = headed(title, body)
    try:
        published = published_from(_text(record, fields.published))
    except ValueError as error:
        raise ReadError(f"the field {fields.published!r}: {error}") from None
    metadata = Metadata(published, line_of(_text(record, fields.url)) or None, _first(record, OUTLETS), None, _first(record, AUTHORS), _seen(record))
    return Source(id_of(record.get(fields.id), default_id), origin, text, (Marked(heading, "headline"),) if heading else (), metadata)


def check_columns(columns: Sequence[str], settings: Settings) -> None:
    """Raise ReadError for a table that does not have the column of texts, or has two of a name."""
    if settings.fields.text not in columns:
        names = ", ".join(map(line_of, columns[:12])) or "none"
        raise ReadError(f"the table has no column {settings.fields.text!r}", hint=f"it has {names}; say which holds the text: --text-field NAME")
    if twice := next((name for name in columns if name and columns.count(name) > 1), None):
        raise ReadError(f"two columns are called {line_of(twice)!r}", hint="rename one")


def headed(title: str, body: str) -> tuple[str, Span | None]:
    """The text under its title, and where the title stands; a title that the text already begins with is not put there twice."""
    title = title.strip()
    if not title:
        return body, None
    begin = len(body) - len(body.lstrip())
    if body.startswith(title, begin) and body[begin + len(title) : begin + len(title) + 1] in ("", "\n", "\r"):
        return body, Span(begin, begin + len(title))
    return title + BETWEEN + body, Span(0, len(title))


def _text(record: Mapping[str, Any], field: str) -> str:
    """The text of a field, empty if there is none; raises ReadError if the field holds something else."""
    value = record.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ReadError(f"the field {field!r} is {kind_of(value)}, not text")
    if "\0" in value:
        raise ReadError(f"the field {field!r} is not text: a NUL character at {value.index(chr(0))}")
    return mended(whole(value))


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((line_of(value) for name in names if isinstance(value := record.get(name), str) and line_of(value)), None)


def _seen(record: Mapping[str, Any]) -> Edtf | None:
    """The day a record says that it was fetched on; what it says that is no day is left out."""
    return next((day for name in SEEN if (written := _first(record, (name,))) and (day := day_or_none(written))), None)


def id_of(value: object, default: str) -> str:
    """A record's own id, or the default where it has none; raises ReadError if it is not one line of text."""
    if value is None or value == "":
        return default
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReadError(f"the id is {kind_of(value)}, not text")
    shown = str(value)
    if UNPRINTABLE.search(shown) or whole(shown) != shown or not shown.strip() or len(shown) > LONGEST_ID:
        raise ReadError("the id is not printable, or too long", hint=f"an id is 1 to {LONGEST_ID} characters of one line")
    return shown


def kind_of(value: object) -> str:
    """What JSON calls such a value."""
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number", type(None): "null"}
    return kinds.get(type(value), "of another kind")
