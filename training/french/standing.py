"""The weights by which a pronoun finds whom it stands for: `python -m training.french.standing --data FOLDER --out DIR`.

Every candidate that the analysis meets for a pronoun of `pronouns/annotations.jsonl` is taken down, and a conditional logit is fitted: the
weights that make those who are meant the likeliest. That is done twice, first with every pronoun before understood rightly, then as the weights
of the first time understand them, for that is what they meet in use. A part of the documents measures what the others teach; the weights that
are shipped are of all.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from training.french.annotated import articles

from chancery.analysis import Mention, Sentence
from chancery.analysis.actors import resolve
from chancery.analysis.actors.ranking import NOBODY, Candidate, Choice, Ranker
from chancery.analysis.names import find_names
from chancery.analysis.syntax import parse
from chancery.analysis.tokens import Token
from chancery.capture.records import record_source
from chancery.clean import Document, clean
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.settings import Settings

ANNOTATIONS = Path(__file__).with_name("pronouns") / "annotations.jsonl"
PARTS = 5
"""Each part of the documents is measured with weights from the others."""
SHRUNK, STEPS, PACE = 4.0, 250, 0.05
"""How strongly weights are drawn to nought, how many steps are taken, how long they are at first."""
THING, SOMEONE = "thing", "someone"

Bearer = str | list[int]
"""What a pronoun stands for: `nobody`, a `thing`, `someone` without a name, or where one of the names of who is meant stands."""
Example = tuple[str, Sequence[Candidate], frozenset[int]]
"""A manner, the candidates, and which of them are right."""


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated document, read up to its names."""

    document: Document
    sentences: tuple[Sentence, ...]
    names: tuple[Mention, ...]
    bearers: dict[int, Bearer]
    """By the end of each pronoun."""

    def resolved(self, ranker: Ranker | None = None) -> tuple[Mention, ...]:
        """The names with their actors, pronouns ranked by that ranker."""
        return resolve(self.document, self.sentences, self.names, register_for(None), pack_for("fr"), ranker)[0]


class Taught(Ranker):
    """Takes down what it was asked; answers by the annotations, or by the weights that it has."""

    def __init__(self, read: Read, actors: dict[int, str], weights: dict[str, dict[str, float]] | None) -> None:
        super().__init__(weights or {})
        self._told, self._actors, self._answers = read.bearers, actors, weights is None
        self.examples: list[Example] = []
        self.counted: Counter[str] = Counter()

    def choose(self, pronoun: Token, manner: str, candidates: Sequence[Candidate]) -> Choice:
        """See `Ranker.choose`."""
        bearer = self._told.get(pronoun.end)
        choice = super().choose(pronoun, manner, candidates)
        if bearer is None:
            return choice
        actor = self._actors.get(bearer[0]) if isinstance(bearer, list) else None
        right = frozenset(_right(candidates, bearer, actor))
        if right:
            self.examples.append((manner, candidates, right))
        self._count(choice, bearer, actor)
        if not self._answers:
            return choice
        found = next((candidates[place] for place in sorted(right)), Candidate("human", ()))
        return Choice(found, found if found.acts else None)

    def _count(self, choice: Choice, bearer: Bearer, actor: str | None) -> None:
        named = isinstance(bearer, list)
        if choice.chosen is None:
            self.counted["open" if named else "rightly none"] += 1
        else:
            self.counted["right" if named and choice.chosen.actor == actor else "wrong"] += 1


def _right(candidates: Sequence[Candidate], bearer: Bearer, actor: str | None) -> Iterator[int]:
    """Which candidates are right; a thing or someone where no such candidate was met is nobody who was."""
    if isinstance(bearer, list):
        yield from (place for place, one in enumerate(candidates) if one.actor is not None and one.actor == actor)
        return
    wanted = {THING: ("thing",), SOMEONE: ("human",)}.get(bearer, (NOBODY,))
    kinds = wanted if any(one.kind in wanted for one in candidates) else ("thing", NOBODY) if bearer == SOMEONE else (NOBODY,)
    yield from (place for place, one in enumerate(candidates) if one.kind in kinds)


def annotated(data: Path) -> list[Read]:
    """The annotated documents, read. Raises ValueError if a text of the corpus is not the one that was annotated."""
    rows = {row["document"]: row for row in map(json.loads, ANNOTATIONS.read_text("utf-8").splitlines())}
    found = {article["id"]: article for article in articles(data) if article["id"] in rows}
    return [_read(found[id_], row) for id_, row in rows.items()]


def _read(article: dict[str, Any], row: dict[str, Any]) -> Read:
    source, pack = record_source(article, row["document"], "", Settings()), pack_for("fr")
    if hashlib.blake2b(source.text.encode(), digest_size=8).hexdigest() != row["digest"]:
        raise ValueError(f"{row['document']}: the text is not the one that was annotated")
    document = clean(source)
    sentences = parse(document, pack.pipeline())
    return Read(document, sentences, find_names(document, sentences, pack, register_for(None)), dict(row["pronouns"]))


def asked(documents: Iterable[Read], weights: dict[str, dict[str, float]] | None) -> tuple[list[Example], Counter[str]]:
    """What the documents' pronouns are asked, understood by the annotations or by weights; and how those fare."""
    examples, counted = list[Example](), Counter[str]()
    for read in documents:
        names = read.resolved()
        actors = {place: name.actor for name in names if name.actor for place in range(name.span.start, name.span.end)}
        ranker = Taught(read, actors, weights)
        read.resolved(ranker)
        examples += ranker.examples
        counted += ranker.counted
    return examples, counted


def trained(documents: Sequence[Read]) -> dict[str, dict[str, float]]:
    """The weights by manner and sign."""
    first, _ = asked(documents, None)
    second, _ = asked(documents, fitted(first))
    return fitted(first + second)


def fitted(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The weights that make what is right the likeliest: for each sign one of its own and one for the manner, added up."""
    numbers: dict[str | tuple[str, str], int] = {}
    rows = [
        [numbers.setdefault(key, len(numbers)) for sign in one.signs for key in (sign, (manner, sign))]
        for manner, candidates, _ in examples
        for one in candidates
    ]
    sizes = [len(candidates) for _, candidates, _ in examples]
    right = np.array([place in right for _, candidates, right in examples for place in range(len(candidates))])
    weights = _climbed(rows, sizes, right, len(numbers))
    manners = sorted({manner for manner, _, _ in examples})
    signs = sorted({key for key in numbers if isinstance(key, str)})
    added = {(manner, sign): numbers.get((manner, sign)) for manner in manners for sign in signs}
    return {
        manner: {sign: round(float(weights[numbers[sign]] + (weights[own] if (own := added[manner, sign]) is not None else 0)), 3) for sign in signs}
        for manner in manners
    }


def _climbed(rows: Sequence[Sequence[int]], sizes: Sequence[int], right: "np.ndarray[Any, Any]", count: int) -> "np.ndarray[Any, Any]":
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
        slope = np.bincount(signs, (likely - wanted)[owner], count) + SHRUNK * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def measured(documents: Sequence[Read]) -> Counter[str]:
    """How many pronouns are right, wrong, open and rightly none, each part by weights from the others."""
    counted: Counter[str] = Counter()
    for part in range(PARTS):
        weights = trained([read for place, read in enumerate(documents) if place % PARTS != part])
        counted += asked([read for place, read in enumerate(documents) if place % PARTS == part], weights)[1]
    return counted


def train(data: Path, out: Path) -> None:
    """Write the weights to `out`, from the folder that holds `corpus/`, and print what was measured."""
    documents = annotated(data)
    print(len(documents), "documents:", *(f"{count} {what}" for what, count in sorted(measured(documents).items())))
    weights = trained(documents)
    out.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(["sign", *weights])]
    lines += ["\t".join([sign, *(f"{weights[manner][sign]:.3f}" for manner in weights)]) for sign in next(iter(weights.values()))]
    (out / "weights.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Read the options and train."""
    options = argparse.ArgumentParser(prog="python -m training.french.standing", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="the folder that holds corpus/")
    options.add_argument("--out", type=Path, required=True, help="where the weights go: src/chancery/languages/fr/pronouns")
    given = options.parse_args()
    train(given.data, given.out)


if __name__ == "__main__":
    main()
