"""Annotations against a gold standard, and the floors under them."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from chancery.cli.evaluate import command
from chancery.errors import UsageError
from chancery.evaluation.agreeing import bounds, same_actor, same_actors, same_date, same_deadline, same_figure, same_name, same_speaker, same_value
from chancery.evaluation.annotations import differences, evaluate
from chancery.evaluation.gate import falls, read_floors
from chancery.evaluation.items import Item
from chancery.evaluation.matching import compare, over_longer, over_shorter, trimmed
from chancery.evaluation.rows import headline
from chancery.span import Span

TEXT = "Berlin promet 300 soldats. « Nous partirons », a dit le ministre."
GOLD: dict[str, Any] = {
    "document": "un",
    "published": "2021-04-14",
    "published_basis": "stated",
    "translated": False,
    "blocks": [{"start": 0, "end": len(TEXT), "kind": "body"}],
    "figures": [{"start": 14, "end": 25, "value": 300, "unit": "personnes", "what": "soldats"}],
    "entities": [{"start": 0, "end": 6, "type": "LOC", "id": "DEU"}],
    "statements": [{"start": 29, "end": 43, "type": "direct", "speaker": "le ministre", "speaker_start": 53, "speaker_end": 64}],
    "times": [],
}


def item(start: int, end: int, core: bool = True, **says: Any) -> Item:
    return Item(Span(start, end), says, core=core)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Predictions and gold, the same, with the text beside them."""
    for name, content in (("gold/un.json", json.dumps(GOLD)), ("found/un.json", json.dumps(GOLD)), ("docs/un.txt", TEXT)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path / "found", tmp_path / "gold"


def rewrite(folder: Path, **changes: Any) -> None:
    (folder / "un.json").write_text(json.dumps({**GOLD, **changes}), "utf-8")


def test_gold_against_itself_is_right_everywhere(folders: tuple[Path, Path]) -> None:
    rows = evaluate(*folders).rows
    assert {name: headline(name, row) for name, row in rows.items() if row["gold"]} == {name: 1.0 for name, row in rows.items() if row["gold"]}
    assert rows["figures + value and unit"]["right"] == 1
    assert rows["document, published right"]["right"] == 1


def test_what_is_missed_spurious_and_different_is_counted_and_shown(folders: tuple[Path, Path]) -> None:
    rewrite(
        folders[0], figures=[{"start": 14, "end": 25, "value": 3, "unit": "personnes"}, {"start": 0, "end": 6, "value": 1, "unit": "x"}], entities=[]
    )
    evaluation = evaluate(*folders)
    assert (evaluation.rows["figures"]["right"], evaluation.rows["figures"]["predicted"]) == (1, 2)
    assert evaluation.rows["figures + value and unit"]["right"] == 0
    assert evaluation.rows["entities"]["recall"] == 0
    shown = list(differences(evaluation, "figures"))
    assert shown[0] == "un"
    assert "spurious" in shown[1]
    assert "different" in shown[2]
    assert "missed" in list(differences(evaluation, "entities"))[1]


def test_a_field_that_gold_leaves_out_is_not_judged(folders: tuple[Path, Path]) -> None:
    rewrite(folders[0], meetings=[{"start": 0, "end": 6}])
    assert "meetings" not in evaluate(*folders).rows


def test_what_stands_in_furniture_is_not_judged_for_figures(folders: tuple[Path, Path]) -> None:
    rewrite(folders[1], blocks=[{"start": 0, "end": len(TEXT), "kind": "furniture"}])
    assert evaluate(*folders).rows["figures"]["gold"] == 0
    assert evaluate(*folders).rows["statements"]["gold"] == 1


def test_an_absent_prediction_counts_as_missed(folders: tuple[Path, Path]) -> None:
    (folders[0] / "un.json").unlink()
    evaluation = evaluate(*folders)
    assert evaluation.absent == ("un",)
    assert evaluation.rows["figures"]["recall"] == 0


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"figures": [{"start": 3}]}',
        '{"figures": [{"start": 3, "end": 1}]}',
        '{"times": [{"start": "a", "end": 2}]}',
        '{"times": [4]}',
    ],
)
def test_what_is_not_in_the_format_is_refused_by_name(folders: tuple[Path, Path], content: str) -> None:
    (folders[0] / "un.json").write_text(content)
    with pytest.raises(UsageError, match=r"un\.json"):
        evaluate(*folders)


@pytest.mark.parametrize("missing", ["found", "gold", "docs/un.txt"])
def test_what_is_missing_is_named(folders: tuple[Path, Path], missing: str) -> None:
    path = folders[0].parent / missing
    path.rename(path.with_name("elsewhere"))
    with pytest.raises(UsageError, match=missing.rpartition("/")[2]):
        evaluate(*folders)


def test_optional_items_neither_help_nor_hurt() -> None:
    result = compare([item(0, 5), item(10, 15, core=False)], [item(0, 5), item(10, 15)], over_shorter, 0.5)
    assert (len(result.pairs), result.missed, result.spurious) == (1, (), ())


def test_as_many_pairs_as_can_be_made() -> None:
    gold, found = [item(0, 10), item(0, 6)], [item(0, 7), item(5, 10)]
    assert len(compare(gold, found, over_shorter, 0.5).pairs) == 2


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12)
)
def test_pairs_are_one_to_one_and_everything_is_somewhere(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    expected, predicted = [item(start, start + length) for start, length in gold], [item(start, start + length) for start, length in found]
    result = compare(expected, predicted, over_longer, 0.8)
    assert len(result.pairs) + len(result.missed) == len(expected)
    assert len(result.pairs) + len(result.spurious) == len(predicted)
    assert len({id(one) for one, _ in result.pairs}) == len({id(other) for _, other in result.pairs}) == len(result.pairs)
    assert all(over_longer(one.span, other.span) >= 0.8 for one, other in result.pairs)


@pytest.mark.parametrize(
    ("text", "left"), [("le président Blanc", "Blanc"), ("l'Elbonie", "Elbonie"), ("la", "la"), ("« Otan »", "Otan »".rstrip(" »"))]
)
def test_titles_and_determiners_are_no_part_of_a_name(text: str, left: str) -> None:
    assert trimmed(item(0, len(text)), text).span.of(text).strip() == left


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Blanc", "Anna Blanc", True),
        ("Noir", "Anna Blanc", False),
        ("", "Anna", False),
        ("Élysée", "elysee", True),
        ("les Alliés", "allié", True),
        ("le", "la", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same


def test_speakers_actors_and_seats() -> None:
    assert same_speaker(item(0, 1, speaker="la Russie"), item(0, 1, speaker="le Kremlin"))
    assert same_speaker(item(0, 1, speaker="le porte-parole", speaker_aliases=["Paul Gris"]), item(0, 1, speaker="Gris"))
    assert not same_speaker(item(0, 1, speaker="la Russie"), item(0, 1))
    assert same_actor("org:Garde verte", "group:garde verte")
    assert not same_actor("person:Vert", "org:Vert")
    assert not same_actor("USA", "org:USA")
    assert same_actors(["USA", "FRA"], ["USA"])
    assert not same_actors(["USA", "FRA", "DEU"], ["USA"])
    assert not same_actors([], [])


@pytest.mark.parametrize(
    ("value", "found", "same"),
    [
        ("2021-04-14", "2021-04-14", True),
        ("2021-06~", "2021-06", True),
        ("2021-04-14T16:30", "2021-04-14T16", True),
        ("2021-04-14T16:30", "2021-04-14", False),
        ("P7Y", "P7Y", True),
        ("2020", "2020-01-01/2020-12-31", True),
        ("2020", "2021", False),
        ("2020", None, False),
    ],
)
def test_values(value: str, found: str | None, same: bool) -> None:
    assert same_value(item(0, 1, value=value), item(0, 1, value=found)) is same


def test_dates_lie_within_and_deadlines_end_on_the_same_day() -> None:
    assert same_date(item(0, 1, date="2021-04"), item(0, 1, date="2021-04-14"))
    assert not same_date(item(0, 1, date="2021-04-14"), item(0, 1, date="2021-04"))
    assert same_date(item(0, 1, date="../2022-01-12"), item(0, 1, date="2022-01-03"))
    assert not same_date(item(0, 1, date="2021"), item(0, 1))
    assert same_deadline(item(0, 1, deadline="2021-09-11"), item(0, 1, deadline="../2021-09-11"))
    assert bounds("2021-23") == ("2021-s23", "2021-s23")


@pytest.mark.parametrize(
    ("found", "same"),
    [
        ({"value": 300, "unit": "personnes"}, True),
        ({"value": 301, "unit": "soldats"}, True),
        ({"value": 310, "unit": "personnes"}, False),
        ({"value": 300, "unit": "km"}, False),
        ({"value": None, "unit": "personnes"}, False),
        ({"value": 300, "unit": "unités", "what": "militaires"}, True),
    ],
)
def test_figures(found: dict[str, Any], same: bool) -> None:
    assert same_figure(item(0, 1, value=300, unit="personnes", what="soldats"), item(0, 1, **found)) is same


def test_floors_hold_and_name_what_fell(folders: tuple[Path, Path], tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('[ours]\n"figures" = 1.0\n"document, published right" = 1.0\n"no such row" = 0.5\n')
    found = falls(evaluate(*folders).rows, read_floors(floors, "ours"))
    assert [str(fall) for fall in found] == ["no such row: nothing measured, floor 0.500"]
    with pytest.raises(UsageError, match="theirs"):
        read_floors(floors, "theirs")


def test_the_command_prints_and_fails_below_a_floor(folders: tuple[Path, Path], tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text(f'[{tmp_path.name.replace("-", "_")}]\n"figures" = 1.0\n[ours]\n"figures" = 1.0\n')
    run = CliRunner().invoke(command, ["annotations", *map(str, folders), "--json"])
    assert json.loads(run.stdout)["figures"]["f1"] == 1.0
    arguments = ["annotations", *map(str, folders), "--floors", str(floors), "--set", "ours", "--show", "figures"]
    assert CliRunner().invoke(command, arguments).exit_code == 0
    rewrite(folders[0], figures=[])
    fallen = CliRunner().invoke(command, arguments)
    assert fallen.exit_code == 1
    assert "below its floor: figures: 0.000, floor 1.000" in fallen.output
