"""Dates in words: their prepositions and articles go by what kind of time they name. Needs Node, which reads the script that the pages read."""

import csv
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from chancery.web.wording import LANGUAGES, wording

ASSETS = Path(__file__).parents[2] / "src" / "chancery" / "web" / "assets"
CASES = list(csv.DictReader((Path(__file__).parent.parent / "cases" / "days.csv").open(encoding="utf-8", newline="")))
NODE = shutil.which("node")
ASKED = """
const { words, cases, language, files } = JSON.parse(require("fs").readFileSync(0, "utf-8"));
globalThis.window = { chancery: { data: { words }, address: { get: () => language } } };
globalThis.document = { documentElement: {}, querySelectorAll: () => [], querySelector: () => null };
Object.defineProperty(globalThis, "navigator", { value: { languages: [] } });
for (const file of files) require(file);
window.chancery.speak();
console.log(JSON.stringify(cases.map(({ value, deadline }) => (deadline ? window.chancery.deadline(value) : window.chancery.day(value)))));
"""


@pytest.mark.skipif(NODE is None, reason="no Node here")
@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_in_words(language: str) -> None:
    files = [str(ASSETS / name) for name in ("saying.js", "days.js")]
    asked = json.dumps({"words": {each: wording(each) for each in LANGUAGES}, "cases": CASES, "language": language, "files": files})
    told = subprocess.run([str(NODE), "-e", ASKED], input=asked, capture_output=True, encoding="utf-8", check=False)
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == [case[language] for case in CASES]
