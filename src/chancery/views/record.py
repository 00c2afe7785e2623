"""The record as a person questions it."""

from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import get_args

from chancery.errors import Rejected, UsageError
from chancery.facts import Kind
from chancery.record import Query, Store, open_store
from chancery.record.identity import spellings
from chancery.register import fold, register_for
from chancery.views.actors import actors_called
from chancery.views.card import Card, card
from chancery.views.chronology import ChronologyRow, chronology
from chancery.views.commitments import CommitmentRow, commitments
from chancery.views.days import Day, day
from chancery.views.forces import ForceRow, forces
from chancery.views.positions import PositionRow, positions
from chancery.views.row import publisher
from chancery.views.search import Found, found
from chancery.views.sources import SourceRow, sources
from chancery.views.voices import VoiceRow, voices

RECORD = "chancery.sqlite"
"""Where the record is if nobody says otherwise: here."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Known:
    """How much of the record was known on a day."""

    documents: int
    total: int
    undated: int
    """Left out of every as-of view, since nobody can say when they were known."""


class Record:
    """Answers from a record. Every list is in an order that its rows alone decide; close it, or use it in a `with`."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, record: str | Path = RECORD) -> "Record":
        """The record in a file, for reading. Raises StoreError, CorruptRecord."""
        return cls(open_store(record))

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def chronology(self, *, actor: str | None = None, since: Day = None, until: Day = None, as_of: Day = None) -> list[ChronologyRow]:
        """What happened, when: each happening once, with all that report it."""
        return chronology(self.store, self._query(actor, since, until, as_of))

    def voices(self, *, actor: str | None = None, since: Day = None, until: Day = None, as_of: Day = None) -> list[VoiceRow]:
        """Who said what, to whom, when."""
        return voices(self.store, self._query(actor, since, until, as_of))

    def positions(self, *, actor: str | None = None, since: Day = None, until: Day = None, as_of: Day = None) -> list[PositionRow]:
        """Who wants what, who answered what."""
        return positions(self.store, self._query(actor, since, until, as_of))

    def commitments(self, *, actor: str | None = None, since: Day = None, until: Day = None, as_of: Day = None) -> list[CommitmentRow]:
        """Who promised what by when, on what condition, and how it stands."""
        return commitments(self.store, self._query(actor, since, until, as_of))

    def forces(self, *, actor: str | None = None, since: Day = None, until: Day = None, as_of: Day = None) -> list[ForceRow]:
        """How many, whose, and whether the sources agree."""
        return forces(self.store, self._query(actor, since, until, as_of))

    def sources(self, *, actor: str | None = None, since: Day = None, until: Day = None, as_of: Day = None) -> list[SourceRow]:
        """The documents, by day of publication, each with the root of its copies."""
        return sources(self.store, self._query(actor, since, until, as_of))

    def search(
        self, words: str, *, actor: str | None = None, source: str | None = None, kind: str | None = None, as_of: Day = None, limit: int | None = 50
    ) -> Found:
        """Facts whose words, and documents whose text, hold all of the words; accents, case and punctuation aside. Raises UsageError."""
        if kind is not None and kind not in KINDS:
            raise UsageError(f"no kind of fact is called {kind!r}", hint=f"one of: {', '.join(KINDS)}")
        query = self._query(actor, None, None, as_of)
        hits = self.store.search(words, tuple(each for each in KINDS if each == kind), query.actors, query.as_of)
        if source:
            wanted = fold(source)
            hits = [
                hit for hit in hits if any(wanted in fold(name) for name in (publisher(hit.document), hit.document.agency or "", hit.document.id))
            ]
        return found(self.store, words, hits, limit)

    def fact(self, prefix: str) -> Card:
        """One fact, opened; the beginning of its id is enough if no other begins so. Raises UsageError."""
        return card(self.store, prefix)

    def known(self, as_of: Day = None) -> Known:
        """How many documents were known on a day, of how many."""
        every = self.store.documents()
        limit = day(as_of, "last", "as_of")
        undated = sum(document.last_day is None for document in every)
        known = [document for document in every if limit is None or (document.last_day and document.last_day <= limit)]
        return Known(len(known), len(every), undated)

    def refusals(self) -> list[Rejected]:
        """What could not be read and has not been read since, by place."""
        return self.store.refusals()

    def actors(self, name: str) -> tuple[str, ...]:
        """The ids that an id or a name stands for in this record, a person's other spellings included; raises UsageError if it is nobody's."""
        known = self.store.actors()
        meant = actors_called(name, known, _registered)
        same = {spelling: people for people in spellings((*known, *meant)) for spelling in people}
        return tuple(dict.fromkeys(each for actor in meant for each in (actor, *same.get(actor, ()))))

    def _query(self, actor: str | None, since: Day, until: Day, as_of: Day) -> Query:
        query = Query(since=day(since, "first", "since"), until=day(until, "last", "until"), as_of=day(as_of, "last", "as_of"))
        if query.since and query.until and query.until < query.since:
            raise UsageError(f"no day is from {query.since} to {query.until}", hint="the earlier day comes first")
        return replace(query, actors=self.actors(actor)) if actor is not None else query


def _registered(name: str) -> tuple[str, ...]:
    """The id that the register knows a name by; none for a name that it does not know, or that several bear."""
    register = register_for(None)
    found = register.actor(name) or register.person(name)
    return (found,) if found else ()
