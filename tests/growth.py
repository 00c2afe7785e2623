"""How the cost of work grows with its input: growth is asserted, never seconds, for machines differ and are shared."""

import time
from collections.abc import Callable

RUNS = 3
FLOOR_SECONDS = 0.02
"""Below this, clocks and caches drown what is measured."""


def cost(work: Callable[[], object]) -> float:
    """Seconds of processor time, the best of a few runs."""

    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(RUNS))


def grows_linearly(work: Callable[[int], Callable[[], object]], size: int, *, times: int = 8, slack: float = 3.0) -> bool:
    """Whether `work(size * times)` costs at most `times * slack` as much as `work(size)`; quadratic work costs `times` squared."""
    return cost(work(size * times)) <= times * slack * max(cost(work(size)), FLOOR_SECONDS / times)
