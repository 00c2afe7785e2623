"""The house keeps its shape: imports run one way, stages are where the design says, and knowledge is data."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "chancery"
LAYERS = [
    ["cycles", "errors", "interrupts", "span", "edtf", "settings", "plugins"],
    ["register", "languages", "engines"],
    ["scan"],
    ["capture"],
    ["clean"],
    ["analysis"],
    ["facts"],
    ["record"],
    ["pipeline"],
    ["views"],
    ["exports", "web", "evaluation"],
    [""],  # src/chancery/__init__.py, the public face
    ["cli"],
]
"""A module may import what stands above it here, and its own part; parts on one line below the first know nothing of each other."""
HEIGHT = {part: height for height, parts in enumerate(LAYERS) for part in parts}
PRODUCTS = {
    "capture": ("source", "Source", "capture"),
    "clean": ("document", "Document", "clean"),
    "analysis": ("analysis", "Analysis", "analyse"),
    "facts": ("fact", "Fact", "state"),
    "record": ("types", "Store", "settle"),
}
"""Stage: the file of its product, the product's type, the public verb. What a person asks of a record is `views/record.py`."""
NO_NAMES = re.compile(r"(^|_)(utils?|helpers?|misc|common|managers?)(_|$)", re.IGNORECASE)
NO_CLASSES = re.compile(r"(Manager|Helper|Utils?)$")
FRENCH = re.compile(r"(?=.*[a-z]).*[àâçéèêëîïôœùû]")
MANY_WORDS = 8
"""A literal with more strings than this, some of them French, is a word list and belongs in a language pack."""


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text("utf-8"))


def imported(name: str, tree: ast.Module) -> Iterator[str]:
    """The chancery modules that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.partition(".")[0] == "chancery")
        elif isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").partition(".")[0] == "chancery"):
            assert not node.level, f"{name}:{node.lineno}: imports are absolute here"
            for alias in node.names:
                longer = f"{node.module}.{alias.name}"
                yield longer if longer in modules() else str(node.module)


def part(name: str) -> str:
    """The part of the house that a module belongs to: `chancery.clean.blocks` is of `clean`."""
    return name.partition(".")[2].partition(".")[0]


def against_the_order(name: str, imports: Iterator[str]) -> list[str]:
    return [
        f"{name} imports {other}"
        for other in imports
        if part(other) != part(name) and HEIGHT[part(other)] >= HEIGHT[part(name)] and not HEIGHT[part(other)] == HEIGHT[part(name)] == 0
    ]


def test_every_part_has_its_place_in_the_order() -> None:
    assert {part(name) for name in modules()} <= set(HEIGHT)


@pytest.mark.parametrize("name", modules())
def test_imports_run_one_way(name: str) -> None:
    assert against_the_order(name, imported(name, tree(name))) == []


def test_an_import_against_the_order_is_seen() -> None:
    backwards = ast.parse("def late():\n    from chancery.record import Record\n    import chancery.clean")
    assert against_the_order("chancery.facts.figures", imported("x", backwards)) == ["chancery.facts.figures imports chancery.record"]


def cycle(graph: dict[str, list[str]]) -> list[str]:
    """The first cycle of a graph, as the path around it; empty if there is none."""
    done: set[str] = set()

    def walk(node: str, path: list[str]) -> list[str]:
        if node in path:
            return [*path[path.index(node) :], node]
        if node in done:
            return []
        found = next(filter(None, (walk(other, [*path, node]) for other in graph.get(node, []))), [])
        done.add(node)
        return found

    return next(filter(None, (walk(node, []) for node in sorted(graph))), [])


def test_no_module_imports_itself_by_a_detour() -> None:
    assert cycle({name: sorted(set(imported(name, tree(name)))) for name in modules()}) == []


def test_a_cycle_is_seen() -> None:
    assert cycle({"a": ["b"], "b": ["c"], "c": ["b"]}) == ["b", "c", "b"]


@pytest.mark.parametrize("stage", PRODUCTS)
def test_each_stage_has_its_product_and_its_verb(stage: str) -> None:
    file, product, verb = PRODUCTS[stage]
    assert (PACKAGE / stage).is_dir(), f"the design has a stage {stage}"
    classes = [node.name for node in ast.walk(tree(f"chancery.{stage}.{file}")) if isinstance(node, ast.ClassDef)]
    assert product in classes, f"{stage}/{file}.py holds the type {product}"
    front = tree(f"chancery.{stage}")
    offered = next(
        ast.literal_eval(node.value) for node in front.body if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    )
    assert verb in offered, f"{stage}/__init__.py offers {verb}"


@pytest.mark.parametrize("name", modules())
def test_names_say_what_is_meant(name: str) -> None:
    assert not NO_NAMES.search(name.rpartition(".")[2]), f"{name}: name it for what it handles"
    classes = [node.name for node in ast.walk(tree(name)) if isinstance(node, ast.ClassDef)]
    assert [each for each in classes if NO_CLASSES.search(each)] == []


@pytest.mark.parametrize("name", modules())
def test_a_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(tree(name)), f"{name} begins with a line on what it is for"


def word_lists(tree: ast.Module) -> list[int]:
    """The lines of literals and patterns that hold many words, some of them French."""
    found = []
    for node in ast.walk(tree):
        words: list[str] = []
        if isinstance(node, ast.List | ast.Set | ast.Tuple):
            words = [item.value for item in node.elts if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        elif isinstance(node, ast.Dict):
            words = [item.value for item in [*node.keys, *node.values] if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count("|") >= MANY_WORDS:
            words = node.value.split("|")
        if len(words) > MANY_WORDS and sum(bool(FRENCH.match(word)) for word in words) >= 2:
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("name", modules())
def test_knowledge_is_data(name: str) -> None:
    assert word_lists(tree(name)) == [], f"{modules()[name]}: word lists live in the language pack's TOML files"


def test_a_word_list_is_seen() -> None:
    months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"]
    assert word_lists(ast.parse(f"MONTHS = {months!r}")) == [1]
    assert word_lists(ast.parse(f"MONTHS = {'|'.join(months)!r}")) == [1]
    assert word_lists(ast.parse("KINDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']")) == []
