"""The keyboard alone: the keys of the pages, everything reached with Tab and seen to be reached, nothing done to what is typed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Chromium, Visit
from leaves import addresses, longest, with_state

INTERACTIVE = """
() => {
  const can = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const all = [...can].filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }));
  all.forEach((each, at) => { each.dataset.stop = at; });
  return all.map((each) => each.outerHTML.slice(0, 120));
}
"""
STOP = """
() => {
  const here = document.activeElement;
  const style = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const outlined = here.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
  return [here === document.body ? -1 : Number(here.dataset.stop ?? -2), outlined && inside];
}
"""
FOCUS = "document.activeElement.dataset.fact || document.activeElement.id || document.activeElement.tagName"
FEW = "2020-12-01"
"""A day on which one document was known: what there is of everything, little of each."""


@pytest.fixture(scope="module")
def visit(browser: Chromium, example_report: Path) -> Iterator[Visit]:
    with browser.visiting(example_report, height=600) as opened:
        yield opened


def press(visit: Visit, keys: str) -> str:
    """Press keys one by one; where the focus is then."""
    for key in keys:
        visit.page.keyboard.press(key)
    return focus(visit)


def focus(visit: Visit) -> str:
    found: str = visit.page.evaluate(FOCUS)
    return found


def is_open(visit: Visit, fact: str) -> bool:
    """Whether the card of a fact is open, and says something."""
    card = visit.page.locator(f"#row-{fact} details")
    return card.get_attribute("open") is not None and card.locator("dl").count() == 1


@pytest.mark.parametrize("page", ["chronology.html", "positions.html", "search.html?words=troupes"])
def test_j_k_c_and_o(visit: Visit, page: str) -> None:
    here = visit.go(page)
    rows = here.eval_on_selector_all("main .row", "rows => rows.map((row) => row.dataset.fact)")
    first, second = next((at, at + 1) for at in range(len(rows)) if rows[at] and rows[at + 1] and rows.index(rows[at]) == at)
    for at in range(first):
        press(visit, "j")
        assert here.evaluate("at => document.activeElement === document.querySelectorAll('main .row')[at]", at)
    assert press(visit, "j") == rows[first]
    assert press(visit, "j") == rows[second]
    assert press(visit, "k") == rows[first]
    assert seen(visit)
    card = here.locator(":focus details")
    press(visit, "c")
    card.locator("dl").wait_for()
    assert card.get_attribute("open") is not None
    press(visit, "c")
    assert card.get_attribute("open") is None
    here.keyboard.press("o")
    here.wait_for_url(f"**/documents/*#f-{rows[first]}")
    visit.shown()
    assert here.get_attribute(".row.chosen", "data-fact") == rows[first]
    here.go_back()
    visit.shown()
    assert focus(visit) == rows[first], "whoever comes back goes on from the row"
    assert press(visit, "j") == rows[second]


def seen(visit: Visit) -> bool:
    """Whether the row that has the focus shows it and is in the window."""
    shows: bool = visit.page.evaluate(
        "() => { const row = document.activeElement, box = row.getBoundingClientRect(), style = getComputedStyle(row);"
        " return box.top < innerHeight && box.bottom > 0 && (style.boxShadow !== 'none' || style.outlineStyle !== 'none'); }"
    )
    return shows


def test_the_first_row_is_the_first_and_the_last_the_last(visit: Visit) -> None:
    visit.go("commitments.html")
    assert press(visit, "k") == visit.rows()[-1]
    assert press(visit, "j") == visit.rows()[-1]
    assert seen(visit)
    assert press(visit, "k" * (len(visit.rows()) + 1)) == visit.rows()[0]
    assert seen(visit)


def test_n_and_p_turn_the_pages_of_a_list(visit: Visit) -> None:
    page = visit.go("voices.html")
    first = visit.rows()
    visit.again("press", "body", "n")
    assert "page=2" in page.url
    assert not set(first) & set(visit.rows())
    visit.again("press", "body", "p")
    assert visit.rows() == first
    press(visit, "p")
    assert visit.rows() == first, "there is none before the first"


def test_the_keys_in_a_document(visit: Visit, example_report: Path) -> None:
    page = visit.go(f"documents/{longest(example_report).name}")
    rows = visit.rows()
    assert press(visit, "jj") == rows[1]
    press(visit, "o")
    page.wait_for_selector(f"#row-{rows[1]}.chosen")
    assert page.url.endswith(f"#f-{rows[1]}")
    assert press(visit, "j") == rows[2], "from the fact that was opened"
    press(visit, "c")
    page.wait_for_selector(f"#row-{rows[2]} details[open] dl")
    press(visit, "c")
    assert not is_open(visit, rows[2])


def test_rows_that_are_switched_off_are_passed_over(visit: Visit, example_report: Path) -> None:
    page = visit.go(f"documents/{longest(example_report).name}")
    page.uncheck("#kinds [name=statement]")
    page.evaluate("document.activeElement.blur()")
    shown = page.eval_on_selector_all(".row", "rows => rows.filter((row) => row.checkVisibility()).map((row) => row.dataset.fact)")
    assert 1 < len(shown) < len(visit.rows())
    assert [press(visit, "j") for _ in shown] == shown


TYPED = "jkocnpt?/"


@pytest.mark.parametrize("field", ["#search-words", "#filters [name=by]", "#filters [name=words]"])
def test_what_is_typed_in_a_field_is_only_typed(visit: Visit, field: str) -> None:
    page = visit.go("voices.html")
    page.focus(field)
    page.keyboard.type(TYPED)
    assert page.input_value(field) == TYPED
    assert page.evaluate("field => document.activeElement === document.querySelector(field)", field)
    assert not page.locator("dialog#keys").is_visible()
    assert page.url.partition("?")[0].endswith("/voices.html")
    page.keyboard.press("Escape")
    assert focus(visit) == "BODY", "Escape leaves the field"


def test_keys_of_the_browser_are_left_to_it(visit: Visit) -> None:
    visit.go("voices.html")
    fact = press(visit, "j")
    for key in ("Control+c", "Alt+t", "Meta+j", "Control+k"):
        visit.page.keyboard.press(key)
        assert focus(visit) == fact
        assert not is_open(visit, fact)


def test_the_list_of_keys_keeps_the_keys_to_itself(visit: Visit) -> None:
    page = visit.go("voices.html")
    page.focus("#help")
    page.keyboard.press("Enter")
    assert page.locator("dialog#keys").is_visible()
    press(visit, "jt/")
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.keyboard.press("Enter")
    assert not page.locator("dialog#keys").is_visible(), "its button closes it"
    assert focus(visit) == "help", "and the focus is back where it was"


def test_the_skip_link(visit: Visit) -> None:
    page = visit.go("voices.html")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement.matches('.skip') && ({STOP})()[1]")
    page.keyboard.press("Enter")
    assert focus(visit) == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('#filters input')")


def test_searching_paging_and_the_day_without_a_mouse(visit: Visit) -> None:
    page = visit.go("chronology.html")
    press(visit, "/")
    page.keyboard.type("troupes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?words=troupes")
    assert len(visit.shown().query_selector_all(".row")) > 3
    visit.go("voices.html")
    page.focus("#paging button:last-child")
    visit.again("press", "#paging button:last-child", "Enter")
    assert "page=2" in page.url
    assert focus(visit) == "count"
    page.focus("#as-of-range")
    for _ in range(2):
        visit.again("press", "#as-of-range", "ArrowLeft")
        assert focus(visit) == "as-of-range", "the focus stays on the slider"
    assert page.input_value("#as-of-day") in page.url


@pytest.mark.parametrize("at", range(9))
def test_every_page_by_keyboard(visit: Visit, example_report: Path, at: int) -> None:
    """Tab reaches everything in order and shows that it does, the frame on the first page only; `/`, `t` and `?` lead there from everywhere."""
    page = visit.go(with_state(addresses(example_report)[at].replace("troupes", "afghanistan"), as_of=FEW if at < 8 else "", lang="fr"))
    visit.open_cards(1)
    expected = page.evaluate(INTERACTIVE)
    frame = page.locator(".skip, header.top [data-stop]").count()
    if at:
        page.focus("#main")
    stops = tabbed(page, len(expected))
    reached = list(range(frame if at else 0, len(expected)))
    assert len(reached) > 5
    assert list(dict.fromkeys(stop for stop, _ in stops)) == reached, "each once, in the order of the page"
    unseen = {stop for stop, _ in stops} - {stop for stop, shows in stops if shows}
    assert [expected[stop] for stop in sorted(unseen)] == []
    for key, place in (("/", "search-words"), ("t", "as-of-day")):
        page.evaluate("document.activeElement.blur()")
        assert press(visit, key) == place
    page.evaluate("document.activeElement.blur()")
    press(visit, "?")
    assert page.locator("dialog#keys").is_visible()
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    assert " ".join(page.locator("dialog kbd").all_text_contents()).split() == list("/jkocnpt?")
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()


def tabbed(page: Any, most: int) -> list[tuple[int, bool]]:
    """Where Tab leads, to the end of the page, and whether the focus is seen there; a field for a day has several stops of its own."""
    stops: list[tuple[int, bool]] = []
    for _ in range(2 * most):
        page.keyboard.press("Tab")
        stop, shows = page.evaluate(STOP)
        if stop == -1 or (stops and stop == 0):
            break
        stops.append((stop, shows))
    return stops


def test_nothing_was_complained_of(visit: Visit) -> None:
    assert visit.complaints == []
    assert visit.strays() == []
