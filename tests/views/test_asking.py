"""What a record answers: as of a day, for an actor, between two days, by words; and a fact opened."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import chancery
from chancery import pipeline
from chancery.analysis import Mention
from chancery.capture import Source
from chancery.errors import UsageError
from chancery.exports import export
from chancery.facts import Commitment
from chancery.record import Reading, open_store
from chancery.settings import Settings
from chancery.span import Span
from chancery.views import VIEWS, Record, Row, SourceRow, in_words
from made import PRESS, source, told

TEXTS = {each.id: each.text for each in PRESS}


def built(path: Path, press: tuple[object, ...] = PRESS) -> Record:
    store = open_store(path, writable=True)
    pipeline.build(press, store)  # type: ignore[arg-type]
    store.close()
    return chancery.open(path)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline, "read", told)
        with built(tmp_path_factory.mktemp("record") / "r.sqlite") as opened:
            yield opened


def documents(rows: list[Row]) -> list[str]:
    return [row.document for row in rows]


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_published_later_is_not_known(record: Record, view: str) -> None:
    known = {"avril"}
    assert {row.document for row in getattr(record, view)(as_of="2021-04-14")} <= known
    assert getattr(record, view)(as_of="2021-04-13") == []
    everything = {row.document for row in getattr(record, view)()}
    assert {row.document for row in getattr(record, view)(as_of="2030")} == everything - {"sans-date"}


def test_a_fact_of_a_later_document_is_absent_and_comes(record: Record) -> None:
    assert [row.speaker for row in record.voices(as_of="2021-05-01")] == ["Anna Roy"]
    assert [row.speaker for row in record.voices(as_of="2021-05-02")] == ["Anna Roy", "Igor Brun"]
    assert [row.speaker for row in record.voices(as_of=date(2021, 5, 2))] == ["Anna Roy", "Igor Brun"]
    assert len(record.voices()) == 3


def test_how_much_was_known(record: Record) -> None:
    known = record.known("2021-05")
    assert (known.documents, known.total, known.undated) == (2, 5, 1)
    assert record.known().documents == 5


def test_a_month_is_known_at_its_end(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    with built(tmp_path / "r.sqlite", (source("a", "Anna Roy dit : oui\n", "2021-04"),)) as vague:
        assert vague.voices(as_of="2021-04-29") == []
        assert vague.sources(as_of="2021-04-29") == []
        assert len(vague.sources(as_of="2021-04-30")) == 1
        assert len(vague.voices(as_of="2021-04-30")) == 1


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "sources"])
def test_every_row_can_be_opened_and_cited(record: Record, view: str) -> None:
    rows = getattr(record, view)()
    assert rows
    for row in rows:
        assert TEXTS[row.document][row.start : row.end] == row.words
        card = record.fact(row.fact)
        assert (card.words, card.document, card.voice) == (row.words, row.document, row.voice)
        assert row.voice


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, ["avril", "mai", "sans-date"]),
        ({"actor": "person:Anna Roy"}, ["avril", "sans-date"]),
        ({"actor": "anna roy"}, ["avril", "sans-date"]),
        ({"actor": "Roy"}, ["avril", "sans-date"]),
        ({"actor": "usa"}, ["avril", "mai", "sans-date"]),
        ({"since": "2021-05"}, ["mai"]),
        ({"until": "2021-04"}, ["avril"]),
        ({"since": "2021-04-15", "until": "2021-05-01"}, []),
        ({"actor": "Roy", "until": date(2021, 12, 31)}, ["avril"]),
        ({"by": "Roy"}, ["avril", "sans-date"]),
        ({"by": "Russie"}, []),
        ({"source": "pli"}, ["avril"]),
        ({"source": "Sans-Date"}, ["sans-date"]),
        ({"limit": 2}, ["avril", "mai"]),
        ({"limit": None, "source": None}, ["avril", "mai", "sans-date"]),
    ],
)
def test_limits(record: Record, limits: dict[str, str], expected: list[str]) -> None:
    assert documents(list(record.voices(**limits))) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"as_of": "hier"}, "as_of needs a date, not 'hier'"),
        ({"since": "2021-13"}, "since needs a date"),
        ({"until": "2021-02-30"}, "until needs a date"),
        ({"until": "../2021"}, "until needs a date"),
        ({"as_of": "XXXX-04-14"}, "as_of needs a date"),
        ({"since": ""}, "since needs a date"),
        ({"since": "2021-05", "until": "2021-04"}, "no day is from"),
        ({"actor": "Personne"}, "nobody in this record"),
        ({"actor": "Ana Roy"}, "perhaps: Anna Roy"),
        ({"by": "Brum"}, "perhaps: Igor Brun"),
        ({"actor": "Natho"}, "perhaps: NATO"),
        ({"actor": "Quelconque"}, "give an id"),
        ({"actor": ""}, "nobody in this record"),
    ],
)
def test_limits_that_make_no_sense(record: Record, limits: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        record.voices(**limits)  # type: ignore[arg-type]


def test_a_limit_that_there_is_not(record: Record) -> None:
    with pytest.raises(TypeError, match="no limit called 'form'"):
        record.voices(form="2021")  # type: ignore[call-arg]
    with pytest.raises(UsageError, match="limit needs a number"):
        record.voices(limit=0)


def test_who_holds_what_towards_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    text = "FRA refuse : la base de RUS\nRUS refuse : le traité de FRA\nRUS refuse : la base\n"
    with built(tmp_path / "r.sqlite", (source("a", text, "2021-04-14"),)) as asked:
        assert [row.issue for row in asked.positions(by="FRA")] == ["la base"]
        assert [row.issue for row in asked.positions(by="RUS", towards="FRA")] == ["le traité"]
        assert [row.issue for row in asked.positions(actor="FRA")] == ["la base", "le traité"]
        assert len(asked.positions(stance="refuse", limit=2)) == 2
        assert asked.positions(stance="demand") == []
        with pytest.raises(UsageError, match="no stance is called 'want'"):
            asked.positions(stance="want")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Volodymyr Zelinsky", "person:Volodymyr Zelensky"),  # as a text may spell it that is read as him
        ("Jens Stoltengerg", "person:Jens Stoltenberg"),
        ("Anna Roy", "person:Anna Roy"),
    ],
)
def test_a_person_is_found_by_a_full_name_that_is_misspelt(record: Record, name: str, meant: str) -> None:
    assert record.actors(name) == (meant,)


def test_a_person_is_found_by_a_spelling_that_only_a_text_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(given: Source, settings: Settings) -> Reading:
        reading = told(given)
        assert isinstance(reading, Reading)
        (made,) = reading.facts
        assert isinstance(made, Commitment)
        meant = "person:Élie Vernain"
        return replace(reading, mentions=(Mention(Span(5, 11), "PER", meant),), facts=(replace(made, who=(meant,)),))

    monkeypatch.setattr(pipeline, "read", read)
    with built(tmp_path / "r.sqlite", (source("a", "Élie Vernin promet : la paix\n", "2021-04-14"),)) as asked:
        assert asked.actors("vernin") == asked.actors("VERNIN") == ("person:Élie Vernain",)
        assert [row.what for row in asked.commitments(by="Vernin")] == ["la paix"]
        for other in ("Vernon", "lie Vern"):
            with pytest.raises(UsageError, match="nobody in this record"):
                asked.actors(other)


def test_who_undertakes_and_what_is_counted(record: Record) -> None:
    assert len(record.commitments(by="États-Unis")) == 1
    assert record.commitments(by="FRA") == []
    assert len(record.forces(what="SOLDATS")) == len(record.forces(what="soldat")) == 2
    assert record.forces(what="chars") == record.forces(what="soldats chars") == []


def test_what_begins_on_a_day_has_no_deadline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    press = (source("a", "USA promet : partir dès 2021-05-01\nUSA promet : finir avant 2021-09-11\n", "2021-04-14"),)
    with built(tmp_path / "r.sqlite", press) as asked:
        rows = {row.what: row for row in asked.commitments()}
        assert (rows["partir"].starts, rows["partir"].deadline, rows["partir"].cells()["Deadline"]) == ("2021-05-01", None, "")
        assert (rows["finir"].starts, rows["finir"].deadline, rows["finir"].cells()["Start"]) == (None, "2021-09-11", "")


def test_a_day_of_no_known_year_is_between_no_two_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    with built(tmp_path / "r.sqlite", (source("a", "USA rencontre : RUS le XXXX-06-16\n", "2021-04-14"),)) as asked:
        assert [row.day for row in asked.chronology()] == ["XXXX-06-16"]
        assert asked.chronology(since="2000") == asked.chronology(until="2030") == []


def test_one_happening_told_twice(record: Record) -> None:
    (talks,) = [row for row in record.chronology() if row.type == "CONSULT"]
    assert (talks.day, talks.document, talks.sources, talks.documents, len(talks.facts)) == ("2021-06-16", "juin", 2, 2, 2)
    (alone,) = [row for row in record.chronology(as_of="2021-06-17") if row.type == "CONSULT"]
    assert (alone.sources, alone.documents) == (1, 1)
    assert [row.kind for row in record.chronology()] == ["meeting", "event"]


def test_figures_that_differ_are_shown_side_by_side(record: Record) -> None:
    rows = record.forces()
    assert [(row.value, row.compared[0].relation, row.compared[0].fact) for row in rows] == [
        (3500, "conflict", rows[1].fact),
        (2500, "conflict", rows[0].fact),
    ]
    assert [row.compared for row in record.forces(as_of="2021-06-01")] == [()]
    assert record.forces(since="2021-05-01", actor="USA") == rows


def test_commitments_stand_as_of_the_day(record: Record) -> None:
    assert [row.status for row in record.commitments(as_of="2021-08")] == ["open"]
    assert [row.status for row in record.commitments(as_of="2021-09-11")] == ["due"]
    assert [(row.status, row.status_basis) for row in record.commitments()] == [("open", "its deadline 2021-09-11 as of 2021-06-18")]


def test_sources(record: Record) -> None:
    rows = record.sources()
    assert [(row.document, row.published, row.voice, row.facts) for row in rows] == [
        ("avril", "2021-04-14", "Le Pli", 2),
        ("mai", "2021-05-02", "La Cote", 2),
        ("juin", "2021-06-17", "juin", 3),
        ("copie", "2021-06-18", "Le Pli", 2),
        ("sans-date", None, "sans-date", 1),
    ]
    assert [row.document for row in record.sources(actor="RUS")] == ["juin", "copie"]
    assert [row.document for row in record.sources(since="2021-06-18")] == ["copie"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quitterons", ["avril"]),
        ("KABOUL ete", ["avril"]),
        ("élysée", ["mai"]),
        ("elysee", ["mai"]),
        ("l'Élysée", ["mai"]),
        ('"Elysee se trompe"', ["mai"]),
        ("« se trompe »", ["mai"]),
        ('"trompe se"', []),
        ("Kaboul soldats", ["copie", "mai"]),
        ("kaboul OR soldats", []),
        ("quitterons NEAR(", []),
        ('"quitterons', ["avril"]),
        ("quitter*", []),
        ("words:kaboul", []),
        ("-quitterons", ["avril"]),
        ("e\u0301lysee", ["mai"]),
        ("Brun", ["mai"]),
        ("soldat", ["copie", "mai"]),
        ("quitteron", ["avril"]),
        ('"soldat"', []),
        ("roys kabouls", ["avril"]),
        ("'; DROP TABLE facts; --", []),
    ],
)
def test_search(record: Record, words: str, expected: list[str]) -> None:
    assert sorted({hit.document for hit in record.search(words).hits}) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(words=st.text(alphabet=st.sampled_from("ab \"'*-+:^(){}«»“”éÉ_\\/;,.%\x00\n0") | st.characters(codec="utf-8"), max_size=20))
def test_no_words_break_a_search(record: Record, words: str) -> None:
    with suppress(UsageError):
        record.search(words)


def test_facets_count_all_hits(record: Record) -> None:
    found = record.search("kaboul", limit=1)
    assert (len(found.hits), found.total) == (1, 3)
    assert [(facet.value, facet.count) for facet in found.sources] == [("Le Pli", 2), ("La Cote", 1)]
    assert [(facet.value, facet.count) for facet in found.kinds] == [("figure", 2), ("statement", 1)]
    assert ("USA", 3) in [(facet.value, facet.count) for facet in found.actors]


def test_words_that_fact_and_document_hold_between_them_come_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    text = "La passerelle est fermée.\nAnna Roy dit : Kaboul attend\n"
    press = (source("a", text), source("b", "Igor Brun dit : la passerelle de Kaboul\n"), source("c", "Igor Brun dit : Kaboul\n"))
    with built(tmp_path / "r.sqlite", press) as asked:
        assert [(hit.document, hit.kind, hit.whole) for hit in asked.search("passerelles kaboul").hits] == [
            ("b", "statement", True),
            ("a", "statement", False),
        ]
        assert (asked.search("passerelle kaboul").total, asked.search("passerelle kaboul").whole) == (2, 1)
        assert [hit.document for hit in asked.search("passerelle kaboul", source="a").hits] == ["a"]


def test_facets_have_names(record: Record) -> None:
    names = {facet.value: facet.name for facet in record.search("kaboul").actors}
    assert (names["USA"], names["person:Anna Roy"]) == ("États-Unis", "Anna Roy")


def test_search_within(record: Record) -> None:
    assert {hit.kind for hit in record.search("kaboul", kind="figure").hits} == {"figure"}
    assert {hit.document for hit in record.search("kaboul", source="pli").hits} == {"avril", "copie"}
    assert {hit.document for hit in record.search("kaboul", actor="Roy").hits} == {"avril"}
    assert {hit.document for hit in record.search("kaboul", since="2021-05").hits} == {"mai", "copie"}
    assert {hit.document for hit in record.search("kaboul", until="2021-04").hits} == {"avril"}
    assert {hit.document for hit in record.search("kaboul", as_of="2021-05-02").hits} == {"avril", "mai"}
    with pytest.raises(UsageError, match="no kind of fact is called 'rumour'"):
        record.search("kaboul", kind="rumour")


def test_a_document_is_found_by_words_outside_its_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    text = "Le préfet attend. " * 20 + "La passerelle est fermée.\nAnna Roy dit : rien\n"
    with built(tmp_path / "r.sqlite", (source("a", text, "2021-04-14"),)) as asked:
        (hit,) = asked.search("PASSERELLE fermee").hits
        assert (hit.kind, hit.fact) == ("document", None)
        assert "La passerelle est fermée." in hit.words
        assert hit.words == text[hit.start : hit.end]
        assert asked.search("passerelle", kind="statement").hits == ()
        assert [hit.kind for hit in asked.search("Anna").hits] == ["statement"]


def test_a_card(record: Record) -> None:
    row = record.voices(actor="Brun")[0] if record.actors("Brun") else None
    assert row
    card = record.fact(row.fact[:8])
    assert card.before + card.words + card.after == "Igor Brun dit : l'Élysée se trompe"
    assert (card.kind, card.published_basis, card.superseded, card.readings) == ("statement", "given", False, 1)
    assert card.fields["speaker"] == "Igor Brun"


@pytest.mark.parametrize("prefix", ["", "zzzz", "%", "_"])
def test_no_such_fact(record: Record, prefix: str) -> None:
    with pytest.raises(UsageError, match="no fact has an id"):
        record.fact(prefix)


def test_an_ambiguous_fact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    many = tuple(source(f"n{at}", "Anna Roy dit : oui\n", "2021-04-14") for at in range(40))
    with built(tmp_path / "r.sqlite", many) as asked:
        first = [row.fact[0] for row in asked.voices()]
        twice = next(letter for letter in first if first.count(letter) > 1)
        with pytest.raises(UsageError, match="facts have ids that begin with"):
            asked.fact(twice)


def test_a_superseded_fact_is_still_found_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    with built(tmp_path / "r.sqlite") as asked:
        former = asked.voices(actor="Brun")[0].fact
    with built(tmp_path / "r.sqlite", (replace(PRESS[1], text="Rien.\n"),)) as asked:
        assert asked.voices(as_of="2021-05-02") == asked.voices(until="2021-05-02")
        assert "mai" not in documents(list(asked.voices()))
        assert "trompe" not in str(asked.search("Kaboul").hits)
        assert asked.search("trompe").hits == ()
        assert asked.fact(former).superseded


def test_who_vouches_for_a_document_without_outlet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    page = source("a", "Anna Roy dit : oui\n")
    page = replace(page, metadata=replace(page.metadata, url="https://pli.example/a"))
    with built(tmp_path / "r.sqlite", (page, source("b", "(AFP)\nAnna Roy dit : oui\n"))) as asked:
        assert [row.voice for row in asked.voices()] == ["pli.example", "AFP"]


@pytest.mark.parametrize("view", VIEWS)
def test_exports_hold_every_row(record: Record, view: str) -> None:
    rows = getattr(record, view)()
    written = {}
    for form in ("json", "csv", "table"):
        out = io.StringIO()
        export(rows, form, out)
        written[form] = out.getvalue()
    as_json = json.loads(written["json"])
    as_csv = list(csv.DictReader(io.StringIO(written["csv"])))
    assert [row["document"] for row in as_json] == [row["document"] for row in as_csv] == [row.document for row in rows]
    if view != "sources":
        assert [row["words"] for row in as_csv] == [row.words for row in rows]
    assert len(written["table"].splitlines()) == len(rows) + 1
    assert all((row.document if isinstance(row, SourceRow) else row.fact[:8]) in written["table"] for row in rows)


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_exports_of_nothing(form: str) -> None:
    out = io.StringIO()
    export([], form, out)
    assert out.getvalue() in ("", "[]\n")


def test_days_in_words() -> None:
    assert in_words(date(2021, 4, 1)) == "1 April 2021"


def test_the_package_offers_what_it_says() -> None:
    assert chancery.Record is Record
    assert all(hasattr(chancery, name) for name in chancery.__all__)
    with pytest.raises(AttributeError):
        chancery.nothing  # noqa: B018


LONG = "Le pont frontalier rouvre au printemps, disent les deux délégations après trois tours de pourparlers dans la grande salle du palais.\n"
REST = "La commission mixte vérifiera les piles chaque mois, et les maires riverains demandent une compensation pour leurs commerces fermés.\n"


def test_what_copies_repeat_stands_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    text = LONG + REST + "Anna Roy dit : le pont rouvre à l'été\nUSA compte : 40 soldats à Kaboul le 2021-04-13\n"
    press = (
        source("b-copie", text.replace("pont rouvre à l'été", "« pont » rouvre à l’Ete") + "Igor Brun dit : non\n", "2021-04-15"),
        source("z-racine", text, "2021-04-14"),
        source("autre", "Anna Roy dit : le pont rouvre\n", "2021-04-16"),
    )
    with built(tmp_path / "r.sqlite", press) as asked:
        assert [(row.document, len(row.copies)) for row in asked.voices()] == [("z-racine", 1), ("b-copie", 0), ("autre", 0)]
        assert [asked.fact(copy).document for copy in asked.voices()[0].copies] == ["b-copie"]
        assert [(row.document, row.compared) for row in asked.forces()] == [("z-racine", ())]
        assert asked.voices(as_of="2021-04-14")[0].copies == ()
        assert {row.document: (row.root, row.family) for row in asked.sources()} == {
            "z-racine": ("z-racine", 2),
            "b-copie": ("z-racine", 2),
            "autre": ("autre", 1),
        }


def test_an_actor_is_found_under_other_spellings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    names = ("Anna Rosenthal", "Anna Rosental", "Jonas Rosenthal")
    with built(tmp_path / "r.sqlite", tuple(source(f"n{at}", f"{name} dit : oui\n", "2021-04-14") for at, name in enumerate(names))) as asked:
        assert [row.speaker for row in asked.voices(actor="person:Anna Rosental")] == ["Anna Rosenthal", "Anna Rosental"]
        assert [row.speaker for row in asked.voices(actor="rosenthal")] == list(names)
