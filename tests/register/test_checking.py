"""Register files are refused with every problem at once: file, line and reason."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.cli import commands
from chancery.errors import UsageError
from chancery.register import register_for
from chancery.register.checking import problems
from chancery.register.tables import COLUMNS

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/register/problems.toml").read_text("utf-8"))["case"]
ODD = "office,person,wikidata,start,end,gender,source,checked\nFRA.defence_minister,Nemo Marin,,2021-02-30,,m,log,2033-01\n"


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).write_text(content.lstrip("\n"), "utf-8")
    return folder


def test_nothing_is_wrong_with_the_built_in_register() -> None:
    assert problems(None) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_problems_are_told_with_their_place(tmp_path: Path, case: dict[str, Any]) -> None:
    found = problems(written(tmp_path, case["files"]))
    places = [(f"{problem.path.name}{f':{problem.line}' if problem.line else ''}", problem.reason) for problem in found]
    assert [place for place, _ in places] == [place for place, _ in case["problems"]], places
    for (_, reason), (_, part) in zip(places, case["problems"], strict=True):
        assert part in reason


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_has_problems_is_not_read_and_what_has_none_is(tmp_path: Path, case: dict[str, Any]) -> None:
    folder = written(tmp_path, case["files"])
    if case["problems"]:
        with pytest.raises(UsageError) as raised:
            register_for(folder)
        assert all(part in str(raised.value) for _, part in case["problems"])
    else:
        assert register_for(folder).actor("Russie") == "RUS"


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_bytes(b"label,name,aliases\n,\xff\xfe,\n")
    assert [(found.path.name, found.line, "cannot be read" in found.reason) for found in problems(tmp_path)] == [("names.csv", 0, True)]


def test_many_problems_are_counted(tmp_path: Path) -> None:
    (tmp_path / "holders.csv").write_text(ODD + ODD.splitlines()[1] * 0 + (ODD.splitlines()[1] + "\n") * 49, "utf-8")
    with pytest.raises(UsageError, match=r"(?s)have 50 problems:.*and 30 more"):
        register_for(tmp_path)


def test_the_command_tells_them_and_exits_with_1(tmp_path: Path) -> None:
    bad = CliRunner().invoke(commands, ["register", "check", str(written(tmp_path, {"holders.csv": ODD}))])
    assert (bad.exit_code, bad.stderr) == (1, "1 problem\n")
    assert bad.stdout.startswith(f"{tmp_path / 'holders.csv'}:2: start is '2021-02-30'")
    good = CliRunner().invoke(commands, ["register", "check"])
    assert (good.exit_code, good.stdout) == (0, "nothing is wrong with the built-in register\n")


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(COLUMNS)), st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=12), max_size=4))
def test_any_cells_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, table: str, rows: list[list[str]]) -> None:
    folder = tmp_path_factory.mktemp("odd")
    lines = [",".join(COLUMNS[table]), *(",".join(f'"{cell}"'.replace("\0", "") for cell in row) for row in rows)]
    (folder / f"{table}.csv").write_text("\n".join(lines), "utf-8")
    for problem in problems(folder):
        assert problem.path.name == f"{table}.csv"
        assert problem.reason
