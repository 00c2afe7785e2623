"""The words around a number that bound or blur it, though they are no part of its own."""

import re
from dataclasses import dataclass
from functools import lru_cache

from chancery.languages import Pack
from chancery.languages.conjugation import Forms
from chancery.scan.numbers import Bound
from chancery.scan.phrases import Endings, either, plain


@dataclass(frozen=True, slots=True)
class Limits:
    """The lists of `[limits]` in a pack's `numbers.toml`."""

    bounds: dict[str, Bound]
    """By a phrase before or behind a number; one that is not here only blurs it."""
    before: Endings
    behind: re.Pattern[str]
    articles: frozenset[str]
    """What may stand between a verb and its number."""
    marks: frozenset[str]
    """And, with "de" behind them, what is passed."""
    verbs: Forms
    exceeding: frozenset[str]
    nearing: frozenset[str]
    able: frozenset[str]
    ne: frozenset[str]


@lru_cache(maxsize=8)
def limits(pack: Pack) -> Limits:
    """Those of a pack; raises PluginError if it has no `numbers.toml`."""
    lists = pack.words("numbers")
    known, said = lists["limits"], lists["approximate"]
    bounds: dict[str, Bound] = dict.fromkeys(map(plain, (*said["least"], *known["least"])), "least")
    bounds |= dict.fromkeys(map(plain, (*said["most"], *known["most"])), "most")
    return Limits(
        bounds,
        Endings(map(plain, (*known["least"], *known["most"]))),
        re.compile(f",? (?P<said>{either(map(plain, known['behind']))})" + r"(?!\w)"),
        frozenset(known["articles"]),
        frozenset(known["marks"]),
        Forms((*known["exceeding"], *known["nearing"]), pack),
        frozenset(known["exceeding"]),
        frozenset(known["nearing"]),
        frozenset(known["able"]),
        frozenset(known["ne"]),
    )
