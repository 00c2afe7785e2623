"""A place in a text."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open interval of code points in the one text of a document: `text[start:end]`; raises ValueError if it ends before it starts."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, got {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this place.

        >>> Span(3, 7).of("la paix")
        'paix'
        """
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> "Span":
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str, edges: str = " \n\r\t\u00a0\u202f\u2009") -> "Span":
        """The span without those characters at its ends.

        >>> Span(0, 6).trimmed(" paix ")
        Span(start=1, end=5)
        """
        start, end = self.start, self.end
        while start < end and text[start] in edges:
            start += 1
        while end > start and text[end - 1] in edges:
            end -= 1
        return Span(start, end)


_set_start, _set_end = (vars(Span)[field].__set__ for field in ("start", "end"))
"""What fills the slots of a new span: millions are made, and the way that `dataclass` has for frozen ones takes twice as long."""


def covering(spans: Iterable[Span]) -> Span:
    """The smallest span that holds them all; raises ValueError if there are none."""
    found = list(spans)
    return Span(min(span.start for span in found), max(span.end for span in found))
