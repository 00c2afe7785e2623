"""Events: happenings coded by PLOVER, each with the clause that tells it."""

from datetime import timedelta

from chancery.analysis import Analysis
from chancery.edtf import Edtf
from chancery.facts.acts import Act, acts
from chancery.facts.encounters import Encounter, encounters
from chancery.facts.fact import Event, Statement, Status
from chancery.facts.marks import closed
from chancery.facts.moments import Moments, moments_of
from chancery.facts.status import IN_WORDS
from chancery.facts.voices import Voices
from chancery.languages import pack_for

LONG_AGO = timedelta(days=60)
"""An act that ended so long before publication is `past`."""


def events(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Event, ...]:
    """What happened, was said to be done or is to come, in text order: one item per telling."""
    pack = pack_for(analysis.document.language)
    future, speech = pack.words("events")["future"], frozenset(pack.words("meetings")["speech"])
    moments, voices = moments_of(analysis), Voices(said)
    found = [_event(act, analysis, moments, voices, future) for act in acts(analysis, said) if _is_happening(act)]
    found = [event for event in found if not _over(event, moments)]
    found.extend(_consultation(meeting, analysis, moments, voices) for meeting in encounters(analysis, said) if meeting.cue.type not in speech)
    return tuple(sorted(found, key=lambda event: (event.evidence, event.type)))


def _is_happening(act: Act) -> bool:
    """Whether somebody acts on somebody: no opinion of what should be done, no word yet to be said, no stance not taken."""
    if (act.cue.towards and not act.targets) or (act.cue.saying and act.status == "announced"):
        return False
    return not (act.cue.type in IN_WORDS and act.status == "denied")


def _consultation(meeting: Encounter, analysis: Analysis, moments: Moments, voices: Voices) -> Event:
    """The event that a meeting is: a consultation if it was held, an agreement to meet if it is to come."""
    status: Status = _aged("actual", moments, meeting.time) if meeting.status == "held" else "announced"
    return Event(
        document=analysis.document.id,
        evidence=closed(meeting.evidence, analysis.text),
        voice=voices.at(meeting.head.span),
        time=meeting.time,
        type="CONSULT" if meeting.status == "held" else "AGREE",
        mode=meeting.cue.mode if meeting.status == "held" else None,
        agents=meeting.hosts,
        targets=meeting.guests,
        place=meeting.place,
        status=status,
    )


def _event(act: Act, analysis: Analysis, moments: Moments, voices: Voices, future: dict[str, str]) -> Event:
    in_words, to_come = act.cue.type in IN_WORDS, act.status == "announced"
    time = moments.of(act.evidence, act.head, act.statement, in_words or to_come, in_words and not to_come)
    status = _status(act, moments, time)
    kind = future.get(act.cue.type, act.cue.type) if status == "announced" else act.cue.type
    return Event(
        document=analysis.document.id,
        evidence=closed(act.evidence, analysis.text),
        voice=voices.at(act.head.span),
        time=time,
        type=kind,
        mode=act.cue.mode if kind == act.cue.type else None,
        agents=act.agents,
        targets=act.targets,
        place=act.place,
        status=status,
    )


def _status(act: Act, moments: Moments, time: Edtf | None) -> Status:
    """The status of an event: what is threatened is neither actual nor announced, and no deed is done on a day to come."""
    if act.cue.type == "THREATEN" and act.status in ("actual", "announced"):
        return "threatened"
    if act.status == "actual" and act.cue.type not in IN_WORDS and time is not None and moments.is_ahead(time):
        return "announced"
    return _aged(act.status, moments, time)


def _over(event: Event, moments: Moments) -> bool:
    """Whether what is told in the future was over long before publication: a historic future, of which no more is known."""
    last, today = event.time.last if event.time else None, moments.published.first if moments.published else None
    return event.status == "announced" and last is not None and today is not None and last < today - LONG_AGO


def _aged(status: Status, moments: Moments, time: Edtf | None) -> Status:
    """What ended long before publication is past."""
    last, today = time.last if time else None, moments.published.first if moments.published else None
    return "past" if status == "actual" and last and today and last < today - LONG_AGO else status
