"""`python -m training.french.about --data FOLDER`: the weights by which the text around a figure is held to tell of somebody.

Every figure whose owners readers told teaches a conditional logit over all whom the document names, and nobody. What it prints is measured on
articles that the fold had not seen; the same folds tell the trust of figures how likely an owner is on unseen press.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from training.french.judged import OWNERS, analysed, same_actor
from training.french.logit import Example, Weights, fitted, frequent, write

from chancery.analysis.actors.ranking import NOBODY, Candidate, Ranker
from chancery.facts.about import MANNER, WEIGHTS, About
from chancery.facts.fact import Figure
from chancery.facts.figures import figures
from chancery.facts.nearby import Nearby
from chancery.facts.statements import statements
from chancery.languages import pack_for

PACK = Path(__file__).parents[2] / "src/chancery/languages/fr"
FOLDS = 5
RARE = 8
"""Candidates that a sign must speak for; a rarer one is left out."""
Row = tuple[str, Figure, Example]
"""Document, figure, and what it teaches."""


def rows(data: Path) -> list[Row]:
    """What every figure teaches whose owners were told; one of whom none is met teaches nothing."""
    found = list[Row]()
    for id_, analysis, gold in analysed(data, OWNERS):
        counted = figures(analysis, statements(analysis))
        about = About(analysis, Nearby(analysis), pack_for(analysis.document.language))
        told = {(item["start"], item["end"]): item for item in gold["figures"]}
        for figure, candidates in zip(counted, about.candidates(counted), strict=True):
            item = told.get((figure.evidence.start, figure.evidence.end))
            right = frozenset(_right(candidates, item)) if item is not None else frozenset[int]()
            if right:
                found.append((id_, figure, (MANNER, candidates, right)))
    return found


def _right(candidates: Sequence[Candidate], item: dict[str, Any]) -> Iterator[int]:
    """Which candidates readers would sign."""
    for place, one in enumerate(candidates):
        if item["nobody"] if one.actor is None else any(same_actor(one.actor, owner) for owner in item["owner"]):
            yield place


def folds(documents: Iterable[str]) -> dict[str, int]:
    """The fold of each document."""
    shuffled = sorted(set(documents))
    random.Random(0).shuffle(shuffled)
    return {id_: place % FOLDS for place, id_ in enumerate(shuffled)}


def weights(examples: Sequence[Example]) -> Weights:
    """The weights of all signs but the rare ones."""
    return fitted(frequent(examples, RARE))


def unseen(found: Sequence[Row]) -> dict[str, Ranker]:
    """For each document a ranker that has not seen it."""
    fold = folds(id_ for id_, *_ in found)
    rankers = [Ranker(weights([example for id_, _, example in found if fold[id_] != number])) for number in range(FOLDS)]
    return {id_: rankers[number] for id_, number in fold.items()}


def measure(found: Sequence[Row], rankers: dict[str, Ranker]) -> None:
    """Print, by what the words themselves say and by likelihood, how often who is likeliest is right."""
    chosen = list[tuple[str, float, bool]]()
    for id_, figure, (manner, candidates, right) in found:
        likely = rankers[id_].likelihoods(manner, candidates)
        best = max(range(len(likely)), key=lambda place: likely[place])
        said = "said whose" if figure.who else "said where" if figure.where else "said neither"
        chosen.append((f"{said}, {'nobody' if candidates[best].kind == NOBODY else 'somebody'} likeliest", likely[best], best in right))
    for said in sorted({said for said, *_ in chosen}):
        for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            kept = [right for one, likely, right in chosen if one == said and likely >= least]
            print(f"  {said}, at least {least:.1f}: {len(kept)}, right: {sum(kept) / max(1, len(kept)):.3f}")
    print(f"{len(chosen)} figures, right: {sum(right for *_, right in chosen) / len(chosen):.3f}")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(prog="python -m training.french.about", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds corpus/")
    options = parser.parse_args()
    found = rows(options.data)
    measure(found, unseen(found))
    write(weights([example for _, _, example in found]), PACK / WEIGHTS)


if __name__ == "__main__":
    main()
