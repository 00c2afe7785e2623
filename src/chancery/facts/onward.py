"""The words around what is counted, one by one: the finite verb behind it, what stands right before it."""

from chancery.analysis import Token
from chancery.facts.clause_ends import QUOTES
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

FARTHEST = 24
"""Words from a noun to the verb that it is the subject of."""


class Onward:
    """Look-up, from a place on, over the words of one document."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        numbers = pack.words("numbers")
        self._ne, self._parts = frozenset(numbers["predicated"]["ne"]), frozenset(numbers["whose"]["parts"])
        self._and = frozenset(numbers["restricting"]["joining"])
        self._ranging = frozenset((*numbers["predicated"]["ranging"], *numbers["told"]["ranging"]))

    def finite(self, first: int, last: int) -> Token | None:
        """The first finite verb between two indices, in the clause that the words before them stand in."""
        place = first
        while place < min(last, len(self._nearby.tokens)):
            token = self._nearby.tokens[place]
            if token.text in (",", "(", "-") and (behind := self._past_aside(place)):
                place = behind
                continue
            if not self.is_in_line(place) or token.text in (";", ":", ".", "?", "!", ")"):
                return None
            if token.morph.get("VerbForm") == "Fin" and token.pos in ("AUX", "VERB"):
                return token
            if token.text.lower() in self._parts and self._nearby.tokens[place + 1].pos == "NUM":
                place += 2  # "huit personnes dont six Français ont été tuées"
                while self.is_in_line(place) and self._nearby.tokens[place].pos in ("NOUN", "ADJ", "PROPN"):
                    place += 1
                continue
            subject_too = token.dep.startswith("nsubj") and not self.is_joined(token)
            if token.text == "," or token.pos == "SCONJ" or token.morph.get("PronType") == "Rel" or subject_too:
                return None
            place += 1
        return None

    def _past_aside(self, at: int) -> int:
        """The index of the verb behind the aside that a comma there opens; 0 where it opens none. Only a relative clause in it has a verb."""
        opens = self._nearby.tokens[at + 1 : at + 3]
        relative = any(token.morph.get("PronType") == "Rel" for token in (opens if opens and opens[0].text in QUOTES else opens[:1]))
        for place in range(at + 1, min(at + FARTHEST, len(self._nearby.tokens) - 1)):
            token = self._nearby.tokens[place]
            finite = token.morph.get("VerbForm") == "Fin" and token.pos in ("AUX", "VERB")
            if not self.is_in_line(place) or token.text in ".;:?!" or (finite and not relative):
                return 0
            if token.text in (",", ")", "-"):
                group = self._nearby.tokens[place + 1 : place + 4]
                verb = next((word for word in group if word.pos not in ("PRON", "PART", "ADV")), None)
                if verb is not None and verb.morph.get("VerbForm") == "Fin" and verb.pos in ("AUX", "VERB") and place > at + 1:
                    return place + 1
        return 0

    def is_joined(self, token: Token) -> bool:
        """Whether "et" stands right before a word, or before its article."""
        at = self._nearby.at(token.start) - 1
        at -= at > 0 and self._nearby.tokens[at].pos == "DET" and self._nearby.tokens[at].morph.get("Definite") == "Ind"
        return self.text(at) in self._and

    def is_part(self, token: Token) -> bool:
        """Whether a word is a part of those before it: "huit personnes dont six Français"."""
        at = self._nearby.at(token.start)
        return self.text(at - 2) in self._parts and self._nearby.tokens[at - 1].pos == "NUM"

    def ranges(self, at: int) -> int:
        """How many words up to one there only say how many or how often: "environ", "au total"."""
        if self.text(at) in self._ranging:
            return 1
        return 2 if f"{self.text(at - 1)} {self.text(at)}" in self._ranging else 0

    def goes_with_verb(self, at: int) -> bool:
        """Whether a word before a verb belongs to it: "se", "ne", "en"."""
        token = self._nearby.tokens[at]
        return token.text.lower() in self._ne or (token.pos in ("PRON", "PART") and token.morph.get("PronType") != "Rel")

    def reports(self, verb: Token) -> bool:
        """Whether a verb behind a comma tells but who says what stands before it: '"30 marins sont à bord", ont indiqué les autorités'."""
        helpers = verb.all("aux", "cop")
        first = min((token.start for token in (verb, *helpers)), default=verb.start)
        return verb.dep.startswith("parataxis") and self.text(self._nearby.at(first) - 1) == ","

    def text(self, at: int) -> str:
        """The word there, in lower case; empty where there is none."""
        return self._nearby.tokens[at].text.lower() if 0 <= at < len(self._nearby.tokens) else ""

    def is_in_line(self, at: int) -> bool:
        """Whether the word there stands in the sentence and on the line of the one before it."""
        tokens = self._nearby.tokens
        return 0 < at < len(tokens) and tokens[at].index > 0 and "\n" not in self._nearby.text[tokens[at - 1].end : tokens[at].start]
