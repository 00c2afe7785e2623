"""When Python looks for cycles among objects: behind work that makes few of them, rather than all through it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Within it Python looks for no cycles; behind it, it does at once if it is due.

    What is made while a text is read is needed until the end, and word lists and weights for good: each search would go through them in vain.
    """
    paused = gc.isenabled()
    if paused:
        gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()
            _look()


def _look() -> None:
    """Look through the oldest generation that is due, as Python would when the next object is made."""
    due = [generation for generation, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > most > 0]
    if 0 in due:
        gc.collect(due[-1])
