"""How many may gather, or are there: "interdit de se réunir à plus de neuf personnes", "en présence de 50 personnes"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated
from chancery.facts.listed import Listed
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

BACK, SET = 3, 2
"""Words between a ban and what it bans; words of "en présence"."""


class Gathered:
    """The gatherings of one document of which only the size is told."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, lists = nearby, pack.words("numbers")["governed"]
        self._names: dict[str, str] = lists["gathering"]
        self._gathering, self._banning = Listed(self._names, pack), Listed(lists["banning"], pack)
        self._bans, self._to = frozenset(lists["bans"]), frozenset(lists["to"])
        self._attending, self._there = str(lists["attending"]), dict[str, dict[str, str]](lists["there"])
        self._joining = frozenset(pack.words("numbers")["bare"]["of"])
        self._limit, self._of = lists["limit"], pack.words("numbers")["shares"]["opened"]["les"]

    def limit(self, quantity: Quantity, noun: Token) -> str:
        """ "Limite des réunions", of "il est interdit de se réunir à plus de neuf personnes"; empty where nothing is banned."""
        role = outermost(quantity, noun)
        verb = role.head.head if role.head.pos == "ADV" else role.head
        name = self._names.get(self._gathering.verb(verb) or "")
        at = self._nearby.at(quantity.span.start)
        opened = at > 0 and self._nearby.tokens[at - 1].text.lower() in self._to
        if not name or not opened or quantity.bound is None or verb.morph.get("VerbForm") != "Inf" or is_negated(verb):
            return ""
        place = self._nearby.at(verb.start)
        bans = (verb.head, *self._nearby.tokens[max(0, place - BACK) : place])  # "l'|interdiction| de se réunir", whatever the parser hangs it on
        banned = (ban for ban in bans if ban.start < verb.start and (self._banning.verb(ban) is not None or ban.lemma.lower() in self._bans))
        return f"{self._limit} {self._of} {name}" if any(not is_negated(ban) for ban in banned) else ""

    def present(self, quantity: Quantity, noun: Token) -> str:
        """ "Présentes", of "en présence de 50 personnes"; empty for others."""
        at = self._nearby.at(quantity.span.start)
        at -= at > 0 and self._nearby.tokens[at - 1].text.lower() in self._joining
        there = at >= SET and self._nearby.words(at - SET, at).lower() == self._attending
        many = "one" if quantity.value == 1 else "many"
        return self._there[many].get(noun.morph.get("Gender", ""), "") if there else ""
