"""What can be said of a commitment on a day. Of met, missed, revised and withdrawn nothing is said yet: that takes a later document that says so."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from chancery.facts import Commitment

State = Literal["open", "due", "unknown"]


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """How a commitment stands, and why that is said."""

    state: State
    basis: str


def fulfilment(commitment: Commitment, day: date | None) -> Fulfilment:
    """Open while its deadline lies ahead of `day`, due from its last day on, unknown without a deadline or a day.

    >>> from chancery.edtf import Edtf
    >>> from chancery.span import Span
    >>> pledge = Commitment(document="a", evidence=Span(0, 1), who=("USA",), what="partir", type="pledge", deadline=Edtf("2021-09-11"))
    >>> fulfilment(pledge, date(2021, 4, 14)).state
    'open'
    """
    last = commitment.deadline.last if commitment.deadline else None
    if last is None:
        return Fulfilment("unknown", "no deadline is known")
    if day is None:
        return Fulfilment("unknown", "no day to judge by")
    return Fulfilment("open" if day < last else "due", f"its deadline {commitment.deadline} as of {day}")
