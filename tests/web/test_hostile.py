"""Hostile material stays text: whatever a document, a fact or an address holds is shown as it is, runs nothing, asks for nothing, breaks no page."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import hostile
import pytest
from browsing import Chromium, Visit
from leaves import data, marked, tree

import chancery
from chancery import pipeline
from chancery.facts import Fact
from chancery.record import KeptFact, Query, open_store
from chancery.web import write_report
from chancery.web.book import KINDS
from chancery.web.pages import FILES, PAGES

NARROW = 360
OUT = """
() => [...document.querySelectorAll("a")].map((each) => each.getAttribute("href") ?? each.getAttribute("xlink:href") ?? "")
  .filter((href) => !["file:"].includes(new URL(href, document.baseURI).protocol))
"""
ROWS = """
() => Object.fromEntries([...document.querySelectorAll("#listing .row")].map((row) =>
  [row.dataset.fact, [row.querySelector("[data-words]").textContent, row.textContent, row.querySelector(".side").textContent]]))
"""
MADE = "() => [...document.querySelectorAll('main img, main iframe, main base, main b b, main svg[onload], main script:not([type])')].length"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, list[KeptFact]]]:
    """The report on the hostile press, and the facts in it."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline, "read", hostile.read)
        store = open_store(folder / "r.sqlite", writable=True)
        built = pipeline.build([*hostile.press(), *hostile.REFUSED], store)
        store.close()
        assert (built.read, len(built.refused)) == (2 * len(hostile.STRINGS), len(hostile.STRINGS))
    with chancery.open(folder / "r.sqlite") as record:
        write_report(record, folder / "report", title=hostile.TITLE)
        yield folder / "report", record.store.facts(Query())


@pytest.fixture(scope="module")
def visit(browser: Chromium, report: tuple[Path, list[KeptFact]]) -> Iterator[Visit]:
    with browser.visiting(report[0], width=NARROW) as opened:
        yield opened


def harmless(visit: Visit) -> None:
    """That nothing ran, was asked for, was made of the text, or sticks out."""
    page = visit.page
    assert page.evaluate("window.hit") is None
    assert visit.complaints == []
    assert visit.strays() == []
    assert page.evaluate(MADE) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    scrolled = page.eval_on_selector_all(".scroll", "all => all.filter((each) => each.scrollWidth > each.clientWidth).length")
    assert scrolled == 0


def cite(visit: Visit) -> None:
    """Ask every open card for its citation."""
    visit.page.evaluate("() => document.querySelectorAll('.opened button').forEach((each) => each.click())")
    visit.page.wait_for_timeout(30)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_harmed(visit: Visit, report: tuple[Path, list[KeptFact]], page: str) -> None:
    """With every card open; and in the row of each fact stands every string that it holds, to the character, and its words as they are."""
    here = visit.go(f"{FILES[page]}.html{'?words=mots' if page == 'search' else ''}")
    visit.open_cards()
    cite(visit)
    harmless(visit)
    assert here.evaluate(OUT) == []
    assert here.text_content(".record a") == hostile.TITLE.replace("\ud800", "\ufffd")
    rows: dict[str, list[str]] = here.evaluate(ROWS)
    for kept in shown_in(page, rows, report[1]):
        words, whole, side = rows[kept.id]
        assert words == kept.words
        assert [text for text in hostile.shown(kept.fact) if text not in whole] == [], kept.document.id
        assert str(kept.document.outlet) in side
    visit.again("click", "[data-language=en]")
    harmless(visit)


def shown_in(page: str, rows: dict[str, Any], facts: list[KeptFact]) -> list[KeptFact]:
    """The facts that have a row in the list of the page, which are as many as there are kinds of harm at least."""
    found = [kept for kept in facts if kept.id in rows]
    if page in KINDS:
        assert {kept.fact.kind for kept in found} == set(KINDS[page])
        assert len(found) >= len(hostile.STRINGS)
    return found


def test_every_field_that_a_fact_can_have_is_hostile(report: tuple[Path, list[KeptFact]]) -> None:
    for kept in report[1]:
        assert len(hostile.shown(kept.fact)) >= 5
        assert isinstance(kept.fact, Fact)


@pytest.mark.parametrize("at", range(len(hostile.STRINGS)))
def test_no_document_is_harmed(visit: Visit, report: tuple[Path, list[KeptFact]], at: int) -> None:
    """Of each kind of harm, the document or its copy."""
    about = data(report[0], "record")["documents"][2 * at + at % 2]
    page = visit.go(f"documents/{about['page']}.html")
    visit.open_cards()
    cite(visit)
    harmless(visit)
    url = about["url"]
    assert page.evaluate(OUT) == ([url] if url.startswith(("http://", "https://")) else []), "only what is surely a page on the web is a link"
    header = page.text_content("#about-document")
    for told in (url, about["outlet"], about["agency"], about["author"], about["place"], about.get("translation_basis", "")):
        assert told in header
    kept = [each for each in report[1] if each.document.id == about["document"]][at % 6]
    page.click(f"#row-{kept.id} [data-words]")
    visit.until("fact => document.querySelector('.row.chosen')?.dataset.fact === fact", kept.id)
    assert "".join(page.locator(".f.chosen").all_text_contents()) == kept.words
    harmless(visit)


def test_each_document_says_its_words_to_the_character(report: tuple[Path, list[KeptFact]]) -> None:
    root, facts = report
    pages = {about["document"]: marked(tree(root / "documents" / f"{about['page']}.html")) for about in data(root, "record")["documents"]}
    assert {kept.id: kept.words for kept in facts} == {fact: words for page in pages.values() for fact, words in page.items()}
    assert any("\r" in kept.words for kept in facts)


def test_what_was_refused_is_shown_as_text(visit: Visit) -> None:
    for page in ("index.html", "sources.html"):
        told = visit.go(page).text_content("#refused")
        for refused in hostile.REFUSED:
            assert all(text in told for text in (refused.origin, refused.reason, refused.hint))
    harmless(visit)


@pytest.mark.parametrize("name", hostile.STRINGS)
def test_hostile_words_in_the_address(visit: Visit, name: str) -> None:
    bad = hostile.STRINGS[name]
    query = urlencode(dict.fromkeys(("words", "by", "actor", "as_of", "from", "lang", "page", "fact", "topic", "cue", "how", "agreement"), bad))
    visit.go(f"{'voices' if len(bad) % 2 else 'forces'}.html?{query}#{quote(bad)}")
    harmless(visit)


ORDER = """
() => [...document.querySelectorAll("#listing .head")].map((head) => [...head.children].filter((each) => each.checkVisibility()).map((each) => {
  const boxes = [...each.getClientRects()];
  return [boxes[0].top, boxes[0].left, boxes.at(-1).top, boxes.at(-1).right];
}))
"""


@pytest.mark.parametrize("page", KINDS)
def test_what_turns_the_direction_turns_itself_alone(visit: Visit, page: str) -> None:
    """Whoever is called so that what follows would run backwards: the page's own words stand behind the name, in their order."""
    visit.go(f"{page}.html?words=tournevis")
    heads = visit.page.evaluate(ORDER)
    assert len(heads) >= 2
    for parts in heads:
        for (_, _, last, right), (first, left, _, _) in pairwise(parts):
            assert left >= right - 1 if abs(first - last) < 4 else first > last


@pytest.mark.parametrize("name", ["markup", "templates", "separators"])
def test_hostile_words_looked_for(visit: Visit, name: str) -> None:
    visit.go("sources.html").fill("#search-words", hostile.STRINGS[name])
    visit.page.press("#search-words", "Enter")
    visit.page.wait_for_url("**/search.html*")
    assert visit.shown().input_value("#filters [name=words]")
    harmless(visit)


@pytest.mark.parametrize(
    "address",
    [
        "forces.html?agreement=__proto__",
        "voices.html?how=constructor",
        "chronology.html?as_of=2021-99-99",
        "commitments.html?as_of=2021-02-31",
        "chronology.html?from=x&to=y",
        "sources.html?from=2021-13-01&page=-3",
        "positions.html?about=9e9&page=1e9",
        "search.html?words=%FF%FE&texts=no",
    ],
)
def test_an_address_that_means_nothing_still_shows_a_page(visit: Visit, address: str) -> None:
    visit.go(address)
    harmless(visit)


def test_a_hostile_name_leads_to_what_it_names(visit: Visit, report: tuple[Path, list[KeptFact]]) -> None:
    """The link on an actor limits the list to its facts, whatever it is called."""
    page = visit.go("voices.html")
    links = page.eval_on_selector_all("#listing .row", "rows => rows.map((row) => [row.dataset.fact, row.querySelector('.actor')?.href])")
    leading = [(fact, href) for fact, href in links if href]
    assert len(leading) == len(hostile.STRINGS)
    for fact, href in leading[::3]:
        visit.go(f"voices.html?{href.partition('?')[2]}")
        assert visit.rows() == [fact]
    harmless(visit)
