"""`chancery report`: the record as pages that open from disk."""

from pathlib import Path

import click

from chancery.cli.reading import counted


@click.command("report", epilog="\b\nExample:\n  chancery build articles/\n  chancery report chancery.sqlite --out report\n  open report/index.html")
@click.argument("record", metavar="RECORD")
@click.option(
    "--out", required=True, metavar="DIR", help="The folder to write; a report that is there already is replaced, anything else is left alone."
)
@click.option("--title", metavar="TEXT", help="What the record is called on its pages; by default, its file's name.")
@click.option(
    "--language",
    type=click.Choice(["fr", "en"]),
    default="fr",
    show_default=True,
    help="Of the pages, for a reader whose browser asks for neither French nor English. Each reader may choose.",
)
def command(record: str, out: str, title: str | None, language: str) -> None:
    """Write a record as a folder of pages: open its index.html in a browser, or zip the folder and send it.

    The pages need no network and no server. They show the record as of any day, in French or English.
    """
    write(record, Path(out), title, language)


def write(record: str, out: Path, title: str | None = None, language: str = "fr") -> None:
    """Write the report, with its progress on standard error, and say which file to open."""
    from chancery.cli.answers import opened
    from chancery.cli.progress import Progress
    from chancery.web import write_report

    with opened(record) as asked, Progress("written") as progress:
        written = write_report(asked, out, title=title or Path(record).stem, language=language, step=lambda done, of: progress.part(done, of))
    told = f"{counted(written.documents, 'document')}, {counted(written.facts, 'fact')}"
    click.echo(f"The report on {told} is in {out}. Open {written.index}")
