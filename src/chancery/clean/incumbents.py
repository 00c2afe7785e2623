"""Who is named in an office, and when the register says that they held it: an article that calls them so is of that time."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from chancery.clean.lines import fold
from chancery.clean.stretch import Stretch
from chancery.languages import Pack
from chancery.register import Register
from chancery.register.people import LONE_PARTS
from chancery.register.tables import Holder
from chancery.register.terms import earliest, latest

CAPITAL = r"[^\W\d_a-zà-ÿ]"
NAMED = re.compile(rf"(?<![\w'’-]){CAPITAL}[\w.'’-]*(?: (?:(?:{'|'.join(sorted(LONE_PARTS))}) )*{CAPITAL}[\w'’-]*){{1,3}}")
"""What may be a full name: two to four words with capitals."""
TITLE = 70
"""Code points before a name within which the title stands that it bears."""
BETWEEN = 40
"""Code points between a title and the name: "secrétaire d'État américain", "président de la République de Corée"."""
AHEAD, BEHIND = timedelta(days=90), timedelta(days=30)
"""The press calls somebody president from the election on, and for some days after the fall."""
BREAK = re.compile(r"[,.;:()«»\"\n]")


def terms_named(text: str, pack: Pack, register: Register) -> dict[str, tuple[Stretch, ...]]:
    """The persons whom the text names in full under an office that they held, each with the terms that can be meant.

    Whom the text calls former, future or elected is left out, and so is who holds no such office.
    """
    found: dict[str, tuple[Stretch, ...]] = {}
    for match in NAMED.finditer(text):
        for start, person in _persons(match, register):
            kinds = _titles(text, start, pack)
            terms = tuple(_stretch(term) for term in _terms(person, register) if term.office.rpartition(".")[2] in kinds)
            if terms:
                found[person] = terms
    return found


def _persons(match: re.Match[str], register: Register) -> Iterator[tuple[int, str]]:
    """The longest full name in a row of capitals that the register knows, with where it begins."""
    words = match[0].split(" ")
    for first in range(len(words) - 1):
        for last in range(len(words), first + 1, -1):
            person = register.full_name(" ".join(words[first:last]))
            if person:
                yield match.start() + len(" ".join(words[:first])) + bool(first), person
                return


def _terms(person: str, register: Register) -> list[Holder]:
    offices = (office.rpartition(".") for office in register.offices_of(person))
    return [term for actor, _, kind in offices for term in register.holders(kind, actor) if term.id == person]


def _stretch(term: Holder) -> Stretch:
    """The days on which the press may call the holder so: the term, a month in it taken whole, with what the press is ahead or behind."""
    first, last = earliest(term.start, ""), latest(term.end, "")
    ended = date.fromisoformat(f"{last[:7]}-01") + timedelta(int(last[8:]) - 1) + BEHIND if last else date.max
    return Stretch(date.fromisoformat(first) - AHEAD if first else date.min, ended)


def _titles(text: str, start: int, pack: Pack) -> frozenset[str]:
    """The kinds of office that the words right before a name call its bearer by."""
    before = BREAK.split(fold(text[max(0, start - TITLE) : start]))[-1]
    titles, former = _patterns(pack)
    if former.search(before):
        return frozenset()
    return frozenset(kind for kind, pattern in titles.items() if pattern.search(before))


@lru_cache(maxsize=8)
def _patterns(pack: Pack) -> tuple[dict[str, re.Pattern[str]], re.Pattern[str]]:
    """By kind of office, its titles up to the name behind them; and what says that it is not held now."""
    forms: dict[str, list[str]] = {}
    for office in pack.words("roles")["office"]:
        forms.setdefault(office["kind"], []).extend(office["forms"])
    titles = {kind: re.compile(rf"\b(?:{'|'.join(map(_pattern, written))})\b[^,]{{0,{BETWEEN}}}$") for kind, written in forms.items()}
    return titles, re.compile("|".join(pack.words("dating")["former"]))


def _pattern(form: str) -> str:
    """A title as it may stand in a folded text: {} is a word or two, or nothing."""
    return re.sub(r"\\?\s*\\{\\}", r"(?: [\\w'-]+){0,2}", re.escape(fold(form)).replace(r"\ ", " "))
