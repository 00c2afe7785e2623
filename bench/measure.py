"""The whole way and the bare pipeline over the same texts, turn by turn, so that a machine that slows down slows both."""

import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bench.stages import Clock
from chancery.analysis.paragraphs import groups
from chancery.analysis.reading import levelled
from chancery.capture import Source, capture
from chancery.clean import Document, clean
from chancery.errors import ReadError, Rejected
from chancery.languages import pack_for
from chancery.pipeline import read
from chancery.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

CHUNK = 20
"""Documents between turns."""


@dataclass(slots=True)
class Measured:
    """Processor seconds of one core, and what they were spent on."""

    documents: int = 0
    refused: int = 0
    words: int = 0
    """Of the article blocks, by white space."""
    facts: int = 0
    whole_seconds: float = 0.0
    bare_seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)
    peak_mb: float = 0.0

    @property
    def ratio(self) -> float:
        """The whole way's time over the bare pipeline's."""
        return self.whole_seconds / self.bare_seconds if self.bare_seconds else float("nan")


def measure(corpus: Path, documents: int, settings: Settings) -> Measured:
    """The whole way and the bare pipeline over the first documents of a corpus that can be read."""
    clock, measured = Clock(), Measured()
    sources = capture([corpus], settings)
    for turn, chunk in enumerate(_chunks(sources, documents, clock, measured)):
        texts = [text for document in cleaned(chunk, settings) for text in paragraphs(document)]
        bare = pack_for(settings.language).pipeline(settings.pipeline)
        if turn == 0:
            read(chunk[0], settings)
            list(bare.pipe(texts[:20]))
        runs = (partial(_whole, chunk, settings, clock, measured), partial(_bare, texts, bare, measured))
        for run in runs if turn % 2 else reversed(runs):
            run()
        measured.words += sum(len(text.split()) for text in texts)
    measured.stages = dict(clock.seconds)
    measured.whole_seconds += clock.seconds["capture"]
    measured.peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return measured


def _chunks(sources: Iterator[Source | Rejected], documents: int, clock: Clock, measured: Measured) -> Iterator[list[Source]]:
    take = clock.timed("capture", lambda: list(islice(sources, CHUNK)))
    while measured.documents < documents and (taken := take()):
        chunk = [source for source in taken if isinstance(source, Source)][: documents - measured.documents]
        measured.refused += sum(isinstance(source, Rejected) for source in taken)
        measured.documents += len(chunk)
        if chunk:
            yield chunk


def cleaned(sources: Iterable[Source], settings: Settings) -> Iterator[Document]:
    """The documents that can be read."""
    for source in sources:
        try:
            yield clean(source, settings)
        except ReadError:
            continue


def paragraphs(document: Document) -> list[str]:
    """The same paragraphs that syntax reads."""
    return [levelled(span.of(document.text)) for group in groups(document) for span, _ in group]


def _whole(chunk: list[Source], settings: Settings, clock: Clock, measured: Measured) -> None:
    with clock.stages():
        start = time.process_time()
        for source in chunk:
            reading = read(source, settings)
            if isinstance(reading, Rejected):
                measured.refused += 1
            else:
                measured.facts += len(reading.facts)
        measured.whole_seconds += time.process_time() - start


def _bare(texts: list[str], pipeline: "Language", measured: Measured) -> None:
    start = time.process_time()
    for _ in pipeline.pipe(texts):
        pass
    measured.bare_seconds += time.process_time() - start
