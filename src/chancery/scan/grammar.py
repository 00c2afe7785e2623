"""Patterns over classes of words, as a pack's TOML states them: how expressions of time are written, without a word of any language in code.

A text becomes one letter a word, the letter standing for all classes that the word is in; a pattern over classes then is an ordinary regular
expression over letters, and runs at its speed. In a pattern, `<month>` is a word of the class `month`, `<month~Cap>` one that is not capitalised, a
bare word is itself, `[.]` is that sign, `name=` before a class or a bracket names what stands there, and brackets, `|`, `?`, `{1,3}`, `(?!`, `(?<=`
are as in `re`; `?` makes the word or bracket before it optional, not its last letter. `{macro}` stands for the pattern of that name. Shapes are
classes too: `num`, `day`, `monthnum`, `hour`, `minute`, `yy`, `three`, `year` for figures, `word`, `Cap` (a capital, then
small letters), `lower` (of the list, not `Cap`), `plural` (not of the list, in -s or -x) for words.
"""

import re
from dataclasses import dataclass
from itertools import count
from typing import Any

from chancery.errors import PluginError
from chancery.languages import Pack
from chancery.scan.letters import STOPS, Letters
from chancery.scan.needs import needed, reach
from chancery.scan.neighbours import neighbours

PARTS = re.compile(
    r"(?P<look>\(\?(?:<?[=!]|:))|(?P<name>\w+)=|<(?P<kind>\w+)(?:~(?P<but>\w+))?>|(?P<repeat>\{\d+,\d+\})|\{(?P<macro>\w+)\}|(?P<sign>[()|?])|\[(?P<mark>.)\]|(?P<word>[^\W\d_]+|['/-])"
)
BEHIND = re.compile(r"\(\?<(?P<sign>[=!])(?P<ways>(?:\[.\]|[^()\[\]])*)\)")


SKIP = "skip"
"""The kind of rules that find nothing, and keep others from what they fit."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write an expression."""

    kind: str
    pattern: re.Pattern[str]
    fields: dict[str, Any]
    """What else the pack says of it: a bound, an offset, a unit."""
    names: tuple[tuple[str, int], ...]
    """The named parts of the pattern with the numbers of their groups; a name may stand in several of its ways."""
    reach: int
    """Letters before or behind what it fits that it may look at, at most."""


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
        self.bits: dict[str, tuple[int, int]] = {}
        """For every letter, as bits, the rules tried where it stands, if the rest of what they need is there, and the needs that it meets."""
        self.needs: list[int] = []
        """For every rule its needs, as bits."""
        self.triggers: set[str] = set()
        """Letters of which one stands in whatever a rule fits that finds something, as few and uncommon as may be."""
        self._find_needs()
        self.ends = re.compile(f"{self.letters.having('stop')}(?={self.letters.having('Cap')})")
        """Behind it a sentence ends."""
        self.openers = tuple(self._rule(rule, "$") for rule in lists["opener"])
        self.opening = frozenset(letter for rule in self.openers for letter in rule.pattern.pattern)
        """Letters of the words that may stand in an opener."""
        self.neighbours = neighbours(
            [rule.pattern.pattern for rule in self.rules], [rule.pattern.pattern.removesuffix("$") for rule in self.openers], self.letters.of.values()
        )
        """For every letter those that may stand behind it in what some rule looks at."""

    def _find_needs(self) -> None:
        numbers: dict[frozenset[str], int] = {}
        commonness, every = self.letters.commonness, frozenset(self.letters.of.values())
        tried, meets = dict.fromkeys(every, 0), dict.fromkeys(every, 0)
        needs = [needed(rule.pattern.pattern, commonness) or [every] for rule in self.rules]
        for index, sets in enumerate(needs):
            for letter in sets[0]:
                tried[letter] |= 1 << index
            self.needs.append(sum(1 << numbers.setdefault(letters, len(numbers)) for letters in sets))
        for sets in sorted((sets for rule, sets in zip(self.rules, needs, strict=True) if rule.kind != SKIP), key=len):
            self.triggers |= min(sets, key=lambda letters: sum(map(commonness, letters - self.triggers)))
        for letters, number in numbers.items():
            for letter in letters:
                meets[letter] |= 1 << number
        self.bits = {letter: (tried[letter], meets[letter]) for letter in every}

    def _rule(self, rule: dict[str, Any], ending: str) -> Rule:
        fields = {key: value for key, value in rule.items() if key not in ("kind", "pattern")}
        pattern = re.compile(_numbered(self._expression(rule["pattern"])) + ending)
        names = tuple((name.rpartition("_")[0], number) for name, number in pattern.groupindex.items())
        return Rule(rule.get("kind", "opener"), pattern, fields, names, reach(pattern.pattern))

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
