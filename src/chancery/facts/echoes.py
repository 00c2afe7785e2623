"""A headline that calls its speaker by a role alone, by the name of whoever says the same below: `"...", selon un chercheur`."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from chancery.analysis import Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.facts.context import Context
from chancery.facts.fact import Statement
from chancery.register import fold
from chancery.span import Span

SHARED = 0.6
"""Of the words that a headline reports, how many stand in the statement that it takes up."""
NEAR = 400
"""Code points behind a statement within which its speaker goes on."""
TITLE = 40
"""Code points behind a name in which a title begins that explains it."""
LEAST = 2
"""Words that the two must share."""
KINDS = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
"""Words that tell one statement from another."""
KNOWN = ("person:", "org:")
GENDERS = {"Masc": "m", "Fem": "f"}


def named_below(context: Context, found: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements as given, but that those of a headline whose speaker is one role without a name have the name from below."""
    headings = [block.span for block in context.analysis.document.article() if block.kind == "headline"]
    several = tuple(found)
    below = [(_words(context, one.evidence), one) for one in several if _is_named(one) and not _within(one, headings)]
    return tuple(_named(context, one, below) if _is_open(context, one) and _within(one, headings) else one for one in several)


def named_next(context: Context, found: Iterable[Statement], going_on: frozenset[str]) -> tuple[Statement, ...]:
    """The statements as given, but that one role without a name has that of whoever goes on right behind, who is brought in by the bare name there.

    `un porte-parole a expliqué que ... "...", a précisé |Jan Kowal|.`; `going_on` are the cues of verbs for that.
    """
    several = list(found)
    for place, (one, after) in enumerate(pairwise(several)):
        if _is_open(context, one) and _is_named(after) and after.cue in going_on and _is_brought_in(context, one, after):
            several[place] = replace(one, speaker=after.speaker, speaker_actors=after.speaker_actors, anonymous=False)
    return tuple(several)


def _is_brought_in(context: Context, one: Statement, after: Statement) -> bool:
    """Whether the name that the later statement gives stands there for the first time, near and without a title, and can be the role's."""
    span, role = after.speaker_span, _role(context, one)
    near = one.evidence.end <= after.evidence.start <= one.evidence.end + NEAR
    if span is None or role is None or not near or span.start < one.evidence.end:
        return False
    people = [item for item in context.analysis.mentions if item.type == "PER" and item.actor in after.speaker_actors]
    headings = [block.span for block in context.analysis.document.article() if block.kind == "headline"]
    first = min((item.span for item in people if not any(heading.contains(item.span) for heading in headings)), default=None)
    behind = context.text[span.end : span.end + 2]
    bare = first == span and not (behind.startswith(",") and _explains(context, span.end))
    theirs, gender = lexicon_of(context.pack).person_gender(after.speaker or ""), GENDERS.get(role.morph.get("Gender", ""), "")
    return bare and not (theirs and gender and theirs != gender)


def _explains(context: Context, end: int) -> bool:
    """Whether a noun stands right behind the comma at the end of a name, and so brings its bearer in anew."""
    behind = context.words(Span(end, min(end + TITLE, len(context.text))))[1:3]
    return any(word.pos in ("NOUN", "PROPN") for word in behind)


def _within(statement: Statement, headings: list[Span]) -> bool:
    return any(span.contains(statement.evidence) for span in headings)


def _is_named(statement: Statement) -> bool:
    """Whether one person or body says it, who is known by name."""
    return sum(actor.startswith(KNOWN) for actor in statement.speaker_actors) == 1


def _is_open(context: Context, statement: Statement) -> bool:
    """Whether a role, in the singular, is all that is known of the speaker."""
    role = _role(context, statement)
    return role is not None and not statement.speaker_actors and role.morph.get("Number") != "Plur"


def _role(context: Context, statement: Statement) -> Token | None:
    """The noun by which the headline calls the speaker; None where it calls several."""
    words = context.words(statement.speaker_span) if statement.speaker_span is not None else []
    several = not set(context.pack.words("cues")["order"]["joins"]).isdisjoint((statement.speaker or "").split())
    noun = next((word for word in words if word.pos == "NOUN" and word.head not in words and word.text[0].islower()), None)
    return None if several else noun


def _words(context: Context, span: Span) -> frozenset[str]:
    return frozenset(fold(token.lemma) for token in context.words(span) if token.pos in KINDS)


def _named(context: Context, statement: Statement, below: list[tuple[frozenset[str], Statement]]) -> Statement:
    """The headline's statement as that of the one who says most of its words below; as it is where nobody does, or two do as well."""
    own, role = _words(context, statement.evidence), _role(context, statement)
    shared = [(len(own & words), one) for words, one in below if len(own & words) >= max(LEAST, SHARED * len(own))]
    most = max((count for count, _ in shared), default=0)
    best = {one.speaker: one for count, one in reversed(shared) if count == most}
    if len(best) != 1 or role is None:
        return statement
    one = next(iter(best.values()))
    theirs, gender = lexicon_of(context.pack).person_gender(one.speaker or ""), GENDERS.get(role.morph.get("Gender", ""), "")
    if theirs and gender and theirs != gender:
        return statement
    return replace(statement, speaker=one.speaker, speaker_actors=one.speaker_actors, anonymous=False)
