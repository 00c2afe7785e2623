"""`python -m bench`: words per second of one core, memory, the share of each stage, and the whole way's time over the bare pipeline's."""

import json
import os
import platform
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import click

os.environ.setdefault("OMP_NUM_THREADS", "1")

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared/corpus/press-fr.jsonl.gz"
EXAMPLES = HERE.parent / "examples/press"
MOST_RATIO, MOST_MB = 2.0, 1500
"""What the whole way may cost."""


@click.command()
@click.option(
    "--corpus",
    type=click.Path(exists=True, path_type=Path),
    help="A file or folder of press. Default: the shared corpus beside the checkout, else examples/press.",
)
@click.option("--documents", default=1000, show_default=True, help="How many of its documents, at most.")
@click.option("--pipeline", metavar="NAME", help="Any installed spaCy pipeline instead of the pack's own.")
@click.option("--save", is_flag=True, help="Keep the result in bench/results.")
def main(corpus: Path | None, documents: int, pipeline: str | None, save: bool) -> None:
    """Measure the whole way from source to facts on one core, beside the bare spaCy pipeline on the same texts."""
    from bench.measure import measure
    from chancery.settings import Settings

    corpus = corpus or (SHARED if SHARED.exists() else EXAMPLES)
    measured = measure(corpus, documents, Settings(pipeline=pipeline))
    if not measured.words:
        raise click.ClickException(f"nothing to read in {corpus}")
    click.echo(f"{measured.documents} documents of {corpus.name}, {measured.words} words, {measured.facts} facts, {measured.refused} refused")
    for stage, seconds in measured.stages.items():
        click.echo(f"  {stage:12} {seconds:8.2f} s {1e6 * seconds / measured.words:8.1f} µs/word {seconds / measured.whole_seconds:6.1%}")
    rest = measured.whole_seconds - sum(measured.stages.values())
    click.echo(f"  {'the rest':12} {rest:8.2f} s {1e6 * rest / measured.words:8.1f} µs/word {rest / measured.whole_seconds:6.1%}")
    click.echo(f"whole way     {measured.words / measured.whole_seconds:8.0f} words/s")
    click.echo(f"bare pipeline {measured.words / measured.bare_seconds:8.0f} words/s")
    click.echo(f"ratio         {measured.ratio:8.2f}   (at most {MOST_RATIO})")
    click.echo(f"peak memory   {measured.peak_mb:8.0f} MB (at most {MOST_MB})")
    if save:
        path = HERE / "results" / f"{version('chancery')}-{corpus.name.partition('.')[0]}-{measured.documents}.json"
        path.parent.mkdir(exist_ok=True)
        about = {"chancery": version("chancery"), "spacy": version("spacy"), "python": platform.python_version(), "corpus": corpus.name}
        path.write_text(json.dumps({**about, **asdict(measured), "ratio": measured.ratio}, indent=1) + "\n", "utf-8")
        click.echo(f"saved as {path.relative_to(HERE.parent)}")


main(prog_name="bench")
