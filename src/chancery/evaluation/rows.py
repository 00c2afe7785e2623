"""The rows of the table: counts, and what follows from them."""

from dataclasses import dataclass
from typing import TypedDict

RECALL_ONLY = ("(recall)", "right", "alone", ">= 0.95", "right (of matched)")
"""How names of rows end that count no predictions of their own."""


class Scores(TypedDict):
    """A row as JSON; None where nothing can be measured."""

    precision: float | None
    recall: float | None
    f1: float | None
    gold: int
    predicted: int
    right: int


@dataclass(slots=True)
class Tally:
    """How many items are right, among those of the gold standard and among those found."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, right: int, gold: int, predicted: int) -> None:
        """Count one document's items in."""
        self.right += right
        self.gold += gold
        self.predicted += predicted

    @property
    def scores(self) -> Scores:
        """Precision, recall and F1 with the counts behind them.

        >>> Tally(3, 4, 6).scores["f1"]
        0.6
        """
        measured = self.gold + self.predicted > 0
        return Scores(
            precision=self.right / self.predicted if measured and self.predicted else None,
            recall=self.right / self.gold if measured and self.gold else None,
            f1=2 * self.right / (self.gold + self.predicted) if measured else None,
            gold=self.gold,
            predicted=self.predicted,
            right=self.right,
        )


class Rows:
    """Tallies by name, in the order of first use."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}

    def add(self, name: str, right: int, gold: int, predicted: int) -> None:
        """Count into a row, which begins with its first count, even of nothing."""
        self._tallies.setdefault(name, Tally()).add(right, gold, predicted)

    def scores(self) -> dict[str, Scores]:
        """Every row by name."""
        return {name: tally.scores for name, tally in self._tallies.items()}


def recall_only(name: str) -> bool:
    """Whether the row says something about gold items only, so that its F1 means nothing."""
    return name.endswith(RECALL_ONLY)


def headline(name: str, scores: Scores) -> float | None:
    """The one number of a row: F1, or recall where the row has no precision."""
    return scores["recall"] if recall_only(name) else scores["f1"]


def table(rows: dict[str, Scores]) -> str:
    """The rows as lines of text."""
    lines = [f"{'':56} {'P':>6} {'R':>6} {'F1':>6}  {'gold':>5} {'found':>5} {'right':>5}"]
    for name, row in rows.items():
        cells = " ".join(map(_cell, (row["precision"], row["recall"], None if recall_only(name) else row["f1"])))
        lines.append(f"{name:56} {cells}  {row['gold']:5} {row['predicted']:5} {row['right']:5}")
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"
