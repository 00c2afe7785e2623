"""The command `chancery`. Each subcommand lives in a module of its name and is imported when it is called, so that `--help` is quick."""

import io
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from chancery.errors import ChanceryError, UsageError

COMMANDS = {
    "build": "Read press text and keep the record of it.",
    "show": "Show the record: chronology, voices, positions, commitments, forces, sources.",
    "report": "Write the record as pages to open in a browser.",
    "search": "Find words in the record.",
    "fact": "Show one fact with its words where they stand.",
    "register": "Ask who held an office on a day, or check register files of your own.",
    "annotate": "Write what is found in each document, in the annotation format.",
    "evaluate": "Compare annotations with a gold standard, or syntax with a treebank.",
}
"""In the order of first use, with the line that `chancery --help` shows."""


class Lazy(click.Group):
    """A group that knows its commands' names and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"chancery.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, epilog="\b\nExample:\n  chancery build articles/ && chancery show voices --actor NATO")
@click.version_option(package_name="chancery", message="chancery %(version)s")
def commands() -> None:
    """From the press, a record of diplomacy that you can cite."""


def main() -> NoReturn:
    """Run the command; what the caller can mend is said in one line, without a traceback. Exit status 1, or 2 for misuse."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter is told which it is
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the networks are small: threads would wait for each other, and workers are processes
    try:
        commands(prog_name="chancery")
    except ChanceryError as error:
        click.echo(f"chancery: {error}", err=True)
        raise SystemExit(2 if isinstance(error, UsageError) else 1) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"chancery: {where}{error.strerror or error}", err=True)
        raise SystemExit(1) from None
    raise SystemExit(0)
