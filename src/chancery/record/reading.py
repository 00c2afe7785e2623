"""What one document says, ready to be kept, and the key under which it is known again."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from chancery.analysis import Mention, TimeExpression
from chancery.capture import Source
from chancery.clean import Document
from chancery.facts import Fact
from chancery.settings import RULES, Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says, ready to be kept."""

    document: Document
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    facts: tuple[Fact, ...]
    cut: int = 0
    """How often what has no end for hundreds of words was cut to be read."""
    doubtful: tuple[Fact, ...] = ()
    """What was left out because it is trusted too little."""


def hashed(parts: Iterable[str]) -> str:
    """Sixteen hexadecimal digits, the same on every machine, over parts that are kept apart.

    >>> hashed(["a", "bc"]) == hashed(["ab", "c"])
    False
    """
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def digest_of(source: Source) -> str:
    """What changes when the text of a source, its marks or what is known from outside change, and only then."""
    known = json.dumps(asdict(source.metadata), sort_keys=True, ensure_ascii=False)
    marks = " ".join(f"{mark.kind}:{mark.span.start}-{mark.span.end}" for mark in source.marks)
    return hashed((source.text, marks, known))


def reading_id(source: Source, rules: str) -> str:
    """The key of a reading: this text under this id, read by these rules."""
    return hashed((source.id, digest_of(source), rules))


def rules_of(settings: Settings) -> str:
    """The version of the rules, with whatever else in the settings changes what is found.

    >>> rules_of(Settings()) == RULES
    True
    """
    parts = [RULES]
    if settings.pipeline:
        parts.append(f"pipeline={settings.pipeline}")
    if settings.language != Settings().language:
        parts.append(f"language={settings.language}")
    if settings.trust != Settings().trust:
        parts.append(f"trust={settings.trust:g}")
    if settings.register:
        parts.append(f"register={_folder_digest(settings.register)}")
    return " ".join(parts)


def _folder_digest(folder: Path) -> str:
    """A digest of the files of a folder, by name and content."""
    files = sorted(path for path in folder.glob("*.csv") if path.is_file())
    return hashed(part for path in files for part in (path.name, hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()))
