"""Whose claim a fact is: the outlet's own, or that of the speaker in whose words it stands."""

from chancery.facts.fact import OUTLET, Statement, Voice
from chancery.span import Span


def voice_at(span: Span, said: tuple[Statement, ...]) -> Voice:
    """The speaker of the narrowest statement that holds the span; the outlet if none does.

    A stretch that merely touches a statement, or tells that it was made, is the outlet's. Statements are in text order.
    """
    holding = [statement for statement in said if _holds(statement.evidence, span)]
    if not holding:
        return OUTLET
    nearest = min(holding, key=lambda statement: (len(statement.evidence), statement.evidence))
    return Voice(nearest.speaker, nearest.speaker_actors, nearest.via)


def _holds(words: Span, span: Span) -> bool:
    """Whether the words hold the span, up to the marks at its ends."""
    return words.start <= span.start + 1 and span.end <= words.end + 1 and words.overlaps(span)
