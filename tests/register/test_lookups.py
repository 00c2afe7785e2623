"""Who bore a role on a day: the tables of dated look-ups, all of them right. Further tables may lie beside `lookups.csv`, in the same form."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from chancery.edtf import Edtf
from chancery.languages import roles
from chancery.register import register_for
from chancery.register.roles import Roles
from chancery.register.tables import read

FOLDER = Path(__file__).parents[1] / "cases/register"
REGISTER = register_for(None)
ROLES = Roles(REGISTER, roles())


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table of look-ups; its lines that begin with # are for people."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


TABLES = {path.name: rows(path) for path in sorted(FOLDER.glob("*.csv"))}
CASES = [(f"{name}: {row['role']} {row['on']}", row) for name, table in TABLES.items() for row in table]


def answer(role: str, on: str) -> str:
    """The id of whoever certainly bore the role; empty where the register refuses."""
    offices = ROLES.offices(role)
    holder = REGISTER.holder(offices[0], Edtf(on) if on else None) if len(offices) == 1 else None
    return holder.id if holder is not None else ""


@pytest.mark.parametrize("row", [row for _, row in CASES], ids=[name for name, _ in CASES])
def test_the_look_up_is_answered_or_refused(row: dict[str, str]) -> None:
    expected = REGISTER.full_name(row["person"]) if row["person"] else ""
    assert expected is not None, f"nobody of the register is called {row['person']}"
    assert answer(row["role"], row["on"]) == expected


def test_the_table_is_large_and_holds_what_must_be_refused() -> None:
    table = TABLES["lookups.csv"]
    assert len(table) >= 400
    assert len({(row["role"], row["on"]) for row in table}) == len(table)
    refused = Counter(row["why"] for row in table if not row["person"])
    assert set(refused) == {"ambiguous", "vacant", "before the first term", "after the last check", "no such office"}
    assert min(refused.values()) >= 3


def test_every_state_with_a_table_of_its_own_and_every_body_with_a_chief_is_in_it() -> None:
    asked = {office.rpartition(".")[0] for row in TABLES["lookups.csv"] for office in ROLES.offices(row["role"])}
    terms = [row for table in ("holders", "holders_known") for row in read(table, None) if not REGISTER.is_of_many(row["office"])]
    defended = {row["office"].partition(".")[0] for row in terms if row["office"].endswith(".defence_minister")}
    bodies = {row["id"] for row in read("bodies", None)} & {row["office"].partition(".")[0] for row in terms}
    assert sorted((defended | bodies) - asked) == []


def test_the_day_before_and_the_day_of_a_hand_over_differ() -> None:
    assert answer("le président américain", date(2021, 1, 19).isoformat()) != answer("le président américain", date(2021, 1, 20).isoformat())
