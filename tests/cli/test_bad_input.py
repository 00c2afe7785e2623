"""Bad input, end to end: what cannot be read is refused with its place and reason, the rest is read, and the record stays whole."""

import errno
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from odd_reading import TEXT, Run, kept, odd_command

from chancery import cli, pipeline
from chancery.capture import capture
from chancery.cli import main
from chancery.errors import Rejected, StoreError
from chancery.record import open_store
from chancery.record.stores import connect
from made import told

FRENCH = "Les ministres des deux pays se sont rencontrés jeudi à Vienne et ont annoncé qu'ils se reverraient avant la fin de l'année. "
CHINESE = "两国外长星期四在维也纳举行会谈,并宣布将在年底前再次会晤。双方同意继续就安全问题进行磋商。" * 3
ENGLISH = "The ministers of the two countries met on Thursday in Vienna and announced that they would meet again before the end of the year."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return odd_command(tmp_path, monkeypatch)


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "empty": ("x.txt", b"", "the file is empty"),
    "binary": ("x.txt", bytes(range(256)) * 40, "not text"),
    "wrongly encoded": ("x.txt", "L’été à Genève, la trêve négociée".encode() + b"\xff\xfe fin", "is not UTF-8"),
    "50 MB in one line": ("x.txt", b"mot " * 12_500_000, "larger than 5000000 bytes"),
    "50 MB in one record": ("x.jsonl", b'{"text": "' + b"mot " * 12_500_000 + b'"}\n', "larger than 5000000 bytes"),
    "1 M open tags": ("x.html", b"<!doctype html>" + b"<div>" * 1_000_000 + b"mot", "nested more than"),
    "a million attributes": ("x.html", b"<!doctype html><p" + b" a=1" * 1_000_000 + b">mot", "attributes"),
    "a line that is no object": ("x.jsonl", b"[1, 2]\n", "a list, not an object"),
    "a missing field": ("x.jsonl", b'{"title": "mot"}\n', "no field 'text'"),
    "an encoding that is none for text": (
        "x.html",
        b'<html><meta charset="undefined"><p>' + bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF] * 40),
        "encoding",
    ),
}


@pytest.mark.parametrize("command", ["build", "annotate"])
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_with_its_place_and_the_next_is_read(run: Run, tmp_path: Path, case: str, command: str) -> None:
    name, data, reason = BROKEN[case]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "bon.txt").write_text(TEXT)
    asked = (command, "in", *(("--out", "out") if command == "annotate" else ()))
    begun = time.monotonic()
    done = run(*asked)
    assert time.monotonic() - begun < 20
    assert done.exit_code == 0, done.output
    said = [line for line in done.stderr.splitlines() if f"in/{name}" in line]
    assert len(said) == 1
    assert reason in said[0]
    assert run(*asked, "--strict").exit_code == 1
    assert run(command, f"in/{name}", *asked[2:]).exit_code == 1, "nothing could be read"
    if command == "build":
        assert kept() == ["bon"]
    else:
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["bon.json"]


@pytest.mark.parametrize(("text", "language"), [(CHINESE, "zh"), (ENGLISH, "en")])
def test_a_text_in_another_language_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, language: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.txt").write_text(text, "utf-8")
    done = CliRunner().invoke(cli.commands, ["build", "x.txt"])
    assert done.exit_code == 1
    assert f"x.txt: the text seems to be in '{language}', which no language pack reads (installed: fr)" in done.stderr


def test_what_may_not_be_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mode that keeps even the superuser out does not exist, so the opening itself is denied."""

    def denied(path: Path, pipes: bool) -> object:
        if path.name == "secret.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, pipes)

    walks = import_module("chancery.capture.walk")
    opened = walks._open
    monkeypatch.setattr(walks, "_open", denied)
    (tmp_path / "in").mkdir()
    for name in ("secret.txt", "bon.txt"):
        (tmp_path / "in" / name).write_text(TEXT)
    (tmp_path / "in" / "lien.txt").symlink_to("nulle-part")
    os.mkfifo(tmp_path / "in" / "tube.txt")
    done = run("build", "in", "absent.txt")
    assert done.exit_code == 0
    assert kept() == ["bon"]
    for said in (
        "in/secret.txt: it cannot be read: Permission denied",
        "in/lien.txt: the link leads nowhere",
        "in/tube.txt: it cannot be read: it is not a file",
        "absent.txt: there is no such file",
    ):
        assert said in done.stderr


def test_a_folder_of_many_with_three_broken(run: Run, tmp_path: Path) -> None:
    """Ten thousand entries are captured; reading stops at some hundreds, for what is to be shown does not need more."""
    (tmp_path / "in").mkdir()
    for at in range(10_000):
        (tmp_path / "in" / f"{at:05}.txt").write_bytes(b"\0" if at in (7, 200, 9999) else TEXT.encode())
    refused = [item.origin for item in capture(["in"]) if isinstance(item, Rejected)]
    assert refused == ["in/00007.txt", "in/00200.txt", "in/09999.txt"]
    for at in range(300, 9999):
        (tmp_path / "in" / f"{at:05}.txt").unlink()
    done = run("build", "in")
    assert done.exit_code == 0
    assert "documents read  298" in done.stdout
    assert [line.split(":")[0].strip() for line in done.stderr.splitlines()] == [*refused, "without a date of publication"]
    again = run("build", "in")
    assert "known already   298" in again.stdout
    assert len(kept()) == 298


def test_names_and_ids_as_they_come(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (b"caf\xe9.txt", "été.txt".encode(), b"deux\nlignes\x1b[31m.txt", b"%2e%2e.txt", b"x" * 250 + b".txt"):
        Path(os.fsdecode(bytes(tmp_path / "in") + b"/" + name)).write_text(TEXT)
    ids = [
        "../dehors",
        "/etc/dehors",
        "a/../../dehors",
        "https://pli.example/a?b=c",
        "..",
        ".",
        "a/b",
        "a",
        "con",
        "é" * 400,
        "z" * 500,
        "a//b",
        "a\\b",
        "C:\\x",
    ]
    lines = [json.dumps({"id": each, "text": TEXT}) for each in ids]
    refused = [json.dumps({"id": each, "text": TEXT}) for each in ("a\x1b[31m", "a\nb", "z" * 501, " ", ["a"])]
    (tmp_path / "in" / "fil.jsonl").write_text("\n".join(lines + refused), "utf-8")
    before = set(tmp_path.rglob("*"))
    done = run("annotate", "in", "--out", "out")
    assert done.exit_code == 0, done.output
    assert "4 times: the id is not printable" in done.stderr
    assert "the id is a list, not text" in done.stderr
    assert "\x1b" not in done.stderr
    made = set(tmp_path.rglob("*")) - before
    assert all(path.is_relative_to(tmp_path / "out") for path in made)
    found = [json.loads(path.read_text("utf-8"))["document"] for path in (tmp_path / "out").rglob("*.json")]
    assert len(found) == len(set(found)) == len(ids) + 5
    assert set(ids) < set(found)
    assert run("build", "in").exit_code == 0
    assert sorted(kept()) == sorted(found)


def test_two_ids_for_one_place_are_not_written_over_each_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("\n".join(json.dumps({"id": each, "text": TEXT}) for each in ("a.json/b", "a")))
    done = run("annotate", "x.jsonl", "--out", "out")
    assert (done.exit_code, done.stderr.count("the place of its annotations is taken")) == (0, 1)
    assert (tmp_path / "out" / "a.json" / "b.json").is_file()


RECORDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no database": (lambda path: path.write_text("du texte, rien d'autre"), "no record of chancery"),
    "a database of something else": (lambda path: other(path, "CREATE TABLE a(b)"), "a database of something else"),
    "newer": (lambda path: other(path, "UPDATE alembic_version SET version_num = '9999'", made=True), "newer chancery"),
    "a folder": (lambda path: path.mkdir(), "this is a folder"),
    "cut off": (lambda path: (other(path, "SELECT 1", made=True), os.truncate(path, 5000)), "damaged"),
}


def other(path: Path, change: str, *, made: bool = False) -> None:
    if made:
        open_store(path, writable=True).close()
    connection = sqlite3.connect(path)
    connection.execute(change)
    connection.commit()
    connection.close()


@pytest.mark.parametrize("case", RECORDS)
def test_a_record_that_is_none_is_left_as_it_is(run: Run, tmp_path: Path, case: str) -> None:
    prepare, reason = RECORDS[case]
    (tmp_path / "bon.txt").write_text(TEXT)
    path = tmp_path / "r.sqlite"
    prepare(path)
    before = path.is_file() and path.read_bytes()
    for words in (("build", "bon.txt"), ("show", "voices"), ("search", "mot"), ("fact", "a1")):
        done = run(*words, "--record", "r.sqlite")
        assert isinstance(done.exception, StoreError), done.output
        assert reason in str(done.exception)
        assert done.exception.hint
    assert (path.is_file() and path.read_bytes()) == before


def test_a_locked_record(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "WAIT_SECONDS", 0.1)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    assert run("build", "a.txt").exit_code == 0
    holder = sqlite3.connect("chancery.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    done = run("build", "b.txt")
    assert "another process is writing" in str(done.exception)
    assert run("show", "voices").exit_code == 0, "it may be read meanwhile"
    holder.execute("ROLLBACK")
    holder.close()
    assert run("build", "b.txt").exit_code == 0
    assert kept() == ["a", "b"]


@pytest.mark.parametrize(
    "words",
    [
        ("build", "a.txt", "--metadata", "broken.json"),
        ("annotate", "a.txt", "--out", "out", "--metadata", "broken.json"),
        ("build", "a.txt", "--metadata", "absent.json"),
        ("build", "a.txt", "--register", "absent"),
        ("build", "a.txt", "--register", "a.txt"),
        ("build", "a.txt", "--register", "empty"),
        ("annotate", "a.txt", "--out", "out", "--register", "lacking"),
        ("annotate", "a.txt", "--out", "a.txt"),
        ("show", "voices", "--from", "2021-02-30"),
        ("show", "voices", "--to", "demain"),
        ("show", "voices", "--as-of", ""),
        ("show", "gossip"),
        ("show", "voices", "--actor", "Personne"),
        ("show", "voices", "--actor", ""),
        ("search", '"'),
        ("search", "a", "--as-of", "2021-13"),
        ("fact", ""),
        ("fact", "%"),
        ("build", "a.txt", "--workers", "many"),
        ("build",),
        ("gossip",),
    ],
)
def test_misuse_is_said_and_exits_with_2(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "broken.json").write_text('{"a": ')
    (tmp_path / "empty").mkdir()
    (tmp_path / "lacking").mkdir()
    (tmp_path / "lacking" / "holders.csv").write_text("office,person\nUSA.x,Anna Roy\n")
    assert run("build", "a.txt").exit_code == 0
    monkeypatch.setattr(sys, "argv", ["chancery", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) <= 12


def test_a_register_of_ones_own(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(pipeline, "read", lambda given, settings: (seen.append(settings.register), told(given))[1])
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bodies.csv").write_text("id,wikidata,name,names,english,nicknames,kind\nLIGUE,,Ligue du Pli,,,,\n")
    assert run("build", "a.txt", "--register", "mine").exit_code == 0
    assert run("annotate", "a.txt", "--out", "out", "--register", "mine").exit_code == 0
    assert seen == [Path("mine")] * 2


ODD: dict[str, str] = {
    "no spaces": "Leministre" * 4000,
    "no full stop": FRENCH.replace(".", "") * 120,
    "only capitals": FRENCH.upper() * 8,
    "mixed scripts": "Le ministre Владимир a dit 你好 à العالم que שלום reste. " * 60,
    "debris of a scan": "l'|a c!on ~ ré,,union d~s m1n1str es ''^ ;: à Vi enne .. j-eu di \ufffd\ufffd " * 60,
    "one long quotation": f"Le ministre a déclaré : « {FRENCH * 60} »",
    "marks that never close": f"Le ministre a déclaré : « {FRENCH}" * 30,
    "straight marks that never close": f'Le ministre a dit "{FRENCH}' * 31,
    "5,000 quotes": "« oui » " * 5000,
    "brackets": "(" * 3000 + FRENCH + ")" * 3000,
    "signs": "a/b|" * 3000,
    "what does not print": "\u200b\u202e\x0b\x0c\x85" * 2000 + FRENCH,
    "marks above letters": "e" + "\u0301" * 20_000,
    "one number": "1" * 50_000 + FRENCH,
    "lines of a word": "Oui\n" * 4000,
}


@pytest.mark.parametrize("case", ODD)
def test_odd_text_is_read_in_bounded_time(tmp_path: Path, case: str) -> None:
    (tmp_path / "x.txt").write_text(ODD[case], "utf-8")
    begun = time.process_time()
    done = CliRunner().invoke(cli.commands, ["annotate", str(tmp_path / "x.txt"), "--out", str(tmp_path)])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "chancery failed" not in done.stderr
    assert (tmp_path / "x.json").exists() or "x.txt: " in done.stderr
    assert time.process_time() - begun < 25


def test_what_never_ends_is_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("x.txt").write_text(FRENCH.replace(".", "") * 40, "utf-8")
    Path("y.txt").write_text(FRENCH * 3, "utf-8")
    for asked in (["build", "x.txt", "y.txt"], ["annotate", "x.txt", "y.txt", "--out", "out"]):
        done = CliRunner().invoke(cli.commands, asked)
        assert done.exit_code == 0, done.output
        (said,) = [line for line in done.stderr.splitlines() if "warning" in line]
        assert "without the end of a sentence" in said
        assert "x.txt" in said
        assert "y.txt" not in said
