"""A table for the eye: ruled and fitted to the terminal; to a file or a pipe, plain columns with nothing cut."""

from collections.abc import Sequence
from typing import TextIO

from chancery.exports import Answer

WHOLE = ("Fact", "Day", "Published", "Deadline", "Status", "Stance", "Kind")
"""Columns that are never broken: ids are typed again, dates are compared."""
NARROWEST = 60
"""Columns of a terminal below which a table becomes a list."""
SHARES = {"Words": 5, "Who": 2, "What": 2}
"""How many parts of the width a column gets; one if it is not named."""


def exporter(rows: Sequence[Answer], out: TextIO) -> None:
    """The rows as a table; empty columns are left out."""
    cells = [row.cells() for row in rows]
    headings = [heading for heading in (cells[0] if cells else ()) if any(row[heading] for row in cells)]
    if out.isatty():
        _ruled(headings, cells, out)
    else:
        _plain(headings, cells, out)


def _plain(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    """Columns side by side, the last one unpadded, each row on one line."""
    widths = [max(len(heading), *(len(row[heading]) for row in cells)) for heading in headings]
    for row in ({heading: heading.upper() for heading in headings}, *cells) if headings else ():
        line = "  ".join(row[heading].ljust(width) for heading, width in zip(headings, widths, strict=True))
        out.write(line.rstrip() + "\n")


def _ruled(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, highlight=False)
    if console.width < NARROWEST:
        _listed(headings, cells, out)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", expand=False, show_lines=False, padding=(0, 1))
    for heading in headings:
        whole = heading in WHOLE
        table.add_column(
            heading, no_wrap=whole, overflow="fold", ratio=None if whole else SHARES.get(heading, 1), style="cyan" if heading == "Fact" else ""
        )
    for row in cells:
        table.add_row(*(Text(row[heading]) for heading in headings))
    console.print(table)


def _listed(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    """One field a line, rows apart."""
    for row in cells:
        out.writelines(f"{heading}: {row[heading]}\n" for heading in headings if row[heading])
        out.write("\n")
