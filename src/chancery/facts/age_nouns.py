"""The noun that an age hangs on, whatever the parser hangs it on."""

from chancery.analysis import Token
from chancery.analysis.units import units
from chancery.facts.nearby import Nearby
from chancery.languages import Pack


class AgeNouns:
    """The nouns of the ages in one document."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, numbers = nearby, pack.words("numbers")
        self._age, self._nobody = frozenset(numbers["ages"]["age"]), tuple(numbers["ages"]["nobody"])
        self._of, self._kin = frozenset(numbers["whereabouts"]["of"]), frozenset(numbers["whose"]["kin"])
        self._one_person = units(pack).one_person

    def of(self, head: Token) -> Token:
        """The noun that an age hangs on, past "âgé de"; the one that stands right before "de", if the parser hangs it on a verb."""
        found = head.head.head if head.head.dep.partition(":")[0] in ("amod", "acl") else head.head
        beside = self._beside(head)
        joined = beside is not None and beside.head is found and beside.dep == "conj"  # "sa femme et son fils de 4 ans"
        known = beside is not None and (joined or found.pos in ("VERB", "AUX"))
        found = beside if beside is not None and known else self._before_participle(head) or found
        return self.past_phrase(found)

    def past_phrase(self, noun: Token) -> Token:
        """The noun past a name of something that ends in a noun for a person: "un champion des droits de l'homme de 79 ans"."""
        at = self._nearby.at(noun.start)
        ends = any(self._nearby.words(max(0, at - words.count(" ") - 1), at + 1).lower().endswith(words) for words in self._nobody)
        return noun.head.head if ends and noun.head.head.pos == "NOUN" else noun

    def _before_participle(self, head: Token) -> Token | None:
        """The relative before the participle that an age hangs on, whatever the parser hangs that on: "il pleure son épouse, décédée à 55 ans"."""
        verb = head.head.head if head.head.lemma.lower() in self._age else head.head
        if verb.morph.get("VerbForm") != "Part" or verb.child("aux", "aux:tense", "aux:pass") is not None or verb.index < 2:
            return None
        at = self._nearby.at(verb.start)
        noun = self._nearby.tokens[at - 2] if self._nearby.tokens[at - 1].text == "," else self._nearby.tokens[at - 1]
        return noun if noun.text.lower() in self._kin and any(child.morph.get("Poss") == "Yes" for child in noun.all("det")) else None

    def _beside(self, head: Token) -> Token | None:
        """The noun before "de 28 ans", past its adjectives."""
        at = self._nearby.at(head.start)
        words = self._nearby.tokens[max(0, at - head.index) : at][::-1]
        while words and words[0].pos in ("NUM", "ADV"):
            words = words[1:]
        if len(words) < 2 or words[0].text.lower() not in self._of:
            return None
        noun = words[1].head if words[1].pos == "ADJ" and words[1].dep == "amod" else words[1]
        return noun if noun.pos == "NOUN" and self._one_person(noun.text) else None
