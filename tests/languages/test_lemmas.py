"""Lemmas: cases are data, and what holds for any form and any tables."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.languages import pack_for
from chancery.languages.lemmas import Lemmas

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/fr/lemmas.toml").read_text("utf-8"))["case"]
PARTS = ["NOUN", "VERB", "PROPN", "NUM", "SPACE", ""]
WORD = st.text("aesxé'-A", max_size=6)
TABLES = st.builds(
    Lemmas,
    st.dictionaries(st.sampled_from(PARTS[:2]), st.dictionaries(WORD.map(str.lower), WORD.filter(bool), max_size=6)),
    st.dictionaries(st.sampled_from(PARTS[:2]), st.dictionaries(WORD.map(str.lower), st.lists(WORD, max_size=3), max_size=6)),
    st.dictionaries(WORD, WORD.filter(bool), max_size=3),
)


@pytest.mark.parametrize(("form", "part", "lemma"), [form for case in CASES for form in case["forms"]])
def test_cases(form: str, part: str, lemma: str) -> None:
    assert pack_for("fr").pipeline().get_pipe("lemmatizer").of(form, part) == lemma  # type: ignore[attr-defined]


@given(TABLES, WORD.filter(bool), st.sampled_from(PARTS))
def test_every_form_has_a_lemma_whatever_the_tables_and_saving_changes_none(lemmas: Lemmas, form: str, part: str) -> None:
    found = lemmas.of(form, part)
    assert found
    assert Lemmas().from_bytes(lemmas.to_bytes()).of(form, part) == found


def test_the_pack_is_loaded_without_spacys_own_module_of_the_language() -> None:
    asked = "import sys\nfrom chancery.languages import pack_for\nprint(pack_for('fr').pipeline()('Les deux pays négocient.')[1].lemma_)\n"
    asked += "print('spacy.lang.fr' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["deux", "False"]
