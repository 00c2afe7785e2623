"""What the copies of a text repeat."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from chancery.record.types import KeptFact
from chancery.register import fold

WORD = re.compile(r"\w+")
Same: TypeAlias = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def same(kept: KeptFact) -> Same:
    """What facts share that are one fact if their texts are copies of one text; case, accents and punctuation aside."""
    words = tuple(WORD.findall(fold(kept.words)))
    return kept.fact.kind, kept.fact.key(), tuple(sorted(kept.fact.actors())), words


def repeated(facts: Iterable[KeptFact], family: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of facts, by id, that copies of one text tell in the same words, each with the first; what one text says twice stays apart."""
    first: dict[tuple[str, Same], KeptFact] = {}
    for kept in facts:
        lead = first.setdefault((family.get(kept.document.id, kept.document.id), same(kept)), kept)
        if lead.document.id != kept.document.id:
            yield lead.id, kept.id
