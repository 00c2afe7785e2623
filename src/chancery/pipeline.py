"""The whole way on one page: bytes → Source → Document → Analysis → facts → Record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from chancery.analysis import Mention, TimeExpression, analyse
from chancery.capture import Source
from chancery.clean import Document, clean
from chancery.errors import ReadError, Rejected
from chancery.facts import Fact, state
from chancery.plugins import load
from chancery.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says, ready to be kept."""

    document: Document
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    facts: tuple[Fact, ...]


def read(source: Source | Rejected, settings: Settings = Settings()) -> Reading | Rejected:
    """One source read to its facts, or why it was not. Pure: the same source gives the same reading, in any process."""
    if isinstance(source, Rejected):
        return source
    try:
        document = clean(source, settings)
        analysis = analyse(document, settings)
        return Reading(document, analysis.mentions, analysis.times, state(analysis))
    except ReadError as error:
        return Rejected.because(error, source.origin)


def read_all(sources: Iterable[Source | Rejected], settings: Settings = Settings(), *, workers: int = 1, engine: str = "here") -> Iterator[Reading | Rejected]:
    """Every source read, in the order given, by as many processes as `workers`."""
    yield from load("engines", engine)(partial(read, settings=settings), sources, workers)
