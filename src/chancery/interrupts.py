"""Ctrl-C put off while something must be done whole: a process begun, a transaction written."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put off Ctrl-C until the block is done; it is met then, not lost. A process that is begun in it leaves Ctrl-C to its parent.

    Outside of the main thread, which alone meets Ctrl-C, nothing is put off.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    met: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: met.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, before)
        if met:
            signal.raise_signal(signal.SIGINT)
