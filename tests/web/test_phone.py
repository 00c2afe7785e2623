"""At 360 pixels nothing is lost, and nothing sticks out of the window."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Chromium, Visit
from leaves import addresses, with_state

WIDE, NARROW = 1280, 360
SHOWN = """
() => {
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const [text, holder] = [walk.currentNode.textContent.trim(), walk.currentNode.parentElement];
    if (text && !holder.closest("svg, script") && holder.checkVisibility({ visibilityProperty: true })) texts.push(text);
  }
  return texts;
}
"""
OUTSIDE = """
() => [...document.querySelectorAll("body *")].filter((each) => {
  const box = each.getBoundingClientRect();
  return each.checkVisibility() && box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !each.closest(".skip");
}).map((each) => `${each.tagName} ${each.id} ${each.className.baseVal ?? each.className} ${each.textContent.slice(0, 40)}`)
"""


@pytest.fixture(scope="module")
def visit(browser: Chromium, example_report: Path) -> Iterator[Visit]:
    with browser.visiting(example_report, height=600) as opened:
        yield opened


def resized(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 600})
    visit.page.wait_for_timeout(160)  # charts are drawn again a moment after


def sideways(page: Any) -> tuple[int, list[str]]:
    """How far the page goes beyond the window, and what sticks out."""
    beyond: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(beyond, 0), page.evaluate(OUTSIDE)[:5]


@pytest.mark.parametrize("at", range(9))
def test_what_shows_on_a_desk_shows_on_a_phone(visit: Visit, example_report: Path, at: int) -> None:
    address = addresses(example_report)[at]
    visit.page.set_viewport_size({"width": WIDE, "height": 600})
    page = visit.go(with_state(address, lang="fr", as_of="2021-12-15"))
    visit.open_cards(4)
    rows, texts = page.locator("main .row").count(), Counter(page.evaluate(SHOWN))
    assert sum(texts.values()) > 30
    resized(visit, NARROW)
    assert page.evaluate("innerWidth") == NARROW
    assert page.locator("main .row").count() == rows
    assert texts - Counter(page.evaluate(SHOWN)) == Counter()
    assert sideways(page) == (0, [])
    visit.again("click", "[data-language=en]")
    visit.open_cards(4)
    assert page.locator("main .row").count() == rows
    assert sideways(page) == (0, [])
    assert visit.complaints == []


def test_a_cell_of_the_matrix_says_whose_it_is(visit: Visit) -> None:
    """The heads of the columns are not seen on a phone, so each cell begins with its own."""
    resized(visit, NARROW)
    page = visit.go("positions.html")
    cells = page.eval_on_selector_all(
        ".matrix td:not(:empty)", "all => all.map((each) => [each.dataset.actor, getComputedStyle(each, '::before').content, each.checkVisibility()])"
    )
    heads = page.locator(".matrix thead th").all_text_contents()[1:]
    assert len(cells) > 5
    assert all(content == f'"{actor} "' and visible and actor in heads for actor, content, visible in cells)


def test_what_sticks_out_is_seen(visit: Visit) -> None:
    resized(visit, NARROW)
    page = visit.go("voices.html")
    page.evaluate("() => Object.assign(document.querySelector('.head').style, { whiteSpace: 'nowrap', width: '900px' })")
    beyond, out = sideways(page)
    assert beyond > 100
    assert out
