"""What those counted are seen or left to do or to be: "a vu 300 élèves descendre dans la rue", "laissant 300 parents dans l'incertitude"."""

from chancery.analysis import Quantity, Token
from chancery.facts.constituents import Constituents
from chancery.facts.handled import Handled
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle, present_participle

MOST = 12
"""Words of what they do."""


class Seen:
    """The objects of one document that are told of by an infinitive or a complement of their own."""

    def __init__(self, nearby: Nearby, restricting: Restricting, handled: Handled, pack: Pack) -> None:
        self._nearby, self._restricting, self._handled, self._pack = nearby, restricting, handled, pack
        self._constituents = Constituents(nearby, restricting)
        numbers = pack.words("numbers")
        lists = numbers["predicated"]
        self._perceiving, self._leaving = Listed(lists["perceiving"], pack), Listed([lists["leaving"]["verb"]], pack)
        self._left: str = lists["leaving"]["verb"]
        self._into, self._oneself = frozenset(lists["leaving"]["in"]), frozenset(numbers["whose"]["oneself"])

    def what(self, quantity: Quantity, noun: Token, end: int, *, many: bool) -> str:
        """ "Descendant dans la rue", "laissés dans l'incertitude"; empty where no verb that sees or leaves stands before them."""
        verb = self._handled.verb_before(quantity)
        if verb is None or self._perceiving.verb(verb) is None or self._handled.is_denied(verb) or self._has_other(verb, quantity):
            return ""
        at = self._nearby.at(end)
        return self._does(at) or (self._left_in(quantity, noun, at, many=many) if self._leaving.verb(verb) else "")

    def _has_other(self, verb: Token, quantity: Quantity) -> bool:
        """Whether another object of the verb stands before the number."""
        return any(part.end <= quantity.span.start and not self._restricting.is_timed(part) for part in verb.all("obj"))

    def _does(self, at: int) -> str:
        """The present participle of the infinitive right behind, with what goes with it."""
        tokens = self._nearby.tokens[at : at + 2]
        clitic = len(tokens) > 1 and tokens[0].text.lower() in self._oneself
        verb = tokens[1] if clitic else next(iter(tokens), None)
        if verb is None or not verb.index or verb.morph.get("VerbForm") != "Inf":
            return ""
        done = present_participle(verb.text.lower(), self._pack)
        said = self._constituents.words(at, verb, MOST) if done else ""
        return f"{self._nearby.text[tokens[0].start : verb.start]}{done}{said[verb.end - tokens[0].start :]}" if said else ""

    def _left_in(self, quantity: Quantity, noun: Token, at: int, *, many: bool) -> str:
        """The participle, with the preposition right behind and its noun."""
        opens = next(iter(self._nearby.tokens[at : at + 1]), None)
        if opens is None or not opens.index or opens.text.lower() not in self._into or self._restricting.is_timed(opens):
            return ""
        done = past_participle(self._left, self._pack, feminine=self._handled.is_feminine(quantity, noun), plural=many)
        last = self._restricting.clause(at)
        return f"{done} {self._nearby.words(at, last)}" if done and last > at + 1 else ""
