"""What verbs take as their subjects."""

from pathlib import Path

import pytest

from analysis.trees import tree
from chancery.analysis.actors.taking import Takes, spelled
from chancery.errors import PluginError
from chancery.languages.pack import Pack

COUNTS = {"penser": (90.0, 8.0, 2.0), "durer": (0.0, 0.0, 60.0), "pouvoir": (50.0, 20.0, 50.0)}
DURES = [["Il", "il", "PRON", "2", "nsubj"], ["dure", "durer", "VERB", "0", "ROOT"]]
THINKS = [["Il", "il", "PRON", "2", "nsubj"], ["pense", "penser", "VERB", "0", "ROOT"]]
MAY_LAST = [["Il", "il", "PRON", "2", "nsubj"], ["peut", "pouvoir", "VERB", "0", "ROOT"], ["durer", "durer", "VERB", "2", "xcomp"]]
SINGS = [["Il", "il", "PRON", "2", "nsubj"], ["chante", "chanter", "VERB", "0", "ROOT"]]


def leanings(rows: list[list[str]]) -> tuple[float, float, float]:
    return Takes(COUNTS).leanings(tree(rows, " ".join(row[0] for row in rows))[1])


def test_a_verb_leans_to_the_subjects_that_it_has_more_often_than_others() -> None:
    people, _, things = leanings(THINKS)
    assert people > 0 > things
    people, _, things = leanings(DURES)
    assert things > 0 > people


def test_the_verbs_that_hang_on_it_have_the_same_subject() -> None:
    assert leanings(MAY_LAST)[2] > leanings(DURES)[2] / 2 > 0


def test_nothing_is_known_of_other_verbs_nor_without_a_table(tmp_path: Path) -> None:
    assert leanings(SINGS) == (0.0, 0.0, 0.0)
    verb = tree(THINKS, "Il pense")[1]
    assert Takes.of(Pack("fr", tmp_path)).leanings(verb) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("rows", "as_is"),
    [
        ([["vu", "voir", "VERB", "0", "ROOT"], ["est", "être", "AUX", "1", "aux:pass"]], "voir (passive)"),
        ([["vu", "voir", "VERB", "0", "ROOT"], ["a", "avoir", "AUX", "1", "aux:tense"]], "voir"),
        ([["voit", "voir", "VERB", "0", "ROOT"], ["se", "se", "PRON", "1", "expl:pv", "Reflex=Yes"]], "voir (reflexive)"),
        ([["gai", "gai", "ADJ", "0", "ROOT"], ["est", "être", "AUX", "1", "cop"]], "gai (said of)"),
    ],
)
def test_how_a_verb_stands_tells_it_apart(rows: list[list[str]], as_is: str) -> None:
    assert spelled(tree(rows, " ".join(row[0] for row in rows))[0]) == as_is


@pytest.mark.parametrize("text", ["verb\tpeople\tbodies\tthings\nvoir\tmany\t0\t0\n", "verb\tpeople\tbodies\tthings\nvoir\t1\n"])
def test_a_table_that_cannot_be_read_is_a_clear_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "pronouns").mkdir()
    (tmp_path / "pronouns" / "takes.tsv").write_text(text, "utf-8")
    with pytest.raises(PluginError, match="verbs take"):
        Takes.of(Pack("fr", tmp_path))
