"""What stands in quotation marks: a sentence, a word, or the title of a film in which a place is no place (`le film "La nuit de Brest"`)."""

from collections.abc import Iterator, Sequence
from typing import Protocol

PAIRS = {'"': '"', "«": "»", "“": "”"}
"""Opening marks and what closes each."""
SHORT, PHRASE, SENTENCE = 4, 8, 15
"""Up to how many words a stretch is told apart by their number, is a title more often than not, and is short for a sentence."""
BEFORE = 3
"""Words before the marks that are noted: `le film`."""
SHORTEST = 3
"""Letters of these, at least; of the last, any number."""
VERBS = frozenset({"VERB", "AUX"})


class Word(Protocol):
    """What is looked at of a word."""

    @property
    def text(self) -> str: ...
    @property
    def pos(self) -> str: ...


def quoted(run: Sequence[Word]) -> list[tuple[str, ...]]:
    """For each word inside quotation marks: how long the stretch is, whether it opens with a capital and has a verb, and what stands around it.

    >>> from chancery.analysis.name_lexicon import Unit
    >>> words = [Unit(0, 0, text, "X") for text in 'le film « Brest »'.split()]
    >>> quoted(words)[3]
    ('Q=1C', 'Qp=f|l', 'Qv=01', 'Qb=film', 'Qb1=film|1')
    """
    made: list[tuple[str, ...]] = [()] * len(run)
    for opening, closing in stretches(run):
        inside = run[opening + 1 : closing]
        size = _size(len(inside))
        capital = "C" if inside[0].text[0].isupper() else "c"
        verb = int(any(word.pos in VERBS for word in inside))
        before = [word.text.lower() for word in run[max(0, opening - BEFORE) : opening]]
        around = [f"Qb={word}" for word in before if len(word) >= SHORTEST]
        around += [f"Qb1={before[-1]}|{size}"] if before else []
        around += [f"Qa={word.text.lower()}" for word in run[closing + 1 : closing + 2]]
        for place, word in enumerate(inside, opening + 1):
            if word.text[0].isalpha():
                edges = f"Qp={'f' if place == opening + 1 else 'm'}|{'l' if place == closing - 1 else 'm'}"
                made[place] = (f"Q={size}{capital}", edges, f"Qv={verb}{size}", *around)
    return made


def stretches(run: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where marks open and close, none inside another, none empty."""
    place = 0
    while place < len(run):
        wanted = PAIRS.get(run[place].text)
        closing = next((end for end in range(place + 1, len(run)) if run[end].text == wanted), 0) if wanted else 0
        if closing > place + 1:
            yield place, closing
        place = max(place, closing) + 1


def _size(words: int) -> str:
    return str(words) if words <= SHORT else "phrase" if words <= PHRASE else "sentence" if words <= SENTENCE else "long"
