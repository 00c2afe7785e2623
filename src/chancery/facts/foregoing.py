"""What stands right before a verb as its subject, read off the words where the parser finds none: "le taux de chômage a dépassé"."""

from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject, subject
from chancery.facts.nearby import Nearby

PHRASE = ("NOUN", "PROPN", "ADJ", "ADP", "DET")
"""What a subject is made of, with its participles."""
GROUP = ("AUX", "ADV", "PRON", "PART")
"""What stands between a subject and its verb."""
LONGEST = 12
"""Words of such a subject."""
ASIDE = 9
"""Words between commas behind it."""
BACK = 45
"""Words before a pronoun among which the noun that it means is a subject."""
AGREEING = ("Gender", "Number")
OPENS = ("DET", "ADJ", "NUM")
"""What may stand between a preposition and its noun."""


class Foregoing:
    """The subjects of one document by their place."""

    def __init__(self, nearby: Nearby) -> None:
        self._nearby = nearby

    def subject(self, verb: Token) -> Token | None:
        """What does it or is so: as the parser has it; of a finite verb that it gives no subject of its own, the noun before it."""
        own = own_subject(verb)
        if own is not None and own.morph.get("Person") in ("1", "2") and verb.morph.get("Person") == "3":
            own = next((word for word in verb.all("nsubj") if word.pos == "NOUN" and word.start < own.start), None)
            return own or self.noun(verb)  # "les retraites nous coûtent"
        if (own is not None and own.child("case") is None) or not self._is_finite(verb):
            found = subject(verb)
            relative = own is not None and own.morph.get("PronType") == "Rel" and found is not None and found.pos == "PROPN"
            above = found.head if relative and found is not None and found.dep.startswith("nmod") else None
            return above if above is not None and above.pos == "NOUN" else found  # "la dette de l'entreprise Port, qui devrait"
        return self.noun(verb) or subject(verb)

    def noun(self, verb: Token) -> Token | None:
        """The noun of the phrase that ends right before a verb; None where none does, or only one behind a preposition."""
        return self.ending(self._behind(verb))

    def ending(self, last: int) -> Token | None:
        """The noun of the phrase that ends before an index; None where only one behind a preposition does."""
        words = self._nearby.tokens
        first = last
        while first > 0 and last - first < LONGEST and words[first].index and self._is_part(words[first - 1]):
            first -= 1
        place = first
        while place < last:
            if words[place].pos == "NOUN" and not self._is_governed(place, first) and words[place].morph.get("VerbForm") is None:
                return words[place]
            place += 1
        return None

    def meant(self, pronoun: Token) -> Token | None:
        """The noun that a pronoun of the third person or an adjective goes back to: the last subject before it of its gender and number."""
        subjects = self._subjects(pronoun)
        return next((word for word in subjects if all(word.morph.get(kind) == pronoun.morph.get(kind) for kind in AGREEING)), None)

    def owner(self, noun: Token, kinds: frozenset[str]) -> Token | None:
        """What a noun with "son" is of: the last noun of some kinds before it, else the last subject."""
        near = (word for word in self._before(noun) if word.pos == "NOUN" and word.lemma.lower() in kinds)
        return next(near, None) or next((word for word in self._subjects(noun) if word.morph.get("Number") != "Plur"), None)

    def _before(self, word: Token) -> Iterator[Token]:
        """The words before one, the nearest first, in its paragraph."""
        at = self._nearby.at(word.start)
        start = self._nearby.text.rfind("\n", 0, word.start)
        return (before for before in reversed(self._nearby.tokens[max(0, at - BACK) : at]) if before.start > start)

    def _subjects(self, pronoun: Token) -> Iterator[Token]:
        """The nouns before a word that are subjects, the nearest first, in its paragraph."""
        return (word for word in self._before(pronoun) if word.dep.startswith("nsubj") and word.pos == "NOUN" and word.child("case") is None)

    def end(self, noun: Token) -> int:
        """Where the phrase of a noun ends that stands right before its verb; where the noun does, of one that does not."""
        words, first = self._nearby.tokens, self._nearby.at(noun.start)
        last = first + 1
        while last < len(words) and last - first < LONGEST and words[last].index and self._is_part(words[last]):
            last += 1
        while last < len(words) and words[last].index and words[last].pos == "ADV":
            last += 1
        finite = last < len(words) and words[last].index > 0 and words[last].morph.get("VerbForm") == "Fin"
        while last > first + 1 and words[last - 1].pos in ("ADV", "ADP", "DET"):
            last -= 1
        return words[last - 1].end if finite else noun.end

    def _behind(self, verb: Token) -> int:
        """The index behind the words before a verb group and what stands in commas before it."""
        words, at = self._nearby.tokens, self._nearby.at(verb.start)
        while at > 0 and words[at].index and words[at - 1].pos in GROUP and words[at - 1].morph.get("PronType") not in ("Rel", "Int"):
            if words[at - 1].pos == "PRON" and words[at - 1].dep.startswith("nsubj"):
                return 0
            at -= 1
        if at > 0 and words[at].index and words[at - 1].text == ",":
            opens = next((place for place in range(at - 2, max(0, at - ASIDE), -1) if words[place].text == ","), 0)
            aside = words[opens : at - 1]
            plain = opens and all(word.index and word.morph.get("VerbForm") != "Fin" for word in aside)
            return opens if plain else 0
        return at if at > 0 and words[at].index else 0

    def _is_finite(self, verb: Token) -> bool:
        """Whether a verb stands with its own person: itself, or by its auxiliary."""
        return verb.morph.get("VerbForm") == "Fin" or any(
            part.morph.get("VerbForm") == "Fin" and 0 < verb.index - part.index <= len(GROUP) for part in verb.all("aux", "cop")
        )

    def _is_part(self, word: Token) -> bool:
        """Whether a word may stand within a subject."""
        described = word.pos == "VERB" and word.morph.get("VerbForm") != "Fin" and word.dep in ("acl", "amod", "nmod")
        return word.pos in PHRASE or described

    def _is_governed(self, place: int, first: int) -> bool:
        """Whether a preposition stands before a noun and what goes with it."""
        words, at = self._nearby.tokens, place
        while at > first and words[at - 1].pos in OPENS and words[at - 1].dep != "case":
            at -= 1
        return at > 0 and words[at].index > 0 and (words[at - 1].pos == "ADP" or words[at - 1].dep == "case")
