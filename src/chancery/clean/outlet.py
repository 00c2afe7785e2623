"""What a page calls itself: whose rights it states, or the name of a paper at its head."""

import re
from functools import lru_cache

from chancery.clean.document import Block
from chancery.clean.layout import agencies_of, layout_of
from chancery.clean.lines import fold
from chancery.languages import Pack

RIGHTS = re.compile(
    r"(?:©|\([cC]\))\s*(?:[Cc]opyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\s*)?(?P<name>[^\W\d_][^©|.:;,()\n–—]{1,40}?)\s*"
    r"(?:$|[.|,;(–—]|\s-\s|(?:19|20)\d\d)"
)
"""A notice of rights, and whose they are."""
APART = re.compile(r"\s*(?:[|·•(:]|\s[–—-]\s).*")
LONGEST_NAME_WORDS = 6


def own_name(text: str, blocks: tuple[Block, ...], pack: Pack) -> str | None:
    """The name of the outlet as its page has it; None if it says none, or only an agency's."""
    around = [line for block in blocks if block.kind in ("furniture", "byline") for line in block.span.of(text).split("\n")]
    return next((name for line in reversed(around) if (name := _owner(line, pack))), None) or _head(text, blocks, pack)


def _owner(line: str, pack: Pack) -> str | None:
    """Who has the rights: "© Le Pli du soir. Tous droits réservés". The credit of a photograph states none."""
    found = RIGHTS.search(line)
    if found is None or not layout_of(pack).not_credits.search(fold(line)):
        return None
    name = found["name"].strip()
    return name if name[0].isupper() and not _is_agency(name, pack) and not layout_of(pack).not_credits.search(fold(name)) else None


def _head(text: str, blocks: tuple[Block, ...], pack: Pack) -> str | None:
    """The name on the first line of a page, if it is what papers are called."""
    if not blocks or blocks[0].kind not in ("furniture", "byline"):
        return None
    name = APART.sub("", blocks[0].span.of(text).split("\n")[0].strip())
    words = fold(name).split()
    called = fold(name) in layout_of(pack).outlets or (1 < len(words) <= LONGEST_NAME_WORDS and bool(_papers(pack).match(fold(name))))
    return name if called and name[0].isupper() and not _is_agency(name, pack) else None


def _is_agency(name: str, pack: Pack) -> bool:
    return any(pattern.search(fold(name)) for pattern in agencies_of(pack).values())


@lru_cache(maxsize=8)
def _papers(pack: Pack) -> re.Pattern[str]:
    """What a paper's name begins with."""
    words = pack.words("credits")["outlets"]
    articles, first, last = ("|".join(words[name]) for name in ("articles", "papers", "papers_last"))
    return re.compile(rf"(?:(?:{articles}) ?)?(?:{first})\b|(?:the )?[a-z' -]{{2,30}} (?:{last})\b")
