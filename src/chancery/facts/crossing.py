"""Where words go over into another clause, a sentence, a heading's text or a credit: "12 villes du pays |adoptent|", "tués |et neuf ont fui|"."""

from chancery.analysis import Token
from chancery.facts.clause_ends import QUOTES
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

GROUP = ("ADV", "PRON", "PART")
"""What stands before a verb and goes with it."""
DESCRIBING = ("amod", "nmod", "flat", "appos")
"""How what is no verb hangs on a noun, whatever it is taken for."""
BACK = 8
"""Words before a conjunction among which another number stands, or "entre"."""
BEFORE = ("DET", "ADJ", "ADV", "NUM")
"""What stands between a conjunction and its noun."""


class Crossing:
    """The ends of the clauses that the figures of one document stand in."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting, self._near = nearby, restricting, Onward(nearby, pack)
        numbers = pack.words("numbers")
        lists, told = numbers["agreeing"], numbers["told"]
        which = (told["lesquels"], told["auxquels"], told["desquels"])
        self._which = frozenset(told["lesquels"].values())
        self._opening = frozenset((*lists["opening"], *(word for words in which for word in words.values())))
        self._starters = frozenset(pack.words("layout")["starters"])
        self._joining, self._they, self._one = frozenset(lists["joining"]), frozenset(lists["subjects"]), frozenset(lists["one"])
        self._present, self._doing = str(lists["present"]), tuple(lists["doing"])
        self._numbers = frozenset(numbers["spelled"]["first"])
        self._half: str = numbers["ranges"]["between"]

    def at(self, first: int, last: int, ahead: list[str]) -> int:
        """The index of the first word of another clause, of those between two indices behind the words `ahead`; the second index where none is."""
        opened, told, joined, opener = sum(word.lower() in self._opening for word in ahead), False, False, first
        quoted = -1
        for at in range(first, last):
            token = self._nearby.tokens[at]
            if at <= quoted:
                continue
            if token.text in QUOTES:
                quoted = next((place for place in range(at + 1, last) if self._nearby.tokens[place].text in QUOTES), last)
                if self._is_name(at + 1, quoted):
                    continue
                return last
            if at > first and (self._begins(at) or (token.text.lower() in self._joining and self._goes_over(at, first, last, opened))):
                return opener if opened > 0 else at
            joined = joined or token.pos == "CCONJ" or token.text == ","
            if self._opens(token):
                opened, opener = opened + 1, at - (at > first and self._nearby.tokens[at - 1].pos == "ADP")
            elif self._is_verb(token):
                if opened <= 0 and not joined and (not told or token.pos == "AUX"):
                    return self._group(first, at)
                opened, told, joined = opened - 1, True, False
        return last

    def before(self, ahead: list[str]) -> str:
        """The words without a clause that they open and that ends right behind them: "villes |dans lesquelles les|"."""
        at = next((at for at, word in enumerate(ahead) if at and word.lower() in self._opening), len(ahead))
        at -= at < len(ahead) and ahead[at].lower() in self._which
        return " ".join(ahead[:at]).rstrip(",")

    def _opens(self, token: Token) -> bool:
        return token.pos == "SCONJ" or token.morph.get("PronType") == "Rel" or token.text.lower() in self._opening

    def _is_verb(self, token: Token) -> bool:
        """Whether a word is a finite verb, though some are taken for present participles, and some nouns for verbs."""
        if token.pos == "VERB" and token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Pres":
            return token.text.endswith(self._present) and not token.text.endswith(self._doing)
        return is_finite(token) and token.text.islower() and (token.morph.get("Number") == "Plur" or not token.dep.startswith(DESCRIBING))

    def _group(self, first: int, at: int) -> int:
        """The index of the first word that goes with the verb at an index: "ne", "y", "déjà"."""
        verb = self._nearby.tokens[at]
        verb = verb.head if verb.dep.startswith(("aux", "cop")) else verb
        while at > first + 1 and self._nearby.tokens[at - 1].pos in GROUP and self._nearby.tokens[at - 1].head is verb:
            at -= 1
        return at

    def _begins(self, at: int) -> bool:
        """Whether a sentence begins there without a mark before it: "retrouvés |Le faussaire|", behind a heading."""
        before, token = self._nearby.tokens[at - 1 : at + 1]
        if token.text not in self._starters:
            return False
        name, following = self._nearby.mention_before(token.start), self._nearby.tokens[at + 1 : at + 2]
        named = name is not None and name.span.contains(token.span) and bool(following) and following[0].text[0].isupper()
        return not named and before.text[-1].isalnum() and self._near.is_in_line(at) and before.pos not in ("DET", "ADP")

    def _goes_over(self, at: int, first: int, last: int, opened: int) -> bool:
        """Whether "et" joins another count there, a subject of its own, or a noun that is cut off."""
        place, before = at + 1, self._nearby.tokens[max(first, at - BACK) : at]
        if place >= last or any(word.text.lower() == self._half for word in before):
            return False  # "entre 10 et 12 ans"
        opens = self._nearby.tokens[place]
        if opens.pos == "PRON" and opens.text.lower() in self._they:
            return True
        number = self._is_number(opens)
        counted = opens.pos == "NUM" and not self._restricting.is_timed(opens) and not any(self._is_number(word) for word in before)
        if counted or (opens.text.lower() in self._one and self._is_put(place + 1)):
            return True
        end = next((end for end in range(place, last) if self._nearby.tokens[end].pos not in BEFORE), last)
        if opens.pos == "DET" and end == last:
            return True  # "et l'unique"
        return (opens.pos == "DET" or number) and opened <= 0 and self._has_verb(last)

    def _is_name(self, first: int, last: int) -> bool:
        """Whether what stands in quotes has no verb: "Renouveau"."""
        return last < len(self._nearby.tokens) and not any(token.pos in ("VERB", "AUX") for token in self._nearby.tokens[first:last])

    def _is_number(self, token: Token) -> bool:
        return token.pos == "NUM" or token.text.isdecimal() or token.text.lower() in self._numbers

    def _is_put(self, at: int) -> bool:
        """Whether a preposition stands there: "et une |en Autriche|"."""
        return self._near.is_in_line(at) and self._nearby.tokens[at].pos == "ADP"

    def _has_verb(self, last: int) -> bool:
        """Whether a finite verb stands right behind, with what goes before it."""
        place = last
        while self._near.is_in_line(place) and self._nearby.tokens[place].pos in GROUP and not self._opens(self._nearby.tokens[place]):
            place += 1
        return self._near.is_in_line(place) and is_finite(self._nearby.tokens[place])


def is_finite(token: Token) -> bool:
    """Whether a word is a verb with a person and tense."""
    return token.morph.get("VerbForm") == "Fin" and token.pos in ("VERB", "AUX")
