"""How likely names are told to be: as the tagger holds their least likely word, alike for all of one actor, and nothing where more is known."""

import pytest

from chancery.analysis import analyse
from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit, table
from chancery.analysis.name_weighed import shares_of, weighed
from chancery.capture.source import Source
from chancery.clean import clean

LEXICON = Lexicon(register=table([("Brune", "LOC")]))
HALF = {"B-PER": 0.5, "I-PER": 0.25, "B-LOC": 0.125, "I-LOC": 0.0}


def run(*words: str) -> list[Unit]:
    return [Unit(place, place + 1, word, "PROPN") for place, word in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "labels", "name", "likely"),
    [
        (("Tardyk", "parle"), ["B-PER", "O"], Found(0, 1, "PER"), 0.75),
        (("Karl", "Tardyk"), ["B-PER", "I-PER"], Found(0, 2, "PER"), 0.75),
        (("Tardyk", "parle"), ["B-LOC", "O"], Found(0, 1, "LOC"), 0.125),
        (("Tardyk", "parle"), ["B-LOC", "O"], Found(0, 1, "PER"), None),  # a rule told the type
        (("Tardyk", "parle"), ["O", "O"], Found(0, 1, "PER"), None),  # a rule found it
        (("Brune", "attend"), ["B-LOC", "O"], Found(0, 1, "LOC"), None),  # it is listed
    ],
)
def test_a_name_is_as_likely_as_its_least_likely_word(words: tuple[str, ...], labels: list[str], name: Found, likely: float | None) -> None:
    assert weighed(run(*words), name, shares_of(labels, lambda label, _: HALF[label]), LEXICON) == likely


def test_all_of_one_actor_are_alike_and_who_is_known_has_no_doubt() -> None:
    text = "Le plombier Karl Tardyk a salué Angela Merkel à Rome. Ensuite Tardyk a rejoint la maison de Brusk."
    mentions = {name.span.of(text): name for name in analyse(clean(Source("x", "x", text))).mentions}
    assert mentions["Tardyk"].likely == mentions["Karl Tardyk"].likely
    assert 0.5 < (mentions["Karl Tardyk"].likely or 0) <= 1
    assert mentions["Angela Merkel"].likely is None
    assert mentions["Rome"].likely is None
