"""What the pages bring together in the browser, as of a day, is what `chancery show --as-of` answers."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from browsing import Chromium, Visit

import chancery
from chancery import pipeline
from chancery.record import open_store
from chancery.views import VIEWS, Record, as_json
from chancery.web import write_report
from made import source, told

TOLD = (Path(__file__).parent / "told.js").read_text("utf-8")
"""What the browser brings together, in the words of `chancery show --format json`."""
ONLY_HERE = {"status_basis"}
"""Said in the words of the page's language."""


def answers(record: Record, view: str, day: str) -> list[dict[str, Any]]:
    """What Python answers, without what is empty."""
    rows = getattr(record, view)(as_of=day) if day else getattr(record, view)()
    return [filled({name: value for name, value in as_json(row).items() if name not in ONLY_HERE}) for row in rows]


def filled(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None and value is not False and value not in ("", [])}


def shown(visit: Visit, view: str, day: str, like: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the browser brings together, in the fields that Python has."""
    rows: list[dict[str, Any]] = visit.page.evaluate(TOLD, [view, day])
    names = {name for row in like for name in row}
    return [{name: value for name, value in filled(row).items() if name in names} for row in rows]


def days_over(record: Record, count: int) -> list[str]:
    """That many days, from before the first publication to after the last, spread evenly; and none."""
    known = sorted(document.last_day for document in record.store.documents() if document.last_day)
    first, last = known[0] - timedelta(days=2), known[-1] + timedelta(days=2)
    step = (last - first) / (count - 1)
    return [(first + step * at).isoformat()[:10] for at in range(count)] + [""]


@pytest.fixture(scope="module")
def examples(example_record: Path) -> Iterator[Record]:
    with chancery.open(example_record) as record:
        yield record


@pytest.mark.parametrize("view", VIEWS)
def test_twenty_days_of_the_example_press(browser: Chromium, example_report: Path, examples: Record, view: str) -> None:
    with browser.visiting(example_report) as visit:
        visit.go(f"{view}.html")
        for day in days_over(examples, 20):
            expected = answers(examples, view, day)
            assert shown(visit, view, day, expected) == expected, f"{view} as of {day or 'no day'}"


@pytest.mark.parametrize("view", VIEWS)
def test_the_control_rewinds_what_is_shown(browser: Chromium, example_report: Path, examples: Record, view: str) -> None:
    """A person's way: step back a day of publication at a time, and read what the page shows."""
    with browser.visiting(example_report) as visit:
        page = visit.go(f"{view}.html")
        for _ in range(20):
            if page.is_disabled("#as-of-earlier"):
                break
            visit.again("click", "#as-of-earlier")
            day = page.input_value("#as-of-day")
            date.fromisoformat(day)
            known = examples.known(day)
            assert f"{known.documents} document" in page.inner_text("#as-of-known")
            if view == "sources":
                titles = page.eval_on_selector_all("#listing .row .published", "each => each.map(one => one.textContent)")
                assert titles == [row["document"] for row in answers(examples, view, day)][: len(titles)]
            else:
                assert visit.rows() == [row["fact"] for row in answers(examples, view, day)][:60]


def random_press(seed: int, documents: int = 60) -> list[Any]:
    """Documents that copy each other, count the same things, tell of the same happenings; some without a date."""
    chance = random.Random(seed)
    states, people = ["USA", "RUS", "FRA", "UKR", "NATO"], ["Anna Roy", "Igor Brun", "Lena Vaux"]

    def day() -> str:
        return (date(2021, 1, 1) + timedelta(days=chance.randrange(120))).isoformat()

    texts: list[str] = []
    press = []
    for number in range(documents):
        who, whom = chance.sample(states, 2)
        lines = [
            f"{chance.choice(people)} dit : nous resterons ensemble jusqu'au bout de cette affaire numéro {chance.randrange(9)}",
            f"{who} promet : partir avant {day()}" if chance.random() < 0.5 else f"{who} promet : partir",
            f"{who} compte : {chance.choice([2500, 2600, 3500, 40, 41])} soldats à Kaboul" + (f" le {day()}" if chance.random() < 0.6 else ""),
            f"{who} rencontre : {whom} le 2021-02-{chance.randrange(1, 6):02d}",
            f"{who} refuse : la base aérienne de {whom}",
            f"NATO se réunit : {who} {whom} le 2021-02-{chance.randrange(1, 4):02d}",
        ]
        copied = texts and chance.random() < 0.4
        text = chance.choice(texts) if copied else "\n".join([*chance.sample(lines, len(lines)), f"Dépêche {seed} {number // 2} de ce jour.\n"])
        texts.append(text)
        if chance.random() < 0.3:
            text += f"USA compte : {chance.choice([2500, 3500])} soldats à Kaboul\n"
        press.append(source(f"d{number:02d}", text, day() if chance.random() < 0.9 else None, chance.choice(["Le Pli", "La Cote", None])))
    return press


@pytest.mark.parametrize("seed", range(3))
def test_copies_happenings_and_figures_of_a_made_press(browser: Chromium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    store = open_store(tmp_path / "made.sqlite", writable=True)
    pipeline.build(random_press(seed), store)
    store.close()
    with chancery.open(tmp_path / "made.sqlite") as record:
        write_report(record, tmp_path / "report")
        assert any(row.family > 1 for row in record.sources()), "the press has copies"
        assert any(row.sources > 1 for row in record.chronology()), "and happenings told by several"
        with browser.visiting(tmp_path / "report") as visit:
            for view in VIEWS:
                visit.go(f"{view}.html")
                for day in days_over(record, 25):
                    expected = answers(record, view, day)
                    assert shown(visit, view, day, expected) == expected, f"{view} as of {day or 'no day'}"


def paragraph(name: str) -> str:
    """Enough words to be compared, none of them another paragraph's."""
    return " ".join(f"{name}{number}" for number in range(60)) + "\n"


def test_two_sources_become_one_family_when_a_third_text_joins_them(browser: Chromium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not before: what is published later joins nothing earlier."""
    monkeypatch.setattr(pipeline, "read", told)
    said = "Anna Roy dit : nous resterons\n"
    one, other = paragraph("un") + said, paragraph("autre") + said
    press = [source("a", one, "2021-01-01"), source("b", other, "2021-01-02"), source("c", one + other, "2021-01-03")]
    store = open_store(tmp_path / "r.sqlite", writable=True)
    pipeline.build(press, store)
    store.close()
    with chancery.open(tmp_path / "r.sqlite") as record, browser.visiting(tmp_path / "report") as visit:
        write_report(record, tmp_path / "report")
        visit.go("voices.html")
        families = [len({row.root for row in record.sources(as_of=f"2021-01-0{day}")}) for day in (1, 2, 3)]
        assert families == [1, 2, 1]
        for day in ("2021-01-01", "2021-01-02", "2021-01-03", ""):
            for view in ("voices", "sources"):
                expected = answers(record, view, day)
                assert shown(visit, view, day, expected) == expected
