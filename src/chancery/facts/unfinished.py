"""What verbs at the end of what is counted are not told without: "qui ont demandé à la ville |de suspendre la taxe|"."""

from chancery.analysis import Token
from chancery.analysis.clauses import predicate
from chancery.facts.constituents import NEEDED, Constituents
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

MOST = 14
"""Words of a clause or participle with what belongs to it."""
FEW = 9
"""Words of a complement, and of what "et" joins."""
GROUP = 6
"""Words among which an infinitive stands behind its preposition, or a noun behind what opens it."""
AHEAD = ("amod", "det", "case", "mark")
"""How a word hangs on the one behind it that it opens."""


class Unfinished:
    """The clauses of one document that go on behind an index."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        numbers = pack.words("numbers")
        lists, bare = numbers["finished"], numbers["bare"]
        self._of = frozenset((*bare["of"], *bare["of_the"]))
        self._relative, self._kin, self._parts = str(numbers["told"]["whose"]), frozenset(lists["kin"]), frozenset(lists["parts"])

    def end(self, last: int, held: frozenset[int], own: frozenset[int], evidence: Span) -> int:
        """The index behind what the clause needs; the index itself where it needs nothing.

        `held` are the places of the words before it, `own` those of the figure.
        """
        ends = (self._infinitive(last, held, own), self._unfinished(last, own), self._whose(last, own, evidence))
        return next((end for end in ends if end > last), last)

    def opened(self, last: int) -> int:
        """The index behind what a word opens that stands before an index: "qui ont été |nommés|", "dans toute |la ville|"; no day."""
        word, head = self._nearby.tokens[last - 1], self._nearby.tokens[last - 1].head
        joins = last > 1 and self._nearby.tokens[last - 2].pos == "CCONJ"  # "et à chaque fois": what goes on there is not theirs
        near = not joins and 0 <= self._nearby.at(head.start) - last < GROUP and not self._restricting.is_timed(head)
        return self._constituents.end(last, head, MOST) if near and self._near.is_in_line(last) and opens(word) else last

    def _infinitive(self, last: int, held: frozenset[int], own: frozenset[int]) -> int:
        """ "Qui ont demandé à la ville |de suspendre la taxe|": what a verb, or a noun that is not counted, is not told without."""
        case = self._nearby.tokens[last]
        group = self._nearby.tokens[last + 1 : last + GROUP]
        verb = next((token for token in group if token.pos not in ("PRON", "PART", "ADV")), None)
        if case.pos != "ADP" or verb is None or verb.morph.get("VerbForm") != "Inf" or not self._near.is_in_line(last + 1):
            return last
        governor = verb.head
        needed = verb.dep.partition(":")[0] in ("xcomp", "ccomp", "obj") and governor.pos in ("VERB", "ADJ")
        tied = verb.dep.startswith("acl") and governor.pos == "NOUN" and governor.start not in own and self._near.text(last) in self._of
        return self._constituents.end(last, verb, MOST) if governor.start in held and (needed or tied) else last

    def _unfinished(self, last: int, own: frozenset[int]) -> int:
        """ "Qu'il s'était rendu |chez ses parents|": what the verb at the end is not told without."""
        verb = self._nearby.tokens[last - 1]
        if verb.pos != "VERB" or verb.start in own:
            return last
        behind = [child for child in verb.children if child.start > verb.start and not self._restricting.is_timed(child)]
        itself = any(child.dep.startswith("expl") for child in verb.children) and any(child.dep.startswith("obl") for child in behind)
        needs = itself or any(child.dep in NEEDED for child in behind)
        return max(last, self._constituents.end(last - 1, verb, MOST)) if needs and not self._restricting.begins_anew(last) else last

    def _whose(self, last: int, own: frozenset[int], evidence: Span) -> int:
        """ "Familles |dont les fils sont partis|", not "personnes |dont des femmes|", nor "un pays de 3 millions d'habitants dont le roi"."""
        if (
            self._near.text(self._nearby.at(evidence.start) - 1) in self._of
            or self._nearby.tokens[last - 1].start not in own
            or self._near.text(last) != self._relative
        ):
            return last
        article, noun = self._nearby.tokens[last + 1 : last + 3] if self._near.is_in_line(last + 2) else (None, None)
        if noun is None or article is None or article.pos != "DET" or noun.pos != "NOUN" or noun.text.lower() in self._parts:
            return last
        if article.morph.get("Definite") != "Def" and noun.text.lower() not in self._kin:
            return last
        finite = self._near.finite(last + 3, last + FEW)
        verb = predicate(finite) if finite is not None else None
        return self._constituents.end(last, verb, MOST) if verb is not None else last


def opens(word: Token) -> bool:
    """Whether a word means nothing without the one behind it: an auxiliary, an article, a preposition, an adjective before its noun."""
    return word.head.start > word.start and (word.pos == "AUX" or word.dep in AHEAD)
