"""What the commands that ask share: which record, as of when, in what form."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from chancery.errors import ChanceryError

if TYPE_CHECKING:
    from chancery.exports import Answer
    from chancery.views import Record

record_option = click.option("--record", default="chancery.sqlite", show_default=True, metavar="FILE", help="The record to ask.")
as_of_option = click.option("--as-of", metavar="DATE", help="As the record was known at the end of this day: documents published by then.")
actor_option = click.option("--actor", metavar="NAME", help="A state, body or person, by id (USA, NATO) or name (Blinken).")
form_option = click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True, help="Tables for the eye, the others whole."
)


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


def say_known(record: "Record", as_of: str | None) -> None:
    """On standard error, how much was known on the day: "as known on 14 April 2021: 3 of 5 documents (1 undated left out)"."""
    if as_of:
        from chancery.views import in_words
        from chancery.views.days import day

        known, when = record.known(as_of), day(as_of, "last", "as_of")
        left_out = f" ({known.undated} undated left out)" if known.undated else ""
        click.echo(f"as known on {in_words(when) if when else as_of}: {known.documents} of {known.total} documents{left_out}", err=True)
