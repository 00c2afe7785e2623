"""How far a long run has come: documents a second, facts, refusals; on a terminal only, on standard error."""

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn


class Progress:
    """Counts what is read; shows it while it runs where someone looks."""

    def __init__(self, verb: str) -> None:
        self.verb = verb
        self.documents = self.facts = self.refusals = 0
        shown = sys.stderr.isatty()
        self._bar = Bar(
            SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=Console(stderr=True), disable=not shown, transient=True
        )
        self._task = self._bar.add_task("reading the first document")

    def read(self, facts: int) -> None:
        """One more document, with that many facts."""
        self.documents += 1
        self.facts += facts
        self._show()

    def refused(self) -> None:
        """One more source that was not read."""
        self.refusals += 1
        self._show()

    def stand(self, documents: int, facts: int, refusals: int) -> None:
        """Where the run stands, counted elsewhere."""
        self.documents, self.facts, self.refusals = documents, facts, refusals
        self._show()

    def part(self, done: int, of: int) -> None:
        """How many of a known number are done."""
        self._bar.update(self._task, description=f"{done} of {of} {self.verb}")

    def _show(self) -> None:
        elapsed = self._bar.tasks[0].elapsed or 0.0
        speed = self.documents / elapsed if elapsed > 1 else 0.0
        pace = f", {speed:.1f} documents/s" if speed else ""
        self._bar.update(self._task, description=f"{self.documents} {self.verb}{pace}, {self.facts} facts, {self.refusals} refused")

    def __enter__(self) -> "Progress":
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()
