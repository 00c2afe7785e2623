"""Whose the ill and dead of an epidemic are that their own sentence puts nowhere: the state of those told before, or of the whole text."""

from dataclasses import replace

from chancery.analysis import Token
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.facts.sickened import Sickened
from chancery.facts.spoken import Spoken
from chancery.facts.worldwide import Worldwide
from chancery.register import register_for
from chancery.span import Span

TOWN = 400
"""Code points before a sentence in which a town or region may have been brought in."""
FAR = 700
"""Code points behind a toll in which the next one may be of the same state."""


class Carried:
    """The tolls of one document in their order."""

    def __init__(self, nearby: Nearby, who: Parties, sickened: Sickened, spoken: Spoken, worldwide: Worldwide) -> None:
        self._nearby, self._who, self._sickened, self._spoken, self._worldwide = nearby, who, sickened, spoken, worldwide
        self._last: Figure | None = None

    def told(self, figure: Figure, head: Token | None) -> Figure:
        """The figure with the world or state of the toll before it, or that the text speaks of nearly alone, if its sentence names no place."""
        sick = head is not None and self._sickened.is_sick(head, figure.what)
        if self._last is not None and not figure.who and not figure.where and self._worldwide.goes_on(self._last, figure, sick=sick):
            figure = replace(figure, where=self._last.where)
        if head is None or not sick:
            return figure
        if not figure.who and not figure.where and not self._sickened.is_of_other(figure.what or ""):
            sentence = self._sickened.sentence(head)
            if self._sickened.is_placeless(sentence) and self._is_same_voice(sentence):
                figure = replace(figure, who=self._before(sentence) or self._about(sentence))
        self._last = figure
        return figure

    def _before(self, sentence: Span) -> tuple[str, ...]:
        """The state of the last toll, if no other place or the world is told of since, nor a heading stands between."""
        last = self._last
        if last is None or len(last.who) != 1 or sentence.start - last.evidence.end > FAR or not register_for(None).is_state(last.who[0]):
            return ()
        if any(last.evidence.end <= heading.start < sentence.end for heading in self._nearby.headings):
            return ()
        between = Span(min(last.evidence.end, sentence.start), sentence.start)
        return last.who if self._sickened.is_placeless(between, last.who[0]) else ()

    def _about(self, sentence: Span) -> tuple[str, ...]:
        """The state that the text speaks of nearly alone, unless the last place named is a town or region."""
        places = [name for name in self._nearby.mentions_before(sentence.start, TOWN) if name.type == "LOC"]
        return () if places and not self._sickened.state(places[0]) else self._spoken.about()

    def _is_same_voice(self, sentence: Span) -> bool:
        """Whether nobody else says it in his own words."""
        statement = self._who.statement(sentence)
        return statement is None or not statement.is_own_words
