"""What only a very long text needs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LONG = 100_000
"""Code points of a text in which very many times or numbers may stand; the press hardly writes as long a one."""


@contextmanager
def no_cycles(text: str) -> Iterator[None]:
    """While a long text is scanned, Python looks for no cycles among objects: a scan makes none, and the search would take up to half of its time."""
    paused = len(text) >= LONG and gc.isenabled()
    if paused:
        gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
