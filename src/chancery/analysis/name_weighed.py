"""How likely names are by the tagger alone: what it hardly believes is told as doubtful, not as known."""

from collections.abc import Sequence

from chancery.analysis.name_agreement import Found
from chancery.analysis.name_lexicon import Lexicon, Unit
from chancery.analysis.name_sure import Likely, is_listed

Shares = dict[int, tuple[str, float]]
"""By place in a run, for the units that the tagger took for part of a name: of which type, and how likely they are part of one of that type."""


def shares_of(labels: Sequence[str], likely: Likely) -> Shares:
    """How likely each unit is part of a name of the type that it is labelled with (`B-LOC`, `I-LOC`, `O`)."""
    kinds = ((place, label[2:]) for place, label in enumerate(labels) if label != "O")
    return {place: (kind, min(1.0, likely(f"B-{kind}", place) + likely(f"I-{kind}", place))) for place, kind in kinds}


def weighed(run: Sequence[Unit], name: Found, told: Shares, lexicon: Lexicon) -> float | None:
    """How likely the name is, from 0 to 1: as likely as its least likely unit; None if it is listed, or rules told it or its type."""
    found = [told[place] for place in range(name.start, name.end) if place in told]
    if not found or any(kind != name.label for kind, _ in found) or is_listed(run, name.start, name.end, name.label, lexicon):
        return None
    return min(share for _, share in found)
