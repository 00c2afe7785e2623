"""The days that a text tells of: named beside the verb of a main clause, not inside a subordinate one, behind `après` or as long gone by."""

from bisect import bisect_right
from datetime import date, timedelta

from chancery.analysis import Analysis, TimeExpression, Token
from chancery.analysis.clauses import is_clausal, markers, preposition
from chancery.analysis.inflection import tense
from chancery.analysis.quotations import quotations
from chancery.languages import Pack

RECENT = timedelta(days=2)
"""A day that the text names counts as the one it tells of if it is no older than this at publication: what is older led to the news."""
LEAD = 700
"""Code points from a title or lead to the first day that its article tells of, and of the lead itself."""
OPEN = ("since", "until", "by", "before", "after")
"""Bounds that make of a day the edge of a stretch."""
LOOSE = ("acl", "advcl", "amod")
"""How a participle that is no clause of its own hangs on others."""


class ToldDays:
    """The latest day told of by place, over the dated times of one document, in text order."""

    def __init__(self, analysis: Analysis, times: list[TimeExpression], last: date | None, pack: Pack) -> None:
        lists = pack.words("times")["told"]
        self._behind, self._gone, self._telling = frozenset(lists["behind"]), tuple(lists["gone"]), frozenset(lists["telling"])
        self._analysis = analysis
        self._sentences = [sentence.span.start for sentence in analysis.sentences]
        self._quotes = [quote.outer for quote in quotations(analysis.document)]
        self._opened = [quote.start for quote in self._quotes]
        self._times, self._last = times, last
        self._latest = self._days()
        self._today = any(time.date is not None and time.date.exact == last and not self._quoted(time) for time in times)

    def at(self, place: int, count: int) -> date | None:
        """The day told of at a place, up to which so many of the times stand.

        Before the first day that is told of a title or lead tells of that one, if it was yesterday and today is not named.
        """
        if count and self._latest[count - 1] is not None:
            return self._latest[count - 1]
        behind = zip(self._times[count:], self._latest[count:], strict=True)
        first = next((day for time, day in behind if day is not None and time.span.start - place < LEAD), None)
        return first if first is not None and self._last == first + timedelta(days=1) and not self._today else None

    def _days(self) -> list[date | None]:
        """For each of the times the latest recent day told of up to it."""
        found: list[date | None] = []
        last = self._last
        for time in self._times:
            day = time.date.exact if time.date else None
            before = found[-1] if found else None
            recent = day is not None and last is not None and last - RECENT <= day <= last and (before is None or day > before)
            found.append(day if recent and self._tells(time) else before)
        return found

    def _tells(self, time: TimeExpression) -> bool:
        """Whether the text goes on to tell of the day that the words name."""
        gone = time.span.start > LEAD and time.span.of(self._analysis.text).lower().endswith(self._gone)
        if time.bound in OPEN or gone or self._quoted(time):
            return False
        token = self._first(time)
        return token is None or not self._aside(token, time)

    def _quoted(self, time: TimeExpression) -> bool:
        """Whether somebody's own words name it: `aujourd'hui` there is hardly ever a day."""
        index = bisect_right(self._opened, time.span.start) - 1
        return index >= 0 and self._quotes[index].contains(time.span)

    def _first(self, time: TimeExpression) -> Token | None:
        """The word of the time that governs the others."""
        index = bisect_right(self._sentences, time.span.start) - 1
        if index < 0:
            return None
        inside = [token for token in self._analysis.sentences[index].tokens if time.span.contains(token.span)]
        return next((token for token in inside if not time.span.contains(token.head.span) or token.head is token), None)

    def _aside(self, token: Token, time: TimeExpression) -> bool:
        """Whether something between it and the main verb takes it away: a subordinate clause, `après`, a pluperfect."""
        while True:
            if token.pos in ("NOUN", "PROPN") and not time.span.contains(token.span) and preposition(token) in self._behind:
                return True
            if is_clausal(token) and (tense(token) == "pluperfect" or self._subordinate(token)):
                return True
            if token.head is token:
                return False
            token = token.head

    def _subordinate(self, verb: Token) -> bool:
        """Whether the clause of a verb tells what lies aside; what a purpose or a relative in the past holds is news like the rest."""
        when, relation = tense(verb), verb.dep.partition(":")[0]
        if verb.head is verb:
            return False
        if when == "infinitive":
            return not self._behind.isdisjoint(markers(verb))
        if verb.dep == "acl:relcl":
            return when != "past"
        if verb.child("mark") is not None:
            return True
        bare = verb.morph.get("VerbForm") == "Part" and verb.child("aux", "cop") is None and relation in LOOSE
        return bare and verb.start > verb.head.start and verb.lemma not in self._telling
