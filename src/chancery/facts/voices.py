"""Who vouches for what stands at a place: the speaker of the statement it lies in, else the outlet."""

from bisect import bisect_right

from chancery.facts.fact import OUTLET, Statement, Voice
from chancery.span import Span


class Voices:
    """The voices of a document, by place; built once for its statements."""

    def __init__(self, said: tuple[Statement, ...]) -> None:
        self._said = sorted(said, key=lambda statement: (statement.evidence, statement.type))
        self._starts = [statement.evidence.start for statement in self._said]
        self._longest = max((len(statement.evidence) for statement in said), default=0)

    def at(self, span: Span) -> Voice:
        """The speaker of the smallest statement that holds the span; the outlet where none does, or where nobody is named as its speaker."""
        best: Statement | None = None
        index = bisect_right(self._starts, span.start) - 1
        while index >= 0 and self._starts[index] >= span.end - self._longest:
            statement = self._said[index]
            if statement.evidence.contains(span) and (best is None or len(statement.evidence) < len(best.evidence)):
                best = statement
            index -= 1
        return Voice(best.speaker, best.speaker_actors, best.via or best.voice.speaker) if best and (best.speaker or best.via) else OUTLET


def voice_at(span: Span, said: tuple[Statement, ...]) -> Voice:
    """The same for one place; where there are many, build `Voices` once."""
    return Voices(said).at(span)
