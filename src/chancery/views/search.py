"""Full text over the facts' words and the documents, accents and case aside, counted by source, actor and kind."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chancery.clean.document import Block
from chancery.record import Hit, Query, Store
from chancery.record.stores.match import forms
from chancery.register import fold, register_for
from chancery.views.row import SHOWN, line, named, publisher

WORD = re.compile(r"[^\W_]+")
AROUND = 80
"""Code points of a document shown on either side of the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """A fact or a document that holds the words."""

    kind: str
    """statement, event, ...; "document" where the words stand in the text and `fact` is None."""
    fact: str | None
    document: str
    start: int
    end: int
    words: str
    """The fact's exact words; for a document, a stretch of its text around the first of the words."""
    voice: str
    published: str | None
    day: str | None
    actors: tuple[str, ...]
    whole: bool
    """False where the fact holds some of the words, and its document the others."""

    def cells(self) -> dict[str, str]:
        return {
            "Day": self.day or "",
            "Kind": self.kind,
            "Voice": line(self.voice),
            "Fact": self.fact[:SHOWN] if self.fact else f"({self.document})",
            "Words": line(self.words),
        }


@dataclass(frozen=True, slots=True)
class Facet:
    """A value by which the hits can be narrowed, and how many have it."""

    value: str
    name: str
    """What to call it: an actor by the register's name for it."""
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """The nearest hits, and all of them counted: by who publishes, by actor, by kind; most first."""

    hits: tuple[HitRow, ...]
    total: int
    whole: int
    """How many of all hold all of the words themselves."""
    sources: tuple[Facet, ...]
    actors: tuple[Facet, ...]
    kinds: tuple[Facet, ...]


def found(store: Store, words: str, hits: Iterable[Hit], limit: int | None) -> Found:
    """The hits as rows and facets; a document is left out where one of its facts is a hit already."""
    listed = list(hits)
    told = {hit.document.id for hit in listed if hit.fact}
    listed = [hit for hit in listed if hit.fact or hit.document.id not in told]
    kinds = Counter(hit.fact.fact.kind if hit.fact else "document" for hit in listed)
    actors = Counter(actor for hit in listed if hit.fact for actor in hit.fact.fact.actors())
    sources = Counter(publisher(hit.document) for hit in listed)
    rows = tuple(_row(store, hit, words) for hit in listed[:limit])
    return Found(rows, len(listed), sum(hit.whole for hit in listed), _facets(sources), _facets(actors, called), _facets(kinds))


def _facets(counted: Counter[str], name: Callable[[str], str] = str) -> tuple[Facet, ...]:
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value, name(value), count) for value, count in ordered)


def within(hit: Hit, query: Query) -> bool:
    """Whether a hit comes from the documents asked for, and stands under one of the days."""
    if query.documents is not None and hit.document.id not in query.documents:
        return False
    if not query.since and not query.until:
        return True
    stands = hit.fact.day if hit.fact else hit.document.published
    return stands is not None and "X" not in stands.value and stands.within(query.since, query.until)


def called(actor: str) -> str:
    """The name of an actor: the register's, else what the id says.

    >>> called("USA"), called("person:Antony Blinken")
    ('États-Unis', 'Antony Blinken')
    """
    return register_for(None).name(actor) or named((actor,))


def _row(store: Store, hit: Hit, words: str) -> HitRow:
    published = hit.document.published.value if hit.document.published else None
    if hit.fact:
        fact, day = hit.fact.fact, hit.fact.day
        return HitRow(
            kind=fact.kind,
            fact=fact.id,
            document=hit.document.id,
            start=fact.evidence.start,
            end=fact.evidence.end,
            words=hit.fact.words,
            voice=fact.voice.speaker or publisher(hit.document),
            published=published,
            day=day.value if day else None,
            actors=fact.actors(),
            whole=hit.whole,
        )
    text, blocks = store.text(hit.document.reading)
    start, end = stretch(text, blocks, words)
    voice = publisher(hit.document)
    return HitRow(
        kind="document",
        fact=None,
        document=hit.document.id,
        start=start,
        end=end,
        words=text[start:end],
        voice=voice,
        published=published,
        day=published,
        actors=(),
        whole=True,
    )


def stretch(text: str, blocks: Iterable[Block], words: str) -> tuple[int, int]:
    """Where in a text one of the words first stands, with what is around it; the article before its furniture."""
    wanted = {fold(form) for word in WORD.findall(words) for form in forms(word)}
    places = [word for word in WORD.finditer(text) if fold(word.group()) in wanted]
    article = [block.span for block in blocks if block.kind != "furniture"]
    inside = (place for place in places if any(span.start <= place.start() < span.end for span in article))
    place = next(inside, places[0] if places else None)
    at, after = (place.start(), place.end()) if place else (0, 0)
    start, end = max(0, at - AROUND), min(len(text), after + AROUND)
    start = text.find(" ", start, at) + 1 if start and " " in text[start:at] else start
    cut = text.rfind(" ", after, end)
    return start, cut if end < len(text) and cut > after else end
