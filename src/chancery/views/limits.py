"""What the answers to a question are limited to."""

from collections.abc import Iterable, Sequence
from typing import TypedDict, TypeVar

from chancery.errors import UsageError
from chancery.record import KeptDocument
from chancery.register import fold
from chancery.views.days import Day
from chancery.views.row import publisher

T = TypeVar("T")


class Limits(TypedDict, total=False):
    """What every question can be limited to; what is left out does not limit."""

    actor: str | None
    """Whom it is about, in any part: an id or a name."""
    source: str | None
    """Who tells it: a part of the name of an outlet or agency, or of the id of a document."""
    since: Day
    until: Day
    as_of: Day
    """As it was known at the end of this day."""
    limit: int | None
    """How many answers, the first ones."""


def checked(limits: Limits) -> Limits:
    """The limits; raises TypeError for one that is none, UsageError for a limit below 1."""
    if unknown := [name for name in limits if name not in Limits.__annotations__]:
        raise TypeError(f"there is no limit called {unknown[0]!r}; there are {', '.join(Limits.__annotations__)}")
    if (most := limits.get("limit")) is not None and most < 1:
        raise UsageError(f"limit needs a number from 1 on, not {most}")
    return limits


def first(rows: Sequence[T], limits: Limits) -> list[T]:
    """As many as are wanted."""
    return list(rows[: limits.get("limit")])


def coming_from(documents: Iterable[KeptDocument], source: str) -> frozenset[str]:
    """Ids of the documents that an outlet, an agency or an id stands for; raises UsageError if there are none."""
    wanted = fold(source).strip()
    found = frozenset(document.id for document in documents if wanted and any(wanted in fold(name) for name in _names(document)))
    if not found:
        raise UsageError(f"no document in this record comes from {source!r}", hint="outlets, agencies and ids of documents: chancery show sources")
    return found


def among(wanted: frozenset[str] | None, *parts: Sequence[str | None]) -> bool:
    """Whether one of those wanted has one of these parts; True where nobody in particular is wanted."""
    return wanted is None or any(actor in wanted for part in parts for actor in part)


def _names(document: KeptDocument) -> tuple[str, ...]:
    return (publisher(document), document.agency or "", document.id)
