"""What only several documents can tell: copies, happenings, figures that agree or do not, deadlines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chancery.edtf import Edtf
from chancery.facts import Commitment, Event, Fact, Figure, Meeting, Voice
from chancery.record import KeptDocument, KeptFact, Pair, Reading, Store, lineage, open_store, settle
from chancery.record.agreement import agreements
from chancery.record.episodes import episodes
from chancery.record.fulfilment import fulfilment
from chancery.record.lineage import families
from chancery.span import Span
from made import PRESS, source, told

BEFORE, AFTER = "2021-04-14", "2021-04-20"


def document(name: str, published: str | None = "2021-04-14", agency: str | None = None) -> KeptDocument:
    day = Edtf(published) if published else None
    return KeptDocument(name, f"r-{name}", "1", f"{name}.txt", None, None, agency, None, None, day, "given" if day else None, "fr", None, None, None)


def kept(fact: Fact, published: str = "2021-04-14") -> KeptFact:
    return KeptFact(0, fact.id, fact, "mots", document(fact.document, published))


def event(name: str, agents: tuple[str, ...], day: str | None = "2021-04-14", **more: object) -> KeptFact:
    fact = Event(document=name, evidence=Span(0, 4), type="CONSULT", agents=agents, time=Edtf(day) if day else None, **more)  # type: ignore[arg-type]
    return kept(fact)


def meeting(name: str, body: str | None, participants: tuple[str, ...]) -> KeptFact:
    return kept(Meeting(document=name, evidence=Span(0, 4), body=body, participants=participants, time=Edtf("2021-04-14")))


SAME = [
    ("one state on both sides", event("a", ("USA",)), event("b", ("USA", "person:Anna Roy")), 1),
    ("the same person for the same state", event("a", ("person:Anna Roy", "USA")), event("b", ("person:Anna Roy", "USA")), 1),
    ("two people of one state", event("a", ("person:Anna Roy", "USA")), event("b", ("person:Jo Wu", "USA")), 2),
    ("another day", event("a", ("USA",)), event("b", ("USA",), day="2021-04-15"), 2),
    ("a month is no day", event("a", ("USA",), day="2021-04"), event("b", ("USA",), day="2021-04"), 2),
    ("no day", event("a", ("USA",), day=None), event("b", ("USA",), day=None), 2),
    ("other targets", event("a", ("USA",), targets=("RUS",)), event("b", ("USA",), targets=("CHN",)), 2),
    ("one target left out", event("a", ("USA",), targets=("RUS",)), event("b", ("USA",)), 1),
    ("announced is not done", event("a", ("USA",), status="announced"), event("b", ("USA",)), 2),
    ("past is done", event("a", ("USA",), status="past"), event("b", ("USA",)), 1),
    ("denied is not done", event("a", ("USA",), status="denied"), event("b", ("USA",)), 2),
    ("nobody named", event("a", ()), event("b", ()), 2),
    ("one body's meeting", meeting("a", "NATO", ("FRA",)), meeting("b", "NATO", ("DEU",)), 1),
    ("another body", meeting("a", "NATO", ("FRA", "DEU")), meeting("b", "EU", ("FRA", "DEU")), 2),
    ("two in common", meeting("a", None, ("FRA", "DEU")), meeting("b", "G7", ("DEU", "FRA")), 1),
    ("one in common", meeting("a", None, ("FRA", "ITA")), meeting("b", None, ("DEU", "FRA")), 2),
    ("an event is no meeting", event("a", ("NATO",)), meeting("b", "NATO", ("FRA",)), 2),
]


@pytest.mark.parametrize(("one", "other", "count"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_tellings_of_one_happening(one: KeptFact, other: KeptFact, count: int) -> None:
    assert len(episodes([one, other], {})) == count
    assert episodes([one, other], {}) == episodes([other, one], {})


def test_copies_are_one_source() -> None:
    told_by = [event(name, ("USA",)) for name in "abc"]
    found = episodes(told_by, {"a": "a", "b": "a", "c": "c"})
    assert [(episode.sources, episode.documents) for episode in found] == [(2, ("a", "b", "c"))]


def test_the_outlets_own_telling_leads() -> None:
    claim = event("a", ("USA",), voice=Voice("Igor Brun"))
    assert episodes([claim, event("b", ("USA",))], {})[0].lead.document.id == "b"


def figure(name: str, value: float, **more: object) -> KeptFact:
    given = {"what": "soldats", "unit": "personnes", "who": ("USA",), "where": "Kaboul", **more}
    return kept(Figure(document=name, evidence=Span(0, 4), value=value, **given))  # type: ignore[arg-type]


FIGURES = [
    ("the same", figure("a", 2500), figure("b", 2500), "agree"),
    ("case and accents aside", figure("a", 2500, what="Blessés"), figure("b", 2500, what="blesses"), "agree"),
    ("rounded in print", figure("a", 13000), figure("b", 12967), "agree"),
    ("about", figure("a", 2500, approximate=True), figure("b", 2650), "agree"),
    ("within a range", figure("a", 2500, value_max=3500), figure("b", 3000), "agree"),
    ("two numbers for one day", figure("a", 2500), figure("b", 3500), "conflict"),
    ("each of its day", figure("a", 2500, time=Edtf(AFTER)), figure("b", 3500, time=Edtf(BEFORE)), "changed since"),
    ("of a month", figure("a", 2500, time=Edtf("2021-04")), figure("b", 3500, time=Edtf("2021-04")), None),
    ("of others", figure("a", 2500), figure("b", 2500, who=("DEU",)), None),
    ("elsewhere", figure("a", 2500), figure("b", 2500, where="Herat"), None),
    ("of something else", figure("a", 2500), figure("b", 2500, what="blindés"), None),
    ("of nobody knows what", figure("a", 2500, what=None), figure("b", 2500, what=None), None),
    ("nobody's and nowhere", figure("a", 2500, who=(), where=None), figure("b", 2500, who=(), where=None), None),
    ("other words for troops", figure("a", 2500, what="soldats"), figure("b", 2500, what="militaires américains"), "agree"),
    ("a clause that says more of them", figure("a", 2500, what="soldats"), figure("b", 2500, what="soldats qui sont partis"), "agree"),
    ("a clause that says who they are", figure("a", 2500, what="personnes"), figure("b", 2500, what="personnes qui sont parties"), None),
    ("men are no troops where nobody's", figure("a", 2500, who=()), figure("b", 2500, what="hommes", who=()), None),
    ("too long ago to agree", figure("a", 2500, time=Edtf("2021-04")), figure("b", 2500, time=Edtf("2021-12")), None),
    ("of no day that is known", figure("a", 2500), KeptFact(0, "b", figure("b", 2500).fact, "mots", document("b", None)), None),
    ("another incident", figure("a", 2), figure("b", 4), None),
    ("the same incident", figure("a", 4), figure("b", 4), "agree"),
    ("as small, another day", figure("a", 4, time=Edtf("2021-04-01")), figure("b", 4, time=Edtf("2021-04-14")), None),
    ("in one document", figure("a", 2500), figure("a", 3500), None),
]


@pytest.mark.parametrize(("one", "other", "relation"), [case[1:] for case in FIGURES], ids=[case[0] for case in FIGURES])
def test_figures_compared(one: KeptFact, other: KeptFact, relation: str | None) -> None:
    for given in ([one, other], [other, one]):
        assert [found.relation for found in agreements(given, {})] == ([relation] if relation else [])


PRESSED = [
    ("the press corrects itself", 150000, 100000, "2021-04-19", "2021-04-20", "changed since"),
    ("on one day", 150000, 100000, "2021-04-19", "2021-04-19", "conflict"),
    ("much later", 150000, 100000, "2021-04-19", "2021-12-19", None),
    ("of another scale", 150000, 1000, "2021-04-19", "2021-04-20", None),
    ("of incidents", 3, 12, "2021-04-19", "2021-04-20", None),
]


@pytest.mark.parametrize(("first", "second", "before", "after", "relation"), [case[1:] for case in PRESSED], ids=[case[0] for case in PRESSED])
def test_figures_that_do_not_say_of_which_day(first: float, second: float, before: str, after: str, relation: str | None) -> None:
    one = kept(figure("a", first, what="soldats russes", who=("RUS",), where=None).fact, before)
    other = kept(figure("b", second, what="soldats", who=("RUS",), where=None).fact, after)
    for family in ({}, {"a": "a", "b": "a"}):
        found = agreements([other, one], family)
        assert [(each.one, each.relation) for each in found] == ([(one, relation)] if relation else [])


NATO = {"NATO": ("USA", "DEU")}
PARTS = [
    ("a member's of its body's", figure("a", 2500), figure("b", 9600, who=("NATO",)), ["part of"]),
    ("more than the whole", figure("a", 12000), figure("b", 9600, who=("NATO",)), []),
    ("no member", figure("a", 2500, who=("RUS",)), figure("b", 9600, who=("NATO",)), []),
    ("of another day", figure("a", 2500, time=Edtf(BEFORE)), figure("b", 9600, who=("NATO",), time=Edtf(AFTER)), []),
    ("nowhere", figure("a", 2500, where=None), figure("b", 9600, where=None, who=("NATO",)), []),
]


@pytest.mark.parametrize(("one", "other", "relations"), [case[1:] for case in PARTS], ids=[case[0] for case in PARTS])
def test_a_part_of_a_whole(one: KeptFact, other: KeptFact, relations: list[str]) -> None:
    for given in ([one, other], [other, one]):
        found = agreements(given, {}, lambda body: NATO.get(body, ()))
        assert [each.relation for each in found] == relations
        assert all(each.one is one for each in found)


def test_copies_do_not_confirm_each_other() -> None:
    assert agreements([figure("a", 2500), figure("b", 2500)], {"a": "a", "b": "a"}) == []


@pytest.mark.parametrize(
    ("deadline", "day", "state"),
    [
        ("2021-09-11", "2021-09-10", "open"),
        ("2021-09-11", "2021-09-11", "due"),
        ("2021-05-01/2021-09-11", "2021-06-01", "open"),
        ("2021-09", "2021-09-29", "open"),
        ("../2021-09-11", "2022-01-01", "due"),
        ("2021-05-01/..", "2022-01-01", "unknown"),
        (None, "2021-04-14", "unknown"),
    ],
)
def test_commitments_are_open_until_their_deadline(deadline: str | None, day: str, state: str) -> None:
    made = Commitment(document="a", evidence=Span(0, 1), who=("USA",), what="partir", type="pledge", deadline=Edtf(deadline) if deadline else None)
    assert fulfilment(made, date.fromisoformat(day)).state == state
    assert fulfilment(made, None).state == "unknown"


def test_the_root_is_the_earliest_that_is_known() -> None:
    documents = [document("z", "2021-04-14"), document("a", "2021-04-15"), document("b", None), document("c", "2021-04-14", agency="AFP")]
    pairs = [Pair("a", "z", 1.0), Pair("a", "b", 1.0), Pair("c", "z", 0.5)]
    assert [[member.id for member in family.members] for family in families(documents, pairs)] == [["c", "z", "a", "b"]]
    later = families(documents[1:3], pairs)
    assert [family.root.id for family in later] == ["a"]


def test_of_one_day_an_agencys_own_text_is_the_root() -> None:
    outlets = [document("b"), replace(document("a", agency="AFP"), outlet="Le Pli"), document("c", agency="AFP")]
    (family,) = families(outlets, [Pair("a", "b", 1.0), Pair("b", "c", 1.0)])
    assert [member.id for member in family.members] == ["c", "a", "b"]


PARAGRAPH = (
    "Les délégations se sont retrouvées mardi dans la grande salle du palais pour un troisième tour de pourparlers sur le sort du pont frontalier. "
    "Selon le communiqué final, les deux parties conviennent de rouvrir le passage aux piétons dès le printemps, puis aux camions en été. "
    "Une commission mixte vérifiera chaque mois la solidité des piles, que la crue de janvier avait ébranlées. "
)
OTHER = (
    "Au parlement, l'opposition réclame la publication des annexes, que le gouvernement tient pour confidentielles jusqu'à leur ratification. "
    "Le ministre des transports promet de répondre devant la commission compétente avant la fin de la session, sans donner de calendrier. "
    "Les maires riverains demandent pour leur part une compensation pour les commerces fermés depuis trois mois le long du fleuve. "
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "r.sqlite", writable=True)
    yield opened
    opened.close()


def add(store: Store, **texts: str) -> None:
    given = [told(source(name, text, f"2021-04-{14 + at}")) for at, (name, text) in enumerate(texts.items())]
    store.add([reading for reading in given if isinstance(reading, Reading)], [], "1")
    settle(store)


def test_near_copies_are_found_and_others_are_not(store: Store) -> None:
    edited = PARAGRAPH.replace("mardi", "hier").replace("grande salle", "salle d'honneur").upper() + "\nLire aussi nos autres articles."
    add(store, dispatch=PARAGRAPH, edited=edited, same=PARAGRAPH, whole=PARAGRAPH + OTHER, stranger=OTHER[::-1], brief="Rien.")
    assert {(pair.a, pair.b) for pair in store.pairs()} >= {("dispatch", "edited"), ("dispatch", "same"), ("dispatch", "whole")}
    linked = {name for pair in store.pairs() for name in (pair.a, pair.b)}
    assert not linked & {"stranger", "brief"}


def test_a_shared_sentence_makes_no_copy() -> None:
    ours = [f"mot{at}" for at in range(60)]
    texts = {"one": [*ours, *(f"seul{at}" for at in range(100))], "other": [*ours, *(f"autre{at}" for at in range(100))]}
    read = {name: frozenset(" ".join(words[at : at + 5]) for at in range(156)) for name, words in texts.items()}
    same = [lineage.Sketch(document(name), b"\x01" * 512, len(read[name]) + at) for at, name in enumerate(texts)]
    assert lineage.near_copies(same, lambda given: read[given.id]) == []


def test_a_document_more_is_compared_with_all_others(store: Store) -> None:
    add(store, first=PARAGRAPH, second=OTHER)
    assert store.pairs() == []
    assert store.settled()
    add(store, third=PARAGRAPH)
    assert [(pair.a, pair.b, pair.similarity) for pair in store.pairs()] == [("first", "third", 1.0)]


def test_short_texts_are_nobodys_copies(store: Store) -> None:
    store.add([reading for reading in map(told, PRESS) if isinstance(reading, Reading)], [], "1")
    settle(store)
    assert store.pairs() == []


def test_sketches_made_otherwise_are_made_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    add(store, first=PARAGRAPH)
    monkeypatch.setattr(lineage, "SEED", 2)
    add(store, second=OTHER, third=PARAGRAPH)
    assert [(pair.a, pair.b) for pair in store.pairs()] == [("first", "third")]
