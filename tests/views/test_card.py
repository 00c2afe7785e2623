"""As much of a paragraph as a card shows: from a sentence to a sentence, and the words themselves always."""

from hypothesis import given
from hypothesis import strategies as st

from chancery.span import Span
from chancery.views.card import AROUND, fitted

SENTENCE = "La commission mixte vérifie les piles du pont chaque mois. "


def around(before: str, words: str, after: str) -> str:
    text = before + words + after
    return fitted(text, Span(0, len(text)), Span(len(before), len(before) + len(words))).of(text)


def test_a_short_paragraph_is_whole() -> None:
    assert around(SENTENCE, "Le pont rouvre.", " Fin.") == SENTENCE + "Le pont rouvre. Fin."


def test_a_long_one_begins_and_ends_with_a_sentence() -> None:
    shown = around(SENTENCE * 30, "Le pont rouvre. ", SENTENCE * 30)
    assert shown.startswith("La commission mixte")
    assert shown.endswith("chaque mois.")
    assert len(shown) <= 2 * AROUND + 16


def test_without_sentences_it_is_cut_between_words() -> None:
    shown = around("pile " * 300, "Le pont", " pile" * 300)
    assert set(shown.split()) == {"pile", "Le", "pont"}


@given(st.text("aA. «»…\n", max_size=1500), st.text("aA. «", min_size=1, max_size=40), st.text("aA. «»…\n", max_size=1500))
def test_the_words_are_always_there(before: str, words: str, after: str) -> None:
    text = before + words + after
    place = Span(len(before), len(before) + len(words))
    shown = fitted(text, Span(0, len(text)), place)
    assert shown.start <= place.start
    assert shown.end >= place.end
    assert len(words) <= shown.end - shown.start <= len(words) + 2 * AROUND
