"""The documentation is true: what there is is described, what is described is there, and the examples run."""

import os
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click
import pytest

from chancery.cli import commands
from chancery.facts import Kind
from chancery.plugins import Door, names
from chancery.views import VIEWS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "examples" / "README.md", ROOT / "CHANGELOG.md"]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def walked(command: click.Command, context: click.Context, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Each command below one, by the words that call it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    for name in command.list_commands(context):
        below = command.get_command(context, name)
        assert below is not None
        yield from walked(below, context, f"{path} {name}".strip())


COMMANDS = dict(walked(commands, click.Context(commands)))


def section(name: str) -> str:
    """What docs/commands.md says of a command: from its heading to the next of that rank."""
    found = re.search(rf"^## `chancery {re.escape(name)}\b.*?(?=^## |\Z)", page("commands.md"), re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has a heading ## `chancery {name} ...`"
    return found[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_described_with_an_example(name: str) -> None:
    assert re.search(rf"^chancery {re.escape(name)}\b", section(name), re.MULTILINE), f"an example of chancery {name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    options = [option for each in COMMANDS[name].params if isinstance(each, click.Option) and not each.hidden for option in each.opts]
    assert [option for option in options if option.startswith("--") and f"`{option}" not in section(name)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_made_up(name: str) -> None:
    known = {option for each in COMMANDS[name].params for option in each.opts + each.secondary_opts} | {"--help"}
    assert [option for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", section(name)) if option not in known] == []


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_of_fact_is_described(kind: str) -> None:
    assert re.search(rf"^\| {kind} \|", page("glossary.md"), re.MULTILINE)
    assert f"`{kind}s`" in page("annotation-format.md")
    assert kind in (ROOT / "README.md").read_text("utf-8").lower()


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_described(view: str) -> None:
    assert f"`{view}`" in page("glossary.md")
    assert view in page("views.md")
    assert view in section(next(name for name in COMMANDS if name.split()[0] == "show"))


@pytest.mark.parametrize("door", get_args(Door))
def test_every_door_is_described(door: str) -> None:
    assert f"`chancery.{door}`" in page("extending.md")


@pytest.mark.parametrize("reader", names("readers"))
def test_every_format_is_described(reader: str) -> None:
    called = {"eml": "e-mail", "feed": "RSS", "jsonl": "JSON Lines", "text": "plain text"}.get(reader, reader)
    assert re.search(rf"^\| [^|]*{re.escape(called)}[^|]*\|", page("readers.md"), re.MULTILINE | re.IGNORECASE)


def test_every_key_of_an_annotation_is_described() -> None:
    from chancery.capture import Source
    from chancery.errors import Rejected
    from chancery.exports.annotations import annotation
    from chancery.pipeline import read

    reading = read(
        Source("x", "x", "« Nous partirons le 1er mai », a déclaré mardi Jens Stoltenberg à 30 journalistes venus de Bruxelles pour l'entendre.")
    )
    assert not isinstance(reading, Rejected)
    found = annotation(reading)
    items = {key for value in found.values() if isinstance(value, list) for item in value for key in item}
    assert [key for key in {*found, *items} if f"`{key}`" not in page("annotation-format.md")] == []


def anchors(text: str) -> set[str]:
    """The names that a page's headings can be linked by."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("source", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(source: Path) -> None:
    broken = []
    for link in LINK.findall(FENCED.sub("", source.read_text("utf-8"))):
        if "://" in link:
            continue
        target, _, anchor = link.partition("#")
        there = (source.parent / target) if target else source
        if not there.exists() or (anchor and anchor not in anchors(there.read_text("utf-8"))):
            broken.append(link)
    assert broken == []


def test_every_page_is_reached_from_the_first() -> None:
    linked = {link.partition("#")[0] for link in LINK.findall(page("index.md"))}
    assert [path.name for path in sorted(DOCS.glob("*.md")) if path.name not in {*linked, "index.md"}] == []


def test_targets_of_make_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = {
        target
        for source in PAGES
        for target in re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", source.read_text("utf-8"), re.MULTILINE)
        for target in target
    }
    assert [target for target in sorted(named - {""}) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_the_changelog_has_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.search(rf"^## (\[)?{re.escape(version)}", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def python_of(source: Path) -> str:
    """The Python blocks of a page as one program, each at its own line so that a traceback points into the page."""
    text, lines = source.read_text("utf-8"), [""] * (source.read_text("utf-8").count("\n") + 1)
    for block in FENCED.finditer(text):
        if block[1] == "python":
            first = text.count("\n", 0, block.start(2))
            for offset, line in enumerate(block[2].splitlines()):
                lines[first + offset] = line
    return "\n".join(lines)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory, example_record: Path) -> Path:
    """A folder to work in: `examples/press`, and its record made once under the names that the pages use, so that their builds find all known."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "examples").symlink_to(ROOT / "examples")
    for name in ("chancery.sqlite", "press.sqlite"):
        shutil.copy(example_record, folder / name)
    return folder


@pytest.mark.parametrize("source", [path for path in PAGES if python_of(path).strip()], ids=lambda path: path.name)
def test_python_examples_run(source: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    known: dict[str, Any] = {"__name__": "example"}
    exec(compile(python_of(source), os.fspath(source), "exec"), known)


def test_every_type_of_event_is_explained() -> None:
    from chancery.cli.event_types import event_types
    from chancery.languages import pack_for

    told = {cue["type"] for cue in pack_for("fr").words("events")["cues"]}
    assert told <= {each.name for each in event_types()}
    assert [each.name for each in event_types() if f"| `{each.name}` | {each.meaning} |" not in page("views.md")] == []
