"""The pages as HTML: the frame, the words of the language, the documents' texts. What a page says of facts is put in by the browser."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from chancery.web.leaf import Stretch
from chancery.web.scripts import inert
from chancery.web.wording import LANGUAGES, Wording, wording

HERE = Path(__file__).parent
DOORS = ("chronology", "voices", "positions", "commitments", "forces", "sources")
"""The six lists, in the order in which they are offered."""
PAGES = ("overview", *DOORS, "search")
CHARTED = ("chronology", "commitments", "forces")
"""Pages with charts: these alone load d3 and Plot."""
SHELVES: dict[str, tuple[str, ...]] = {
    "overview": ("chronology", "commitments", "forces"),
    "search": ("chronology", "voices", "positions", "commitments", "forces"),
    "sources": (),
    **{page: (page,) for page in DOORS if page != "sources"},
}
"""The facts that a page loads."""
FILES = {"overview": "index", **{page: page for page in PAGES if page != "overview"}}
PLOT_STYLE = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='"
"""The one style that Plot puts into its drawings; a test draws one and finds nothing refused."""
POLICY = f"default-src 'none'; script-src 'self'; style-src 'self' {PLOT_STYLE}; img-src 'self' data:; base-uri 'none'; form-action 'none'"
"""Content-Security-Policy: nothing from anywhere but beside the page; nothing written into the page runs."""


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["inert"] = lambda data: Markup(inert(data))
    environment.filters["exact"] = lambda text: Markup(str(escape(text)).replace("\r", "&#13;"))  # a bare one would be read as a line feed
    environment.globals.update(doors=DOORS, files=FILES, policy=POLICY, languages=LANGUAGES)
    return environment


def page(name: str, *, title: str, language: str, root: str = "") -> str:
    """One of `PAGES`, in that language until the reader chooses another; `root` leads to the folder of the report."""
    scripts = [f"data/{each}.js" for each in ("words", "record", *SHELVES[name])]
    vendored = ["assets/vendor/d3.min.js", "assets/vendor/plot.umd.min.js"] if name in CHARTED else []
    return _templates().get_template(f"{name}.html").render(**_common(name, title, language, root), scripts=[*scripts, *vendored])


def document_page(
    *, title: str, language: str, number: int, told: dict[str, Any], stretches: Sequence[Stretch], facts: Sequence[dict[str, Any]]
) -> str:
    """The page of a document: its text whole, with the facts that were read from it."""
    return (
        _templates()
        .get_template("document.html")
        .render(
            **_common("document", title, language, "../"),
            scripts=["data/words.js", "data/record.js"],
            number=number,
            told=told,
            stretches=stretches,
            facts=facts,
        )
    )


def _common(name: str, title: str, language: str, root: str) -> dict[str, Any]:
    words: Wording = wording(language)

    def say(key: str) -> str:
        """The words of a key, as the page is first shown."""
        found = words[key]
        return found if isinstance(found, str) else found[-1]

    return {"name": name, "title": title, "language": language, "root": root, "say": say}
