"""CSV (RFC 4180) with a heading; every field by its name, lists joined by "; "."""

import csv
import json
from collections.abc import Sequence
from typing import Any, TextIO

from chancery.exports import Answer
from chancery.views import as_json


def exporter(rows: Sequence[Answer], out: TextIO) -> None:
    """Nothing at all for no rows, since their fields are then not known."""
    told = [as_json(row) for row in rows]
    if not told:
        return
    writer = csv.DictWriter(out, list(told[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in told)


def cell(value: Any) -> str:
    """A field as one cell.

    >>> cell(["USA", "NATO"])
    'USA; NATO'
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() if all(isinstance(each, str) for each in value):
            return "; ".join(value)
        case list() | dict():
            return json.dumps(value, ensure_ascii=False)
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
