"""Where sentences begin: cases are data, and what holds for any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.analysis.bounds import CLOSING
from chancery.analysis.syntax import LONGEST_SENTENCE, parse
from chancery.analysis.tokens import Sentence
from chancery.capture.source import Source
from chancery.clean.document import Block, Document
from chancery.languages import pack_for
from chancery.span import Span

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/fr/sentences.toml").read_text("utf-8"))["case"]
START = "¶"


def sentences(text: str) -> tuple[Sentence, ...]:
    document = Document(Source("t", "t", text), (Block(Span(0, len(text)), "body"),), "fr")
    return parse(document, pack_for("fr").pipeline())


def marked(text: str) -> str:
    """The text with each start but the first marked."""
    starts = [sentence.span.start for sentence in sentences(text)]
    return START.join(text[start:end] for start, end in pairwise([0, *starts[1:], len(text)]))


@pytest.mark.parametrize("case", [text for case in CASES for text in case["texts"]])
def test_cases(case: str) -> None:
    assert marked(case.replace(START, "")) == case


PIECES = [
    "Le ministre",
    "est parti",
    ".",
    "«",
    "»",
    '"',
    "M.",
    "J.",
    "(",
    ")",
    "\n",
    "  ",
    "…",
    "!",
    "- ",
    "•",
    "l'",
    "Il",
    "3",
    ",",
    "\u00a0",
    "OTAN",
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "]))
def test_every_word_is_in_one_sentence_and_none_begins_with_what_closes(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    found = sentences(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    kept = "".join(token.span.of(text) for sentence in found for token in sentence.tokens)
    assert "".join(kept.split()) == "".join(text.split())
    lines = {line.strip()[0] for line in text.splitlines() if line.strip()}
    assert all(text[sentence.span.start] not in CLOSING or text[sentence.span.start] in lines for sentence in found)


def test_what_never_ends_is_cut_and_says_so() -> None:
    found = sentences("mot " * (2 * LONGEST_SENTENCE + 10))
    assert [(len(sentence.tokens), sentence.cut) for sentence in found] == [(LONGEST_SENTENCE, True), (LONGEST_SENTENCE, True), (10, False)]
    assert not any(sentence.cut for sentence in sentences("Le ministre est parti. Il reviendra."))


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "Le ministre a quitté la ville hier soir. " * 600
    assert {sentence.span.of(text) for sentence in sentences(text)} == {"Le ministre a quitté la ville hier soir."}
