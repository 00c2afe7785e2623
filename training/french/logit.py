"""A conditional logit over candidates: the weights of signs that make what is right the likeliest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from chancery.analysis.actors.ranking import Candidate

SHRUNK, STEPS, PACE = 4.0, 250, 0.05
"""How strongly weights are drawn to nought, how many steps are taken, how long they are at first."""

Example = tuple[str, Sequence[Candidate], frozenset[int]]
"""A manner, the candidates, and which of them are right."""
Weights = dict[str, dict[str, float]]
"""By manner and sign."""


def fitted(examples: Sequence[Example], lent: Sequence[Example] = (), shrunk: float = SHRUNK) -> Weights:
    """The weights that make what is right the likeliest: for each sign one of its own and one for the manner, added up.

    Examples that are `lent` from elsewhere stand in manners of their own: they teach only what a sign weighs in any (Daumé 2007).
    """
    manners = sorted({manner for manner, _, _ in examples})
    examples = [*examples, *((f"lent {manner}", candidates, right) for manner, candidates, right in lent)]
    numbers: dict[str | tuple[str, str], int] = {}
    rows = [
        [numbers.setdefault(key, len(numbers)) for sign in one.signs for key in (sign, (manner, sign))]
        for manner, candidates, _ in examples
        for one in candidates
    ]
    sizes = [len(candidates) for _, candidates, _ in examples]
    right = np.array([place in right for _, candidates, right in examples for place in range(len(candidates))])
    weights = _climbed(rows, sizes, right, len(numbers), shrunk)
    signs = sorted({key for key in numbers if isinstance(key, str)})
    added = {(manner, sign): numbers.get((manner, sign)) for manner in manners for sign in signs}
    return {
        manner: {sign: round(float(weights[numbers[sign]] + (weights[own] if (own := added[manner, sign]) is not None else 0)), 3) for sign in signs}
        for manner in manners
    }


def _climbed(rows: Sequence[Sequence[int]], sizes: Sequence[int], right: "np.ndarray[Any, Any]", count: int, shrunk: float) -> "np.ndarray[Any, Any]":
    """Steps (Adam) towards the least negative log-likelihood, large weights held against it."""
    signs = np.fromiter((number for row in rows for number in row), int)
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    starts, example = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)
    weights, mean, spread = np.zeros(count), np.zeros(count), np.zeros(count)
    for step in range(1, STEPS + 1):
        sums = np.bincount(owner, weights[signs], len(rows))
        powers = np.exp(sums - np.maximum.reduceat(sums, starts)[example])
        meant = np.where(right, powers, 0)
        likely = powers / np.add.reduceat(powers, starts)[example]
        wanted = meant / np.maximum(np.add.reduceat(meant, starts)[example], 1e-300)
        slope = np.bincount(signs, (likely - wanted)[owner], count) + shrunk * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def frequent(examples: Sequence[Example], least: int) -> list[Example]:
    """The examples without the signs that fewer candidates than `least` have.

    >>> one, other = Candidate("body", ("often", "once")), Candidate("body", ("often",))
    >>> [found.signs for found in frequent([("told", [one, other], frozenset({0}))], 2)[0][1]]
    [('often',), ('often',)]
    """
    often = Counter(sign for _, candidates, _ in examples for one in candidates for sign in set(one.signs))
    return [
        (manner, [replace(one, signs=tuple(sign for sign in one.signs if often[sign] >= least)) for one in candidates], right)
        for manner, candidates, right in examples
    ]


def write(weights: Weights, out: Path) -> None:
    """Write the weights into the folder `out`, as the analysis reads them: a row a sign, a column a manner."""
    out.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(["sign", *weights])]
    lines += ["\t".join([sign, *(f"{weights[manner][sign]:.3f}" for manner in weights)]) for sign in next(iter(weights.values()))]
    (out / "weights.tsv").write_text("\n".join(lines) + "\n", "utf-8")
