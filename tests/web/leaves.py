"""The files of a report, as Python reads them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from lxml import html

from chancery.web.pages import FILES, PAGES

LISTS = tuple(page for page in PAGES if page not in ("overview", "search"))
TAKEN = re.compile(r'chancery\.take\("[\w-]+", String\.raw`(.*)`\);\n', re.DOTALL)


def data(root: Path, name: str) -> Any:
    """What a data script hands to the page."""
    found = TAKEN.fullmatch((root / "data" / f"{name}.js").read_text("utf-8"))
    assert found, f"data/{name}.js is one call"
    return json.loads(found[1])


def pages(root: Path) -> list[Path]:
    """Every page, the documents' included."""
    return sorted(root.rglob("*.html"))


def tree(page: Path) -> Any:
    return html.document_fromstring(page.read_bytes())


def addresses(root: Path) -> list[str]:
    """Where the pages are, as a reader opens them: the lists, a search that finds something, one document."""
    return [*(f"{FILES[page]}.html" for page in PAGES if page != "search"), "search.html?words=troupes", f"documents/{longest(root).name}"]


def longest(root: Path) -> Path:
    """The document with most in it."""
    return max((root / "documents").iterdir(), key=lambda page: page.stat().st_size)


def with_state(address: str, **state: str) -> str:
    """An address with more in it, such as the day as of which."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(state)}"


def marked(page: Any) -> dict[str, str]:
    """By fact, the words that its pieces of text hold together."""
    words: dict[str, str] = {}
    for piece in page.iterfind(".//*[@data-facts]"):
        for fact in piece.get("data-facts").split():
            words[fact] = words.get(fact, "") + piece.text_content()
    return words


def anchors(page: Any) -> list[str]:
    return [each.get("id")[2:] for each in page.iterfind(".//a[@id]") if each.get("id").startswith("f-")]


def targets(page: Any) -> Iterator[tuple[str, str]]:
    """Every address in a page, with the tag that has it."""
    for each in page.iter():
        for name in ("href", "src", "action", "data", "srcset", "poster"):
            if isinstance(each.tag, str) and each.get(name) is not None:
                yield each.tag, each.get(name)
