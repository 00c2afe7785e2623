"""Tables on a terminal: every column fits, no word is broken where a space is at hand, nothing is lost."""

import io
import os
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.exports import export
from chancery.exports.table import GAP, INDENT, fitting


@dataclass(frozen=True, slots=True)
class Told:
    """A row of any view."""

    told: dict[str, str]

    def cells(self) -> dict[str, str]:
        return self.told


class Terminal(io.StringIO):
    """Where a person looks."""

    def isatty(self) -> bool:
        return True


ROW = {
    "Day": "2021-04-14",
    "Actors": "Jean-Baptiste de La Rochefoucauld, secrétaire général de la commission mixte du fleuve",
    "Stance": "demand",
    "Towards": "Confédération intercommunale",
    "Source": "Le Pli de la Cote",
    "Fact": "d91455bf",
    "Words": "nous demandons que la passerelle rouvre avant la fin du mois, et que les piles en soient vérifiées tous les ans",
}


def shown(width: int, monkeypatch: pytest.MonkeyPatch, row: dict[str, str]) -> str:
    out = Terminal()
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((width, 24)))
    monkeypatch.setenv("TERM", "dumb")
    export([Told(row)], "table", out)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120, 200])
def test_every_word_is_whole(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    table = shown(width, monkeypatch, ROW)
    assert max(map(len, table.splitlines())) <= width
    assert [word for cell in ROW.values() for word in cell.split() if word not in table] == []


def test_what_has_no_room_stands_below(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\n" + " " * INDENT + "Source: Le Pli de la Cote\n" in shown(72, monkeypatch, ROW)
    assert "Source: " not in shown(200, monkeypatch, ROW)
    assert shown(40, monkeypatch, ROW).startswith("Day: 2021-04-14\n")


def test_an_id_is_never_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "dossier/" + "a" * 90
    assert long in shown(80, monkeypatch, {"Published": "2021-04-14", "Source": "Le Pli", "Facts": "3", "Document": long})


def test_headings_are_the_same_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    export([Told(ROW)], "table", out)
    assert out.getvalue().split()[:4] == shown(200, monkeypatch, ROW).split()[:4] == ["Day", "Actors", "Stance", "Towards"]


HEADINGS = ("Day", "Actors", "Where", "Source", "To", "Fact")


@given(st.dictionaries(st.sampled_from(HEADINGS), st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1), st.integers(60, 200))
def test_columns_fit_or_cannot(sizes: dict[str, tuple[int, int]], width: int) -> None:
    natural = {heading: max(pair) for heading, pair in sizes.items()}
    least = {heading: min(pair) for heading, pair in sizes.items()}
    fitted = fitting(natural, least, width)
    assert all(fitted[heading] <= natural[heading] for heading in fitted)
    assert all(fitted[heading] >= least[heading] for heading in fitted)
    assert sum(fitted.values()) + GAP * (len(fitted) - 1) <= width or not {"Where", "Source", "To"} & set(fitted)
