"""Who said what: each reported stretch with its speaker, found from cue verbs, quoting prepositions, quotation marks and posts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chancery.analysis import Analysis
from chancery.analysis.clauses import is_negated
from chancery.analysis.quotations import Quotation
from chancery.facts.according import According, according
from chancery.facts.context import Context
from chancery.facts.cues import UNLISTED, Cue, cues
from chancery.facts.fact import Statement
from chancery.facts.incises import closed_by, fragments, opened_by
from chancery.facts.occasion import addressee, said_on
from chancery.facts.posts import posts
from chancery.facts.reported import Words, reported
from chancery.facts.said import Said
from chancery.facts.speakers import Speaker, named, speaker_of
from chancery.facts.unclaimed import unclaimed

MINIMUM = 2
"""Code points; shorter stretches say nothing."""


@dataclass(slots=True)
class Found:
    """The statements of one document while they are read."""

    context: Context
    said: Said = field(default_factory=Said)
    taken: set[Quotation] = field(default_factory=set)
    last: Speaker | None = None
    hidden: Speaker | None = None
    """The last source without a name."""

    def add(self, words: Words, speaker: Speaker, cue: Cue | None = None) -> None:
        """Keep the words. Where someone is already known to have said them, this one passes them on; speech inside speech is the outer speaker's."""
        if len(words.span) < MINIMUM:
            return
        if self.said.overlapping(words.span):
            if speaker.name and not speaker.anonymous and (cue is None or (cue.inverted and cue.entry is not UNLISTED)):
                self.said.relayed(words.span, speaker.name)
            return
        document = self.context.analysis.document
        self.taken.update(words.quotes)
        self.said.add(
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


def statements(analysis: Analysis) -> tuple[Statement, ...]:
    """What is reported to have been said, by place; no two overlap."""
    context = Context(analysis)
    found = Found(context)
    reporting = list(cues(context))
    places = {cue.verb.start for cue in reporting}
    for cue in reporting:
        _read_cue(found, cue, places)
    for source in according(context):
        _read_source(found, source)
    for post in posts(context):
        if not found.said.overlapping(post.evidence):
            found.said.add(post)
    for words, speaker in list(unclaimed(context, found.said, found.taken)):
        found.add(words, speaker)
    return tuple(found.said)


def _read_cue(found: Found, cue: Cue, places: set[int]) -> None:
    """Add what one cue reports: first what it closes, then what it governs, what a colon opens, and what it quotes."""
    context = found.context
    if cue.sentence.block.kind == "post":
        return
    inside = context.quote_at(cue.verb.start)
    contents = list(_contents(found, cue, places)) if not inside else list(closed_by(context, cue))
    if not contents:
        return
    speaker = speaker_of(context, cue, found.last, found.hidden)
    if speaker is None:
        found.taken.update(quote for words in contents for quote in words.quotes)  # someone said it, and it is not known who
        return
    for words in contents:
        found.add(words, speaker, cue)
    found.last = speaker
    found.hidden = speaker if speaker.anonymous else found.hidden


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
    """Add what a source is said to say; or that it passes on what someone else said (`a dit X, selon l'agence Y`)."""
    last = found.said.last_before(source.preposition.start)
    speaker = named(found.context, source.source, Speaker(last.speaker, last.speaker_actors) if last else None)
    if speaker is not None:
        found.add(source.words, speaker)
