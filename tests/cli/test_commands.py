"""The commands as a person types them: what they print, where, and with what status they exit."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from chancery import cli, pipeline, views
from chancery.cli import show
from chancery.cli.reading import say_refused
from chancery.errors import ChanceryError, Rejected, UsageError
from chancery.facts.fact import Stance
from chancery.settings import Settings
from made import PRESS, told

TESTS = Path(__file__).parents[1]
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command, in an empty folder, with readings made by hand."""
    monkeypatch.setattr(pipeline, "read", told)
    monkeypatch.chdir(tmp_path)
    return lambda *words, **more: CliRunner().invoke(cli.commands, words, **more)


@pytest.fixture
def built(run: Run, tmp_path: Path) -> Run:
    """The same, with a record of the press made by hand."""
    write_press(tmp_path)
    assert run("build", "press", "--metadata", "known.json").exit_code == 0
    return run


def write_press(folder: Path) -> None:
    (folder / "press").mkdir()
    for each in PRESS:
        (folder / "press" / f"{each.id}.txt").write_text(each.text)
    known = {each.id: {"published": str(each.metadata.published), "outlet": each.metadata.outlet} for each in PRESS if each.metadata.published}
    (folder / "known.json").write_text(json.dumps({each: {name: value for name, value in entry.items() if value} for each, entry in known.items()}))


def test_build_counts_what_it_found(run: Run, tmp_path: Path) -> None:
    write_press(tmp_path)
    done = run("build", "press", "--metadata", "known.json", "--record", "mine.sqlite")
    assert done.exit_code == 0, done.output
    told_lines = dict(line.split("  ", 1) for line in done.stdout.splitlines() if "  " in line)
    assert {name.strip(): value.strip() for name, value in told_lines.items() if "read" not in name} == {
        "commitments": "1",
        "events": "2",
        "figures": "2",
        "meetings": "1",
        "positions": "1",
        "statements": "3",
    }
    assert "documents read  5" in done.stdout
    assert "chancery show chronology --record mine.sqlite" in done.stdout
    again = run("build", "press", "--metadata", "known.json", "--record", "mine.sqlite")
    assert "documents read  0" in again.stdout
    assert "known already   5" in again.stdout
    bare = run("build", "press", "--record", "mine.sqlite")
    assert "known already   5" in bare.stdout
    assert bare.stderr == again.stderr == ""


def test_refusals_of_one_reason_are_told_once(run: Run, tmp_path: Path) -> None:
    write_press(tmp_path)
    for at in range(13):
        (tmp_path / "press" / f"x{at:02}.txt").write_text("langue inconnue")
    done = run("build", "press")
    assert done.exit_code == 0
    assert "refused         13" in done.stdout
    assert done.stderr.splitlines() == [
        "  13 times: no language pack reads this text: press/x00.txt, press/x01.txt, press/x02.txt and 10 more",
        "without a date of publication: 5 documents (left out of any --as-of; --metadata gives dates): avril, copie, juin and 2 more",
    ]
    assert run("build", "press", "--strict").exit_code == 1


def test_refusals_of_many_reasons_are_listed_then_counted(capsys: pytest.CaptureFixture[str]) -> None:
    say_refused([Rejected(f"{at:02}.txt", f"reason {at}") for at in range(13)])
    said = capsys.readouterr().err.splitlines()
    assert (said[0], len(said), said[-1]) == ("  00.txt: reason 0", 11, "  and 3 more")


def test_nothing_found_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rien du tout.\n")
    done = run("build", "a.txt")
    assert done.exit_code == 0
    assert "facts           none found" in done.stdout


def test_metadata_that_means_nothing_is_said(run: Run, tmp_path: Path) -> None:
    write_press(tmp_path)
    given = {each: {"publised": "2021"} for each in ("avril", "nulle-part")}
    (tmp_path / "odd.json").write_text(json.dumps({**given, "mai": {"published": "2021"}}))
    done = run("build", "press", "--metadata", "odd.json")
    assert done.exit_code == 0
    assert "odd.json: 'publised' is not a key that is read (published, seen, url, outlet, language, author): avril, nulle-part" in done.stderr
    assert "odd.json: 1 id of no document that was read: nulle-part" in done.stderr
    known = run("build", "press", "--metadata", "known.json")
    assert known.stderr == ""


def test_nothing_read_is_a_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("langue inconnue")
    done = run("build", "a.txt")
    assert done.exit_code == 1
    assert "nothing could be read" in done.stderr


@pytest.mark.parametrize(
    "words", [["build"], ["build", "a", "--workers", "0"], ["build", "a", "--unknown"], ["show", "gossip"], ["search"], ["fact"]]
)
def test_misuse(run: Run, words: list[str]) -> None:
    assert run(*words).exit_code == 2


def test_fields_and_pipeline_reach_the_reader(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Settings] = []
    monkeypatch.setattr(pipeline, "read", lambda given, settings: (seen.append(settings), told(given))[1])
    (tmp_path / "a.jsonl").write_text(json.dumps({"body": "Anna Roy dit : oui\n", "nr": "7", "when": "2021-04-14"}) + "\n")
    done = run("build", "a.jsonl", "--text-field", "body", "--id-field", "nr", "--published-field", "when", "--pipeline", "fr_other")
    assert done.exit_code == 0, done.output
    assert (seen[0].pipeline, seen[0].fields.text) == ("fr_other", "body")
    assert run("show", "voices").stdout.splitlines()[1].startswith("2021-04-14")


@pytest.mark.parametrize("view", ["chronology", "voices", "positions", "commitments", "forces", "sources"])
def test_show_in_every_form(built: Run, view: str) -> None:
    table, as_json, as_csv = (built("show", view, "--format", form) for form in ("table", "json", "csv"))
    rows = json.loads(as_json.stdout)
    assert rows
    assert len(list(csv.DictReader(io.StringIO(as_csv.stdout)))) == len(rows)
    assert len(table.stdout.splitlines()) == len(rows) + 1
    assert all(row.get("words", "").strip() in table.stdout for row in rows), "a pipe cuts nothing"


def test_show_as_of(built: Run) -> None:
    done = built("show", "voices", "--as-of", "2021-05-02")
    assert done.stderr == "as known on 2 May 2021: 2 of 5 documents (1 undated left out)\n"
    assert len(done.stdout.splitlines()) == 3
    assert json.loads(built("show", "voices", "--as-of", "2021-05-02", "--format", "json").stdout)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_an_answer_that_cannot_be_written(built: Run, tmp_path: Path) -> None:
    asked = [sys.executable, "-c", "import sys; from chancery.cli import main; sys.argv = ['chancery', 'show', 'voices']; main()"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(asked, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be written: No space left" in done.stderr


def test_show_with_limits(built: Run) -> None:
    assert len(built("show", "voices", "--actor", "Roy", "--to", "2021").stdout.splitlines()) == 2
    nothing = built("show", "voices", "--from", "2031")
    assert (nothing.exit_code, nothing.stdout, nothing.stderr) == (0, "", "nothing in the voices for these limits\n")


@pytest.mark.parametrize(
    ("words", "shown", "said"),
    [
        (("voices", "--by", "Roy"), 2, ""),
        (("voices", "--source", "cote"), 1, ""),
        (("voices", "--limit", "1"), 1, "the first 1 of 3 rows\n"),
        (("positions", "--by", "FRA", "--stance", "refuse"), 1, ""),
        (("positions", "--stance", "demand"), 0, "nothing in the positions for these limits\n"),
        (("forces", "--what", "soldat"), 2, ""),
        (
            ("voices", "--actor", "Japon"),
            0,
            "Japon (JPN) is known to the register, but nothing in this record is about it\nnothing in the voices for these limits\n",
        ),
    ],
)
def test_show_what_is_asked(built: Run, words: tuple[str, ...], shown: int, said: str) -> None:
    done = built("show", *words)
    assert (done.exit_code, max(0, len(done.stdout.splitlines()) - 1), done.stderr) == (0, shown, said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "voices", "--as-of", "demain"), "--as-of needs a date"),
        (("search", "a", "--from", "2021-13"), "--from needs a date"),
        (("show", "voices", "--stance", "demand"), "--stance does not go with voices"),
        (("show", "statements"), "shown in voices"),
        (("show", "voices", "--source", "Personne"), "no document in this record comes from 'Personne'"),
    ],
)
def test_options_are_named_as_typed(built: Run, words: tuple[str, ...], said: str) -> None:
    assert said in str(built(*words).exception)


def test_choices_are_those_of_the_record() -> None:
    assert show.VIEWS == views.VIEWS
    assert get_args(Stance) == show.STANCES


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("show", "voices", "--as-of", "demain"), UsageError),
        (("show", "voices", "--actor", "Personne"), UsageError),
        (("fact", "zz"), UsageError),
        (("search", "***"), UsageError),
        (("search", "a", "--kind", "rumour"), UsageError),
        (("show", "voices", "--record", "none.sqlite"), ChanceryError),
        (("build", "press", "--record", "none/r.sqlite"), ChanceryError),
        (("build", "press", "--metadata", "none.json"), UsageError),
    ],
)
def test_what_cannot_be_done_is_said(built: Run, words: tuple[str, ...], error: type[ChanceryError]) -> None:
    done = built(*words)
    assert isinstance(done.exception, error)
    assert done.exception.hint or done.exception.where


def test_search(built: Run) -> None:
    done = built("search", "ELYSEE", "trompe")
    assert "l'Élysée se trompe" in done.stdout
    assert "1 found" in done.stdout
    assert "by kind: statement 1" in done.stdout
    assert json.loads(built("search", "kaboul", "--kind", "figures", "--limit", "1", "--format", "json").stdout)["total"] == 2
    assert built("search", "introuvable").stderr == "0 found\n"


def test_fact(built: Run) -> None:
    shown = json.loads(built("show", "voices", "--actor", "Brun", "--format", "json").stdout)[0]
    done = built("fact", shown["fact"][:6])
    assert "Igor Brun dit : »»l'Élysée se trompe««" in done.stdout
    for part in ("statement " + shown["fact"], "La Cote", "2021-05-02 (given)", "16-34 of press/mai.txt", "Igor Brun"):
        assert part in done.stdout
    assert json.loads(built("fact", shown["fact"], "--format", "json").stdout)["words"] == shown["words"]


@pytest.mark.parametrize("name", ["build", "show", "search", "fact"])
def test_help_has_an_example(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.exit_code == 0
    assert f"chancery {name}" in done.stdout.partition("Example:")[2]


def test_help_imports_nothing_heavy() -> None:
    asked = "import sys; sys.argv = ['chancery', '--help']\nfrom chancery.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    asked += "print(sorted({'spacy', 'sqlalchemy', 'numpy', 'alembic', 'rich'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


INTERRUPTED = """
import sys, time
sys.path.insert(0, {tests!r})
from made import told
from chancery import cli, pipeline
def slow(given, settings):
    time.sleep(0.004)
    return told(given)
pipeline.read = slow
sys.argv = ["chancery", "build", "many"]
print("begun", flush=True)
cli.main()
"""


def test_an_interrupt_keeps_what_was_read_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for at in range(400):
        (tmp_path / "many" / f"{at:03}.txt").write_text(f"Anna Roy dit : mot {at}\n")
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED.format(tests=str(TESTS))], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    record = tmp_path / "chancery.sqlite-wal"
    until = time.monotonic() + 20
    while time.monotonic() < until and not (record.exists() and record.stat().st_size > 200_000):
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130, said
    assert "new documents kept in chancery.sqlite; run the same command again to go on" in said
    assert "Traceback" not in said


def test_report_says_which_page_to_open(built: Run, tmp_path: Path) -> None:
    done = built("report", "chancery.sqlite", "--out", "book", "--title", "Le printemps <2021>", "--language", "en")
    assert done.exit_code == 0, done.output
    assert done.stdout == f"The report on 5 documents, 10 facts is in book. Open {Path('book', 'index.html')}\n"
    index = (tmp_path / "book" / "index.html").read_text("utf-8")
    assert '<html lang="en"' in index
    assert "Le printemps &lt;2021&gt;" in index
    assert sorted(path.name for path in tmp_path.iterdir() if "book" in path.name) == ["book"]


def test_a_report_is_called_like_its_record(built: Run, tmp_path: Path) -> None:
    assert built("report", "chancery.sqlite", "--out", "book").exit_code == 0
    assert "<title>chancery</title>" in (tmp_path / "book" / "index.html").read_text("utf-8")


def test_build_writes_the_report_as_well(run: Run, tmp_path: Path) -> None:
    write_press(tmp_path)
    done = run("build", "press", "--record", "mine.sqlite", "--report", "book")
    assert done.exit_code == 0, done.output
    assert "Open " + str(Path("book", "index.html")) in done.stdout
    assert "<title>mine</title>" in (tmp_path / "book" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told_why"),
    [
        (["report", "nowhere.sqlite", "--out", "book"], "nowhere.sqlite: there is no record here"),
        (["report", "chancery.sqlite", "--out", "press"], "press: the folder holds something else than a report"),
        (["report", "chancery.sqlite", "--out", "known.json"], "known.json: this is no folder"),
        (["build", "press", "--report", "press"], "press: the folder holds something else than a report"),
    ],
)
def test_a_report_that_cannot_be_written_says_why(built: Run, tmp_path: Path, words: list[str], told_why: str) -> None:
    done = built(*words)
    assert isinstance(done.exception, ChanceryError)
    assert told_why in str(done.exception)
    assert {path.name for path in (tmp_path / "press").iterdir()} == {f"{each.id}.txt" for each in PRESS}
