"""A build that fails in the middle: by a fault of ours, a lost process, Ctrl-C, kill -9 or a full disk."""

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from odd_reading import TEXT, Run, kept, odd_command

from chancery.errors import ChanceryError, StoreError
from chancery.record.stores import connect

HERE = Path(__file__).parent


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return odd_command(tmp_path, monkeypatch)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_fault_of_ours_names_the_document_and_loses_no_other(run: Run, tmp_path: Path, workers: str) -> None:
    (tmp_path / "in").mkdir()
    for at in range(40):
        (tmp_path / "in" / f"{at:02}.txt").write_text("faute" if at == 33 else TEXT)
    done = run("build", "in", "--workers", workers)
    assert done.exit_code == 1
    assert "in/33.txt: chancery failed on it: IndexError in odd_reading.py, line " in done.stderr
    assert "Traceback" in done.stderr
    assert len(kept()) == 39
    assert "known already   39" in run("build", "in", "--workers", workers).stdout


def test_a_lost_worker_is_said_and_what_was_kept_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for at in range(120):
        (tmp_path / "in" / f"{at:03}.txt").write_text("mort" if at == 100 else TEXT)
    done = run("build", "in", "--workers", "2")
    assert isinstance(done.exception, ChanceryError)
    assert "process that reads was lost" in str(done.exception)
    before = kept()
    assert 32 <= len(before) <= 100
    (tmp_path / "in" / "100.txt").write_text(TEXT)
    assert f"known already   {len(before)}" in run("build", "in").stdout
    assert len(kept()) == 120


BUILD = """
import sys
sys.path[:0] = {paths!r}
if __name__ == "__main__":
    from odd_reading import odd
    from chancery import cli, pipeline
    pipeline.read = odd
    sys.argv = ["chancery", "build", "in", "--workers", {workers!r}]
    cli.main()
"""


def begin(tmp_path: Path, workers: str) -> subprocess.Popen[str]:
    """A build in a process of its own, that has kept something and goes on."""
    (tmp_path / "in").mkdir()
    for at in range(2000):
        (tmp_path / "in" / f"{at:04}.txt").write_text(f"Anna Roy dit : lent {at}\n")
    (tmp_path / "go.py").write_text(BUILD.format(paths=[str(HERE), str(HERE.parent)], workers=workers))
    process = subprocess.Popen(
        [sys.executable, "go.py"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    until = time.monotonic() + 60
    while time.monotonic() < until and not documents(tmp_path / "chancery.sqlite"):
        time.sleep(0.02)
    return process


def documents(record: Path) -> int:
    """How many a record holds that another process is writing."""
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(f"file:{record}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    return 0


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_a_whole_record_and_no_process(tmp_path: Path, workers: str, sign: signal.Signals) -> None:
    process = begin(tmp_path, workers)
    if sign == signal.SIGINT:
        os.killpg(process.pid, sign)  # as a terminal does: to the workers too
    else:
        os.kill(process.pid, sign)
    _, said = process.communicate(timeout=90)
    assert process.returncode == (130 if sign == signal.SIGINT else -sign), said
    assert "Traceback" not in said
    assert ("kept in chancery.sqlite; run the same command again" in said) == (sign == signal.SIGINT)
    until = time.monotonic() + 40
    while alive(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(process.pid), "no worker outlives its parent"
    done = len(kept(str(tmp_path / "chancery.sqlite")))
    assert 0 < done < 2000
    for late in range(done + 10, 2000):
        (tmp_path / "in" / f"{late:04}.txt").unlink()
    again = subprocess.run([sys.executable, "go.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert f"known already   {done}" in again.stdout
    assert len(kept(str(tmp_path / "chancery.sqlite"))) == done + 10


def test_a_full_disk(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    for at in range(60):
        (tmp_path / "in" / f"{at:02}.txt").write_text(f"Anna Roy dit : mot {at} {'très long ' * 400}\n")

    def cramped(connection: object, _: object) -> None:
        prepared(connection, _)
        connection.execute("PRAGMA max_page_count = 120")  # type: ignore[attr-defined]

    prepared = connect._prepare
    with monkeypatch.context() as patched:
        patched.setattr(connect, "_prepare", cramped)
        done = run("build", "in")
    assert isinstance(done.exception, StoreError)
    assert "the disk is full" in str(done.exception)
    before = len(kept())
    assert f"known already   {before}" in (again := run("build", "in")).stdout or not before, again.output
    assert len(kept()) == 60

    def full(path: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        done = run("annotate", "in", "--out", "out")
    assert "the annotations cannot be written: No space left on device" in str(done.exception)
    assert list((tmp_path / "out").iterdir()) == []
