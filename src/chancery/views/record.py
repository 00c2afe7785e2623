"""The record as a person questions it."""

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Unpack, get_args

from chancery.errors import Rejected, UsageError
from chancery.facts import Kind
from chancery.facts.fact import Stance
from chancery.record import Query, Store, open_store
from chancery.record.identity import spellings
from chancery.register import register_for
from chancery.views.actors import actors_called
from chancery.views.card import Card, card
from chancery.views.chronology import ChronologyRow, chronology
from chancery.views.commitments import CommitmentRow, commitments
from chancery.views.days import Day, day
from chancery.views.forces import ForceRow, forces
from chancery.views.limits import Limits, among, checked, coming_from, first
from chancery.views.positions import PositionRow, positions
from chancery.views.search import Found, found, within
from chancery.views.sources import SourceRow, sources
from chancery.views.voices import VoiceRow, voices

RECORD = "chancery.sqlite"
"""Where the record is if nobody says otherwise: here."""
KINDS: tuple[Kind, ...] = get_args(Kind)
STANCES: tuple[Stance, ...] = get_args(Stance)


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

    def chronology(self, **limits: Unpack[Limits]) -> list[ChronologyRow]:
        """What happened, when: each happening once, with all that report it. For the keywords see `Limits`."""
        return first(chronology(self.store, self._query(limits)), limits)

    def voices(self, *, by: str | None = None, **limits: Unpack[Limits]) -> list[VoiceRow]:
        """Who said what, to whom, when; with `by`, what that one said, or whoever spoke for it."""
        wanted = self._wanted(by)
        return first([row for row in voices(self.store, self._query(limits)) if among(wanted, row.actors, (row.speaker,))], limits)

    def positions(
        self, *, stance: str | None = None, towards: str | None = None, by: str | None = None, **limits: Unpack[Limits]
    ) -> list[PositionRow]:
        """Who wants what, who answered what; with `by`, what that one holds, with `towards`, what is held towards that one."""
        if stance is not None and stance not in STANCES:
            raise UsageError(f"no stance is called {stance!r}", hint=f"one of: {', '.join(STANCES)}")
        holder, other = self._wanted(by), self._wanted(towards)
        rows = [row for row in positions(self.store, self._query(limits)) if stance in (None, row.stance)]
        return first([row for row in rows if among(holder, row.holders) and among(other, row.towards)], limits)

    def commitments(self, *, by: str | None = None, **limits: Unpack[Limits]) -> list[CommitmentRow]:
        """Who promised what by when, on what condition, and how it stands; with `by`, what that one undertakes."""
        wanted = self._wanted(by)
        return first([row for row in commitments(self.store, self._query(limits)) if among(wanted, row.who)], limits)

    def forces(self, *, what: str | None = None, **limits: Unpack[Limits]) -> list[ForceRow]:
        """How many, whose, and whether the sources agree; with `what`, only of what is called by all of these words."""
        return first([row for row in forces(self.store, self._query(limits)) if what is None or row.counts(what)], limits)

    def sources(self, **limits: Unpack[Limits]) -> list[SourceRow]:
        """The documents, by day of publication, each with the root of its copies."""
        return first(sources(self.store, self._query(limits)), limits)

    def search(self, words: str, *, kind: str | None = None, **limits: Unpack[Limits]) -> Found:
        """Facts and documents that hold all of the words, 50 of them unless `limit` says otherwise; raises UsageError.

        Case, accents and punctuation aside, and in singular or plural. Facts that hold all come first, then those that hold some of the
        words and whose document holds the others, then documents.
        """
        if kind is not None and kind not in KINDS:
            raise UsageError(f"no kind of fact is called {kind!r}", hint=f"one of: {', '.join(KINDS)}")
        query = self._query(limits)
        hits = self.store.search(words, tuple(each for each in KINDS if each == kind), query.actors, query.as_of)
        return found(self.store, words, [hit for hit in hits if within(hit, query)], limits.get("limit", 50))

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
        meant = actors_called(name, known, _registered, self._spelt)
        same = {spelling: people for people in spellings((*known, *meant)) for spelling in people}
        return tuple(dict.fromkeys(each for actor in meant for each in (actor, *same.get(actor, ()))))

    def absent(self, name: str) -> bool:
        """Whether the register knows whom the name means, and nothing in this record is about them."""
        return not set(self.actors(name)) & set(self.store.actors())

    def _spelt(self, name: str) -> tuple[str, ...]:
        """Whom documents of this record call so, else the one person of the register whose full name it is but for a slip of the pen."""
        slips = register_for(None).misspelt(name)
        return tuple(self.store.called(name)) or (slips if len(slips) == 1 else ())

    def _wanted(self, name: str | None) -> frozenset[str] | None:
        return None if name is None else frozenset(self.actors(name))

    def _query(self, limits: Limits) -> Query:
        asked = checked(limits)
        since, until = day(asked.get("since"), "first", "since"), day(asked.get("until"), "last", "until")
        if since and until and until < since:
            raise UsageError(f"no day is from {since} to {until}", hint="the earlier day comes first")
        actor, source = asked.get("actor"), asked.get("source")
        return Query(
            actors=self.actors(actor) if actor is not None else (),
            since=since,
            until=until,
            as_of=day(asked.get("as_of"), "last", "as_of"),
            documents=coming_from(self.store.documents(), source) if source is not None else None,
        )


def _registered(name: str) -> tuple[str, ...]:
    """The id that the register knows a name by; none for a name that it does not know, or that several bear."""
    register = register_for(None)
    found = register.actor(name) or register.person(name)
    return (found,) if found else ()
