"""Whose an age is by the clause that it closes, or by the noun or participle that brings it: "la mort à 80 ans d'Anna Blanc"."""

from itertools import takewhile

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.units import units
from chancery.facts.nearby import Nearby, meant
from chancery.languages import Pack

APART = ',(\u00a0 "»”'
"""What may stand between quoted words that end in a name and what is told of it."""
TITLE = 6
"""Words of a title before a name."""
BROUGHT = 4
"""Words of "de l'Elbonienne" and the first of her name behind an age."""


class AgeClauses:
    """The clauses in one document that ages close, and the nouns that bring them."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, numbers = nearby, pack.words("numbers")
        self._age, self._kin = frozenset(numbers["ages"]["age"]), frozenset(numbers["whose"]["kin"])
        self._of, self._tolls = frozenset(numbers["whereabouts"]["of"]), frozenset(numbers["whose"]["tolls"])
        self._one_person = units(pack).one_person

    def clause_before(self, head: Token, governor: Token) -> Token | None:
        """The subject of the clause that an age closes, where the parser hangs it on the main verb behind."""
        if governor.start < head.start:
            return None
        clauses = (verb for verb in governor.all("advcl") if verb.end <= head.start and verb.child("mark") is not None)
        return next((acts for verb in clauses if (acts := own_subject(verb)) is not None), None)

    def just_called(self, governor: Token) -> Token | None:
        """The title with a name nobody knows right before the comma of a participle: `"le sultan Zork", mort à l'âge de 80 ans`."""
        if governor.morph.get("VerbForm") != "Part" or governor.index < 2 or governor.child("aux", "aux:tense", "aux:pass") is not None:
            return None
        end = self._nearby.back_over(governor.start, APART)
        last = self._nearby.tokens[self._nearby.at(end) - 1]
        apart = "," in self._nearby.text[end : governor.start] and last.pos == "PROPN" and self._nearby.mention_ending(end) is None
        titled = apart and last.dep in ("appos", "flat", "flat:name", "nmod") and last.head.pos == "NOUN" and last.head.child("det") is not None
        return last.head if titled and self._one_person(last.head.text) else None

    def titled_relative(self, at: int) -> Token | None:
        """The relative of whom a name behind its title is a complement: "la fille de l'ancien ministre Marc Roux, 58 ans"."""
        title = list(takewhile(lambda word: word.pos in ("NOUN", "ADJ", "DET"), self._nearby.tokens[max(0, at - TITLE) : at][::-1]))
        before = self._nearby.tokens[max(0, at - len(title) - 2) : at - len(title)]
        related = len(before) == 2 and before[1].text.lower() in self._of and before[0].text.lower() in self._kin
        return before[0] if related and any(word.pos == "NOUN" for word in title) else None

    def named_behind(self, head: Token) -> tuple[str, ...] | None:
        """Whose name stands behind "la mort à l'âge de 80 ans de"; None where no noun brings one so."""
        case = head.child("case") or head.head.child("case")
        noun = head.head.head if head.head.lemma.lower() in self._age else head.head
        if case is None or case.text.lower() in self._of or noun.pos != "NOUN":
            return None
        if self._one_person(noun.text) and noun.lemma.lower() not in self._tolls:
            return None
        behind = self._nearby.tokens[self._nearby.at(head.end) :][:BROUGHT]
        name = next((found for word in behind[1:] if (found := self._nearby.mention_before(word.start)) and found.span.start >= behind[0].end), None)
        brought = bool(behind) and behind[0].text.lower() in self._of
        return meant(name)[:1] if brought and name is not None and name.type == "PER" else None
