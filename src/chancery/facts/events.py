"""Events: happenings coded by PLOVER, each with the clause that tells it."""

from chancery.analysis import Analysis
from chancery.facts.acts import Act, acts
from chancery.facts.fact import OUTLET, Event, Statement, Status, Voice
from chancery.facts.moments import Moments
from chancery.facts.status import IN_WORDS
from chancery.languages import pack_for

LONG_AGO = 60
"""An act that ended so many days before publication is `past`."""


def events(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Event, ...]:
    """What happened, was said to be done or is to come, in text order: one item per telling."""
    future = pack_for(analysis.document.language).words("events")["future"]
    moments = Moments(analysis)
    return tuple(_event(act, analysis, moments, future) for act in acts(analysis, said))


def _event(act: Act, analysis: Analysis, moments: Moments, future: dict[str, str]) -> Event:
    time = moments.of(act.evidence, act.head, act.statement, act.cue.type in IN_WORDS)
    status = _status(act, moments, time)
    kind = future.get(act.cue.type, act.cue.type) if status == "announced" else act.cue.type
    return Event(
        document=analysis.document.id,
        evidence=act.evidence,
        voice=voice_of(act.statement),
        time=time,
        type=kind,
        mode=act.cue.mode if kind == act.cue.type else None,
        agents=act.agents,
        targets=act.targets,
        place=None,
        status=status,
    )


def _status(act: Act, moments: Moments, time: object) -> Status:
    if act.cue.type == "THREATEN" and act.status == "actual":
        return "threatened"
    return act.status


def voice_of(statement: Statement | None) -> Voice:
    """Who vouches for what stands in a statement, or outside any."""
    if statement is None:
        return OUTLET
    return Voice(statement.speaker, statement.speaker_actors, statement.via)
