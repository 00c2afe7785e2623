"""`chancery annotate`: a JSON file per document, in the annotation format."""

from pathlib import Path

import click


@click.command(epilog="\b\nExample:\n  chancery annotate articles/ --out annotations --metadata dates.json")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write to; made if it is not there.")
@click.option("--metadata", type=click.Path(dir_okay=False, path_type=Path), help="What is known from outside, by document id (JSON).")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes to read with.")
@click.option("--strict", is_flag=True, help="Exit with 1 if any document was refused.")
def command(paths: tuple[str, ...], out: Path, metadata: Path | None, workers: int, strict: bool) -> None:
    """Write what is found in each document to a file under its id.

    PATH is a file, a folder, or - for standard input.
    """
    import json

    from chancery.capture import capture, load_metadata
    from chancery.cli.progress import Progress
    from chancery.errors import Rejected, UsageError
    from chancery.exports.annotations import annotation
    from chancery.pipeline import read_all
    from chancery.settings import Settings

    settings = Settings()
    given = load_metadata(metadata) if metadata else {}
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder cannot be made: {error.strerror}", where=str(out), hint="name another folder with --out") from error
    refused: list[Rejected] = []
    with Progress("annotated") as progress:
        for reading in read_all(capture(paths, settings, given), settings, workers=workers):
            if isinstance(reading, Rejected):
                refused.append(reading)
                progress.refused()
                continue
            target = out / f"{reading.document.id}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(annotation(reading), ensure_ascii=False, indent=1) + "\n", "utf-8")
            progress.read(len(reading.facts))
    for rejected in refused:
        click.echo(f"refused: {rejected.origin}: {rejected.reason}" + (f" ({rejected.hint})" if rejected.hint else ""), err=True)
    if progress.documents == 0 or (strict and refused):
        raise SystemExit(1)
