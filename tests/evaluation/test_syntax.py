"""Syntax against a treebank, from raw text."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from chancery.cli.evaluate import command
from chancery.errors import UsageError
from chancery.evaluation.syntax import KEYS, evaluate_syntax
from chancery.languages import pack_for

SENTENCE = """# text = Elle parle du climat.
1\tElle\tlui\tPRON\t_\tGender=Fem|Number=Sing|Person=3|PronType=Prs\t2\tnsubj\t_\t_
2\tparle\tparler\tVERB\t_\tMood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def|Gender=Masc|Number=Sing|PronType=Art\t5\tdet\t_\t_
5\tclimat\tclimat\tNOUN\t_\tGender=Masc|Number=Sing\t2\tobl:arg\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "own.conllu"
    path.write_text(SENTENCE * 12, "utf-8")
    return path


def test_scores_are_fractions_of_every_key(treebank: Path) -> None:
    scores = evaluate_syntax(treebank, pack_for("fr").pipeline())
    assert set(scores) == set(KEYS)
    assert all(0 <= score <= 1 for score in scores.values())
    assert scores["upos"] > 0.8
    assert scores["uas"] > 0.8


def test_wrong_trees_score_low(treebank: Path) -> None:
    treebank.write_text(
        treebank.read_text("utf-8").replace("\tPRON\t", "\tVERB\t").replace("\tNOUN\t", "\tADV\t").replace("\tPUNCT\t", "\tX\t"), "utf-8"
    )
    assert evaluate_syntax(treebank, pack_for("fr").pipeline())["upos"] < 0.5


@pytest.mark.parametrize(
    "content",
    [
        "no treebank",
        "# text = Seul.\n",
        SENTENCE.replace("# text = Elle parle du climat.\n", ""),
        SENTENCE.replace("# text = Elle", "# text = Personne ne"),
    ],
)
def test_what_is_no_treebank_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.conllu"
    path.write_text(content, "utf-8")
    with pytest.raises(UsageError, match=r"bad\.conllu"):
        evaluate_syntax(path, pack_for("fr").pipeline())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.conllu"):
        evaluate_syntax(tmp_path / "none.conllu", pack_for("fr").pipeline())


def test_the_command_prints_json(treebank: Path) -> None:
    run = CliRunner().invoke(command, ["syntax", str(treebank), "--json"])
    assert set(json.loads(run.stdout)) == {"upos", "morph", "uas", "las", "lemma", "sentences"}
