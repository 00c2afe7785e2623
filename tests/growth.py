"""How the cost of work grows with its input: growth is asserted, never seconds, for machines differ and are shared."""

import time
from collections.abc import Callable

HOSTILE = [
    " ",
    "\u00a0\t",
    "\n",
    ".",
    "\"«»'’",
    "(",
    "1",
    "0",
    "1 ",
    "1.",
    "1,",
    "1/",
    "12:",
    "14 ",
    "2014 ",
    "2014-",
    "1 000 ",
    "le ",
    "de ",
    "l'",
    "d'",
    "vingt et un ",
    "cent ",
    "14 avril ",
    "14 avril 2014 ",
    "16h30 ",
    "mercredi ",
    "Mardi. ",
    "deux ",
    "deux ans ",
    "il y a ",
    "de mars à ",
    "entre 3 et ",
    "et demi ",
    "(2014) ",
    "1 % de ",
    "e\u0301",
    "a",
    "1 2 ",
    "1-2 ",
    "1 à ",
    "1.000 ",
    "un ",
    "mille ",
    "Deux ",
    "deux cent ",
    "quatre-vingt-",
    "% ",
    "12h",
    "2014, ",
    "[(1 ",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre ",
    "[[((",
    "([)]",
    "1\u00a02\u202f3\u20094 ",
    "\u3000",
    "٣ ",
    "1234567890",
    "1.1.1",
    "et ",
    "un et ",
    "1er ",
    "2e et 3e ",
    "de 3 à 5 ",
    "entre 1 et 2 ",
    "plus de 1 ",
    "jusqu'à 1 ",
    "$1 ",
    "1 M€ ",
    "14/",
    "le 3 ",
    "du 3 au ",
    "mars ",
    "cent mille cent mille ",
    "million de ",
    "des milliers ",
    "1 sur 2 ",
    "16h30 GMT ",
    "12h-14h ",
    "l'an ",
    "1/2/2014 ",
]
"""What texts made to be slow are made of, each again and again."""
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
