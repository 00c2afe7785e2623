"""Positions: who demands, refuses, backs, condemns, offers or warns of what, towards whom."""

from typing import Any

from chancery.analysis import Analysis
from chancery.analysis.clauses import is_negated, is_passive
from chancery.facts.acts import Act, acts, parties
from chancery.facts.answers import answered
from chancery.facts.conditions import behind, condition, written
from chancery.facts.fact import Position, Stance, Statement
from chancery.facts.issues import Issues
from chancery.facts.marks import closed
from chancery.facts.moments import moments_of
from chancery.facts.towards import Towards
from chancery.facts.triggers import triggers
from chancery.facts.voices import Voices
from chancery.languages import pack_for


def positions(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Position, ...]:
    """The stances that the document reports, in text order; demands that are coordinated are items each."""
    pack = pack_for(analysis.document.language)
    words, voices = pack.words("positions"), Voices(said)
    moments = moments_of(analysis)
    hostile, cues = frozenset(pack.words("commitments")["undertaking"]["hostile"]), triggers(pack)
    issues, towards = Issues(analysis.text, pack, parties(analysis, said), moments), Towards(parties(analysis, said), pack)
    found: list[tuple[Act, Position]] = []
    for act in acts(analysis, said):
        stance = _stance(act, words)
        clause = issues.clause(act) if stance == "offer" else None
        if clause is not None and (cue := cues.match(clause)) is not None and cue.type in hostile:
            stance = "warn"  # who is ready to strike offers nothing
        if stance is not None and act.agents:
            time = moments.of(act.evidence, act.head, act.statement, True, act.status != "announced")
            for evidence, issue in issues.of(act, stance):
                position = Position(
                    document=analysis.document.id,
                    evidence=closed(evidence, analysis.text),
                    voice=voices.at(act.head.span),
                    time=time,
                    holders=act.agents,
                    stance=stance,
                    issue=written(issue, analysis.text),
                    towards=towards.of(act, stance, issue),
                    condition=condition(act.head, analysis.text, pack) or behind(evidence.end, act.sentence.tokens, analysis.text, pack),
                )
                found.append((act, position))
    return answered(found, acts(analysis, said), analysis.text, pack)


def _stance(act: Act, words: dict[str, Any]) -> Stance | None:
    """The stance that an act takes; an agreement is one only where it offers something, and who denies a report refuses nothing."""
    if act.status not in ("actual", "announced"):
        return None
    if act.cue.type == "AGREE":
        return "offer" if act.cue.lemma in words["offers"] and not is_passive(act.head) else None
    if act.cue.lemma in words["denials"]:
        return None
    if act.cue.spoken and act.cue.type == "REQUEST" and is_negated(act.head):
        return "refuse"
    stance: Stance | None = words["stances"].get(act.cue.type)
    return stance
