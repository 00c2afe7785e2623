"""figures."""

from chancery.analysis import Analysis
from chancery.facts.fact import Figure, Statement


def figures(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Figure, ...]:
    return ()
