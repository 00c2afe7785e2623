"""Offices by the words for them, and the command that asks who held one."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from chancery.cli import commands
from chancery.languages import roles
from chancery.register import register_for
from chancery.register.roles import Roles

ROLES = Roles(register_for(None), roles())


@pytest.mark.parametrize(
    ("role", "offices"),
    [
        ("le chef de la diplomatie américaine", ["USA.foreign_minister"]),
        ("le chef de la diplomatie des Etats-Unis", ["USA.foreign_minister"]),
        ("le ministre des Affaires étrangères de la Russie", ["RUS.foreign_minister"]),
        ("le ministre russe des Affaires étrangères", ["RUS.foreign_minister"]),
        ("Germany's foreign minister", ["DEU.foreign_minister"]),
        ("the German foreign minister", ["DEU.foreign_minister"]),
        ("foreign minister of Germany", ["DEU.foreign_minister"]),
        ("l'occupant du Kremlin", []),
        ("le locataire du Kremlin", ["RUS.head_of_state"]),
        ("the UN secretary-general", ["UN.secretary_general"]),
        ("SCO secretary-general", ["SCO.secretary_general"]),
        ("le président de la Commission européenne", ["EC.president"]),
        ("NATO.secretary_general", ["NATO.secretary_general"]),
        ("le roi de France", []),
        ("le ministre", []),
        ("can", []),
        ("", []),
    ],
)
def test_a_role_points_to_its_office(role: str, offices: list[str]) -> None:
    assert list(ROLES.offices(role)) == offices


@given(
    st.lists(
        st.sampled_from(["le", "président", "de", "la", "France", "German", "minister", "of", "'", "l'", "OTAN", "Kremlin", "the", "{}"]), max_size=9
    )
)
def test_any_words_are_answered_with_offices_that_there_are(words: list[str]) -> None:
    register = register_for(None)
    assert all(register.office(office) is not None for office in ROLES.offices(" ".join(words)))


@pytest.mark.parametrize(
    ("words", "status", "told", "said"),
    [
        (("German chancellor", "--on", "2021-12-07"), 0, "Angela Merkel  DEU.head_of_government  2005-11-22 to 2021-12-08", ""),
        (("le patron de l'Otan", "--on", "2021"), 0, "Jens Stoltenberg  NATO.secretary_general", ""),
        (
            ("German chancellor", "--on", "2021-12"),
            1,
            "",
            "it is not certain who held DEU.head_of_government on 2021-12; it may have been\n  Angela Merkel",
        ),
        (("le pape", "--on", "1900-01-01"), 1, "", "nobody is known to have held VAT.head_of_state on 1900-01-01"),
        (("le jardinier du Kremlin",), 1, "", "no office or holder is known that is called 'le jardinier du Kremlin'"),
        (("le Premier ministre", "--on", "2020"), 1, "", "'le Premier ministre' is an office of many: say of which state or body"),
        (("Lavrov", "--on", "2014"), 0, "Sergueï Lavrov  RUS.foreign_minister  2004-03-09", ""),
        (("Jens Stoltenburg", "--on", "2016"), 0, "Jens Stoltenberg  NATO.secretary_general", ""),
        (("Lavrov", "--on", "1900"), 1, "", "Sergueï Lavrov is not known to have held an office on 1900"),
    ],
)
def test_the_command_answers_or_says_why_not(words: tuple[str, ...], status: int, told: str, said: str) -> None:
    done = CliRunner().invoke(commands, ["register", "who", *words])
    assert (done.exit_code, done.stdout[: len(told)], done.stderr[: len(said)]) == (status, told, said)


def test_a_day_in_another_form_is_refused_by_name() -> None:
    done = CliRunner().invoke(commands, ["register", "who", "Macron", "--on", "16/05/2025"])
    assert "--on needs a date, not '16/05/2025'" in str(done.exception)


def test_the_command_asks_an_analysts_own_rows_too(tmp_path: Path) -> None:
    (tmp_path / "holders.csv").write_text(
        "office,person,wikidata,start,end,gender,source,checked\nITA.head_of_state,Aline Corail,,2029-01-31,,f,log,2029-06\n", "utf-8"
    )
    done = CliRunner().invoke(commands, ["register", "who", "le président italien", "--on", "2029-03-01", "--register", str(tmp_path)])
    assert done.stdout == "Aline Corail  ITA.head_of_state  2029-01-31 to still so in 2029-06  (log)\n"
