"""The pictures of the README and the documentation, taken anew from the example press: `make pictures`."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import chancery
from chancery.web import write_report

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PRESS = "examples/press"
"""From the root of the project, so that no picture shows where on a machine that is."""
TAKEN = {
    "commitments": ("commitments.html?lang=en&as_of=2021-04-20", 1100, 760, "light"),
    "chronology": ("chronology.html?lang=en", 1100, 760, "light"),
    "document": ("documents/02-bruxelles-retrait.html?lang=en", 1100, 900, "light"),
    "phone": ("voices.html?lang=fr&by=Jens+Stoltenberg", 390, 760, "dark"),
}
"""Picture: the page, width and height in pixels, light or dark."""


@contextmanager
def report() -> Iterator[Path]:
    """The report on the example press, for as long as the pictures take."""
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        with chancery.build([PRESS], record=Path(folder) / "press.sqlite") as record:
            write_report(record, Path(folder) / "report", title="Dépêches d'exemple")
        yield Path(folder) / "report"


def take(browser: Any, folder: Path, name: str) -> None:
    """One picture, as a PNG beside this file."""
    address, width, height, scheme = TAKEN[name]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(f"{folder.as_uri()}/{address}")
    page.wait_for_selector("html[data-shown]")
    page.screenshot(path=HERE / f"{name}.png")
    page.close()


def main() -> None:
    """Take all pictures, with Debian's Chromium."""
    with report() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--lang=en-GB"])
        for name in TAKEN:
            take(browser, folder, name)
        browser.close()


if __name__ == "__main__":
    main()
