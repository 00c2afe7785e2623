"""Who said what."""

from chancery.analysis import Analysis
from chancery.facts.fact import Statement


def statements(analysis: Analysis) -> tuple[Statement, ...]:
    return ()
