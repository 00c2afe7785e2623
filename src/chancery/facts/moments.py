"""When an act was done: by its own words of time, by the statement it stands in, or by the day that the text is telling of."""

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from functools import lru_cache

from chancery.analysis import Analysis, TimeExpression, Token
from chancery.analysis.clauses import clause_span, is_clausal, markers
from chancery.analysis.inflection import tense
from chancery.edtf import Edtf
from chancery.facts.fact import Statement
from chancery.facts.lent import Openings, lenders
from chancery.facts.told_days import LEAD, ToldDays
from chancery.facts.undated import undated
from chancery.languages import pack_for
from chancery.scan.phrases import either
from chancery.span import Span

LATELY = timedelta(days=7)
"""What words of time tell of before that is long over at publication."""
CLOSE = 5
"""Code points that may lie between a noun and its words of time: an article, a preposition."""
BEFORE = ("past", "imperfect", "pluperfect")
"""Tenses of what was before it is told."""
DUE = ("from", "by", "until", "before")
"""Bounds of what is to be done."""
REACH = 5
"""Of so many words of time around a place the nearest are tried."""


class Moments:
    """The dates of a document by place."""

    def __init__(self, analysis: Analysis) -> None:
        self._times = [time for time in analysis.times if time.date is not None]
        self._starts = [time.span.start for time in self._times]
        published = analysis.document.published
        self.published = published.value if published else None
        pack = pack_for(analysis.document.language)
        self.undated = undated(pack)
        self._same = re.compile(rf"(?<!\w){either(pack.words('times')['told']['same'])}(?!\w)", re.IGNORECASE)
        self._behind = re.compile(rf"(?<!\w){either(pack.words('times')['told']['behind'])}(?!\w)", re.IGNORECASE)
        self._text, self._openings = analysis.text, Openings(pack)
        self._apart, self._ends = frozenset(pack.words("times")["told"]["apart"]), [time.span.end for time in analysis.times if time.date is None]
        self._told = ToldDays(analysis, self._times, self.published.last if self.published else None, pack)

    def within(self, span: Span, head: Token, in_words: bool) -> Edtf | None:
        """The date that the words of an act give it: the one nearest to its head.

        A stance is dated only by words that stand with its verb; others date what it is about.
        """
        found = self.expression(span, head, in_words)
        return found.date if found else None

    def expression(self, span: Span, head: Token, in_words: bool = False, nearest: bool = False) -> TimeExpression | None:
        """The words of time that date an act; with `nearest`, whatever the parser hangs them on."""
        found = [time for time in self._times[bisect_right(self._starts, span.start - 1) :][:REACH] if span.contains(time.span)]
        found = [time for time in found if (not self._of_another(time, head) if nearest else _belongs(time, head, in_words))]
        return min(found, key=lambda time: _away(time, head)) if found else None

    def _of_another(self, time: TimeExpression, noun: Token) -> bool:
        """Whether it dates what the noun came after: `les frappes menées à la suite de l'attaque du |7 avril|`."""
        return self._behind.search(self._text, noun.end, max(noun.end, time.span.start)) is not None

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

    def running(self, span: Span, head: Token) -> Edtf | None:
        """The day that the text is telling of here: the latest of the week before publication that is told of up to here, else that of publication.

        The latest and not the last: what is new comes first in the press, and what led to it later. What is told in the past behind the lead of a
        text that has named no day up to there may have been on any: of 19 such facts 12 were not of the day of publication.
        """
        day = self._told.at(span.end, bisect_right(self._starts, span.end))
        if day is not None or self.published is None or not self.published.exact:
            return Edtf.day(day) if day else None
        return self.published if span.start < LEAD or _when(head) not in BEFORE else None

    def of(self, span: Span, head: Token, statement: Statement | None, in_words: bool, spoken: bool = False) -> Edtf | None:
        """The date of an act with this evidence; None where nothing tells it. What was `spoken` was so by publication, whatever day it is about."""
        found = self.expression(span, head, in_words)
        ends = found is not None and found.bound == "until" and not in_words  # `a interdit les marches jusqu'à vendredi` is no deed of Friday
        own = found.date if found and not ends and not (spoken and self._is_due(found)) else None
        if own is None and head.pos == "NOUN":
            nearest = self.expression(span, head, nearest=True)
            own = nearest.date if nearest else None
        if own is None and in_words:
            own = self.lent(head)
        if own is not None:
            return own
        if in_words and self.is_undated(head, statement):
            return None
        if statement is not None and statement.time is not None and statement.time.exact:
            return statement.time
        return self.running(span, head) if in_words and not self._long_ago(span) else None

    def is_apart(self, head: Token) -> bool:
        """Whether it was on another day than its clause tells of: `au lendemain de la visite`, `deux jours après la visite`, `dit avoir reçu`."""
        case = head.child("case")
        above = head.head if head.dep.startswith("nmod") else None
        if above is not None and above.lemma.lower() in self._apart:
            return True
        if case is not None and self._behind.fullmatch(case.text) and self._ends_at(case.start):
            return True
        after = any(self._behind.fullmatch(mark) for mark in markers(head))  # `après l'avoir reçu` is mostly of the same day
        return head.pos in ("VERB", "AUX") and not after and self.undated.tells(head)

    def _ends_at(self, place: int) -> bool:
        """Whether words for a length of time end right before a place."""
        index = bisect_left(self._ends, place) - 1
        return index >= 0 and not self._text[self._ends[index] : place].strip()

    def lent(self, head: Token) -> Edtf | None:
        """The day that the rest of its sentence gives a verb that has none of its own; nothing to come."""
        for verb in (head, *lenders(head, self._openings.sharing)):
            found = self.hanging(verb) if verb is not head else None
            found = found or self._opening(verb)
            if found is not None:
                return None if self.is_ahead(found) else found
        return None

    def hanging(self, verb: Token) -> Edtf | None:
        """The date whose words hang on the verb itself, as far as that is one of days."""
        span = clause_span(verb)
        for time in self._times[bisect_left(self._starts, span.start) :][:REACH]:
            if span.contains(time.span) and time.bound is None and time.date and time.date.first and time.date.last and _hangs(time, verb):
                return time.date
        return None

    def _opening(self, verb: Token) -> Edtf | None:
        """The one day named in the words that open the sentence of a main verb."""
        span = self._openings.of(verb)
        if span is None:
            return None
        inside = [time for time in self._times[bisect_left(self._starts, span.start) :][:REACH] if span.contains(time.span)]
        days = [time.date for time in inside if time.date and time.date.exact and self._openings.dates(self._text[span.start : time.span.start])]
        return days[0] if len(days) == 1 else None

    def is_undated(self, head: Token, statement: Statement | None) -> bool:
        """Whether only its own words can date a telling."""
        before = statement is not None and statement.time is None and self.undated.is_before(statement)
        return (before or self.undated.tells(head)) and not self._same_day(head)

    def _same_day(self, head: Token) -> bool:
        """Whether its sentence says that what was before was on the same day: `avait annoncé quelques heures plus tôt`."""
        top = head
        while top.head is not top:
            top = top.head
        tokens = top.subtree()
        return self._same.search(self._text, tokens[0].start, tokens[-1].end) is not None

    def _is_due(self, time: TimeExpression) -> bool:
        """Whether words of time beside a stance tell of what is to come: they date what it is about."""
        last = self.published.last if self.published else None
        open_yet = time.bound in DUE and time.date is not None and (time.date.last is None or last is None or time.date.last > last)
        return open_yet or (time.date is not None and self.is_ahead(time.date))

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
        return any(last is not None and first is not None and last < first - LATELY for last in inside)


@lru_cache(maxsize=2)
def moments_of(analysis: Analysis) -> Moments:
    """The dates of a document, found once for all kinds of fact."""
    return Moments(analysis)


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


def _hangs(time: TimeExpression, verb: Token) -> bool:
    """Whether the words of time hang on the verb, or bare behind its object: `a lancé un appel |lundi|`."""
    token = _token_at(verb, time.span)
    while token is not None and token.head is not token and time.span.contains(token.head.span):
        token = token.head
    if token is None or token.head is verb:
        return token is not None
    bare = token.child("case") is None and token.head.pos == "NOUN" and token.head.start < token.start
    return bare and token.head.head is verb and token.head.dep.partition(":")[0] in ("obj", "obl")


def _token_at(head: Token, span: Span) -> Token | None:
    """The first word of a span in the sentence of a token."""
    top = head
    while top.head is not top:
        top = top.head
    return next((token for token in top.subtree() if token.end > span.start), None)


def _away(time: TimeExpression, head: Token) -> int:
    return min(abs(time.span.start - head.end), abs(time.span.end - head.start))


def _when(token: Token) -> str | None:
    """When the clause of a word puts it, or the one above it where that has no tense of its own: an infinitive, a participle, a noun."""
    found = tense(token) if token.pos in ("VERB", "AUX", "ADJ") else None
    while found in (None, "infinitive", "participle") and token.head is not token:
        token = token.head
        found = tense(token) if is_clausal(token) else None
    return found


def clause_head(token: Token) -> Token:
    """The predicate of the clause that a word stands in."""
    while not is_clausal(token) and token.head is not token:
        token = token.head
    return token
