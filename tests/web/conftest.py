"""A browser, and reports to open in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Chromium, chromium

import chancery
from chancery.web import write_report


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    """One Chromium for all tests."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def example_report(tmp_path_factory: pytest.TempPathFactory, example_record: Path) -> Path:
    """The report on the example press."""
    out = tmp_path_factory.mktemp("reports") / "report"
    with chancery.open(example_record) as record:
        write_report(record, out, title="Le registre d'essai")
    return out
