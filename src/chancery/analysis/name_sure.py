"""Names of which the tagger is sure enough: what is taken for a name and is none costs a record more than a name that is passed over.

Of a name that the register or the pack lists it need not be as sure as of one that nobody knows.
"""

from collections.abc import Callable, Iterator, Sequence

from chancery.analysis.name_lexicon import Lexicon, Unit

LEAST = 0.5
"""How likely each label of a name must be at least. On press that a tagger had not seen, it leaves out one in 100, more of them wrong than right."""
NAME, KIND = 0.95, 0.4
"""Where it is so likely that it is a name, so likely must its kind be: what it is told the rest of the document."""
LISTED = 0.25
"""The same where the name is listed with that label."""
Likely = Callable[[str, int], float]
"""How likely a label is at a place of the run, from 0 to 1."""


def sure(run: Sequence[Unit], labels: Sequence[str], likely: Likely, lexicon: Lexicon) -> list[str]:
    """The labels of single units (`B-LOC`, `I-LOC`, `O`), without the names that are not sure and with those passed over that are listed."""
    kept = list(labels)
    for start, end in _names(labels):
        if not is_listed(run, start, end, labels[start][2:], lexicon) and not all(
            _is_likely(labels[place], place, likely) for place in range(start, end)
        ):
            kept[start:end] = ["O"] * (end - start)
    for start, unit in enumerate(run):
        if kept[start] == "O" and unit.text[0].isupper():
            for words, label in _listed(run, start, lexicon):
                made = [f"{'I' if place else 'B'}-{label}" for place in range(len(words))]
                behind = start + len(words)
                apart = behind == len(run) or not kept[behind].startswith("I-")
                if apart and all(likely(told, start + place) >= LISTED for place, told in enumerate(made)):
                    kept[start:behind] = made
                    break
    return kept


def is_listed(run: Sequence[Unit], start: int, end: int, label: str, lexicon: Lexicon) -> bool:
    """Whether the register or the pack lists the name between two places with that label."""
    return any(label == told and len(words) == end - start for words, told in _listed(run, start, lexicon))


def _is_likely(label: str, place: int, likely: Likely) -> bool:
    """Whether a label is likely enough, or a name is that is hardly of another kind."""
    told = likely(label, place)
    return told >= LEAST or (told >= KIND and 1 - likely("O", place) >= NAME)


def _names(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each name begins, and the place behind it."""
    start = None
    for place, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            yield start, place
            start = None
        if label != "O" and start is None:
            start = place


def _listed(run: Sequence[Unit], start: int, lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], str]]:
    """The listed names that begin at a place, with their labels."""
    for table in (lexicon.register, lexicon.known):
        for words, label in table.get(run[start].text, ()):
            if tuple(unit.text for unit in run[start : start + len(words)]) == words:
                yield words, label
