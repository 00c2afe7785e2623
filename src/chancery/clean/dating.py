"""The day a text was published: given, stated by its bylines, or inferred where its own clues leave one day only. Never guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from chancery.capture import Source
from chancery.clean.document import Block, Published
from chancery.clean.lines import fold
from chancery.edtf import Edtf
from chancery.languages import Pack
from chancery.scan.expressions import Calendar, PartialTime
from chancery.scan.times import scan_times
from chancery.span import Span

OPENING = 1200
"""Code points from the article's beginning where it speaks of the day it is written on."""
NEARBY = timedelta(days=3)
"""How long after a quoted post an article may be written for the post to say when."""
AROUND = 60
"""Code points before a day, and behind it, that are read for whether it lies ahead."""
LONGEST_DAY = 45
"""Code points within which a day is named with all its parts."""
CLAUSE = re.compile(r"[.;!?«»\n]")


@dataclass(frozen=True, slots=True)
class _Cues:
    published: re.Pattern[str]
    updated: re.Pattern[str]
    speaking: re.Pattern[str]
    ahead: re.Pattern[str]
    rights: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Day:
    """A day as a place in the text names it; the year may be missing."""

    span: Span
    calendar: Calendar

    def on(self, year: int) -> date | None:
        """The day in that year; None if there is none, or if the weekday says otherwise."""
        month, day = self.calendar.month, self.calendar.day
        try:
            found = date(year, month or 0, day or 0)
        except ValueError:
            return None
        return found if self.calendar.weekday in (None, found.isoweekday()) else None

    @property
    def full(self) -> date | None:
        return self.on(self.calendar.year) if self.calendar.year else None


def published_of(source: Source, blocks: tuple[Block, ...], pack: Pack) -> Published | None:
    """The day of publication with its basis and the place that says so; None where the text does not force one."""
    if source.metadata.published:
        return Published(source.metadata.published, "given")
    text, cues = source.text, _cues_of(pack)
    bylines = [day for block in blocks if block.kind == "byline" for day in _days(text, block.span, pack)]
    return _stated(text, bylines, cues) or _inferred(text, blocks, bylines, pack)


def _stated(text: str, bylines: list[_Day], cues: _Cues) -> Published | None:
    """A byline's day: the one said to be that of publication, else the first that is not said to be another."""
    full = [day for day in bylines if day.full]
    said = [day for day in full if cues.published.search(_before(text, day))]
    plain = [day for day in full if not cues.updated.search(_before(text, day))]
    for day in said or plain or full:
        if found := day.full:
            return Published(Edtf.day(found), "stated", day.span)
    return None


def _before(text: str, day: _Day) -> str:
    """What stands before a day in its line, up to the day before it."""
    line = text.rfind("\n", 0, day.span.start) + 1
    return fold(re.split(r"[–—|•]|\d{4}", text[line : day.span.start])[-1])


def _inferred(text: str, blocks: tuple[Block, ...], bylines: list[_Day], pack: Pack) -> Published | None:
    """The day that independent clues agree on: a month in the header, a post's date, a copyright year, a weekday with its day."""
    body = [block.span for block in blocks if block.kind == "body"]
    if not body:
        return None
    opening = Span(body[0].start, min(body[0].start + OPENING, body[-1].end))
    posts = [day.full for block in blocks if block.kind == "post" for day in _days(text, block.span, pack)[-1:] if day.full]
    windows = _windows(text, blocks, posts, pack)
    speaking = [*(day for day in bylines if not day.full), *_pointed(text, opening, pack)]
    agreed = {found: day for day in reversed(speaking) for found in _fitting(day, windows)}
    if len(agreed) == 1:
        found, day = agreed.popitem()
        return Published(Edtf.day(found), "inferred", day.span)
    return _with_post(text, body, posts, pack) if posts and not speaking else None


def _windows(text: str, blocks: tuple[Block, ...], posts: list[date], pack: Pack) -> list[tuple[date, date]]:
    """Stretches of time that the publication must fall in, by one clue each."""
    cues = _cues_of(pack)
    windows = [(max(posts), max(posts) + NEARBY)] if posts else []
    for block in blocks:
        if block.kind == "byline":
            windows += [bounds for time in scan_times(block.span.of(text), pack) if (bounds := _month(time))]
        elif block.kind == "furniture":
            windows += [(date(year, 1, 1), date(year, 12, 31)) for year in _years(cues.rights, fold(block.span.of(text)))]
    return windows


def _years(rights: re.Pattern[str], folded: str) -> Iterator[int]:
    for found in rights.finditer(folded):
        yield int(next(group for group in found.groups() if group))


def _month(time: PartialTime) -> tuple[date, date] | None:
    stated = time.stated()
    if stated and re.fullmatch(r"\d{4}-\d\d", stated.value) and stated.first and stated.last:
        return stated.first, stated.last
    return None


def _pointed(text: str, opening: Span, pack: Pack) -> Iterator[_Day]:
    """The days of writing in the article's first sentences: those with their weekday that are pointed at ("ce lundi 30 novembre")."""
    cues = _cues_of(pack)
    for cue in cues.speaking.finditer(fold(opening.of(text))):
        start = opening.start + cue.start()
        for day in _days(text, Span(start, min(start + LONGEST_DAY, opening.end)), pack)[:1]:
            if day.calendar.weekday and day.span.start <= start + len(cue[0]) and not _ahead_before(text, day, cues):
                yield day


def _fitting(day: _Day, windows: list[tuple[date, date]]) -> list[date]:
    """The dates a day can be within every window; none if there is no window: "ce dimanche 2 mai 2021" alone is as often the day before or after."""
    years = {day.calendar.year} if day.calendar.year else {year for first, last in windows for year in (first.year, last.year)}
    dates = [found for year in sorted(years) if (found := day.on(year))]
    return [found for found in dates if windows and all(first <= found <= last for first, last in windows)]


def _with_post(text: str, body: list[Span], posts: list[date], pack: Pack) -> Published | None:
    """The last day that the article tells of, where a post's date gives the year and one of the days told is that of the post."""
    cues, post = _cues_of(pack), max(posts)
    told: dict[date, _Day] = {}
    for span in body:
        for day in _days(text, span, pack):
            found = None if day.calendar.year else day.on(post.year)
            if found and not _ahead(text, day, cues):
                told.setdefault(found, day)
    near = [found for found in told if post <= found <= post + NEARBY]
    if post not in told and len(near) < 2:
        return None
    last = max(near)
    return Published(Edtf.day(last), "inferred", told[last].span)


def _ahead(text: str, day: _Day, cues: _Cues) -> bool:
    """Whether the clause around a day speaks of what is to come."""
    behind = CLAUSE.split(text[day.span.end : day.span.end + AROUND])[0]
    return _ahead_before(text, day, cues) or bool(cues.ahead.search(fold(behind)))


def _ahead_before(text: str, day: _Day, cues: _Cues) -> bool:
    before = CLAUSE.split(text[max(0, day.span.start - AROUND) : day.span.start])[-1]
    return bool(cues.ahead.search(fold(before)))


def _days(text: str, span: Span, pack: Pack) -> list[_Day]:
    """The days named in a stretch, with or without their year."""
    times = (time.moved(span.start) for time in scan_times(span.of(text), pack))
    return [
        _Day(time.span, time.value) for time in times if isinstance(time.value, Calendar) and time.value.day and time.value.month and not time.bound
    ]


@lru_cache(maxsize=8)
def _cues_of(pack: Pack) -> _Cues:
    words = pack.words("dating")
    return _Cues(*(re.compile("|".join(words[name])) for name in ("published", "updated", "speaking", "ahead", "rights")))
