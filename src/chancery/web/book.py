"""What the pages need of a record, as JSON holds it.

Nothing in it is as of a day: it holds the rows of the views before anything is brought together, each with its day, and the links between
them that hold whatever becomes known later. `assets/known.js` brings together what was known on a day, as `chancery.views` does.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from chancery.facts import Commitment, Figure, Kind, Meeting, Position, Statement
from chancery.record import KeptFact, Query
from chancery.record.agreement import comparisons, topic_of
from chancery.record.episodes import Episode, precedence, same_happening, without_twins
from chancery.record.groups import forest
from chancery.record.repeated import same
from chancery.record.types import known
from chancery.register import register_for
from chancery.views import Record, Row, as_json
from chancery.views.chronology import row_of as happening
from chancery.views.commitments import row_of as commitment
from chancery.views.forces import TURNED
from chancery.views.forces import row_of as figure
from chancery.views.issues import gathered
from chancery.views.once import Told
from chancery.views.positions import row_of as position
from chancery.views.voices import row_of as voice
from chancery.web.library import Library
from chancery.web.people import Actors, Offices
from chancery.web.short import is_empty

Json: TypeAlias = dict[str, Any]
KINDS: dict[str, tuple[Kind, ...]] = {
    "chronology": ("event", "meeting"),
    "voices": ("statement",),
    "positions": ("position",),
    "commitments": ("commitment",),
    "forces": ("figure",),
}
"""Which kinds of fact a page lists."""
ACTORS = ("who", "targets", "actors", "holders", "towards", "beneficiary", "about")
"""Fields of rows that hold ids of actors; in the book, numbers."""
WORKED_OUT = ("document", "published", "day", "copies", "voice", "sources", "documents", "facts", "status_basis", "compared")
"""Fields of rows that the browser works out: for the day, or from the document."""


@dataclass(frozen=True, slots=True)
class Book:
    """A record's facts by page, and the documents that they were read from."""

    library: Library
    actors: Actors
    offices: Offices
    shelves: dict[str, Json]
    """By page: `facts` in the order of the views, and how they hang together."""
    facts: dict[str, list[Json]] = field(repr=False)
    """By reading: the same facts, in the order of the text."""
    places: dict[str, list[KeptFact]] = field(repr=False)
    """By reading: where they stand."""

    def about(self) -> Json:
        """What every page needs: documents, actors, offices, refusals."""
        people = {"actors": self.actors.named(), "spellings": self.actors.spellings(), "offices": self.offices.listed}
        return {**self.library.about(), **people}


def book(record: Record) -> Book:
    """The book of a record. Raises CorruptRecord."""
    library, actors = Library.of(record), Actors()
    offices = Offices(actors)
    shelves: dict[str, Json] = {}
    facts: dict[str, list[Json]] = defaultdict(list)
    places: dict[str, list[KeptFact]] = defaultdict(list)
    for page, kinds in KINDS.items():
        found = record.store.facts(Query(kinds=kinds))
        told = {each.row: _fact(each, library, actors, offices) for each in found}
        for each in found:
            facts[each.document.reading].append(told[each.row])
            places[each.document.reading].append(each)
        kept = without_twins(found)
        listed = [told[each.row] for each in kept]
        _number_copies(kept, listed)
        shelves[page] = {"facts": listed, **HANGING[page](kept, listed)}
    return Book(library, actors, offices, shelves, facts, places)


def _fact(kept: KeptFact, library: Library, actors: Actors, offices: Offices) -> Json:
    """A fact as its view's row, short: what is empty is left out, documents and actors are numbers."""
    told = as_json(_row(kept))
    told["kind"] = kept.fact.kind
    for name in ACTORS:
        if name in told:
            told[name] = [actors.number(actor) for actor in told[name]]
    for name in WORKED_OUT:
        told.pop(name, None)
    if isinstance(kept.fact, Meeting):
        body = told.pop("type")
        told["body"] = actors.number(body) if body else None
    told["document"] = library.number(kept.document)
    if kept.fact.voice.speaker:
        told["voice"] = kept.fact.voice.speaker
    if kept.fact.time:
        told["day"] = kept.fact.time.value
        if "X" not in kept.fact.time.value:
            told["first"], told["last"] = (day.isoformat() if day else None for day in (kept.fact.time.first, kept.fact.time.last))
    if isinstance(kept.fact, Commitment):
        del told["status"]
        told["due"] = kept.fact.deadline.last.isoformat() if kept.fact.deadline and kept.fact.deadline.last else None
    if isinstance(kept.fact, Statement):
        told["office"] = offices.number(kept.fact.speaker_actors, kept.day)
    return {name: value for name, value in told.items() if not is_empty(value)}


def _row(kept: KeptFact) -> Row:
    """The row of the one telling."""
    match kept.fact:
        case Statement() as said:
            return voice(Told(kept, ()), said)
        case Position() as held:
            return position(Told(kept, ()), held)
        case Commitment() as made:
            return commitment(Told(kept, ()), made, None)
        case Figure() as counted:
            return figure(Told(kept, ()), counted, ())
        case _:
            return happening(Episode((kept,), 1))


def _number_copies(kept: Sequence[KeptFact], listed: Sequence[Json]) -> None:
    """A number on facts that are one if their documents are copies; those that no other document tells so have none."""
    classes: dict[Any, list[int]] = defaultdict(list)
    for at, each in enumerate(kept):
        classes[same(each)].append(at)
    shared = (members for members in classes.values() if len({kept[at].document.id for at in members}) > 1)
    for number, members in enumerate(shared):
        for at in members:
            listed[at]["same"] = number


def _happenings(kept: Sequence[KeptFact], listed: Sequence[Json]) -> Json:
    """`links` between tellings of one happening, by their places in the list; each fact's `rank`, the lowest of which leads."""
    place = {each.id: at for at, each in enumerate(kept)}
    for rank, each in enumerate(sorted(kept, key=precedence)):
        listed[place[each.id]]["rank"] = rank
    coming = [each.id for each in sorted(kept, key=known)]
    return {"links": [(place[one], place[other]) for one, other in forest(coming, same_happening(kept))]}


def _figures(kept: Sequence[KeptFact], listed: Sequence[Json]) -> Json:
    """`compared`: pairs of figures of the same thing, with how each stands to the other; `topic` on each that can be compared."""
    place = {each.id: at for at, each in enumerate(kept)}
    topics = [_topic(each) for each in kept]
    several = Counter(topic for topic in topics if topic)
    numbers = {topic: number for number, topic in enumerate(dict.fromkeys(topic for topic in topics if topic and several[topic] > 1))}
    for told, topic in zip(listed, topics, strict=True):
        if topic in numbers:
            told["topic"] = numbers[topic]
    found = comparisons(kept, register_for(None).members)
    return {"compared": [(place[each.one.id], place[each.other.id], *TURNED[each.relation]) for each in found]}


def _topic(kept: KeptFact) -> tuple[Any, ...] | None:
    topic = topic_of(kept.fact, kept.document.language)
    return (*topic, tuple(sorted(kept.fact.actors()))) if topic else None


def _positions(kept: Sequence[KeptFact], listed: Sequence[Json]) -> Json:
    """`issues`: what issues are gathered under; `about` on each position, the number of its issue."""
    held = [(each.fact.issue, each.document.language) for each in kept if isinstance(each.fact, Position)]
    names = gathered(held)
    issues = {name: number for number, name in enumerate(dict.fromkeys(name for name in names if name))}
    for told, name in zip(listed, names, strict=True):
        if name:
            told["about"] = issues[name]
    return {"issues": list(issues)}


def _alone(kept: Sequence[KeptFact], listed: Sequence[Json]) -> Json:
    """Nothing: these hang together as copies only."""
    return {}


HANGING: dict[str, Callable[[Sequence[KeptFact], Sequence[Json]], Json]] = {
    "chronology": _happenings,
    "voices": _alone,
    "positions": _positions,
    "commitments": _alone,
    "forces": _figures,
}
"""How the facts of a page hang together, beyond copies."""
