"""Common nouns that head names: `ministère` of a body, `vallée` of a place, and what of a sentence stands behind one."""

from collections.abc import Mapping, Sequence
from typing import Protocol

REACH = 7
"""Words between a head and the capitalised word it still bears on, at most."""


class Word(Protocol):
    """What is looked at of a word."""

    @property
    def text(self) -> str: ...
    @property
    def pos(self) -> str: ...


def headed(run: Sequence[Word], heads: Mapping[str, str], links: frozenset[str]) -> list[tuple[str, ...]]:
    """For each word of a sentence: the head it stands behind with only links, adjectives and capitalised words between, and what a head has ahead.

    >>> from chancery.analysis.name_lexicon import Unit
    >>> words = [Unit(0, 0, text, "X") for text in "la mairie de Brest dort".split()]
    >>> headed(words, {"mairie": "ORG"}, frozenset({"de"}))
    [(), ('ahead=ORG|1',), ('in=ORG|0', 'in=mairie'), ('in=ORG|0', 'in=mairie'), ()]
    """
    made: list[tuple[str, ...]] = [()] * len(run)
    for index, word in enumerate(run):
        name = word.text.lower()
        kind = heads.get(name)
        if kind is None:
            continue
        capitals, last = 0, index
        for place in range(index + 1, min(len(run), index + 1 + REACH)):
            text = run[place].text
            capital = text[0].isupper()
            if not (capital or text in links or run[place].pos == "ADJ") or text.lower() in heads:
                break
            made[place] = (f"in={kind}|{min(capitals, 1)}", f"in={name}")
            capitals += capital
            if capital and last == index:
                last = place
        made[index] += (f"ahead={kind}|{last - index - 1 if capitals else '-'}",)
    return made
