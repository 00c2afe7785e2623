"""Events: what sentences tell, by type, status, parties and day; the cases are data."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.analysis.analysis import Reference
from chancery.facts.events import events
from chancery.facts.fact import Event
from chancery.facts.triggers import triggers
from chancery.languages import pack_for
from chancery.span import Span
from facts.marked import read

CASES = Path(__file__).parents[1] / "cases/fr/events.toml"
LINES = [(group["about"], text, expected) for group in tomllib.loads(CASES.read_text("utf-8"))["case"] for text, expected in group["cases"]]


def told(event: Event) -> list[object]:
    return [event.type, event.status, list(event.agents), list(event.targets), str(event.time or "")]


@pytest.mark.parametrize("index", range(len(LINES)), ids=[text[:60] for _, text, _ in LINES])
def test_case(index: int) -> None:
    about, text, expected = LINES[index]
    analysis, said = read(text)
    assert [told(event) for event in events(analysis, said)] == expected, about


@pytest.mark.parametrize(
    ("text", "taken_for", "agents"),
    [
        ("La junte exige le départ des troupes [danoises](DNK).", "La junte", []),
        ("La junte exige le départ des troupes [danoises](DNK) et [suédoises](SWE).", "La junte", []),
        ("La junte exige la libération des soldats [danois](DNK).", "La junte", [["DNK"]]),
        ("Le gouvernement [danois](DNK) exige le départ des troupes [danoises](DNK).", "Le gouvernement", [["DNK"]]),
    ],
)
def test_whoever_wants_forces_away_is_not_taken_for_their_state(text: str, taken_for: str, agents: list[list[str]]) -> None:
    analysis, said = read(text)
    start = analysis.text.index(taken_for)
    guess = Reference(Span(start, start + len(taken_for)), "DNK")
    found = events(replace(analysis, references=(guess,)), said)
    assert [list(event.agents) for event in found] == agents


def test_types_are_those_of_plover() -> None:
    known = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
    known |= {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
    cues = [cue for several in triggers(pack_for("fr")).cues.values() for cue in several]
    assert {cue.type for cue in cues} <= known
    future = pack_for("fr").words("events")["future"]
    assert set(future) | set(future.values()) <= known


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from([text for _, text, _ in LINES] + ["", "…", "« »", "Ah ?", "2021"]), max_size=4))
def test_evidence_lies_in_the_text_and_nothing_depends_on_the_run(lines: list[str]) -> None:
    analysis, said = read(*lines)
    once, again = events(analysis, said), events(analysis, said)
    assert once == again
    assert all(event.evidence.of(analysis.text).strip() for event in once)


@pytest.mark.parametrize(
    ("before", "text", "day"),
    [
        ("", "[Oslo](NOR) a condamné les essais de [Pyongyang](PRK).", "2021-04-14"),
        ("La mer est calme et le port dort. " * 30, "[Oslo](NOR) a condamné les essais de [Pyongyang](PRK).", ""),
        ("La mer est calme et le port dort. " * 30, "[Oslo](NOR) condamne les essais de [Pyongyang](PRK).", "2021-04-14"),
        ("La mer est calme et le port dort. " * 30, "{Mardi}(2021-04-13), [Oslo](NOR) a condamné les essais de [Pyongyang](PRK).", "2021-04-13"),
        ("La mer était calme {mardi}(2021-04-13). " + "Le port dort. " * 60, "[Oslo](NOR) a condamné les essais de [Pyongyang](PRK).", "2021-04-13"),
    ],
)
def test_what_was_done_late_in_a_text_that_names_no_day_has_none(before: str, text: str, day: str) -> None:
    analysis, said = read(before + text)
    assert [str(event.time or "") for event in events(analysis, said)] == [day]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("La [Norvège](NOR) a livré dix chars au [Pérou](PER).", None),
        ("La [Norvège](NOR) a livré dix chars au [Pérou](PER) en [Bolivie](BOL).", "Bolivie"),
    ],
)
def test_whom_help_goes_to_is_not_where_it_is_given(text: str, place: str | None) -> None:
    analysis, said = read(text)
    assert [(event.targets, event.place) for event in events(analysis, said)] == [(("PER",), place)]
