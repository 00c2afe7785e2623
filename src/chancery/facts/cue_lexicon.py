"""The cues of reported speech that a pack lists in `cues.toml`, by the lemma of their verb."""

from dataclasses import dataclass
from functools import cache

from chancery.languages import Pack


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue of the lexicon."""

    speech_act: str
    takes: frozenset[str]
    incise: bool
    personal: bool
    fragments: bool
    """Whether quoted words in its complement are what is said."""
    rest: tuple[str, ...]
    """The words after the verb that make it a cue ("en garde")."""
    reflexive: bool
    present: bool = False
    """Whether it only reports in the present: what somebody believed is told, not said."""


UNLISTED = Entry("say", frozenset(), incise=True, personal=True, fragments=False, rest=(), reflexive=False)
"""For verbs that report only by their place: `"...", peste un agriculteur`."""


@cache
def lexicon(pack: Pack) -> dict[str, tuple[Entry, ...]]:
    """The entries of the pack by the lemma of their verb, the ones of several words first."""
    found: dict[str, list[Entry]] = {}
    reflexives = tuple(pack.words("cues")["order"]["reflexives"])
    for row in pack.words("cues")["cue"]:
        for lemma in row["lemmas"]:
            reflexive = lemma.startswith(tuple(f"{mark} " if mark[-1].isalpha() else mark for mark in reflexives))
            words = (lemma.split(" ", 1)[-1] if " " in lemma and reflexive else lemma.partition("'")[2] if reflexive else lemma).split()
            entry = Entry(
                row["class"],
                frozenset(row["takes"]),
                row.get("incise", True),
                row.get("personal", False),
                row.get("fragments", True),
                tuple(words[1:]),
                reflexive,
                row.get("present", False),
            )
            found.setdefault(words[0], []).append(entry)
    return {verb: tuple(sorted(entries, key=lambda entry: (-len(entry.rest), not entry.reflexive))) for verb, entries in found.items()}
