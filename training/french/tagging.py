"""The tagger of names: trained on annotated documents, asked for the names of a text, and scored."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pycrfsuite
from training.french.annotated import Annotated, Name, Runs, labels

from chancery.analysis.name_features import clues, features
from chancery.analysis.name_lexicon import Lexicon
from chancery.analysis.names import names_in

SETTINGS = {"c1": 0.2, "c2": 0.1, "max_iterations": 120, "feature.possible_transitions": True}
"""L1 keeps the weights small (4 MB); half or twice as strong a pull, or more rounds, change nothing that can be measured."""
Rows = list[list[str]]
"""Features of each unit of a run."""
ALONE = 4
"""Of one document in so many each run is learnt from once more by itself, with nothing of the document around it, for texts of a sentence or two."""


def trained(documents: Iterable[Annotated], lexicon: Lexicon, out: Path) -> Any:
    """A tagger trained on the documents and written to `out`."""
    texts = (text for place, document in enumerate(documents) for text in _texts(document, alone=place % ALONE == 0))
    pairs = ((document, runs, features_of(runs, lexicon)) for document, runs in texts)
    learnt = ((document, run, rows) for document, runs, made in pairs for run, rows in zip(runs, made, strict=True) if document.learnt(run))
    return fitted(((rows, labels(run, document.names)) for document, run, rows in learnt), out)


def _texts(document: Annotated, *, alone: bool) -> Iterator[tuple[Annotated, Runs]]:
    """The runs of a document, and with `alone` each run that was judged as a text of its own."""
    yield document, document.runs
    yield from ((document, [run]) for run in document.runs if alone and document.learnt(run))


def features_of(runs: Runs, lexicon: Lexicon) -> list[Rows]:
    """The features of each run of a document."""
    known = clues(runs, lexicon)
    return [features(run, known, lexicon) for run in runs]


def fitted(examples: Iterable[tuple[Rows, list[str]]], out: Path) -> Any:
    """A tagger trained on runs as features and labels, written to `out`."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for rows, tags in examples:
        trainer.append(rows, tags)
    trainer.train(str(out))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(out))
    return tagger


def right_at_places(documents: Iterable[Annotated], tagger: Any, lexicon: Lexicon) -> tuple[int, int]:
    """In how many places the names are found as they were judged, and how many places there are, where only places were judged."""
    right = whole = 0
    for document in documents:
        found = set(found_in(document.runs, tagger, lexicon))
        for start, end in document.within:
            here = [{name for name in names if start <= name[0] < end} for names in (found, document.names)]
            right, whole = right + (here[0] == here[1]), whole + 1
    return right, whole


def found_in(runs: Runs, tagger: Any, lexicon: Lexicon) -> list[Name]:
    """The names of a document as offsets."""
    names = zip(runs, names_in(runs, tagger, lexicon), strict=True)
    return [(run[name.start].start, run[name.end - 1].end, name.label) for run, found in names for name in found]


def scores(documents: Iterable[tuple[Iterable[Name], Iterable[Name]]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of names with their exact span, by label, of all, and of spans alone; each document as true names and found ones.

    >>> scores([([(0, 4, "LOC")], [(0, 4, "ORG")])])["span"]
    (1.0, 1.0, 1.0)
    """
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for gold, found in ((_counted(gold), _counted(found)) for gold, found in documents):
        true += Counter(label for label, _ in gold)
        said += Counter(label for label, _ in found)
        right += Counter(label for label, _ in gold & found)
    return {
        label: (right[label] / max(1, said[label]), right[label] / max(1, true[label]), 2 * right[label] / max(1, said[label] + true[label]))
        for label in ("PER", "ORG", "LOC", "all", "span")
    }


def _counted(names: Iterable[Name]) -> set[tuple[str, Name | tuple[int, int]]]:
    """Each name under what it counts for: its label, all, and spans."""
    return {pair for name in names for pair in ((name[2], name), ("all", name), ("span", name[:2]))}
