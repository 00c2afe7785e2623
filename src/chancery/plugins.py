"""Five doors for what others bring: readers, languages, stores, exporters, engines.

What is built in enters through the same entry points as what is installed beside it (groups `chancery.readers`, `chancery.languages`, ...).
"""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal

from chancery.errors import PluginError

Door = Literal["readers", "languages", "stores", "exporters", "engines"]


@cache
def _offered(door: Door) -> dict[str, EntryPoint]:
    return {point.name: point for point in sorted(entry_points(group=f"chancery.{door}"), key=lambda point: point.name)}


def names(door: Door) -> list[str]:
    """The names behind a door, sorted.

    >>> names("languages")
    ['fr']
    """
    return list(_offered(door))


@cache
def load(door: Door, name: str) -> Any:
    """The plug-in of that name; imported at its first use.

    Raises PluginError if there is none, or if it cannot be imported.
    """
    try:
        point = _offered(door)[name]
    except KeyError:
        known = ", ".join(_offered(door)) or "none"
        raise PluginError(f"no {door} plug-in is called {name!r}", hint=f"installed: {known}") from None
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise PluginError(f"the {door} plug-in {name!r} cannot be loaded: {error}", hint=f"it is declared as {point.value}") from error
