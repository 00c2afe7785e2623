"""What counts as the subject of a verb, where it is counted what verbs take."""

import pytest
from training.french.takes import of_sentence

from analysis.trees import tree
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.tokens import Sentence
from chancery.clean.document import Block
from chancery.languages import pack_for
from chancery.span import Span

VERB = ["part", "partir", "VERB", "0", "ROOT"]


@pytest.mark.parametrize(
    ("rows", "named", "counted"),
    [
        ([["Anna", "Anna", "PROPN", "2", "nsubj"], VERB], "PER", [("partir", "people")]),
        ([["Oslo", "Oslo", "PROPN", "2", "nsubj"], VERB], "LOC", [("partir", "bodies")]),
        ([["pilote", "pilote", "NOUN", "2", "nsubj"], VERB], None, [("partir", "people")]),
        ([["bateau", "bateau", "NOUN", "2", "nsubj"], VERB], None, [("partir", "things")]),
        ([["je", "je", "PRON", "2", "nsubj", "Person=1"], VERB], None, [("partir", "people")]),
        ([["elle", "elle", "PRON", "2", "nsubj", "Person=3"], VERB], None, []),
        ([["bateau", "bateau", "NOUN", "2", "obj"], VERB], None, []),
        (
            [["bateau", "bateau", "NOUN", "2", "nsubj"], VERB, ["coule", "couler", "VERB", "2", "conj"]],
            None,
            [("partir", "things"), ("couler", "things")],
        ),
    ],
)
def test_a_verb_is_counted_with_the_kind_of_its_subject(rows: list[list[str]], named: str | None, counted: list[tuple[str, str]]) -> None:
    tokens = tree(rows, " ".join(row[0] for row in rows))
    sentence = Sentence(Span(0, tokens[-1].end), Block(Span(0, tokens[-1].end), "body"), tokens)
    assert list(of_sentence(sentence, {0: named} if named else {}, lexicon_of(pack_for("fr")))) == counted
