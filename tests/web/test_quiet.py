"""Nothing from any network, nothing to complain of, and no page that weighs much: in what is written, and over a visit of everything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from browsing import Chromium, Visit
from leaves import addresses, data, pages, targets, tree

from chancery.web.pages import POLICY

MOST_BYTES = 300_000
ELSEWHERE = ("http://", "https://", "url(//", "@import", "fetch(", "XMLHttpRequest", "innerHTML", "document.write", "eval(", "new Function")
LEADING = """
all => all.filter((each) => each.protocol !== "file:")
  .map((each) => [each.closest("#about-document") !== null, each.rel, /^https?:$/.test(each.protocol)])
"""


@pytest.fixture(scope="module")
def trees(example_report: Path) -> dict[Path, Any]:
    return {page: tree(page) for page in pages(example_report)}


def test_every_page_has_the_policy_before_anything_else_loads(trees: dict[Path, Any]) -> None:
    for page, root in trees.items():
        policies = root.findall(".//meta[@http-equiv='Content-Security-Policy']")
        assert [each.get("content") for each in policies] == [POLICY], page.name
        loading = next(each for each in root.iter("script", "link", "style", "img"))
        assert root.find("head").index(policies[0]) < root.find("head").index(loading)
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_nothing_in_a_page_runs_by_itself(trees: dict[Path, Any]) -> None:
    """No script but from files, no style in a page, no attribute that is a script."""
    for page, root in trees.items():
        for each in root.iter():
            if not isinstance(each.tag, str):
                continue
            assert each.tag not in ("style", "iframe", "object", "embed", "base", "template"), page.name
            assert each.tag != "script" or each.get("src") or each.get("type") == "application/json", page.name
            assert [name for name in each.keys() if name.startswith("on") or name == "style"] == [], page.name  # noqa: SIM118


def test_no_page_names_anything_elsewhere(trees: dict[Path, Any]) -> None:
    for page, root in trees.items():
        for tag, address in targets(root):
            assert "://" not in address, f"{tag} in {page.name}: {address}"
            assert not address.startswith("//")
            assert not address.lower().strip().startswith(("javascript:", "data:")), f"{tag} in {page.name}: {address}"


@pytest.mark.parametrize("kind", ["css", "js"])
def test_no_asset_names_anything_elsewhere(example_report: Path, kind: str) -> None:
    for asset in (example_report / "assets").rglob(f"*.{kind}"):
        if "vendor" not in asset.parts:
            text = asset.read_text("utf-8")
            for wrong in ELSEWHERE:
                assert wrong not in text.replace("^https?:", ""), f"{wrong} in {asset.name}"


def test_each_page_is_light_and_only_charts_load_what_draws_them(trees: dict[Path, Any]) -> None:
    charted = {"chronology.html", "commitments.html", "forces.html"}
    for page, root in trees.items():
        files = [unquote(address) for tag, address in targets(root) if tag == "script" or (tag == "link" and address.endswith(".css"))]
        drawing = [file for file in files if "/vendor/" in file]
        assert bool(drawing) == (page.name in charted and page.parent.name != "documents"), page.name
        own = [page, *(page.parent / file for file in files if "/vendor/" not in file and "data/" not in file)]
        assert sum(file.stat().st_size for file in own) < MOST_BYTES, page.name
        assert len(own) > 10


@pytest.fixture(scope="module")
def visit(browser: Chromium, example_report: Path) -> Iterator[Visit]:
    with browser.visiting(example_report, height=600) as opened:
        yield opened


@pytest.mark.parametrize("at", range(9))
def test_a_visit_of_everything(visit: Visit, example_report: Path, at: int) -> None:
    page = visit.go(addresses(example_report)[at])
    visit.open_cards(5)
    for button in page.query_selector_all(".opened button"):
        button.click()
    if page.query_selector("#paging button:last-child:enabled"):
        visit.again("click", "#paging button:last-child")
    visit.again("fill", "#as-of-day", "2021-04-06")
    for act in limits(page):
        visit.again(*act)
    for box in page.query_selector_all("#filters [type=checkbox], #kinds [type=checkbox]"):
        box.click()
    for control in ("#order", "#filters [type=reset]", "[data-language=en]", "#as-of-earlier"):
        if page.is_visible(control):
            visit.again("click", control)
    visit.again("press", "#as-of-range", "ArrowRight")
    visit.page.emulate_media(color_scheme="dark" if at % 2 else "light")
    assert visit.complaints == []
    assert visit.strays() == []


def limits(page: Any) -> Iterator[tuple[str, ...]]:
    """A limit of each sort that the page has: one that is chosen, one that is typed, a day."""
    for field, value in (("select", None), ("input[list], input:not([type])", "Biden <b>"), ("[name=from]", "2021-01-14")):
        name = page.evaluate("field => document.querySelector(`#filters :is(${field})`)?.name ?? ''", field)
        if name:
            given = value or page.eval_on_selector(f"#filters [name={name}]", "each => each.options[1]?.value ?? ''")
            yield ("fill" if value else "select_option", f"#filters [name={name}]", given)


def test_the_only_way_out_is_the_source_of_a_document(visit: Visit, example_report: Path) -> None:
    """Links that leave the report, after the pages have put in all that they do."""
    out = {}
    documents = data(example_report, "record")["documents"]
    webbed = [about["page"] for about in documents if "url" in about]
    for address in ["index.html", "sources.html", *(f"documents/{page}.html" for page in (*webbed[:2], documents[0]["page"]))]:
        page = visit.go(address)
        out[address] = page.eval_on_selector_all("a[href]", LEADING)
    assert any(out.values())
    for address, links in out.items():
        assert [link for link in links if link != [True, "noreferrer noopener", True]] == [], address
        assert len(links) <= 1
    assert visit.complaints == []


FORBIDDEN = {
    "fetch": "fetch('https://example.org/').catch(() => {})",
    "script": "document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.hit = 1' }))",
    "handler": "document.body.setAttribute('onclick', 'window.hit = 1'); document.body.click()",
    "picture": "document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }))",
    "style": "document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }))",
    "eval": "try { window.setTimeout('window.hit = 1') } catch {}",
}


def test_what_the_policy_forbids_is_refused_and_heard_of(browser: Chromium, example_report: Path) -> None:
    with browser.visiting(example_report) as visit:
        page = visit.go("sources.html")
        for name, act in FORBIDDEN.items():
            visit.complaints.clear()
            page.evaluate(f"() => {{ {act} }}")
            page.wait_for_timeout(50)
            assert page.evaluate("window.hit") is None
            assert any("Content Security Policy" in complaint for complaint in visit.complaints), name


def test_a_request_elsewhere_would_be_seen(browser: Chromium, example_report: Path) -> None:
    with browser.visiting(example_report) as visit:
        visit.go("sources.html")
        assert visit.strays() == []
        visit.requests += ["https://example.org/x.png", f"{example_report.as_uri()}/no-such-page.html", "file:///etc/hostname"]
        assert len(visit.strays()) == 3
