"""What the commands that ask share: which record, as of when, in what form."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, TypeVar

import click

from chancery.errors import ChanceryError

if TYPE_CHECKING:
    from datetime import date

    from chancery.exports import Answer
    from chancery.views import Record

Decorated = TypeVar("Decorated", bound=Callable[..., object])


def _day(end: Literal["first", "last"]) -> Callable[[click.Context, click.Parameter, str | None], "date | None"]:
    """The day that an option was given, which names itself as it was typed where it is none."""

    def parsed(ctx: click.Context, option: click.Parameter, value: str | None) -> "date | None":
        if value is None:
            return None
        from chancery.views.days import day

        return day(value, end, option.opts[0])

    return parsed


record_option = click.option("--record", default="chancery.sqlite", show_default=True, metavar="FILE", help="The record to ask.")
as_of_option = click.option(
    "--as-of", metavar="DATE", callback=_day("last"), help="As the record was known at the end of this day: documents published by then."
)
actor_option = click.option("--actor", metavar="NAME", help="A state, body or person in any part, by id (USA, NATO) or name (Blinken).")
source_option = click.option("--source", metavar="TEXT", help="Only what this outlet, agency or document says: a part of its name or id.")
form_option = click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True,
    help="A table to read; json and csv hold every field, whole.",
)  # fmt: skip


def days_options(command: Decorated) -> Decorated:
    """The options `--from` and `--to`."""
    until = click.option("--to", "until", metavar="DATE", callback=_day("last"), help="Up to this day, month or year, included.")
    since = click.option("--from", "since", metavar="DATE", callback=_day("first"), help="From this day, month or year on.")
    return since(until(command))


def opened(record: str) -> "Record":
    """The record in a file, for reading."""
    from chancery.views import Record

    return Record.open(record)


def answer(rows: "Sequence[Answer]", form: str) -> None:
    """Print rows on standard output; raises ChanceryError if it is full."""
    from chancery.exports import export

    try:
        export(rows, form, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # whoever read has read enough; click ends quietly
    except OSError as error:
        raise ChanceryError(f"the answer cannot be written: {error.strerror}", where="standard output", hint="send it where there is room") from None


def say_known(record: "Record", as_of: "date | None") -> None:
    """On standard error, how much was known on the day: "as known on 14 April 2021: 3 of 5 documents (1 undated left out)"."""
    if as_of:
        from chancery.views import in_words

        known = record.known(as_of)
        left_out = f" ({known.undated} undated left out)" if known.undated else ""
        click.echo(f"as known on {in_words(as_of)}: {known.documents} of {known.total} documents{left_out}", err=True)


def say_absent(record: "Record", name: str | None) -> None:
    """On standard error, that a name means somebody, of whom this record says nothing."""
    if name is not None and record.absent(name):
        click.echo(f"{name} ({', '.join(record.actors(name))}) is known to the register, but nothing in this record is about it", err=True)
