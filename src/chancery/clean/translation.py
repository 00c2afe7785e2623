"""Whether a text is a machine translation: by a notice, by a relay's mark, or by what programs do to a text and people do not."""

import re
from dataclasses import dataclass
from functools import lru_cache

from chancery.clean.document import Block, Translation
from chancery.clean.furniture import foreign
from chancery.clean.incumbents import NAMED
from chancery.clean.layout import Layout, layout_of
from chancery.clean.lines import fold, lines
from chancery.languages import Pack
from chancery.register import Register

SIGNS_NEEDED = 2
"""Kinds of signs; measured on 36,111 articles written by people: one alone occurs, two together do not."""
FOREIGN_LINES = 2
GENDER = "title and civility disagree"
KNOWN_GENDER = "a known person of the other gender"
FRAGMENT = "words left in another language"
FRAGMENT_WORDS = 4
"""In a row, from which on they are left over rather than a name."""
QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’")
"""A song or a film may have its name in any language."""
BETWEEN_ROWS = re.compile(r"[^\w ]+")
TEMPLATE = "the page around it is in another language"


@dataclass(frozen=True, slots=True)
class _Signs:
    notices: re.Pattern[str]
    relays: re.Pattern[str]
    languages: dict[str, str]
    signs: dict[str, re.Pattern[str]]
    masculine: re.Pattern[str]
    feminine: re.Pattern[str]
    known: dict[str, re.Pattern[str]]


def translation_of(text: str, blocks: tuple[Block, ...], pack: Pack, register: Register) -> Translation | None:
    """The translation that a text is, with the sign that gives it away; None if nothing does."""
    signs = _signs_of(pack)
    around = "\n".join(block.span.of(text) for block in blocks if block.kind in ("furniture", "byline"))
    relay, notice = signs.relays.search(around), signs.notices.search(fold(around))
    if relay or notice:
        language = next((group for group in relay.groups() if group), None) if relay else None
        basis = f"relay mark {relay[0]!r}" if relay else "notice of the site"
        return Translation(signs.languages.get((language or "").lower()), basis)
    found = _found(text, blocks, signs, pack, register)
    return Translation(None, ", ".join(found)) if len(found) >= SIGNS_NEEDED else None


def _found(text: str, blocks: tuple[Block, ...], signs: _Signs, pack: Pack, register: Register) -> list[str]:
    """The kinds of signs in the article and around it."""
    article = "\n".join(block.span.of(text) for block in blocks if block.kind in ("headline", "body"))
    found = [name for name, pattern in signs.signs.items() if pattern.search(article)]
    if _surnames(signs.masculine, article) & _surnames(signs.feminine, article):
        found.append(GENDER)
    if any(_other_gender(article, gender, before, register) for gender, before in signs.known.items()):
        found.append(KNOWN_GENDER)
    layout = layout_of(pack)
    if _fragment(article, layout):
        found.append(FRAGMENT)
    templates = sum(foreign(line, layout) for block in blocks if block.kind == "furniture" for line in lines(text, block.span)) if found else 0
    return [*found, TEMPLATE] if templates >= FOREIGN_LINES else found


def _other_gender(article: str, gender: str, before: re.Pattern[str], register: Register) -> bool:
    """Whether what belongs before a name of one gender stands before the full name of somebody known to be of the other."""
    for found in before.finditer(article):
        name = NAMED.match(article, found.end())
        person = register.full_name(name[0]) if name else None
        if person and register.gender(person) not in ("", gender):
            return True
    return False


def _fragment(article: str, layout: Layout) -> bool:
    """Whether words of the other language stand in a row outside quotation marks: half of them its common ones, none of them ours."""
    for row in BETWEEN_ROWS.split(QUOTED.sub(" | ", article)):
        words = row.split()
        for at in range(len(words) - FRAGMENT_WORDS + 1):
            some = words[at : at + FRAGMENT_WORDS]
            if all(word.islower() and word.isascii() for word in some) and layout.own.isdisjoint(some):
                common = sum(len(word) > 1 and word in layout.english for word in some)
                if common * 2 >= FRAGMENT_WORDS:
                    return True
    return False


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
        {gender: either(patterns) for gender, patterns in words["known"].items()},
    )
