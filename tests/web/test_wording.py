"""The pages say everything in both languages, and nothing that no page asks for stands in the lists."""

import re
from pathlib import Path
from typing import get_args

import pytest

from chancery.cli.event_types import event_types
from chancery.facts import fact
from chancery.languages import pack_for
from chancery.web.wording import LANGUAGES, wording

WEB = Path(__file__).parents[2] / "src" / "chancery" / "web"
SCRIPTS = [path for path in sorted(WEB.glob("assets/**/*.js")) if "vendor" not in path.parts]
TEMPLATES = sorted(WEB.glob("templates/*.html"))
KEY = re.compile(r"""["'`]([a-z_]+\.[A-Za-z_0-9]+)["'`]""")
COMPLETED = re.compile(r"""["'`]([a-z_]+\.[a-z_]*)(?:\$\{|["'] ~)""")
CHOICE = re.compile(r"""choice\("\w+", "[\w.]+", "(\w+)\"""")
PLACES = re.compile(r"\{(\w+)\}")
TEXT = "\n".join(path.read_text("utf-8") for path in [*SCRIPTS, *TEMPLATES])
TABLES = {key.partition(".")[0] for key in wording("en")}
ASKED = {key for key in KEY.findall(TEXT) if key.partition(".")[0] in TABLES and not key.endswith(".html")}
"""Keys that scripts and templates name whole."""
BEGUN = (*COMPLETED.findall(TEXT), *(f"{table}." for table in CHOICE.findall(TEXT)))
"""How the keys begin that they put together."""


def forms(key: str, language: str) -> list[str]:
    found = wording(language)[key]
    return [found] if isinstance(found, str) else found


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(wording("fr")) == list(wording("en"))


@pytest.mark.parametrize("key", wording("en"))
def test_both_languages_say_the_same_values(key: str) -> None:
    said = {language: {place for form in forms(key, language) for place in PLACES.findall(form)} for language in LANGUAGES}
    assert said["fr"] == said["en"]


def test_every_key_that_is_asked_for_is_there() -> None:
    assert len(ASKED) > 100
    assert sorted(key for key in ASKED if key not in wording("en")) == []


def test_no_key_is_there_for_nothing() -> None:
    assert sorted(key for key in wording("en") if key not in ASKED and not key.startswith(BEGUN)) == []


def test_what_facts_can_be_has_words() -> None:
    wanted = {f"event.{each.name}" for each in event_types()} | {f"cue.{cue['class']}" for cue in pack_for("fr").words("cues")["cue"]}
    for table, kinds in (("stance", fact.Stance), ("commitment", fact.CommitmentKind), ("said", fact.StatementType), ("kind", fact.Kind)):
        wanted |= {f"{table}.{each}" for each in get_args(kinds)}
    wanted |= {f"status.{each}" for each in (*get_args(fact.Status), *get_args(fact.MeetingStatus))}
    assert sorted(wanted - set(wording("en"))) == []
