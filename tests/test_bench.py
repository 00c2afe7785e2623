"""The benchmark runs, and measures what it says."""

import gzip
import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

ROOT = Path(__file__).parents[1]


def bench(*arguments: str, module: str = "bench") -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not (ROOT / "bench").exists(), reason="only in a checkout")
def test_it_measures_every_stage_beside_the_bare_pipeline() -> None:
    run = bench("--corpus", "examples/press", "--documents", "2")
    assert run.returncode == 0, run.stderr
    for word in ("2 documents", "capture", "clean", "syntax", "times", "names", "figures", "whole way", "bare pipeline", "ratio", "peak memory"):
        assert word in run.stdout


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    run = bench("--corpus", str(tmp_path))
    assert run.returncode == 1
    assert "nothing to read" in run.stderr


@pytest.mark.skipif(not (ROOT / "bench").exists(), reason="only in a checkout")
def test_a_page_gives_the_facts_that_its_article_gives_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Monde", "Europe", "Sports"))
    said = "« Nous retirerons nos 300 soldats du lac avant le 1er mai », a déclaré mercredi la ministre Ada Morel à Lausanne."
    told = "Les délégations de la France et de l'Allemagne se sont rencontrées jeudi à Genève, et se reverront en avril."
    page = f"<html><body><nav><ul>{menu}</ul></nav><h1>Retrait du lac</h1><p>Publié le 3 mars 2021</p><p>{said}</p><p>{told}</p></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    monkeypatch.syspath_prepend(str(ROOT))
    main = importlib.import_module("bench.alike").main
    run = CliRunner().invoke(main, [str(tmp_path)])
    assert run.exit_code == 0, run.output
    assert run.output.count("1 pages, each against") == run.output.count("1 give the same facts; 1.0000 of facts are shared") == 2
    assert CliRunner().invoke(main, [str(ROOT / "docs" / "pictures")]).exit_code == 1


@pytest.mark.skipif(not (ROOT / "bench").exists(), reason="only in a checkout")
def test_times_are_measured_and_a_peer_that_is_missing_is_named(tmp_path: Path) -> None:
    arguments = ["--corpus", "examples/press/fil-est.jsonl", "--gold", str(tmp_path / "none"), "--documents", "3", "--rounds", "1"]
    run = bench(*arguments, "--only", "chancery, no tenses", "--only", "chrono-node", module="bench.times")
    assert run.returncode == 0, run.stderr
    assert "words/s" in run.stdout
    assert "chrono-node" in run.stdout
    helped = bench("--help", module="bench.times")
    assert "npm install chrono-node" in helped.stdout


@pytest.mark.skipif(not (ROOT / "bench").exists(), reason="only in a checkout")
def test_the_register_is_loaded_and_asked() -> None:
    run = bench("--runs", "1", "--rounds", "1", module="bench.register")
    assert run.returncode == 0, run.stderr
    for word in ("offices", "fresh process", "holder of an office", "misspelt", "by a role"):
        assert word in run.stdout


@pytest.mark.skipif(not (ROOT / "bench").exists(), reason="only in a checkout")
def test_statements_are_measured_beside_a_peer_or_it_is_named(tmp_path: Path) -> None:
    run = bench("--corpus", "examples/press/fil-est.jsonl", "--gold", str(tmp_path / "none"), "--documents", "1", module="bench.said")
    assert run.returncode == 0, run.stderr
    assert "1 documents" in run.stdout
    assert "chancery" in run.stdout
    assert "textacy" in run.stdout


@pytest.mark.skipif(not (ROOT / "bench").exists(), reason="only in a checkout")
def test_the_pack_is_measured_beside_spacys_own() -> None:
    run = bench("--corpus", "examples/press", "--documents", "2", "--updates", "2", module="bench.pack")
    assert run.returncode == 0, run.stderr
    for word in ("the pack", "spaCy's own", "ratio", "loading", "weights"):
        assert word in run.stdout
    flat = bench("--corpus", "examples/press", "--documents", "2", "--memory", module="bench.pack")
    assert "MB" in flat.stdout


@pytest.mark.skipif(not (ROOT / "bench").exists(), reason="only in a checkout")
def test_mentions_and_facts_are_drawn_for_readers_and_their_verdicts_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Hier, Ada Morel a déclaré que la Norvège retirerait ses 300 soldats du lac avant le 1er mai. Elle a remercié Oslo. " * 5
    (tmp_path / "corpus").mkdir()
    with gzip.open(tmp_path / "corpus/press-fr.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "x-1", "title": "Retrait du lac", "text": text, "published": "2021-03-03"}) + "\n")
    monkeypatch.syspath_prepend(str(ROOT))
    main = importlib.import_module("bench.draw").main
    out = tmp_path / "drawn"
    options = ["--data", str(tmp_path), "--out", str(out), "--each", "3", "--readers", "2"]
    for what, told in (("mentions", "--- TOLD: ⟦"), ("facts", "document=x-1")):
        run = CliRunner().invoke(main, [*options, "--of", what])
        assert run.exit_code == 0, run.output
        assert "3 items in 2 files" in run.output
        assert told in "".join(path.read_text("utf-8") for path in sorted(out.glob("*.txt")))
    (out / "1.tsv").write_text("1\tright\n2\twrong\twho, side\tsomebody else\n", "utf-8")
    assert "no verdicts in" in CliRunner().invoke(main, ["--tally", str(tmp_path)]).output
    run = CliRunner().invoke(main, ["--tally", str(out)])
    assert "right                    1   50.0%" in run.output
    assert "side" in run.output
    (out / "2.tsv").write_text("3\tperhaps\n", "utf-8")
    assert "2.tsv: no verdict in: 3" in CliRunner().invoke(main, ["--tally", str(out)]).output
