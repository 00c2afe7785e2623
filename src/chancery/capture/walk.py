"""Paths to the files behind them, each with the id that its texts will bear."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chancery.capture.source import Metadata
from chancery.capture.written import UNPRINTABLE, is_address, line_of
from chancery.errors import Rejected
from chancery.settings import Settings

STANDARD_INPUT = "-"
BUFFER_BYTES = 65536
"""How much of a file its reader is chosen by, at most."""
REPORT_MARK = "data/record.js"
"""A folder that has this file is a report that was written from a record, and no press."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Bytes to read, with what is known of them by where they were found."""

    stream: io.BufferedReader
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class Found:
    """A file or an address that was named, or a file found in a folder that was."""

    id: str
    origin: str
    name: str
    open: Callable[[], Opened]


def walk(paths: Sequence[str | Path], settings: Settings = Settings()) -> list[Found | Rejected]:
    """Every file under the paths, sorted by id, so that the order they were named in does not matter; hidden files in folders are left out."""
    found: list[Found | Rejected] = []
    for path in dict.fromkeys(paths):
        if str(path) == STANDARD_INPUT:
            found.append(Found("stdin", "standard input", "", lambda: Opened(_standard_input())))
        elif is_address(str(path)):
            found.append(_address(str(path), settings))
        elif os.path.isdir(path):
            found.extend(_folder(Path(path)))
        else:
            found.append(_file(Path(path), Path(path).name, pipes=True))
    return sorted(found, key=lambda item: (item.id if isinstance(item, Found) else item.origin, item.origin))


def readable(path: str | os.PathLike[str]) -> str:
    """A path as a line that any file can hold and any terminal can show: bytes that are no UTF-8, and control characters, are shown escaped."""
    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), shown)


def _address(address: str, settings: Settings) -> Found:
    """Its id is the address without scheme, ending and fragment."""
    below = line_of(address).partition("://")[2].partition("#")[0].strip("/")

    def fetch() -> Opened:
        from chancery.capture.network import fetched  # only who names an address needs it

        answer = fetched(address, settings)
        return Opened(answer.stream(), answer.metadata())

    return Found(_without_ending(below) if "/" in below and "?" not in below else below, line_of(address), below.rpartition("/")[2], fetch)


def _file(path: Path, below: str, *, pipes: bool = False) -> Found:
    return Found(_without_ending(below), readable(path), path.name, lambda: Opened(_open(path, pipes)))


def _without_ending(below: str) -> str:
    shown = readable(below).replace(os.sep, "/")
    stem, dot, ending = shown.removesuffix(".gz").rpartition(".")
    return stem if dot and stem and not stem.endswith("/") and "/" not in ending else shown


def _folder(top: Path) -> Iterator[Found | Rejected]:
    refused: list[Rejected] = []
    whole = os.path.realpath(top)
    entered = {whole}
    count = 0
    for folder, below, files in os.walk(top, followlinks=True, onerror=lambda error: refused.append(_no_entry(error))):
        shown = sorted(name for name in below if not name.startswith("."))
        inside = [name for name in shown if _leads_inside(os.path.join(folder, name), whole)]
        refused.extend(_leads_out(Path(folder, name)) for name in shown if name not in inside)
        reports = [name for name in inside if Path(folder, name, REPORT_MARK).is_file()]
        refused.extend(_is_report(Path(folder, name)) for name in reports)
        below[:] = [name for name in inside if name not in reports and not _seen(os.path.join(folder, name), entered)]
        for name in sorted(files):
            if not name.startswith("."):
                count += 1
                path = Path(folder, name)
                yield _file(path, str(path.relative_to(top))) if _leads_inside(path, whole) else _leads_out(path)
    yield from refused
    if not count and not refused:
        yield Rejected(readable(top), "the folder holds nothing to read", "hidden files are left out; name a file to have it read all the same")


def _leads_inside(path: str | Path, whole: str) -> bool:
    """Whether what a path leads to lies in the folder that was named; a link that leads nowhere is for its reader to say."""
    return not os.path.islink(path) or not os.path.exists(path) or os.path.commonpath((os.path.realpath(path), whole)) == whole


def _leads_out(path: Path) -> Rejected:
    return Rejected(readable(path), "the link leads out of the folder that was named", "name what it leads to, if it is to be read")


def _is_report(path: Path) -> Rejected:
    return Rejected(readable(path), "the folder is a report written from a record, not press", "name it by itself, if it is to be read")


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
