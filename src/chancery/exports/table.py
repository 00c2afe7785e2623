"""A table for the eye: fitted to the terminal, the words on lines of their own; to a file or a pipe, plain columns with nothing cut."""

import shutil
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from chancery.exports import Answer

if TYPE_CHECKING:
    from rich.text import Text

WHOLE = ("Fact", "Day", "Published", "Deadline", "Status", "Stance", "Kind", "Facts", "Sources", "Document")
"""Columns that are never broken: ids are typed again, dates are compared."""
WORDS = "Words"
"""What is read rather than scanned; it goes below its row, across the whole width."""
NARROWEST = 60
"""Columns of a terminal below which a table becomes a list."""
GAP = 2
SMALLEST = 8
"""Columns to which what may be broken is narrowed, at most."""
INDENT = 12
"""Columns before the words: a day and a gap."""


def exporter(rows: Sequence[Answer], out: TextIO) -> None:
    """The rows as a table; empty columns are left out."""
    cells = [row.cells() for row in rows]
    headings = [heading for heading in (cells[0] if cells else ()) if any(row[heading] for row in cells)]
    if not cells:
        return
    if not out.isatty():
        _plain(headings, cells, out)
    elif shutil.get_terminal_size().columns < NARROWEST:
        _listed(headings, cells, out)
    else:
        _fitted(headings, cells, out)


def _plain(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    """Columns side by side, the last one unpadded, each row on one line."""
    widths = [max(len(heading), *(len(row[heading]) for row in cells)) for heading in headings]
    for row in ({heading: heading.upper() for heading in headings}, *cells):
        line = (" " * GAP).join(row[heading].ljust(width) for heading, width in zip(headings, widths, strict=True))
        out.write(line.rstrip() + "\n")


def _fitted(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    """Columns within the width of the terminal, each row's words below it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, soft_wrap=True)
    columns = [heading for heading in headings if heading != WORDS]
    widths = fitting({heading: max(len(heading), *(len(row[heading]) for row in cells)) for heading in columns}, console.width)
    console.print(Text((" " * GAP).join(heading.ljust(widths[heading]) for heading in columns).rstrip(), style="bold"))
    for row in cells:
        for line in _lines(row, widths):
            console.print(line)
        for words in wrap(row.get(WORDS, ""), console.width - INDENT, break_on_hyphens=False):
            console.print(Text(" " * INDENT + words))


def _lines(row: dict[str, str], widths: dict[str, int]) -> Iterator["Text"]:
    """A row of cells, broken within their widths."""
    from rich.text import Text

    broken = {heading: wrap(row[heading], width, break_on_hyphens=False) or [""] for heading, width in widths.items()}
    for at in range(max(map(len, broken.values()))):
        line = Text()
        for heading, width in widths.items():
            cell = broken[heading][at] if at < len(broken[heading]) else ""
            line.append(cell.ljust(width + GAP), style="cyan" if heading == "Fact" else "bold" if heading == "Day" else "dim")
        line.rstrip()
        yield line


def fitting(widths: dict[str, int], width: int) -> dict[str, int]:
    """The widths of columns, the widest of those that may be broken narrowed until all fit, as far as they can be.

    >>> fitting({"Fact": 16, "Who": 40, "To": 10}, 50)
    {'Fact': 16, 'Who': 20, 'To': 10}
    """
    fitted = dict(widths)
    while sum(fitted.values()) + GAP * (len(fitted) - 1) > width:
        loose = [heading for heading in fitted if heading not in WHOLE and fitted[heading] > SMALLEST]
        if not loose:
            break
        fitted[max(loose, key=lambda heading: fitted[heading])] -= 1
    return fitted


def _listed(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    """One field a line, rows apart."""
    for row in cells:
        out.writelines(f"{heading}: {row[heading]}\n" for heading in headings if row[heading])
        out.write("\n")
