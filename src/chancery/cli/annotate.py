"""`chancery annotate`: a JSON file per document, in the annotation format."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chancery.cli.reading import (
    counted,
    failed,
    follow_option,
    load_register,
    metadata_option,
    paths_argument,
    register_option,
    say_amounts,
    say_cut,
    say_doubtful,
    say_refused,
    strict_option,
    trust_option,
    workers_option,
)
from chancery.errors import ChanceryError, Rejected, UsageError
from chancery.settings import Network, Settings

if TYPE_CHECKING:
    from chancery.pipeline import Reading


@click.command("annotate", epilog="\b\nExample:\n  chancery annotate articles/ --out annotations --metadata dates.json")
@paths_argument
@click.option("--out", required=True, metavar="FOLDER", type=click.Path(path_type=Path), help="The folder to write to; made if it is not there.")
@metadata_option
@register_option
@follow_option
@trust_option
@workers_option
@strict_option
def command(paths: tuple[str, ...], out: Path, metadata: str | None, workers: int, strict: bool, **reading: Any) -> None:
    """Write what is found in each document to a file under its id.

    PATH is a file, a folder, an address (https://...), or - for standard input.
    Of figures that are trusted too little the amount is told, not of what and
    whose.
    """
    from contextlib import closing

    from chancery.capture import capture, load_metadata
    from chancery.cli.progress import Progress
    from chancery.exports.annotations import amounts
    from chancery.pipeline import read_all

    settings = _settings(**reading)
    load_register(settings.register)
    given = load_metadata(Path(metadata)) if metadata else None
    written, refused, cut, doubtful, open_ = Written(out), list[Rejected](), list[str](), 0, 0
    try:
        with Progress("annotated") as progress, closing(read_all(capture(paths, settings, given), settings, workers=workers)) as results:
            for result in results:
                if refusal := result if isinstance(result, Rejected) else written.write(result):
                    refused.append(refusal)
                    progress.refused()
                elif not isinstance(result, Rejected):
                    progress.read(len(result.facts))
                    cut += [result.document.source.origin] if result.cut else []
                    bare = len(amounts(result))
                    doubtful, open_ = doubtful + len(result.doubtful) - bare, open_ + bare
    except KeyboardInterrupt:
        click.echo(f"stopped: {counted(len(written), 'document')} written to {out}", err=True)
        raise SystemExit(130) from None
    say_refused(refused)
    say_cut(cut)
    say_doubtful(doubtful, settings.trust)
    say_amounts(open_, settings.trust)
    if not written:
        click.echo("nothing could be read", err=True)
    if failed(len(written), refused, strict=strict):
        raise SystemExit(1)


def _settings(*, register: Path | None, follow: bool, trust: float) -> Settings:
    return Settings(register=register, network=Network(follow=follow), trust=trust)


class Written:
    """The annotations of one run in a folder: each file is whole or not there, and none is written twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: set[tuple[int, int]] = set()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"the folder cannot be made: {error.strerror}", where=str(folder), hint="name another folder with --out") from error

    def __len__(self) -> int:
        return len(self._files)

    def write(self, reading: "Reading") -> Rejected | None:
        """Write a document's file, or say why another is in its place. Raises ChanceryError if the folder cannot be written to."""
        import json

        from chancery.exports.annotations import annotation
        from chancery.exports.places import file_name

        document = reading.document
        target = self.folder / f"{file_name(document.id)}.json"
        text = json.dumps(annotation(reading), ensure_ascii=False, indent=1) + "\n"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists() and (target.is_dir() or _file(target) in self._files):
                return self._taken(document.id, document.source.origin)
            self._put(target, text)
        except (FileExistsError, NotADirectoryError):
            return self._taken(document.id, document.source.origin)
        except OSError as error:
            raise ChanceryError(
                f"the annotations cannot be written: {error.strerror}", where=str(target), hint="make room, or name another folder with --out"
            ) from error
        self._files.add(_file(target))
        return None

    def _put(self, target: Path, text: str) -> None:
        partial = self.folder / f".chancery-{os.getpid()}.partial"
        try:
            partial.write_text(text, "utf-8")
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    def _taken(self, document: str, origin: str) -> Rejected:
        return Rejected(
            origin, f"the place of its annotations is taken: the id {document!r}", "give it another id, or name another folder with --out"
        )


def _file(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
