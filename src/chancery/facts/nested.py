"""Speech inside speech: what someone is said to have said, within another's words. Both speakers are kept."""

from collections.abc import Iterator

from chancery.analysis.clauses import in_condition, is_negated
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.endings import QUE
from chancery.facts.fact import Statement, Voice
from chancery.facts.reported import reported
from chancery.facts.said import Said
from chancery.facts.signed import signed
from chancery.facts.speakers import speaker_of
from chancery.facts.status import unreal


def nested(context: Context, said: Said, reporting: list[Cue], places: set[int]) -> Iterator[Statement]:
    """The statements within others, in text order, one within each cue's reach; those of the same speaker, or of nobody known, are left out.

    Their voice is the speaker of the statement around them.
    """
    end = 0
    for cue in reporting:
        around = next(iter(said.overlapping(cue.verb.span)), None)
        if around is None or around.type == "post" or not around.evidence.contains(cue.verb.span) or cue.verb.start < end:
            continue
        for statement in _within(context, cue, around, places):
            end = statement.evidence.end
            yield statement


def _within(context: Context, cue: Cue, around: Statement, places: set[int]) -> Iterator[Statement]:
    if "marked" in cue.entry.takes:
        return  # whoever tells of another's attitude has put the marks there
    own = cue.subject is not None and cue.subject.morph.get("Person") in ("1", "2")
    ahead = cue.sentence.tokens[max(0, cue.verb.index - 2) : cue.verb.index + 2]
    restricts = ahead[-1].text.lower() in QUE and any(word.lemma == "ne" for word in ahead[:2])  # `ne relève que du hasard`
    if own or restricts or is_negated(cue.verb) or in_condition(cue.verb, cue.sentence.tokens, unreal(context.pack).conditions):
        return
    contents = [words for words in reported(context, cue, places) if around.evidence.contains(words.span) and " " in words.span.of(context.text)]
    speaker = speaker_of(context, cue, None) if contents else None
    if speaker is None or not speaker.name or speaker.span is None or not speaker.span.overlaps(around.evidence) or speaker.name == around.speaker:
        return
    if not speaker.actors and cue.subject is not None and cue.subject.pos == "PROPN":
        return  # a name that is nobody's is no known speaker
    voice = Voice(around.speaker, around.speaker_actors, around.via)
    for words in contents:
        yield signed(context, words, speaker, cue, voice)
