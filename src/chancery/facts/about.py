"""Which state the text around a figure tells of, where its own clause names neither whose it is nor where: context, and no claim."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from chancery.analysis import Analysis, Mention, Reference, Token
from chancery.analysis.actors.ranking import NOBODY, Candidate, Ranker
from chancery.analysis.crossheads import is_crosshead
from chancery.facts.fact import Figure
from chancery.facts.whereabouts import world
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

WEIGHTS: Literal["about"] = "about"
"""The pack's folder of weights."""
MANNER = "told"
"""The one manner in which they weigh."""
SURE = 0.7
"""How likely a state must be."""
FIRST = 2
"""Words before a name that opens its sentence, at most."""
LEAD, FAR, LATE, MANY = 3, 5, 3, 4
"""Sentences that make the head of a text; sentences back, states named since, and states in all, beyond which it makes no difference."""
MUCH, MOST, NEARLY = 0.3, 0.6, 0.85
"""Shares of all states named in a text, from which one is named much, mostly, nearly alone."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a state is named, how (by a name's kind, `adjective`, `capital`, or `official` for who acts for it), and as what in its sentence."""

    start: int
    how: str
    role: str


class About:
    """The states that one document tells of, by place; built once, in time linear in its names, and asked in text order."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self._ranker = Ranker.of(pack, WEIGHTS) if (pack.folder / WEIGHTS).is_dir() else None
        self._text = analysis.text
        whose = pack.words("numbers")["whose"]
        self._of_none = frozenset((*whose["states"], *pack.words("numbers")["ages"]["nouns"]))
        self._world = world(pack)
        sentences = [sentence for sentence in analysis.sentences if sentence.tokens]
        self._ends, self._starts = [sentence.span.end for sentence in sentences], [sentence.span.start for sentence in sentences]
        self._named: dict[str, list[_Named]] = {}
        places = {token.start: token for sentence in sentences for token in sentence.tokens}
        for start, state, how in sorted(_states(analysis)):
            self._named.setdefault(state, []).append(_Named(start, how, _role(places.get(start))))
        self._places = {state: [named.start for named in found] for state, found in self._named.items()}
        self._counts = Counter({state: len(found) for state, found in self._named.items()})
        self._headings = [sentence.span for sentence in sentences if is_crosshead(self._text, sentence)]
        self._heading_starts = [span.start for span in self._headings]
        self._title = self._within(Span(0, max(0, self._text.find("\n"))))
        self._lead = self._within(Span(0, self._ends[min(LEAD, len(sentences)) - 1])) if sentences else frozenset()
        self._before: tuple[str, ...] = ()

    def told(self, figure: Figure) -> Figure:
        """The figure with the state that the text around it tells of, if it is nobody's and nowhere."""
        candidates = self.candidates(figure)
        if self._ranker is None or not candidates:
            return figure
        chosen = self._ranker.choose(None, MANNER, candidates, SURE).chosen
        return replace(figure, about=(chosen.actor,)) if chosen is not None and chosen.actor else figure

    def candidates(self, figure: Figure) -> list[Candidate]:
        """Every state that the document names, with what speaks for the text telling of it there, and nobody.

        Empty where it is known whose or where, and for a count of states and years of age.
        """
        if figure.who or figure.where or (figure.unit or "").lower() in self._of_none:
            self._before = figure.who or self._before
            return []
        place = figure.evidence.start
        at = bisect_right(self._starts, place) - 1
        if at < 0 or not self._named:
            return []
        last = {state: found[before - 1] for state, found in self._named.items() if (before := bisect_left(self._places[state], place))}
        order = {state: rank for rank, state in enumerate(sorted(last, key=lambda state: -last[state].start))}
        heading = self._heading(place)
        found = [Candidate("body", tuple(self._signs(state, place, at, last.get(state), order.get(state), heading)), state) for state in self._named]
        return [*found, Candidate(NOBODY, tuple(self._nobody(figure, at)))]

    def _nobody(self, figure: Figure, at: int) -> Iterator[str]:
        """What speaks for no one state being told of."""
        yield "nobody"
        yield f"nobody of {min(len(self._named), MANY)}"
        sentence = Span(self._starts[at], self._ends[at])
        here = len(self._within(sentence))
        yield f"nobody, {min(here, LATE)} in sentence"
        if max(self._counts.values()) < MUCH * self._counts.total():
            yield "nobody, none much"
        if self._world.search(sentence.of(self._text)):
            yield "nobody, world"
        elif not here and at and self._world.search(Span(self._starts[at - 1], self._ends[at - 1]).of(self._text)):
            yield "nobody, world before"
        if not figure.what:
            yield "nobody, of what"

    def _signs(self, state: str, place: int, at: int, last: _Named | None, rank: int | None, heading: frozenset[str]) -> Iterator[str]:
        yield from self._by_name(state, place, at, last, rank)
        share = self._counts[state] / self._counts.total()
        yield "nearly alone" if share >= NEARLY else "mostly" if share >= MOST else "much" if share >= MUCH else "little"
        if self._counts[state] == max(self._counts.values()):
            yield "most"
        if state in self._title:
            yield "title alone" if len(self._title) == 1 else "title"
        if state in self._lead:
            yield "lead alone" if len(self._lead) == 1 else "lead"
        if state in heading:
            yield "heading"
        if state in self._before:
            yield "figure before"

    def _by_name(self, state: str, place: int, at: int, last: _Named | None, rank: int | None) -> Iterator[str]:
        """How near the state is named, before the place and behind it in its sentence."""
        behind = bisect_left(self._places[state], place)
        if behind < len(self._places[state]) and self._places[state][behind] < self._ends[at]:
            yield from ("behind", f"behind {self._named[state][behind].how}")
        if last is None or rank is None:
            yield "not before"
            return
        yield f"{min(rank, LATE)} since"
        yield from (f"last {last.how}", f"last {last.role}")
        if last.start >= self._starts[at]:
            yield from ("ahead", f"ahead {last.how}", f"ahead {last.role}")
        else:
            back = min(at - bisect_right(self._starts, last.start) + 1, FAR)
            yield from (f"{back} back", f"{back} back {last.role}")
        if self._text.rfind("\n", last.start, place) < 0:
            yield "in paragraph"

    def _heading(self, place: int) -> frozenset[str]:
        """The states named in the last heading within the text before a place."""
        at = bisect_right(self._heading_starts, place) - 1
        return self._within(self._headings[at]) if at >= 0 else frozenset()

    def _within(self, span: Span) -> frozenset[str]:
        """The states named in a stretch."""
        return frozenset(state for state, places in self._places.items() if bisect_left(places, span.start) < bisect_left(places, span.end))


def _role(token: Token | None) -> str:
    """As what a name that begins with a token stands in its sentence: `subject`, `fronted` before everything else, or `inside`."""
    if token is None:
        return "inside"
    if any(word.dep.startswith("nsubj") for word in (token, token.head)):
        return "subject"
    return "fronted" if token.index <= FIRST else "inside"


def _states(analysis: Analysis) -> Iterator[tuple[int, str, str]]:
    """Where which state is named, and how."""
    known = register_for(None)
    both: list[Mention | Reference] = [*analysis.mentions, *analysis.references]
    for one in both:
        how = one.type.lower() if isinstance(one, Mention) else "adjective"
        person = one.actor is not None and one.actor.startswith("person:")
        for actor in dict.fromkeys(one.sides if person else (one.actor, *one.sides)):
            if actor is not None and known.is_state(actor):
                yield one.span.start, actor, "official" if person else how
        if isinstance(one, Mention) and one.type == "LOC" and one.actor is None:
            capital = known.capital(one.span.of(analysis.text))
            if capital is not None and known.is_state(capital):
                yield one.span.start, capital, "capital"
