"""What stands beside a word and tells of its name: a noun that heads it, an acronym that it spells out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.analysis.name_acronyms import spelled
from chancery.analysis.name_features import clues, features
from chancery.analysis.name_heads import REACH, headed
from chancery.analysis.name_lexicon import Lexicon, Unit, table

HEADS = {"mairie": "ORG", "conseil": "ORG", "vallée": "LOC"}
LINKS = frozenset({"de", "du", "la", "l'"})
WORDS = st.lists(st.sampled_from(["mairie", "vallée", "de", "Brest", "Agence", "du", "Niger", "(", ")", "AN", "ADN", "dort", ",", "Î"]), max_size=14)


def run(text: str) -> list[Unit]:
    return [Unit(0, 0, word, "ADJ" if word == "municipal" else "X") for word in text.split()]


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("la mairie de Brest dort", "de Brest"),
        ("la mairie dort à Brest", ""),
        ("le conseil municipal de Brest", "municipal de Brest"),
        ("la vallée de la Loire , Nantes", "de la Loire"),
        ("la mairie de la vallée de Brest", "de la de Brest"),
        ("Brest dort", ""),
    ],
)
def test_what_stands_behind_a_head(text: str, behind: str) -> None:
    words = run(text)
    marks = headed(words, HEADS, LINKS)
    assert " ".join(word.text for word, some in zip(words, marks, strict=True) if any(mark.startswith("in=") for mark in some)) == behind


@pytest.mark.parametrize(
    ("text", "full", "acronym"),
    [
        ("l' Agence du fleuve Niger ( AFN ) dit", "Agence du fleuve Niger", "AFN"),
        ("le AFN ( Agence du fleuve Niger ) dit", "Agence du fleuve Niger", "AFN"),
        ("le Élan de Brest ( EB )", "Élan de Brest", "EB"),
        ("l' Agence du Niger ( ONU )", "", ""),
        ("à Brest ( B )", "", ""),
        ("le Agence Verte du Niger ( AN )", "", ""),
        ("Brest ( AFN", "", ""),
        ("( AFN )", "", ""),
    ],
)
def test_acronyms_and_what_spells_them_out(text: str, full: str, acronym: str) -> None:
    words = run(text)
    marks = spelled(words)
    assert " ".join(word.text for word, mark in zip(words, marks, strict=True) if mark.startswith("full=")) == full
    assert " ".join(word.text for word, mark in zip(words, marks, strict=True) if mark == "acr") == acronym


@given(WORDS)
def test_every_word_has_its_marks(words: list[str]) -> None:
    some = run(" ".join(words))
    assert len(headed(some, HEADS, LINKS)) == len(spelled(some)) == len(some)
    for at, marks in enumerate(headed(some, HEADS, LINKS)):
        if any(mark.startswith("in=") for mark in marks):
            assert any(word.text in HEADS for word in some[max(0, at - REACH) : at])


def test_features_tell_of_heads_acronyms_first_names_and_known_names() -> None:
    lexicon = Lexicon(heads=HEADS, links=LINKS, given=frozenset({"Ana"}), known=table([("Gazette du Port", "ORG")]))
    sentence = run("Ana lit la Gazette du Port à la mairie de Brest ( MB )")
    rows = features(sentence, clues([sentence], lexicon), lexicon)
    assert "given" in rows[0]
    assert "-given" in rows[1]
    assert ["k=BORG" in row or "k=IORG" in row for row in rows[2:7]] == [False, True, True, True, False]
    assert "in=ORG|0" in rows[10]
    assert {"acr", "d=acr"} <= set(rows[12])
    assert "full=B" in rows[8]
