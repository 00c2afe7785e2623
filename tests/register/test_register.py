"""The register: what it answers, what it refuses, and that its tables hold together."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.edtf import Edtf
from chancery.errors import UsageError
from chancery.register import Holder, Register, distance, fold, register_for
from chancery.register.tables import COLUMNS, DATA, read
from chancery.register.terms import covers, touches, window

REGISTER = register_for(None)
SPRING = date(2021, 4, 14)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("États-Unis", "USA"),
        ("Etats-Unis", "USA"),
        ("ETATS-UNIS", "USA"),
        ("États‑Unis", "USA"),
        ("USA", "USA"),
        ("Washington", "USA"),
        ("américaine", "USA"),
        ("Américains", "USA"),
        ("Maison Blanche", "USA"),
        ("Royaume-Uni", "GBR"),
        ("Grande-Bretagne", "GBR"),
        ("Downing Street", "GBR"),
        ("Fédération de Russie", "RUS"),
        ("Kremlin", "RUS"),
        ("russes", "RUS"),
        ("Kiev", "UKR"),
        ("Kyiv", "UKR"),
        ("Biélorussie", "BLR"),
        ("Bélarus", "BLR"),
        ("Pékin", "CHN"),
        ("sud-coréenne", "KOR"),
        ("nord-coréens", "PRK"),
        ("grecque", "GRC"),
        ("Elysée", "FRA"),
        ("Élysée", "FRA"),
        ("République islamique", "IRN"),
        ("Otan", "NATO"),
        ("OTAN", "NATO"),
        ("otan", "NATO"),
        ("Alliance atlantique", "NATO"),
        ("UE", "EU"),
        ("Union européenne", "EU"),
        ("ONU", "UN"),
        ("Onu", "UN"),
        ("Nations unies", "UN"),
        ("G7", "G7"),
        ("OMS", "WHO"),
        ("FMI", "IMF"),
        ("AIEA", "IAEA"),
        ("CPI", "ICC"),
        ("Cedeao", "ECOWAS"),
        ("Cédéao", "ECOWAS"),
        ("CÉDÉAO", "ECOWAS"),
        ("CIJ", "ICJ"),
        ("OEA", "OAS"),
        ("Uémoa", "UEMOA"),
        ("Cémac", "CEMAC"),
        ("UNRWA", "UNRWA"),
        ("unrwa", "UNRWA"),
        ("Programme alimentaire mondial", "WFP"),
        ("Opep", "OPEC"),
        ("Opep+", "OPEC+"),
        ("groupe de Visegrad", "V4"),
        ("Minusca", "org:Minusca"),
        ("Frontex", "org:Frontex"),
        ("Conseil de sécurité", "UNSC"),
        ("Conseil de sécurité russe", "org:Conseil de sécurité russe"),
        ("Fed", "org:Réserve fédérale"),
        ("Front Polisario", "group:Front Polisario"),
        ("Forces de soutien rapide", "group:Forces de soutien rapide"),
        ("RSF", None),
        ("PAM", None),
        ("Pam", None),
        ("UA", None),
        ("Visegrad", None),
        ("E3", None),
        ("APL", None),
        ("oea", None),
        ("Conseil OTAN-Russie", "NRC"),
        ("talibans", "group:talibans"),
        ("Hezbollah", "group:Hezbollah"),
        ("un", None),
        ("ue", None),
        ("us", None),
        ("congolais", None),
        ("Bruxelles", None),
        ("Guinée", "GIN"),
        ("Maurice", None),
        ("Corée", None),
        ("Alliance", None),
        ("chat", None),
        ("La Haye", None),
        ("Orange", None),
        ("Blé", None),
        ("Marine", None),
        ("Москва", None),
        ("北京", None),
        ("", None),
        ("Londre", None),
    ],
)
def test_names_point_to_actors(name: str, actor: str | None) -> None:
    assert REGISTER.actor(name) == actor


@pytest.mark.parametrize(
    ("actor", "sides"),
    [
        ("UNHCR", ("UN",)),
        ("ECB", ("EU",)),
        ("UNRWA", ("UN",)),
        ("BCEAO", ("UEMOA",)),
        ("org:Kfor", ("NATO",)),
        ("org:Minuad", ("UN", "AU")),
        ("org:Brigades Al-Qods", ("group:Jihad islamique",)),
        ("WHO", ()),
        ("group:M23", ()),
    ],
)
def test_organs_act_for_what_they_are_part_of(actor: str, sides: tuple[str, ...]) -> None:
    assert REGISTER.sides(actor) == sides


def test_a_capital_is_no_name_of_its_state() -> None:
    assert REGISTER.named("Moscou") is None
    assert REGISTER.capital("Moscou") == REGISTER.seat("Moscou") == "RUS"
    assert REGISTER.capital("Kremlin") is None
    assert REGISTER.gazetteer()["Moscou"] == ("LOC", None)


@pytest.mark.parametrize(
    ("body", "day", "count"),
    [
        ("NATO", SPRING, 30),
        ("NATO", date(2016, 1, 1), 28),
        ("NATO", date(2003, 1, 1), 19),
        ("EU", date(2020, 1, 31), 28),
        ("EU", date(2020, 2, 1), 27),
        ("EU", date(2006, 12, 31), 25),
        ("G7", SPRING, 7),
        ("G8", date(2014, 3, 23), 8),
        ("G8", date(2014, 3, 24), 0),
        ("UNSC", SPRING, 15),
        ("CSTO", SPRING, 6),
        ("CSTO", date(2010, 1, 1), 7),
        ("MERCOSUR", SPRING, 4),
        ("MERCOSUR", date(2014, 1, 1), 5),
        ("UEMOA", SPRING, 8),
        ("CEMAC", SPRING, 6),
        ("V4", SPRING, 4),
        ("E3", SPRING, 3),
        ("SADC", SPRING, 16),
        ("SADC", date(2003, 1, 1), 13),
        ("EAC", date(2010, 1, 1), 5),
        ("EAC", date(2024, 6, 1), 8),
        ("TSI", SPRING, 12),
        ("Nobody", SPRING, 0),
    ],
)
def test_members_on_the_day(body: str, day: date, count: int) -> None:
    assert len(REGISTER.members(body, day)) == count


def holder(office: str, on: date | Edtf | None) -> str | None:
    found = REGISTER.holder(office, on)
    return found.person if found else None


def test_a_hand_over_leaves_no_day_to_two() -> None:
    assert holder("USA.head_of_state", date(2021, 1, 19)) == "Donald Trump"
    assert holder("USA.head_of_state", date(2021, 1, 20)) == "Joe Biden"
    assert len(REGISTER.holders("head_of_state", "USA", date(2021, 1, 20))) == 1


def test_a_month_or_year_is_answered_only_if_one_person_had_all_of_it() -> None:
    assert holder("USA.head_of_state", Edtf("2020-11")) == "Donald Trump"
    assert holder("USA.head_of_state", Edtf("2021-01")) is None
    assert holder("USA.head_of_state", Edtf("2021")) is None
    assert holder("USA.head_of_state", Edtf("2022-01")) == "Joe Biden"


def test_without_a_day_only_the_only_one_is_answered() -> None:
    assert holder("USA.foreign_minister", None) is None
    assert holder("BLR.head_of_state", None) == "Alexandre Loukachenko"


def test_past_the_month_it_was_checked_the_register_is_silent() -> None:
    assert holder("RUS.head_of_state", date(2022, 7, 1)) == "Vladimir Poutine"
    assert holder("RUS.head_of_state", date(2031, 7, 1)) is None


def test_a_year_alone_leaves_its_edges_open() -> None:
    term = Holder("X.head", "Anna Roy", "", "2013", "2019", "f", "made", "2022-07")
    for day, certain, possible in [
        ("2012-12-31", 0, 0),
        ("2013-06-01", 0, 1),
        ("2014-01-01", 1, 1),
        ("2018-12-31", 1, 1),
        ("2019-06-01", 0, 1),
        ("2020-01-01", 0, 0),
    ]:
        days = window(date.fromisoformat(day))
        assert (covers(term, days), touches(term, days)) == (bool(certain), bool(possible)), day


def test_whom_a_person_acts_for_follows_the_office() -> None:
    assert REGISTER.sides("person:Ursula von der Leyen", date(2018, 1, 1)) == ("DEU",)
    assert REGISTER.sides("person:Ursula von der Leyen", SPRING) == ("EC", "EU")
    assert REGISTER.sides("person:Barack Obama", SPRING) == ()
    assert REGISTER.sides("person:Elizabeth II", SPRING) == ("GBR",)
    assert REGISTER.sides("person:Sergueï Lavrov") == ("RUS",)
    assert REGISTER.sides("UNSC", SPRING) == ("UN",)


def test_whoever_held_an_office_last_keeps_the_side_past_the_month_it_was_checked() -> None:
    later = date(2031, 7, 1)
    assert REGISTER.sides("person:Vladimir Poutine", later) == ("RUS",)
    assert REGISTER.sides("person:Barack Obama", later) == REGISTER.offices_of("person:Vladimir Poutine", later) == ()
    assert REGISTER.sides("person:Nobody At All", SPRING) == ()
    assert "NATO.secretary_general" in REGISTER.offices_of("person:Jens Stoltenberg", SPRING)
    assert REGISTER.offices_of("person:Jens Stoltenberg", date(2010, 1, 1)) == ("NOR.head_of_government",)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Stoltenberg", "Jens Stoltenberg"),
        ("Vladimir Zelensky", "Volodymyr Zelensky"),
        ("Sergei Lavrov", "Sergueï Lavrov"),
        ("Le Drian", "Jean-Yves Le Drian"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Xi", "Xi Jinping"),
        ("erdogan", "Recep Tayyip Erdogan"),
        ("Clinton", None),
        ("Leyen", "Ursula von der Leyen"),
        ("Anna", None),
        ("al", None),
    ],
)
def test_persons_by_name(name: str, person: str | None) -> None:
    assert REGISTER.person(name) == (f"person:{person}" if person else None)


def test_a_shared_surname_keeps_its_candidates_and_the_day_tells_them_apart() -> None:
    assert REGISTER.people("Clinton") == ("person:Bill Clinton", "person:Hillary Clinton")
    assert REGISTER.person("Clinton", date(2011, 3, 1)) == "person:Hillary Clinton"


# ---------------------------------------------------------------- the tables


def test_terms_are_in_order_sourced_and_of_known_offices() -> None:
    known = {row["id"] for row in read("offices", None)}
    for table in ("holders", "holders_known"):
        for row in read(table, None):
            for day in (row["start"], row["end"], row["checked"]):
                assert not day or Edtf.parse(day)
            assert not row["start"] or not row["end"] or row["start"][: len(row["end"])] <= row["end"], row
            assert row["office"] in known, row
            assert row["source"], row
            assert row["checked"], row
            assert row["gender"] in ("", "m", "f"), row


def test_no_office_stands_in_both_tables_for_one_person_and_start() -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for table in ("holders", "holders_known"):
        for row in read(table, None):
            key = (row["office"], row["person"], row["start"])
            assert key not in seen, key
            seen[key] = table


def test_states_have_their_forms_and_ids() -> None:
    rows = list(read("states", None))
    assert len({row["id"] for row in rows}) == len(rows) >= 197
    assert len({row["wikidata"] for row in rows if row["wikidata"]}) == sum(bool(row["wikidata"]) for row in rows)
    for row in rows:
        assert len(row["id"]) == 3
        assert all(forms.count("/") == 3 for forms in row["adjectives"].split("|") if forms), row


def test_bodies_are_told_apart() -> None:
    wikidata = defaultdict(list)
    for row in read("bodies", None):
        wikidata[row["wikidata"]].append(row["id"])
    assert all(len(ids) == 1 for key, ids in wikidata.items() if key)


def test_memberships_are_of_known_bodies_and_states() -> None:
    states, bodies = {row["id"] for row in read("states", None)}, {row["id"] for row in read("bodies", None)}
    for row in read("memberships", None):
        assert row["body"] in bodies
        assert row["member"] in states | bodies


def test_every_table_says_what_its_columns_are() -> None:
    for table, columns in COLUMNS.items():
        with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert tuple(next(csv.reader(file))) == columns


# ---------------------------------------------------------------- an analyst's own rows


def test_an_analyst_adds_rows(tmp_path: Path) -> None:
    (tmp_path / "holders_known.csv").write_text(
        "office,person,wikidata,start,end,gender,source,checked\nATL.head_of_state,Nemo Marin,,2019-01-01,,m,log,2030-01\n", "utf-8"
    )
    (tmp_path / "offices.csv").write_text("id,actor,kind,style\nATL.head_of_state,ATL,head_of_state,president\n", "utf-8")
    (tmp_path / "states.csv").write_text(
        ",".join(COLUMNS["states"]) + "\nATL,,Atlantide,l',,Atlantis,atlante/atlante/atlantes/atlantes,Poséidonis,,\n", "utf-8"
    )
    own = Register(tmp_path)
    assert own.actor("Atlantide") == own.actor("atlantes") == "ATL"
    assert own.person("Nemo Marin") == "person:Nemo Marin"
    assert own.sides("person:Nemo Marin", SPRING) == ("ATL",)
    assert own.actor("Russie") == "RUS"
    assert REGISTER.actor("Atlantide") is None


def test_a_file_without_its_columns_says_so(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_text("id,name\nATL,Atlantide\n", "utf-8")
    with pytest.raises(UsageError, match=r"columns .* missing"):
        Register(tmp_path)


def test_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        Register(tmp_path / "nowhere")


# ---------------------------------------------------------------- spelling


@given(st.text(st.characters(max_codepoint=0x17F), max_size=12))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    found = distance(one, other, 2)
    assert found == distance(other, one, 2)
    assert 0 <= found <= 3
    assert (found == 0) == (one == other)


@given(st.text(max_size=30))
def test_any_name_is_answered_or_refused(name: str) -> None:
    assert REGISTER.actor(name) is None or isinstance(REGISTER.actor(name), str)
    assert REGISTER.person(name) is None or isinstance(REGISTER.person(name), str)


def test_who_holds_an_office_of_many_is_known_by_the_full_name_alone(tmp_path: Path) -> None:
    (tmp_path / "offices.csv").write_text("id,actor,kind,style,several\nNOR.baker,NOR,baker,,many\nNOR.miller,NOR,miller,,yes\n", "utf-8")
    terms = "NOR.baker,Karl Tardykson,,2010,,m,general knowledge,2021-12\nNOR.miller,Anna Zardalis,,2010,,f,general knowledge,2021-12\n"
    (tmp_path / "holders_known.csv").write_text(f"office,person,wikidata,start,end,gender,source,checked\n{terms}", "utf-8")
    register = register_for(tmp_path)
    assert register.sides("person:Karl Tardykson", date(2015, 1, 1)) == ("NOR",)
    assert register.people("Karl Tardykson") == ("person:Karl Tardykson",)
    assert register.people("Tardykson") == register.misspelt("Karl Tardyksen") == ()
    assert register.people("Zardalis") == register.misspelt("Anna Zardalos") == ("person:Anna Zardalis",)
    assert register.is_of_many("NOR.baker")
    assert not register.is_of_many("NOR.miller")
    assert not register.is_of_many("NOR.candlemaker")
