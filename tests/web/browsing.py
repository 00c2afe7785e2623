"""The pages in a real browser: Debian's Chromium, driven by Playwright. Where there is none, its tests skip and say so."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import unquote

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WAIT_MS = 20_000
"""Shared machines stall; a page that is right is shown long before."""
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]

OPEN_CARDS = """
async (most) => {
  const beside = Boolean(document.querySelector("[data-page=document]"));
  const cards = [...document.querySelectorAll("details.card")].filter((each) => each.checkVisibility()).slice(0, most);
  for (const each of cards) each.open = true;
  const whole = (each) => each.querySelector(beside ? "dl" : "blockquote");
  while (!cards.every(whole)) await new Promise((next) => setTimeout(next, 10));
}
"""


@dataclass
class Visit:
    """A page that is open, and what it asked for and complained of."""

    page: Any
    root: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str) -> Any:
        """Open a page of the report and wait until it shows what it has."""
        self.page.goto(f"{self.root.as_uri()}/{address}")
        return self.shown()

    def shown(self) -> Any:
        """The page, once it has shown itself."""
        self.page.wait_for_selector("html[data-shown]", timeout=WAIT_MS)
        return self.page

    def again(self, act: str, *given: Any) -> None:
        """Do something that changes the address, and wait until the page has shown itself anew."""
        before = self.page.evaluate("Number(document.documentElement.dataset.shown)")
        getattr(self.page, act)(*given)
        self.page.wait_for_selector(f"html[data-shown]:not([data-shown='{before}'])", timeout=WAIT_MS)

    def until(self, true: str, *given: Any) -> None:
        """Wait until this is so in the page. (`wait_for_function` asks again by `eval`, which the pages refuse.)"""
        deadline = monotonic() + WAIT_MS / 1000
        while not self.page.evaluate(true, *given):
            assert monotonic() < deadline, f"never so: {true}"
            self.page.wait_for_timeout(10)

    def open_cards(self, most: int = 1000) -> None:
        """Open the cards of the page, the first ones, and wait until they say what they have."""
        self.page.evaluate(OPEN_CARDS, most)

    def strays(self) -> list[str]:
        """What was asked for that is no file of the report."""
        within = f"file://{self.root}/"
        asked = {unquote(request.partition("?")[0].partition("#")[0]) for request in self.requests}
        return sorted(each for each in asked if not each.startswith(within) or not Path(each.removeprefix("file://")).is_file())

    def rows(self) -> list[str]:
        """Ids of the facts that the list of the page shows, in order."""
        found: list[str] = self.page.eval_on_selector_all("#listing .row", "rows => rows.map(row => row.dataset.fact)")
        return found


class Chromium:
    """A browser that no page can reach a network from."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    @contextmanager
    def visiting(self, root: Path, *, width: int = 1280, height: int = 900, locale: str = "fr-FR", dark: bool = False) -> Iterator[Visit]:
        """A window on the report in a folder."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme="dark" if dark else "light",
            offline=True,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        visit = Visit(page, root)
        page.on("request", lambda request: visit.requests.append(request.url))
        page.on("console", lambda message: visit.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (visit.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        try:
            yield visit
        finally:
            context.close()


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Chromium, started; skips the test where it or Playwright is not installed."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install playwright")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            yield Chromium(browser)
        finally:
            browser.close()
