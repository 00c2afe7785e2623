"""What the pages say, in French and English: `words/fr.toml` and `words/en.toml`, the same keys in both."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

WORDS = Path(__file__).parent / "words"
LANGUAGES = ("fr", "en")
Wording: TypeAlias = dict[str, str | list[str]]
"""By dotted key: a text, or its forms for one and for several. `{name}` stands for a value."""


@cache
def wording(language: str) -> Wording:
    """All words of a language.

    >>> wording("en")["stance.demand"], wording("fr")["stance.demand"]
    ('demands', 'exige')
    """
    return dict(_flat(tomllib.loads((WORDS / f"{language}.toml").read_text("utf-8")), ""))


def _flat(table: dict[str, Any], before: str) -> Iterator[tuple[str, str | list[str]]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield before + name, value
