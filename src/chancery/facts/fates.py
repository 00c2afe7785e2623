"""What a part of those counted shares with them: of "40 passagers ont été tués, dont trois Belges", the Belgians were killed, too."""

from chancery.analysis import Quantity
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

STOPS = frozenset(".;:!?\n")

MOST = 3
"""Words of a part with its adjectives: "2.400 soldats américains"."""


class Fates:
    """The parts of counts in one document."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        lists = pack.words("numbers")
        self._nearby = nearby
        self._parts = frozenset(lists["whose"]["parts"])
        self._fates: dict[str, str] = lists["predicated"]["fates"]
        self._bare = frozenset(pack.words("numbers")["restricting"]["bare"])
        self._of = frozenset((*lists["bare"]["of"], *lists["bare"]["of_the"]))
        self._relative = lists["predicated"]["relative"]

    def _is_told(self, counted: str) -> bool:
        """Whether a part says so itself, or has more to tell: "dont trois blessés graves", "dont trois élus de la ville"."""
        words = counted.lower().split()
        return any(word in self._fates or word in self._bare or word in self._of for word in words)

    def of_part(self, quantity: Quantity, counted: str, before: Figure | None) -> str:
        """What has become of the whole, as words behind the noun of its part; empty if nothing is told or the part says so itself."""
        if before is None or not before.what or before.unit != quantity.unit or len(counted.split()) > MOST or self._is_told(counted):
            return ""
        between = self._nearby.text[before.evidence.end : quantity.span.start].lower()
        if STOPS & set(between) or not between.split() or between.split()[-1] not in self._parts:
            return ""
        words = before.what.split()
        if len(counted.split()) > 1 and words[0].lower() not in self._fates:
            return ""
        if (told := self._fates.get(words[0].lower())) is not None:
            return told
        if self._relative in words:
            return before.what[before.what.index(f" {self._relative} ") + 1 :] if f" {self._relative} " in before.what else ""
        if len(words) > 2 and words[1].lower() in self._bare:
            return " ".join(words[1:])  # "300 personnes sans abri, dont 20 enfants"
        return next((told for word in words[1:] if (told := self._fates.get(word.lower()))), "")
