"""Figures: what is counted, and how many; the cases are data."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chancery.analysis import Analysis, Mention, TimeExpression, analyse
from chancery.analysis.analysis import Bound
from chancery.analysis.quantities import measure
from chancery.analysis.syntax import parse
from chancery.capture.source import Source
from chancery.clean.document import Block, Document
from chancery.edtf import Edtf
from chancery.facts.fact import OUTLET, Figure, Statement
from chancery.facts.figures import figures
from chancery.facts.statements import statements
from chancery.languages import pack_for
from chancery.settings import Settings
from chancery.span import Span

CASES = Path(__file__).parents[1] / "cases/fr/figures.toml"
GROUPS = tomllib.loads(CASES.read_text("utf-8"))["case"]
LINES = [(group["about"], text, expected) for group in GROUPS for text, expected in group["cases"]]


WHOSE = [(group["about"], text, expected) for group in tomllib.loads(CASES.read_text("utf-8"))["whose"] for text, expected in group["cases"]]


@pytest.mark.parametrize(("about", "text", "expected"), WHOSE)
def test_what_is_counted_and_whose(about: str, text: str, expected: list[list[Any]]) -> None:
    read = analyse(Document(Source("cases", "cases", text), (Block(Span(0, len(text)), "body"),), "fr"), Settings())
    assert [[figure.what or "", list(figure.who)] for figure in figures(read, statements(read))] == expected, about


WHERE = [(group["about"], text, expected) for group in tomllib.loads(CASES.read_text("utf-8"))["where"] for text, expected in group["cases"]]


@pytest.mark.parametrize(("about", "text", "expected"), WHERE)
def test_where(about: str, text: str, expected: list[str]) -> None:
    read = analyse(Document(Source("cases", "cases", text), (Block(Span(0, len(text)), "body"),), "fr"), Settings())
    assert [figure.where or "" for figure in figures(read, statements(read))] == expected, about


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
    assert (figure.what, figure.approximate) == ("soldats français tués au Mali", True)


def named(text: str, *names: tuple[str, str, str], day: tuple[str, Bound | None] | None = None) -> Figure:
    """The first figure of a text whose names and day are known."""
    plain = read(text)
    mentions = tuple(Mention(Span(text.index(name), text.index(name) + len(name)), kind, actor) for name, kind, actor in names)  # type: ignore[arg-type]
    times = ()
    if day:
        times = (TimeExpression(Span(text.index(day[0]), text.index(day[0]) + len(day[0])), "2021", Edtf("2021"), day[1]),)
    return figures(Analysis(plain.document, plain.sentences, mentions, (), times, plain.quantities), ())[0]


@pytest.mark.parametrize(
    ("text", "names", "who"),
    [
        ("La France a déployé 300 soldats.", [("France", "LOC", "FRA")], ("FRA",)),
        ("La France a tué 300 soldats.", [("France", "LOC", "FRA")], ()),
        ("Des alliés comme l'Ukraine (10 militaires) participent.", [("Ukraine", "LOC", "UKR")], ("UKR",)),
        ("Anna Blanc, 50 ans, a été élue.", [("Anna Blanc", "PER", "person:Anna Blanc")], ("person:Anna Blanc",)),
        ("Deux soldats de l'Otan ont été blessés.", [("Otan", "ORG", "NATO")], ("NATO",)),
        ("La mission en Syrie compte 300 soldats.", [("Syrie", "LOC", "SYR")], ()),
        ("La mission compte 2.500 Américains.", [], ("USA",)),
        ("La mission « Resolute Support » compte 2.500 militaires.", [], ("NATO",)),
        ("La mission « Grand Large » compte 2.500 militaires.", [], ()),
        ("L'Otan compte près de 3.000 chars.", [("Otan", "ORG", "NATO")], ("NATO",)),
        ("L'Allemagne participe avec 1.300 soldats.", [("Allemagne", "LOC", "DEU")], ()),
        ("La baisse de 5 euros de l'Otan plaît.", [("Otan", "ORG", "NATO")], ()),
        ("Anna Blanc a envoyé 300 soldats.", [("Anna Blanc", "PER", "person:Anna Blanc")], ()),
    ],
)
def test_whose(text: str, names: list[tuple[str, str, str]], who: tuple[str, ...]) -> None:
    assert named(text, *names).who == who


def listed(text: str, *names: tuple[str, str]) -> tuple[Figure, ...]:
    """The figures of a text whose countries are known before its numbers are measured."""
    plain = read(text)
    mentions = tuple(Mention(Span(text.index(name), text.index(name) + len(name)), "LOC", actor) for name, actor in names)
    quantities = measure(plain.document, plain.sentences, (), pack_for("fr"), mentions)
    return figures(Analysis(plain.document, plain.sentences, mentions, quantities=quantities), ())


def test_a_count_in_brackets_is_of_the_country_before_it() -> None:
    text = "La France a envoyé 1.300 soldats, devant l'Italie (895) et Paris (75)."
    found = listed(text, ("France", "FRA"), ("Italie", "ITA"))
    assert [(figure.value, figure.what, figure.who) for figure in found] == [(1300, "soldats envoyés", ("FRA",)), (895, "soldats envoyés", ("ITA",))]


def test_a_country_is_no_thing_that_is_counted() -> None:
    assert listed("Les 3 France se parlent.", ("France", "FRA")) == ()


BOUNDS = [(group["about"], *case) for group in tomllib.loads(CASES.read_text("utf-8"))["bounds"] for case in group["cases"]]


@pytest.mark.parametrize(("about", "text", "bound", "approximate"), BOUNDS)
def test_bounds(about: str, text: str, bound: str, approximate: bool) -> None:
    (figure,) = figures(read(text), ())
    assert (figure.value, figure.value_max, figure.bound or "", figure.approximate) == (300, None, bound, approximate), about


def test_to_whom_is_not_where() -> None:
    text = "La France a vendu 12 Rafale à Athènes."
    assert named(text, ("Athènes", "LOC", "GRC")).where is None
    assert named("La France a perdu 12 Rafale à Athènes.", ("Athènes", "LOC", "GRC")).where == "Athènes"


def test_where_and_as_of_when() -> None:
    text = "La France a perdu 13 soldats au Mali en 2021."
    figure = named(text, ("Mali", "LOC", "MLI"), day=("2021", None))
    assert (figure.where, figure.time) == ("Mali", Edtf("2021"))


def test_a_date_that_only_bounds_is_not_as_of_when() -> None:
    assert named("La France a perdu 13 soldats depuis 2021.", day=("depuis 2021", "since")).time is None


def test_a_number_alone_keeps_what_is_counted_only_within_its_sentence() -> None:
    inside = figures(read("Ils ont tué cinq soldats et en ont blessé 13 autres."), ())[1]
    across = figures(read("Ils ont tué cinq soldats. Ils en ont blessé 13 autres."), ())[1]
    assert (inside.unit, inside.what) == ("personnes", "soldats blessés")
    assert (across.unit, across.what) == ("personnes", None)


def test_a_document_without_numbers_has_no_figures() -> None:
    assert figures(read("Le ministre a parlé."), ()) == ()
