"""Which of those whom a pronoun or a role could stand for it does, by weights that were learnt."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from chancery.analysis.tokens import Token
from chancery.errors import PluginError
from chancery.languages import Pack

SURE, LIKELY = 0.8, 0.2
"""How likely a candidate must be to be meant, where nothing else is said; and to be kept where nobody is that likely."""
TOLD, POSSIBLE = 0.9, 0.1
"""Below which likelihood the chosen is not told alone, but with all others who are so likely."""
LEAST = 0.4
"""How likely the likeliest must be to be told after all where nobody is sure: of pronouns from 0.4 to 0.5 likely 52 in 100 are right, below 39."""
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone or something that may be meant, or nobody at all."""

    kind: str
    """`person`, `group`, `body`, `human` (a person without a name), `thing` (any other noun), or NOBODY."""
    signs: tuple[str, ...]
    """What speaks for or against it, as the weights name it."""
    actor: str | None = None
    sides: tuple[str, ...] = ()

    @property
    def acts(self) -> bool:
        """Whether it is an actor that the record knows."""
        return bool(self.actor or self.sides)


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a pronoun or role stands for."""

    likeliest: Candidate
    chosen: Candidate | None
    """None where it is no actor, or none is likely enough."""
    open: tuple[str, ...] = ()
    """Whom it could be where nobody is sure, the likeliest first; empty where it is hardly an actor."""
    likely: float | None = None
    """How likely the chosen one is, or where none is the first of those whom it could be, from 0 to 1; None where a rule chose."""
    leaning: float | None = None
    """How likely the likeliest is that was not chosen, where it is right more often than not; else None."""
    nameless: float | None = None
    """How likely none of the actors is meant but a thing, someone without a name, or nothing at all, from 0 to 1; None where a rule chose."""
    others: tuple[str, ...] = ()
    """All who could be meant, the likeliest first, where the chosen one is not likely enough to be told alone."""

    @property
    def ventured(self) -> "Choice":
        """The likeliest where it leans to them and nobody was chosen, else the choice itself."""
        return self if self.leaning is None else replace(self, chosen=self.likeliest, likely=self.leaning, leaning=None)


class Ranker:
    """Ranks by the sum of the weights of the signs, apart for each manner in which the word may stand (a softmax over the candidates)."""

    def __init__(self, weights: dict[str, dict[str, float]]) -> None:
        self._weights = weights

    @classmethod
    def of(cls, pack: Pack, what: Literal["pronouns", "roles", "about", "sides"]) -> "Ranker":
        """The pack's ranker for these, from its `weights.tsv`; raises PluginError if that cannot be read."""
        return cls(_read(pack.folder / what / "weights.tsv", what))

    def choose(self, word: Token | None, manner: str, candidates: Sequence[Candidate], sure: float = SURE) -> Choice:
        """Whom a word that stands in that manner means: who is that likely; the candidates must be at least one.

        >>> ranker = Ranker({"told": {"nobody": 0.0, "latest": 2.0}})
        >>> found = [Candidate("person", ("latest",), "person:Anna Roy"), Candidate(NOBODY, ("nobody",))]
        >>> ranker.choose(None, "told", found).chosen.actor
        'person:Anna Roy'
        """
        likely = self.likelihoods(manner, candidates)
        ranked = sorted(range(len(candidates)), key=lambda place: -likely[place])
        best = candidates[ranked[0]]
        nameless = sum(share for one, share in zip(candidates, likely, strict=True) if not one.acts)
        doubted = best.acts and likely[ranked[0]] < TOLD
        others = tuple(actor for place in ranked if doubted and likely[place] >= POSSIBLE and (actor := candidates[place].actor))
        if not best.acts or likely[ranked[0]] >= sure:
            return Choice(best, best if best.acts else None, likely=likely[ranked[0]], nameless=nameless, others=others)
        actors = (candidates[place].actor for place in ranked if likely[place] >= LIKELY)
        next_ = likely[ranked[1]] if len(ranked) > 1 else 0.0
        leaning = likely[ranked[0]] if likely[ranked[0]] >= LEAST and likely[ranked[0]] > next_ else None
        return Choice(best, None, tuple(actor for actor in actors if actor), likely[ranked[0]] if best.actor else None, leaning, nameless, others)

    def likelihoods(self, manner: str, candidates: Sequence[Candidate]) -> list[float]:
        """How likely each candidate is, from 0 to 1; together 1."""
        weights = self._weights.get(manner, {})
        sums = [sum([weights.get(sign, 0.0) for sign in candidate.signs]) for candidate in candidates]
        highest = max(sums)
        powers = [math.exp(value - highest) for value in sums]
        whole = sum(powers)
        return [power / whole for power in powers]


@dataclass(frozen=True, slots=True)
class Rankers:
    """Who ranks what."""

    pronouns: Ranker
    roles: Ranker

    @classmethod
    def of(cls, pack: Pack) -> "Rankers":
        """The pack's own; raises PluginError if their weights cannot be read."""
        return cls(Ranker.of(pack, "pronouns"), Ranker.of(pack, "roles"))


@lru_cache(maxsize=8)
def _read(path: Path, what: str) -> dict[str, dict[str, float]]:
    """The weights by manner and sign: a table with a row a sign and a column a manner."""
    try:
        head, *rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
        table: dict[str, dict[str, float]] = {manner: {} for manner in head[1:]}
        for sign, *weights in rows:
            for manner, weight in zip(head[1:], weights, strict=True):
                table[manner][sign] = float(weight)
    except (OSError, ValueError) as error:
        raise PluginError(f"the weights for {what} cannot be read: {error}", where=str(path), hint="take the file as it was shipped") from error
    return table
