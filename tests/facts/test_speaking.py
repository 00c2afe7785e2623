"""Whoever has a seat in a chamber belongs to a state, and does not speak for it."""

import pytest

from chancery.analysis import analyse
from chancery.capture import Source
from chancery.clean import Block, Document
from chancery.facts import Position, Statement, state
from chancery.span import Span

CASES = [
    ("La ministre norvégienne de la Défense, Aline Corail, a condamné lundi la Russie.", "NOR"),
    ("La députée norvégienne Aline Corail a condamné lundi la Russie.", None),
    ("Un sénateur norvégien a condamné lundi la Russie.", None),
    ("Le chef de la diplomatie norvégienne a condamné lundi la Russie.", "NOR"),
    ("« Nous irons à Bergen », a dit mardi la ministre norvégienne Aline Corail.", "NOR"),
    ("« Nous irons à Bergen », a dit mardi la députée norvégienne Aline Corail.", None),
    ("« Nous irons à Bergen », a dit mardi le sénateur norvégien Paul Corail, ministre des Affaires étrangères.", "NOR"),
]


@pytest.mark.parametrize(("text", "side"), CASES, ids=[text for text, _ in CASES])
def test_a_seat_speaks_for_no_state(text: str, side: str | None) -> None:
    analysis = analyse(Document(Source("a", "a", text), (Block(Span(0, len(text)), "body"),), "fr"))
    told = {actor for fact in state(analysis) if isinstance(fact, Statement | Position) for actor in _holders(fact)}
    assert ("NOR" in told) == (side == "NOR")


def test_a_seat_is_told_of_all_the_same() -> None:
    text = CASES[1][0]
    analysis = analyse(Document(Source("a", "a", text), (Block(Span(0, len(text)), "body"),), "fr"))
    person = next(mention for mention in analysis.mentions if mention.type == "PER")
    assert person.sides == ("NOR",)
    assert person.sits
    assert person.speaking().sides == ()


@pytest.mark.parametrize(
    "seat", ["La députée LR Virginie Dubas", "La députée Les Républicains (LR), Virginie Dubas,", "Virginie Dubas, sénatrice française LR,"]
)
def test_a_seat_beside_a_party_is_a_seat(seat: str) -> None:
    text = f"{seat} a déposé plainte."
    analysis = analyse(Document(Source("a", "a", text), (Block(Span(0, len(text)), "body"),), "fr"))
    person = next(mention for mention in analysis.mentions if mention.type == "PER")
    assert (person.sides, person.sits) == (("FRA",), True)


@pytest.mark.parametrize(("people", "told"), [("Français", False), ("Norvégiens", True)])
def test_the_press_s_own_people_is_not_its_state(people: str, told: bool) -> None:
    text = f"Les {people} ont condamné lundi la Russie."
    analysis = analyse(Document(Source("a", "a", text), (Block(Span(0, len(text)), "body"),), "fr"))
    assert any(reference.actor for reference in analysis.references)
    assert any(isinstance(fact, Position) and fact.holders for fact in state(analysis)) == told


def _holders(fact: Statement | Position) -> tuple[str, ...]:
    return fact.speaker_actors if isinstance(fact, Statement) else fact.holders
