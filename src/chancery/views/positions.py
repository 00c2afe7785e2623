"""Who wants what, who answered what."""

from dataclasses import dataclass, replace

from chancery.facts import Position
from chancery.record import Query, Store
from chancery.views.once import Told, once
from chancery.views.row import Row, line, named, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow(Row):
    """A stance on an issue towards another."""

    holders: tuple[str, ...]
    stance: str
    issue: str
    towards: tuple[str, ...]
    condition: str | None
    response: str | None

    def cells(self) -> dict[str, str]:
        return {
            "Day": self.day or "",
            "Actors": named(self.holders),
            "Stance": self.stance,
            "Towards": named(self.towards),
            "Voice": line(self.voice),
            "Fact": self.short,
            "Words": line(self.words),
        }


def positions(store: Store, query: Query) -> list[PositionRow]:
    """Positions by day, then document and place."""
    return [row_of(told, told.kept.fact) for told in once(store, replace(query, kinds=("position",))) if isinstance(told.kept.fact, Position)]


def row_of(told: Told, held: Position) -> PositionRow:
    """A position as a row."""
    return PositionRow(
        **shared(told.kept, told.copies),
        holders=held.holders,
        stance=held.stance,
        issue=held.issue,
        towards=held.towards,
        condition=held.condition,
        response=held.response,
    )
