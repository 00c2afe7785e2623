"""When an act was done: by its own words of time, by the statement it stands in, or by the day that the text is telling of."""

from bisect import bisect_right
from datetime import timedelta

from chancery.analysis import Analysis, TimeExpression, Token
from chancery.analysis.clauses import is_clausal
from chancery.edtf import Edtf
from chancery.facts.fact import Statement
from chancery.span import Span

RECENT = timedelta(days=7)
"""A day that the text names counts as the one it tells of if it is no older than this at publication."""
REACH = 5
"""Of so many words of time around a place the nearest are tried."""


class Moments:
    """The dates of a document by place; built once."""

    def __init__(self, analysis: Analysis) -> None:
        self._times = [time for time in analysis.times if time.date is not None]
        self._starts = [time.span.start for time in self._times]
        published = analysis.document.published
        self.published = published.value if published else None

    def within(self, span: Span, head: Token) -> Edtf | None:
        """The date that the words of an act give it: the one nearest to its head."""
        found = [time for time in self._times[bisect_right(self._starts, span.start - 1) :][:REACH] if span.contains(time.span)]
        if not found:
            return None
        return min(found, key=lambda time: _away(time, head)).date

    def running(self, span: Span) -> Edtf | None:
        """The day that the text is telling of here: the last single day named before, if it is of the week before publication."""
        last = self.published.last if self.published else None
        for index in range(bisect_right(self._starts, span.end) - 1, -1, -1):
            day = self._times[index].date
            exact = day.exact if day else None
            if exact and last and last - RECENT <= exact <= last:
                return Edtf.day(exact)
        return self.published if self.published and self.published.exact else None

    def of(self, span: Span, head: Token, statement: Statement | None, in_words: bool) -> Edtf | None:
        """The date of an act with this evidence; None where nothing tells it."""
        own = self.within(span, head)
        if own is not None:
            return own
        if statement is not None:
            return statement.time
        return self.running(span) if in_words else None


def _away(time: TimeExpression, head: Token) -> int:
    return min(abs(time.span.start - head.end), abs(time.span.end - head.start))


def clause_head(token: Token) -> Token:
    """The predicate of the clause that a word stands in."""
    while not is_clausal(token) and token.head is not token:
        token = token.head
    return token
