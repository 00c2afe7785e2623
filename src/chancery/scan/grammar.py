"""Patterns over classes of words, as a pack's TOML states them: how expressions of time are written, without a word of any language in code.

A text becomes one letter a word, the letter standing for all classes that the word is in; a pattern over classes then is an ordinary regular
expression over letters, and runs at its speed. In a pattern, `<month>` is a word of the class `month`, `<month~Cap>` one that is not capitalised, a
bare word is itself, `[.]` is that sign, `name=` before a class or a bracket names what stands there, and brackets, `|`, `?`, `{1,3}`, `(?!`, `(?<=`
are as in `re`; `?` makes the word or bracket before it optional, not its last letter. `{macro}` stands for the pattern of that name. Shapes are
classes too: `num`, `day`, `monthnum`, `hour`, `minute`, `yy`, `three`, `year` for figures, `word`, `Cap` (a capital, then
small letters), `lower` (of the list, not `Cap`), `plural` (not of the list, in -s or -x) for words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count
from typing import Any

from chancery.errors import PluginError
from chancery.languages import Pack
from chancery.scan.needs import needed

WORDS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|\d+|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|[^\w\s]|_")
PARTS = re.compile(
    r"(?P<look>\(\?(?:<?[=!]|:))|(?P<name>\w+)=|<(?P<kind>\w+)(?:~(?P<but>\w+))?>|(?P<repeat>\{\d+,\d+\})|\{(?P<macro>\w+)\}|(?P<sign>[()|?])|\[(?P<mark>.)\]|(?P<word>[^\W\d_]+|['/-])"
)
BEHIND = re.compile(r"\(\?<(?P<sign>[=!])(?P<ways>(?:\[.\]|[^()\[\]])*)\)")
UNKNOWN = frozenset(["word", "Cap", "plural", "sign", "stop", "figures"])
STOPS = ".!?"
APOSTROPHES, HYPHENS = "’‘ʼ", "‐‑"
BREAK = "\n"
KEPT = 50_000
"""Distinct words whose letters are remembered."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write an expression."""

    kind: str
    pattern: re.Pattern[str]
    fields: dict[str, Any]
    """What else the pack says of it: a bound, an offset, a unit."""
    names: tuple[tuple[str, int], ...]
    """The named parts of the pattern with the numbers of their groups; a name may stand in several of its ways."""


@dataclass(frozen=True)
class Lexed:
    """A text as words and as letters, one of each at the same place."""

    text: str
    words: list[str]
    letters: str

    @cached_property
    def starts(self) -> list[int]:
        """Where the words begin in the text; nothing but white space lies between them."""
        found, place, text = [], 0, self.text
        for word in self.words:
            place = text.index(word, place)
            found.append(place)
            place += len(word)
        return found

    def end(self, index: int) -> int:
        """Where a word ends in the text."""
        return self.starts[index] + len(self.words[index])


class Letters(dict[str, str]):
    """The letter of every word met, worked out at first sight."""

    def __init__(self, classes: dict[str, frozenset[str]]) -> None:
        self.classes = classes
        self.of: dict[frozenset[str], str] = {}
        self[BREAK] = BREAK
        shapes = [_figures(str(number)) for number in (1, 20, 30, 50, 99, 100, 1789, 9999, 10**5, 10**12)]
        shapes += [_figures(text) for number in range(100) for text in (str(number), f"{number:02}")]
        shapes += [frozenset(found) for found in (["word"], ["word", "plural"], ["word", "Cap"], ["sign"], ["sign", "stop"])]
        for _, known in sorted(classes.items()):
            shapes += [known | {"lower"}, known | {"Cap"}]
        for shape in shapes:
            self.of.setdefault(shape, chr(0xE000 + len(self.of)))

    def __missing__(self, word: str) -> str:
        if len(self) > KEPT:
            self.clear()
        self[word] = letter = self.of[self._shape(word)] if word not in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029" else BREAK
        return letter

    def _shape(self, word: str) -> frozenset[str]:
        if word.isdecimal():
            return _figures(word)
        plain = plainly(word)
        known = self.classes.get(plain)
        capital = word[0].isupper() and not (len(word) > 1 and word.isupper())
        if known:
            return known | {"Cap" if capital else "lower"}
        if not word[0].isalpha():
            return frozenset(["sign", "stop"] if word in STOPS else ["sign"])
        if capital:
            return frozenset(["word", "Cap"])
        return frozenset(["word", "plural"]) if plain[-1] in "sx" else frozenset(["word"])

    def commonness(self, letter: str) -> float:
        """A rough guess of how common its words are in texts: those that the pack calls common are, signs and figures less so, others are not."""
        shape = next(shape for shape, other in self.of.items() if other == letter)
        if "num" in shape:
            return 20.0
        return 1000.0 if shape <= UNKNOWN or "common" in shape else 100.0 if "sign" in shape else 1.0

    def having(self, kind: str, but: str | None = None) -> str:
        """A set of letters for `re`: those of the class, without those of the other."""
        letters = "".join(letter for shape, letter in self.of.items() if kind in shape and but not in shape)
        if not letters:
            raise PluginError(f"a pattern names <{kind}>, and no word is in that class")
        return f"[{letters}]"


def plainly(word: str) -> str:
    """A word as the lists have it: lower case, composed, with a plain apostrophe and hyphen."""
    if word in APOSTROPHES:
        return "'"
    if word in HYPHENS:
        return "-"
    lowered = word.lower()
    return lowered if lowered.isascii() else unicodedata.normalize("NFC", lowered)


def _numbered(expression: str) -> str:
    """The expression with every group's name its own (`year_1`, `year_2`), since a name may stand in several of its ways."""
    numbers = count(1)
    return re.sub(r"\(\?P<(\w+)>", lambda group: f"(?P<{group[1]}_{next(numbers)}>", expression)


def _behind_each(pattern: str) -> str:
    """The pattern with one look-behind for each way, since `re` wants all ways in one to be of the same length."""

    def each(found: re.Match[str]) -> str:
        looks = [f"(?<{found['sign']}{way})" for way in found["ways"].split("|")]
        return "".join(looks) if found["sign"] == "!" else f"({'|'.join(looks)})"

    return BEHIND.sub(each, pattern)


@lru_cache(maxsize=1024)
def _figures(word: str) -> frozenset[str]:
    """The classes of a number in figures."""
    if len(word) > 9 or not word.isascii():
        return frozenset(["figures"])
    number, long = int(word), len(word)
    tests = {
        "day": long <= 2 and 1 <= number <= 31,
        "monthnum": long <= 2 and 1 <= number <= 12,
        "hour": long <= 2 and number <= 24,
        "minute": long == 2 and number <= 59,
        "yy": long == 2,
        "three": long == 3,
        "year": long == 4 and 1000 <= number <= 2199,
    }
    return frozenset(["num", *(name for name, passed in tests.items() if passed)])


class Grammar:
    """The rules of a word list, ready to run. The list has `values` (tables of words and what they stand for), `classes`, `macros` and `rule`."""

    def __init__(self, lists: dict[str, Any]) -> None:
        self.values: dict[str, dict[str, Any]] = lists["values"]
        self.macros: dict[str, str] = lists["macros"]
        classes: dict[str, set[str]] = {}
        for name, words in (self.values | lists["classes"]).items():
            for word in words:
                classes.setdefault(word, set()).add(name)
        rules = [*lists["rule"], *lists["opener"]]
        for pattern in (*self.macros.values(), *(rule["pattern"] for rule in rules)):
            for part in PARTS.finditer(pattern):
                literal = part["word"] or part["mark"]
                if literal:
                    classes.setdefault(literal, set()).add(f"={literal}")
        self.letters = Letters(
            {
                word: frozenset(names | ({"word"} if word[0].isalpha() else {"sign", "stop"} if word in STOPS else {"sign"}))
                for word, names in classes.items()
            }
        )
        self.rules = tuple(self._rule(rule, "") for rule in lists["rule"])
        self.tried: dict[str, int] = {}
        """For every letter the rules, as bits, that are tried where it stands, if the rest of what they need is there."""
        self.meets: dict[str, int] = {}
        """For every letter the needs, as bits, that it meets."""
        self.needs: list[int] = []
        """For every rule its needs, as bits."""
        self._find_needs()
        self.ends = re.compile(f"{BREAK}|{self.letters.having('stop')}(?={self.letters.having('Cap')})")
        self.openers = tuple(self._rule(rule, "$") for rule in lists["opener"])
        self.opening = frozenset(letter for rule in self.openers for letter in rule.pattern.pattern)
        """Letters of the words that may stand in an opener."""

    def _find_needs(self) -> None:
        numbers: dict[frozenset[str], int] = {}
        for index, rule in enumerate(self.rules):
            sets = needed(rule.pattern.pattern, self.letters.commonness)
            for letter in sets[0] if sets else self.letters.of.values():
                self.tried[letter] = self.tried.get(letter, 0) | 1 << index
            self.needs.append(sum(1 << numbers.setdefault(letters, len(numbers)) for letters in sets))
        for letters, number in numbers.items():
            for letter in letters:
                self.meets[letter] = self.meets.get(letter, 0) | 1 << number

    def _rule(self, rule: dict[str, Any], ending: str) -> Rule:
        fields = {key: value for key, value in rule.items() if key not in ("kind", "pattern")}
        pattern = re.compile(_numbered(self._expression(rule["pattern"])) + ending)
        names = tuple((name.rpartition("_")[0], number) for name, number in pattern.groupindex.items())
        return Rule(rule.get("kind", "opener"), pattern, fields, names)

    def _expression(self, pattern: str, depth: int = 0) -> str:
        if depth > 8:
            raise PluginError(f"the macros of {pattern!r} go in circles")
        written, place, named = [], 0, ""
        pattern = _behind_each(pattern)
        for part in PARTS.finditer(pattern):
            if pattern[place : part.start()].strip():
                raise PluginError(f"a pattern cannot be read at {pattern[place:]!r}", where=pattern)
            place = part.end()
            if part["name"]:
                named = f"?P<{part['name']}>"
                continue
            piece = self._piece(part, depth)
            if named:
                piece = f"({named}" if piece == "(?:" else f"({named}{piece})"
                named = ""
            written.append(piece)
        if pattern[place:].strip():
            raise PluginError(f"a pattern cannot be read at {pattern[place:]!r}", where=pattern)
        return "".join(written)

    def _piece(self, part: re.Match[str], depth: int) -> str:
        if part["kind"]:
            return self.letters.having(part["kind"], part["but"])
        if part["macro"]:
            return f"(?:{self._expression(self.macros[part['macro']], depth + 1)})"
        if part["word"] or part["mark"]:
            return self.letters.having(f"={part['word'] or part['mark']}")
        return "(?:" if part["sign"] == "(" else part.group()

    def places(self, lexed: Lexed) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Every place where a rule fits; none reaches from one sentence into the next."""
        start, letters = 0, lexed.letters
        for end in [*(match.end() for match in self.ends.finditer(letters)), len(letters)]:
            for rule in self._worth_trying(set(letters[start:end])):
                for match in rule.pattern.finditer(letters, start, end):
                    yield rule, match
            start = end

    def _worth_trying(self, letters: set[str]) -> list[Rule]:
        """The rules that find all that they need among the letters of a sentence."""
        tried = met = 0
        for letter in letters & self.tried.keys():
            tried |= self.tried[letter]
        if not tried:
            return []
        for letter in letters & self.meets.keys():
            met |= self.meets[letter]
        found = []
        while tried:
            index = (tried & -tried).bit_length() - 1
            tried &= tried - 1
            if self.needs[index] & ~met == 0:
                found.append(self.rules[index])
        return found

    def lex(self, text: str) -> Lexed:
        """The words of a text with their letters."""
        words = WORDS.findall(text)
        return Lexed(text, words, "".join(map(self.letters.__getitem__, words)))


_KEPT: dict[tuple[str, str], Grammar] = {}


def grammar(pack: Pack, name: str) -> Grammar:
    """The grammar in `NAME.toml` of a pack, compiled once; raises PluginError if it is missing or a pattern cannot be read."""
    key = (str(pack.folder), name)
    if key not in _KEPT:
        try:
            _KEPT[key] = Grammar(pack.words(name))
        except (KeyError, re.error) as error:
            raise PluginError(f"the {pack.language} pack's {name}.toml is not a grammar: {error!r}", where=str(pack.folder)) from error
    return _KEPT[key]


def longest(found: Iterable[tuple[int, int, Any]]) -> list[tuple[int, int, Any]]:
    """Of overlapping stretches (start, end, what) the leftmost, of these the longest, of these the first given."""
    kept: list[tuple[int, int, Any]] = []
    for stretch in sorted(found, key=lambda item: (item[0], -item[1])):
        if not kept or stretch[0] >= kept[-1][1]:
            kept.append(stretch)
    return kept
