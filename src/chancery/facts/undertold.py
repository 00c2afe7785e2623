"""What its clause tells of what a figure counts, where the words for it end before the verb: "trains de nuit |supprimés|"."""

from dataclasses import replace
from itertools import takewhile

from chancery.analysis import Analysis, Quantity, Token
from chancery.analysis.clauses import own_subject, predicate
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.acted_on import ActedOn
from chancery.facts.clause_ends import QUOTES
from chancery.facts.constituents import Constituents
from chancery.facts.doing import Doing
from chancery.facts.fact import Figure
from chancery.facts.finished import paired
from chancery.facts.handled import handled
from chancery.facts.having_done import HavingDone
from chancery.facts.measured import Measured, leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.onward import Onward
from chancery.facts.over_inset import OverInset
from chancery.facts.restricting import Restricting
from chancery.facts.same_owner import head_of
from chancery.facts.shorn import Shorn
from chancery.languages import Pack
from chancery.span import Span

NEAR = 9
"""Code points from a figure to the noun that it counts: "de toute la "."""
LONGEST = 26
"""Words that are told in all."""
MOST = 9
"""Words behind an inset or a mark."""
FAR = 20
"""Words behind a figure among which the words for it end."""
BRACKET = 8
"""Words of a bracket with its marks, and one more."""
LEAST = 3
"""Words of a clause that is told only if none of them is an auxiliary."""


class Undertold:
    """The figures of one document whose clause tells more."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, analysis: Analysis, pack: Pack) -> None:
        self._nearby, self._measured, self._known = nearby, measured, units(pack)
        self._quantities = {quantity.span: quantity for quantity in analysis.quantities}
        self._near, self._constituents = Onward(nearby, pack), Constituents(nearby, restricting)
        verbs = handled(nearby, restricting, pack)
        self._doing, self._over_inset = Doing(nearby, restricting, verbs, pack), OverInset(nearby, self._constituents)
        self._acted_on, self._and = ActedOn(nearby, verbs, pack), pack.words("numbers")["restricting"]["joining"][0]
        self._shorn, self._having_done = Shorn(nearby, pack), HavingDone(nearby, self._constituents, pack)
        self._relative: str = pack.words("numbers")["predicated"]["relative"]

    def told(self, figure: Figure) -> Figure:
        """The figure, with what its clause tells of it."""
        quantity, what = self._quantities.get(figure.evidence), figure.what
        if quantity is None or not what:
            return figure
        said = self._more(figure) if self._relative in what.split() or self._is_done(figure) else self._said(figure, quantity)
        whole = f"{what} {said}" if said else self._besides(figure, quantity) or self._done_with(figure, quantity) or what
        whole = self._shorn.plain(paired(whole)) if whole != what else what
        return replace(figure, what=whole) if len(whole.split()) <= LONGEST else figure

    def _besides(self, figure: Figure, quantity: Quantity) -> str:
        """The words for those counted, which end in a clause, with what the verb behind says: "élus blessés, qui étaient là"; empty for none."""
        head, words = head_of(self._nearby, quantity), self._words(figure)
        if head is None or words is None or not self._is_counted(figure, quantity, head) or self._is_complement(quantity):
            return ""
        noun = next((token for token in self._nearby.inside(words) if token.pos in ("NOUN", "PROPN")), None)
        finite = self._near.finite(self._nearby.at(words.end), self._nearby.at(words.end) + FAR)
        role = leading(outermost(quantity, head))
        own = own_subject(predicate(finite)) if finite is not None else None
        between = self._nearby.inside(Span(words.end, finite.start)) if finite is not None and finite.start > words.end else []
        near = all(token.pos in ("ADP", "NUM") for token in between)  # "depuis le coup d'Etat |de 2014| ont disparu"
        if noun is None or finite is None or (own not in (noun, head, role) if own is not None else not near):
            return ""
        said, told = self._doing.what(quantity, role, noun, words.end), figure.what or ""
        if not said.startswith(f"{self._relative} "):
            return self._acted_on.told_behind(words, noun, said) if said else ""
        return f"{told} {self._and} {said}" if told.split()[1:].count(self._relative) == 1 else ""

    def _done_with(self, figure: Figure, quantity: Quantity) -> str:
        """The words for those counted, with what is done with them; empty where nothing is."""
        head, words = head_of(self._nearby, quantity), self._words(figure)
        counted = head is not None and words is not None and self._is_counted(figure, quantity, head)
        return self._acted_on.what(quantity, head, words) if head is not None and words is not None and counted else ""

    def _words(self, figure: Figure) -> Span | None:
        """Where the words for what it counts stand by the figure; None where they don't."""
        what = figure.what or ""
        start = self._nearby.text.find(what, figure.evidence.start, figure.evidence.end + NEAR + len(what))
        return Span(start, start + len(what)) if start >= 0 else None

    def _said(self, figure: Figure, quantity: Quantity) -> str:
        """What the verb behind the words for it tells; empty where they aren't its subject."""
        head, words = head_of(self._nearby, quantity), self._words(figure)
        if head is None or words is None or not self._is_counted(figure, quantity, head):
            return ""
        if having := self._having_done.what(words.end):
            return having
        if self._is_complement(quantity):
            return ""
        inside = self._nearby.inside(words)
        noun = next((token for token in inside if token.pos in ("NOUN", "PROPN")), None)
        if noun is None or inside[-1].end != words.end:
            return ""
        one = figure.unit in (SHARE, None) and noun.morph.get("Number") == "Sing"
        role = leading(outermost(quantity, head))
        end = self._past_bracket(words.end)
        said = self._doing.what(quantity, role, noun, end, many=False if one else None)
        return said if not said.startswith(f"{self._relative} ") or len(said.split()) > LEAST or self._is_simple(end, said) else ""

    def _is_simple(self, end: int, said: str) -> bool:
        """Whether a short clause has a verb without an auxiliary: "qui restent introuvables", not "qui ont fini"."""
        verb = self._near.finite(self._nearby.at(end), self._nearby.at(end) + FAR)
        return verb is not None and verb.pos == "VERB" and len(said.split()) == LEAST

    def _past_bracket(self, end: int) -> int:
        """Where a short bracket ends that opens behind a place: "45 élus |(+3)|"; else the place."""
        at = self._nearby.at(end)
        closed = next((place for place in range(at + 1, at + BRACKET) if self._near.text(place) == ")"), at) if self._near.text(at) == "(" else at
        return self._nearby.tokens[closed].end if closed > at else end

    def _is_counted(self, figure: Figure, quantity: Quantity, head: Token) -> bool:
        """Whether it is no sum, measure or age."""
        measured = figure.unit not in (SHARE, None) and self._measured.is_measured(quantity)
        return not measured and head.text.lower() not in self._known.age_nouns and figure.unit not in self._known.durations

    def _is_complement(self, quantity: Quantity) -> bool:
        """Whether a preposition stands before it, or before its article: "|des| 300 élus"."""
        at = self._nearby.at(quantity.span.start) - 1
        while at > 0 and self._nearby.tokens[at + 1].index and self._nearby.tokens[at].pos in ("DET", "ADV") and not self._opens(at):
            at -= 1
        return self._nearby.tokens[at + 1].index > 0 and self._opens(at)

    def _opens(self, at: int) -> bool:
        token = self._nearby.tokens[at]
        return token.pos == "ADP" or token.dep == "case"

    def _is_done(self, figure: Figure) -> bool:
        """Whether the words for it end in what its verb says."""
        verb = self._last(figure)
        return verb is not None and verb.child("aux") is not None

    def _last(self, figure: Figure) -> Token | None:
        """The verb behind the figure that the words for it end in."""
        at, last = self._nearby.at(figure.evidence.end), (figure.what or "").split()[-1]
        behind = takewhile(lambda token: token.index > 0, self._nearby.tokens[at : at + FAR])
        return next((token for token in behind if token.pos == "VERB" and token.text == last), None)

    def _more(self, figure: Figure) -> str:
        """What the verb at their end needs behind an inset, or behind the mark that closes what is quoted: "sauvés" |de la noyade|"."""
        verb = self._last(figure)
        at = self._nearby.at(verb.end) if verb is not None else 0
        if verb is None or self._near.text(at) not in QUOTES or not self._near.is_in_line(at + 1) or self._nearby.tokens[at].start != verb.end:
            return self._over_inset.more(verb, MOST) if verb is not None else ""
        case = self._nearby.tokens[at + 1]
        tied = case.pos == "ADP" and case.head.head is verb and case.head.start > case.start
        return self._constituents.words(at + 1, case.head, MOST) if tied else ""
