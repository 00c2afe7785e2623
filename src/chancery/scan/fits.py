"""Where the rules of a grammar fit in a text. Most of it is passed over; what is looked at comes again and again, and is remembered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge
from itertools import repeat

from chancery.scan.grammar import SKIP, Grammar, Rule
from chancery.scan.letters import DROW, WORD, WORDS
from chancery.scan.triggers import Triggers

GAP = r" ?[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*"
"""White space within a line."""
AHEAD = re.compile(f"{GAP}({WORD})")
BACK = re.compile(f"{GAP}({DROW})")
LOOK_BACK = 8
"""Words before an expression in which what bounds it stands."""
KEPT = 50_000
"""Distinct phrases whose fits are remembered."""
LONG = 64
"""Words of a phrase that is too long to be remembered, and in which what is found is not gathered before it is told."""


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
        self._triggers = Triggers(grammar.letters, grammar.triggers)
        self._known: dict[str, tuple[tuple[int, Fit], ...]] = {}
        self._shared: dict[tuple[object, ...], Fit] = {}

    def of(self, text: str) -> Iterator[tuple[Fit, int, int]]:
        """The fits that count, none inside another, each from where its opener or first word begins to where it ends."""
        for letters, begin, end in self.phrases(text):
            fits: Iterable[tuple[int, Fit]] | None = self._known.get(letters)
            if fits is None:
                fits = self._fits(letters)
                if len(letters) < LONG:
                    fits = self._known[letters] = tuple(fits)
            words: list[tuple[int, int]] = []
            for first, fit in fits:
                if first == 0 and fit.after == len(letters):
                    yield fit, begin, end
                    break
                words = words or [word.span() for word in WORDS.finditer(text, begin, end)]
                yield fit, words[first][0], words[first + fit.after - 1][1]
        if len(self._known) > KEPT:
            self._known.clear()

    def phrases(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The stretches of words in a row in which rules may fit, as letters with start and end; as far as some rule could look from a trigger."""
        letters_of, neighbours, triggers = self.grammar.letters, self.grammar.neighbours, self.grammar.triggers
        size, backwards, end, forth, back = len(text), text[::-1], 0, AHEAD.match, BACK.match
        for begin in self._triggers.places(text):
            if begin < end:
                continue
            found = forth(text, begin)
            if not found or (first := letters_of[found[1]]) not in triggers:
                continue
            behind, end, last, before, after = size - end, found.end(), first, [], [first]
            while (found := back(backwards, size - begin, behind)) and first in neighbours[letter := letters_of[found[1][::-1]]]:
                first, begin = letter, size - found.end()
                before.append(letter)
            while (found := forth(text, end)) and (letter := letters_of[found[1]]) in neighbours[last]:
                last, end = letter, found.end()
                after.append(letter)
            yield "".join(before[::-1] + after), begin, end

    def _fits(self, phrase: str) -> Iterator[tuple[int, Fit]]:
        for rule, match in longest(self.places(phrase)):
            if rule.kind == SKIP:
                continue
            first, after = match.span()
            opener, start = self._opener(phrase, first)
            regs = match.regs
            parts = {name: (regs[number][0] - start, regs[number][1] - start) for name, number in rule.names if regs[number][0] >= 0}
            key = (id(rule), id(opener), first - start, after - start, *parts.items())
            fit = self._shared.get(key)
            if fit is None:
                fit = self._shared[key] = Fit(rule, parts, first - start, after - start, opener)
            yield start, fit

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
        """Every place where a rule fits, the leftmost first, of these the longest; none reaches from one sentence into the next."""
        start = 0
        for end in [*(match.end() for match in self.grammar.ends.finditer(letters)), len(letters)]:
            rules = self._worth_trying(set(letters[start:end]))
            if end - start > LONG:
                yield from merge(*(zip(repeat(rule), rule.pattern.finditer(letters, start, end)) for rule in rules), key=_order)
            else:
                yield from sorted([(rule, match) for rule in rules for match in rule.pattern.finditer(letters, start, end)], key=_order)
            start = end

    def _worth_trying(self, letters: set[str]) -> list[Rule]:
        """The rules that find all that they need among the letters of a sentence."""
        rules, needs, tried, met = self.grammar.rules, self.grammar.needs, 0, 0
        for letter in letters:
            tried |= self.grammar.tried.get(letter, 0)
            met |= self.grammar.meets.get(letter, 0)
        found, unmet = [], ~met
        while tried:
            index = (tried & -tried).bit_length() - 1
            tried &= tried - 1
            if not needs[index] & unmet:
                found.append(rules[index])
        return found


@lru_cache(maxsize=16)
def fits(grammar: Grammar) -> Fits:
    """The fits by a grammar, with what was remembered of earlier texts."""
    return Fits(grammar)


def _order(place: tuple[Rule, re.Match[str]]) -> tuple[int, int]:
    first, after = place[1].span()
    return first, -after


def longest(places: Iterable[tuple[Rule, re.Match[str]]]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Of overlapping places, given the leftmost and of these the longest first, those that count: each begins behind the one before."""
    after = 0
    for rule, match in places:
        if match.start() >= after:
            after = match.end()
            yield rule, match
