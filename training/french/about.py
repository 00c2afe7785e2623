"""`python -m training.french.about --data FOLDER`: the weights by which a state is told to be what the text around a figure is about.

Every figure of nobody and nowhere in the judged articles whose state, or that there is none, readers told teaches a conditional logit over the states
that the document names, and nobody. What it prints is measured on articles that the fold had not seen.
"""

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.french.judged import ABOUT, JUDGED, PLACES, analysed
from training.french.logit import Example, fitted, write

from chancery.analysis import Analysis
from chancery.analysis.actors.ranking import NOBODY, Ranker
from chancery.facts.about import MANNER, WEIGHTS, About
from chancery.facts.fact import Figure
from chancery.facts.figures import figures
from chancery.facts.statements import statements
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.span import Span

PACK = Path(__file__).parents[2] / "src/chancery/languages/fr"
FOLDS = 5
Row = tuple[str, Example]
"""Document, and what its figure teaches."""


def rows(data: Path) -> list[Row]:
    """What every figure of nobody teaches whose state, or that there is none, was told."""
    found = list[Row]()
    for judged in (JUDGED, PLACES, ABOUT):
        for id_, analysis, gold in analysed(data, judged):
            found += [(id_, example) for example in _examples(analysis, gold)]
    return found


def _examples(analysis: Analysis, gold: dict[str, Any]) -> Iterator[Example]:
    about = About(analysis, pack_for(analysis.document.language))
    for figure in figures(analysis, statements(analysis)):
        candidates = about.candidates(figure)
        told = _told(figure, gold) if candidates else None
        right = frozenset(place for place, one in enumerate(candidates) if told is not None and (one.actor or NOBODY) in told)
        if right:
            yield MANNER, candidates, right


def _told(figure: Figure, gold: dict[str, Any]) -> frozenset[str] | None:
    """The states that readers gave, or NOBODY; None where they did not say."""
    item = next((item for item in gold.get("figures", ()) if Span(item["start"], item["end"]).overlaps(figure.evidence)), None)
    if item is None:
        return None
    if "about" in item:
        return frozenset(item["about"] or (NOBODY,))
    return frozenset(who for who in item.get("who", ()) if register_for(None).is_state(who)) or None


def measure(found: list[Row]) -> None:
    """Print, for what is chosen with so much likelihood, how many that are and how many of them are right."""
    documents = sorted({id_ for id_, _ in found})
    random.Random(0).shuffle(documents)
    fold = {id_: place % FOLDS for place, id_ in enumerate(documents)}
    chosen = list[tuple[float, bool]]()
    for number in range(FOLDS):
        ranker = Ranker(fitted([example for id_, example in found if fold[id_] != number]))
        for _, (manner, candidates, right) in ((id_, example) for id_, example in found if fold[id_] == number):
            choice = ranker.choose(None, manner, candidates, 0.0)
            if choice.chosen is not None:
                chosen.append((choice.likely or 0.0, candidates.index(choice.chosen) in right))
    of_states = sum(any(candidates[place].kind != NOBODY for place in right) for _, (_, candidates, right) in found)
    print(f"{len(found)} figures, {of_states} of them of a state")
    for least in (0.5, 0.6, 0.7, 0.75, 0.8, 0.9):
        kept = [right for likely, right in chosen if likely >= least]
        print(f"  likely at least {least:.2f}: {len(kept)}, right: {sum(kept) / max(1, len(kept)):.3f}")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(prog="python -m training.french.about", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds corpus/")
    options = parser.parse_args()
    found = rows(options.data)
    measure(found)
    write(fitted([example for _, example in found]), PACK / WEIGHTS)


if __name__ == "__main__":
    main()
