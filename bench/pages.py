"""How quick the report's pages are in a browser: the first paint, when the facts stand there, a limit, a step back in time."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PAGES = ("index", "chronology", "voices", "positions", "commitments", "forces", "sources", "search")
TYPED = "accord"
"""A word that most press holds."""
STEP = """
async (act) => {
  const began = performance.now();
  act();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}
"""
FRAMES = """
async () => {
  let last = performance.now(), longest = 0;
  for (let at = 0; at < 40; at++) {
    scrollBy(0, 400);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
"""
"""Forty steps of scrolling; the longest wait for a frame."""


@dataclass(frozen=True, slots=True)
class Quick:
    """Milliseconds of one page."""

    page: str
    paint: float
    """Until something is painted."""
    shown: float
    """Until its facts stand there."""
    limited: float
    """Until a word typed into the limits has taken effect."""
    rewound: float
    """Until a day of publication earlier is shown."""
    frame: float
    """The longest wait for a frame while scrolling."""


def quickness(report: Path) -> Iterator[Quick]:
    """Each page of a report, opened once in Debian's Chromium by Playwright."""
    from playwright.sync_api import sync_playwright  # type: ignore[import-not-found, unused-ignore]

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            for name in PAGES:
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                yield _measured(page, report, name)
                page.close()
        finally:
            browser.close()


def _measured(page: Any, report: Path, name: str) -> Quick:
    page.goto(f"{report.resolve().as_uri()}/{name}.html" + (f"?words={TYPED}" if name == "search" else ""))
    page.wait_for_selector("html[data-shown]", timeout=60_000)
    shown = page.evaluate("performance.now()")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()")
    limited = page.evaluate(f"({STEP})(() => chancery.address.set({{ words: '{TYPED}' }}))")
    page.evaluate("chancery.address.set({ words: '' })")
    rewound = page.evaluate(f"({STEP})(() => document.getElementById('as-of-earlier').click())")
    return Quick(name, paint, shown, limited, rewound, page.evaluate(FRAMES))


def main() -> None:
    """Print a line a page."""
    import sys

    print(f"{'page':14}{'paint':>8}{'shown':>8}{'limit':>8}{'as of':>8}{'frame':>8}  ms")
    for quick in quickness(Path(sys.argv[1])):
        print(f"{quick.page:14}{quick.paint:8.0f}{quick.shown:8.0f}{quick.limited:8.0f}{quick.rewound:8.0f}{quick.frame:8.0f}")


if __name__ == "__main__":
    main()
