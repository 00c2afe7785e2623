"""Figures: what is counted, and how many; the cases are data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chancery.analysis import Analysis, Mention
from chancery.analysis.quantities import measure
from chancery.analysis.syntax import parse
from chancery.capture.source import Source
from chancery.clean.document import Block, Document
from chancery.facts.fact import OUTLET, Figure, Statement
from chancery.facts.figures import figures
from chancery.languages import pack_for
from chancery.span import Span

CASES = Path(__file__).parents[1] / "cases/fr/figures.toml"
GROUPS = tomllib.loads(CASES.read_text("utf-8"))["case"]
LINES = [(group["about"], text, expected) for group in GROUPS for text, expected in group["cases"]]


@cache
def analysis() -> Analysis:
    """All cases as the blocks of one document, read once."""
    text = "\n\n".join(text for _, text, _ in LINES)
    blocks, start = [], 0
    for _, line, _ in LINES:
        blocks.append(Block(Span(start, start + len(line)), "body"))
        start += len(line) + 2
    return read(text, blocks)


def read(text: str, blocks: list[Block] | None = None) -> Analysis:
    document = Document(Source("cases", "cases", text), tuple(blocks or [Block(Span(0, len(text)), "body")]), "fr")
    pack = pack_for("fr")
    sentences = parse(document, pack.pipeline())
    return Analysis(document, sentences, quantities=measure(document, sentences, (), pack))


@cache
def found() -> tuple[Figure, ...]:
    return figures(analysis(), ())


def told(figure: Figure) -> list[Any]:
    value: Any = [figure.value, figure.value_max] if figure.value_max is not None else "vague" if figure.value is None else figure.value
    return [value, figure.unit or ""]


@pytest.mark.parametrize(("index", "about", "text", "expected"), [(index, *line) for index, line in enumerate(LINES)])
def test_case(index: int, about: str, text: str, expected: list[Any]) -> None:
    block = analysis().document.blocks[index].span
    assert [told(figure) for figure in found() if block.contains(figure.evidence)] == expected, about


def test_there_are_enough_cases() -> None:
    assert len(LINES) >= 120
    assert sum(not expected for _, _, expected in LINES) >= 35


def test_a_number_in_the_name_of_a_body_is_no_figure() -> None:
    text = "Le Mouvement 5 étoiles gouverne."
    plain = read(text)
    assert len(figures(plain, ())) == 1
    named = Analysis(plain.document, plain.sentences, (Mention(Span(3, 22), "ORG"),), quantities=plain.quantities)
    assert figures(named, ()) == ()


def test_what_is_inside_a_statement_is_its_speakers() -> None:
    text = "Nous avons 300 soldats, a dit Anna Blanc. Elle a 20 chars."
    plain = read(text)
    said = Statement(document="cases", evidence=Span(0, 22), type="indirect", speaker="Anna Blanc", speaker_actors=("person:Anna Blanc",))
    first, second = figures(plain, (said,))
    assert (first.voice.speaker, first.voice.actors) == ("Anna Blanc", ("person:Anna Blanc",))
    assert second.voice == OUTLET


def test_evidence_holds_the_number_and_its_noun() -> None:
    text = "Ils ont tué plus de vingt soldats français au Mali."
    (figure,) = figures(read(text), ())
    assert figure.evidence.of(text) == "plus de vingt soldats français"
    assert (figure.what, figure.approximate) == ("soldats français", True)


def test_a_document_without_numbers_has_no_figures() -> None:
    assert figures(read("Le ministre a parlé."), ()) == ()
