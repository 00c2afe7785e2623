"""What speaks for and against a figure having been understood, what it counts and whose: signals to be weighed, none of which names a word."""

import math
from collections.abc import Callable, Iterator

from chancery.analysis import Token
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.unit_kinds import UnitKinds
from chancery.languages import Pack

PERSON = "person:"
LETTERS = 4
"""Of a word that says something, at least."""
ROW = 150
"""Code points around a figure in which others make a row of figures with it."""
SMALL = 3
LATE, LONG = 15, 30
"""Tokens before a figure in its sentence, and of the sentence, that count as one."""
LIKELIEST, SLIGHT = 3.0, 0.0001
"""Half the logarithm of odds, and a share, beyond which it makes no difference how likely the owner is."""
QUOTED = 400
"""Code points before a figure in which a quotation opens that it stands in."""


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if len(word) >= LETTERS]


def _told(figure: Figure) -> str:
    """How much is said of what is counted."""
    words = (figure.what or "").split()
    return "no what" if not words else "one word" if len(words) == 1 else "a word and more" if len(_telling(words)) == 1 else "words"


def _owner(figure: Figure) -> str:
    """The kind of whom it is."""
    if not figure.who:
        return f"nobody, about a {_kind(figure.about)}" if figure.about else "nobody"
    return _kind(figure.who)


def _kind(actors: tuple[str, ...]) -> str:
    """`person` where one is, `person and more` with others; else `body` where one has only a name, no code; else `state`."""
    if any(who.startswith(PERSON) for who in actors):
        return "person" if all(who.startswith(PERSON) for who in actors) else "person and more"
    return "body" if any(":" in who for who in actors) else "state"


class FigureSignals:
    """The signals of one document's figures; built once."""

    def __init__(self, nearby: Nearby, found: tuple[Figure, ...], pack: Pack, likely: Callable[[Figure], float | None]) -> None:
        self._nearby, self._likely = nearby, likely
        self._starts = [figure.evidence.start for figure in found]
        lists = pack.words("numbers")
        self._units = UnitKinds(pack)
        self._pointing = frozenset(lists["trust"]["pointing"])

    def of(self, figure: Figure) -> dict[str, float]:
        """The signals by name; one that is absent is zero, and none is above 3."""
        unit = self._units.of(figure)
        found = {f"unit {unit}": 1.0}
        told, whose = _told(figure), _owner(figure)
        found |= {f"{told} of {whose}": 1.0, f"{unit}, {told} of {whose}": 1.0}  # a bare noun says enough where its owner is known
        pairs = (
            *self._what(figure, unit, told),
            *self._whose(figure, unit, whose),
            *self._number(figure),
            *self._place(figure, unit),
            *self._sentence(figure),
        )
        return found | {name: value for name, value in pairs if value}

    def _what(self, figure: Figure, unit: str, kind: str) -> Iterator[tuple[str, float]]:
        words = (figure.what or "").split()
        telling = _telling(words)
        yield kind, 1.0
        yield f"{unit}, {kind}", 1.0
        yield "telling words", min(3.0, len(telling) / 2)
        yield f"only the unit, of {_owner(figure)}", float(bool(words) and (figure.what or "").lower() == (figure.unit or "").lower())
        yield "unit again", float(len(words) > 1 and figure.unit is not None and words.count(figure.unit) > 0 and words[0] != figure.unit)
        yield "one name", float(len(words) == 1 and words[0][:1].isupper())
        yield "parts", float("," in (figure.what or ""))
        yield "not as the text has it", float(bool(words) and (figure.what or "") not in self._nearby.text)
        yield "name in it", float(any(word[:1].isupper() for word in words[1:]))
        yield "points back", float(any(word.lower() in self._pointing for word in words))
        yield "length", min(3.0, len(words) / 6)

    def _whose(self, figure: Figure, unit: str, kind: str) -> Iterator[tuple[str, float]]:
        yield f"of {kind}", 1.0
        yield f"{unit} of {kind}", 1.0
        yield "where", float(figure.where is not None)
        likely = self._likely(figure)
        if likely is not None:
            odds = max(-LIKELIEST, min(LIKELIEST, math.log((likely + SLIGHT) / (1 - likely + SLIGHT)) / 2))
            yield from (("likely", odds), (f"likely of {kind}", odds))

    def _number(self, figure: Figure) -> Iterator[tuple[str, float]]:
        yield "no number", float(figure.value is None)
        yield "small", float(figure.value is not None and figure.value <= SMALL)
        yield "approximate", float(figure.approximate)
        yield "in letters", float(figure.evidence.of(self._nearby.text)[:1].isalpha())

    def _place(self, figure: Figure, unit: str) -> Iterator[tuple[str, float]]:
        """How it stands in its clause, and among other figures."""
        text, span = self._nearby.text, figure.evidence
        bracketed = float(text[max(0, span.start - 1) : span.start] == "(" or text[span.end : span.end + 1] == ")")
        yield "in brackets", bracketed
        yield f"in brackets of {_owner(figure)}", bracketed
        yield "others near", min(3.0, float(sum(abs(start - span.start) < ROW for start in self._starts) - 1))
        words = self._nearby.inside(span)
        head = next((word for word in reversed(words) if word.head not in words), None)
        if head is None:
            return
        how = "subject" if head.dep.startswith("nsubj") else head.dep.partition(":")[0]
        yield f"as {how}", 1.0
        yield f"{unit} as {how}", 1.0
        yield "top", float(head.head is head)
        yield "cut", float(self._cut(figure, head))

    def _sentence(self, figure: Figure) -> Iterator[tuple[str, float]]:
        """Who else is named in its sentence, where in it the figure stands, and whether it stands within quotation marks."""
        first, last = self._nearby.sentence(figure.evidence.start)
        if first > last:
            return
        named = [mention for mention in self._nearby.mentions(first, last) if mention.actor]
        here = any(mention.actor in figure.who or not set(mention.sides).isdisjoint(figure.who) for mention in named)
        yield "owner in its sentence", float(here)
        yield "owner from elsewhere", float(bool(figure.who) and not here)
        yield "others named, of nobody", float(bool(named) and not figure.who)
        yield "nobody named", float(not named and not figure.who)
        yield "named", min(3.0, len({mention.actor for mention in named}) / 2)
        yield "late", min(3.0, (self._nearby.at(figure.evidence.start) - first) / LATE)
        yield "long sentence", min(3.0, (last - first) / LONG)
        before = self._nearby.text[max(0, figure.evidence.start - QUOTED) : figure.evidence.start]
        yield "within marks", float(before.count('"') % 2 == 1 or before.rfind("«") > before.rfind("»"))

    def _cut(self, figure: Figure, head: Token) -> bool:
        """Whether something that says which of them are meant hangs behind the noun and is left out."""
        behind = [child for child in head.children if child.start >= figure.evidence.end and child.dep.partition(":")[0] in ("nmod", "amod", "acl")]
        return any(child.text not in (figure.what or "") for child in behind)
