"""The statements of a document while they are gathered: kept in text order, no two overlapping, so that look-ups by place are quick."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import replace

from chancery.facts.fact import Statement
from chancery.span import Span


def _place(statement: Statement) -> Span:
    return statement.evidence


class Said:
    """A collection of statements by place."""

    def __init__(self) -> None:
        self._statements: list[Statement] = []

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._statements)

    def add(self, statement: Statement) -> None:
        """Keep one more; its words must not overlap those of another."""
        insort(self._statements, statement, key=_place)

    def overlapping(self, span: Span) -> list[Statement]:
        """The statements that share words with the span, in text order."""
        first = bisect_left(self._statements, span, key=_place)
        first -= first > 0 and self._statements[first - 1].evidence.end > span.start
        found = []
        for statement in self._statements[first:]:
            if statement.evidence.start >= span.end:
                break
            if statement.evidence.overlaps(span):
                found.append(statement)
        return found

    def remove(self, statement: Statement) -> None:
        """Take one out again."""
        del self._statements[bisect_left(self._statements, statement.evidence, key=_place)]

    def last_before(self, position: int) -> Statement | None:
        """The nearest statement whose words end at or before the position."""
        index = bisect_left(self._statements, Span(position, position), key=_place) - 1
        while index >= 0 and self._statements[index].evidence.end > position:
            index -= 1
        return self._statements[index] if index >= 0 else None

    def relayed(self, span: Span, via: str) -> None:
        """Note who passes on what is said in the span, where nobody is noted yet and it is not the speaker himself."""
        for statement in self.overlapping(span):
            if statement.via is None and statement.speaker != via:
                self._statements[bisect_left(self._statements, statement.evidence, key=_place)] = replace(statement, via=via)
