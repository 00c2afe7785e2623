"""How many may gather: "interdit de se réunir à plus de six personnes"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated
from chancery.facts.listed import Listed
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby
from chancery.languages import Pack


class Gathered:
    """The gatherings of one document of which only the size is told."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, lists = nearby, pack.words("numbers")["governed"]
        self._names: dict[str, str] = lists["gathering"]
        self._gathering, self._banning = Listed(self._names, pack), Listed(lists["banning"], pack)
        self._bans, self._to = frozenset(lists["bans"]), frozenset(lists["to"])
        self._limit, self._of = lists["limit"], pack.words("numbers")["shares"]["opened"]["les"]

    def limit(self, quantity: Quantity, noun: Token) -> str:
        """ "Limite des réunions", of "il est interdit de se réunir à plus de six personnes"; empty where nothing is banned."""
        role = outermost(quantity, noun)
        verb = role.head.head if role.head.pos == "ADV" else role.head
        name = self._names.get(self._gathering.verb(verb) or "")
        at = self._nearby.at(quantity.span.start)
        opened = at > 0 and self._nearby.tokens[at - 1].text.lower() in self._to
        if not name or not opened or quantity.bound is None or verb.morph.get("VerbForm") != "Inf" or is_negated(verb):
            return ""
        ban = verb.head
        banned = self._banning.verb(ban) is not None or ban.lemma.lower() in self._bans
        return f"{self._limit} {self._of} {name}" if banned and ban.start < verb.start and not is_negated(ban) else ""
