"""Whose the debt, budget, sales or growth is that a sum or share tells of: by its noun's own words, or those of what it changes."""

from collections.abc import Callable

from chancery.analysis import Token
from chancery.analysis.clauses import complements
from chancery.facts.disowned import Disowned
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.facts.receiving import Receiving
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack

Described = Callable[[Token], tuple[str, ...]]


class OwnedSums:
    """The owners of what the sums and shares of one document tell of."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, topics: Topics, receiving: Receiving, described: Described, pack: Pack) -> None:
        """`described`: whom an adjective names."""
        self._who, self._spoken, self._topics, self._receiving, self._described_by = who, spoken, topics, receiving, described
        self._disowned = Disowned(nearby, who, pack)
        lists = pack.words("numbers")
        self._results, self._bare = frozenset(lists["whose"]["results"]), frozenset(lists["disowned"]["bare"])
        self._changes = frozenset(lists["shares"]["change_nouns"])

    def of(self, noun: Token | None) -> tuple[str, ...]:
        """Whose it is: "une aide américaine de 3 milliards"."""
        if noun is None:
            return ()
        nouns = (noun, *noun.all("nmod"))  # "la révélation de son salaire"
        possessor = self._topics.possessor(nouns) or self._spoken.possessor(nouns)
        if self._disowned.is_left(noun):
            return possessor
        owner = self._who.owner(noun, bare=False, acting=True) or possessor or self._results_of(noun)
        return owner or self._receiving.owner(noun) or self._spoken.for_whom(noun) or self._by_complement(noun)

    def _by_complement(self, noun: Token) -> tuple[str, ...]:
        """By what describes a bare complement: "un plan de relance elbonien"; of a change, whose that is: "le recul des ventes elboniennes"."""
        parts = [part for part in complements(noun, "de") if part.start > noun.start]
        bare = [part for part in parts if any(case.text.lower() in self._bare for case in part.all("case"))]
        described = (found for part in bare for child in part.all("amod") if (found := self._described_by(child)))
        changed = parts if noun.lemma.lower() in self._changes else ()
        return next(described, ()) or next((found for part in changed if (found := self.of(part))), ())

    def _results_of(self, noun: Token) -> tuple[str, ...]:
        """Whose gain or loss it is: "un bénéfice de 6 millions d'euros pour la société Untel"."""
        if noun.lemma.lower() not in self._results:
            return ()
        parts = (*complements(noun, "pour"), *(part for child in noun.all("nmod") for part in complements(child, "pour")))
        return next((found for part in parts if (found := self._who.own(part)) and not found[0].startswith("person:")), ())
