"""What a spelling alone says is the same whether it was asked about before or not, and in every register."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analysis.actors import vocabulary
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.actors.vocabulary import Vocabulary, Word, vocabulary_of
from chancery.languages import pack_for
from chancery.register import register_for

LEXICON, REGISTER = lexicon_of(pack_for("fr")), register_for(None)
NOTHING = Word("", person=False, form=False, role=False, points=False, about=None)
CASES = [
    ("ministre", {"person": True, "form": True, "role": True}),
    ("ex-ministre", {"person": True, "role": True}),
    ("voisine", {"person": True}),
    ("Elbonie", {}),
    ("table", {}),
    ("russes", {"points": True, "about": "RUS"}),
    ("Moscou", {"about": "RUS"}),
    ("moscou", {}),
    ("talibans", {"points": True}),
]


@pytest.mark.parametrize(("word", "told"), CASES, ids=[word for word, _ in CASES])
def test_a_spelling_says_what_it_may_be(word: str, told: dict[str, object]) -> None:
    assert replace(vocabulary_of(LEXICON, REGISTER).of(word), folded="") == replace(NOTHING, **told)  # type: ignore[arg-type]


@given(st.text(min_size=1, max_size=12))
def test_nothing_depends_on_what_was_asked_before(word: str) -> None:
    assert vocabulary_of(LEXICON, REGISTER).of(word) == Vocabulary(LEXICON, REGISTER).of(word) == vocabulary_of(LEXICON, REGISTER).of(word)


def test_no_more_spellings_are_kept_than_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "KEPT", 2)
    asked = Vocabulary(LEXICON, REGISTER)
    told = [asked.of(word) for word in ("un", "deux", "trois", "quatre", "trois")]
    assert told[2] == told[4]
    assert len(asked._kept) == 2
