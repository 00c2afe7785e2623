"""Positions: who demands, refuses, backs, condemns, offers or warns of what, towards whom."""

from collections.abc import Iterator

from chancery.analysis import Analysis, Token
from chancery.analysis.clauses import clause_span, conjuncts, content_span, is_passive, markers, noun_phrase, objects, preposition, subject
from chancery.analysis.inflection import tense
from chancery.facts.acts import Act, acts
from chancery.facts.conditions import condition, written
from chancery.facts.fact import Position, Stance, Statement
from chancery.facts.moments import Moments
from chancery.facts.voices import Voices
from chancery.languages import pack_for
from chancery.span import Span

ISSUES = frozenset(("à", "de", "sur", "contre"))
"""Prepositions that bring in what a stance is about."""
LINKS = frozenset(("à", "de"))
"""What links an infinitive to the verb that asks for it."""


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
            for evidence, issue in _issues(act, analysis.text, moments):
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


def _issues(act: Act, text: str, moments: Moments) -> Iterator[tuple[Span, str]]:
    """What each stance is about, with the words that take it: the first ends where the next begins."""
    head = act.head
    content = None if act.cue.kind == "noun" or act.cue.spoken else _content(head)
    if content is None:
        yield act.evidence, written(act.evidence if act.cue.spoken else _about(act, moments), text)
        return
    parts = [part for part in conjuncts(content) if part.morph.get("VerbForm") == content.morph.get("VerbForm")]
    first = clause_span(content)
    end = max(first.end, head.end)
    yield (Span(act.evidence.start, end) if len(parts) > 1 else act.evidence), written(first if len(parts) > 1 else content_span(content), text)
    for part in parts[1:]:
        span = clause_span(part)
        if span.start >= end:
            yield span, written(span, text)


def _content(head: Token) -> Token | None:
    """The clause that says what is demanded, refused or blamed: after the verb, or on its object where the parser hangs it there."""
    near = [*head.children, *(under for child in head.all("obj", "obl") for under in child.children)]
    after = [token for token in near if token.start > head.start and token.dep.partition(":")[0] in ("xcomp", "ccomp", "acl", "obl", "advcl")]
    found = next(
        (token for token in after if token.dep in ("xcomp", "ccomp") or (tense(token) == "infinitive" and "pour" not in markers(token))), None
    )
    if found is not None:
        return found
    below = (token for token in head.subtree() if token.start > head.start)
    return next((token for token in below if tense(token) == "infinitive" and set(markers(token)) & LINKS), None)


def _about(act: Act, moments: Moments) -> Span:
    """The words that name the issue of a stance without a clause: its object, its subject if passive, its complement, or all of it."""
    head = act.head
    if act.cue.kind == "noun":
        inner = next((child for child in head.children if child.dep == "acl" and child.start > head.start), None)
        return noun_phrase(head) if inner is None else content_span(inner)
    undergone = subject(head) if is_passive(head) else None
    told = (undergone,) if undergone is not None else objects(head) or tuple(child for child in head.all("obl") if preposition(child) in ISSUES)
    named = next((token for token in told if token.pos in ("NOUN", "PROPN") and not moments.holds(token)), None)
    return noun_phrase(named) if named is not None else act.evidence
