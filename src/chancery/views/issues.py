"""Issues of positions that speak of one thing, gathered under the word they share.

A help for the eye, not a finding: the words of each issue stay beside it, and nothing of this is in the record.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from chancery.errors import UnknownLanguage
from chancery.languages import pack_for
from chancery.register import fold, register_for

WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 4
"""Letters of a word that can name an issue."""
MOST = 0.2
"""Share of all issues from which on a word says too little to gather them, where there are many."""
MANY = 50


def gathered(issues: Sequence[tuple[str, str]]) -> list[str | None]:
    """For each issue, with its language, the word that it shares with the most others; None where it shares none.

    >>> gathered([("de nouvelles sanctions", "fr"), ("les sanctions contre Moscou", "fr"), ("un cessez-le-feu", "fr")])
    ['sanctions', 'sanctions', None]
    """
    words = [_words(issue, language) for issue, language in issues]
    found = Counter(stem for each in words for stem in dict.fromkeys(each))
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for each in words:
        for stem, word in each.items():
            spelt[stem][word] += 1
    limit = max(MANY, MOST * len(issues))
    return [_shared(each, found, spelt, limit) for each in words]


def _shared(words: dict[str, str], found: Counter[str], spelt: dict[str, Counter[str]], limit: float) -> str | None:
    candidates = [stem for stem in words if 1 < found[stem] <= limit]
    if not candidates:
        return None
    best = max(candidates, key=lambda stem: found[stem])
    return min(spelt[best], key=lambda word: (-spelt[best][word], word))


def _words(issue: str, language: str) -> dict[str, str]:
    """The words of an issue that can name it, by their stems; names of actors and light words left out."""
    light, register, infinitives = _light(language), register_for(None), _infinitives(language)
    found: dict[str, str] = {}
    for at, word in enumerate(WORD.findall(issue)):
        plain = fold(word)
        verb = at == 0 and plain.endswith(infinitives)
        if len(plain) < SHORTEST or verb or plain in light or (at and word[0].isupper()) or register.actor(word):
            continue
        found.setdefault(_stem(plain), word.lower())
    return found


def _stem(word: str) -> str:
    return word.rstrip("sx")


@lru_cache(maxsize=8)
def _infinitives(language: str) -> tuple[str, ...]:
    """How infinitives end: an issue that begins with one ("cesser les tirs") is not named by it."""
    try:
        return tuple(pack_for(language).words("positions")["gathering"]["infinitives"])
    except UnknownLanguage:
        return ()


@lru_cache(maxsize=8)
def _light(language: str) -> frozenset[str]:
    """Words that name no issue, by the pack of the language."""
    try:
        return frozenset(fold(word) for word in pack_for(language).words("positions")["gathering"]["light"])
    except UnknownLanguage:
        return frozenset()
