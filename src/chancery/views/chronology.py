"""What happened, when: each happening once, with all that report it."""

from dataclasses import dataclass, replace

from chancery.facts import Event, Meeting
from chancery.record import Query, Store
from chancery.record.episodes import REAL, Episode, episodes, without_twins
from chancery.views.lineages import roots
from chancery.views.row import Row, line, named, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyRow(Row):
    """A happening. Fact, document, words and voice are those of the telling that leads: the outlet's own before a speaker's, then the earliest."""

    kind: str
    """event or meeting."""
    type: str | None
    """PLOVER's, for an event; the body that meets, for a meeting."""
    mode: str | None
    status: str
    who: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    sources: int
    """Independent ones: copies of one dispatch count once."""
    documents: int
    facts: tuple[str, ...]
    """Ids of all tellings, the leading one first."""

    def cells(self) -> dict[str, str]:
        told = f"{self.sources} ({self.documents})" if self.documents > self.sources else str(self.sources)
        who = " → ".join([named(self.who) or "?", named(self.targets)] if self.targets else [named(self.who)])
        what = self.type if self.kind == "event" and self.type else " ".join(part for part in (self.kind, self.type) if part)
        return {
            "Day": self.day or "",
            "What": what if self.status in REAL else f"{what}, {self.status}",
            "Actors": who,
            "Where": line(self.place),
            "Sources": told,
            "Voice": line(self.voice),
            "Fact": self.short,
            "Words": line(self.words),
        }


def chronology(store: Store, query: Query) -> list[ChronologyRow]:
    """Happenings by day; what has no day of its own stands under the day of publication."""
    facts = without_twins(store.facts(replace(query, kinds=("event", "meeting"))))
    return [row_of(episode) for episode in episodes(facts, roots(store, query.as_of))]


def row_of(episode: Episode) -> ChronologyRow:
    """A happening as a row."""
    told = episode.lead.fact
    row = shared(episode.lead)
    sources, documents, facts = episode.sources, len(episode.documents), tuple(kept.id for kept in episode.tellings)
    if isinstance(told, Event):
        return ChronologyRow(
            **row,
            kind="event",
            type=told.type,
            mode=told.mode,
            status=told.status,
            who=told.agents,
            targets=told.targets,
            place=told.place,
            sources=sources,
            documents=documents,
            facts=facts,
        )
    assert isinstance(told, Meeting)
    return ChronologyRow(
        **row,
        kind="meeting",
        type=told.body,
        mode=told.format,
        status=told.status,
        who=told.participants,
        targets=(),
        place=told.place,
        sources=sources,
        documents=documents,
        facts=facts,
    )
