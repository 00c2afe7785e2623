"""Meetings: who consults with whom, in what form, where and when; held, planned or proposed."""

from chancery.analysis import Analysis
from chancery.facts.encounters import encounters
from chancery.facts.fact import Meeting, Statement
from chancery.facts.voices import Voices


def meetings(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Meeting, ...]:
    """The meetings that the document tells of, in text order, an item for each telling."""
    voices = Voices(said)
    return tuple(
        Meeting(
            document=analysis.document.id,
            evidence=found.evidence,
            voice=voices.at(found.head.span),
            time=found.time,
            body=found.body,
            participants=tuple(dict.fromkeys((*found.hosts, *found.guests))),
            place=found.place,
            format=found.format,
            status=found.status,
        )
        for found in encounters(analysis, said)
    )
