"""Of whom those counted are some, where the clause begins with that: "parmi les victimes figurent trois Danois", "les victimes sont deux Belges"."""

from chancery.analysis import Quantity, Token
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

LONGEST = 6
"""Words of whom they are some."""
VERBAL = ("VERB", "AUX")
WORDS = ("DET", "ADJ", "NOUN", "NUM", "PROPN")


class AmongThem:
    """The groups of one document of which its figures count some."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        numbers = pack.words("numbers")
        lists = numbers["among_them"]
        self._among: str = lists["among"]
        self._articles = frozenset(lists["articles"])
        self._existing = Listed((*numbers["told"]["existing"], *lists["being"]), pack)

    def what(self, quantity: Quantity, head: Token, noun: Token) -> str:
        """ "parmi les victimes"; empty where the clause does not begin with that, or tells more than that they are."""
        told = self._fronted(quantity) or self._being(head)
        return "" if noun.text.lower() in told.lower().split() else told

    def _fronted(self, quantity: Quantity) -> str:
        at = self._nearby.at(quantity.span.start)
        first = at - self._nearby.tokens[at].index
        last = self._phrase_end(first + 1, at)
        between = self._nearby.tokens[last:at]
        if self._nearby.tokens[first].text.lower() != self._among or last == first + 1 or any(token.pos == "SCONJ" for token in between):
            return ""
        told = any(token.pos in VERBAL and self._existing.verb(token) is None for token in between)
        pointed = any(token.morph.get("PronType") == "Rel" or token.text in (";", ":", "(", ")") for token in between)
        return "" if told or pointed else f"{self._among} {self._nearby.words(first + 1, last)}"

    def _phrase_end(self, first: int, most: int) -> int:
        """The index behind a noun with its article and adjectives that begins at an index; that index where none does."""
        if self._nearby.tokens[first].text.lower() not in self._articles:
            return first
        last = first + 1
        while last < min(most, first + LONGEST) and self._nearby.tokens[last].pos in WORDS:
            last += 1
        closed = self._nearby.tokens[last].text == "," or self._nearby.tokens[last].pos in VERBAL or self._nearby.tokens[last].pos == "PRON"
        named = any(token.pos == "NOUN" for token in self._nearby.tokens[first:last])
        return last if closed and named else first

    def _being(self, head: Token) -> str:
        """The subject of a clause that says who they are: "les victimes |sont| deux Belges"."""
        cop, own = head.child("cop"), head.child("nsubj")
        if cop is None or own is None or own.pos != "NOUN" or own.morph.get("Number") != "Plur" or cop.morph.get("Number") != "Plur":
            return ""
        first = self._nearby.at(own.subtree()[0].start)
        last = self._phrase_end(first, self._nearby.at(head.start))
        words = self._nearby.words(first, last)
        return f"{self._among} {words[0].lower()}{words[1:]}" if words and self._nearby.tokens[last] is cop else ""
