"""What axe-core finds wrong for people who do not see well, hear the page, or use no mouse: nothing, on any page, in any of its guises."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Chromium, Visit
from leaves import addresses, with_state

ROWS, FIRST = 4, 12
"""Rows of a list that are looked at in every guise, and in the first."""
GUISES = (
    {"lang": "fr", "dark": False, "width": 1280, "as_of": ""},
    {"lang": "en", "dark": True, "width": 360, "as_of": "2021-06-30"},
)
TURNS = (
    {"lang": "fr", "dark": True, "width": 1280, "as_of": "2021-06-30"},
    {"lang": "en", "dark": False, "width": 360, "as_of": ""},
)
"""With these, each pair of a language, a colour and a width is there; they are put on the pages that hold most kinds of things."""
MANIFOLD = (3, 8)
RUN = """
async (most) => {
  const beyond = (each) => [...each.parentElement.children].indexOf(each) >= most;
  for (const each of [...document.querySelectorAll("#listing > *, .pairs > *, datalist > *")].filter(beyond).reverse()) each.remove();
  const found = await axe.run(document, { resultTypes: ["violations"], preload: false });
  return found.violations.map((each) => `${each.id} (${each.impact}): ${each.nodes.map((node) => node.html.slice(0, 200)).slice(0, 3).join("  ")}`);
}
"""
SPOIL = """
() => {
  document.documentElement.style.setProperty("--ink", "#bbb");
  document.querySelector("#search-words").labels[0].remove();
  document.querySelector("#search-words").placeholder = "";
  document.querySelector("#help").textContent = "";
}
"""


@pytest.fixture(scope="module")
def axe() -> str:
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-core is not installed: pip install axe-playwright-python")
    script: str = axe.AXE_SCRIPT
    return script


@pytest.fixture(scope="module")
def visit(browser: Chromium, example_report: Path) -> Iterator[Visit]:
    with browser.visiting(example_report, height=600) as opened:
        yield opened


def put_on(visit: Visit, guise: dict[str, Any]) -> None:
    """Show the page in a guise, cards open; it is in the first when it is opened."""
    if guise is not GUISES[0]:
        visit.page.set_viewport_size({"width": guise["width"], "height": 600})
        visit.page.emulate_media(color_scheme="dark" if guise["dark"] else "light")
        visit.again("evaluate", "state => chancery.address.set(state)", {"lang": guise["lang"], "as_of": guise["as_of"]})
    visit.open_cards(2)


@pytest.mark.parametrize("at", range(9))
def test_axe_finds_nothing(visit: Visit, example_report: Path, axe: str, at: int) -> None:
    address = addresses(example_report)[at]
    visit.page.set_viewport_size({"width": 1280, "height": 600})
    visit.page.emulate_media(color_scheme="light")
    page = visit.go(with_state(address, lang="fr"))
    page.evaluate(axe)
    for guise in (*GUISES, *(TURNS if at in MANIFOLD else ())):
        put_on(visit, guise)
        shown = page.evaluate("[document.documentElement.lang, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]")
        assert shown == [guise["lang"], guise["width"], guise["dark"]]
        named(page)
        assert page.evaluate(RUN, FIRST if guise is GUISES[0] else ROWS) == [], f"{address}: {guise}"
    assert visit.complaints == []


def test_the_list_of_keys_and_an_unread_document(visit: Visit, example_report: Path, axe: str) -> None:
    """What is seen seldom: the dialog, a document that was not known yet, a page with nothing in it."""
    page = visit.go(f"{addresses(example_report)[-1]}?as_of=2020-01-01&lang=en")
    page.evaluate(axe)
    assert page.evaluate(RUN, ROWS) == []
    page.keyboard.press("?")
    assert page.evaluate(RUN, ROWS) == []
    for empty in ("index.html", "chronology.html", "search.html"):
        page = visit.go(f"{empty}?as_of=2020-01-01&lang=fr")
        page.evaluate(axe)
        assert page.evaluate(RUN, ROWS) == [], empty


def test_axe_would_find_it(visit: Visit, axe: str) -> None:
    visit.page.emulate_media(color_scheme="light")
    page = visit.go("search.html")
    page.evaluate(axe)
    assert page.evaluate(RUN, ROWS) == []
    page.evaluate(SPOIL)
    found = {each.partition(" ")[0] for each in page.evaluate(RUN, ROWS)}
    assert {"color-contrast", "label", "button-name"} <= found


def named(page: Any) -> None:
    """No id twice, one heading of the first order, the language of the press's words said."""
    ids = page.eval_on_selector_all("[id]", "all => all.map((each) => each.id)")
    assert sorted(each for each in set(ids) if ids.count(each) > 1) == []
    assert page.locator("h1").count() == 1
    words = page.eval_on_selector_all("main q, main blockquote, #text", "all => all.map((each) => each.lang)")
    assert set(words) <= {"fr"}
    assert words or page.url.partition("?")[0].endswith("sources.html")
