"""Which words may stand side by side in what a rule looks at: where two may not, no rule reaches across, and the text can be cut there."""

from collections.abc import Iterable

from chancery.scan.needs import PIECE

Sets = frozenset[frozenset[str]]
"""Sets of letters, one of which stands at a place."""


def neighbours(rules: Iterable[str], openers: Iterable[str], letters: Iterable[str]) -> dict[str, frozenset[str]]:
    """For every letter those that may stand behind it in an expression of `rules`, in what it looks at around, or between one of `openers` and it.

    >>> beside = neighbours(["[a][bc]?(?:[d]|[e])(?![f])"], [], "abcdef")
    >>> "".join(sorted(beside["a"])), "".join(sorted(beside["c"])), "".join(sorted(beside["e"])), "".join(sorted(beside["f"]))
    ('bcde', 'de', 'f', '')
    """
    pairs: set[tuple[frozenset[str], frozenset[str]]] = set()
    before = frozenset(last for opener in openers for last in _Walk(opener, pairs).whole(frozenset()))
    for rule in rules:
        _Walk(rule, pairs).whole(before)
    behind: dict[str, set[str]] = {letter: set() for letter in letters}
    for first, second in pairs:
        for letter in first:
            behind[letter] |= second
    shared: dict[frozenset[str], frozenset[str]] = {}
    return {letter: shared.setdefault(found := frozenset(others), found) for letter, others in behind.items()}


class _Walk:
    """The way through an expression, on which every pair of sets that may follow each other is met."""

    def __init__(self, expression: str, pairs: set[tuple[frozenset[str], frozenset[str]]]) -> None:
        self._pieces = list(PIECE.finditer(expression))
        self._pairs = pairs

    def whole(self, before: Sets) -> Sets:
        """What may stand last in the expression, if that may stand before it."""
        return self._either(0, before)[0]

    def _either(self, place: int, before: Sets) -> tuple[Sets, int]:
        """What may stand last in alternatives from a place to their closing bracket, and the place behind it."""
        ways, last = [], before
        while place < len(self._pieces) and not self._pieces[place]["close"]:
            if self._pieces[place]["either"]:
                ways.append(last)
                last, place = before, place + 1
            else:
                last, place = self._repeated(place, last)
        return last.union(*ways), place + 1

    def _repeated(self, place: int, before: Sets) -> tuple[Sets, int]:
        last, behind = self._one(place, before)
        if behind >= len(self._pieces):
            return last, behind
        piece = self._pieces[behind]
        if not piece["optional"] and not piece["repeat"]:
            return last, behind
        if piece.group() != "?":
            last |= self._one(place, before | last)[0]
        return (last | before if piece["optional"] else last), behind + 1

    def _one(self, place: int, before: Sets) -> tuple[Sets, int]:
        piece = self._pieces[place]
        if piece["letters"] is not None:
            letters = frozenset(piece["letters"])
            self._pairs.update((earlier, letters) for earlier in before)
            return frozenset([letters]), place + 1
        if not piece["look"]:
            return self._either(place + 1, before)
        back = "<" in piece["look"]
        last, behind = self._either(place + 1, frozenset() if back else before)
        return (before | last if back else before), behind
