"""Whom the text around a figure tells of, where its own clause does not say whose it is: context, and no claim.

A conditional logit over all whom the document names, and nobody. What it holds likely is also a second opinion on whose a figure was found to be.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from chancery.analysis import Analysis, Token
from chancery.analysis.actors.ranking import NOBODY, Candidate, Ranker
from chancery.facts.fact import Figure
from chancery.facts.hanging import head_of, way
from chancery.facts.named_actors import Named, NamedActors
from chancery.facts.nearby import Nearby
from chancery.facts.unit_kinds import UnitKinds
from chancery.facts.worldwide import Worldwide, world
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

WEIGHTS: Literal["about"] = "about"
"""The pack's folder of weights."""
MANNER = "told"
"""The one manner in which they weigh."""
FAR, LATE, MANY = 5, 3, 4
"""Sentences back, others of its kind named since, and states in all, beyond which it makes no difference."""
STATE = "state"
WIDER = "wider"
"""A place that is no one state's."""


class About:
    """The actors that one document tells of, by place; built once, and asked of its figures in text order."""

    def __init__(self, analysis: Analysis, nearby: Nearby, pack: Pack, ranker: Ranker | None = None) -> None:
        self._ranker = ranker or (Ranker.of(pack, WEIGHTS) if (pack.folder / WEIGHTS).is_dir() else None)
        self._text, self._nearby = analysis.text, nearby
        self._ages, self._units, self._world = frozenset(pack.words("numbers")["ages"]["nouns"]), UnitKinds(pack), world(pack)
        self._worldwide, self._wider = Worldwide(nearby, pack), frozenset(pack.words("numbers")["whose"]["continents"])
        named = ((name.span.of(analysis.text), name.actor) for name in analysis.mentions if name.type == "LOC" and name.actor)
        self._places = dict(named)
        self._states_counted = frozenset(pack.words("numbers")["whose"]["states"])
        sentences = [sentence.span for sentence in analysis.sentences if sentence.tokens]
        self._ends, self._starts = [span.end for span in sentences], [span.start for span in sentences]
        self._named = NamedActors(analysis)
        self._states = min(MANY, sum(kind == STATE for kind in self._named.kinds.values()))
        self._likely: dict[Span, dict[str | None, float]] = {}

    def told(self, found: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """The figures of a document, in text order; those of nobody with whom the text around tells of, if anybody."""
        if self._ranker is None:
            return found
        for figure, named in zip(found, self.candidates(found), strict=True):
            if candidates := named if figure.who else self._open(figure, named):
                likely = self._ranker.likelihoods(MANNER, candidates)
                self._likely[figure.evidence] = {one.actor: share for one, share in zip(candidates, likely, strict=True)}
        return tuple(figure if figure.who else replace(figure, about=self._chosen(figure)) for figure in found)

    def likely(self, figure: Figure) -> float | None:
        """How likely it is by the text around that the figure is of those that it is of, or of nobody, 0 to 1; None where no weights tell."""
        found = self._likely.get(figure.evidence)
        if found is None:
            return None
        return sum(found.get(who, 0.0) for who in figure.who or figure.about or (None,))

    def candidates(self, found: tuple[Figure, ...]) -> Iterator[list[Candidate]]:
        """For each figure all whom the document names near it or at its head, with what speaks for the text telling of them there, and nobody."""
        before: tuple[str, ...] = ()
        for figure, last in zip(found, self._named.before(figure.evidence.start for figure in found), strict=True):
            at = bisect_right(self._starts, figure.evidence.start) - 1
            yield list(self._all(figure, at, last, before)) if at >= 0 else []
            before = figure.who or before

    def _chosen(self, figure: Figure) -> tuple[str, ...]:
        """Who is likeliest, if anybody; a state has no states."""
        likely = self._likely.get(figure.evidence)
        best = max(likely, key=lambda actor: likely[actor]) if likely else None
        counted = (figure.unit or "").lower() in self._states_counted
        return (best,) if best is not None and not (counted and self._named.kinds[best] == STATE) else ()

    def _open(self, figure: Figure, candidates: list[Candidate]) -> list[Candidate]:
        """Those that the text may tell of: no state where the whole world is counted, no other one where people are put in one."""
        if self._worldwide.has(figure):
            bare = self._worldwide.is_everybodys(figure)
            return [one for one in candidates if one.actor is None or not (bare or self._named.kinds[one.actor] == STATE)]
        place = self._place(figure.where) if self._unit(figure) == "people" else None
        if place is None or all(one.actor != place for one in candidates):
            return candidates
        return [one for one in candidates if one.actor in (None, place) or self._named.kinds[one.actor] != STATE]

    def _all(self, figure: Figure, at: int, last: dict[str, Named], before: tuple[str, ...]) -> Iterator[Candidate]:
        kinds, since, order = self._named.kinds, Counter[str](), dict[str, int]()
        for actor in last:
            order[actor] = since[kinds[actor]]
            since[kinds[actor]] += 1
        here = dict[str, list[Named]]()
        for named in self._named.inside(Span(self._starts[at], self._ends[at])):
            here.setdefault(named.actor, []).append(named)
        heading, unit, head = self._named.heading(figure.evidence.start), self._unit(figure), head_of(self._nearby.inside(figure.evidence))
        apart = (("heading", heading), ("figure before", before), ("speaker", figure.voice.actors))
        place = self._place(figure.where)
        for actor in dict.fromkeys((*last, *here, *self._named.head)):
            names = here.get(actor, [])
            signs = (
                unit,
                *(sign for sign, those in apart if actor in those),
                *self._by_name(figure, at, last.get(actor), order.get(actor, 0), [named for named in names if named.start >= figure.evidence.end]),
                *self._by_way(head, names),
                *self._by_place(actor, place),
            )
            ruled = self._by_rule(kinds[actor], unit, bool(names)) if actor in figure.who else ()
            yield Candidate("body", (*self._named.signs[actor], *(f"{kinds[actor]} {sign}" for sign in signs), *ruled), actor)
        yield Candidate(NOBODY, tuple(self._nobody(figure, unit, at, head, sum(kinds[actor] == STATE for actor in here))))

    def _unit(self, figure: Figure) -> str:
        return "age" if figure.unit in self._ages else self._units.of(figure)

    def _nobody(self, figure: Figure, unit: str, at: int, head: Token | None, here: int) -> Iterator[str]:
        """What speaks for nobody being told of."""
        yield from ("nobody", f"nobody {unit}", f"nobody of {self._states}", f"nobody, {min(here, LATE)} in sentence")
        if self._world.search(self._text, self._starts[at], self._ends[at]):
            yield "nobody, world"
        elif not here and at and self._world.search(self._text, self._starts[at - 1], self._ends[at - 1]):
            yield "nobody, world before"
        if head is not None:
            yield f"nobody, {head.lemma.lower()}"
        told = (("of what", not figure.what), ("where", figure.where is not None), ("ruled", bool(figure.who)))
        yield from (sign for name, holds in told if holds for sign in (f"nobody, {name}", f"nobody, {name}, {unit}"))

    def _place(self, where: str | None) -> str | None:
        """The state whose name or capital a place is, or WIDER where it is more than one."""
        if where is None:
            return None
        state = self._places.get(where) or register_for(None).capital(where)
        return state or (WIDER if where.lower().split(" ")[0] in self._wider else None)

    def _by_place(self, actor: str, place: str | None) -> tuple[str, ...]:
        """Whether the place that the words themselves tell is a state's own, or another's."""
        return ("there" if actor == place else "wider" if place == WIDER else "elsewhere",) if place is not None else ()

    def _by_rule(self, kind: str, unit: str, here: bool) -> tuple[str, ...]:
        """That the words themselves say it is theirs."""
        return ("ruled", f"ruled {kind}", f"ruled {unit}", "ruled in sentence" if here else "ruled elsewhere")

    def _by_name(self, figure: Figure, at: int, last: Named | None, since: int, behind: list[Named]) -> Iterator[str]:
        """How near an actor is named, before the figure and behind it in its sentence."""
        if behind:
            yield from ("behind", f"behind {behind[0].how}")
        if last is None:
            yield "not before"
            return
        yield f"{min(since, LATE)} since"
        yield from (f"last {last.how}", f"last {last.role}")
        if last.start >= self._starts[at]:
            yield from ("ahead", f"ahead {last.how}", f"ahead {last.role}")
        else:
            back = min(at - bisect_right(self._starts, last.start) + 1, FAR)
            yield from (f"{back} back", f"{back} back {last.role}")
        if self._text.rfind("\n", last.start, figure.evidence.start) < 0:
            yield "in paragraph"

    def _by_way(self, head: Token | None, names: list[Named]) -> list[str]:
        """How names in the sentence hang together with the figure."""
        heads = (head_of(self._nearby.inside(Span(named.start, named.end))) for named in names)
        return sorted({f"by {way(head, other)}" for other in heads if head is not None and other is not None})
