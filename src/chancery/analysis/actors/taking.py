"""What verbs take as their subjects: people, states and other bodies, or things (selectional preference; Resnik 1996)."""

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from chancery.analysis.tokens import Token
from chancery.errors import PluginError
from chancery.languages import Pack

SUBJECTS = ("people", "bodies", "things")
"""What is told apart, in the order of the table's columns."""
FEW = 4.0
"""So many subjects of a verb count for as much as those of all verbs."""
CHAIN = 3
"""Verbs that hang on one another and have one subject: `il |peut| |vouloir| |partir|`."""

Counts = tuple[float, ...]


class Takes:
    """How much more or less than other verbs each takes subjects of a kind."""

    def __init__(self, counts: dict[str, Counts]) -> None:
        """`counts` has, by the verb as `spelled` gives it, how often each of SUBJECTS was its subject."""
        self._counts = counts
        sums = [sum(column) for column in zip(*counts.values(), strict=True)] or [0.0] * len(SUBJECTS)
        whole = sum(sums)
        self._shares = [some / whole if whole else 0.0 for some in sums]

    @classmethod
    def of(cls, pack: Pack) -> "Takes":
        """The pack's own, from `pronouns/takes.tsv`, if it holds that table; raises PluginError if it cannot be read."""
        path = pack.folder / "pronouns" / "takes.tsv"
        return cls(_read(path) if path.exists() else {})

    def leanings(self, verb: Token) -> tuple[float, float, float]:
        """For each of SUBJECTS, how much more likely one is it given the verb, as a logarithm: 0 where nothing is known."""
        sums = [0.0] * len(SUBJECTS)
        for one in _chain(verb):
            counts = self._counts.get(spelled(one))
            if counts is not None:
                whole = sum(counts) + FEW
                for place, (count, share) in enumerate(zip(counts, self._shares, strict=True)):
                    sums[place] += math.log((count / share + FEW) / whole) if share else 0.0
        return sums[0], sums[1], sums[2]


def spelled(verb: Token) -> str:
    """A verb, or the word that `être` says of its subject, as the table has it: its lemma, and how it stands.

    In the passive, with a reflexive pronoun or with `être` it takes other subjects.
    """
    if verb.child("cop") is not None:
        return f"{verb.lemma.lower()} (said of)"
    if verb.child("aux:pass") is not None:
        return f"{verb.lemma.lower()} (passive)"
    reflexive = any(child.dep.startswith("expl") and child.morph.get("Reflex") == "Yes" for child in verb.children)
    return f"{verb.lemma.lower()} (reflexive)" if reflexive else verb.lemma.lower()


def _chain(verb: Token) -> Iterator[Token]:
    """The verb and those that hang on it one by one, whose subject is its own."""
    one: Token | None = verb
    for _ in range(CHAIN):
        if one is None:
            return
        yield one
        one = one.child("xcomp")


@lru_cache(maxsize=8)
def _read(path: Path) -> dict[str, Counts]:
    """The counts by verb: a table with a row a verb and a column for each of SUBJECTS."""
    try:
        _, *rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
        return {verb: (float(people), float(bodies), float(things)) for verb, people, bodies, things in rows}
    except (OSError, ValueError) as error:
        raise PluginError(f"what verbs take as subjects cannot be read: {error}", where=str(path), hint="take the file as it was shipped") from error
