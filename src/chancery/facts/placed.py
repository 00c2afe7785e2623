"""Where, or as what, a verb puts what it handles: "agents envoyés sur le front", "villes placées en alerte", which "placées" alone does not tell."""

from chancery.analysis import Token
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

NOMINAL = ("NOUN", "PROPN", "ADJ", "PRON")


class Placed:
    """The complements that the verbs of one document need behind their objects."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists = pack.words("numbers")["predicated"]["placing"]
        self._placing, self._into = Listed((*lists["verbs"], *lists["waiting"]), pack), frozenset(lists["into"])
        self._waiting, self._marks = Listed(lists["waiting"], pack), Listed(pack.words("numbers")["levels"]["passing"], pack)
        self._articles = frozenset(pack.words("numbers")["limits"]["articles"])
        restricted = pack.words("numbers")["restricting"]
        self._until, self._world = frozenset(lists["until"]), frozenset(restricted["world"])
        self._needing = Listed(lists["needing"], pack)

    def words(self, verb: Token, noun: Token, end: int) -> str:
        """The complement, right behind the noun that ends at a place, or behind what goes with it: "en alerte"; empty where none is needed."""
        at = self._placing.verb(verb) is not None and self._opening(verb, noun, end)
        last = self._restricting.clause(at) if at else 0
        last = next((place for place in range(at + 1, last) if self._nearby.tokens[place].text.lower() in self._until), last)
        return self._nearby.words(at, last) if at and last > at + 1 else ""

    def is_waited_for(self, verb: Token) -> bool:
        """Whether a participle says nothing without it: "mis", "qualifiés"."""
        return self._waiting.verb(verb) is not None or self._needing.verb(verb) is not None

    def is_mark(self, verb: Token, quantity_start: int) -> bool:
        """Whether a verb only goes past a number: "a passé les 300 morts"."""
        at = self._nearby.at(quantity_start)
        articles = (token.text.lower() in self._articles for token in self._nearby.tokens[max(0, at - 1) : at + 1])
        return self._marks.verb(verb) is not None and any(articles)

    def _opening(self, verb: Token, noun: Token, end: int) -> int:
        """The index of the preposition; 0 for none."""
        at = self._nearby.at(end)
        if self._opens(at):
            return at
        behind = (part.subtree()[0] for part in verb.all("obl", "xcomp") if part.start >= end)
        first = next((part for part in behind if part.start >= end), None)
        place = self._nearby.at(first.start) if first is not None else at
        own = set(noun.subtree())
        between = self._nearby.tokens[at:place]
        plain = all(token in own or self._restricting.is_timed(token) for token in between) and not any(token.pos == "PUNCT" for token in between)
        return place if place > at and plain and self._opens(place) else 0

    def _opens(self, at: int) -> bool:
        """Whether a preposition of those stands there with a noun that is no time."""
        pair = self._nearby.tokens[at : at + 3]
        opens = len(pair) > 1 and pair[0].index > 0 and pair[0].text.lower() in self._into and pair[0].pos == "ADP"
        noun = next((token for token in pair[1:] if token.pos not in ("DET", "ADP")), None)
        opens = opens and noun is not None and noun.text.lower() not in self._world  # "dans le monde" tells where
        named = noun is not None and (noun.pos in NOMINAL or (noun.pos == "NUM" and noun.text.isalpha()))  # "en quarantaine"
        return opens and noun is not None and named and not any(map(self._restricting.is_timed, pair[1 : pair.index(noun) + 1]))
