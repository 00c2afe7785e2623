"""A report on disk: the same to the byte, put in place whole, and never over anything else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chancery
from chancery import pipeline
from chancery.errors import UsageError
from chancery.record import open_store
from chancery.views import Record
from chancery.web import report, write_report
from chancery.web.scripts import inert, raw
from made import PRESS, told


def built(path: Path, press: tuple[object, ...]) -> Path:
    store = open_store(path, writable=True)
    pipeline.build(press, store)  # type: ignore[arg-type]
    store.close()
    return path


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    monkeypatch.setattr(pipeline, "read", told)
    with chancery.open(built(tmp_path / "r.sqlite", PRESS)) as opened:
        yield opened


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_the_same_record_gives_the_same_files_whatever_the_order_of_documents(record: Record, tmp_path: Path) -> None:
    write_report(record, tmp_path / "one", title="x")
    with chancery.open(built(tmp_path / "other.sqlite", PRESS[::-1])) as other:
        write_report(other, tmp_path / "two", title="x")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_report_says_what_it_wrote(record: Record, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    out = tmp_path / "new" / "out"
    written = write_report(record, out, step=lambda done, of: steps.append((done, of)))
    assert written.index == out / "index.html"
    assert written.index.is_file()
    assert written.documents == len(PRESS) == len(list((out / "documents").iterdir()))
    assert written.facts == len(record.store.facts())
    assert steps == [(done, len(PRESS)) for done in range(1, len(PRESS) + 1)]
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_a_report_replaces_a_report(record: Record, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_report(record, out, title="before")
    (out / "documents" / "gone.html").write_text("a page of a document that is no more")
    write_report(record, out, title="after")
    assert "after" in (out / "index.html").read_text("utf-8")
    assert not (out / "documents" / "gone.html").exists()


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_anything_else_is_left_alone(record: Record, tmp_path: Path, there: str) -> None:
    out, work = tmp_path / "out", "years of work"
    if there == "folder":
        out.mkdir()
        (out / "thesis.doc").write_text(work)
    elif there == "file":
        out.write_text(work)
    else:
        (tmp_path / "elsewhere").mkdir()
        out.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match=r"out: .*folder"):
        write_report(record, out)
    assert hidden(tmp_path) == []
    assert {"folder": lambda: (out / "thesis.doc").read_text(), "file": out.read_text, "link": lambda: work}[there]() == work


def test_a_report_that_fails_leaves_the_former_one(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    write_report(record, out, title="before")

    def full(*given: object, **named: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report, "document_page", full)
    with pytest.raises(OSError, match="No space"):
        write_report(record, out, title="after")
    assert "before" in (out / "index.html").read_text("utf-8")
    assert hidden(tmp_path) == []


JSON = st.recursive(st.none() | st.booleans() | st.text() | st.text(alphabet="`${}\\</>&\u2028\r\n\"'"), lambda inner: st.lists(inner, max_size=4))


@given(JSON)
def test_data_comes_back_as_it_was(data: object) -> None:
    for written in (raw(data), inert(data)):
        assert json.loads(written) == data
        written.encode()
    assert not set("`$") & set(raw(data))
    assert not set("<>&") & set(inert(data))
