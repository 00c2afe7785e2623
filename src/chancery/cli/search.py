"""`chancery search`: words in the record."""

import json
from typing import TYPE_CHECKING

import click

from chancery.cli.answers import actor_option, answer, as_of_option, form_option, opened, record_option, say_known

if TYPE_CHECKING:
    from chancery.views import Facet, Found

FACETS = 8
"""How many of each facet a table shows."""


@click.command(
    "search", epilog="\b\nExample:\n  chancery search retrait afghanistan --kind commitment\n  chancery search '\"11 septembre\"' --actor USA"
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@actor_option
@click.option("--source", metavar="NAME", help="Only what this outlet, agency or document says.")
@click.option("--kind", metavar="KIND", help="Only statements, or one of: event, meeting, position, commitment, figure.")
@as_of_option
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many to show, nearest first.")
@form_option
@record_option
def command(
    words: tuple[str, ...], actor: str | None, source: str | None, kind: str | None, as_of: str | None, limit: int, form: str, record: str
) -> None:
    """Find facts and documents that hold all of the WORDS; accents and case do not matter, quotes make a phrase."""
    with opened(record) as asked:
        found = asked.search(" ".join(words), actor=actor, source=source, kind=_singular(kind), as_of=as_of, limit=limit)
        say_known(asked, as_of)
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
    click.echo(f"{found.total} found{shown}", err=not found.total)
    for name, facets in (("source", found.sources), ("actor", found.actors), ("kind", found.kinds)):
        if facets:
            click.echo(f"  by {name}: {_listed(facets)}")


def _listed(facets: "tuple[Facet, ...]") -> str:
    more = f", and {len(facets) - FACETS} more" if len(facets) > FACETS else ""
    return ", ".join(f"{facet.value} {facet.count}" for facet in facets[:FACETS]) + more
