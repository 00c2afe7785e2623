"""What a rule cannot do without: classes of words, of each of which one must stand in any stretch that it fits; it is tried nowhere else."""

import re
from collections.abc import Callable

MOST = re.compile(r"\{\d+,(\d+)\}")
PIECE = re.compile(
    r"\[(?P<letters>[^\]]*)\]|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>))|(?P<close>\))|(?P<either>\|)|(?P<optional>\?|\{0,\d+\})|(?P<repeat>\{\d+,\d+\})"
)


def needed(expression: str, commonness: Callable[[str], float]) -> list[frozenset[str]]:
    """The sets of letters of each of which an expression needs one, the least common in texts first; none if it needs none.

    >>> [sorted(letters) for letters in needed("[ab]?[c](?:[d]|[e])", {"a": 1, "b": 1, "c": 9, "d": 1, "e": 1}.__getitem__)]
    [['d', 'e'], ['c']]
    """
    sets, _ = _either(list(PIECE.finditer(expression)), 0, commonness)
    return sorted(set(sets), key=_commonness(commonness))


def reach(expression: str) -> int:
    """How many letters before or behind what it fits an expression looks at, at most.

    >>> reach("(?<![a])[b](?:[d]|[e][f]){0,3}(?!(?:[g]|[h]){1,2}[i])")
    5
    """
    last, sums, looks, most = 0, [0], [False], 0
    for piece in PIECE.finditer(expression):
        if piece["look"] or piece["open"]:
            sums.append(0)
            looks.append(bool(piece["look"]))
        elif piece["letters"] is not None or piece["close"]:
            last = sums.pop() if piece["close"] else 1
            sums[-1] += last
            most = max(most, last) if piece["close"] and looks.pop() else most
        elif repeated := MOST.fullmatch(piece.group()):
            sums[-1] += last * (int(repeated[1]) - 1)
    return most


def _commonness(commonness: Callable[[str], float]) -> Callable[[frozenset[str]], tuple[float, list[str]]]:
    return lambda letters: (sum(map(commonness, sorted(letters))), sorted(letters))


def _rarest(sets: list[frozenset[str]], commonness: Callable[[str], float]) -> frozenset[str]:
    return min(sets, key=_commonness(commonness), default=frozenset())


def _either(pieces: list[re.Match[str]], place: int, commonness: Callable[[str], float]) -> tuple[list[frozenset[str]], int]:
    """The sets needed by alternatives from a place to their closing bracket, and the place behind it."""
    ways: list[list[frozenset[str]]] = [[]]
    while place < len(pieces) and not pieces[place]["close"]:
        piece = pieces[place]
        if piece["either"]:
            ways.append([])
            place += 1
            continue
        found: list[frozenset[str]] = []
        if piece["letters"] is not None:
            found, place = [frozenset(piece["letters"])], place + 1
        elif piece["look"] or piece["open"]:
            inside, place = _either(pieces, place + 1, commonness)
            found = inside if piece["open"] else []
        else:
            place += 1
        if place < len(pieces) and pieces[place]["optional"]:
            found, place = [], place + 1
        ways[-1] += found
    if len(ways) == 1:
        return ways[0], place + 1
    rarest = [_rarest(way, commonness) for way in ways]
    return ([frozenset().union(*rarest)] if all(rarest) else []), place + 1
