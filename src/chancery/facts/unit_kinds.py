"""What kind of unit a figure has: people, a share, money, a measure, things, or none."""

from chancery.analysis.counted import SHARE
from chancery.facts.fact import Figure
from chancery.languages import Pack

CODE = 3
"""Letters of a currency's code."""


class UnitKinds:
    """The kinds of units, as a pack's lists have them."""

    def __init__(self, pack: Pack) -> None:
        lists = pack.words("numbers")
        self._people = lists["people"]["unit"]
        self._measures = frozenset(lists["units"].values())

    def of(self, figure: Figure) -> str:
        """`none`, `people`, `share`, `money`, `measure` or `things`."""
        if figure.unit is None:
            return "none"
        if figure.unit in (self._people, SHARE):
            return "people" if figure.unit == self._people else "share"
        if figure.unit.isupper() and len(figure.unit) == CODE:
            return "money"
        return "measure" if figure.unit in self._measures else "things"
