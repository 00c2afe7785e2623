"""`chancery build`: press text to the record."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chancery.cli.reading import (
    counted,
    failed,
    follow_option,
    load_register,
    metadata_option,
    noting,
    paths_argument,
    register_option,
    say_cut,
    say_doubtful,
    say_refused,
    say_undated,
    say_unused,
    strict_option,
    trust_option,
    workers_option,
)
from chancery.settings import Fields, Network, Settings

if TYPE_CHECKING:
    from chancery.record import Built


@click.command(
    "build",
    epilog="\b\nExample:\n  chancery build articles/ dump.jsonl --metadata dates.json\n  chancery show chronology\n"
    "  chancery build articles/ --report report\n  chancery build https://example.org/feed.xml --follow\n"
    "  chancery build crawl.warc.gz table.parquet letter.eml note.pdf",
)
@paths_argument
@click.option("--record", default="chancery.sqlite", show_default=True, metavar="FILE", help="Where the record is kept; made if it is not there.")
@metadata_option
@register_option
@follow_option
@trust_option
@workers_option
@strict_option
@click.option("--report", metavar="DIR", help="Write the record as pages to this folder afterwards, as chancery report does.")
@click.option("--text-field", default="text", show_default=True, metavar="NAME", help="JSON Lines and tables: where the text is.")
@click.option("--title-field", default="title", show_default=True, metavar="NAME")
@click.option("--url-field", default="url", show_default=True, metavar="NAME")
@click.option("--published-field", default="published", show_default=True, metavar="NAME")
@click.option("--id-field", default="id", show_default=True, metavar="NAME")
@click.option("--pipeline", metavar="NAME", help="An installed spaCy pipeline to use instead of the language's own.")
def command(paths: tuple[str, ...], record: str, metadata: str | None, workers: int, strict: bool, report: str | None, **reading: Any) -> None:
    """Read files, folders, addresses (https://...) and - (standard input) and keep the record of them.

    Plain text, HTML, RSS, Atom and JSON feeds, e-mail, DOCX, JSON Lines and CSV; with what pip install 'chancery[formats]' adds, PDF, web
    archives (WARC) and Parquet too; told by their content, and compressed with gzip or not.

    What the record holds already, as it is, is not read again.
    """
    settings = _settings(**reading)
    if report:
        from chancery.web import check_writable

        check_writable(Path(report))  # before hours of reading, not after
    load_register(settings.register)
    built = _run(paths, record, metadata, workers, settings)
    if report and built.documents:
        from chancery.cli.report import write

        write(record, Path(report))
    if failed(built.documents, built.refused, strict=strict):
        raise SystemExit(1)


def _settings(*, pipeline: str | None, register: Path | None, follow: bool, trust: float, **fields: str) -> Settings:
    return Settings(
        pipeline=pipeline,
        register=register,
        trust=trust,
        network=Network(follow=follow),
        fields=Fields(**{name.removesuffix("_field"): value for name, value in fields.items()}),
    )


def _run(paths: tuple[str, ...], record: str, metadata: str | None, workers: int, settings: Settings) -> "Built":
    """The build, with its progress on standard error and its outcome on standard output."""
    from chancery.capture import capture, load_metadata
    from chancery.cli.progress import Progress
    from chancery.pipeline import build
    from chancery.record import open_store

    given = load_metadata(Path(metadata)) if metadata else None
    store = open_store(record, writable=True)
    kept, began, ids = 0, time.monotonic(), set[str]()
    try:
        with Progress("read") as progress:

            def report(built: "Built") -> None:
                nonlocal kept
                kept = built.read
                progress.stand(built.read + built.waiting, built.facts.total(), len(built.refused))

            built = build(noting(capture(paths, settings, given), ids), store, settings, workers=workers, report=report)
    except KeyboardInterrupt:
        click.echo(f"stopped: {counted(kept, 'new document')} kept in {record}; run the same command again to go on", err=True)
        raise SystemExit(130) from None
    finally:
        store.close()
    _close(built, record, time.monotonic() - began, settings.trust)
    if metadata:
        say_unused(Path(metadata), ids)
    return built


def _close(built: "Built", record: str, seconds: float, trust: float) -> None:
    """The closing table, what was refused, and what was left out."""
    pace = f", {built.read / seconds:.1f} a second" if built.read and seconds > 0 else ""
    rows = [("documents read", f"{built.read}{pace}")]
    rows += [("known already", str(built.known))] if built.known else []
    rows += [(f"{kind}s", str(count)) for kind, count in sorted(built.facts.items())]
    rows += [("facts", "none found")] if built.read and not built.facts.total() else []
    rows += [("refused", str(len(built.refused)))] if built.refused else []
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        click.echo(f"{name.ljust(width)}  {value}")
    say_refused(built.refused)
    say_cut(built.cut)
    say_undated(built.undated)
    say_doubtful(built.doubtful, trust)
    if built.documents:
        click.echo(f"The record is in {record}. Try: chancery show chronology{_option(record)}")
    else:
        click.echo("nothing could be read", err=True)


def _option(record: str) -> str:
    return "" if record == "chancery.sqlite" else f" --record {record}"
