"""Things that belong together because of the links between them."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Heads(Generic[Item]):
    """Which items are joined (Galler and Fischer's union-find): those with one head."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._above = {item: item for item in items}

    def head(self, item: Item) -> Item:
        """The one that stands for all that are joined with the item."""
        above = self._above
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    def join(self, one: Item, other: Item) -> bool:
        """Join the two; False if they were joined already, or if either is unknown here."""
        if one not in self._above or other not in self._above:
            return False
        upper, lower = self.head(one), self.head(other)
        self._above[lower] = upper
        return upper != lower


def grouped(items: Iterable[Item], links: Iterable[tuple[Item, Item]]) -> list[list[Item]]:
    """The items, those that links join (through others too) together; groups and their members in the order of the items.

    >>> grouped("abcd", [("a", "c"), ("c", "x")])
    [['a', 'c'], ['b'], ['d']]
    """
    listed = list(items)
    heads = Heads(listed)
    for one, other in links:
        heads.join(one, other)
    groups: dict[Item, list[Item]] = {}
    for item in dict.fromkeys(listed):
        groups.setdefault(heads.head(item), []).append(item)
    return list(groups.values())


def forest(items: Iterable[Item], links: Iterable[tuple[Item, Item]]) -> list[tuple[Item, Item]]:
    """The fewest of the links that join what all of them join, and do so among the first n items too, for every n.

    Kruskal's spanning forest with the later end of a link as its weight. Each pair is (earlier, later); they come in the order of the later.

    >>> forest("abc", [("b", "c"), ("a", "c"), ("a", "b")])
    [('a', 'b'), ('a', 'c')]
    """
    place = {item: at for at, item in enumerate(items)}
    ends = (sorted((place[one], place[other])) for one, other in links if one in place and other in place)
    named, heads = list(place), Heads(place)
    return [(named[one], named[other]) for one, other in sorted(ends, key=lambda pair: pair[::-1]) if heads.join(named[one], named[other])]
