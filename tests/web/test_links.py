"""Every fact leads to its words: each link to a page that is there, an anchor in it, and there exactly the words; and back again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from browsing import Chromium, Visit
from leaves import LISTS, addresses, anchors, data, longest, marked, pages, targets, tree, with_state

import chancery
from chancery.record import Query
from chancery.web.pages import FILES

DAY = "2021-12-15"
STATE = f"as_of={DAY}&lang=en"
FACTS = tuple(page for page in LISTS if page != "sources")
CARDS = 12
"""Cards that are opened on each page of a list."""
LINKS = """
() => [...document.querySelectorAll("a[href], a[*|href]")].map((each) => ({
  href: new URL(each.getAttribute("href") ?? each.getAttribute("xlink:href"), document.baseURI).href,
  fact: each.closest(".row")?.dataset.fact ?? "", words: each.dataset.words === undefined ? null : each.textContent,
  drawn: each instanceof SVGElement,
}))
"""

IN_VIEW = """
() => {
  const [{ left, top, width, height }] = document.querySelector(".f.chosen").getClientRects();
  return document.elementFromPoint(left + width / 2, top + height / 2)?.closest(".f.chosen") instanceof Element;
}
"""
"""Whether the words begin within the window, and nothing stands before them."""


@pytest.fixture(scope="module")
def facts(example_record: Path) -> dict[str, str]:
    """The words of every fact, as the record has them."""
    with chancery.open(example_record) as record:
        return {kept.id: kept.words for kept in record.store.facts(Query())}


@pytest.fixture(scope="module")
def leaves(example_report: Path) -> dict[str, Any]:
    """Every document's page, read."""
    return {page.name: tree(page) for page in (example_report / "documents").iterdir()}


@pytest.fixture(scope="module")
def visit(browser: Chromium, example_report: Path) -> Iterator[Visit]:
    with browser.visiting(example_report, height=500) as opened:
        yield opened


def test_every_fact_stands_in_its_document(example_report: Path, leaves: dict[str, Any], facts: dict[str, str]) -> None:
    """Each once, with an anchor and its words to the character; those of the lists in the documents that they name."""
    documents = [leaves[f"{about['page']}.html"] for about in data(example_report, "record")["documents"]]
    told = [json.loads(page.get_element_by_id("facts").text) for page in documents]
    listed = [fact for shelf in FACTS for fact in data(example_report, shelf)["facts"]]
    words, places = [marked(page) for page in documents], [anchors(page) for page in documents]
    for fact in [*listed, *(fact for page in told for fact in page)]:
        assert fact["words"] == facts[fact["fact"]] == words[fact["document"]][fact["fact"]]
        assert places[fact["document"]].count(fact["fact"]) == 1
    assert [{fact["document"] for fact in page} for page in told] == [{number} for number in range(len(told))]
    assert sorted(fact["fact"] for page in told for fact in page) == sorted(facts)
    assert len(leaves) == len(documents)


def test_every_page_leads_to_files_of_the_report(example_report: Path) -> None:
    for page in pages(example_report):
        for tag, address in targets(tree(page)):
            parts = urlsplit(address)
            assert not parts.scheme, f"{tag} in {page.name} leads out: {address}"
            assert not parts.netloc
            assert not parts.path or (page.parent / unquote(parts.path)).is_file(), f"{tag} in {page.name} leads nowhere: {address}"


def gathered(visit: Visit, address: str) -> list[dict[str, Any]]:
    """All links of a page of the report: on every page of its list, with the first cards open."""
    page = visit.go(address)
    found = []
    while True:
        visit.open_cards(CARDS)
        found += page.evaluate(LINKS)
        if not page.query_selector("#paging button:last-child:enabled"):
            return found
        visit.again("click", "#paging button:last-child")


def check(link: dict[str, Any], root: Path, leaves: dict[str, Any], facts: dict[str, str]) -> None:
    """That a link leads to a page that is there and, if to a fact, to its anchor and its words; as of the same day, in the same language."""
    parts = urlsplit(link["href"])
    assert parts.scheme == "file"
    path = Path(unquote(parts.path))
    assert path.is_relative_to(root)
    assert path.is_file(), link
    if parts.fragment != "main":
        state = parse_qs(parts.query)
        assert (state["as_of"], state["lang"]) == ([DAY], ["en"]), link
    if parts.fragment.startswith("f-"):
        fact, page = parts.fragment[2:], leaves[path.name]
        assert fact in anchors(page)
        assert marked(page)[fact] == facts[fact]


def test_every_link_from_a_fact_to_its_words(
    visit: Visit, example_report: Path, example_record: Path, leaves: dict[str, Any], facts: dict[str, str]
) -> None:
    """On every page of every list, the links of cards and of charts included; each keeps the day and the language."""
    with chancery.open(example_record) as record:
        for address in addresses(example_report):
            page = address.partition(".")[0]
            links = gathered(visit, with_state(address, as_of=DAY, lang="en"))
            for link in links:
                check(link, example_report, leaves, facts)
            led = [link for link in links if link["words"] is not None and link["fact"]]
            assert all(link["words"] == facts[link["fact"]] and link["href"].endswith(f"#f-{link['fact']}") for link in led)
            assert any(link["fact"] and link["words"] is None and "#f-" in link["href"] for link in links) or page == "sources", "cards lead on"
            assert any(link["drawn"] and "#f-" in link["href"] for link in links) == (page in ("commitments", "forces")), "charts lead on"
            if page in FACTS:
                rows = [row.fact for row in getattr(record, page)(as_of=DAY)]
                assert [link["fact"] for link in led][-len(rows) :] == rows, "no row is missing"


@pytest.mark.parametrize("page", ["overview", "forces", "search"])
def test_a_click_brings_the_words_out_and_back_leads_back(visit: Visit, facts: dict[str, str], page: str) -> None:
    here = visit.go(f"{FILES[page]}.html?{'words=retrait&' if page == 'search' else ''}{STATE}")
    row = here.locator("main .row", has=here.locator("[data-words]:not([data-words=''])")).last
    fact, before, rows = row.get_attribute("data-fact"), here.url, here.locator("main .row").count()
    row.locator("[data-words]").click()
    here.wait_for_url("**/documents/**")
    visit.shown()
    assert here.url.endswith(f".html?{STATE}#f-{fact}")
    assert brought(visit) == (fact, facts[str(fact)])
    here.go_back()
    visit.shown()
    assert (here.url, here.locator("main .row").count()) == (before, rows)


def brought(visit: Visit) -> tuple[str | None, str]:
    """The fact whose card is open and the words that are brought out in a document's text, which are in view."""
    page = visit.page
    page.wait_for_selector(".row.chosen details[open] dl")
    visit.until(IN_VIEW)
    return page.get_attribute(".row.chosen", "data-fact"), "".join(page.locator(".f.chosen").all_text_contents())


@pytest.mark.parametrize("width", [1280, 360])
def test_a_row_beside_the_text_leads_to_its_words(visit: Visit, example_report: Path, facts: dict[str, str], width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 500})
    page = visit.go(f"documents/{longest(example_report).name}")
    rows = visit.rows()
    for fact in (rows[-1], rows[0], rows[len(rows) // 2]):
        page.click(f"#row-{fact} [data-words]")
        assert brought(visit) == (fact, facts[fact])
    visit.page.set_viewport_size({"width": 1280, "height": 500})


def test_words_clicked_in_the_text_open_their_card(visit: Visit, example_report: Path, facts: dict[str, str]) -> None:
    """A click on words that several facts share goes from one to the next."""
    page = visit.go(f"documents/{longest(example_report).name}")
    shared = next(ids for ids in page.eval_on_selector_all(".f", "all => all.map((each) => each.dataset.facts)") if " " in ids)
    for fact in [*shared.split(), shared.split()[0]]:
        page.click(f".f[data-facts='{shared}']")
        assert page.get_attribute(".row.chosen", "data-fact") == fact
        assert page.get_attribute(".row.chosen details", "open") is not None
        assert "".join(page.locator(".f.chosen").all_text_contents()) == facts[fact]


def test_back_restores_each_former_state(visit: Visit) -> None:
    """A limit that is chosen takes the place of the step before it; all else is a step of its own."""
    page = visit.go("voices.html")
    states = [state(visit)]
    for act in (
        ("click", "#as-of-earlier"),
        ("click", "#paging button:last-child"),
        ("select_option", "[name=how]", "reported"),
        ("click", "#order"),
        ("click", "[type=reset]"),
    ):
        visit.again(*act)
        states.append(state(visit))
    assert len({str(each) for each in states}) == len(states)
    del states[2]
    for former in reversed(states[:-1]):
        visit.again("go_back")
        assert state(visit) == former
    visit.again("go_forward")
    assert state(visit) == states[1]
    page.click("[data-door=chronology]")
    page.wait_for_url("**/chronology.html*")
    visit.shown()
    page.go_back()
    visit.shown()
    assert state(visit) == states[1]


def state(visit: Visit) -> tuple[Any, ...]:
    """What a reader sees of the state of a page."""
    page = visit.page
    fields = page.eval_on_selector_all("#filters [name], #as-of-day, #as-of-range", "all => all.map((each) => each.value)")
    return visit.rows(), fields, page.inner_text("#count"), page.inner_text("#paging"), page.inner_text("#as-of-known")


def test_nothing_was_complained_of(visit: Visit) -> None:
    assert visit.complaints == []
    assert visit.strays() == []
