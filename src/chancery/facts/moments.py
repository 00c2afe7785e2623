"""When an act was done: by its own words of time, by the statement it stands in, or by the day that the text is telling of."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from chancery.analysis import Analysis, TimeExpression, Token
from chancery.analysis.clauses import is_clausal
from chancery.edtf import Edtf
from chancery.facts.fact import Statement
from chancery.span import Span

RECENT = timedelta(days=7)
"""A day that the text names counts as the one it tells of if it is no older than this at publication."""
CLOSE = 5
"""Code points that may lie between a noun and its words of time: an article, a preposition."""
REACH = 5
"""Of so many words of time around a place the nearest are tried."""


class Moments:
    """The dates of a document by place; built once."""

    def __init__(self, analysis: Analysis) -> None:
        self._times = [time for time in analysis.times if time.date is not None]
        self._starts = [time.span.start for time in self._times]
        published = analysis.document.published
        self.published = published.value if published else None
        self._latest = self._days()

    def _days(self) -> list[date | None]:
        """For each of the times the latest recent day named up to it."""
        last = self.published.last if self.published else None
        found: list[date | None] = []
        for time in self._times:
            day = time.date.exact if time.date else None
            before = found[-1] if found else None
            if day is not None and last is not None and last - RECENT <= day <= last and (before is None or day > before):
                before = day
            found.append(before)
        return found

    def within(self, span: Span, head: Token, in_words: bool) -> Edtf | None:
        """The date that the words of an act give it: the one nearest to its head.

        A stance is dated only by words that stand with its verb; others date what it is about.
        """
        found = self.expression(span, head, in_words)
        return found.date if found else None

    def expression(self, span: Span, head: Token, in_words: bool = False, nearest: bool = False) -> TimeExpression | None:
        """The words of time that date an act; with `nearest`, whatever the parser hangs them on."""
        found = [time for time in self._times[bisect_right(self._starts, span.start - 1) :][:REACH] if span.contains(time.span)]
        found = [time for time in found if nearest or _belongs(time, head, in_words)]
        return min(found, key=lambda time: _away(time, head)) if found else None

    def bounded(self, span: Span, head: Token, bounds: tuple[str, ...]) -> TimeExpression | None:
        """The first words of time inside that set such a bound, and that no clause of their own holds: `continueraient de payer jusqu'en 2024`."""
        for time in self._times[bisect_right(self._starts, span.start - 1) :][:REACH]:
            if span.contains(time.span) and time.bound in bounds:
                return time
        return None

    def ahead(self, span: Span, bounds: tuple[str, ...]) -> TimeExpression | None:
        """The first words of time beginning inside that tell of what comes behind publication, or set such a bound to it."""
        last = self.published.last if self.published else None
        for time in self._times[bisect_right(self._starts, span.start - 1) :][:REACH]:
            inside = time.date is not None and span.start <= time.span.start < span.end
            if not inside or time.date is None or last is None:
                continue
            if self.is_ahead(time.date) or (time.bound in bounds and time.date.last is not None and time.date.last > last):
                return time
        return None

    def trailing(self, span: Span, noun: Token) -> int | None:
        """Where words of time begin that end a noun phrase and stand there bare: `cette demande mercredi`."""
        index = bisect_right(self._starts, span.end - 1) - 1
        if index < 0 or self._times[index].span.end != span.end or self._starts[index] <= noun.end:
            return None
        first = next((token for token in noun.subtree() if token.start >= self._starts[index]), None)
        return self._starts[index] if first is not None and first.child("case") is None else None

    def holds(self, token: Token) -> bool:
        """Whether the token is one of the words of time."""
        index = bisect_right(self._starts, token.start) - 1
        return index >= 0 and self._times[index].span.contains(token.span)

    def after(self, span: Span, text: str) -> TimeExpression | None:
        """The words of time that follow a stretch at once: `un sommet les 24 et 25 mai`."""
        index = bisect_left(self._starts, span.end)
        if index == len(self._times):
            return None
        time = self._times[index]
        gap = text[span.end : time.span.start]
        return time if len(gap) <= CLOSE and not set(gap) & set(",;:.()\n") else None

    def running(self, span: Span) -> Edtf | None:
        """The day that the text is telling of here: the latest day of the week before publication that is named up to here, else that of publication.

        The latest and not the last: what is new comes first in the press, and what led to it later.
        """
        place = bisect_right(self._starts, span.end)
        latest = self._latest[place - 1] if place else None
        return Edtf.day(latest) if latest else self.published if self.published and self.published.exact else None

    def of(self, span: Span, head: Token, statement: Statement | None, in_words: bool, spoken: bool = False) -> Edtf | None:
        """The date of an act with this evidence; None where nothing tells it. What was `spoken` was so by publication, whatever day it is about."""
        own = self.within(span, head, in_words)
        if spoken and own is not None and self.is_ahead(own):
            own = None
        if own is None and head.pos == "NOUN":
            nearest = self.expression(span, head, nearest=True)
            own = nearest.date if nearest else None
        if own is not None:
            return own
        if statement is not None and statement.time is not None and statement.time.exact:
            return statement.time
        return self.running(span) if in_words and not self._long_ago(span) else None

    def is_ahead(self, when: Edtf) -> bool:
        """Whether it begins behind the day of publication."""
        last = self.published.last if self.published else None
        return when.first is not None and last is not None and when.first > last

    def _long_ago(self, span: Span) -> bool:
        """Whether words of time inside tell of what was before the days that the text tells of, whatever they belong to."""
        first = self.published.first if self.published else None
        inside = [
            time.date.last for time in self._times[bisect_right(self._starts, span.start - 1) :][:REACH] if span.contains(time.span) and time.date
        ]
        return any(last is not None and first is not None and last < first - RECENT for last in inside)


def _belongs(time: TimeExpression, head: Token, in_words: bool) -> bool:
    """Whether no other clause stands between the words of time and the head; beside a stance, no noun either, unless they follow or open it."""
    token = _token_at(head, time.span)
    if token is None or token is head:
        return True
    if in_words and (0 <= token.index - head.index <= 3 or token.index <= 3):
        return True
    while token.head is not token and token.head is not head:
        above = token.head
        if not time.span.contains(above.span) and (is_clausal(above) or (in_words and above.pos in ("NOUN", "PROPN"))):
            return False
        token = above
    return token.head is head


def _token_at(head: Token, span: Span) -> Token | None:
    """The first word of a span in the sentence of a token."""
    top = head
    while top.head is not top:
        top = top.head
    return next((token for token in top.subtree() if token.end > span.start), None)


def _away(time: TimeExpression, head: Token) -> int:
    return min(abs(time.span.start - head.end), abs(time.span.end - head.start))


def clause_head(token: Token) -> Token:
    """The predicate of the clause that a word stands in."""
    while not is_clausal(token) and token.head is not token:
        token = token.head
    return token
