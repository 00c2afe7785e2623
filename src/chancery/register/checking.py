"""Whether register files hold together: every problem of every file at once, each with its file, line and reason."""

import csv
from collections.abc import Iterator
from pathlib import Path

from chancery.errors import UsageError
from chancery.register.rules import RULES, Placed, Problem
from chancery.register.tables import COLUMNS, files, numbered

SHOWN = 20
"""Problems that an error tells in full; the rest are counted."""


def check(folder: Path) -> None:
    """Raise UsageError if a folder is none, holds no register file, or holds files with problems: all of them are told."""
    found = problems(folder)
    if found:
        told = [str(problem) for problem in found[:SHOWN]] + ([f"and {len(found) - SHOWN} more"] if len(found) > SHOWN else [])
        count = "a problem" if len(found) == 1 else f"{len(found)} problems"
        raise UsageError(f"the register files have {count}:\n  " + "\n  ".join(told), where=str(folder))


def problems(folder: Path | None) -> list[Problem]:
    """All that is wrong with an analyst's files beside the package's; without a folder, with the package's own. In order of file and line.

    Raises UsageError if the folder is none or holds no register file.
    """
    if folder is not None:
        _is_folder(folder)
    tables: dict[str, list[Placed]] = {}
    found: list[Problem] = [] if folder is None else list(_strays(folder))
    for table in COLUMNS:
        tables[table] = []
        for path in files(table, folder):
            try:
                own = folder is None or path.parent == folder
                tables[table].extend(Placed(path, line, row, own) for line, row in numbered(path, COLUMNS[table]))
                found.extend(_spilt(path) if own else ())
            except UsageError as error:
                found.append(Problem(path, 0, f"{error.what} ({error.hint})"))
    for rule in RULES:
        found.extend(rule(tables))
    return sorted(set(found))


def _is_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError("there is no such folder" if not folder.exists() else "this is no folder", where=str(folder), hint="it holds register files")
    if not any((folder / f"{table}.csv").is_file() for table in COLUMNS):
        raise UsageError(
            "the folder holds no register file", where=str(folder), hint=f"one is called {', '.join(f'{table}.csv' for table in COLUMNS)}"
        )


def _strays(folder: Path) -> Iterator[Problem]:
    """CSV files whose name is of no table: a slip of the pen, and nothing in them would be read."""
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in COLUMNS:
            yield Problem(path, 0, f"no register file is called so ({', '.join(COLUMNS)})")


def _spilt(path: Path) -> Iterator[Problem]:
    """Rows with more cells than there are columns: a comma that should stand in quotation marks."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        columns = len(next(reader, []))
        for row in reader:
            if len(row) > columns:
                yield Problem(path, reader.line_num, f"{len(row)} cells for {columns} columns; a cell with a comma in it stands in quotation marks")
