"""`python -m training.french.sides --data FOLDER`: the weights by which people and bodies are held to act for a state or body, or for nobody.

Every person and body of the annotated documents for whom the register knows no side teaches a conditional logit over the states and bodies that the
document tells of, and nobody. What it prints is measured on documents that the fold had not seen, beside what the rules alone had told.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.french.annotated import articles
from training.french.logit import Example, Weights, fitted, frequent, write
from training.french.standing import Read, read

from chancery.analysis.actors import resolve
from chancery.analysis.actors.allegiance import SURE, SURER, WEIGHTS, Allegiance
from chancery.analysis.actors.ranking import Candidate, Ranker
from chancery.analysis.actors.scene import Scene
from chancery.languages import Pack, pack_for
from chancery.register import register_for

PACK = Path(__file__).parents[2] / "src/chancery/languages/fr"
ANNOTATIONS = Path(__file__).with_name("sides") / "annotations.jsonl"
FOLDS = 5
RARE, SHRUNK = 8, 1.0
"""Candidates that a sign must speak for, a rarer one is left out; how strongly weights are drawn to nought (of 4, 2, 1 and 0.5 the best)."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A person or body of a document."""

    document: str
    example: Example
    ruled: str | None
    """For whom the rules alone take them to act."""
    named: int
    """How often they are named."""


def asked(data: Path) -> Iterator[Asked]:
    """All people and bodies of the annotated documents of whom the register does not know for whom they act."""
    rows = {row["document"]: row for row in map(json.loads, ANNOTATIONS.read_text("utf-8").splitlines())}
    found = {article["id"]: article for article in articles(data) if article["id"] in rows}
    for id_, row in rows.items():
        told = {start: frozenset(sides) for start, sides in row["sides"]}
        yield from _asked(id_, read(found[id_], {}, row["digest"]), told)


def _asked(id_: str, document: Read, told: dict[int, frozenset[str]]) -> Iterator[Asked]:
    taken = list[Asked]()

    def take(scene: Scene, _: Pack) -> None:
        allegiance = Allegiance(scene)
        for actor in allegiance.asked():
            names = allegiance.bearers[actor]
            sides = next((told[name.span.start] for name in names if name.span.start in told), None)
            candidates = allegiance.candidates(actor)
            right = frozenset(_right(candidates, sides)) if sides is not None else frozenset[int]()
            if right:
                example = (allegiance.manner(actor), candidates, right)
                taken.append(Asked(id_, example, next(iter(allegiance.ruled(actor)), None), len(names)))

    resolve(document.document, document.sentences, document.names, register_for(None), pack_for("fr"), allegiances=take)
    yield from taken


def _right(candidates: Sequence[Candidate], sides: frozenset[str]) -> Iterator[int]:
    """Which candidates readers would sign."""
    yield from (place for place, one in enumerate(candidates) if (one.actor in sides if sides else one.actor is None))


def weights(rows: Sequence[Asked]) -> Weights:
    """The weights of all signs but the rare ones."""
    return fitted(frequent([row.example for row in rows], RARE), shrunk=SHRUNK)


def measure(rows: Sequence[Asked]) -> None:
    """Print for how many the weights and the rules are right, and how many are read otherwise."""
    documents = sorted({row.document for row in rows})
    random.Random(0).shuffle(documents)
    fold, counted = {id_: place % FOLDS for place, id_ in enumerate(documents)}, Counter[str]()
    for number in range(FOLDS):
        ranker = Ranker(weights([row for row in rows if fold[row.document] != number]))
        for row in (row for row in rows if fold[row.document] == number):
            manner, candidates, right = row.example
            likely = ranker.likelihoods(manner, candidates)
            ruled = any(candidates[place].actor == row.ruled for place in right)
            theirs = likely.index(max(likely)) in right if max(likely) >= (SURE if row.ruled is None else SURER) else ruled
            counted.update(all=1, weights=theirs, rules=ruled, better=theirs and not ruled, worse=ruled and not theirs)
    print(", ".join(f"{kind}: {count}" for kind, count in counted.items()))


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(prog="python -m training.french.sides", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds corpus/")
    options: Any = parser.parse_args()
    rows = list(asked(options.data))
    measure(rows)
    write(weights(rows), PACK / WEIGHTS)


if __name__ == "__main__":
    main()
