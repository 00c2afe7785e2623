"""`python -m bench.alike PAGES`: whether web pages give the same facts as the same articles as plain text.

Each page is read three times: as HTML; its article alone as plain text; and all of its lines as plain text, so that words and shape must tell
the menus which the markup told. A fact is the same if its words and all that is said of it are, wherever it stands.
"""

from collections import Counter
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import click

from chancery.capture import Source, capture
from chancery.errors import Rejected
from chancery.facts import Fact
from chancery.pipeline import read
from chancery.record import Reading
from chancery.settings import Settings
from chancery.span import Span

ARTICLE = ("headline", "byline", "body", "post", "caption")
Told = Counter[tuple[Any, ...]]


def told(reading: Reading | Rejected) -> Told:
    """What a reading says, without where it stands."""
    return Counter() if isinstance(reading, Rejected) else Counter(_bare(fact, reading.document.text) for fact in reading.facts)


def _bare(fact: Fact, text: str) -> tuple[Any, ...]:
    said = [(field.name, getattr(fact, field.name)) for field in fields(fact) if field.name != "document"]
    return fact.kind, *((name, " ".join(value.of(text).split()) if isinstance(value, Span) else value) for name, value in said)


def as_text(reading: Reading) -> Source:
    """The page's article as plain text, its blocks apart as paragraphs are."""
    document = reading.document
    kept = [block.span.of(document.text) for block in document.blocks if block.kind in ARTICLE]
    return replace(document.source, text="\n\n".join(kept), marks=())


def shared(left: Told, right: Told) -> float:
    """Facts that two readings have in common over all that either has; 1 where both have none.

    >>> shared(Counter("aab"), Counter("abc"))
    0.5
    """
    either = (left | right).total()
    return (left & right).total() / either if either else 1.0


@click.command()
@click.argument("pages", type=click.Path(exists=True, path_type=Path))
@click.option("--show", is_flag=True, help="List the pages that differ, with their shares.")
def main(pages: Path, show: bool) -> None:
    """Compare the facts of web pages with those of the same articles as plain text."""
    settings, sums, count = Settings(), {"article": [Counter[str](), 0], "page": [Counter[str](), 0]}, 0
    for source in capture([pages], settings):
        page = read(source, settings)
        if isinstance(page, Rejected) or isinstance(source, Rejected):
            continue
        count += 1
        for name, text in (("article", as_text(page)), ("page", replace(source, marks=()))):
            left, right = told(page), told(read(text, settings))
            share, (sum_, alike) = shared(left, right), sums[name]
            sum_["shared"] += (left & right).total()
            sum_["either"] += (left | right).total()
            sums[name][1] = alike + (share == 1)
            if show and share < 1:
                click.echo(f"{source.id}  {name}  {share:.3f}")
    if not count:
        raise click.ClickException(f"nothing to read in {pages}")
    for name, what in (("article", "its article as text"), ("page", "all its lines as text")):
        sum_, alike = sums[name]
        click.echo(
            f"{count} pages, each against {what}: {alike} give the same facts; {sum_['shared'] / max(1, sum_['either']):.4f} of facts are shared"
        )


if __name__ == "__main__":
    main(prog_name="bench.alike")
