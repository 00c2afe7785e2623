"""`chancery search`: words in the record."""

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click
from click.formatting import wrap_text

from chancery.cli.answers import (
    actor_option,
    answer,
    as_of_option,
    days_options,
    form_option,
    opened,
    record_option,
    say_absent,
    say_known,
    source_option,
)

if TYPE_CHECKING:
    from chancery.views import Facet, Found

FACETS = 8
"""How many of each facet a table shows."""


@click.command(
    "search",
    epilog="\b\nExample:\n  chancery search retrait afghanistan --kind commitment\n  chancery search '\"11 septembre\"' --actor USA --from 2021",
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@actor_option
@source_option
@click.option("--kind", metavar="KIND", help="Only statements, or one of: event, meeting, position, commitment, figure.")
@days_options
@as_of_option
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many to show, nearest first.")
@form_option
@record_option
def command(words: tuple[str, ...], kind: str | None, form: str, record: str, **limits: Any) -> None:
    """Find facts and documents that hold all of the WORDS.

    Accents, case, plural and feminine do not matter; quotes make a phrase, which is looked for as it is. Facts that hold all of the words
    come first, then facts that hold some of them and whose document holds the others, then documents.
    """
    with opened(record) as asked:
        found = asked.search(" ".join(words), kind=_singular(kind), **limits)
        say_known(asked, limits["as_of"])
        say_absent(asked, limits["actor"])
    if form == "json":
        from chancery.views import as_json

        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
        return
    answer(found.hits, form)
    if form == "table":
        _facets(found)


def _singular(kind: str | None) -> str | None:
    """Both `statement` and `statements` are understood."""
    return kind.casefold().removesuffix("s") if kind else None


def _facets(found: "Found") -> None:
    """How many there are, and of whom."""
    shown = f", the nearest {len(found.hits)} shown" if found.total > len(found.hits) else ""
    split = f"; {found.whole} hold all of the words, of the others the document does" if found.whole < found.total else ""
    click.echo(f"{found.total} found{shown}{split}", err=not found.total)
    for name, facets in (("source", found.sources), ("actor", found.actors), ("kind", found.kinds)):
        if facets:
            click.echo(_wrapped(f"by {name}: {_listed(facets)}"))


def _wrapped(line: str) -> str:
    """The line within a terminal; whole to a file or a pipe."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else len(line) + 4
    return wrap_text(line, width, "  ", "    ")


def _listed(facets: "tuple[Facet, ...]") -> str:
    more = f", and {len(facets) - FACETS} more" if len(facets) > FACETS else ""
    return ", ".join(f"{facet.name} {facet.count}" for facet in facets[:FACETS]) + more
