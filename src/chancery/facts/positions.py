"""Positions: who demands, refuses, backs, condemns, offers or warns of what, towards whom."""

from collections.abc import Iterator

from chancery.analysis import Analysis
from chancery.analysis.clauses import clause_span, conjuncts, content_span, noun_phrase, objects
from chancery.facts.acts import Act, acts
from chancery.facts.conditions import condition, written
from chancery.facts.fact import Position, Stance, Statement
from chancery.facts.moments import Moments
from chancery.facts.voices import Voices
from chancery.languages import pack_for
from chancery.span import Span


def positions(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Position, ...]:
    """The stances that the document reports, in text order; demands that are coordinated are items each."""
    pack = pack_for(analysis.document.language)
    words, voices = pack.words("positions"), Voices(said)
    moments, offers = Moments(analysis), frozenset(words["offers"])
    found: list[Position] = []
    for act in acts(analysis, said):
        stance = _stance(act, words["stances"], offers)
        if stance is not None and act.agents:
            time = moments.of(act.evidence, act.head, act.statement, True)
            for evidence, issue in _issues(act, analysis.text):
                found.append(
                    Position(
                        document=analysis.document.id,
                        evidence=evidence,
                        voice=voices.at(act.head.span),
                        time=time,
                        holders=act.agents,
                        stance=stance,
                        issue=issue,
                        towards=act.targets,
                        condition=condition(act.head, act.sentence, analysis.text, pack),
                    )
                )
    return tuple(found)


def _stance(act: Act, stances: dict[str, Stance], offers: frozenset[str]) -> Stance | None:
    """The stance that an act takes; an agreement is one only where it offers something."""
    if act.status not in ("actual", "announced"):
        return None
    if act.cue.type == "AGREE":
        return "offer" if act.cue.lemma in offers else None
    return stances.get(act.cue.type)


def _issues(act: Act, text: str) -> Iterator[tuple[Span, str]]:
    """What each stance is about, with the words that take it: the first ends where the next begins."""
    head = act.head
    content = head.child("xcomp") or head.child("ccomp")
    if content is None or act.cue.kind == "noun":
        yield act.evidence, written(_about(act), text)
        return
    parts = [part for part in conjuncts(content) if part.morph.get("VerbForm") == content.morph.get("VerbForm")]
    first = clause_span(content)
    end = max(first.end, head.end)
    yield (Span(act.evidence.start, end) if len(parts) > 1 else act.evidence), written(first if len(parts) > 1 else content_span(content), text)
    for part in parts[1:]:
        span = clause_span(part)
        if span.start >= end:
            yield span, written(span, text)


def _about(act: Act) -> Span:
    """The words that name the issue of a stance without a clause: its object, its complement, or all of it."""
    head = act.head
    if act.cue.kind == "noun":
        inner = next((child for child in head.children if child.dep.partition(":")[0] in ("acl", "nmod") and child.start > head.start), None)
        return noun_phrase(head) if inner is None else content_span(inner) if inner.dep == "acl" else noun_phrase(head)
    told = objects(head) or tuple(child for child in head.all("obl") if child.dep != "obl:agent" and child.start > head.start)
    return noun_phrase(told[0]) if told else act.evidence
