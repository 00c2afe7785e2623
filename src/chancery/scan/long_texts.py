"""What only a very long text needs."""

from contextlib import AbstractContextManager, nullcontext

from chancery.cycles import resting

LONG = 100_000
"""Code points of a text in which very many times or numbers may stand; the press hardly writes as long a one."""


def no_cycles(text: str) -> AbstractContextManager[None]:
    """While a long text is scanned, Python looks for no cycles among objects: a scan makes none, and the search would take up to half of its time."""
    return resting() if len(text) >= LONG else nullcontext()
