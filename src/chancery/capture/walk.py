"""Paths to the files behind them, each with the id that its texts will bear."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from chancery.capture.written import UNPRINTABLE
from chancery.errors import Rejected

STANDARD_INPUT = "-"
BUFFER_BYTES = 65536
"""How much of a file its reader is chosen by, at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was named, or found in a folder that was."""

    id: str
    origin: str
    name: str
    open: Callable[[], io.BufferedReader]


def walk(paths: Sequence[str | Path]) -> list[Found | Rejected]:
    """Every file under the paths, sorted by id, so that the order they were named in does not matter; hidden files in folders are left out."""
    found: list[Found | Rejected] = []
    for path in dict.fromkeys(paths):
        if str(path) == STANDARD_INPUT:
            found.append(Found("stdin", "standard input", "", _standard_input))
        elif os.path.isdir(path):
            found.extend(_folder(Path(path)))
        else:
            found.append(_file(Path(path), Path(path).name, pipes=True))
    return sorted(found, key=lambda item: (item.id if isinstance(item, Found) else item.origin, item.origin))


def readable(path: str | os.PathLike[str]) -> str:
    """A path as a line that any file can hold and any terminal can show: bytes that are no UTF-8, and control characters, are shown escaped."""
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), shown)


def _file(path: Path, below: str, *, pipes: bool = False) -> Found:
    return Found(_without_ending(below), readable(path), path.name, lambda: _open(path, pipes))


def _without_ending(below: str) -> str:
    shown = readable(below).replace(os.sep, "/")
    stem, dot, ending = shown.removesuffix(".gz").rpartition(".")
    return stem if dot and stem and not stem.endswith("/") and "/" not in ending else shown


def _folder(top: Path) -> Iterator[Found | Rejected]:
    refused: list[Rejected] = []
    entered = {os.path.realpath(top)}
    count = 0
    for folder, below, files in os.walk(top, followlinks=True, onerror=lambda error: refused.append(_no_entry(error))):
        below[:] = sorted(name for name in below if not name.startswith(".") and not _seen(os.path.join(folder, name), entered))
        for name in sorted(files):
            if not name.startswith("."):
                count += 1
                path = Path(folder, name)
                yield _file(path, str(path.relative_to(top)))
    yield from refused
    if not count and not refused:
        yield Rejected(readable(top), "the folder holds nothing to read", "hidden files are left out; name a file to have it read all the same")


def _seen(folder: str, entered: set[str]) -> bool:
    """Whether a folder was entered already: links can make a folder hold itself."""
    real = os.path.realpath(folder)
    known = real in entered
    entered.add(real)
    return known


def _no_entry(error: OSError) -> Rejected:
    return Rejected(readable(error.filename or ""), f"the folder cannot be entered: {error.strerror}", "see that you may read it")


def _open(path: Path, pipes: bool) -> io.BufferedReader:
    """The file; a pipe only if it was named, since one that lies in a folder may never begin."""
    mode = os.stat(path).st_mode
    if stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode)):
        return io.BufferedReader(io.FileIO(path), BUFFER_BYTES)
    raise OSError(0, "it is not a file", str(path))


def _standard_input() -> io.BufferedReader:
    if sys.stdin is None:
        raise OSError(0, "it is closed")
    stream = sys.stdin.buffer
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, BUFFER_BYTES)  # type: ignore[arg-type]
