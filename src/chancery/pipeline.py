"""The whole way on one page: bytes → Source → Document → Analysis → facts → Record."""

from collections.abc import Callable, Generator, Iterable
from contextlib import closing, nullcontext
from functools import partial

from chancery.analysis import analyse
from chancery.capture import Source
from chancery.clean import clean
from chancery.cycles import resting
from chancery.errors import ChanceryError, ReadError, Rejected
from chancery.facts import parted, state
from chancery.plugins import load
from chancery.record import Built, Intake, Reading, Report, Store, rules_of, settle
from chancery.settings import Settings

__all__ = ["Built", "Reading", "build", "read", "read_all"]

LONG = 100_000
"""Code points of a text from which on cycles are looked for while it is read: what only they hold would take too much memory by its end."""


def read(source: Source | Rejected, settings: Settings = Settings()) -> Reading | Rejected:
    """One source read to its facts, or why it was not. Pure: the same source gives the same reading, in any process."""
    if isinstance(source, Rejected):
        return source
    with resting() if len(source.text) < LONG else nullcontext():
        return _read(source, settings)


def _read(source: Source, settings: Settings) -> Reading | Rejected:
    try:
        document = clean(source, settings)
        analysis = analyse(document, settings)
        cut = sum(sentence.cut for sentence in analysis.sentences)
        facts, doubtful = parted(state(analysis), settings.trust)
        return Reading(document, analysis.mentions, analysis.times, facts, cut, doubtful)
    except ReadError as error:
        return Rejected.because(error, source.origin)


def read_all(
    sources: Iterable[Source | Rejected], settings: Settings = Settings(), *, workers: int = 1, engine: str = "here"
) -> Generator[Reading | Rejected]:
    """Every source read, in the order given, by as many processes as `workers`. A fault of ours in one refuses that one, with its traceback."""
    yield from load("engines", engine)(partial(_surely, read, settings=settings), sources, workers)


def _surely(reading: Callable[..., Reading | Rejected], source: Source | Rejected, settings: Settings) -> Reading | Rejected:
    try:
        return reading(source, settings=settings)
    except ChanceryError:
        raise  # the settings are wrong, not the source
    except Exception as error:
        return Rejected.by_fault(error, source.origin)


def build(
    sources: Iterable[Source | Rejected],
    store: Store,
    settings: Settings = Settings(),
    *,
    workers: int = 1,
    engine: str = "here",
    report: Report = lambda _: None,
) -> Built:
    """Everything read that the store does not hold yet, kept as it comes, and the record settled; `report` hears of each step. Raises StoreError."""
    intake = Intake(store, rules_of(settings), report)
    with closing(read_all(intake.fresh(sources), settings, workers=workers, engine=engine)) as results:
        for result in results:
            intake.take(result)
    built = intake.finish()
    settle(store)
    return built
