"""To whom, and on what day, something was said."""

from chancery.analysis.clauses import obliques
from chancery.analysis.dates import date_of
from chancery.edtf import Edtf
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.span import Span

BESIDE = 7
"""Tokens within which the day of saying stands from its verb, or from the head of its sentence."""


def addressee(context: Context, cue: Cue) -> str | None:
    """Whom the cue's complement names as addressed (`a déclaré à l'AFP`, `a appelé Moscou à`), as the text has it; None if nobody known."""
    objects = cue.verb.all("obj") if cue.entry.speech_act == "demand" else iter(())
    for token in (*obliques(cue.verb, "à"), *cue.verb.all("iobj"), *objects):
        if token.start > cue.verb.end and context.who.of(token):
            return context.who.name(token)
    return None


def said_on(context: Context, cue: Cue, words: Span) -> Edtf | None:
    """The day that stands beside the cue or opens its sentence, outside the reported words; None if there is none, or no one day."""
    tokens = cue.sentence.tokens
    opening = tokens[min(BESIDE, len(tokens)) - 1]
    behind = tokens[min(cue.verb.index + BESIDE, len(tokens) - 1)]
    comma = next((index for index in range(cue.verb.index - 1, -1, -1) if tokens[index].text == ","), -1)
    ahead = tokens[max(comma + 1, cue.verb.index - BESIDE)]  # behind a comma stands another clause's day
    for part in (Span(cue.verb.start, max(behind.end, cue.verb.end)), Span(ahead.start, cue.verb.end), Span(cue.sentence.span.start, opening.end)):
        kept = _without(part, words)
        found = date_of(kept, context.analysis) if len(kept) else None
        if found is not None and found.exact is not None:
            return found
    return None


def _without(part: Span, words: Span) -> Span:
    """The stretch up to the reported words, or behind them."""
    if not part.overlaps(words):
        return part
    if words.start > part.start:
        return Span(part.start, words.start)
    return Span(min(words.end, part.end), part.end)
