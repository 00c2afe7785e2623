"""How far the reading of a statement or figure can be trusted: the share of readings with its signals that careful readers signed."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import compress

from chancery.facts.context import Context
from chancery.facts.fact import Commitment, Fact, Figure, Position, Statement
from chancery.facts.figure_signals import FigureSignals
from chancery.facts.signals import Signals
from chancery.languages import Pack
from chancery.settings import asked_of_figures

POST = "post"
PARTS = ("what", "whose")
"""What must be right of a figure; each has weights of its own, for what speaks against the one is silent on the other."""
UNTOLD = 0.0
"""How far a number is trusted of which it is not said what it counts: it says nothing, however right its amount."""
LIST = "trust"
"""The pack's list of weights; a pack without one trusts nothing more than the rest."""


def weighed(context: Context, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with their trust, where the language pack has weights for it; posts have none, for too few of them were judged."""
    weights = _weights(context.pack, "statements")
    if not weights or not said:
        return said
    signals = Signals(context, said)
    return tuple(
        statement if statement.type == POST else replace(statement, trust=round(share(weights, signals.of(statement)), 2)) for statement in said
    )


def weighed_figures(signals: FigureSignals, pack: Pack, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures of a document with their trust, where the language pack has weights for it."""
    weights = [_weights(pack, part) for part in PARTS]
    if not all(weights):
        return found
    return tuple(replace(figure, trust=round(_product(weights, signals.of(figure)), 2) if figure.what else UNTOLD) for figure in found)


def _product(weights: Sequence[Mapping[str, float]], signals: Mapping[str, float]) -> float:
    return math.prod(share(part, signals) for part in weights)


def share(weights: Mapping[str, float], signals: Mapping[str, float]) -> float:
    """The share, by logistic regression: the weights of the signals that are there, and that of `always`.

    >>> share({"always": 0.0, "no cue": -1.0}, {"no cue": 1.0}) < share({"always": 0.0}, {}) == 0.5
    True
    """
    return 1 / (1 + math.exp(-weights.get("always", 0.0) - sum(weights.get(name, 0.0) * value for name, value in signals.items())))


def parted(facts: Iterable[Fact], least: float) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts without the statements trusted less than `least` and the figures trusted less than goes with that; and those that were left out.

    With a statement go the stances and promises that it makes. What happened, met or was counted within one stays: it is told there, whoever said so.
    """
    found, of_figures = tuple(facts), asked_of_figures(least)
    doubtful = [fact for fact in found if isinstance(fact, Statement) and _is_under(fact.trust, least)]
    left = [
        (isinstance(fact, Figure) and _is_under(fact.trust, of_figures)) or any(_rests_on(fact, statement) for statement in doubtful)
        for fact in found
    ]
    return tuple(compress(found, (not out for out in left))), tuple(compress(found, left))


def _is_under(trust: float | None, least: float) -> bool:
    return trust is not None and trust < least


def _rests_on(fact: Fact, doubtful: Statement) -> bool:
    """Whether the fact is the doubtful statement, or what its speaker takes a stand on or undertakes in it."""
    if isinstance(fact, Position | Commitment):
        return doubtful.evidence.contains(fact.evidence) and fact.voice.speaker == doubtful.speaker
    return fact is doubtful


@cache
def _weights(pack: Pack, kind: str) -> Mapping[str, float]:
    found: Mapping[str, float] = pack.words(LIST).get(kind, {}) if pack.holds(LIST) else {}
    return found
