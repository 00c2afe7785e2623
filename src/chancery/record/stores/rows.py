"""Readings to rows and back."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import Row

from chancery.capture import Metadata
from chancery.clean.document import Block, Document
from chancery.edtf import Edtf
from chancery.facts import Fact
from chancery.facts.fact import Commitment, Event, Figure, Meeting, Position, Statement
from chancery.record.codec import decode, encode
from chancery.record.reading import Reading, digest_of, hashed
from chancery.record.types import KeptDocument, KeptFact, known_from
from chancery.span import Span

ROLES: dict[type[Fact], tuple[tuple[str, str], ...]] = {
    Statement: (("speaker_actors", "speaker"),),
    Event: (("agents", "agent"), ("targets", "target")),
    Meeting: (("body", "body"), ("participants", "participant")),
    Position: (("holders", "holder"), ("towards", "towards")),
    Commitment: (("who", "who"), ("beneficiary", "beneficiary")),
    Figure: (("who", "who"), ("about", "about")),
}
"""Which field of a fact names actors, and in what role."""
DAYS = ("published", "seen")
"""What of that which is known from outside a text are days."""
VOICE = "voice"
"""The role of who vouches for a fact; filters by actor leave it out."""
TOLD = ("speaker", "issue", "what", "place", "where", "body", "addressee", "occasion")
"""Fields that full text finds besides the words, where the text names them elsewhere."""


def text_digest(text: str) -> str:
    """The key of a text."""
    return hashed((text,))


def document_row(reading: Reading, key: str, rules: str) -> dict[str, Any]:
    """A row of `documents`."""
    document = reading.document
    published, credit, given, made = document.published, document.credit, document.source.metadata, document.translation
    first, last = (published.value.first, known_from(published.value)) if published else (None, None)
    return {
        "reading": key,
        "id": document.id,
        "digest": digest_of(document.source),
        "rules": rules,
        "text": text_digest(document.text),
        "origin": document.source.origin,
        "url": given.url,
        "outlet": credit.outlet or given.outlet,
        "agency": credit.agency,
        "author": credit.author,
        "place": credit.place,
        "published": published.value.value if published else None,
        "published_basis": published.basis if published else None,
        "published_start": published.evidence.start if published and published.evidence else None,
        "published_end": published.evidence.end if published and published.evidence else None,
        "first_day": first.isoformat() if first else None,
        "last_day": last.isoformat() if last else None,
        "language": document.language,
        "translated_from": (made.source_language or "und") if made else None,
        "translation_basis": made.basis if made else None,
        "reading_minutes": document.reading_minutes,
        "live": int(document.live),
        "blocks": json.dumps([[block.span.start, block.span.end, block.kind] for block in document.blocks], separators=(",", ":")),
        "given": _written(given),
    }


def fact_row(fact: Fact, key: str, document: Document) -> dict[str, Any]:
    """A row of `facts`, without its `row`."""
    day = fact.time or (document.published.value if document.published else None)
    dated = day is not None and "X" not in day.value
    first, last = (day.first, day.last) if day and dated else (None, None)
    return {
        "id": fact.id,
        "reading": key,
        "kind": fact.kind,
        "start": fact.evidence.start,
        "end": fact.evidence.end,
        "voice": fact.voice.speaker,
        "time": fact.time.value if fact.time else None,
        "dated": int(dated),
        "first_day": first.isoformat() if first else None,
        "last_day": last.isoformat() if last else None,
        "words": fact.evidence.of(document.text),
        "payload": encode(fact),
    }


def actor_rows(fact: Fact, row: int) -> list[dict[str, Any]]:
    """Rows of `fact_actors`, each actor once in each role."""
    found: dict[tuple[str, str], None] = {}
    for field, role in ROLES.get(type(fact), ()):
        named = getattr(fact, field)
        for actor in (named,) if isinstance(named, str) else named or ():
            found[actor, role] = None
    if isinstance(fact, Statement) and fact.speaker and not fact.speaker_actors:
        found[fact.speaker, "speaker"] = None
    for actor in fact.voice.actors:
        found[actor, VOICE] = None
    return [{"fact": row, "actor": actor, "role": role} for actor, role in found]


def about(fact: Fact) -> str:
    """What full text should find a fact by, besides its words."""
    told = [getattr(fact, field, None) for field in TOLD]
    actors = [actor.partition(":")[2] or actor for actor in fact.actors()]
    return " ".join(dict.fromkeys(part for part in (*told, *actors, fact.voice.speaker) if isinstance(part, str)))


def distinct(facts: tuple[Fact, ...]) -> Iterator[Fact]:
    """Each fact once: of those with one id, the first by payload, so that the order they were found in does not tell."""
    kept: dict[str, Fact] = {}
    for fact in facts:
        other = kept.setdefault(fact.id, fact)
        if other is not fact and encode(fact) < encode(other):
            kept[fact.id] = fact
    yield from kept.values()


def document_of(row: Row[Any]) -> KeptDocument:
    """A row of `documents` as a document."""
    return KeptDocument(
        id=row.id,
        reading=row.reading,
        rules=row.rules,
        origin=row.origin,
        url=row.url,
        outlet=row.outlet,
        agency=row.agency,
        author=row.author,
        place=row.place,
        published=Edtf(row.published) if row.published else None,
        published_basis=row.published_basis,
        language=row.language,
        translated_from=row.translated_from,
        translation_basis=row.translation_basis,
        reading_minutes=row.reading_minutes,
        live=bool(row.live),
    )


def _written(given: Metadata) -> str:
    """What is known from outside a text as JSON, the unknown left out."""
    return json.dumps({field.name: str(value) for field in fields(given) if (value := getattr(given, field.name)) is not None}, ensure_ascii=False)


def given_of(row: Row[Any]) -> Metadata:
    """What `document_row` wrote of that; of a row from before that was kept, the day and the address."""
    said: dict[str, Any] = json.loads(row.given)
    if not said and row.published_basis == "given":
        return Metadata(Edtf(row.published), row.url)
    known: dict[str, Any] = {name: Edtf(value) if name in DAYS else value for name, value in said.items()}
    return Metadata(**known)


def fact_of(row: Row[Any], document: KeptDocument) -> KeptFact:
    """A row of `facts` as a fact; raises CorruptRecord."""
    return KeptFact(row.row, row.id, decode(row.kind, row.payload), row.words, document)


def blocks_of(value: str) -> tuple[Block, ...]:
    """The blocks that `document_row` wrote."""
    return tuple(Block(Span(start, end), kind) for start, end, kind in json.loads(value))
