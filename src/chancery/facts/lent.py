"""The day that the rest of its sentence lends an act: of the verb it goes on with, or of the words that open the sentence."""

import re
from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.clauses import is_clausal, preposition
from chancery.analysis.inflection import tense
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

FARTHEST = 3
"""Verbs that one after the other lend a day."""
LOOSE = ("advcl", "acl", "conj", "xcomp")
"""How a participle hangs on the verb that it goes on with."""


def lenders(head: Token, sharing: frozenset[str]) -> Iterator[Token]:
    """The verbs that put an act on their day, from the nearest: `a parlé lundi et promis`, `a parlé mardi, dénonçant`, `a dit mardi vouloir`.

    A noun takes part in what its verb tells behind the prepositions `sharing`: `a répondu mardi avec des menaces`.
    """
    if head.pos == "NOUN" and head.head is not head and preposition(head) in sharing and is_clausal(head.head):
        head = head.head
        yield head
    for _ in range(FARTHEST):
        above = _lender(head)
        if above is None:
            return
        head = above
        yield head


def _lender(head: Token) -> Token | None:
    """The verb that one goes on with; what another clause says of its own is not shared."""
    relation, when = head.dep.partition(":")[0], tense(head)
    joined = relation == "conj" and when in ("past", "pluperfect", "participle")
    going_on = head.morph.get("VerbForm") == "Part" and head.morph.get("Tense") == "Pres" and head.child("aux") is None and relation in LOOSE
    if not (joined or going_on or (relation == "xcomp" and when == "infinitive")):
        return None
    above = head.head
    reported = going_on and relation == "conj" and above.dep.startswith("ccomp")  # `affirmant que X ment et |dénonçant|`
    while above.head is not above and (not is_clausal(above) or (reported and above.dep.startswith("ccomp"))):
        above = above.head
    apart = joined and (above.child("mark") is not None or above.dep == "acl:relcl")
    return above if is_clausal(above) and above is not head and not apart else None


class Openings:
    """The words that open a sentence before its first comma, by the list `told` of the pack's `times.toml`."""

    def __init__(self, pack: Pack) -> None:
        lists = pack.words("times")["told"]
        self._telling = frozenset((*lists["telling"], *lists["posted"]))
        self._away = re.compile(rf"(?<!\w){either(lists['behind'])}(?!\w)", re.IGNORECASE)
        self.sharing = frozenset(lists["sharing"])
        self._of = re.compile(rf"(?<!\w){either(lists['of'])}\s*$", re.IGNORECASE)

    def of(self, verb: Token) -> Span | None:
        """The opening before the main verb of a sentence, if nothing in it is a clause of its own: `Invité mardi de la radio, |X a dit|`."""
        if verb.head is not verb:
            return None
        tokens = verb.subtree()
        end = next((index for index, token in enumerate(tokens) if token.text == "," and token.start < verb.start), 0)
        opening = tokens[:end]
        if not opening or any(self._is_clause(token) for token in opening):
            return None
        return Span(opening[0].start, opening[-1].end)

    def _is_clause(self, token: Token) -> bool:
        return token.pos in ("VERB", "AUX") and token.lemma not in self._telling

    def dates(self, before: str) -> bool:
        """Whether a day behind these words of an opening is that of what is told: not `après la grève de |lundi|`."""
        return not self._away.search(before) and not self._of.search(before)
