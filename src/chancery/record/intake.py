"""Readings into a store, by whole batches, with what is known already left out.

Invariant: after each batch the store is whole, so a build that is stopped goes on where it was; and which reading of a document
is shown does not depend on the order of the sources.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from chancery.capture import Source
from chancery.errors import Rejected
from chancery.record.reading import Reading, reading_id
from chancery.record.types import Store

BATCH = 32
"""Documents kept in one transaction; a stopped build reads at most these again."""


@dataclass(slots=True)
class Built:
    """What a build has done so far."""

    read: int = 0
    """Documents read now, and kept."""
    known: int = 0
    """Documents that the record held already, as they are."""
    waiting: int = 0
    """Documents read that their batch has not yet been kept with; lost if the build stops now, and read again by the next."""
    facts: Counter[str] = field(default_factory=Counter)
    """New ones, by kind."""
    refused: list[Rejected] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    """Where the documents came from that hold what was cut to be read."""
    undated: list[str] = field(default_factory=list)
    """Ids of documents read now whose day of publication is not known."""
    doubtful: int = 0
    """Facts left out because they are trusted too little."""

    @property
    def documents(self) -> int:
        """All that could be read, now or before."""
        return self.read + self.known


Report = Callable[[Built], None]


class Intake:
    """Takes what is read, keeps it in batches, and counts."""

    def __init__(self, store: Store, rules: str, report: Report = lambda _: None) -> None:
        self.store, self.rules, self.report = store, rules, report
        self.built = Built()
        self._readings: list[Reading] = []
        self._refusals: list[Rejected] = []
        self._chosen: dict[str, tuple[str, str]] = {}
        """By document id, the reading to show and where it came from."""
        self._new: set[str] = set()
        """Ids of documents whose text, or what is given for it, was not in the record."""

    def fresh(self, sources: Iterable[Source | Rejected]) -> Iterator[Source | Rejected]:
        """Those that are not in the record as they are."""
        for source in map(self._recalled, sources):
            if isinstance(source, Source) and not source.text.isascii() and (refusal := _unkeepable(source)):
                yield refusal
            elif isinstance(source, Source) and self._is_known(source):
                self.built.known += 1
                self.report(self.built)
            else:
                if isinstance(source, Source):
                    self._new.add(source.id)
                yield source

    def take(self, result: Reading | Rejected) -> None:
        """Keep a reading or a refusal, with its batch."""
        if isinstance(result, Rejected):
            self._refuse(result)
        else:
            self._readings.append(result)
            if result.cut:
                self.built.cut.append(result.document.source.origin)
            if result.document.published is None:
                self.built.undated.append(result.document.id)
            self.built.doubtful += len(result.doubtful)
        self.built.waiting = len(self._readings)
        if len(self._readings) + len(self._refusals) >= BATCH:
            self.flush()
        else:
            self.report(self.built)

    def flush(self) -> None:
        """Keep what waits."""
        added = self.store.add(self._readings, self._refusals, self.rules)
        self.built.read += added.documents
        self.built.known += len(self._readings) - added.documents
        self.built.facts.update(added.facts)
        self._readings, self._refusals, self.built.waiting = [], [], 0
        self.report(self.built)

    def finish(self) -> Built:
        """Keep what waits, and show of each document what this build found."""
        self.flush()
        self.store.make_current({document: reading for document, (reading, _) in self._chosen.items()})
        return self.built

    def _recalled(self, source: Source | Rejected) -> Source | Rejected:
        """The source, with what an earlier build was told of the same text where this one is not."""
        if isinstance(source, Rejected) or source.id in self._new:
            return source  # two texts of one id in this build know nothing of each other
        before = self.store.given(source.id, source.text)
        return replace(source, metadata=source.metadata.over(before)) if before else source

    def _is_known(self, source: Source) -> bool:
        """Whether this very text was read by these rules. Notes which reading of its id to show."""
        reading = reading_id(source, self.rules)
        former, origin = self._chosen.get(source.id, (reading, source.origin))
        if former == reading:
            self._chosen[source.id] = (reading, origin)
        else:
            (shown, place), (_, hidden) = sorted([(former, origin), (reading, source.origin)])
            self._chosen[source.id] = (shown, place)
            self._refuse(
                Rejected(
                    hidden,
                    f"another text has the same id {source.id!r}: {place}",
                    "both are kept, that one is shown; give them ids or folders of their own",
                )
            )
        return self.store.has(reading)

    def _refuse(self, refusal: Rejected) -> None:
        self._refusals.append(refusal)
        self.built.refused.append(refusal)


def _unkeepable(source: Source) -> Rejected | None:
    """Why a text cannot be written down, if it cannot."""
    try:
        source.text.encode("utf-8")
    except UnicodeEncodeError as error:
        return Rejected(source.origin, f"half a character (a lone surrogate) at offset {error.start}", "write the file again as UTF-8")
    return None
