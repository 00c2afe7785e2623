"""One document's reading in the annotation format (docs/annotation-format.md): every item with the place it was read from."""

from dataclasses import replace
from typing import Any

from chancery.clean import Document
from chancery.facts import Commitment, Event, Fact, Figure, Meeting, Position, Statement
from chancery.pipeline import Reading
from chancery.span import Span

Item = dict[str, Any]
SECTIONS = {Statement: "statements", Event: "events", Position: "positions", Commitment: "commitments", Meeting: "meetings", Figure: "figures"}
"""Under which key each kind of fact is written."""


def annotation(reading: Reading) -> Item:
    """The reading as one JSON object, with every key of the format; unknown values are null."""
    found: Item = {
        **_about(reading.document),
        "blocks": [{**_place(block.span), "kind": block.kind} for block in reading.document.blocks],
        "entities": [{**_place(mention.span), "type": mention.type, "id": mention.actor} for mention in reading.mentions],
        "times": [{**_place(time.span), "value": time.value} for time in reading.times],
    }
    told = sorted((*reading.facts, *map(_amount, amounts(reading))), key=lambda fact: fact.evidence) if reading.doubtful else reading.facts
    found |= {section: [_item(fact) for fact in told if type(fact) is kind] for kind, section in SECTIONS.items()}
    return found


def amounts(reading: Reading) -> list[Figure]:
    """The figures that are trusted too little: how many is sure, of what and whose is not."""
    return [fact for fact in reading.doubtful if isinstance(fact, Figure)]


def _amount(figure: Figure) -> Figure:
    return replace(figure, what=None, who=(), where=None, about=())


def _about(document: Document) -> Item:
    published, credit, translation = document.published, document.credit, document.translation
    return {
        "document": document.id,
        "published": published.value.value if published else None,
        "published_basis": published.basis if published else None,
        "language": document.language,
        "translated": translation is not None,
        "translated_from": translation.source_language if translation else None,
        "credit": {"agency": credit.agency, "outlet": credit.outlet, "author": credit.author, "place": credit.place},
    }


def _place(span: Span) -> Item:
    return {"start": span.start, "end": span.end}


def _item(fact: Fact) -> Item:
    return {**_place(fact.evidence), **_attributes(fact)}


def _attributes(fact: Fact) -> Item:
    time = fact.time.value if fact.time else None
    match fact:
        case Statement():
            place = fact.speaker_span
            return {
                "type": fact.type,
                "speaker": fact.speaker,
                "speaker_start": place.start if place else None,
                "speaker_end": place.end if place else None,
                "cue": fact.cue,
                "anonymous": fact.anonymous,
                "addressee": fact.addressee,
                "via": fact.via,
                "trust": fact.trust,
            }
        case Event():
            where = {"place": fact.place, "date": time, "status": fact.status}
            return {"type": fact.type, "mode": fact.mode, "actors": list(fact.agents), "targets": list(fact.targets), **where}
        case Position():
            stance = {"actor": list(fact.holders), "stance": fact.stance, "issue": fact.issue, "towards": list(fact.towards)}
            return {**stance, "condition": fact.condition, "response": fact.response}
        case Commitment():
            return {
                "who": list(fact.who),
                "what": fact.what,
                "start_date": fact.start.value if fact.start else None,
                "deadline": fact.deadline.value if fact.deadline else None,
                "condition": fact.condition,
                "kind": fact.type,
                "beneficiary": list(fact.beneficiary),
            }
        case Meeting():
            taking_part = {"body": fact.body, "participants": list(fact.participants), "place": fact.place, "date": time}
            return {**taking_part, "format": fact.format, "outcome": fact.outcome, "status": fact.status}
        case Figure():
            amount = {"value": fact.value, "value_max": fact.value_max, "unit": fact.unit, "what": fact.what}
            return {**amount, "who": list(fact.who), "where": fact.where, "as_of": time, "approximate": fact.approximate, "trust": fact.trust}
    raise TypeError(f"no annotation is defined for a {type(fact).__name__}")
