"""Which names of the tagger are kept: of what is listed it need not be as sure."""

import pytest

from chancery.analysis.name_lexicon import Lexicon, Unit, table
from chancery.analysis.name_sure import LEAST, LISTED, sure

LEXICON = Lexicon(register=table([("Brune", "LOC")]), known=table([("Banque du Sel", "ORG")]))
LOW, BETWEEN, HIGH = LISTED / 2, (LISTED + LEAST) / 2, (LEAST + 1) / 2


def run(*words: str) -> list[Unit]:
    return [Unit(place, place + 1, word, "PROPN") for place, word in enumerate(words)]


@pytest.mark.parametrize(
    ("words", "labels", "likely", "kept"),
    [
        (("Tardyk", "parle"), ["B-PER", "O"], HIGH, ["B-PER", "O"]),
        (("Tardyk", "parle"), ["B-PER", "O"], BETWEEN, ["O", "O"]),
        (("Karl", "Tardyk"), ["B-PER", "I-PER"], BETWEEN, ["O", "O"]),
        (("Brune", "attend"), ["B-LOC", "O"], BETWEEN, ["B-LOC", "O"]),
        (("Brune", "attend"), ["B-PER", "O"], BETWEEN, ["B-LOC", "O"]),  # it is no listed person
        (("Brune", "attend"), ["O", "O"], BETWEEN, ["B-LOC", "O"]),
        (("Brune", "attend"), ["O", "O"], LOW, ["O", "O"]),
        (("Banque", "du", "Sel"), ["O", "O", "B-ORG"], BETWEEN, ["B-ORG", "I-ORG", "I-ORG"]),
        (("brune", "attend"), ["O", "O"], HIGH, ["O", "O"]),
        ((), [], HIGH, []),
    ],
)
def test_labels_are_kept_where_they_are_likely_enough(words: tuple[str, ...], labels: list[str], likely: float, kept: list[str]) -> None:
    assert sure(run(*words), labels, lambda *_: likely, LEXICON) == kept
