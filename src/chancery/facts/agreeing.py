"""What is counted, cut before words that agree with another noun: "un immeuble de 15 étages |entouré de jardins|", "12 villes |qui a fui|"."""

from dataclasses import replace

from chancery.analysis import Token
from chancery.facts.clause_ends import QUOTES
from chancery.facts.crossing import GROUP, Crossing, is_finite
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.facts.tails import Tails
from chancery.languages import Pack

NOUNS = ("NOUN", "PROPN")
SINGLE = ("NOUN", "PROPN", "PRON", "NUM")
"""What a word in the singular may go with."""
MANY = ("s", "x", "z")
"""How words in the plural end, and some in the singular."""
BACK = 6
"""Words before so many among which the noun stands that they are of."""
PHRASE = ("NOUN", "ADJ", "PROPN")
"""Of what a noun with its adjectives and its name in quotes is made."""
APOSTROPHES = ("'", "’")


class Agreeing:
    """The ends of what the figures of one document count, by number."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._tails, self._crossing = nearby, Tails(nearby), Crossing(nearby, restricting, pack)
        numbers = pack.words("numbers")
        lists = numbers["agreeing"]
        self._being, self._they = frozenset(lists["being"]), str(lists["they"])
        self._single = tuple(lists["single"])
        self._of, self._case, self._opened = (
            frozenset(numbers["bare"]["of"]),
            str(numbers["recalled"]["of"]),
            dict[str, str](numbers["shares"]["opened"]),
        )
        self._relative: str = numbers["predicated"]["relative"]

    def told(self, figure: Figure) -> Figure:
        """The figure with what it counts up to where its words agree with it."""
        place = self._tails.of(figure) if figure.what else None
        if place is None:
            return figure
        what, (first, last) = figure.what or "", place
        if self._nearby.tokens[first].start < figure.evidence.start:
            return figure  # who did it stands before: "abîmés par |le gel et la grêle|"
        ahead = what.removesuffix(self._nearby.words(first, last)).split()
        crossed, other = self._crossing.at(first, last, ahead), self._other_noun(first, last, ahead, figure)
        cut = min(crossed, other)
        if cut == last or not (ahead or cut > first):
            return figure
        kept = (self._crossing.before(ahead) if cut == first else self._without(what, cut, last)) or what
        bare = kept in figure.evidence.of(self._nearby.text)
        return replace(figure, what=f"{kept} {self._whole(figure, self._nearby.tokens[cut:last])}".rstrip() if bare else kept)

    def _whole(self, figure: Figure, told: list[Token]) -> str:
        """The noun before so many that the words agree with instead, as what they are of: "étages |d'un immeuble|"; empty where none does."""
        at = self._nearby.at(figure.evidence.start) - 1
        if at < 1 or self._nearby.tokens[at].text.lower() not in self._of:
            return ""
        row = self._nearby.tokens[max(0, at - BACK) : at]
        place = next((place for place in range(len(row) - 1, -1, -1) if row[place].pos not in PHRASE and row[place].text not in QUOTES), -1)
        noun = next((token for token in row[place + 1 :] if token.pos == "NOUN"), None)
        word = next((token for token in told if token.morph.get("VerbForm") in ("Part", "Fin") and token.pos == "VERB"), None)
        if place < 0 or noun is None or word is None or noun.morph.get("Number") != "Sing":
            return ""
        det, gender = row[place], noun.morph.get("Gender")
        if gender != word.morph.get("Gender", gender) or not (det.pos == "DET" or det.text.lower() in self._opened):
            return ""
        article = self._opened.get(det.text.lower(), f"{self._case} {det.text.lower()}")
        return f"{article}{'' if article.endswith(APOSTROPHES) else ' '}{self._nearby.words(at - len(row) + place + 1, at)}"

    def _without(self, what: str, cut: int, last: int) -> str:
        """The words without those between two indices, and without a pronoun that opened them."""
        kept = what.removesuffix(self._nearby.words(cut, last)).rstrip(" ,")
        return kept.removesuffix(f" {self._relative}").rstrip(" ,")

    def _other_noun(self, first: int, last: int, ahead: list[str], figure: Figure) -> int:
        """The index before a participle or clause for a single thing, where nothing before it is single."""
        noun = self._counted(figure, first)
        if noun is None or not all(self._is_many(word, noun) for word in ahead if word.lower() != self._relative):
            return last
        pronoun = last if self._relative in ahead else -1
        between = self._nearby.tokens[self._nearby.at(noun.end) : first]
        if any(token.morph.get("VerbForm") is not None for token in between):
            return last  # "300 actions ont été menée": that agrees with it, as it should
        for at in range(first, last):
            token = self._nearby.tokens[at]
            if token.text in QUOTES or token.text == ",":
                return last
            if pronoun < 0 and token.text.lower() == self._relative:
                pronoun = at
            elif token.pos == "SCONJ" or token.morph.get("VerbForm") == "Inf" or token.morph.get("PronType") == "Rel":
                return last
            elif is_finite(token):
                return (pronoun if pronoun < last else first) if pronoun >= 0 and self._is_one(token) else last
            elif pronoun < 0 and self._is_of_one(token):
                return self._begun(first, at)
            elif token is not noun and token.pos in SINGLE and pronoun < 0 and not self._is_many(token.text, noun):
                return last
        return last

    def _counted(self, figure: Figure, first: int) -> Token | None:
        """The noun that so many are counted of, where the words begin with it and it is surely more than one."""
        place = self._nearby.at(figure.evidence.start)
        word = (figure.what or "").split()[0]
        inside = self._nearby.tokens[place : max(self._nearby.at(figure.evidence.end), first) + 1]
        at = next((at for at, token in enumerate(inside) if token.text == word), None)
        if at is None or (figure.value or 0) < 2:
            return None
        one = any(token.pos in ("DET", "NOUN") and token.morph.get("Number") == "Sing" and not token.text.endswith(MANY) for token in inside[:at])
        noun = next((token for token in inside[at:] if token.pos in NOUNS or token.text == figure.unit), None)
        many = noun is not None and (noun.text.endswith(MANY) or noun.text == figure.unit)
        return noun if many and not one else None

    def _is_many(self, word: str, noun: Token) -> bool:
        return word == noun.text or word.endswith(MANY) or not word.islower()

    def _is_one(self, verb: Token) -> bool:
        """Whether a finite verb is of a single subject, by its own form."""
        return verb.morph.get("Number") == "Sing" and verb.morph.get("Person", "3") == "3" and not verb.text.endswith(self._they)

    def _is_of_one(self, token: Token) -> bool:
        """Whether a word is a participle for a single thing, by its own form: "entouré"."""
        past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past" and token.text.endswith(self._single)
        helpers = token.all("aux", "cop")
        tied = not helpers or any(helper.text.lower() in self._being for helper in helpers)
        return past and tied and token.pos != "AUX" and not token.dep.startswith(("aux", "cop"))

    def _begun(self, first: int, at: int) -> int:
        """The index of the first word that goes with the participle at an index: "ayant été peu touché"."""
        participle = self._nearby.tokens[at]
        while at > first and self._nearby.tokens[at - 1].head is participle and self._nearby.tokens[at - 1].pos in ("AUX", *GROUP):
            at -= 1
        return at
