"""`python -m training.french.trust --data FOLDER`: the weights by which statements and figures are trusted, from the judged articles.

Each statement or figure that is read in them is right or wrong by what the readers signed; a logistic regression on its signals (facts/signals.py,
facts/figure_signals.py), with a ridge, learns to tell. What it prints is measured on articles that the fold had not seen.
"""

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from training.french.about import rows as owned
from training.french.about import unseen
from training.french.judged import JUDGED, OWNERS, PLACES, analysed, digest_of, same_actor

from chancery.analysis import Analysis
from chancery.analysis.actors.ranking import Ranker
from chancery.evaluation.agreeing import same_name
from chancery.evaluation.folding import words
from chancery.evaluation.matching import over_longer
from chancery.facts.about import About
from chancery.facts.context import Context
from chancery.facts.fact import Figure, Statement
from chancery.facts.figure_signals import FigureSignals
from chancery.facts.figures import figures
from chancery.facts.nearby import Nearby
from chancery.facts.signals import Signals
from chancery.facts.statements import statements
from chancery.languages import pack_for
from chancery.span import Span

PACK = Path(__file__).parents[2] / "src/chancery/languages/fr"
SAME = 0.88
"""Overlap, over the longer, of words that are the same but for a word at an edge."""
FULL = 0.6
"""Of a speaker's words, how many must be there."""
RIDGE = 4.0
FOLDS = 5
KINDS = ("statements", "what", "whose")
UNSEEN = 3.0
"""How much a statement or figure counts that was judged on press nobody had tuned on, which shows better what is to be expected."""
Row = tuple[str, dict[str, float], bool, float]
"""Document, signals, whether it was read rightly, how much it counts."""
Numbers = NDArray[np.float64]


def said(data: Path) -> list[Row]:
    """Every statement read in the judged articles that touches one of theirs, or what they struck out."""
    return [
        (id_, *told, counts)
        for judged, counts in ((JUDGED, 1.0), (PLACES, UNSEEN))
        for id_, analysis, gold in analysed(data, judged)
        for told in _said(analysis.speaking(), gold)
    ]


def counted(data: Path) -> tuple[list[Row], list[Row]]:
    """Every figure of which readers told: whether what it counts was right, and whether whose it is."""
    rankers = unseen(owned(data))
    found = [
        (id_, UNSEEN if gold.get("unseen") else 1.0, *told)
        for id_, analysis, gold in analysed(data, OWNERS)
        for told in _counted(analysis, rankers.get(id_), gold)
    ]
    return [(id_, signals, what, counts) for id_, counts, signals, what, _ in found], [
        (id_, signals, whose, counts) for id_, counts, signals, _, whose in found
    ]


def _said(analysis: Analysis, gold: dict[str, Any]) -> Iterator[tuple[dict[str, float], bool]]:
    found = statements(analysis)
    signals = Signals(Context(analysis), found)
    struck = [Span(start, end) for start, end in gold["struck"]]
    for statement in found:
        near = [item for item in gold["statements"] if _span(item).overlaps(statement.evidence)]
        if near or any(span.overlaps(statement.evidence) for span in struck):
            yield signals.of(statement), any(_signed(item, statement) for item in near)


def _counted(analysis: Analysis, ranker: Ranker | None, gold: dict[str, Any]) -> Iterator[tuple[dict[str, float], bool, bool]]:
    """The figures that count what they did when readers judged them, by whom a ranker that has not seen them holds likely."""
    told = {(item["start"], item["end"]): item for item in gold["figures"]}
    nearby, pack = Nearby(analysis), pack_for(analysis.document.language)
    about = About(analysis, nearby, pack, ranker)
    found = about.told(figures(analysis, statements(analysis)))
    signals = FigureSignals(nearby, found, pack, about.likely)
    for figure in found:
        item = told.get((figure.evidence.start, figure.evidence.end))
        if item is not None and item["read"] == digest_of(str(figure.what)):
            yield signals.of(figure), item["what"], _is_owned(item, figure)


def _is_owned(item: dict[str, Any], figure: Figure) -> bool:
    """Whether readers would sign whose the figure is."""
    given = figure.who or figure.about
    return any(same_actor(one, owner) for one in given for owner in item["owner"]) if given else item["nobody"]


def _span(item: dict[str, Any]) -> Span:
    return Span(item["start"], item["end"])


def _signed(item: dict[str, Any], statement: Statement) -> bool:
    """Whether a careful reader's item says what the statement says: its words, its type, and its speaker by the full name."""
    theirs, own = item.get("speaker"), statement.speaker
    named = not theirs or bool(own and same_name(theirs, own) and len(words(own)) >= FULL * len(words(theirs)))
    return named and item["type"] == statement.type and over_longer(_span(item), statement.evidence) >= SAME


def fitted(signals: Numbers, right: Numbers, counts: Numbers) -> Numbers:
    """Weights by Newton's method."""
    weights = np.zeros(signals.shape[1])
    for _ in range(25):
        share = _shares(signals, weights)
        slope = signals.T @ (counts * (share - right)) + RIDGE * weights
        bend = (signals.T * (counts * share * (1 - share))) @ signals + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def _shares(signals: Numbers, weights: Numbers) -> Numbers:
    shares: Numbers = 1 / (1 + np.exp(-signals @ weights))
    return shares


def train(data: Path, target: Path, only: str | None) -> None:
    """Write the weights, and print what leaving out the least trusted is worth; the part that is not trained is kept as it is."""
    kept: dict[str, dict[str, float]] = tomllib.loads(target.read_text("utf-8"))
    if only != "figures":
        kept["statements"] = _shown("statements", said(data))
    if only != "statements":
        what, whose = counted(data)
        kept |= {"what": weights(what), "whose": weights(whose)}
        both = np.array([first[2] and second[2] for first, second in zip(what, whose, strict=True)], dtype=float)
        share, counts = held_out(what) * held_out(whose), _judged(what)[1]
        print("figures")
        for kind, these in (("judged first", counts == 1), ("judged unseen", counts == UNSEEN)):
            _show(f"what and whose, {kind}", share[these], both[these])
    head = "# How much each signal (facts/signals.py, facts/figure_signals.py) speaks for a statement, for what a figure counts, and for whose it is."
    parts = ["\n".join((f"[{kind}]", *(f'"{name}" = {weight:.2f}' for name, weight in kept[kind].items()))) for kind in KINDS]
    target.write_text("\n\n".join((f"{head}\n# Made by training/french/trust.py; origin in the model card.", *parts)) + "\n", "utf-8")


def _shown(called: str, told: list[Row]) -> dict[str, float]:
    """The weights, what they are worth printed."""
    share, right, counts = held_out(told), *_judged(told)
    print(called)
    for kind, these in (("judged whole", counts == 1), ("judged unseen", counts == UNSEEN)):
        _show(kind, share[these], right[these])
    return weights(told)


def weights(told: list[Row]) -> dict[str, float]:
    """The weight of each signal."""
    names, table = _table(told)
    return dict(zip(names, map(float, fitted(table, *_judged(told))), strict=True))


def held_out(told: list[Row]) -> Numbers:
    """How far each is trusted by weights that have not seen its article."""
    _, table = _table(told)
    right, counts = _judged(told)
    documents = {id_: place for place, id_ in enumerate(sorted({row[0] for row in told}))}
    fold_of = np.array([documents[row[0]] % FOLDS for row in told])
    share = np.zeros(len(told))
    for number in range(FOLDS):
        held = fold_of == number
        share[held] = _shares(table[held], fitted(table[~held], right[~held], counts[~held]))
    return share


def _table(told: list[Row]) -> tuple[list[str], Numbers]:
    names = ["always", *sorted({name for _, signals, *_ in told for name in signals})]
    return names, np.array([[1.0 if name == "always" else signals.get(name, 0.0) for name in names] for _, signals, *_ in told])


def _judged(told: list[Row]) -> tuple[Numbers, Numbers]:
    """Whether each is right, and how much it counts."""
    return np.array([float(row[2]) for row in told]), np.array([row[3] for row in told])


def _show(called: str, share: Numbers, right: Numbers) -> None:
    """How many are trusted at least so much, and how many of those are right."""
    if not len(right):
        return
    print(f"  {called}: {len(right)}, right: {right.mean():.3f}")
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = share >= least
        print(f"    trusted at least {least:.1f}: {kept.mean():.3f} of them, right: {right[kept].mean():.3f}")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(prog="python -m training.french.trust", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds corpus/")
    parser.add_argument("--only", choices=("statements", "figures"), help="train this part alone")
    options = parser.parse_args()
    train(options.data, PACK / "trust.toml", options.only)


if __name__ == "__main__":
    main()
