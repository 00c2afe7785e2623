"""events."""

from chancery.analysis import Analysis
from chancery.facts.fact import Event, Statement


def events(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Event, ...]:
    return ()
