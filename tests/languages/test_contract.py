"""The contract of language packs: one test body for every pack that is installed, and for any spaCy pipeline in the place of its own.

`CHANCERY_PIPELINE=NAME pytest tests/languages` holds an installed pipeline to it.
"""

import os
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
import spacy

from chancery.analysis import analyse
from chancery.capture import Source
from chancery.clean import clean
from chancery.errors import PluginError
from chancery.languages import Pack, pack_for
from chancery.languages.contract import contract
from chancery.plugins import names
from chancery.settings import Settings

NAMED = os.environ.get("CHANCERY_PIPELINE")
PIPELINES = [None, *([NAMED] if NAMED else [])]
UPOS = frozenset(("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE").split())  # noqa: SIM905
TEXTS = {
    "fr": "Le président Emmanuel Macron a rencontré jeudi à Kiev son homologue ukrainien. « Nous resterons unis », a-t-il dit à l’AFP.",
}
"""Two sentences in each language, with a person, a place and a body by name."""
FOUND = {"fr": {("Emmanuel Macron", "PER"), ("Kiev", "LOC"), ("AFP", "ORG")}}


@pytest.fixture(params=names("languages"))
def pack(request: pytest.FixtureRequest) -> Pack:
    return pack_for(request.param)


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_a_pack_keeps_the_contract(pack: Pack, pipeline: str | None) -> None:
    assert pack.lacking(pipeline) == []


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_a_text_is_read_whole(pack: Pack, pipeline: str | None) -> None:
    text = TEXTS[pack.language]
    document = clean(Source("x", "x", text))
    analysis = analyse(document, Settings(language=pack.language, pipeline=pipeline))
    assert len(analysis.sentences) == 2
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            assert len(token.text) == len(token.span.of(text))
            assert token.pos in UPOS
            assert token.lemma
            assert token.head in sentence.tokens
        assert all(one.end <= other.start for one, other in pairwise(sentence.tokens))
        assert sum(token.head is token for token in sentence.tokens) == 1
    assert {(mention.span.of(text), mention.type) for mention in analysis.mentions} >= FOUND[pack.language]
    again = analyse(document, Settings(language=pack.language, pipeline=pipeline))
    assert [(token.text, token.pos, token.dep, token.lemma) for sentence in analysis.sentences for token in sentence.tokens] == [
        (token.text, token.pos, token.dep, token.lemma) for sentence in again.sentences for token in sentence.tokens
    ]


def test_every_list_of_a_pack_is_in_the_contract(pack: Pack) -> None:
    lists = {path.relative_to(pack.folder).with_suffix("").as_posix() for path in pack.folder.rglob("*.toml")}
    assert lists - set(contract()["optional"]) == set(contract()["words"])


def test_a_list_that_may_be_left_out_is_still_held_to_the_contract(copy: Pack) -> None:
    (copy.folder / "times.en.toml").write_text("rule = []\n")
    assert "times.en.toml has no table classes" in copy.lacking()
    (copy.folder / "times.en.toml").unlink()
    assert Pack("fr", copy.folder).lacking() == []


@pytest.fixture
def copy(tmp_path: Path) -> Pack:
    """The French pack in a folder of its own, to break."""
    shutil.copytree(pack_for("fr").folder, tmp_path / "fr")
    return Pack("fr", tmp_path / "fr")


def test_what_a_pack_lacks_is_named(copy: Pack) -> None:
    (copy.folder / "cues.toml").write_text("cue = []\nsources = {}\norder = {}\n")
    (copy.folder / "dating.toml").write_text("published = [\n")
    (copy.folder / "meetings.toml").unlink()
    (copy.folder / "names" / "clusters.tsv").unlink()
    shutil.rmtree(copy.folder / "syntax")
    told = copy.lacking()
    assert "cues.toml has no table anonymous" in told
    assert "names/clusters.tsv is missing" in told
    for part in ("dating.toml cannot be read", "meetings.toml cannot be read", "the pipeline of the pack cannot be loaded"):
        assert sum(part in line for line in told) == 1
    assert len(told) == 5


def test_a_pipeline_that_says_too_little_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    blank = spacy.blank("fr")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(PluginError, match="finds no parts of speech, no morphology, no lemmas, no dependencies"):
        pack_for("fr").pipeline(str(tmp_path / "blank"))


def test_any_spacy_pipeline_may_stand_in(tmp_path: Path) -> None:
    shutil.copytree(pack_for("fr").folder / "syntax", tmp_path / "other")
    assert pack_for("fr").lacking(str(tmp_path / "other")) == []
