"""Facts hold nobody to what a pronoun says whose bearer is not likely enough, nor a state to what is said by who hardly acts for it."""

from dataclasses import replace

import pytest

from chancery.analysis import Mention, Reference, analyse
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


@pytest.mark.parametrize(("allied", "told"), [(SURE - 0.01, False), (SURE, True), (None, True)])
def test_whom_a_speaker_acts_for_is_told_from_a_likelihood_on(allied: float | None, told: bool) -> None:
    text = "« Le port fermera », a déclaré mardi Anna Roy."
    analysis = analyse(Document(Source("a", "a", text), (Block(Span(0, len(text)), "body"),), "fr"))
    start = text.index("Anna")
    anna = Mention(Span(start, start + len("Anna Roy")), "PER", ANNA, ("NOR",), allied=allied)
    speakers = [fact.speaker_actors for fact in state(replace(analysis, mentions=(anna,), references=())) if isinstance(fact, Statement)]
    assert speakers == [(ANNA, "NOR") if told else (ANNA,)]
