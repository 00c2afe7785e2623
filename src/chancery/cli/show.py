"""`chancery show`: one view of the record."""

import click

from chancery.cli.answers import actor_option, answer, as_of_option, form_option, opened, record_option, say_known

VIEWS = ("chronology", "voices", "positions", "commitments", "forces", "sources")


@click.command(
    "show", epilog="\b\nExample:\n  chancery show voices --actor NATO --from 2021-04\n  chancery show commitments --as-of 2021-04-14 --format json"
)
@click.argument("view", type=click.Choice(VIEWS), metavar="|".join(VIEWS))
@actor_option
@click.option("--from", "since", metavar="DATE", help="From this day, month or year on.")
@click.option("--to", "until", metavar="DATE", help="Up to this day, month or year, included.")
@as_of_option
@form_option
@record_option
def command(view: str, actor: str | None, since: str | None, until: str | None, as_of: str | None, form: str, record: str) -> None:
    """Show the chronology, the voices, the positions, the commitments, the forces or the sources of a record.

    Days are those on which a thing is or was said to be, else on which it was published.
    """
    with opened(record) as asked:
        rows = getattr(asked, view)(actor=actor, since=since, until=until, as_of=as_of)
        say_known(asked, as_of)
    answer(rows, form)
    if not rows and form == "table":
        click.echo(f"nothing in the {view}" + (" for these limits" if actor or since or until or as_of else ""), err=True)
