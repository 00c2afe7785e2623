"""Who said what: each reported stretch with its speaker, found from cue verbs, quoting prepositions, quotation marks and posts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chancery.analysis import Analysis
from chancery.analysis.clauses import is_negated
from chancery.facts.according import According, according
from chancery.facts.context import Context
from chancery.facts.cues import Cue, cues
from chancery.facts.fact import Statement
from chancery.facts.incises import closed_by, fragments, opened_by
from chancery.facts.occasion import addressee, said_on
from chancery.facts.posts import posts
from chancery.facts.quotes import Quotation
from chancery.facts.reported import Words, reported
from chancery.facts.speakers import Speaker, named, speaker_of
from chancery.facts.unclaimed import unclaimed

MINIMUM = 2
"""Code points; shorter stretches say nothing."""


@dataclass(slots=True)
class Found:
    """The statements of one document while they are read."""

    context: Context
    statements: list[Statement] = field(default_factory=list)
    taken: set[Quotation] = field(default_factory=set)
    last: Speaker | None = None

    def add(self, words: Words, speaker: Speaker, cue: Cue | None = None) -> None:
        """Keep the words, unless they are kept already or say nothing."""
        if len(words.span) < MINIMUM or any(_same_place(words, statement) for statement in self.statements[-8:]):
            return
        document = self.context.analysis.document
        self.taken.update(words.quotes)
        self.statements.append(
            Statement(
                document=document.id,
                evidence=words.span,
                type=words.type,
                speaker=speaker.name,
                speaker_actors=speaker.actors,
                speaker_span=speaker.span,
                cue=cue.group.of(self.context.text) if cue else None,
                cue_class=cue.entry.speech_act if cue else None,
                anonymous=speaker.anonymous,
                addressee=addressee(self.context, cue) if cue else None,
                time=said_on(self.context, cue, words.span) if cue else None,
                verbatim=document.translation is None and words.type != "indirect",
            )
        )


def _same_place(words: Words, statement: Statement) -> bool:
    """Whether the words are those of a statement already found, or lie inside it: speech inside speech belongs to the outer speaker's words."""
    return words.span.overlaps(statement.evidence)


def statements(analysis: Analysis) -> tuple[Statement, ...]:
    """What is reported to have been said, by place; no two overlap."""
    context = Context(analysis)
    found = Found(context)
    said = list(cues(context))
    places = {cue.verb.start for cue in said}
    for cue in said:
        _read_cue(found, cue, places)
    for source in according(context):
        _read_source(found, source)
    found.statements.extend(posts(context))
    for words, speaker in unclaimed(context, found.statements, found.taken):
        found.add(words, speaker)
    return tuple(sorted(found.statements, key=lambda statement: statement.evidence))


def _read_cue(found: Found, cue: Cue, places: set[int]) -> None:
    """Add what one cue reports: first what it closes, then what it governs, what a colon opens, and what it quotes."""
    context = found.context
    if cue.sentence.block.kind == "post":
        return
    inside = context.quote_at(cue.verb.start)
    contents = list(_contents(found, cue, places)) if not inside else list(closed_by(context, cue))
    if not contents:
        return
    speaker = speaker_of(context, cue, found.last)
    if speaker is None:
        found.taken.update(quote for words in contents for quote in words.quotes)  # someone said it, and it is not known who
        return
    for words in contents:
        found.add(words, speaker, cue)
    found.last = speaker


def _contents(found: Found, cue: Cue, places: set[int]) -> Iterator[Words]:
    context = found.context
    closed = list(closed_by(context, cue))
    if closed:
        yield from closed
        return
    governed = [] if is_negated(cue.verb) else [*reported(context, cue, places)]  # `n'a pas confirmé que ...`: that was not said
    yield from governed
    taken = found.taken | {quote for words in governed for quote in words.quotes}
    opened = [words for words in opened_by(context, cue) if not taken.intersection(words.quotes)]
    yield from opened
    if not opened and cue.entry.fragments:
        yield from (words for words in fragments(context, cue, taken) if not any(words.span.overlaps(other.span) for other in governed))


def _read_source(found: Found, source: According) -> None:
    if any(source.words.span.overlaps(statement.evidence) for statement in found.statements):
        return
    before = [statement for statement in found.statements if statement.evidence.end <= source.preposition.start]
    last = max(before, key=lambda statement: statement.evidence, default=None)
    speaker = named(found.context, source.source, Speaker(last.speaker, last.speaker_actors) if last else None)
    if speaker is not None:
        found.add(source.words, speaker)
