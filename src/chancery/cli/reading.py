"""What the commands that read press text share: their options, what was refused, and a run that is stopped."""

from collections.abc import Sequence
from pathlib import Path

import click

from chancery.errors import Rejected

SHOWN = 10
"""Refusals that are listed where there are many; the rest are counted."""

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
metadata_option = click.option(
    "--metadata", metavar="FILE.json", help="What is known from outside, by document id: published, url, outlet, language."
)
register_option = click.option(
    "--register",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Your own register files (CSV): states, bodies, offices, who held them when; added to the built-in ones.",
)
workers_option = click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="How many processes read.")
strict_option = click.option("--strict", is_flag=True, help="Exit with status 1 if anything was refused.")


def load_register(folder: Path | None) -> None:
    """Read an analyst's register before anything else is begun; raises UsageError if it is none."""
    if folder is not None:
        from chancery.register import register_for

        register_for(folder)


def say_refused(refused: Sequence[Rejected]) -> None:
    """What was refused, with the reason and the place; where chancery itself failed, how it did the first time."""
    faults = [refusal for refusal in refused if refusal.fault]
    others = [refusal for refusal in refused if not refusal.fault]
    for refusal in [*faults, *others][:SHOWN]:
        hint = f" ({refusal.hint})" if refusal.hint else ""
        click.echo(f"  {refusal.origin}: {refusal.reason}{hint}", err=True)
    if len(refused) > SHOWN:
        click.echo(f"  and {len(refused) - SHOWN} more", err=True)
    if faults:
        click.echo(f"in {faults[0].origin}:\n{faults[0].fault}", err=True, nl=False)


def failed(read: int, refused: Sequence[Rejected], *, strict: bool) -> bool:
    """Whether the command is to exit with status 1."""
    return not read or (strict and bool(refused)) or any(refusal.fault for refusal in refused)


def counted(count: int, noun: str) -> str:
    """The number with its noun.

    >>> counted(1, "document"), counted(2, "document")
    ('1 document', '2 documents')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"
