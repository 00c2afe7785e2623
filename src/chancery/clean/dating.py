"""When a text was published: given, stated by its bylines, or inferred where its own clues leave one day, or a few. Never guessed."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from chancery.capture import Source
from chancery.clean.clues import NEARBY_DAYS, OPENING, Cues, Day, ahead, cues_of, days, months, pointed, rights
from chancery.clean.document import Block, Published
from chancery.clean.incumbents import terms_named
from chancery.clean.lines import fold
from chancery.clean.stretch import Stretch
from chancery.edtf import Edtf
from chancery.languages import Pack
from chancery.register import Register
from chancery.span import Span

ZONES = timedelta(days=1)
"""A page can be dated on the day after the one on which it was fetched, somewhere else on the globe."""
NAMED_TOGETHER = 2
"""Persons in office from which on their terms say when: one alone may be a memory."""
LONGEST_TERMS = timedelta(days=6 * 366)
"""What their terms have in common may not be longer: a day comes back on its weekday after five years or more."""


def published_of(source: Source, blocks: tuple[Block, ...], pack: Pack, register: Register) -> Published | None:
    """When it was published, with the basis and the place that says so; None where the text does not force it. Never after it was fetched."""
    seen = source.metadata.seen
    known = Stretch(last=seen.last + ZONES) if seen and seen.last else Stretch()
    given = source.metadata.published
    if given and (given.first is None or given.first <= known.last):
        return Published(given, "given")
    text, cues = source.text, cues_of(pack)
    bylines = [day for block in blocks if block.kind == "byline" for day in days(text, block.span, pack)]
    return _stated(text, bylines, cues, known) or _inferred(text, blocks, bylines, pack, known, register)


def _stated(text: str, bylines: list[Day], cues: Cues, known: Stretch) -> Published | None:
    """A byline's day: the one said to be that of publication, else the first that is not said to be another."""
    full = [day for day in bylines if day.full and day.full <= known.last]
    said = [day for day in full if cues.published.search(_before(text, day))]
    plain = [day for day in full if not cues.updated.search(_before(text, day))]
    for day in said or plain or full:
        if found := day.full:
            return Published(Edtf.day(found), "stated", day.span)
    return None


def _before(text: str, day: Day) -> str:
    """What stands before a day in its line, up to the day before it."""
    line = text.rfind("\n", 0, day.span.start) + 1
    return fold(re.split(r"[–—|•]|\d{4}", text[line : day.span.start])[-1])


def _inferred(text: str, blocks: tuple[Block, ...], bylines: list[Day], pack: Pack, known: Stretch, register: Register) -> Published | None:
    """What all clues leave: a month in the header, a post's date, a copyright's year, terms of office, and days that the text points at."""
    body = [block.span for block in blocks if block.kind == "body"]
    stated = months(text, blocks, pack)
    if not body:
        return None
    opening = Span(body[0].start, min(body[0].start + OPENING, body[-1].end))
    posts = [day.full for block in blocks if block.kind == "post" for day in days(text, block.span, pack)[-1:] if day.full]
    speaking = [*(day for day in bylines if not day.full), *pointed(text, opening, pack)]
    if not speaking:
        if posts:
            return _with_post(text, body, posts, pack, known)
        one = len({window for window, _ in stated}) == 1 and stated[0][0].first <= known.last
        return Published(_month(stated[0][0]), "stated", stated[0][1]) if one else None
    windows = [*(window for window, _ in stated), *rights(text, blocks, pack)]
    windows += [Stretch(max(posts), max(posts) + timedelta(NEARBY_DAYS))] if posts else []
    article = "\n".join(block.span.of(text) for block in blocks if block.kind in ("headline", "body"))
    left = _left(speaking, windows, known, list(terms_named(article, pack, register).values()))
    return Published(left.edtf, "inferred", speaking[0].span) if left else None


def _month(window: Stretch) -> Edtf:
    return Edtf(f"{window.first:%Y-%m}")


def _left(speaking: list[Day], windows: list[Stretch], known: Stretch, terms: list[tuple[Stretch, ...]]) -> Stretch | None:
    """What the days of speaking leave within the windows and the terms; None where nothing says which year it is, or more than one can be."""
    together = _together(terms)
    fixing = [*windows, *([together] if together else [])]
    years = {number for window in fixing for number in range(window.first.year, window.last.year + 1)}
    years |= {day.calendar.year for day in speaking if day.calendar.year and day.certain}
    found = [left for number in sorted(years) if (left := _common([*fixing, known, *(day.stretch(number) for day in speaking)]))]
    return found[0] if len(found) == 1 else None


def _together(terms: list[tuple[Stretch, ...]]) -> Stretch | None:
    """When all who are named in an office can have been in theirs; None if they are too few, were never together, or for too long."""
    if len(terms) < NAMED_TOGETHER:
        return None
    hulls = [Stretch(min(term.first for term in held), max(term.last for term in held)) for held in terms]
    together = _common(hulls)
    return together if together and together.closed and together.last - together.first <= LONGEST_TERMS else None


def _common(stretches: Iterable[Stretch | None]) -> Stretch | None:
    """The days that all have; None if there are none, or one is None."""
    left: Stretch | None = Stretch()
    for stretch in stretches:
        left = left.common(stretch) if left and stretch else None
    return left


def _with_post(text: str, body: list[Span], posts: list[date], pack: Pack, known: Stretch) -> Published | None:
    """The last day that the article tells of, where a post's date gives the year and one of the days told is that of the post."""
    cues, post = cues_of(pack), max(posts)
    told: dict[date, Day] = {}
    for span in body:
        for day in days(text, span, pack):
            found = None if day.calendar.year else day.on(post.year)
            if found and found <= known.last and not ahead(text, day, cues):
                told.setdefault(found, day)
    near = [found for found in told if post <= found <= post + timedelta(NEARBY_DAYS)]
    if post not in told and len(near) < 2:
        return None
    last = max(near)
    return Published(Edtf.day(last), "inferred", told[last].span)
