"""Where the rules of a grammar fit in a row of letters. Most of a text is passed over; what is looked at comes again and again, and is remembered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from chancery.scan.grammar import Grammar, Rule

LOOK_BACK = 8
"""Words before an expression in which what bounds it stands."""
KEPT = 50_000
"""Distinct phrases whose fits are remembered."""
LONG = 64
"""Words of a phrase that is too long to be remembered."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A rule that fits, wherever it does so in the same way. Words count from the first one of the opener, if one stands before it."""

    rule: Rule
    parts: dict[str, tuple[int, int]]
    """The named parts that are there, each from its first word to behind its last."""
    first: int
    """Its first word: 0 without an opener."""
    after: int
    """Behind its last word."""
    opener: Rule | None


class Fits:
    """What fits where, by one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._known: dict[str, tuple[tuple[int, Fit], ...]] = {}
        self._shared: dict[tuple[object, ...], Fit] = {}

    def of(self, letters: str) -> Iterator[tuple[int, Fit]]:
        """The fits that count, none inside another, each with the place that its words count from."""
        for start, phrase in self._phrases(letters):
            fits = self._known.get(phrase)
            if fits is None:
                fits = tuple(self._fits(phrase))
                if len(self._known) > KEPT:
                    self._known.clear()
                if len(phrase) < LONG:
                    self._known[phrase] = fits
            for place, fit in fits:
                yield start + place, fit

    def _phrases(self, letters: str) -> Iterator[tuple[int, str]]:
        """The stretches around what no rule can do without, as far as some rule could look from there."""
        neighbours, after = self.grammar.neighbours, 0
        while found := self.grammar.trigger.search(letters, after):
            first, start, after = found.start(), after, found.end()
            while first > start and letters[first] in neighbours[letters[first - 1]]:
                first -= 1
            while after < len(letters) and letters[after] in neighbours[letters[after - 1]]:
                after += 1
            yield first, letters[first:after]

    def _fits(self, phrase: str) -> Iterator[tuple[int, Fit]]:
        places = ((match.start(), match.end(), (rule, match)) for rule, match in self.places(phrase))
        for first, after, (rule, match) in longest(places):
            if rule.kind == "skip":
                continue
            opener, start = self._opener(phrase, first)
            parts = {name: match.regs[number] for name, number in rule.names if match.regs[number][0] >= 0}
            moved = {name: (begin - start, end - start) for name, (begin, end) in parts.items()}
            key = (id(rule), id(opener), first - start, after - start, *moved.items())
            yield start, self._shared.setdefault(key, Fit(rule, moved, first - start, after - start, opener))

    def _opener(self, phrase: str, first: int) -> tuple[Rule | None, int]:
        """The longest opener before a word, with its first word; None and the word itself if there is none."""
        best, start = None, first
        if first and phrase[first - 1] in self.grammar.opening:
            for rule in self.grammar.openers:
                match = rule.pattern.search(phrase, max(0, first - LOOK_BACK), first)
                if match and match.start() < start:
                    best, start = rule, match.start()
        return best, start

    def places(self, letters: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Every place where a rule fits; none reaches from one sentence into the next."""
        start = 0
        for end in [*(match.end() for match in self.grammar.ends.finditer(letters)), len(letters)]:
            for rule in self._worth_trying(set(letters[start:end])):
                for match in rule.pattern.finditer(letters, start, end):
                    yield rule, match
            start = end

    def _worth_trying(self, letters: set[str]) -> list[Rule]:
        """The rules that find all that they need among the letters of a sentence."""
        grammar, tried, met = self.grammar, 0, 0
        for letter in letters & grammar.tried.keys():
            tried |= grammar.tried[letter]
        if not tried:
            return []
        for letter in letters & grammar.meets.keys():
            met |= grammar.meets[letter]
        found = []
        while tried:
            index = (tried & -tried).bit_length() - 1
            tried &= tried - 1
            if grammar.needs[index] & ~met == 0:
                found.append(grammar.rules[index])
        return found


@lru_cache(maxsize=16)
def fits(grammar: Grammar) -> Fits:
    """The fits by a grammar, with what was remembered of earlier texts."""
    return Fits(grammar)


def longest(found: Iterable[tuple[int, int, Any]]) -> list[tuple[int, int, Any]]:
    """Of overlapping stretches (start, end, what) the leftmost, of these the longest, of these the first given."""
    kept: list[tuple[int, int, Any]] = []
    for stretch in sorted(found, key=lambda item: (item[0], -item[1])):
        if not kept or stretch[0] >= kept[-1][1]:
            kept.append(stretch)
    return kept
