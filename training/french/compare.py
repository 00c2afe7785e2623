"""Ways of finding names, side by side: `python -m training.french.compare --data FOLDER`.

All are trained on the documents that train and scored on the others: the tagger that is shipped; spaCy's recogniser over the syntax's vectors in
context, shared and left as they are, or its own copy trained with it; and the tagger with what a recogniser says of each word as a feature. For that
feature the recogniser reads each document that trains without having learnt from it. The time is that of finding names in texts whose syntax is
known, on one core.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from training.french.annotated import Annotated, Name, Runs, labels, parted
from training.french.names import prepared
from training.french.network import names_of, network, read
from training.french.tagging import Rows, features_of, fitted, found_in, scores, trained

from chancery.analysis.name_agreement import agreed
from chancery.analysis.name_lexicon import Lexicon
from chancery.analysis.names import tagged
from chancery.languages import pack_for

ROUNDS = 8
"""Rounds over the documents, for each recogniser."""
FOLDS = 2
Way = Callable[[Annotated], tuple[list[Name], float]]
"""The names of a document, and the seconds it took to find them."""


def ways(known: Sequence[Annotated], lexicon: Lexicon, folder: Path) -> Iterable[tuple[str, Way]]:
    """Each way with its name, trained on the documents."""
    syntax = pack_for("fr").folder / "syntax"
    tagger = trained(known, lexicon, folder / "tagger")
    yield "tagger", lambda document: _timed(lambda: found_in(document.runs, tagger, lexicon))
    shared = network(syntax, known, ROUNDS, own=False)
    yield "recogniser, shared vectors", lambda document: _recognised(document, shared)
    joined = _joined(known, syntax, lexicon, folder / "joined")
    yield "both joined", lambda document: _both(document, shared, joined, lexicon)
    own = network(syntax, known, ROUNDS, own=True)
    yield "recogniser, own vectors", lambda document: _recognised(document, own)


def _joined(known: Sequence[Annotated], syntax: Path, lexicon: Lexicon, out: Path) -> Any:
    """The tagger with a recogniser's word as a feature."""
    examples: list[tuple[Rows, list[str]]] = []
    for fold in range(FOLDS):
        other = network(syntax, [document for index, document in enumerate(known) if index % FOLDS != fold], ROUNDS, own=False)
        for document in known[fold::FOLDS]:
            rows = _hinted(document.runs, features_of(document.runs, lexicon), names_of(read(document.text, other), other))
            examples += zip(rows, (labels(run, document.names) for run in document.runs), strict=True)
    return fitted(examples, out)


def _hinted(runs: Runs, made: Iterable[Rows], names: list[Name]) -> list[Rows]:
    """Features, with what names were found at each unit and its neighbours."""
    hinted = []
    for run, rows in zip(runs, made, strict=True):
        hints = ["n=O", *("n=" + label for label in labels(run, names)), "n=O"]
        hinted.append([[*row, "-" + hints[at], hints[at + 1], "+" + hints[at + 2]] for at, row in enumerate(rows)])
    return hinted


def _recognised(document: Annotated, pipeline: Language) -> tuple[list[Name], float]:
    paragraphs = read(document.text, pipeline)
    return _timed(lambda: names_of(paragraphs, pipeline))


def _both(document: Annotated, pipeline: Language, tagger: Any, lexicon: Lexicon) -> tuple[list[Name], float]:
    paragraphs = read(document.text, pipeline)

    def found() -> list[Name]:
        rows = _hinted(document.runs, features_of(document.runs, lexicon), names_of(paragraphs, pipeline))
        names = [tagged(run, tagger.tag(some), lexicon) for run, some in zip(document.runs, rows, strict=True)]
        pairs = zip(document.runs, agreed(document.runs, names, lexicon), strict=True)
        return [(run[name.start].start, run[name.end - 1].end, name.label) for run, some in pairs for name in some]

    return _timed(found)


def _timed(found: Callable[[], list[Name]]) -> tuple[list[Name], float]:
    start = time.process_time()
    names = found()
    return names, time.process_time() - start


def report(lexicon: Lexicon, documents: Iterable[Annotated]) -> None:
    """Print a line a way and part: F1 by label, then microseconds a word."""
    parts = parted(documents)
    with tempfile.TemporaryDirectory() as folder:
        for name, way in ways(parts["train"], lexicon, Path(folder)):
            for part in ("dev", "test"):
                answers = [way(document) for document in parts[part]]
                figures = scores((document.names, names) for document, (names, _) in zip(parts[part], answers, strict=True))
                words = sum(len(run) for document in parts[part] for run in document.runs)
                spent = 1e6 * sum(seconds for _, seconds in answers) / words
                print(f"{name:27}{part:5}", *(f"{label} {values[2]:.3f}" for label, values in figures.items()), f"{spent:.0f} us/word", flush=True)


def main() -> None:
    """Read the options and report."""
    options = argparse.ArgumentParser(prog="python -m training.french.compare", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="the folder that holds corpus/")
    _, lexicon, documents = prepared(options.parse_args().data)
    report(lexicon, documents)


if __name__ == "__main__":
    main()
