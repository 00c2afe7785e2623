"""A pack's patterns for what surrounds an article, compiled."""

import re
from dataclasses import dataclass
from functools import lru_cache

from chancery.clean.lines import fold
from chancery.languages import Pack

Patterns = re.Pattern[str]
NEVER = r"(?!)"
EDGES = ' \t.:;,!?*•·|<>«»()[]–—→›…-⌂"'
"""What a menu entry may have at its ends."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Patterns over folded lines."""

    lines: Patterns
    lists: Patterns
    openings: Patterns
    notices: Patterns
    labels: Patterns
    ends: Patterns
    credits: Patterns
    not_credits: Patterns
    captions: Patterns
    bylines: Patterns
    byline_openings: Patterns
    datelines: Patterns
    """A place and a day, with their ends: `place`, `day`, `source`; before a `dash`, a `stop` or `words`, or alone."""
    signatures: Patterns
    post_signs: Patterns
    minutes: Patterns
    live_headlines: Patterns
    live_notices: Patterns
    relays: Patterns
    crossheads: Patterns
    embedded: Patterns
    """Headings between dashes inside a paragraph, in the text as it is."""
    english: frozenset[str]
    own: frozenset[str]
    places: frozenset[str]
    """Where dispatches are sent from."""
    outlets: frozenset[str]
    """What papers and channels call themselves."""


@lru_cache(maxsize=8)
def layout_of(pack: Pack) -> Layout:
    """The patterns of the pack's `layout.toml`; raises PluginError if it lacks one."""
    words = pack.words("layout")
    fill = _fillings(pack)
    posts, bylines, english, outlets = words["posts"], words["bylines"], words["english"], pack.words("credits")["outlets"]

    def either(patterns: list[str]) -> Patterns:
        return re.compile("|".join(f"(?:{fill(pattern)})" for pattern in patterns) or NEVER)

    return Layout(
        lines=either(words["lines"]),
        lists=either(words["lists"]),
        openings=either(words["openings"]),
        notices=either(words["notices"]),
        labels=either(words["labels"]),
        ends=either(words["ends"]),
        credits=either(words["credits"]),
        not_credits=either(words["not_credits"]),
        captions=either(words["captions"]),
        bylines=either(bylines["lines"]),
        byline_openings=either(bylines["openings"]),
        datelines=either(bylines["datelines"]),
        signatures=either(posts["signatures"]),
        post_signs=either(posts["signs"]),
        minutes=either(words["reading"]["minutes"]),
        live_headlines=either(words["live"]["headlines"]),
        live_notices=either(words["live"]["notices"]),
        relays=re.compile("|".join(pack.words("translation")["relays"])),
        crossheads=re.compile("|".join(words["crossheads"]["inside"]) or NEVER),
        embedded=re.compile("|".join(words["crossheads"]["embedded"]) or NEVER),
        english=frozenset(english["words"]),
        own=frozenset(english["own"]),
        places=frozenset(pack.words("credits")["datelines"]["places"]),
        outlets=frozenset(fold(name) for name in (*outlets["titles"], *outlets["channels"])),
    )


def in_english(text: str, layout: Layout) -> bool:
    """Whether a text has more of the common words of English than of those of the pack's language."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return sum(word in layout.english for word in words) > sum(word in layout.own for word in words)


@lru_cache(maxsize=8)
def agencies_of(pack: Pack) -> dict[str, Patterns]:
    """The wire agencies of the pack's `credits.toml`, each with the pattern of its spellings."""
    return {name: re.compile(rf"\b(?:{'|'.join(spellings)})\b") for name, spellings in pack.words("credits")["agencies"].items()}


class _fillings:
    """Puts agencies, months, weekdays and dates into patterns that ask for them."""

    def __init__(self, pack: Pack) -> None:
        calendar = pack.words("layout")["calendar"]
        agencies = "|".join(spelling for spellings in pack.words("credits")["agencies"].values() for spelling in spellings)
        month, weekday = f"(?:{'|'.join(calendar['months'])})\\.?", f"(?:{'|'.join(calendar['weekdays'])})\\.?"
        numeric = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d\d-\d\d"
        written = rf"\d{{1,2}}(?:er)?\.? {month}(?: \d{{4}})?|{month} \d{{1,2}}(?:, \d{{4}})?"
        self.parts = {
            "{agency}": f"(?:{agencies})",
            "{month}": month,
            "{weekday}": weekday,
            "{date}": rf"(?:(?:le )?(?:{weekday},? )?(?:le )?(?:{written}|{numeric}))",
        }

    def __call__(self, pattern: str) -> str:
        for name, part in self.parts.items():
            pattern = pattern.replace(name, part)
        return pattern
