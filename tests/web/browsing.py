"""The pages in a real browser: Debian's Chromium, driven by Playwright. Where there is none, its tests skip and say so."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WAIT_MS = 20_000
"""Shared machines stall; a page that is right is shown long before."""
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


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
        self.page.wait_for_function(f"Number(document.documentElement.dataset.shown) > {before}", timeout=WAIT_MS)

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
            viewport={"width": width, "height": height}, locale=locale, color_scheme="dark" if dark else "light", offline=True, reduced_motion="reduce"
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
