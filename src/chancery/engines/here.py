"""On this machine: in this process, or in several."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from chancery.errors import WorkerError
from chancery.interrupts import uninterrupted

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 8
"""Documents handed out to each worker beyond the one it reads; keeps workers busy and memory flat."""


def engine(work: Callable[[In], Out], items: Iterable[In], workers: int) -> Iterator[Out]:
    """`work` on each item, results in the order of the items whatever the number of workers.

    Work that raises stops the run with its exception; a process that is lost stops it with a WorkerError. However the run ends, so do its workers.
    """
    if workers <= 1:
        yield from map(work, items)
        return
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # each worker counts on one core, and inherits this
    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    with theirs, ours, ProcessPoolExecutor(workers, context, _begin, (theirs,)) as pool:
        waiting: deque[Future[Out]] = deque()
        try:
            for item in items:
                with uninterrupted():
                    waiting.append(pool.submit(work, item))
                if len(waiting) >= workers * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise WorkerError(
                "a process that reads was lost: it was killed, ran out of memory, or could not begin",
                hint="run it again with fewer workers; what is kept is not read again. In a script, call it under: if __name__ == '__main__':",
            ) from None
        finally:
            ours.close()


def _begin(lifeline: Connection) -> None:
    """Leave Ctrl-C to the parent, and end with it: whatever ends it, its end of the pipe is closed then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(0)
