"""The words of a clause from its text, never cut in the middle of a constituent: "qui campent sous les arbres du square"."""

from chancery.analysis import Token
from chancery.facts.clause_ends import QUOTES
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting

ASIDE = ("parataxis", "advcl", "discourse", "appos", "dep", "vocative", "dislocated")
"""How what stands behind a word and is no part of what it says hangs on it."""
NEEDED = ("obj", "xcomp", "ccomp", "obl:arg")
"""What a verb is not told without."""
MARKS = ("-", "'", *QUOTES)


class Constituents:
    """Stretches of the text of one document by its syntax."""

    def __init__(self, nearby: Nearby, restricting: Restricting) -> None:
        self._nearby, self._restricting = nearby, restricting

    def words(self, first: int, head: Token, most: int) -> str:
        """The text from an index to the end of what a word governs: as much as `most` words hold, in whole constituents; empty where none do.

        What stands aside, and days at the end, are left out; a verb is not told without what it needs.
        """
        at = self._nearby.at(head.start)
        last = self._mended(at, self._reach(first, head, most))
        needed = self._needed(head)
        if last - first > most or (needed and last <= self._nearby.at(needed[0].start)):
            return ""
        return self._nearby.words(first, last)

    def end(self, first: int, head: Token, most: int) -> int:
        """The index behind those words; the first index where none fit."""
        said = self.words(first, head, most)
        return self._nearby.at(self._nearby.tokens[first].start + len(said)) if said else first

    def _needed(self, head: Token) -> list[Token]:
        """What stands behind a word that is not told without it; the parser takes some days for its object, and present participles."""
        at = self._nearby.at(head.start) + 1
        behind = (child for child in head.all(*NEEDED) if child.start > head.start and child.dep in NEEDED and child.morph.get("Tense") != "Pres")
        if self._restricting.begins_anew(at) or (at < len(self._nearby.tokens) and self._restricting.is_dash(at)):
            return []
        return [child for child in behind if child.dep != "obj" or not self._restricting.is_timed(child)]

    def _reach(self, first: int, head: Token, most: int) -> int:
        """The index behind the last constituent that fits."""
        last = self._nearby.at(head.start) + 1
        for child in head.children:
            begin, end = self._bounds(child)
            if begin < last:
                last = max(last, end) if begin > self._nearby.at(head.start) and end - first <= most else last
                continue
            if begin > last or (child.dep.partition(":")[0] in ASIDE and self._nearby.tokens[begin].pos != "ADP"):
                break
            if child.dep == "punct":
                if child.text not in MARKS:
                    break
                last = end
            elif end - first <= most:
                last = end
            elif child.dep.partition(":")[0] in ("conj", "acl"):
                break
            else:
                opened = self._nearby.at(child.start) + 1
                return self._reach(first, child, most) if opened - first <= most else last
        return last

    def _bounds(self, token: Token) -> tuple[int, int]:
        """The first index of what a word governs, and the index behind it."""
        words = token.subtree()
        return self._nearby.at(words[0].start), self._nearby.at(words[-1].start) + 1

    def _mended(self, at: int, last: int) -> int:
        """The index without what stands behind a mark or says who says so, and without days and words that need another at the end."""
        stop = next((place for place in range(at + 1, last) if self._restricting.breaks(place) or self._is_joined(place, last)), last)
        quotes = [place for place in range(at, stop) if self._nearby.tokens[place].text in QUOTES]
        stop = self._restricting.without_half(at, quotes[-1] if len(quotes) % 2 else stop)
        stop = self._restricting.before_mark(at + 1, stop)
        while stop > at + 1:
            token = self._nearby.tokens[stop - 1]
            if token.pos == "VERB" and self._needed(token):
                stop = max(at + 1, self._bounds(token)[0])
            elif self._restricting.trails(token):
                stop -= 1
            else:
                break
        return self._restricting.mended(stop)

    def _is_joined(self, at: int, last: int) -> bool:
        """Whether a conjunction there joins a clause with a subject of its own."""
        if self._nearby.tokens[at].pos != "CCONJ":
            return False
        if self._nearby.tokens[at].head.dep.startswith("nsubj"):
            return True
        behind = self._nearby.tokens[at + 1 : last + 1]
        opens = (token for token in behind if _is_finite(token) or token.pos == "SCONJ" or token.morph.get("PronType") == "Rel")
        verb = next(opens, None)
        return verb is not None and _is_finite(verb) and verb is not behind[0]


def _is_finite(token: Token) -> bool:
    return token.morph.get("VerbForm") == "Fin"
