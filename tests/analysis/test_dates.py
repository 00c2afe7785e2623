"""The date that holds for a clause."""

import pytest

from chancery.analysis.analysis import Analysis
from chancery.analysis.dates import date_of, within
from chancery.analysis.times import anchor
from chancery.capture.source import Source
from chancery.clean.document import Block, Document, Published
from chancery.edtf import Edtf
from chancery.languages import pack_for
from chancery.span import Span


def analysis(text: str) -> Analysis:
    document = Document(Source("made", "made", text), (Block(Span(0, len(text)), "body"),), "fr", Published(Edtf("2021-04-14"), "given"))
    return Analysis(document, (), times=anchor(document, (), pack_for("fr")))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ils se sont vus le 12 avril.", "2021-04-12"),
        ("Ils se sont vus en 2019, puis le 12 avril.", "2021-04-12"),
        ("Ils se sont vus le 12 avril à 18h30.", "2021-04-12"),
        ("Ils se sont vus en mars 2020.", "2020-03"),
        ("Ils partent d'ici le 1er mai.", "../2021-05-01"),
        ("Ils sont là depuis 2014.", "2014/.."),
        ("Ils se sont vus pendant trois jours.", None),
        ("Ils sont là depuis deux ans.", None),
        ("Ils se voient chaque année.", None),
        ("Ils se sont vus.", None),
    ],
)
def test_the_date_of_a_clause(text: str, date: str | None) -> None:
    found = date_of(Span(0, len(text)), analysis(text))
    assert (found and found.value) == date


def test_of_two_days_the_one_near_the_verb() -> None:
    text = "Le 12 avril a échoué ce qui fut promis le 3 mars."
    read = analysis(text)
    assert date_of(Span(0, len(text)), read) == Edtf("2021-04-12")
    assert date_of(Span(0, len(text)), read, near=text.index("promis")) == Edtf("2021-03-03")


def test_only_what_lies_inside_counts() -> None:
    text = "Ils se sont vus le 12 avril, dit-on."
    read = analysis(text)
    assert date_of(Span(0, 15), read) is None
    assert date_of(Span(0, 22), read) is None
    assert [time.value for time in within(Span(0, 27), read)] == ["2021-04-12"]
