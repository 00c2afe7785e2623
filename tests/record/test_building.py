"""A build: nothing twice, nothing lost, and the same record from the same input."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select

from chancery import pipeline
from chancery.capture import Metadata, Source
from chancery.edtf import Edtf
from chancery.errors import Rejected, StoreError
from chancery.record import Built, Query, open_store
from chancery.record import intake as intakes
from chancery.record.stores import rows, tables
from chancery.record.stores.sqlite import SqliteStore
from chancery.settings import RULES, Settings
from made import PRESS, source, told


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)


def build(path: Path, sources: Iterable[Source | Rejected], settings: Settings = Settings()) -> Built:
    store = open_store(path, writable=True)
    try:
        return pipeline.build(sources, store, settings)
    finally:
        store.close()


def dump(path: Path) -> dict[str, list[Any]]:
    """All that is in a record, but for the places of rows in its file."""
    store = open_store(path)
    assert isinstance(store, SqliteStore)
    found: dict[str, list[Any]] = {}
    with store.engine.connect() as connection:
        for table in tables.metadata.sorted_tables:
            columns = [column for column in table.c if column.name not in ("row", "fact")]
            asked = select(*columns) if table is not tables.fact_actors else select(*columns, tables.facts.c.id).join(tables.facts)
            found[table.name] = sorted(map(repr, connection.execute(asked)))
    store.close()
    return found


def test_the_order_of_the_documents_does_not_tell(tmp_path: Path) -> None:
    shuffled = [*PRESS, Rejected("brouillon.bin", "binary"), source("avril-bis", PRESS[0].text)]
    build(tmp_path / "one.sqlite", shuffled)
    random.Random(7).shuffle(shuffled)
    build(tmp_path / "other.sqlite", shuffled)
    first = dump(tmp_path / "one.sqlite")
    assert first == dump(tmp_path / "other.sqlite")
    assert all(first[table] for table in tables.KEPT)


def test_built_again_nothing_changes_and_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    build(path, PRESS)
    before, size = dump(path), path.read_bytes()
    built = build(path, PRESS)
    assert (built.read, built.known, built.facts) == (0, len(PRESS), {})
    assert dump(path) == before
    assert path.read_bytes() == size


def test_with_one_document_more_only_that_one_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.sqlite"
    build(path, PRESS[1:])
    seen = []
    monkeypatch.setattr(pipeline, "read", lambda given, settings: (seen.append(given.id), told(given))[1])
    assert build(path, PRESS).read == 1
    assert seen == ["avril"]


def test_a_changed_text_supersedes_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    build(path, PRESS)
    store = open_store(path)
    former = [kept for kept in store.facts(Query(kinds=("statement",))) if kept.document.id == "avril"]
    store.close()
    build(path, [replace(PRESS[0], text="Anna Roy dit : nous restons\n")])
    store = open_store(path)
    shown = [kept.words for kept in store.facts(Query(kinds=("statement",))) if kept.document.id == "avril"]
    assert shown == ["nous restons"]
    assert store.find(former[0].id)[0].words == "nous quitterons Kaboul à l'été"
    assert store.current("avril") != former[0].document.reading
    store.close()
    build(path, PRESS)
    store = open_store(path)
    assert store.current("avril") == former[0].document.reading, "what the input holds now is shown, even if it was known before"
    store.close()


def test_other_rules_read_again(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    build(path, PRESS)
    assert build(path, PRESS, Settings(pipeline="other")).read == len(PRESS)
    store = open_store(path)
    assert {document.rules for document in store.documents()} == {f"{RULES} pipeline=other"}
    assert len(store.facts()) == sum(len(reading.facts) for reading in map(told, PRESS) if not isinstance(reading, Rejected))
    store.close()


def test_given_dates_that_change_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    build(path, PRESS)
    dated = replace(PRESS[4], metadata=replace(PRESS[4].metadata, published=Edtf("2021-07-01")))
    assert build(path, [*PRESS[:4], dated]).read == 1


BARE = replace(PRESS[0], metadata=Metadata())
FULL = Metadata(Edtf("2021-04~"), "http://pli.example/1", "Le Pli", "fr", "Anna Roy", Edtf("2021-05-02"))


@pytest.mark.parametrize("given", [PRESS[0].metadata, FULL])
def test_what_was_given_for_a_text_stays_where_less_is_given(tmp_path: Path, given: Metadata) -> None:
    path = tmp_path / "r.sqlite"
    build(path, [replace(BARE, metadata=given)])
    before = dump(path)
    built = build(path, [BARE])
    assert (built.read, built.known, built.undated) == (0, 1, [])
    assert dump(path) == before


def test_a_day_given_before_what_is_given_was_kept_stays_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(rows, "_written", lambda given: "{}")
        build(tmp_path / "r.sqlite", [replace(BARE, metadata=FULL)])
    built = build(tmp_path / "r.sqlite", [BARE])
    assert (built.read, built.undated) == (1, [])


def test_what_was_given_stays_where_the_rules_change(tmp_path: Path) -> None:
    build(tmp_path / "r.sqlite", [replace(BARE, metadata=FULL)])
    assert build(tmp_path / "r.sqlite", [BARE], Settings(pipeline="other")).read == 1
    store = open_store(tmp_path / "r.sqlite")
    (shown,) = store.documents()
    assert (shown.published, shown.outlet, shown.url) == (FULL.published, FULL.outlet, FULL.url)
    store.close()


@pytest.mark.parametrize(
    ("later", "published", "outlet"),
    [
        (replace(BARE, metadata=Metadata(Edtf("2021-07"))), "2021-07", "Le Pli"),  # what is given now goes before
        (replace(BARE, metadata=Metadata(outlet="La Cote")), "2021-04~", "La Cote"),
        (replace(BARE, text="Anna Roy dit : nous restons\n"), None, None),  # another text is another's day
    ],
)
def test_what_is_given_later_goes_before_and_for_another_text_nothing_stays(
    tmp_path: Path, later: Source, published: str | None, outlet: str | None
) -> None:
    build(tmp_path / "r.sqlite", [replace(BARE, metadata=FULL)])
    build(tmp_path / "r.sqlite", [later])
    store = open_store(tmp_path / "r.sqlite")
    (shown,) = store.documents()
    assert (shown.published and shown.published.value, shown.outlet) == (published, outlet)
    store.close()


def test_two_texts_of_one_id_are_both_kept_and_one_is_shown_whatever_their_order(tmp_path: Path) -> None:
    pair = [source("double", "Anna Roy dit : oui\n"), replace(source("double", "Anna Roy dit : non\n"), origin="ailleurs.txt")]
    shown = []
    for name, given in (("a", pair), ("b", pair[::-1])):
        built = build(tmp_path / name, given)
        assert [refusal.reason.split(":")[0] for refusal in built.refused] == ["another text has the same id 'double'"]
        assert build(tmp_path / name, given).read == 0
        store = open_store(tmp_path / name)
        shown.append([kept.words for kept in store.facts()])
        store.close()
    assert shown[0] == shown[1]
    assert len(shown[0]) == 1


def test_a_refusal_is_kept_until_the_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    built = build(path, [source("a", "langue inconnue"), *PRESS])
    assert [refusal.origin for refusal in built.refused] == ["a.txt"]
    store = open_store(path)
    assert [refusal.reason for refusal in store.refusals()] == ["no language pack reads this text"]
    store.close()
    build(path, [source("a", "Anna Roy dit : oui\n"), *PRESS])
    store = open_store(path)
    assert store.refusals() == []
    store.close()


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    built = build(tmp_path / "r.sqlite", [source("a", "Anna Roy dit : \ud83d\n"), *PRESS])
    assert built.read == len(PRESS)
    assert "half a character" in built.refused[0].reason


KILLED = """
import sys, time
sys.path.insert(0, {tests!r})
from made import source, told
from chancery import pipeline
from chancery.record import open_store
def slow(given, settings):
    if given.id == "n0600":
        print("well begun", flush=True)
    time.sleep(0.002)
    return told(given)
pipeline.read = slow
store = open_store({path!r}, writable=True)
pipeline.build([source(f"n{{n:04}}", f"Anna Roy dit : mot {{n}}\\n", "2021-04-14") for n in range(2000)], store)
"""


def test_a_killed_build_leaves_the_record_whole_and_the_next_goes_on(tmp_path: Path) -> None:
    path, tests = tmp_path / "r.sqlite", str(Path(__file__).parents[1])
    process = subprocess.Popen([sys.executable, "-c", KILLED.format(tests=tests, path=str(path))], stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"well begun\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    store = open_store(path)
    kept = store.documents()
    assert 0 < len(kept) < 2000
    assert len(store.facts()) == len(kept), "each document with its fact"
    store.close()
    everything = [source(f"n{n:04}", f"Anna Roy dit : mot {n}\n", "2021-04-14") for n in range(len(kept) + 50)]
    built = build(path, everything)
    assert (built.read, built.known) == (50, len(kept))
    build(tmp_path / "whole.sqlite", everything)
    assert dump(path) == dump(tmp_path / "whole.sqlite")


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.sqlite"
    monkeypatch.setattr(intakes, "BATCH", 2)
    store = open_store(path, writable=True)
    assert isinstance(store, SqliteStore)
    store.engine.dispose()
    event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 90"))
    many = [source(f"n{n:02}", f"Anna Roy dit : mot {n} {'très long ' * 400}\n") for n in range(60)]
    with pytest.raises(StoreError, match=r"disk is full.*make room"):
        pipeline.build(many, store)
    store.close()
    store = open_store(path)
    kept = len(store.documents())
    assert kept % 2 == 0
    assert kept == len(store.facts()) > 0
    store.close()
    assert build(path, many).read == 60 - kept


def test_an_interrupted_build_keeps_its_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intakes, "BATCH", 2)

    def stopped() -> Iterator[Source]:
        yield from PRESS[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "r.sqlite", stopped())
    store = open_store(tmp_path / "r.sqlite")
    assert len(store.documents()) == 2
    assert not store.settled()
    store.close()
    assert build(tmp_path / "r.sqlite", PRESS).known == 2
    build(tmp_path / "whole.sqlite", PRESS)
    assert dump(tmp_path / "r.sqlite")["pairs"] == dump(tmp_path / "whole.sqlite")["pairs"]
