"""Who wrote a text, for whom and where, from its bylines and what is known from outside."""

import re
from collections.abc import Iterable

from chancery.capture import Metadata
from chancery.clean.document import Block, Credit
from chancery.clean.layout import agencies_of
from chancery.clean.lines import fold
from chancery.clean.outlet import own_name
from chancery.languages import Pack
from chancery.register import register_for

NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: (?:(?:de|du|des|la|le|van|von|der|den|el|al|ben|di|da|d')[ ]?)*[^\W\d_a-zà-ÿ][\w.'’-]*){1,3}")
"""A person's name: two to four words, capitals but for particles."""
PLACE_END = re.compile(r"[(|\d]|\s[-–—]+|,\s*(?=le\b|\d)")
HEADER = re.compile(r"^\W*(?:date \d{4}(?:-\d\d){0,2}\s*)?")
LONGEST_PLACE = 40
SITE_NAME = re.compile(r"\s[–—|-]\s([^–—|]{2,40})$")
"""What pages put behind a headline: the name of the site."""


def credit_of(text: str, blocks: Iterable[Block], metadata: Metadata, pack: Pack) -> Credit:
    """The credit that the bylines state, agencies in their order; the outlet as given, else as the bylines or the page name it; else None."""
    outlet = author = place = None
    agencies: list[str] = []
    words = pack.words("credits")["outlets"]
    kept = tuple(blocks)
    lines = [line for block in kept if block.kind == "byline" for line in block.span.of(text).split("\n")]
    for line in [*lines, *([metadata.author] if metadata.author else [])]:
        named = _agencies(line, pack)
        agencies += [name for _, name in named if name not in agencies]
        at = named[0][0] if named else -1
        outlet = outlet or _outlet(line, at, words)
        author = author or _author(line, words)
        place = place or _place(line, pack)
    if metadata.author and not _agencies(metadata.author, pack):
        taken = re.match(rf"(?:{'|'.join(words['sources'])}) +", fold(metadata.author))
        if taken:
            outlet = outlet or metadata.author[taken.end() :].strip() or None
        elif author is None and NAME.fullmatch(metadata.author):
            author = metadata.author
    outlet = metadata.outlet or outlet or _site(text, kept) or own_name(text, kept, pack)
    return Credit(", ".join(agencies) or None, outlet, author, place)


def _agencies(line: str, pack: Pack) -> list[tuple[int, str]]:
    """The agencies that a line names, with where, in its order."""
    folded = fold(line)
    found = ((pattern.search(folded), name) for name, pattern in agencies_of(pack).items())
    return sorted((match.start(), name) for match, name in found if match and _credited(line, match))


def _credited(line: str, match: re.Match[str]) -> bool:
    """Whether a match is a name: two- and three-letter agencies are words, unless in capitals."""
    return len(match[0]) > 3 or line[match.start() : match.end()].isupper()


def _outlet(line: str, at: int, words: dict[str, list[str]]) -> str | None:
    """What stands before "avec AFP"."""
    before = line[:at].rstrip() if at > 0 else ""
    found = re.fullmatch(rf"(.{{2,40}}?),? (?:{'|'.join(words['joined'])})(?: (?:l['’])?)?", before)
    return (
        found[1].strip()
        if found and not _signed(line, words) and not re.search(rf"^(?:{'|'.join(words['authors'])}) ", fold(found[1])) and found[1][0].isupper()
        else None
    )


def _author(line: str, words: dict[str, list[str]]) -> str | None:
    found = re.match(rf"\s*(?:{'|'.join(words['authors'])}) +", fold(line))
    name = NAME.match(line, found.end()) if found else None
    return name[0] if name else _signed(line, words)


def _signed(line: str, words: dict[str, list[str]]) -> str | None:
    """A person's name that a byline begins with: "Anna Roy | 3 mars 2021", "Anna Roy, avec AFP"."""
    name = NAME.match(line.strip())
    first = name[0].split()[0] if name else ""
    if name is None or fold(first) in words["articles"] or register_for(None).gender_of_first_name(first) not in ("f", "m"):
        return None
    behind = fold(line.strip()[name.end() :])
    return name[0] if re.match(rf"$|\s*[|·•,–—-]|\s+(?:{'|'.join(words['joined'])})\b", behind) else None


def _place(line: str, pack: Pack) -> str | None:
    """The place that a dateline begins with: "GENÈVE (AFP) -", "Kaboul, 24 août (Reuters) -", "Bruxelles, Belgique | AFP |"."""
    opening = HEADER.sub("", line)
    place = PLACE_END.split(opening, maxsplit=1)[0].strip(" ,;-–—:")
    behind = opening[len(place) :].strip()
    dated = behind.startswith(("(", "|", ",")) and bool(_agencies(behind[:40], pack))
    if not place or not place[0].isupper() or len(place) > LONGEST_PLACE or _agencies(place, pack):
        return None
    return place if dated or behind in ("-", "–", "—") else None


def _site(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The name behind the headline, if the page names itself so elsewhere too."""
    heading = next((block for block in blocks if block.kind == "headline"), None)
    found = SITE_NAME.search(heading.span.of(text)) if heading else None
    if not found:
        return None
    elsewhere = fold(" ".join(block.span.of(text) for block in blocks if block.kind in ("furniture", "byline")))
    return found[1].strip() if fold(found[1].strip()) in elsewhere else None
