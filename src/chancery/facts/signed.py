"""A statement made of its words, whose they are, and the cue that reports them."""

from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.fact import OUTLET, Statement, Voice
from chancery.facts.groups import NEAR
from chancery.facts.occasion import addressee, occasion, place, said_on
from chancery.facts.reported import Words
from chancery.facts.speaker import Speaker
from chancery.facts.stated import QUOTES
from chancery.span import Span


def signed(context: Context, words: Words, speaker: Speaker, cue: Cue | None = None, voice: Voice = OUTLET) -> Statement:
    """The statement; `voice` is who says that it was made, where that is not the outlet."""
    document = context.analysis.document
    whom = addressee(context, cue) if cue else None
    where = place(context, cue, words.span) if cue else None
    return Statement(
        document=document.id,
        evidence=words.span,
        voice=voice,
        type=words.type,
        speaker=speaker.name,
        speaker_actors=speaker.actors,
        speaker_span=speaker.span,
        cue=_cue_words(cue).of(context.text) if cue else None,
        cue_class=cue.entry.speech_act if cue else None,
        anonymous=speaker.anonymous,
        addressee=whom if whom != speaker.name else None,
        occasion=occasion(context, cue, words.span) if cue else None,
        place=where if where != whom else None,
        time=said_on(context, cue, words.span) if cue else None,
        via=speaker.via,
        verbatim=document.translation is None and words.type != "indirect",
    )


def _cue_words(cue: Cue) -> Span:
    """The verb with its auxiliaries and clitics, and with the words that make it a cue: `a clairement fait |savoir|`."""
    if not cue.entry.rest:
        return cue.group
    behind = cue.sentence.tokens[cue.verb.index + 1 : cue.verb.index + 1 + NEAR + len(cue.entry.rest)]
    last = next((token for token in behind if token.text.lower() == cue.entry.rest[-1]), cue.verb)
    if any(token.text in QUOTES for token in behind if token.start < last.start):
        return cue.group  # `mettait ainsi "en garde les marins"`
    return Span(cue.group.start, max(cue.group.end, last.end))
