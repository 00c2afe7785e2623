"""What may differ from one run to the next, and nowhere else."""

from dataclasses import dataclass, field
from pathlib import Path

RULES = "11"
"""The version of the rules; facts found by other rules stay in the record, marked as superseded. Raise it when findings change."""
FIGURES = 0.319
"""The power by which the trust that is asked of statements becomes that asked of figures, so that some nine in ten of either are right."""


def asked_of_figures(least: float) -> float:
    """How far a figure must be trusted where so much is asked of statements.

    >>> round(asked_of_figures(0.6), 2), asked_of_figures(0.0), asked_of_figures(1.0)
    (0.85, 0.0, 1.0)
    """
    return float(least**FIGURES)


@dataclass(frozen=True, slots=True)
class Fields:
    """The names under which JSON Lines records keep what we ask for."""

    text: str = "text"
    title: str = "title"
    url: str = "url"
    published: str = "published"
    id: str = "id"


@dataclass(frozen=True, slots=True)
class Network:
    """How addresses are read; nothing is fetched but what is named, and what `follow` allows."""

    follow: bool = False
    """Whether to read the page that a feed's entry leads to, where the feed encloses no whole text."""
    wait_seconds: float = 20
    """For a server to answer, or to go on."""
    whole_seconds: float = 120
    """For all of one answer."""
    pause_seconds: float = 1
    """Between two requests to one server, where its robots.txt asks for no longer one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read; the defaults are what the command uses."""

    language: str = "fr"
    """The pack to read with where a text does not say otherwise."""
    pipeline: str | None = None
    """Any installed spaCy pipeline to use for syntax instead of the pack's own."""
    fields: Fields = field(default_factory=Fields)
    network: Network = field(default_factory=Network)
    trust: float = 0.6
    """Statements that are trusted less than this, and figures less than goes with it (asked_of_figures), are left out, and counted; 0 keeps all."""
    largest_bytes: int = 5_000_000
    """Texts above this are refused, with the reason: the longest novels have as much. A file of many records may be larger, and so may a page."""
    register: Path | None = None
    """A folder of an analyst's own register files, read after the built-in ones."""
