"""Analysis to facts: one kind a file, each found from the analysis and the statements."""

from chancery.analysis import Analysis
from chancery.facts.commitments import commitments
from chancery.facts.events import events
from chancery.facts.fact import OUTLET, Commitment, Event, Fact, Figure, Kind, Meeting, Position, Stance, Statement, Status, Voice
from chancery.facts.figures import figures
from chancery.facts.meetings import meetings
from chancery.facts.positions import positions
from chancery.facts.statements import statements
from chancery.facts.trust import parted

__all__ = [
    "OUTLET",
    "Commitment",
    "Event",
    "Fact",
    "Figure",
    "Kind",
    "Meeting",
    "Position",
    "Stance",
    "Statement",
    "Status",
    "Voice",
    "parted",
    "state",
]


SURE = 0.55
"""How likely whoever a pronoun or role stands for must be to be held to a fact: a wrong actor costs a record more than one who is left open."""


def state(analysis: Analysis) -> tuple[Fact, ...]:
    """All facts of a document, by place and kind. The statements come first: what lies inside one belongs to its speaker."""
    sure = analysis.surely(SURE)
    speaking = sure.speaking()
    said = statements(speaking)
    found: list[Fact] = [*said, *figures(sure, said)]  # a figure may be a state's whoever of it is named beside
    for finder in (events, meetings, positions, commitments):
        found.extend(finder(speaking, said))
    return tuple(sorted(found, key=lambda fact: (fact.evidence, fact.kind, fact.key())))
