"""On this machine: in this process, or in several."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

AHEAD = 8
"""Documents handed out to each worker beyond the one it reads; keeps workers busy and memory flat."""


def engine(work: Callable[[In], Out], items: Iterable[In], workers: int) -> Iterator[Out]:
    """`work` on each item, results in the order of the items whatever the number of workers. Work that raises stops the run with its exception."""
    if workers <= 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_quiet) as pool:
        waiting: deque[Future[Out]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) >= workers * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _quiet() -> None:
    """Leave Ctrl-C to the parent, which stops the workers in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
