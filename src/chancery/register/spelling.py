"""Names compared as the press varies them: accents, capitals, apostrophes and hyphens."""

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

SAME = {"'": "’‘ʼ", " ": "-‐‑–\u00a0\u202f"}


class _Letters(dict[int, str]):
    """What stands for each letter, for `str.translate`; worked out when the letter is first met, for a text has few."""

    def __init__(self, stands_for: Callable[[str], str], known: Mapping[int, str]) -> None:
        super().__init__(known)
        self._stands_for = stands_for

    def __missing__(self, code: int) -> str:
        self[code] = letter = self._stands_for(chr(code))
        return letter


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def _bare_capital(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0] if letter.isupper() else letter


BARE = _Letters(_bare, str.maketrans({letter: plain for plain, letters in SAME.items() for letter in letters} | {"œ": "oe", "æ": "ae"}))
BARE_CAPITALS = _Letters(_bare_capital, {})


@lru_cache(maxsize=32768)
def fold(name: str) -> str:
    """The name in lower case without accents, hyphens as spaces.

    >>> fold("États‑Unis") == fold("Etats-Unis") == "etats unis"
    True
    """
    bare = name.lower()
    if bare.isascii():
        if bare.isalpha():
            return bare  # most words of a text
        bare = bare.replace("-", " ")
    else:
        bare = bare.translate(BARE)
    return " ".join(bare.split())


def is_acronym(name: str) -> bool:
    """Whether the name is short capitals: `ONU`, `G7`."""
    return len(name) <= 9 and name.upper() == name and any(letter.isalpha() for letter in name) and " " not in name


def bare_capitals(name: str) -> str:
    """The same name with its capitals unaccented, as agencies write it.

    >>> bare_capitals("Émirats arabes unis")
    'Emirats arabes unis'
    """
    return name if name.isascii() else name.translate(BARE_CAPITALS)


def distance(one: str, other: str, limit: int) -> int:
    """How many letters are missing, wrong, doubled or swapped between two words; `limit + 1` as soon as it is more.

    >>> distance("stoltengerg", "stoltenberg", 2), distance("bliken", "blinken", 2), distance("maas", "mass", 1), distance("macron", "merkel", 2)
    (1, 1, 1, 3)
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    if one == other:
        return 0
    first = next((place for place, (letter, against) in enumerate(zip(one, other, strict=False)) if letter != against), min(len(one), len(other)))
    one, other = one[first:], other[first:]  # what begins or ends alike costs nothing
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
