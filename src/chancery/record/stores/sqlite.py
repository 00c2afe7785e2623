"""The record in one SQLite file (WAL, FTS5).

Invariant: a reading is kept whole, with its document, mentions, times, facts and indexes, or not at all; what is kept is never changed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, and_, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from chancery.capture import Metadata
from chancery.clean.document import Block
from chancery.errors import CorruptRecord, Rejected
from chancery.facts import Fact, Kind
from chancery.interrupts import uninterrupted
from chancery.record.reading import Reading, reading_id
from chancery.record.stores import tables as t
from chancery.record.stores.connect import connect, translated
from chancery.record.stores.match import matching
from chancery.record.stores.rows import (
    VOICE,
    about,
    actor_rows,
    blocks_of,
    distinct,
    document_of,
    document_row,
    fact_of,
    fact_row,
    given_of,
    text_digest,
)
from chancery.record.types import EVERYTHING, Added, Hit, KeptDocument, KeptFact, Pair, Query, Sketch
from chancery.register import fold

LATEST = select(t.readings.c.document, func.max(t.readings.c.turn).label("turn")).group_by(t.readings.c.document).subquery()
CURRENT = select(t.readings.c.reading).join(LATEST, and_(t.readings.c.document == LATEST.c.document, t.readings.c.turn == LATEST.c.turn))
"""Ids of the readings that are shown."""
SETTLED = "settled"


def store(where: str | Path, *, writable: bool) -> "SqliteStore":
    """The record in the file `where`."""
    path = Path(where)
    return SqliteStore(path, connect(path, writable=writable))


class SqliteStore:
    """A record in one file."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path, self.engine = path, engine

    def close(self) -> None:
        self.engine.dispose()

    # Writing

    def has(self, reading: str) -> bool:
        with self._asking() as connection:
            return connection.execute(select(t.documents.c.reading).where(t.documents.c.reading == reading)).first() is not None

    def add(self, readings: Sequence[Reading], refusals: Sequence[Rejected], rules: str) -> Added:
        documents, facts = 0, Counter[str]()
        if not readings and not refusals:
            return Added()
        with self._writing() as connection:
            for reading in readings:
                key = reading_id(reading.document.source, rules)
                if _add_document(connection, reading, key, rules):
                    documents += 1
                    facts.update(_add_facts(connection, reading, key))
            if refusals:
                rows = [{"origin": each.origin, "reason": each.reason, "hint": each.hint} for each in refusals]
                connection.execute(sqlite_insert(t.refusals).on_conflict_do_nothing(), rows)
        return Added(documents, dict(facts))

    def make_current(self, chosen: dict[str, str]) -> None:
        r = t.readings.c
        shown = {row.document: row.reading for row in self._rows(select(r.document, r.reading).where(r.reading.in_(CURRENT)))}
        other = {document: reading for document, reading in chosen.items() if document in shown and shown[document] != reading and self.has(reading)}
        if other:
            with self._writing() as connection:
                for document, reading in sorted(other.items()):
                    _turn(connection, document, reading)

    # Reading

    def documents(self, as_of: date | None = None) -> list[KeptDocument]:
        asked = select(t.documents).where(t.documents.c.reading.in_(CURRENT)).order_by(t.documents.c.id)
        if as_of:
            asked = asked.where(t.documents.c.last_day <= as_of.isoformat())
        return [document_of(row) for row in self._rows(asked)]

    def counts(self) -> dict[str, int]:
        asked = select(t.facts.c.reading, func.count().label("facts")).group_by(t.facts.c.reading)
        return {row.reading: row.facts for row in self._rows(asked)}

    def facts(self, query: Query = EVERYTHING) -> list[KeptFact]:
        f, d = t.facts.c, t.documents.c
        asked = select(t.facts).join(t.documents, d.reading == f.reading).where(f.reading.in_(CURRENT))
        if query.kinds:
            asked = asked.where(f.kind.in_(query.kinds))
        if query.actors:
            asked = asked.where(f.row.in_(_facts_about(query.actors)))
        if query.since or query.until:
            asked = asked.where(f.dated == 1)
        if query.since:
            asked = asked.where((f.last_day.is_(None)) | (f.last_day >= query.since.isoformat()))
        if query.until:
            asked = asked.where((f.first_day.is_(None)) | (f.first_day <= query.until.isoformat()))
        if query.as_of:
            asked = asked.where(d.last_day <= query.as_of.isoformat())
        held = select(t.documents).where(d.reading.in_(asked.with_only_columns(f.reading)))
        documents = {row.reading: document_of(row) for row in self._rows(held)}
        rows = (row for row in self._rows(asked) if query.documents is None or documents[row.reading].id in query.documents)
        return sorted((fact_of(row, documents[row.reading]) for row in rows), key=lambda kept: kept.order)

    def find(self, prefix: str) -> list[KeptFact]:
        f = t.facts.c
        rows = self._rows(select(t.facts).where(f.id >= prefix, f.id < prefix + "\uffff"))
        kept = [fact_of(row, self._document(row.reading)) for row in rows]
        shown = {reading for reading in {each.document.reading for each in kept} if self._is_shown(reading)}
        return sorted(kept, key=lambda each: (each.document.reading not in shown, each.id, each.document.rules, each.document.reading))

    def current(self, document: str) -> str | None:
        with self._asking() as connection:
            return self._shown(connection, document)

    def given(self, document: str, text: str) -> Metadata | None:
        d = t.documents.c
        asked = select(d.given, d.published, d.published_basis, d.url)
        rows = self._rows(asked.where(d.reading == _latest(document).scalar_subquery(), d.text == text_digest(text)))
        return given_of(rows[0]) if rows else None

    def text(self, reading: str) -> tuple[str, tuple[Block, ...]]:
        asked = select(t.texts.c.text, t.documents.c.blocks).join(t.documents, t.documents.c.text == t.texts.c.digest)
        rows = self._rows(asked.where(t.documents.c.reading == reading))
        if not rows:
            raise CorruptRecord(f"the text of reading {reading} is missing", where=str(self.path), hint="build the record again from the press text")
        return rows[0].text, blocks_of(rows[0].blocks)

    def search(self, words: str, kinds: tuple[Kind, ...], actors: tuple[str, ...], as_of: date | None) -> list[Hit]:
        documents = {document.reading: document for document in self.documents(as_of)}
        holding = self._documents_with(matching(words), documents)
        hits = self._facts_with(matching(words), documents, kinds, actors)
        whole, inside = {hit.fact.row for hit in hits if hit.fact}, {hit.document.reading: hit.document for hit in holding}
        some = self._facts_with(matching(words, every=False), inside, kinds, actors)
        hits += [replace(hit, whole=False) for hit in some if hit.fact and hit.fact.row not in whole]
        return sorted(hits if kinds or actors else hits + holding, key=_nearest)

    def actors(self) -> list[str]:
        asked = select(t.fact_actors.c.actor).distinct().where(t.fact_actors.c.role != VOICE).order_by(t.fact_actors.c.actor)
        return [row.actor for row in self._rows(asked)]

    def called(self, name: str) -> list[str]:
        m, d = t.mentions.c, t.documents.c
        words = func.substr(t.texts.c.text, m.start + 1, m.end - m.start).label("words")
        asked = select(words, m.actor).distinct().join(t.documents, d.reading == m.reading).join(t.texts, t.texts.c.digest == d.text)
        rows = self._rows(asked.where(m.actor.is_not(None), m.end - m.start == len(name), m.reading.in_(CURRENT)))
        return sorted({row.actor for row in rows if fold(row.words) == fold(name)})

    def refusals(self) -> list[Rejected]:
        r = t.refusals.c
        asked = select(t.refusals).where(r.origin.not_in(select(t.documents.c.origin))).order_by(r.origin, r.reason)
        return [Rejected(row.origin, row.reason, row.hint) for row in self._rows(asked)]

    # What is worked out across documents

    def settled(self) -> bool:
        with self._asking() as connection:
            mark = connection.execute(select(t.marks.c.value).where(t.marks.c.name == SETTLED)).scalar()
            return mark == _turns(connection)

    def sketches(self, method: str) -> list[Sketch]:
        asked = select(t.sketches).where(t.sketches.c.reading.in_(CURRENT), t.sketches.c.method == method)
        documents = {document.reading: document for document in self.documents()}
        found = [Sketch(documents[row.reading], row.hashes, row.shingles) for row in self._rows(asked)]
        return sorted(found, key=lambda sketch: sketch.document.id)

    def unsketched(self, method: str) -> list[KeptDocument]:
        done = {row.reading for row in self._rows(select(t.sketches.c.reading).where(t.sketches.c.method == method))}
        return [document for document in self.documents() if document.reading not in done]

    def keep_sketches(self, sketches: Iterable[Sketch], method: str) -> None:
        rows = [{"reading": sketch.document.reading, "method": method, "shingles": sketch.shingles, "hashes": sketch.hashes} for sketch in sketches]
        if rows:
            with self._writing() as connection:
                connection.execute(sqlite_insert(t.sketches).on_conflict_do_nothing(), rows)

    def keep_pairs(self, pairs: Iterable[Pair]) -> None:
        rows = [{"a": pair.a, "b": pair.b, "similarity": pair.similarity} for pair in pairs]
        with self._writing() as connection:
            connection.execute(t.pairs.delete())
            if rows:
                connection.execute(insert(t.pairs), rows)
            connection.execute(t.marks.delete().where(t.marks.c.name == SETTLED))
            connection.execute(insert(t.marks), {"name": SETTLED, "value": _turns(connection)})

    def pairs(self) -> list[Pair]:
        return [Pair(row.a, row.b, row.similarity) for row in self._rows(select(t.pairs).order_by(t.pairs.c.a, t.pairs.c.b))]

    # Parts

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        """A connection that Ctrl-C does not break: it is met when the connection is given back, or SQLAlchemy would print where it was cut."""
        with uninterrupted(), translated(self.path), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that Ctrl-C does not cut in two: it is met when what was begun is written."""
        with uninterrupted(), translated(self.path), self.engine.execution_options(writing=True).begin() as connection:
            yield connection

    def _rows(self, asked: Any) -> list[Any]:
        with self._asking() as connection:
            return list(connection.execute(asked).all())

    def _document(self, reading: str) -> KeptDocument:
        return document_of(self._rows(select(t.documents).where(t.documents.c.reading == reading))[0])

    def _shown(self, connection: Connection, document: str) -> str | None:
        return connection.execute(_latest(document)).scalar()

    def _is_shown(self, reading: str) -> bool:
        return bool(self._rows(CURRENT.where(t.readings.c.reading == reading)))

    def _facts_with(self, asked: str, documents: dict[str, KeptDocument], kinds: tuple[Kind, ...], actors: tuple[str, ...]) -> list[Hit]:
        """Facts of these documents that match."""
        found = text("SELECT rowid AS row, bm25(facts_found) AS score FROM facts_found WHERE facts_found MATCH :asked").columns(
            t.facts.c.row, score=t.pairs.c.similarity.type
        )
        hits = found.bindparams(asked=asked).subquery()
        wanted = select(t.facts, hits.c.score).join(hits, hits.c.row == t.facts.c.row).where(t.facts.c.reading.in_(CURRENT))
        if kinds:
            wanted = wanted.where(t.facts.c.kind.in_(kinds))
        if actors:
            wanted = wanted.where(t.facts.c.row.in_(_facts_about(actors)))
        rows = [row for row in self._rows(wanted) if row.reading in documents]
        return [Hit(documents[row.reading], fact_of(row, documents[row.reading]), round(row.score, 6)) for row in rows]

    def _documents_with(self, asked: str, documents: dict[str, KeptDocument]) -> list[Hit]:
        """Documents whose text holds the words."""
        found = text("SELECT rowid AS row, bm25(texts_found) AS score FROM texts_found WHERE texts_found MATCH :asked").columns(
            t.texts.c.row, score=t.pairs.c.similarity.type
        )
        hits = found.bindparams(asked=asked).subquery()
        wanted = (
            select(t.documents.c.reading, hits.c.score).join(t.texts, t.texts.c.digest == t.documents.c.text).join(hits, hits.c.row == t.texts.c.row)
        )
        return [Hit(documents[row.reading], None, round(row.score, 6)) for row in self._rows(wanted) if row.reading in documents]


def _latest(document: str) -> Any:
    """The id of the reading that is shown of a document."""
    r = t.readings.c
    return select(r.reading).where(r.document == document).order_by(r.turn.desc()).limit(1)


def _nearest(hit: Hit) -> tuple[bool, bool, float, str, int, str]:
    """The order of hits."""
    place = (hit.fact.fact.evidence.start, hit.fact.id) if hit.fact else (0, "")
    return (hit.fact is None, not hit.whole, hit.score, hit.document.id, *place)


def _facts_about(actors: tuple[str, ...]) -> Any:
    """The rows of facts about any of these."""
    return select(t.fact_actors.c.fact).where(t.fact_actors.c.actor.in_(actors), t.fact_actors.c.role != VOICE)


def _turns(connection: Connection) -> str:
    """How many turns there have been, as the mark `settled` keeps it."""
    return str(connection.execute(select(func.count()).select_from(t.readings)).scalar())


def _turn(connection: Connection, document: str, reading: str) -> None:
    """Show this reading from now on."""
    last = connection.execute(select(func.max(t.readings.c.turn)).where(t.readings.c.document == document)).scalar() or 0
    connection.execute(insert(t.readings), {"document": document, "turn": last + 1, "reading": reading})


def _add_document(connection: Connection, reading: Reading, key: str, rules: str) -> bool:
    """Keep a document with its text, mentions and times; False if another process kept this reading first."""
    document = reading.document
    if connection.execute(select(t.documents.c.reading).where(t.documents.c.reading == key)).first():
        return False
    digest = text_digest(document.text)
    if not connection.execute(select(t.texts.c.row).where(t.texts.c.digest == digest)).first():
        row = (connection.execute(select(func.max(t.texts.c.row))).scalar() or 0) + 1
        connection.execute(insert(t.texts), {"row": row, "digest": digest, "text": document.text})
        connection.exec_driver_sql("INSERT INTO texts_found(rowid, text) VALUES (?, ?)", (row, document.text))
    connection.execute(insert(t.documents), document_row(reading, key, rules))
    _turn(connection, document.id, key)
    mentions = [
        {"reading": key, "start": each.span.start, "end": each.span.end, "type": each.type, "actor": each.actor, "sides": "\n".join(each.sides)}
        for each in reading.mentions
    ]
    times = [
        {"reading": key, "start": each.span.start, "end": each.span.end, "value": each.value, "date": each.date.value if each.date else None}
        for each in reading.times
    ]
    for table, rows in ((t.mentions, mentions), (t.times, times)):
        if rows:
            connection.execute(insert(table), rows)
    return True


def _add_facts(connection: Connection, reading: Reading, key: str) -> Counter[str]:
    """Keep the facts of a reading, with those they are about and their full text; how many of each kind."""
    facts: list[Fact] = list(distinct(reading.facts))
    if not facts:
        return Counter()
    first = (connection.execute(select(func.max(t.facts.c.row))).scalar() or 0) + 1
    rows = [{"row": row, **fact_row(fact, key, reading.document)} for row, fact in enumerate(facts, first)]
    connection.execute(insert(t.facts), rows)
    actors = [each for row, fact in enumerate(facts, first) for each in actor_rows(fact, row)]
    if actors:
        connection.execute(insert(t.fact_actors), actors)
    found = [(row["row"], row["words"], about(fact)) for row, fact in zip(rows, facts, strict=True)]
    connection.exec_driver_sql("INSERT INTO facts_found(rowid, words, about) VALUES (?, ?, ?)", found)
    return Counter(fact.kind for fact in facts)
