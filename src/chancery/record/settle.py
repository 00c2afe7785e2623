"""What only the whole record can tell, brought up to date after a build.

Near copies are the costly part and are kept. Episodes, agreement and fulfilment are worked out for the day
that is asked for, from what was known by then.
"""

from functools import lru_cache

from chancery.record.lineage import method, near_copies, shingles, sketched
from chancery.record.types import KeptDocument, Store

TOGETHER = 256
"""Sketches kept in one transaction."""


def settle(store: Store) -> None:
    """Compare the documents that are new with all others; nothing is done where nothing is new."""
    if store.settled():
        return
    by = method()
    waiting = store.unsketched(by)
    for at in range(0, len(waiting), TOGETHER):
        store.keep_sketches([sketched(document, *store.text(document.reading)) for document in waiting[at : at + TOGETHER]], by)

    @lru_cache(maxsize=512)
    def read(document: KeptDocument) -> frozenset[str]:
        return shingles(*store.text(document.reading))

    store.keep_pairs(near_copies(store.sketches(by), read))
