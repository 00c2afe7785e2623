"""The golden run: what is found in the example press is what was found when a person last looked.

When findings change on purpose, renew the report with `python tests/golden/renew.py` and read its diff line by line before committing it.
"""

import difflib
import runpy
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "golden"
SHOWN_LINES = 60


@cache
def report() -> str:
    return str(runpy.run_path(str(HERE / "renew.py"))["report"]())


def test_the_example_press_reads_as_it_did() -> None:
    golden = (HERE / "press.txt").read_text("utf-8")
    changed = [*difflib.unified_diff(golden.splitlines(), report().splitlines(), "tests/golden/press.txt", "this run", n=0, lineterm="")]
    assert not changed, "\n".join([*changed[:SHOWN_LINES], f"({len(changed)} lines differ; to renew: python tests/golden/renew.py)"])


def test_every_document_is_read_or_refused_aloud() -> None:
    paragraphs = [line for line in report().splitlines() if line.startswith("## ")]
    assert len(paragraphs) == 21
    assert [line for line in paragraphs if line.startswith("## refused")] == [line for line in paragraphs if "fil-est.jsonl" in line], (
        "one record has no text"
    )
