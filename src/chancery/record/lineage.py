"""Which documents are copies, cuts or reworkings of which: nine copies of one dispatch are one source.

MinHash over shingles of five words proposes, the exact share of shingles decides (Broder 1997). Families are worked out anew
for each as-of day from the pairs that are kept, so that a root is never a document that was not yet known.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from chancery.clean.document import Block
from chancery.record.groups import grouped
from chancery.record.types import KeptDocument, Pair, Sketch

HASHES, BANDS = 128, 42
"""42 bands of 3 propose nine of ten pairs that share 38 % of their shingles."""
SEED = 1
SHINGLE_WORDS = 5
SHORTEST = 20
"""Shingles; what is shorter than 24 words repeats by chance."""
ALIKE = 0.3
"""Jaccard from which two texts are one source reworked: half the words of the longer one, in runs."""
CUT = 0.6
"""Or this share of the shorter one's shingles: a cut of a long dispatch."""
CROWD = 50
"""In one bucket, each document is compared with at most this many neighbours; keeps boilerplate from costing a square."""
READ = ("headline", "body", "post")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Family:
    """Documents of one origin. `members` by publication; the first is the root."""

    members: tuple[KeptDocument, ...]

    @property
    def root(self) -> KeptDocument:
        return self.members[0]


def method() -> str:
    """How sketches are made now; those made otherwise cannot be compared with them, and are made again."""
    from rensa import RMinHash

    return f"rensa {RMinHash.ALGORITHM_VERSION}, {HASHES} hashes, {SHINGLE_WORDS} words, seed {SEED}"


def shingles(text: str, blocks: Iterable[Block]) -> frozenset[str]:
    """Every run of five words of the article, case folded; runs do not cross blocks."""
    found: set[str] = set()
    for block in blocks:
        if block.kind in READ:
            words = WORD.findall(block.span.of(text).casefold())
            found.update(" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1))
    return frozenset(found)


def sketched(document: KeptDocument, text: str, blocks: Iterable[Block]) -> Sketch:
    """The document's MinHash; empty for a text too short to compare."""
    from rensa import RMinHash

    found = shingles(text, blocks)
    if len(found) < SHORTEST:
        return Sketch(document, b"", 0)
    hashes = RMinHash(num_perm=HASHES, seed=SEED)
    hashes.update(sorted(found))
    return Sketch(document, np.asarray(hashes.digest(), dtype="<u4").tobytes(), len(found))


def near_copies(sketches: Sequence[Sketch], read: Callable[[KeptDocument], frozenset[str]]) -> list[Pair]:
    """Pairs of documents that share enough of their shingles, sorted; `read` gives a document's shingles."""
    order = sorted((sketch for sketch in sketches if sketch.shingles), key=lambda sketch: precedence(sketch.document))
    found = (_compared(order[one], order[other], read) for one, other in sorted(_proposed(order)))
    return sorted((pair for pair in found if pair), key=lambda pair: (pair.a, pair.b))


def families(documents: Iterable[KeptDocument], pairs: Iterable[Pair]) -> list[Family]:
    """The documents by origin, earliest first; a document without copies is a family of its own."""
    ordered = {document.id: document for document in sorted(documents, key=precedence)}
    return [Family(tuple(ordered[each] for each in group)) for group in grouped(ordered, ((pair.a, pair.b) for pair in pairs))]


def precedence(document: KeptDocument) -> tuple[date, bool, bool, str]:
    """Who comes first: the earliest day of publication, then an agency's own text, then what names an agency, then by id.

    The hour is not kept, so of two copies of one day the agency's own is taken for the root.
    """
    own = document.agency is not None and document.outlet in (None, document.agency)
    return (document.last_day or date.max, not own, document.agency is None, document.id)


def _proposed(order: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Pairs of positions that share a band."""
    if len(order) < 2:
        return set()
    matrix = np.frombuffer(b"".join(sketch.hashes for sketch in order), dtype="<u4").reshape(len(order), HASHES)
    rows = HASHES // BANDS
    proposed: set[tuple[int, int]] = set()
    for band in range(BANDS):
        part = np.ascontiguousarray(matrix[:, band * rows : band * rows + rows])
        _, bucket, sizes = np.unique(part, axis=0, return_inverse=True, return_counts=True)
        members = np.argsort(bucket, kind="stable")
        ends = np.cumsum(sizes)
        for size, end in zip(sizes, ends, strict=True):
            if size > 1:
                proposed.update(_within([int(at) for at in members[end - size : end]]))
    return proposed


def _within(bucket: list[int]) -> Iterable[tuple[int, int]]:
    """Pairs of a bucket; in a crowd, each with the first ones only."""
    if len(bucket) <= CROWD:
        return combinations(bucket, 2)
    return ((one, other) for at, one in enumerate(bucket[:CROWD]) for other in bucket[at + 1 :])


def _compared(one: Sketch, other: Sketch, read: Callable[[KeptDocument], frozenset[str]]) -> Pair | None:
    """The pair with its exact similarity, if it is enough."""
    if one.hashes == other.hashes and one.shingles == other.shingles:
        similarity = cut = 1.0
    else:
        ours, theirs = read(one.document), read(other.document)
        common = len(ours & theirs)
        similarity, cut = common / len(ours | theirs), common / min(len(ours), len(theirs))
    if similarity < ALIKE and cut < CUT:
        return None
    a, b = sorted((one.document.id, other.document.id))
    return Pair(a, b, round(similarity, 4))
