"""`chancery show`: one view of the record."""

from typing import Any

import click

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
from chancery.cli.reading import counted
from chancery.errors import UsageError

VIEWS = ("chronology", "voices", "positions", "commitments", "forces", "sources")
STANCES = ("demand", "refuse", "support", "condemn", "offer", "warn")
OWN = {
    "by": ("voices", "positions", "commitments"),
    "stance": ("positions",),
    "towards": ("positions",),
    "what": ("forces",),
}
"""Limits that only some views take."""


SHOWN_IN = {"statements": "voices", "events": "chronology", "meetings": "chronology", "figures": "forces", "documents": "sources"}
"""Where to look for what is no view by itself."""


class View(click.Choice[str]):
    """A view by its name; who names a kind of fact is told which view shows it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in SHOWN_IN:
            raise UsageError(f"{value} is no view", hint=f"they are shown in {SHOWN_IN[value]}")
        return super().convert(value, param, ctx)


class WithTypes(click.Command):
    """A command whose help ends with what the types of event mean."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from chancery.cli.event_types import event_types

        with formatter.section("What happened in a chronology, by type (PLOVER)"):
            formatter.write_dl([(each.name, each.meaning) for each in event_types()])
        super().format_epilog(ctx, formatter)


@click.command(
    "show",
    cls=WithTypes,
    epilog="\b\nWhat did the United States demand, and of whom?\n  chancery show positions --by USA --stance demand\n\n"
    "\b\nExample:\n  chancery show voices --by NATO --from 2021-04 --source AFP\n"
    "  chancery show forces --what soldats --actor USA\n  chancery show commitments --as-of 2021-04-14 --format json",
)
@click.argument("view", type=View(VIEWS), metavar="|".join(VIEWS))
@actor_option
@click.option("--by", metavar="NAME", help="Voices, positions, commitments: who speaks, who holds the position, who undertakes it.")
@click.option("--stance", type=click.Choice(STANCES), help="Positions: only demands, only refusals, and so on.")
@click.option("--towards", metavar="NAME", help="Positions: whom the position is held towards.")
@click.option("--what", metavar="WORDS", help="Forces: what is counted, such as soldats.")
@source_option
@days_options
@as_of_option
@click.option("--limit", type=click.IntRange(1), help="How many to show, the first ones; all if left out.")
@form_option
@record_option
def command(view: str, form: str, record: str, limit: int | None, **limits: Any) -> None:
    """Show the chronology, the voices, the positions, the commitments, the forces or the sources of a record.

    Days are those on which a thing is or was said to be, else on which it was published. Of a fact, a table shows the first 8 characters of
    the id, enough for chancery fact.
    """
    asked_for = {name: value for name, value in limits.items() if value is not None}
    for name in asked_for:
        if view not in OWN.get(name, VIEWS):
            raise UsageError(f"--{name} does not go with {view}", hint=f"it goes with {', '.join(OWN[name])}")
    with opened(record) as asked:
        rows = getattr(asked, view)(**asked_for)
        say_known(asked, asked_for.get("as_of"))
        for name in ("actor", "by", "towards"):
            say_absent(asked, asked_for.get(name))
    answer(rows[:limit], form)
    if form == "table" and limit is not None and len(rows) > limit:
        click.echo(f"the first {limit} of {counted(len(rows), 'row')}", err=True)
    if not rows and form == "table":
        click.echo(f"nothing in the {view}" + (" for these limits" if asked_for else ""), err=True)
