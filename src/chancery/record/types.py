"""What a record holds, and what a store of it must do.

A record is append-only: a document that is read again, because its text or the rules changed, adds a reading; the facts of the
former one stay, superseded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from chancery.capture import Metadata
from chancery.clean.document import Basis, Block
from chancery.edtf import Edtf
from chancery.errors import Rejected
from chancery.facts import Fact, Kind
from chancery.record.reading import Reading


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document as one reading of it saw it, without its text."""

    id: str
    reading: str
    rules: str
    origin: str
    url: str | None
    outlet: str | None
    agency: str | None
    author: str | None
    place: str | None
    published: Edtf | None
    published_basis: Basis | None
    language: str
    translated_from: str | None
    """The language of the original, or "und" where only the fact of the translation is known."""
    translation_basis: str | None
    reading_minutes: int | None
    live: bool = False

    @property
    def last_day(self) -> date | None:
        """The day from which it was known; None if undated."""
        return known_from(self.published)

    @property
    def source(self) -> str | None:
        """Who publishes it, as far as that is known: the outlet, else the agency."""
        return self.outlet or self.agency


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact, its exact words, and the document that it was read from."""

    row: int
    """Its place in this store; means nothing elsewhere."""
    id: str
    """`fact.id`, kept so that it need not be worked out again."""
    fact: Fact
    words: str
    document: KeptDocument

    @property
    def day(self) -> Edtf | None:
        """The day it stands under: its own time, else the day of publication."""
        return self.fact.time or self.document.published

    @property
    def order(self) -> tuple[date, date, str, int, str]:
        """By day, then document and place; what has no day comes last."""
        day = self.day
        first = (day.first or day.last if day else None) or date.max
        return (first, (day.last if day else None) or date.max, self.document.id, self.fact.evidence.start, self.id)


@dataclass(frozen=True, slots=True)
class Query:
    """Which facts; what is left open does not limit."""

    kinds: tuple[Kind, ...] = ()
    actors: tuple[str, ...] = ()
    """Any of these ids among those the fact is about."""
    since: date | None = None
    """Facts whose time, else day of publication, may fall on this day or later."""
    until: date | None = None
    as_of: date | None = None
    """Facts of documents published by the end of this day."""
    documents: frozenset[str] | None = None
    """Facts of these documents only, by id."""


EVERYTHING = Query()


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact or a document that holds the words looked for; a document where `fact` is None."""

    document: KeptDocument
    fact: KeptFact | None
    score: float
    """bm25; smaller is nearer."""
    whole: bool = True
    """False where the fact holds some of the words, and its document the others."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that tell the same text, or parts of it. `a` < `b` by id."""

    a: str
    b: str
    similarity: float
    """Jaccard over shingles of five words."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A document's MinHash, kept so that only new documents are sketched."""

    document: KeptDocument
    hashes: bytes
    shingles: int
    """How many distinct ones there are; 0 for a text too short to compare."""


@dataclass(frozen=True, slots=True)
class Added:
    """What a batch added."""

    documents: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    """By kind."""


class Store(Protocol):
    """Where a record is kept. Writing is by whole batches: a batch is kept or not, whatever happens on the way."""

    def has(self, reading: str) -> bool:
        """Whether that reading is kept."""

    def add(self, readings: Sequence[Reading], refusals: Sequence[Rejected], rules: str) -> Added:
        """Keep these, in one transaction; what is kept already is left as it is. Raises StoreError."""

    def make_current(self, chosen: dict[str, str]) -> None:
        """Show these readings, by document id, from now on; nothing is written where they are shown already, or are not kept."""

    def documents(self, as_of: date | None = None) -> list[KeptDocument]:
        """The current reading of each document, by id; with `as_of`, of those published by then."""

    def counts(self) -> dict[str, int]:
        """How many facts each reading holds, by its id; readings without facts are left out."""

    def facts(self, query: Query = EVERYTHING) -> list[KeptFact]:
        """Facts of current readings, in the order of `KeptFact.order`."""

    def find(self, prefix: str) -> list[KeptFact]:
        """Facts whose id begins so, of all readings; the current ones first."""

    def current(self, document: str) -> str | None:
        """The id of the current reading of a document."""

    def given(self, document: str, text: str) -> Metadata | None:
        """What was known from outside of a document when its current reading was made; None if that is of another text, or there is none."""

    def text(self, reading: str) -> tuple[str, tuple[Block, ...]]:
        """The text of a reading's document and its blocks."""

    def search(self, words: str, kinds: tuple[Kind, ...], actors: tuple[str, ...], as_of: date | None) -> list[Hit]:
        """Facts that hold all of the words, then those that hold some and whose document holds all, then documents; each nearest first.

        Documents come only where neither kinds nor actors are asked for.
        """

    def actors(self) -> list[str]:
        """Every actor id in the record, sorted."""

    def called(self, name: str) -> list[str]:
        """The ids of those whom documents call so, accents and capitals aside, sorted; of current readings."""

    def refusals(self) -> list[Rejected]:
        """What was refused and has not been read since, by origin."""

    def settled(self) -> bool:
        """Whether what is worked out across documents is up to date."""

    def sketches(self, method: str) -> list[Sketch]:
        """Of all current readings that are sketched by that method, by document id."""

    def unsketched(self, method: str) -> list[KeptDocument]:
        """Current readings without a sketch by that method, by document id."""

    def keep_sketches(self, sketches: Iterable[Sketch], method: str) -> None:
        """Keep them for the next time."""

    def keep_pairs(self, pairs: Iterable[Pair]) -> None:
        """Put these in the place of all former ones; the record counts as settled after."""

    def pairs(self) -> list[Pair]:
        """Near copies, sorted."""

    def close(self) -> None:
        """Let go of the file."""


class StoreOpener(Protocol):
    """The fourth of the five doors: a store by its path or address."""

    def __call__(self, where: str | Path, *, writable: bool) -> Store:
        """The store there; made if it is to be written and there is none. Raises StoreError, CorruptRecord."""


def known(kept: KeptFact) -> tuple[date, str, int, str]:
    """In what order facts become known; those of undated documents last."""
    return (kept.document.last_day or date.max, kept.document.id, kept.fact.evidence.start, kept.id)


def known_from(published: Edtf | None) -> date | None:
    """The day by whose end it was surely published; None where that is open.

    >>> known_from(Edtf("2021-04"))
    datetime.date(2021, 4, 30)
    """
    return published.last if published else None
