"""What every row of a view carries, so that it can be opened and cited."""

from dataclasses import dataclass, fields
from typing import Any, TypedDict
from urllib.parse import urlsplit

from chancery.record import KeptDocument, KeptFact

SHOWN = 8
"""Characters of a fact's id in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A fact in a view."""

    fact: str
    """Its id, for `chancery fact`."""
    document: str
    start: int
    end: int
    """Code points of the document's text, half-open."""
    words: str
    """The exact words that it was read from."""
    voice: str
    """Who says so: the speaker of the statement it stands in, else the outlet, the agency or the site; the document's id where none is known."""
    via: str | None
    """Who relays the speaker."""
    claim: bool
    """True if a speaker says so, not the outlet."""
    published: str | None
    day: str | None
    """The day it stands under (EDTF): its own time, else the day of publication."""

    copies: tuple[str, ...] = ()
    """Ids of the same fact, in the same words, in copies of the document."""

    @property
    def short(self) -> str:
        """The beginning of its id, as tables show it; enough for `chancery fact`."""
        return self.fact[:SHOWN]

    def cells(self) -> dict[str, str]:
        """What a table shows of it, by heading, in order; the words last."""
        raise NotImplementedError


class Shared(TypedDict):
    """The fields of `Row`, from a fact."""

    fact: str
    document: str
    start: int
    end: int
    words: str
    voice: str
    via: str | None
    claim: bool
    published: str | None
    day: str | None
    copies: tuple[str, ...]


def shared(kept: KeptFact, copies: tuple[str, ...] = ()) -> Shared:
    """What all rows carry, from a fact."""
    evidence, document, day = kept.fact.evidence, kept.document, kept.day
    return {
        "fact": kept.id,
        "document": document.id,
        "start": evidence.start,
        "end": evidence.end,
        "words": kept.words,
        "voice": kept.fact.voice.speaker or publisher(document),
        "via": kept.fact.voice.via,
        "claim": kept.fact.voice.speaker is not None,
        "published": document.published.value if document.published else None,
        "day": day.value if day else None,
        "copies": copies,
    }


def publisher(document: KeptDocument) -> str:
    """Who publishes a document: outlet, agency, site; its id where none is known."""
    return document.source or (urlsplit(document.url).hostname if document.url else None) or document.id


def named(actors: tuple[str, ...]) -> str:
    """Actors as a table shows them.

    >>> named(("person:Antony Blinken", "USA"))
    'Antony Blinken, USA'
    """
    return ", ".join(actor.partition(":")[2] or actor for actor in actors)


def line(text: str | None) -> str:
    """A text on one line; nothing for None."""
    return " ".join(text.split()) if text else ""


def as_json(row: Any) -> dict[str, Any]:
    """A row or a card as JSON holds it."""
    return {field.name: _plain(getattr(row, field.name)) for field in fields(row)}


def _plain(value: Any) -> Any:
    if hasattr(value, "__dataclass_fields__"):
        return as_json(value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value
