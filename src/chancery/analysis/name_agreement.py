"""Names found one by one, made to agree with each other through a document: trimmed, of one type, and found again where they stand without a clue."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from chancery.analysis.name_features import Lexicon, Unit


class Found(NamedTuple):
    """A name in a run of units: the first, the one after the last, and its label."""

    start: int
    end: int
    label: str


def trimmed(run: Sequence[Unit], name: Found, lexicon: Lexicon) -> Found | None:
    """The name without signs, articles and titles at its ends, a place with its point of the compass; None if nothing is left."""
    start, end, label = name
    while start < end and (not run[start].text[0].isalnum() or run[start].text in lexicon.edges or run[start].text.lower() in lexicon.forms):
        start += 1
    while end > start and ((not run[end - 1].text[-1].isalnum() and run[end - 1].text[-1] != ".") or run[end - 1].text in lexicon.edges):
        end -= 1
    if label == "LOC" and start < end < len(run) and run[end].text in lexicon.directions:
        end += 1
    return Found(start, end, label) if start < end else None


def agreed(runs: Sequence[Sequence[Unit]], names: Sequence[Sequence[Found]], lexicon: Lexicon) -> list[list[Found]]:
    """The names of each run with the label that most places of the same words have, and words that are a name elsewhere found as one."""
    votes: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    persons: Counter[str] = Counter()
    firsts: Counter[str] = Counter()
    for run, found in zip(runs, names, strict=True):
        for name in found:
            words = tuple(unit.text for unit in run[name.start : name.end])
            votes[words][name.label] += 1
            if name.label == "PER" and len(words) > 1:
                persons.update(words[1:])
                firsts.update(words[:1])
    label = {words: _label(words, count, persons, firsts) for words, count in votes.items()}
    sure = {words: label[words] for words, count in votes.items() if _sure(words, count[label[words]])}
    made = []
    for run, found in zip(runs, names, strict=True):
        kept = [name._replace(label=label[tuple(unit.text for unit in run[name.start : name.end])]) for name in found]
        made.append(sorted([*kept, *_again(run, kept, sure)]))
    return made


def _label(words: tuple[str, ...], count: Counter[str], persons: Counter[str], firsts: Counter[str]) -> str:
    """The label most often given; a lone word that ends a person's full name in the document is that person, and so is one that begins it if the
    other choice is a body: places are often called like first names, bodies are not.
    """
    best = max(count, key=lambda label: (count[label], label))
    if len(words) == 1 and best == "ORG" and firsts[words[0]] >= count[best]:
        return "PER"
    if len(words) == 1 and persons[words[0]] and count["PER"] + persons[words[0]] >= count[best]:
        return "PER"
    return best


def _sure(words: tuple[str, ...], times: int) -> bool:
    """Whether words are a name wherever they stand: several words with two capitals, or a word that was found twice."""
    if len(words) > 1:
        return words[0][0].isupper() and words[-1][0].isupper()
    return times > 1 and len(words[0]) > 2 and words[0][0].isupper()


def _again(run: Sequence[Unit], found: Iterable[Found], sure: dict[tuple[str, ...], str]) -> list[Found]:
    """Places of sure names that were passed over, inside a sentence and outside of other names."""
    taken = {index for name in found for index in range(name.start, name.end)}
    longest = max(map(len, sure), default=0)
    firsts = {words[0] for words in sure}
    made: list[Found] = []
    index = 0
    while index < len(run):
        length = 1
        if index not in taken and run[index].text in firsts:
            for size in range(min(longest, len(run) - index), 0, -1):
                words = tuple(unit.text for unit in run[index : index + size])
                if words in sure and not taken & set(range(index, index + size)):
                    made.append(Found(index, index + size, sure[words]))
                    length = size
                    break
        index += length
    return made
