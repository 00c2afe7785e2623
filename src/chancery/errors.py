"""What can go wrong, and what to try. Each error says what, where, and what to do about it; anything else that is raised is a bug."""

import traceback
from dataclasses import dataclass
from pathlib import PurePath


class ChanceryError(Exception):
    """Something that the person who called can mend."""

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        super().__init__(": ".join(part for part in (where, what) if part) + (f" ({hint})" if hint else ""))


class ReadError(ChanceryError):
    """A source cannot be read; becomes a `Rejected`."""


class UnknownLanguage(ReadError):
    """No language pack reads this text."""


class UsageError(ChanceryError):
    """A value that was given does not fit: a date, a path, a name of a view."""


class StoreError(ChanceryError):
    """The record cannot be opened or written."""


class CorruptRecord(StoreError):
    """The record was opened, and what it holds is not what chancery wrote."""


class PluginError(ChanceryError):
    """A plug-in is named that is not installed, or does not keep its contract."""


class WorkerError(ChanceryError):
    """A process that reads was lost."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A source that was not read: nothing vanishes in silence."""

    origin: str
    """The file, or the file and line, that it came from."""
    reason: str
    hint: str = ""
    fault: str = ""
    """The traceback, where it was chancery that failed; not kept in the record."""

    @classmethod
    def because(cls, error: ChanceryError, origin: str = "") -> "Rejected":
        """The refusal that an error amounts to."""
        return cls(origin or error.where, error.what, error.hint)

    @classmethod
    def by_fault(cls, error: Exception, origin: str) -> "Rejected":
        """The refusal of a source that chancery has a fault in reading; the reason is the same on every machine."""
        at = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{PurePath(at.filename).name}, line {at.lineno}"
        trace = "".join(traceback.format_exception(error))
        return cls(origin, f"chancery failed on it: {type(error).__name__} in {place}", "a fault of chancery; please report it with the text", trace)
