"""What the types of event in a chronology mean, in a few words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event."""

    name: str
    """As PLOVER calls it."""
    meaning: str


@cache
def event_types() -> tuple[EventType, ...]:
    """All of them, from working together to violence.

    >>> event_types()[-1].name
    'ASSAULT'
    """
    told = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return tuple(EventType(name, meaning) for name, meaning in told.items())
