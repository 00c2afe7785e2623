"""Where a document names whom, and how: every state, body, group and person, by place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from chancery.analysis import Analysis, Mention, Reference, Token
from chancery.analysis.crossheads import is_crosshead
from chancery.register import register_for
from chancery.span import Span

PERSON, GROUP = "person:", "group:"
SHORT = 5
"""Code points of the longest pronoun (`elles`)."""
FIRST = 2
"""Words before a name that opens its sentence, at most."""
REACH = 40
"""Actors back, beyond which nobody is asked for."""
LEAD = 3
"""Sentences that make the head of a text."""
MUCH, MOST, NEARLY = 0.3, 0.6, 0.85
"""Shares of all names of its kind in a text, from which one is named much, mostly, nearly alone."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where an actor is named, how, and as what in its sentence."""

    start: int
    end: int
    how: str
    """A name's type, `capital`, `pronoun`, `reference` (a role or an adjective), or `side` of a person who acts for it."""
    role: str
    """`subject`, `fronted` before everything else, or `inside`."""
    actor: str


class NamedActors:
    """The actors that one document names; built once, in time linear in its names."""

    def __init__(self, analysis: Analysis) -> None:
        sentences = [sentence for sentence in analysis.sentences if sentence.tokens]
        tokens = {token.start: token for sentence in sentences for token in sentence.tokens}
        self._all = [Named(start, end, how, _role(tokens.get(start)), actor) for start, end, actor, how in sorted(_named(analysis, tokens))]
        self._starts = [named.start for named in self._all]
        self.kinds = {actor: _kind(actor) for actor in dict.fromkeys(named.actor for named in self._all)}
        self._headings = [sentence.span for sentence in sentences if is_crosshead(analysis.text, sentence)]
        self._heading_starts = [span.start for span in self._headings]
        title = self.within(Span(0, max(0, analysis.text.find("\n"))))
        lead = self.within(Span(0, sentences[min(LEAD, len(sentences)) - 1].span.end)) if sentences else frozenset[str]()
        self.head = tuple(sorted(title | lead))[:REACH]
        """Who is named at the head of the text."""
        self.signs = self._standing(title, lead)
        """What speaks for each wherever a figure stands: its kind, how much it is named, whether at the head of the text."""

    def before(self, places: Iterable[int]) -> Iterator[dict[str, Named]]:
        """For each of some places, in text order: who was named last before it, and where, the nearest first, at most REACH."""
        last, at = dict[str, Named](), 0
        for place in places:
            while at < len(self._all) and self._starts[at] < place:
                last.pop(self._all[at].actor, None)
                last[self._all[at].actor] = self._all[at]
                at += 1
            yield dict(islice(reversed(last.items()), REACH))

    def inside(self, span: Span) -> list[Named]:
        """Who is named in a stretch, in text order."""
        return self._all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def within(self, span: Span) -> frozenset[str]:
        """The same without the places."""
        return frozenset(named.actor for named in self.inside(span))

    def heading(self, place: int) -> frozenset[str]:
        """Who is named in the last heading within the text before a place."""
        at = bisect_left(self._heading_starts, place) - 1
        return self.within(self._headings[at]) if at >= 0 else frozenset()

    def _standing(self, title: frozenset[str], lead: frozenset[str]) -> dict[str, tuple[str, ...]]:
        counts = Counter(named.actor for named in self._all)
        totals, most = Counter[str](), Counter[str]()
        for actor, kind in self.kinds.items():
            totals[kind] += counts[actor]
            most[kind] = max(most[kind], counts[actor])
        return {actor: tuple(self._signs(actor, counts[actor], totals, most, title, lead)) for actor in self.kinds}

    def _signs(self, actor: str, count: int, totals: Counter[str], most: Counter[str], title: frozenset[str], lead: frozenset[str]) -> Iterator[str]:
        kind = self.kinds[actor]
        share = count / totals[kind]
        yield kind
        yield f"{kind} {'nearly alone' if share >= NEARLY else 'mostly' if share >= MOST else 'much' if share >= MUCH else 'little'}"
        if count == most[kind]:
            yield f"{kind} most"
        for where, those in (("title", title), ("lead", lead)):
            if actor in those:
                yield f"{kind} {where} alone" if sum(self.kinds[other] == kind for other in those) == 1 else f"{kind} {where}"


def _kind(actor: str) -> str:
    if actor.startswith((PERSON, GROUP)):
        return actor.partition(":")[0]
    return "state" if register_for(None).is_state(actor) else "body"


def _role(token: Token | None) -> str:
    """As what a name that begins with a token stands in its sentence."""
    if token is None:
        return "inside"
    if any(word.dep.startswith("nsubj") for word in (token, token.head)):
        return "subject"
    return "fronted" if token.index <= FIRST else "inside"


def _has_article(tokens: dict[int, Token], name: Span) -> bool:
    """Whether an article stands before a name: "la Vienne" is no town."""
    token = tokens.get(name.start)
    return token is not None and any(child.end + 1 == name.start for child in token.all("det"))


def _named(analysis: Analysis, tokens: dict[int, Token]) -> Iterator[tuple[int, int, str, str]]:
    """Where who is named, from where to where, and how; whom a person acts for as well."""
    known = register_for(None)
    both: list[Mention | Reference] = [*analysis.mentions, *analysis.references]
    for one in both:
        how = one.type.lower() if isinstance(one, Mention) else "pronoun" if len(one.span) <= SHORT else "reference"
        person = one.actor is not None and one.actor.startswith(PERSON)
        for actor in dict.fromkeys((one.actor, *one.sides)):
            if actor is not None:
                yield one.span.start, one.span.end, actor, "side" if person and actor != one.actor else how
        if isinstance(one, Mention) and one.type == "LOC" and one.actor is None:
            capital = known.capital(one.span.of(analysis.text))
            if capital is not None and known.is_state(capital) and not _has_article(tokens, one.span):
                yield one.span.start, one.span.end, capital, "capital"
