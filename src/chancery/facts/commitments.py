"""commitments."""

from chancery.analysis import Analysis
from chancery.facts.fact import Commitment, Statement


def commitments(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Commitment, ...]:
    return ()
