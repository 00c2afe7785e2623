"""Whether a text is a machine translation: by a notice, by a relay's mark, or by what programs do to a text and people do not."""

import re
from dataclasses import dataclass
from functools import lru_cache

from chancery.clean.document import Block, Translation
from chancery.clean.furniture import foreign
from chancery.clean.layout import layout_of
from chancery.clean.lines import fold, lines
from chancery.languages import Pack

SIGNS_NEEDED = 2
"""Kinds of signs; measured on 36,111 articles written by people: one alone occurs, two together do not."""
FOREIGN_LINES = 2
GENDER = "title and civility disagree"
TEMPLATE = "the page around it is in another language"


@dataclass(frozen=True, slots=True)
class _Signs:
    notices: re.Pattern[str]
    relays: re.Pattern[str]
    languages: dict[str, str]
    signs: dict[str, re.Pattern[str]]
    masculine: re.Pattern[str]
    feminine: re.Pattern[str]


def translation_of(text: str, blocks: tuple[Block, ...], pack: Pack) -> Translation | None:
    """The translation that a text is, with the sign that gives it away; None if nothing does."""
    signs = _signs_of(pack)
    around = "\n".join(block.span.of(text) for block in blocks if block.kind in ("furniture", "byline"))
    relay, notice = signs.relays.search(around), signs.notices.search(fold(around))
    if relay or notice:
        language = next((group for group in relay.groups() if group), None) if relay else None
        basis = f"relay mark {relay[0]!r}" if relay else "notice of the site"
        return Translation(signs.languages.get((language or "").lower()), basis)
    found = _found(text, blocks, signs, pack)
    return Translation(None, ", ".join(found)) if len(found) >= SIGNS_NEEDED else None


def _found(text: str, blocks: tuple[Block, ...], signs: _Signs, pack: Pack) -> list[str]:
    """The kinds of signs in the article and around it."""
    article = "\n".join(block.span.of(text) for block in blocks if block.kind in ("headline", "body"))
    found = [name for name, pattern in signs.signs.items() if pattern.search(article)]
    if _surnames(signs.masculine, article) & _surnames(signs.feminine, article):
        found.append(GENDER)
    layout = layout_of(pack)
    templates = sum(foreign(line, layout) for block in blocks if block.kind == "furniture" for line in lines(text, block.span)) if found else 0
    return [*found, TEMPLATE] if templates >= FOREIGN_LINES else found


def _surnames(pattern: re.Pattern[str], text: str) -> set[str]:
    return {next(group for group in match.groups() if group) for match in pattern.finditer(text)}


@lru_cache(maxsize=8)
def _signs_of(pack: Pack) -> _Signs:
    words = pack.words("translation")

    def either(patterns: list[str]) -> re.Pattern[str]:
        return re.compile("|".join(patterns))

    return _Signs(
        either(words["notices"]),
        either(words["relays"]),
        {name: code for code, names in words["languages"].items() for name in names},
        {name: either(patterns) for name, patterns in words["signs"].items()},
        either(words["gender"]["masculine"]),
        either(words["gender"]["feminine"]),
    )
