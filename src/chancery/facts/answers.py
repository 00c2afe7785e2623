"""Answers: the refusal or acceptance of a demand or offer that the same document reports, paired with it.

Conservative: whoever answers is whoever the demand was put to, it comes later in the text, and its object points back: by a word for demands
(`cette demande`, `l'offre`), or by the noun that the demand is about.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from chancery.analysis import Token
from chancery.analysis.clauses import clause_span, objects, obliques
from chancery.analysis.reading import levelled
from chancery.facts.acts import Act
from chancery.facts.conditions import written
from chancery.facts.fact import Position
from chancery.facts.triggers import spellings
from chancery.languages import Pack

OPEN = frozenset(("demand", "offer"))
"""Stances that ask for an answer."""
HEAD = 3
"""Words at the start of an issue, among which its noun is."""
SHORTEST = 5
"""Letters; shorter nouns say too little to tell that two issues are one."""


@dataclass(frozen=True, slots=True)
class Words:
    """The list `answers` of the pack's `positions.toml`."""

    verbs: frozenset[str]
    back: frozenset[str]
    pointing: frozenset[str]
    prepositions: frozenset[str]


@lru_cache(maxsize=8)
def _words(pack: Pack) -> Words:
    lists = pack.words("positions")["answers"]
    return Words(*(frozenset(lists[name]) for name in ("verbs", "back", "pointing", "prepositions")))


def answered(found: Iterable[tuple[Act, Position]], acts: Iterable[Act], text: str, pack: Pack) -> tuple[Position, ...]:
    """The positions, those that were answered with the words of the answer. A demand has one answer, the first; an answer is of the last demand."""
    held = list(found)
    words = _words(pack)
    for act in acts:
        if act.cue.kind != "verb" or act.cue.lemma not in words.verbs or act.status != "actual" or not act.agents:
            continue
        for index in range(len(held) - 1, -1, -1):
            asked, position = held[index]
            if _asks(asked, position, act) and _points(act, position, words):
                held[index] = (asked, replace(position, response=written(clause_span(act.head), text)))
                break
    return tuple(position for _, position in held)


def _asks(asked: Act, position: Position, act: Act) -> bool:
    """Whether the position could be what the act answers: open, told before, put to whoever answers and to nobody's own side."""
    if position.stance not in OPEN or position.response is not None or position.evidence.end > act.head.start or asked.head is act.head:
        return False
    return bool(set(act.agents) & set(position.towards)) and not set(act.agents) & set(position.holders)


def _points(act: Act, position: Position, words: Words) -> bool:
    told = [*objects(act.head), *obliques(act.head, *words.prepositions)]
    return any(_back(token, words) or _same(token, position) for token in told if token.pos == "NOUN")


def _back(noun: Token, words: Words) -> bool:
    """Whether a noun is a word for what was asked, with a determiner that points back."""
    if not words.back & set(spellings(noun)):
        return False
    return any(det.text.lower() in words.pointing for det in noun.all("det"))


def _same(noun: Token, position: Position) -> bool:
    """Whether a noun is the one that the demand is about."""
    lemma = noun.text.lower().rstrip("s")
    words = levelled(position.issue).lower().replace("'", " ").split()[:HEAD]
    return len(lemma) >= SHORTEST and any(word.strip(".,").rstrip("s") == lemma for word in words)
