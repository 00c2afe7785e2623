"""What is counted, cut before what is counted by itself: "marins blessés lundi |et au moins 12 femmes|"."""

from dataclasses import replace

from chancery.analysis import Analysis, Token
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.span import Span


class CountedApart:
    """The counts of one document that other words hold."""

    def __init__(self, nearby: Nearby, analysis: Analysis, pack: Pack) -> None:
        self._nearby, self._spans = nearby, [quantity.span for quantity in analysis.quantities]
        self._joining = frozenset(pack.words("numbers")["restricting"]["joining"])

    def told(self, figure: Figure) -> Figure:
        """The figure with what it counts up to where "et" joins the next count; as it is where a count before that is part of it."""
        what, other = figure.what or "", self._next(figure.evidence)
        joining = self._joining_before(other) if other is not None else None
        if other is None or joining is None:
            return figure
        words = self._nearby.text[joining.start : other.end]
        kept, held, _ = what.partition(f" {words}")
        return replace(figure, what=kept.rstrip(" ,")) if held and kept else figure

    def _next(self, evidence: Span) -> Span | None:
        """The next count of the sentence."""
        last = self._nearby.sentence(evidence.start)[1]
        end = self._nearby.tokens[last].end if last >= 0 else 0
        return next((span for span in self._spans if evidence.end <= span.start < end), None)

    def _joining_before(self, span: Span) -> Token | None:
        """The "et" right before a count that goes on with no number: not "de 6 |et 7 ans|"."""
        at = self._nearby.at(span.start) - 1
        joins = at > 0 and self._nearby.tokens[at].text.lower() in self._joining and self._nearby.tokens[at - 1].pos != "NUM"
        return self._nearby.tokens[at] if joins else None
