"""`python -m bench.said`: who said what, by us and by textacy's direct quotations, on the very same parsed documents: cost, and what is found."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, Any

import click

os.environ.setdefault("OMP_NUM_THREADS", "1")

from bench.peers import Absent
from bench.times import CORPUS, EXAMPLES, SHARED, one_core, press
from chancery.analysis import Analysis, analyse
from chancery.analysis.reading import levelled
from chancery.capture.source import Source
from chancery.clean import clean
from chancery.clean.document import Document
from chancery.errors import Rejected
from chancery.evaluation.annotations import evaluate
from chancery.facts.statements import statements
from chancery.languages import pack_for

if TYPE_CHECKING:
    from spacy.tokens import Doc

MOST_SHARE = 0.20
"""What finding statements may add to the time of analysis."""
MARKS = ' \n\u00a0"«»“”'

Found = list[dict[str, Any]]
"""`start`, `end`, `type` and `speaker` of each, as in annotations."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document read once: for us, and as the spaCy documents that it was read from, each with its place in the text."""

    document: Document
    analysis: Analysis
    docs: tuple[tuple[int, "Doc"], ...]
    seconds: float
    """Processor seconds of the whole analysis."""


class Kept:
    """A pipeline that keeps what it parses."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self.vocab = pipeline.vocab
        self.memory_zone = nullcontext  # what is kept needs its words
        self.docs: list[Doc] = []

    def make_doc(self, text: str) -> "Doc":
        """An empty document, as the pipeline makes it."""
        made: Doc = self._pipeline.make_doc(text)
        return made

    def pipe(self, docs: Iterable["Doc"]) -> Iterator["Doc"]:
        """The documents parsed."""
        for doc in self._pipeline.pipe(docs):
            self.docs.append(doc)
            yield doc


def parsed(source: Source) -> Parsed | None:
    """The document with its analysis; None where it cannot be read."""
    document = clean(source)
    if isinstance(document, Rejected):
        return None
    stage = import_module("chancery.analysis")
    plain, kept = stage.parse, Kept(pack_for("fr").pipeline())
    before = process_time()
    stage.parse = lambda document, _: plain(document, kept)  # the stage looks its parser up here; its own code is not touched
    try:
        analysis = analyse(document)
    finally:
        stage.parse = plain
    return Parsed(document, analysis, tuple(_placed(document.text, kept.docs)), process_time() - before)


def _placed(text: str, docs: Sequence["Doc"]) -> Iterator[tuple[int, "Doc"]]:
    """Each parsed paragraph where it stands."""
    plain, place = levelled(text), 0
    for doc in docs:
        place = plain.find(doc.text, place)
        yield place, doc
        place += len(doc.text)


def ours(read: Parsed) -> Found:
    """All statements."""
    outer = (said for said in statements(read.analysis) if said.voice.speaker is None)
    return [{"start": said.evidence.start, "end": said.evidence.end, "type": said.type, "speaker": said.speaker} for said in outer]


def textacy(read: Parsed) -> Found:
    """`pip install textacy`: quotations between marks, with a verb of speech and its subject beside them; it refuses paragraphs with an odd mark."""
    try:
        quotations = import_module("textacy.extract").direct_quotations
    except ImportError as error:
        raise Absent("pip install textacy") from error
    found: Found = []
    for place, doc in read.docs:
        try:
            for one in quotations(doc):
                start, end = one.content.start_char, one.content.end_char
                while start < end and doc.text[start] in MARKS:
                    start += 1
                while end > start and doc.text[end - 1] in MARKS:
                    end -= 1
                found.append({"start": place + start, "end": place + end, "type": "direct", "speaker": " ".join(token.text for token in one.speaker)})
        except ValueError:
            continue
    return found


PEERS: dict[str, Callable[[Parsed], Found]] = {"chancery": ours, "textacy": textacy}


def right(read: Sequence[Parsed], found: Sequence[Found], gold: Path) -> dict[str, dict[str, Any]]:
    """The rows of the scorer of `chancery evaluate` for what was found in the documents of a gold standard."""
    with TemporaryDirectory() as folder:
        for one, items in zip(read, found, strict=True):
            (Path(folder) / f"{one.document.id}.json").write_text(json.dumps({"document": one.document.id, "statements": items}), "utf-8")
        return evaluate(Path(folder), gold / "gold", docs=gold / "docs").rows


@click.command()
@click.option("--corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSON Lines with `text` and `published`.")
@click.option("--gold", type=click.Path(file_okay=False, path_type=Path), default=SHARED / "yardstick", help="A folder with `docs` and `gold`.")
@click.option("--documents", default=100, show_default=True, help="How many documents of the corpus.")
def main(corpus: Path | None, gold: Path, documents: int) -> None:
    """Our statements beside textacy's direct quotations, on one core.

    textacy is not installed with chancery: `pip install textacy`; if it is missing that is said. Each finds what it can in documents that
    were parsed before the clock runs. GOLD is a folder with `docs` and `gold`, without which nothing is scored.
    """
    one_core()
    corpus = corpus or (CORPUS if CORPUS.exists() else EXAMPLES)
    read = [one for text in press(corpus, documents) if (one := parsed(Source(text.id, text.id, text.text))) is not None]
    words = sum(len(one.document.text.split()) for one in read)
    paths = sorted((gold / "docs").glob("*.txt")) if gold.is_dir() else []
    known = [one for path in paths if (one := parsed(Source(path.stem, path.stem, path.read_text("utf-8")))) is not None]
    analysis = sum(one.seconds for one in read)
    click.echo(f"{len(read)} documents of {corpus.name}, {words} words, analysed in {analysis:.1f} s; {len(known)} documents with gold statements")
    click.echo(f"{'':10} {'µs/word':>8} {'share':>6} {'found':>6} {'direct R':>9} {'all P':>6} {'all R':>6} {'speaker F1':>11}")
    for name, find in PEERS.items():
        try:
            before = process_time()
            count = sum(len(find(one)) for one in read)
            seconds = process_time() - before
            rows = right(known, [find(one) for one in known], gold) if known else None
        except Absent as absent:
            click.echo(f"{name:10} not installed: {absent}")
            continue
        told = "" if rows is None else _told(rows)
        click.echo(f"{name:10} {1e6 * seconds / max(words, 1):8.1f} {seconds / analysis if analysis else 0:6.1%} {count:6} {told}")
    click.echo(f"statements may add {MOST_SHARE:.0%} to the time of analysis")


def _told(rows: dict[str, dict[str, Any]]) -> str:
    every, direct, speaker = rows["statements"], rows["statements, direct (recall)"], rows["statements + speaker"]
    return f"{direct['recall'] or 0:9.3f} {every['precision'] or 0:6.3f} {every['recall'] or 0:6.3f} {speaker['f1'] or 0:11.3f}"


if __name__ == "__main__":
    main(prog_name="bench.said")
