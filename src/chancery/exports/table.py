"""A table to read: fitted to the terminal, the words on lines of their own; to a file or a pipe, plain columns with nothing cut."""

import shutil
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, TextIO

from chancery.exports import Answer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WHOLE = ("Fact", "Day", "Published", "Dated", "Start", "Deadline", "Status", "Stance", "Type", "Kind", "Facts", "Sources", "Document")
"""Columns that are never broken: ids are typed again, dates are compared."""
WORDS = "Words"
"""What is read rather than scanned; it goes below its row, across the whole width."""
LEAST = ("Place", "Translated", "Agency", "Copy of", "Where", "Voice", "Source", "To", "Dated", "Agreement", "Of what", "How", "Towards")
"""Columns that leave a narrow table for the line below the row, the least needed first."""
NARROWEST = 60
"""Columns of a terminal below which a table becomes a list."""
GAP = 2
EASY, WIDEST = 14, 26
"""Columns to which what may be broken is narrowed, at most; and how wide a word may be that keeps its column from being narrower."""
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
    elif (width := shutil.get_terminal_size().columns) < NARROWEST:
        _listed(headings, cells, out)
    else:
        _fitted(headings, cells, out, width)


def _plain(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    """Columns side by side, the last one unpadded, each row on one line."""
    widths = [max(len(heading), *(len(row[heading]) for row in cells)) for heading in headings]
    for row in ({heading: heading for heading in headings}, *cells):
        line = (" " * GAP).join(row[heading].ljust(width) for heading, width in zip(headings, widths, strict=True))
        out.write(line.rstrip() + "\n")


def _fitted(headings: list[str], cells: list[dict[str, str]], out: TextIO, width: int) -> None:
    """Columns within the width of the terminal; what has no room there, and the words, below each row."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, soft_wrap=True)
    columns = [heading for heading in headings if heading != WORDS]
    natural = {heading: max(len(heading), *(len(row[heading]) for row in cells)) for heading in columns}
    widths = fitting(natural, {heading: _least(heading, cells) for heading in columns}, width)
    console.print(Text((" " * GAP).join(heading.ljust(each) for heading, each in widths.items()).rstrip(), style="bold"))
    below = [heading for heading in columns if heading not in widths]
    for row in cells:
        for line in _lines(row, widths):
            console.print(line)
        _below(console, "; ".join(f"{heading}: {row[heading]}" for heading in below if row[heading]), width, "dim")
        _below(console, row.get(WORDS, ""), width, "")


def _below(console: "Console", text: str, width: int, style: str) -> None:
    """Lines under a row; a word that is wider than the terminal is not broken."""
    from rich.text import Text

    for line in wrap(text, width - INDENT, break_on_hyphens=False, break_long_words=False):
        console.print(Text(" " * INDENT + line, style=style))


def _lines(row: dict[str, str], widths: dict[str, int]) -> Iterator["Text"]:
    """A row of cells, broken within their widths."""
    from rich.text import Text

    broken = {heading: wrap(row[heading], width, break_on_hyphens=False) or [""] for heading, width in widths.items()}
    for at in range(max(map(len, broken.values()))):
        line = Text()
        for heading, width in widths.items():
            cell = broken[heading][at] if at < len(broken[heading]) else ""
            line.append(cell.ljust(width + GAP), style="cyan" if heading == "Fact" else "bold" if heading == "Day" else "")
        line.rstrip()
        yield line


def _least(heading: str, cells: list[dict[str, str]]) -> int:
    """The width below which a column is hard to read: its longest word, within reason."""
    longest = max((len(word) for row in cells for word in row[heading].split()), default=0)
    return max(len(heading), EASY, min(longest, WIDEST))


def fitting(natural: dict[str, int], least: dict[str, int], width: int) -> dict[str, int]:
    """The columns that fit side by side and their widths: the widest narrowed as far as they may be, then the least needed left out.

    >>> fitting({"Fact": 8, "Actors": 40, "To": 10}, {"Fact": 8, "Actors": 14, "To": 10}, 50)
    {'Fact': 8, 'Actors': 28, 'To': 10}
    >>> fitting({"Fact": 8, "Actors": 40, "To": 10}, {"Fact": 8, "Actors": 24, "To": 10}, 40)
    {'Fact': 8, 'Actors': 30}
    """
    fitted, least = dict(natural), {heading: natural[heading] if heading in WHOLE else min(each, natural[heading]) for heading, each in least.items()}
    for leaving in (heading for heading in LEAST if heading in natural):
        if _side_by_side({heading: least[heading] for heading in fitted}) <= width:
            break
        del fitted[leaving]
    while _side_by_side(fitted) > width:
        loose = [heading for heading in fitted if fitted[heading] > least[heading]]
        if not loose:
            break
        fitted[max(loose, key=lambda heading: fitted[heading])] -= 1
    return fitted


def _side_by_side(widths: dict[str, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def _listed(headings: list[str], cells: list[dict[str, str]], out: TextIO) -> None:
    """One field a line, rows apart."""
    for row in cells:
        out.writelines(f"{heading}: {row[heading]}\n" for heading in headings if row[heading])
        out.write("\n")
