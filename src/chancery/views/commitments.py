"""Who promised, planned or threatened what by when, on what condition, and how it stands."""

from dataclasses import dataclass, replace
from datetime import date

from chancery.facts import Commitment
from chancery.record import Query, Store
from chancery.record.fulfilment import fulfilment
from chancery.views.once import Told, once
from chancery.views.row import Row, line, named, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow(Row):
    """What an actor undertakes."""

    who: tuple[str, ...]
    what: str
    type: str
    """pledge, goal, threat or plan."""
    starts: str | None
    deadline: str | None
    """The last day; None for what begins on a day and is not said to end."""
    condition: str | None
    beneficiary: tuple[str, ...]
    status: str
    """open, due or unknown."""
    status_basis: str

    def cells(self) -> dict[str, str]:
        return {
            "Day": self.day or "",
            "Actors": named(self.who),
            "Type": self.type,
            "Start": self.starts or "",
            "Deadline": (self.deadline or "").removeprefix("../"),
            "Status": self.status,
            "Voice": line(self.voice),
            "Fact": self.short,
            "Words": line(self.words),
        }


def commitments(store: Store, query: Query) -> list[CommitmentRow]:
    """Commitments by day; their status is as of the day asked for, else of the last day on which a document of the record was published."""
    day = query.as_of or max((document.last_day for document in store.documents() if document.last_day), default=None)
    made = once(store, replace(query, kinds=("commitment",)))
    return [row_of(told, told.kept.fact, day) for told in made if isinstance(told.kept.fact, Commitment)]


def row_of(told: Told, made: Commitment, day: date | None) -> CommitmentRow:
    """A commitment as a row, with its status as of the day."""
    status = fulfilment(made, day)
    return CommitmentRow(
        **shared(told.kept, told.copies),
        who=made.who,
        what=made.what,
        type=made.type,
        starts=made.start.value if made.start else None,
        deadline=made.deadline.value if made.deadline and made.deadline != made.start else None,
        condition=made.condition,
        beneficiary=made.beneficiary,
        status=status.state,
        status_basis=status.basis,
    )
