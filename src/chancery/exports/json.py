"""A JSON array of the rows, every field by its name; `docs/views.md` says what each is."""

import json
from collections.abc import Sequence
from typing import TextIO

from chancery.exports import Answer
from chancery.views import as_json


def exporter(rows: Sequence[Answer], out: TextIO) -> None:
    """One row a line, so that a diff of two answers reads well; readable as one array."""
    lines = (json.dumps(as_json(row), ensure_ascii=False) for row in rows)
    out.write("[" + ",\n ".join(lines) + "]\n")
