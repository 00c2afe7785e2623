"""What cannot be read is refused with reason and place, and the rest is read."""

import gzip
import io
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from chancery.capture import Source, capture
from chancery.capture.walk import REPORT_MARK
from chancery.errors import Rejected
from chancery.settings import Settings

TEXT = "Les deux ministres se sont entretenus jeudi. Ils se reverront en mars."


def read(*paths: Path | str, settings: Settings | None = None) -> tuple[list[Source], list[Rejected]]:
    found = list(capture(paths, settings or Settings()))
    return [item for item in found if isinstance(item, Source)], [item for item in found if isinstance(item, Rejected)]


BROKEN: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.txt", b"", "empty"),
    "white space": ("a.txt", b" \n\t\n", "white space"),
    "binary": ("a.txt", bytes(range(256)) * 4, "not text"),
    "a NUL": ("a.txt", TEXT.encode() + b"\0" + TEXT.encode(), "NUL byte at 70"),
    "control characters": ("a.txt", b"ab\x01\x02\x03cd" * 50, "control characters"),
    "a PDF": ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "its PDF is damaged"),
    "an office document": ("a.txt", b"PK\x03\x04\x14\x00", "office document"),
    "damaged UTF-8": ("a.txt", "L’été, la trêve a été négociée à Genève".encode() + b"\xff fin", "byte 50 is not UTF-8"),
    "no encoding": ("a.txt", bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF] * 40), "encoding"),
    "a page without text": ("a.html", b"<!doctype html><html><body><script>x()</script></body></html>", "no text"),
    "a page nested too deep": ("a.html", b"<html><body>" + b"<div>" * 100_000 + b"x" + b"</div>" * 100_000, "nested"),
    "a damaged archive": ("a.jsonl.gz", gzip.compress(TEXT.encode())[:30], "cannot be read"),
    "pretty JSON": ("a.json", b'{\n "text": "x"\n}', "not one object a line"),
    "empty JSON Lines": ("a.jsonl", b"", "empty"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_refused_and_the_next_one_is_read(tmp_path: Path, case: str) -> None:
    name, data, reason = BROKEN[case]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    sources, refused = read(tmp_path)
    assert [source.id for source in sources] == ["b"]
    assert len(refused) == 1
    assert reason in refused[0].reason
    assert refused[0].origin.startswith(str(tmp_path / name))


LINES: dict[str, tuple[object, str]] = {
    "no JSON": ("{nein", "not JSON"),
    "a list": ([1, 2], "a list, not an object"),
    "null": (None, "null, not an object"),
    "no text": ({"title": "x"}, "no field 'text'"),
    "text is a number": ({"text": 7}, "'text' is a number"),
    "text is null": ({"text": None}, "'text' is empty"),
    "text is empty": ({"text": " "}, "'text' is empty"),
    "title is a list": ({"text": "x", "title": ["y"]}, "'title' is a list"),
    "a day that is none": ({"text": "x", "published": "demain"}, "not a date"),
    "a day before any press": ({"text": "x", "published": "0001-01-01"}, "published on"),
    "a day that cannot be": ({"text": "x", "published": "2021-02-31"}, "'published'"),
    "an id of two lines": ({"text": "x", "id": "a\nb"}, "id is not printable"),
    "an id that is an object": ({"text": "x", "id": {}}, "id is an object"),
    "a NUL": ({"text": "a\0b"}, "NUL character at 1"),
}


@pytest.mark.parametrize("case", LINES)
def test_a_broken_line_is_refused_alone(tmp_path: Path, case: str) -> None:
    written, reason = LINES[case]
    line = written if isinstance(written, str) else json.dumps(written)
    path = tmp_path / "fil.jsonl"
    path.write_text("\n".join([json.dumps({"text": TEXT}), line, "", json.dumps({"text": TEXT, "id": "fin"})]), "utf-8")
    sources, refused = read(path)
    assert [source.id for source in sources] == ["fil-1", "fin"]
    assert [(refusal.origin, reason in refusal.reason) for refusal in refused] == [(f"{path}:2", True)]


def test_json_nested_too_deep_and_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "fil.jsonl"
    path.write_bytes(b"[" * 200_000 + b"\n" + b'{"text": "\xff"}\n' + json.dumps({"text": TEXT}).encode())
    sources, refused = read(path)
    assert len(sources) == 1
    assert [refusal.origin.rpartition(":")[2] for refusal in refused] == ["1", "2"]


def test_a_half_of_a_surrogate_pair_becomes_a_mark_of_the_same_length(tmp_path: Path) -> None:
    path = tmp_path / "fil.jsonl"
    path.write_text('{"text": "fin \\ud83d de phrase"}', "utf-8")
    assert read(path)[0][0].text == "fin \ufffd de phrase"


def test_what_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "lien.txt").symlink_to(tmp_path / "nulle-part.txt")
    os.mkfifo(tmp_path / "tube.txt")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "boucle").symlink_to(tmp_path)
    sources, refused = read(tmp_path, tmp_path / "absent.txt")
    assert [source.id for source in sources] == ["b"]
    assert sorted(refusal.reason for refusal in refused) == ["it cannot be read: it is not a file", "the link leads nowhere", "there is no such file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "Permission denied" in read(tmp_path)[1][0].reason


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text(TEXT, "utf-8")
    assert "nothing to read" in read(tmp_path)[1][0].reason


def test_a_report_that_lies_among_the_press_is_no_press(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    mark = tmp_path / "rapport" / REPORT_MARK
    mark.parent.mkdir(parents=True)
    mark.write_text("", "utf-8")
    (tmp_path / "rapport" / "index.html").write_text(f"<!doctype html><p>{TEXT}</p>", "utf-8")
    sources, refused = read(tmp_path)
    assert [source.id for source in sources] == ["a"]
    assert [(Path(refusal.origin).name, "report" in refusal.reason) for refusal in refused] == [("rapport", True)]
    assert [source.id for source in read(tmp_path / "rapport" / "index.html")[0]] == ["index"]


def test_what_is_larger_than_allowed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"mot " * 50)
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "mot " * 50}) + "\n" + json.dumps({"text": "court"}), "utf-8")
    sources, refused = read(tmp_path, settings=Settings(largest_bytes=60))
    assert [source.id for source in sources] == ["b-2"]
    assert all("larger than 60 bytes" in refusal.reason for refusal in refused)
    assert len(refused) == 2


@pytest.mark.parametrize(
    "make",
    [lambda: b"mot " * 12_400_000, lambda: b"<!doctype html><p>" + b"mot " * 1_000_000, lambda: b"<!doctype html>" + b"<p>" * 200_000 + b"mot"],
)
def test_large_input_takes_bounded_time(tmp_path: Path, make: Callable[[], bytes]) -> None:
    (tmp_path / "a.txt").write_bytes(make())
    begun = time.monotonic()
    assert len(list(capture([tmp_path]))) == 1
    assert time.monotonic() - begun < 20


def test_a_folder_of_many_with_three_broken(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number:05}.txt").write_bytes(b"" if number in (7, 500, 1999) else f"{TEXT} {number}".encode())
    sources, refused = read(tmp_path)
    assert len(sources) == 1997
    assert [Path(refusal.origin).stem for refusal in refused] == ["00007", "00500", "01999"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps({"text": TEXT}).encode())))
    sources, refused = read("-")
    assert [(source.id, source.origin) for source in sources] == [("stdin-1", "standard input:1")]
    assert not refused
