"""What each stage costs: the functions that the stages call one another by, wrapped while the clock runs."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

STAGES = {
    "chancery.pipeline": ("clean",),
    "chancery.analysis": ("parse", "anchor", "find_names", "resolve", "measure"),
    "chancery.facts": ("statements", "events", "meetings", "positions", "commitments", "figures"),
}
"""The modules in which the names are looked up when a document is read, in reading order."""
SHOWN = {"parse": "syntax", "anchor": "times", "find_names": "names", "resolve": "actors", "measure": "quantities"}


class Clock:
    """Processor seconds by stage; one stage never runs inside another."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with what it costs added to the stage."""

        def run(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return function(*given, **named)
            finally:
                self.seconds[stage] += time.process_time() - start

        return run

    @contextmanager
    def stages(self) -> Iterator[None]:
        """While inside, every stage is timed; the product's own code is not touched."""
        kept = [(import_module(module), name) for module, names in STAGES.items() for name in names]
        plain = [getattr(module, name) for module, name in kept]
        try:
            for (module, name), function in zip(kept, plain, strict=True):
                setattr(module, name, self.timed(SHOWN.get(name, name), function))
            yield
        finally:
            for (module, name), function in zip(kept, plain, strict=True):
                setattr(module, name, function)
