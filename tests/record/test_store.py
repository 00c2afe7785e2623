"""The SQLite store: what it refuses to open and why, what it refuses to change, and that it gives back what it was given."""

import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError

from chancery.errors import CorruptRecord, PluginError, StoreError
from chancery.facts import Figure
from chancery.record import Query, Reading, Store, open_store
from chancery.record.stores import connect, tables
from chancery.record.stores.sqlite import SqliteStore
from made import PRESS, source, told


def readings() -> list[Reading]:
    return [reading for reading in map(told, PRESS) if isinstance(reading, Reading)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "r.sqlite", writable=True)
    store.add(readings(), [], "1")
    store.close()
    return tmp_path / "r.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    opened = open_store(path, writable=True)
    assert isinstance(opened, SqliteStore)
    yield opened
    opened.close()


def test_facts_come_back_as_they_were(store: Store) -> None:
    given = {fact.id: fact for reading in readings() for fact in reading.facts}
    assert {kept.id: kept.fact for kept in store.facts()} == given
    texts = {each.id: each.text for each in PRESS}
    assert all(kept.fact.evidence.of(texts[kept.document.id]) == kept.words for kept in store.facts())


def test_documents_and_texts_come_back(store: Store) -> None:
    kept = store.documents()
    assert [document.id for document in kept] == sorted(each.id for each in PRESS)
    assert {document.id: store.text(document.reading)[0] for document in kept} == {each.id: each.text for each in PRESS}
    counts = store.counts()
    assert [counts[document.reading] for document in kept] == [2, 2, 3, 2, 1]


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        (Query(as_of=date(2021, 4, 14)), ["avril"]),
        (Query(as_of=date(2021, 4, 13)), []),
        (Query(since=date(2021, 6, 16)), ["copie", "juin"]),
        (Query(until=date(2021, 4, 30)), ["avril"]),
        (Query(actors=("RUS",)), ["copie", "juin"]),
        (Query(kinds=("figure",), until=date(2021, 5, 1)), ["copie", "mai"]),
        (Query(actors=("person:Anna Roy",)), ["avril", "sans-date"]),
    ],
)
def test_queries(store: Store, query: Query, documents: list[str]) -> None:
    assert sorted({kept.document.id for kept in store.facts(query)}) == documents


@pytest.mark.parametrize("table", tables.KEPT)
def test_what_is_kept_cannot_be_changed(store: SqliteStore, table: str) -> None:
    store.add([], [], "1")
    with store.engine.begin() as connection:
        if table == "refusals":
            connection.exec_driver_sql("INSERT INTO refusals VALUES ('a', 'b', '')")
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):
            with pytest.raises(DatabaseError, match="append-only"):
                connection.exec_driver_sql(change)


def test_the_migrations_make_the_tables(store: SqliteStore) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": lambda _, name, *rest: "_found" not in str(name)})
        assert [
            change for change in compare_metadata(context, tables.metadata) if change[0] != "remove_table" or "alembic" not in change[1].name
        ] == []


def test_the_last_migration_is_the_head() -> None:
    scripts = ScriptDirectory(str(Path(connect.__file__).parent / "migrations"))
    assert scripts.get_heads() == [connect.HEAD]
    assert tuple(sorted(script.revision for script in scripts.walk_revisions())) == connect.KNOWN


def test_a_reading_that_is_there_is_left_as_it_is(store: Store) -> None:
    assert store.add(readings(), [], "1").documents == 0
    assert len(store.facts()) == sum(len(reading.facts) for reading in readings())


def test_one_place_read_twice_is_one_fact_whatever_came_first(tmp_path: Path) -> None:
    (given,) = [reading for reading in readings() if reading.document.id == "mai"]
    fact = given.facts[1]
    assert isinstance(fact, Figure)
    pair = (fact, replace(fact, value=1.0))
    kept = []
    for name, facts in (("a", pair), ("b", pair[::-1])):
        store = open_store(tmp_path / name, writable=True)
        assert store.add([replace(given, facts=facts)], [], "1").facts == {"figure": 1}
        kept.append([each.fact for each in store.facts()])
        store.close()
    assert kept[0] == kept[1]


def test_a_missing_record_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no record here .*chancery build"):
        open_store(tmp_path / "none.sqlite")
    assert not (tmp_path / "none.sqlite").exists()


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"folder .* does not exist .*mkdir"):
        open_store(tmp_path / "none" / "r.sqlite", writable=True)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="this is a folder"):
        open_store(tmp_path, writable=True)


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("content", [b"not a database at all, " * 90, b"short", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_no_database(tmp_path: Path, content: bytes, writable: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"no record of chancery|damaged"):
        open_store(path, writable=writable)
    assert path.read_bytes() == content


@pytest.mark.parametrize("writable", [True, False])
def test_a_database_of_something_else(tmp_path: Path, writable: bool) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE facts (a)")
    with pytest.raises(StoreError, match="something else"):
        open_store(path, writable=writable)


@pytest.mark.parametrize("writable", [True, False])
def test_a_newer_schema(path: Path, writable: bool) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer chancery \(schema 9999\).*upgrade"):
        open_store(path, writable=writable)


def test_an_empty_file_is_made_a_record_only_by_writing(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    path.touch()
    with pytest.raises(StoreError, match=r"empty .*chancery build"):
        open_store(path)
    open_store(path, writable=True).close()
    open_store(path).close()


def test_a_damaged_record(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CorruptRecord, match=r"damaged .*build it again"):
        open_store(path).facts()


def test_a_fact_that_is_no_fact(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TRIGGER facts_no_update")
        raw.execute("UPDATE facts SET payload = '{}'")
    store = open_store(path)
    with pytest.raises(CorruptRecord, match="not as chancery wrote it"):
        store.facts()
    store.close()


def test_a_record_that_another_process_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = open_store(path, writable=True)
    with pytest.raises(StoreError, match=r"another process is writing .*wait"):
        store.add([told(source("neu", "Anna Roy dit : oui\n"))], [], "1")  # type: ignore[list-item]
    assert store.documents(), "reading goes on"
    other.close()
    store.close()


@pytest.mark.parametrize("writable", [True, False])
def test_a_closed_record_is_one_file(path: Path, writable: bool) -> None:
    store = open_store(path, writable=writable)
    assert store.facts()
    store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_record_opened_for_reading_is_not_written(path: Path) -> None:
    store = open_store(path)
    with pytest.raises(StoreError, match=r"may only be read"):
        store.add(readings(), [], "2")
    store.close()


def test_ctrl_c_breaks_no_look_up(store: SqliteStore, caplog: pytest.LogCaptureFixture) -> None:
    event.listen(store.engine, "reset", lambda *_: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        store.current("x")
    assert not caplog.records  # where SQLAlchemy is cut in giving back a connection, it tells it there


def test_two_processes_that_build_the_same_keep_it_once(path: Path) -> None:
    errors: list[Exception] = []

    def add() -> None:
        store = open_store(path, writable=True)
        try:
            store.add(readings(), [], "2")
        except StoreError as error:
            errors.append(error)
        store.close()

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    store = open_store(path)
    assert len(store.facts()) == sum(len(reading.facts) for reading in readings())
    store.close()


READ_ONLY = """
import os, sys
from chancery.record import open_store
open_store(sys.argv[1]).facts()  # whatever is imported late
if os.geteuid() == 0:
    os.seteuid(65534)  # to root nothing is read-only
try:
    open_store(sys.argv[1], writable=True).add([], [__import__("chancery.errors").errors.Rejected("a", "b")], "1")
except Exception as error:
    print(type(error).__name__)
print(len(open_store(sys.argv[1]).facts()))
"""


def test_a_record_that_may_only_be_read_is_read() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.sqlite"
        store = open_store(path, writable=True)
        store.add(readings(), [], "1")
        store.close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        done = subprocess.run([sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, check=False)
        path.parent.chmod(0o755)
    assert done.stdout == "StoreError\n10\n", done.stderr


def test_an_unknown_kind_of_store() -> None:
    with pytest.raises(PluginError, match="no stores plug-in is called 'cassette'"):
        open_store("cassette://here")
