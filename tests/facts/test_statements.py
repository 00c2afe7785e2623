"""Statements: a table of cases, and what holds for any text."""

import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chancery.analysis import analyse
from chancery.analysis.quotations import quotations
from chancery.capture import Source
from chancery.clean import Block, Document
from chancery.facts import Statement
from chancery.facts.statements import statements
from chancery.span import Span
from growth import grows_linearly
from repeated import repeated

FOLDER = Path(__file__).parents[1] / "cases/fr"
TABLE, SPEAKERS = (tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")) for name in ("statements", "speakers"))
WRONG = pytest.mark.xfail(strict=True, reason="still read wrongly")
CASES = [pytest.param(case, id=case["about"], marks=marks) for kind, marks in (("case", ()), ("known", WRONG)) for case in TABLE[kind]]
CASES += [pytest.param(case, id=f"speaker: {case['about']}") for case in SPEAKERS["case"]]
FIELDS: dict[str, Callable[[Statement], str | None]] = {
    "speaker": lambda said: said.speaker,
    "via": lambda said: said.via,
    "addressee": lambda said: said.addressee,
    "occasion": lambda said: said.occasion,
    "place": lambda said: said.place,
    "day": lambda said: said.time.value if said.time else None,
    "voice": lambda said: said.voice.speaker,
    "cue": lambda said: said.cue,
    "cue_class": lambda said: said.cue_class,
}
"""What a case may tell of a statement; an empty string where the text does not say."""
PIECES = [
    "« ",
    " »",
    '"',
    "“",
    "”",
    "Jan Kowal",
    " a déclaré que ",
    "la paix",
    " tiendra",
    ", a-t-il dit",
    ". ",
    " : ",
    "\n\n",
    ", selon la police",
    " l'",
    "—",
]


def read(text: str, kind: Any = "body", head: int = 0) -> tuple[Statement, ...]:
    """The statements of a text of one kind, behind a headline of so many code points."""
    blocks = (Block(Span(0, head), "headline"), Block(Span(head + 2, len(text)), kind)) if head else (Block(Span(0, len(text)), kind),)
    return statements(analyse(Document(Source("case", "case", text), blocks, "fr")))


def test_what_a_post_quotes_is_not_said_by_whoever_spoke_before_it() -> None:
    body, post = "La trêve tient, a écrit sur Twitter Karl Blum.", '"Une seule voix pour le port"\n— Port de Mer (@port)'
    text = f"{body}\n\n{post}"
    blocks = (Block(Span(0, len(body)), "body"), Block(Span(len(body) + 2, len(text)), "post"))
    found = statements(analyse(Document(Source("case", "case", text), blocks, "fr")))
    assert [(statement.type, statement.speaker) for statement in found] == [("indirect", "Karl Blum"), ("post", "Port de Mer")]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    headline = case.get("headline", "")
    text = (f"{headline}\n\n" if headline else "") + case.get("context", "") + case["text"]
    found = read(text, case.get("block", "body"), len(headline))
    assert [statement.evidence.of(text) for statement in found] == [expected["words"] for expected in case["says"]]
    for statement, expected in zip(found, case["says"], strict=True):
        assert statement.type == expected["type"]
        assert statement.anonymous == expected.get("anonymous", False)
        assert {field: FIELDS[field](statement) or "" for field in FIELDS if field in expected} == {
            field: told for field, told in expected.items() if field in FIELDS
        }
        assert "actors" not in expected or list(statement.speaker_actors) == expected["actors"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example(" l'—, selon la police")
def test_any_text_is_read_without_overlap(text: str) -> None:
    found = read(text)
    assert all(0 <= statement.evidence.start < statement.evidence.end <= len(text) for statement in found)
    outer = [statement for statement in found if statement.voice.speaker is None]
    assert all(one.evidence.end <= other.evidence.start for one, other in pairwise(outer))
    inner = [statement for statement in found if statement.voice.speaker is not None]
    assert all(sum(around.evidence.contains(statement.evidence) for around in outer) == 1 for statement in inner)
    assert found == read(text)


@given(st.text(alphabet="ab «»“”\"'\n.", max_size=60))
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    document = Document(Source("case", "case", text), (Block(Span(0, len(text)), "body"),), "fr")
    found = quotations(document)
    assert all(quote.outer.contains(quote.inner) for quote in found)
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))


HOSTILE = {
    "quotations with their cue": "« Nous partons », a dit Jan Kowal. ",
    "quotations without a cue": "« Nous partons tous demain matin. » ",
    "marks that never close": "Anna Lund a dit : « Nous partons. ",
    "straight marks that never pair": 'Anna Lund a dit "nous partons et "nous restons. ',
    "marks alone": '« " “ ',
    "cues within cues": "Anna Lund a dit que Jan Kowal a dit que la mer était libre, a dit la police. ",
    "roles that speak": "« Nous partons », a dit le ministre. « Nous restons », a répondu l'élue. ",
    "sources": "Selon Anna Lund, la mer est libre, selon la police. ",
    "sentences without a space": "Anna Lund a dit que la mer était libre.- Au port -La paix tient, a dit Jan Kowal.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_and_no_faster(text: str) -> None:
    def work(times: int) -> Callable[[], object]:
        analysis = repeated(text, times)
        return lambda: statements(analysis)

    assert grows_linearly(work, 20)


def test_five_thousand_quotations_are_all_read() -> None:
    found = statements(repeated("« Nous partons demain », a dit Jan Kowal. ", 5000))
    assert len(found) == 5000
    assert {statement.speaker for statement in found} == {"Jan Kowal"}


def test_a_text_that_is_one_long_quotation_has_no_invented_speaker() -> None:
    text = "« " + "Nous avons attendu longtemps, et la mer était froide. " * 60 + "»"
    assert read(text) == ()
    told = read(text[:-1] + "», a raconté Anna Lund.")
    assert [(statement.type, statement.speaker) for statement in told] == [("direct", "Anna Lund")]


@pytest.mark.parametrize(
    "text",
    [
        "« " * 40 + "Anna Lund",
        "» « » « » a dit",
        '"""""""" a-t-il dit """""',
        ", a dit , selon , d'après",
        "« Nous partons », a dit.",
        "« Nous partons », a-t-il dit.",
        "Selon, pour, d'après : « Nous partons tous demain matin. »",
        "a dit que que que",
        "— — — a-t-elle dit —",
    ],
)
def test_fragments_name_nobody(text: str) -> None:
    assert [statement.speaker for statement in read(text)] == []


@pytest.mark.parametrize("name", ["Александр Иванов", "محمد الأمين", "王小明", "Δημήτρης Παππάς"])
def test_a_speaker_in_another_script_is_nobody_else(name: str) -> None:
    found = read(f"Anna Lund est partie lundi. « Le port est sûr », a affirmé {name}.")
    assert {statement.speaker for statement in found} <= {name}


@pytest.mark.parametrize("name", ["Marine Le Roy", "Pierre Leblanc", "Rose Marchand", "Aimé Petit", "Claire Fontaine"])
def test_a_name_of_common_words_is_a_name(name: str) -> None:
    assert [statement.speaker for statement in read(f"« Le port est sûr », a affirmé {name} à la presse.")] == [name]
