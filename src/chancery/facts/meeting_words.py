"""The lists of a pack's `meetings.toml` beside its cues: who takes part, how a meeting stands, in what form it is held."""

from dataclasses import dataclass
from functools import lru_cache

from chancery.languages import Pack


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of the pack's `meetings.toml` beside its cues."""

    status: dict[str, frozenset[str]]
    formats: dict[str, str]
    between: frozenset[str]
    attending: frozenset[str]
    behind: frozenset[str]
    ahead: frozenset[str]
    spans: frozenset[str]
    interviews: dict[str, frozenset[str]]
    people: dict[str, frozenset[str]]


@lru_cache(maxsize=8)
def meeting_words(pack: Pack) -> Words:
    """The words for meetings in the pack's `meetings.toml`, made ready once."""
    lists = pack.words("meetings")
    status = {name: frozenset(members) for name, members in lists["status"].items()}
    others = {name: frozenset(members) for name, members in lists["roles"].items()}
    interviews = {name: frozenset(members) for name, members in lists["interviews"].items()}
    people = {name: frozenset(members) for name, members in lists["people"].items()}
    between = others["between"] | others["with"]
    return Words(status, lists["formats"], between, others["attending"], others["behind"], others["ahead"], others["spans"], interviews, people)
