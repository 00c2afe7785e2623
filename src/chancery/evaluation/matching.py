"""Which found item is which gold item: one to one, as many pairs as can be made, the closest tried first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from chancery.evaluation.folding import comparing
from chancery.evaluation.items import Item
from chancery.span import Span

Similarity = Callable[[Span, Span], float]
SHORTEST_SHARE = 0.1
"""A span ten times the other is about something else."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one document: the pairs, what was missed, what was found and is not there."""

    pairs: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    spurious: tuple[Item, ...]


def over_longer(one: Span, other: Span) -> float:
    """What two spans share, as a part of the longer."""
    return _shared(one, other) / max(1, len(one), len(other))


def over_shorter(one: Span, other: Span) -> float:
    """What two spans share, as a part of the shorter; between equals the one nearer in length comes first.

    >>> over_shorter(Span(0, 4), Span(2, 8)), over_shorter(Span(0, 1), Span(0, 11))
    (0.5003333333333333, 0.0)
    """
    longer = over_longer(one, other)
    return _shared(one, other) / max(1, min(len(one), len(other))) + 0.001 * longer if longer >= SHORTEST_SHARE else 0.0


def same_span(one: Span, other: Span) -> float:
    return float(one == other)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def nearest(similarity: Similarity, gold: Item, found: Item) -> float:
    """Similarity to the best of the gold item's places."""
    return max(similarity(span, found.span) for span in gold.spans)


def compare(gold: Iterable[Item], found: Sequence[Item], similarity: Similarity, threshold: float) -> Compared:
    """Gold and found items, paired; what matches only an item that is not core is neither right nor wrong."""
    expected = list(gold)
    core, optional = [item for item in expected if item.core], [item for item in expected if not item.core]
    pairs = _pairs(core, found, similarity, threshold)
    taken = set(pairs.values())
    spurious = (
        item
        for place, item in enumerate(found)
        if place not in taken and not any(nearest(similarity, other, item) >= threshold for other in optional)
    )
    return Compared(
        tuple((core[place], found[choice]) for place, choice in pairs.items()),
        tuple(item for place, item in enumerate(core) if place not in pairs),
        tuple(spurious),
    )


def _pairs(gold: Sequence[Item], found: Sequence[Item], similarity: Similarity, threshold: float) -> dict[int, int]:
    """The largest matching, by augmenting paths; positions of gold to positions of found."""
    choices: list[list[int]] = []
    for item in gold:
        scores = [(nearest(similarity, item, other), place) for place, other in enumerate(found)]
        choices.append([place for score, place in sorted(scores, key=lambda entry: -entry[0]) if score >= threshold])
    taken_by: dict[int, int] = {}

    def place_item(item: int, tried: set[int]) -> bool:
        for choice in choices[item]:
            if choice in tried:
                continue
            tried.add(choice)
            if choice not in taken_by or place_item(taken_by[choice], tried):
                taken_by[choice] = item
                return True
        return False

    for place in range(len(gold)):
        place_item(place, set())
    return {item: choice for choice, item in taken_by.items()}


def trimmed(item: Item, text: str) -> Item:
    """A name without titles, determiners and marks around it, at each of its places."""
    spans = [_trimmed(span, text) for span in item.spans]
    return replace(item, span=spans[0], also=tuple(spans[1:]))


def _trimmed(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    before = comparing().before.match(text[start:end])
    if before and before.end() < end - start:
        start += before.end()
    while end > start and text[end - 1 : end] in comparing().after:
        end -= 1
    return Span(start, end)
