"""What stands in quotation marks, as the tagger of names is told of it."""

import pytest

from chancery.analysis.name_lexicon import Unit
from chancery.analysis.name_pairs import paired
from chancery.analysis.name_quoted import quoted


def words(text: str, verbs: str = "") -> list[Unit]:
    """Units of a sentence that is written with spaces between its words and signs."""
    return [Unit(0, 0, word, "VERB" if word in verbs.split() else "X") for word in text.split()]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ('le film " Brest " plaît', "1C"),
        ("le film « La nuit de Brest » plaît", "4C"),
        ("il dort “ loin de Brest ” ici", "3c"),
        ('il dit : " Brest dort depuis mardi loin des gens " hier', "phraseC"),
        ('il dit : " Brest dort depuis mardi loin des gens et de la mer qui monte " hier', "sentenceC"),
        ('il dit : " Brest dort ' + "encore " * 15 + '" hier', "longC"),
    ],
)
def test_words_in_marks_are_told_how_long_the_stretch_is(text: str, length: str) -> None:
    made = quoted(words(text, "dort"))
    assert {marks[0] for marks in made if marks} == {f"Q={length}"}


@pytest.mark.parametrize("text", ["Brest dort", 'Brest " dort', 'Brest " " dort', "Brest » dort « ici", "l' été à Brest"])
def test_without_a_pair_of_marks_nothing_is_told(text: str) -> None:
    assert not any(quoted(words(text)))


def test_signs_inside_are_told_nothing_and_verbs_are_seen() -> None:
    made = quoted(words('" Brest , dort "', "dort"))
    assert made[2] == ()
    assert "Qv=13" in made[1]
    assert "Qa=ici" in quoted(words('" Brest " ici'))[1]


def test_pairs_stop_at_the_edges_and_clusters_reach_two_words() -> None:
    made = list(paired(["a", "b", "c"], ["1", "2", "3"]))
    assert made[0] == ("b+=a|b", "c+=1|2", "++c=3")
    assert made[1] == ("b-=a|b", "c-=1|2", "b+=b|c", "c+=2|3")
    assert made[2] == ("b-=b|c", "c-=2|3", "--c=1")
    assert list(paired([], [])) == []
