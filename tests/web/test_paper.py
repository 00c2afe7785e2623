"""On paper: the facts, each with its source, whole; nothing to press."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Chromium, Visit
from leaves import addresses, data

import chancery
from chancery import pipeline
from chancery.record import open_store
from chancery.web import write_report
from chancery.web.book import KINDS
from made import source, told

SHEET = 718
"""A4 less its margins, in pixels."""
CONTROLS = "nav, form.find, form.filters, button, input, select, summary, footer, dialog, .skip, .languages, .kinds, .paging, .more, .as-of label"
ROWS = """
() => [...document.querySelectorAll("main .row")].filter((row) => row.checkVisibility()).map((row) => ({
  listed: row.closest("#listing") !== null, beside: row.closest(".notes") !== null, fact: row.dataset.fact,
  note: [...row.querySelectorAll(".note-number")].filter((each) => each.checkVisibility()).map((each) => each.textContent).join(),
  side: [...row.querySelectorAll(".side")].filter((each) => each.checkVisibility()).map((each) => each.innerText.trim()).join(),
}))
"""
PRINTING = """
() => addEventListener("beforeprint", () => {
  const count = (selector) => document.querySelectorAll(selector).length;
  window.printed = [count("#listing .row"), count("#footnotes li"), document.querySelector("#count").textContent];
  window.open = [...document.querySelectorAll("details.card[open]")].map((each) => each.closest(".row").dataset.fact);
})
"""
SEEN = "all => all.filter((each) => each.checkVisibility()).map((each) => each.textContent)"
CUT = """
() => [...document.querySelectorAll("body *")].filter((each) => {
  const box = each.getBoundingClientRect();
  const clipped = each.scrollWidth > each.clientWidth + 1 && ["auto", "scroll", "hidden"].includes(getComputedStyle(each).overflowX);
  return each.checkVisibility() && box.width > 1 && !each.closest(".unseen") && (box.right > innerWidth + 1 || clipped);
}).map((each) => `${each.tagName} ${each.id} ${each.className.baseVal ?? each.className}`)
"""


@pytest.fixture(scope="module")
def visit(browser: Chromium, example_report: Path) -> Iterator[Visit]:
    """A sheet of paper."""
    with browser.visiting(example_report, width=SHEET) as opened:
        opened.page.emulate_media(media="print")
        yield opened


@pytest.mark.parametrize("at", range(9))
def test_what_is_printed(visit: Visit, example_report: Path, at: int) -> None:
    address = addresses(example_report)[at]
    page = visit.go(address)
    visit.open_cards(1)
    assert visible(page, CONTROLS) == []
    assert visible(page, "h1")
    assert visible(page, "#as-of-known"), "as of which day stands on it"
    assert page.evaluate(CUT) == [], "nothing is cut off at the edge"
    notes = footnotes(page)
    documents = data(example_report, "record")["documents"]
    shelf = {fact["fact"]: documents[fact["document"]] for name in KINDS for fact in data(example_report, name)["facts"]}
    for row in page.evaluate(ROWS):
        if row["beside"]:
            continue
        if row["note"] or (row["listed"] and row["fact"]):
            told = shelf[row["fact"]]
            assert notes[int(row["note"]) - 1].startswith(f"{told['title']}, ")
            assert told["published"][:4] in notes[int(row["note"]) - 1] if told.get("published") else True
            assert row["side"] == row["note"], "the source is a number, no more"
        else:
            assert len(row["side"]) > 3, "without footnotes, the source stands in words"


def visible(page: Any, selector: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        selector, "all => all.filter((each) => each.checkVisibility()).map((each) => each.outerHTML.slice(0, 120))"
    )
    return found


def footnotes(page: Any) -> list[str]:
    """The footnotes that are seen, in the order of their numbers; a line above them only where there are any."""
    found: list[str] = page.eval_on_selector_all("#footnotes li", SEEN)
    assert page.evaluate("document.querySelector('#footnotes')?.checkVisibility() ?? false") == bool(found)
    return found


@pytest.mark.parametrize("address", ["chronology.html", "voices.html?page=2&order=latest"])
def test_a_long_list_is_printed_whole(visit: Visit, example_record: Path, address: str) -> None:
    visit.page.emulate_media(media="screen")
    page = visit.go(address)
    with chancery.open(example_record) as record:
        total = len(getattr(record, address.partition(".")[0])())
    page.evaluate(PRINTING)
    before = visit.rows(), page.inner_text("#count"), page.url
    assert len(before[0]) < total
    sheets = page.pdf(format="A4")
    assert sheets.startswith(b"%PDF")
    printed, notes, said = page.evaluate("window.printed")
    assert printed == total
    assert notes > 1
    assert said.startswith(f"1–{total} ")
    assert (visit.rows(), page.inner_text("#count"), page.url) == before
    page.emulate_media(media="print")


def test_a_card_that_is_open_is_printed_and_stays_open(visit: Visit) -> None:
    visit.page.emulate_media(media="screen")
    page = visit.go("voices.html")
    visit.open_cards(1)
    fact = visit.rows()[0]
    page.evaluate(PRINTING)
    page.pdf()
    assert page.evaluate("window.open") == [fact]
    assert page.eval_on_selector_all("details.card[open]", "all => all.map((each) => each.closest('.row').dataset.fact)") == [fact]
    page.emulate_media(media="print")


def test_a_thousand_rows_and_no_more(browser: Chromium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", told)
    store = open_store(tmp_path / "long.sqlite", writable=True)
    texts = ["".join(f"Anna Roy dit : mot {at} {line}\n" for line in range(102)) for at in range(10)]
    pipeline.build([source(f"d{at}", text, f"2021-04-{at + 1:02}", "Le Pli") for at, text in enumerate(texts)], store)
    store.close()
    with chancery.open(tmp_path / "long.sqlite") as record:
        write_report(record, tmp_path / "report")
        facts = [row.fact for row in record.voices()]
    with browser.visiting(tmp_path / "report") as visit:
        page = visit.go("voices.html")
        assert visit.rows() == facts[:60]
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert visit.rows() == facts[:1000]
        assert page.locator("#footnotes li").count() == 10
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert visit.rows() == facts[:60]
        assert visit.complaints == []


def test_nothing_was_complained_of(visit: Visit) -> None:
    assert visit.complaints == []
