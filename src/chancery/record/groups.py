"""Things that belong together because of the links between them."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def grouped(items: Iterable[Item], links: Iterable[tuple[Item, Item]]) -> list[list[Item]]:
    """The items, those that links join (through others too) together; groups and their members in the order of the items.

    >>> grouped("abcd", [("a", "c"), ("c", "x")])
    [['a', 'c'], ['b'], ['d']]
    """
    head = {item: item for item in items}

    def top(item: Item) -> Item:
        while head[item] != item:
            head[item] = head[head[item]]
            item = head[item]
        return item

    for one, other in links:
        if one in head and other in head:
            head[top(other)] = top(one)
    groups: dict[Item, list[Item]] = {}
    for item in head:
        groups.setdefault(top(item), []).append(item)
    return list(groups.values())
