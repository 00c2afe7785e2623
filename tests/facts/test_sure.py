"""Facts hold nobody to what a pronoun says whose bearer is not likely enough."""

from dataclasses import replace

import pytest

from chancery.analysis import Reference, analyse
from chancery.capture import Source
from chancery.clean import Block, Document
from chancery.facts import SURE, Statement, state
from chancery.span import Span

TEXT = "Anna Roy et Zoé Lund sont arrivées mardi à Brest. Elle a déclaré que le port fermerait."
ANNA = "person:Anna Roy"


@pytest.mark.parametrize(("likely", "told"), [(SURE - 0.01, False), (SURE, True), (1.0, True), (None, True)])
def test_who_speaks_is_told_from_a_likelihood_on(likely: float | None, told: bool) -> None:
    analysis = analyse(Document(Source("a", "a", TEXT), (Block(Span(0, len(TEXT)), "body"),), "fr"))
    start = TEXT.index("Elle")
    elle = Reference(Span(start, start + 4), ANNA, likely=likely)
    speakers = [fact.speaker_actors for fact in state(replace(analysis, references=(elle,))) if isinstance(fact, Statement)]
    assert [speaker == (ANNA,) for speaker in speakers] == [told]
