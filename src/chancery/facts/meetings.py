"""meetings."""

from chancery.analysis import Analysis
from chancery.facts.fact import Meeting, Statement


def meetings(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Meeting, ...]:
    return ()
