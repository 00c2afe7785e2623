"""positions."""

from chancery.analysis import Analysis
from chancery.facts.fact import Position, Statement


def positions(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Position, ...]:
    return ()
