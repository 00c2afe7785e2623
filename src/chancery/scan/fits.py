"""Where the rules of a grammar fit in a text. Most of it is passed over; what is looked at comes again and again, and is remembered."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heapreplace

from chancery.scan.grammar import SKIP, Grammar, Rule
from chancery.scan.letters import DROW, WORD
from chancery.scan.triggers import Triggers

GAP = r" ?[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*"
"""White space within a line."""
AHEAD = re.compile(f"{GAP}({WORD})?")
"""Matches everywhere, so that those found one after the other leave nothing out."""
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
        self._around: dict[tuple[int, int, int, str], tuple[int, Fit]] = {}
        """By a rule and the letters around where it fits: how many words before there the opener begins, and the fit."""
        self._opener_reach = LOOK_BACK + max((opener.reach for opener in grammar.openers), default=0)

    def of(self, text: str) -> Iterator[tuple[Fit, int, int]]:
        """The fits that count, none inside another, each from where its opener or first word begins to where it ends."""
        known = self._known
        for letters, words, ends in self.phrases(text):
            fits: Iterable[tuple[int, Fit]] | None = known.get(letters)
            if fits is None:
                fits = self._fits(letters)
                if len(letters) < LONG:
                    fits = known[letters] = tuple(fits)
            for first, fit in fits:
                yield fit, ends[first] - len(words[first]), ends[first + fit.after - 1]
        if len(self._known) > KEPT:
            self._known.clear()

    def phrases(self, text: str) -> Iterator[tuple[str, list[str], list[int]]]:
        """The stretches of words in which rules may fit, as far as some rule could look from a trigger: as letters, as words, and where these end."""
        letters_of, neighbours, triggers = self.grammar.letters, self.grammar.neighbours, self.grammar.triggers
        size, backwards, end, forth, back = len(text), text[::-1], 0, AHEAD.finditer, BACK.match
        for begin in self._triggers.places(text):
            if begin < end:
                continue
            ahead = forth(text, begin)
            found = next(ahead)
            if not (word := found[1]) or (last := letters_of[word]) not in triggers:
                continue
            behind, end, letters, words, ends = size - end, found.end(), [last], [word], [found.end()]
            while (before := back(backwards, size - begin, behind)) and letters[-1] in neighbours[letter := letters_of[word := before[1][::-1]]]:
                letters.append(letter)
                words.append(word)
                ends.append(size - before.start(1))
                begin = size - before.end()
            if len(letters) > 1:
                for each in (letters, words, ends):
                    each.reverse()
            for found in ahead:
                if not (word := found[1]) or (letter := letters_of[word]) not in neighbours[last]:
                    break
                last, end = letter, found.end()
                letters.append(letter)
                words.append(word)
                ends.append(end)
            yield "".join(letters), words, ends

    def _fits(self, phrase: str) -> Iterator[tuple[int, Fit]]:
        fit = self._remembered if len(phrase) >= LONG else self._fit
        for rule, match in longest(self.places(phrase)):
            if rule.kind != SKIP:
                start, found = fit(phrase, rule, match)
                yield start, found

    def _remembered(self, phrase: str, rule: Rule, match: re.Match[str]) -> tuple[int, Fit]:
        """The same as `_fit`, which goes by the letters around alone: in a long phrase they mostly come again and again."""
        first, after = match.span()
        opened = first and phrase[first - 1] in self.grammar.opening
        before = min(first, max(rule.reach, self._opener_reach) if opened else rule.reach)
        key = (id(rule), before, after - first, phrase[first - before : after + rule.reach])
        if (known := self._around.get(key)) is None:
            if len(self._around) > KEPT:
                self._around.clear()
            start, found = self._fit(phrase, rule, match)
            known = self._around[key] = first - start, found
        return first - known[0], known[1]

    def _fit(self, phrase: str, rule: Rule, match: re.Match[str]) -> tuple[int, Fit]:
        """The first word of the opener, or of what the rule fits if there is none, and how it fits from there."""
        first, after = match.span()
        opener, start = self._opener(phrase, first)
        regs = match.regs
        parts = {name: (regs[number][0] - start, regs[number][1] - start) for name, number in rule.names if regs[number][0] >= 0}
        key = (id(rule), id(opener), first - start, after - start, *parts.items())
        fit = self._shared.get(key)
        if fit is None:
            fit = self._shared[key] = Fit(rule, parts, first - start, after - start, opener)
        return start, fit

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
                yield from _in_turn(rules, [rule.pattern.finditer(letters, start, end) for rule in rules])
            elif len(found := [(rule, match) for rule in rules for match in rule.pattern.finditer(letters, start, end)]) > 1:
                yield from sorted(found, key=_order)
            else:
                yield from found
            start = end

    def _worth_trying(self, letters: set[str]) -> list[Rule]:
        """The rules that find all that they need among the letters of a sentence."""
        rules, needs, bits, tried, met = self.grammar.rules, self.grammar.needs, self.grammar.bits, 0, 0
        for letter in letters:
            more, meets = bits[letter]
            tried |= more
            met |= meets
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


def _in_turn(rules: list[Rule], ways: list[Iterator[re.Match[str]]]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The places of each rule as one row, in the same order, none looked for before it is asked for."""
    heads = [(match.start(), -match.end(), way, match) for way, found in enumerate(ways) if (match := next(found, None))]
    heapify(heads)
    while heads:
        _, _, way, match = heads[0]
        yield rules[way], match
        if after := next(ways[way], None):
            heapreplace(heads, (after.start(), -after.end(), way, after))
        else:
            heappop(heads)


def longest(places: Iterable[tuple[Rule, re.Match[str]]]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Of overlapping places, given the leftmost and of these the longest first, those that count: each begins behind the one before."""
    after = 0
    for rule, match in places:
        if match.start() >= after:
            after = match.end()
            yield rule, match
