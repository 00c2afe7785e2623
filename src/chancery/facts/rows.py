"""Rows of things that are told together, whatever the parser makes of them: "marins|, élus et sapeurs|", "chefs d'État |et de parti|"."""

import re
from collections.abc import Callable

from chancery.analysis import Token
from chancery.analysis.units import units
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.languages import Pack
from chancery.span import Span

NOUNS = ("NOUN", "PROPN")
LOOSE = ("conj", "appos", "nmod", "amod", "acl", "dep", "flat", "obl", "obj")
"""How what stands in a row may hang on the words before, by a parser that errs; the subject of another verb does not."""
SCALE = 2
"""Words of "milliers de"."""
COUNT = ("det", "case", "nummod")
"""What a noun is told with that is counted by itself, or by nobody."""


class Rows:
    """The rows of one document that end in "et" or "ou" with one more, all of them told in the same way."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, self._near = nearby, Onward(nearby, pack)
        numbers = pack.words("numbers")
        self._and, self._plural = frozenset(numbers["restricting"]["joining"]), str(numbers["restricting"]["plural"])
        self._others = frozenset(numbers["restricting"]["others"])
        self._but = frozenset(numbers["rows"]["but"])
        self._of, self._of_the = frozenset(numbers["bare"]["of"]), frozenset(numbers["bare"]["of_the"])
        self._at = frozenset(numbers["restricting"]["to"])
        self._scales = frozenset((*numbers["collective"], *numbers["powers"]))
        joining = "|".join((",", *sorted(self._and)))
        of = "|".join(word if word[-1] in "'’" else f"{word} " for word in sorted(self._of))
        self._again = re.compile(rf"({joining}) (?:{of})")
        self._not_things = units(pack).not_things | frozenset(numbers["restricting"]["aside"])

    def end(self, first: int, at: int) -> int:
        """The index behind the row that goes on at an index, and whose first member ends before it; the index itself for none.

        From the `first` index on stand the noun and what restricts it.
        """
        if not self._near.is_in_line(at) or not (self._near.text(at) == "," or self._near.text(at) in self._and | self._but):
            return at
        described = self._described(at)
        if self._near.text(at) in self._but:  # "infectées |mais asymptomatiques|"
            return (described(at + 1) if described is not None and self._near.is_in_line(at + 1) else 0) or at
        row = self._row(at, self._complement(first, at)) or self._row(at, self._noun(first, at)) or self._row(at, described)
        return row or self._row(at, self._noun(first, at, loose=True), least=1) or at

    def plain(self, what: str, evidence: Span) -> str:
        """What is counted, with no "de" before the others of a row behind "milliers de": "mousses, |de| marins et |de| novices"."""
        first = self._nearby.at(evidence.end) - 1
        if first < SCALE or self._near.text(first - 1) not in self._of or not self._is_scaled(first):
            return what
        row = self._nearby.words(first, self.end(first, first + 1))
        return f"{self._again.sub(lambda found: f'{found[1]} ', row)}{what[len(row) :]}" if what.startswith(row) else what

    def _is_scaled(self, first: int) -> bool:
        """Whether a noun there is counted by "milliers de"."""
        return first >= SCALE and self._nearby.tokens[first - SCALE].lemma.lower() in self._scales

    def _row(self, at: int, member: Callable[[int], int] | None, least: int = 0) -> int:
        """The index behind the last one of a row; 0 where one is of another kind, none joins, or fewer than the `least` stand before that."""
        place, members = at, 0
        while member is not None and self._near.is_in_line(place) and self._near.is_in_line(place + 1):
            if self._near.text(place) == "," and self._near.text(place + 1) in self._and:
                if not members:
                    return 0  # "les marins, et les tirs": no row
                place += 1
            joined = self._near.text(place) in self._and
            if not joined and self._near.text(place) != ",":
                return 0
            behind = member(place + 1)
            if joined and not behind and members > 1:
                return place  # "de chasse, de fret, de secours |et trois navires|"
            if joined and members < least:
                return 0
            if not behind or joined:
                return behind
            place, members = behind, members + 1
        return 0

    def _complement(self, first: int, at: int) -> Callable[[int], int] | None:
        """How another complement goes on with the same preposition as that before: "trains de fret|, de voyageurs| et |de bétail|"."""
        place = next((place for place in range(at - 1, first, -1) if self._nearby.tokens[place].pos == "ADP"), first)
        scaled = place == first and self._is_scaled(first)  # "des milliers |de| mousses, de marins"
        place -= scaled
        case = self._near.text(place)
        if place == first and not scaled:
            return None
        if case not in self._of | self._of_the:
            return self._again_behind(self._at if case in self._at else frozenset((case,)))
        the = case in self._of_the or self._nearby.tokens[place + 1].pos == "DET"

        def member(at: int) -> int:
            opens, again = self._near.text(at), self._nearby.tokens[at + 1]
            article = again.pos == "DET"
            alike = opens in self._of_the or (opens in self._of and article) if the else opens in self._of and not article
            return self._phrase(at + 1 + article) if alike else 0

        return member

    def _again_behind(self, cases: frozenset[str]) -> Callable[[int], int]:
        """How another complement goes on with one of those prepositions: "liés à la vente|, à la pêche| ou |au fret|"."""

        def member(at: int) -> int:
            article = self._near.is_in_line(at + 1) and self._nearby.tokens[at + 1].pos == "DET"
            return self._phrase(at + 1 + article) if self._near.text(at) in cases else 0

        return member

    def _phrase(self, at: int) -> int:
        """The index behind a noun and its adjective; 0 where none stands there, or one that is counted."""
        if not self._near.is_in_line(at):
            return 0
        noun = self._nearby.tokens[at]
        ahead = noun.pos == "ADJ" and noun.text.lower() not in self._others
        if ahead and self._near.is_in_line(at + 1) and noun.head is self._nearby.tokens[at + 1]:
            at, noun = at + 1, noun.head  # "de |simples| passants"
        called = noun.pos in NOUNS or (noun.pos == "ADJ" and noun.dep == "conj")
        if not called or noun.child("nummod") is not None or noun.text.lower() in self._not_things or noun.dep.startswith("nsubj"):
            return 0
        return at + 1 + self._has_adjective(at + 1, noun)

    def _has_adjective(self, at: int, noun: Token) -> bool:
        token = self._nearby.tokens[at] if self._near.is_in_line(at) else None
        return token is not None and token.pos == "ADJ" and token.head is noun and noun.morph.get("Number") in (token.morph.get("Number"), None)

    def _noun(self, first: int, at: int, *, loose: bool = False) -> Callable[[int], int] | None:
        """How another noun without an article goes on behind one of many: "policiers|, gendarmes| et |sapeurs|".

        A `loose` one may hang on any word before it, as long as it is the subject of no verb.
        """
        before, own = self._nearby.tokens[at - 1], self._nearby.tokens[first]
        noun = before.head if before.pos == "ADJ" and before.head.pos in NOUNS and before.head.start < before.start else before
        noun = noun if noun.pos in NOUNS and self._is_plural(noun) else own
        if noun.pos not in NOUNS or not self._is_plural(noun):
            return None

        def member(at: int) -> int:
            token = self._nearby.tokens[at]
            if self._near.is_in_line(at + 1) and token.head is self._nearby.tokens[at + 1] and token.pos == "ADJ":
                at, token = at + 1, token.head  # "et |jeunes| filles"
            beside = token.dep == "conj" and token.head in (noun, own, noun.head, *self._beside(noun))
            beside = beside or (loose and self._hangs(token, noun, own))
            bare = self._is_plural(token) and token.child(*COUNT) is None and token.text.lower() not in self._not_things
            called = token.pos in NOUNS or token.pos == "ADJ"
            alone = not self._near.is_in_line(at + 1) or self._nearby.tokens[at + 1].pos not in NOUNS
            return self._tail(at + 1, token) if bare and called and beside and alone else 0

        return member

    def _hangs(self, token: Token, noun: Token, own: Token) -> bool:
        """Whether a word hangs loosely on what stands before it in its row, or on what the first of the row does."""
        if token.dep == own.dep and token.head is own.head:
            return True  # "soldats, policiers et |gardes| ont été tués"
        before = noun.start <= token.head.start < token.start or (token.head is own.head and token.head.start < token.start)
        return before and token.dep.partition(":")[0] in LOOSE

    def _tail(self, at: int, noun: Token) -> int:
        """The index behind the adjective of a noun, and its complement where the row goes on behind it: "marins |à la retraite|, élus"."""
        at += self._has_adjective(at, noun)
        case = self._nearby.tokens[at] if self._near.is_in_line(at) else None
        if case is None or case.pos != "ADP":
            return at
        place = at + 1
        place += self._near.is_in_line(place) and self._nearby.tokens[place].pos == "DET"
        behind = self._phrase(place)
        goes_on = behind and (self._near.text(behind) == "," or self._near.text(behind) in self._and)
        return behind if goes_on and self._nearby.tokens[behind - 1].dep.startswith("nmod") else at

    def _has_object(self, at: int) -> bool:
        """Whether a participle there stands before what is done with it: "a tué 30 marins belges et |blessé| 12 autres"."""
        return self._near.is_in_line(at + 1) and self._nearby.tokens[at + 1].pos in ("DET", "NUM")

    def _is_plural(self, token: Token) -> bool:
        """Whether a noun means many; some have no number for the parser."""
        return token.morph.get("Number") == "Plur" or (token.pos in NOUNS and "Number" not in token.morph and token.text.endswith(self._plural))

    def _beside(self, noun: Token) -> list[Token]:
        """The others that the parser hangs on a noun, or on one another."""
        found = noun.all("conj")
        return [*found, *(other for token in found for other in token.all("conj"))]

    def _described(self, at: int) -> Callable[[int], int] | None:
        """How another adjective or participle goes on: "bordures, belges et danois", "tués, blessés ou enlevés"."""
        before = self._nearby.tokens[at - 1]
        participle = before.morph.get("VerbForm") == "Part" and before.morph.get("Tense") != "Pres"
        if before.pos != "ADJ" and not participle:
            return None

        def member(at: int) -> int:
            at += self._nearby.tokens[at].pos == "ADV" and self._near.is_in_line(at + 1)
            token = self._nearby.tokens[at]
            beside = token.dep == "conj" and token.head in (before, before.head)  # "elboniens, bordures": their genders are guessed
            same = beside or before.morph.get("Gender") in (token.morph.get("Gender"), None) or "Gender" not in token.morph
            number = before.morph.get("Number", before.head.morph.get("Number"))
            alike = same and number in (token.morph.get("Number"), None) and not self._has_object(at)
            told = token.pos in ("ADJ", "NOUN") or (token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") != "Pres")
            ahead = token.head.start > token.start and token.pos == "ADJ"  # "et |nombreux| amis"
            helped = token.pos == "VERB" and self._near.is_in_line(at + 1) and self._nearby.tokens[at + 1].pos == "AUX"
            told = told and not helped
            free = token.child(*COUNT) is None and token.dep.partition(":")[0] in LOOSE and not ahead
            return at + 1 if alike and told and free and token.text.islower() and token.text not in self._not_things else 0

        return member
