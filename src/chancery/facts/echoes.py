"""A headline that calls its speaker by a role alone, by the name of whoever says the same below: `"...", selon un chercheur`."""

from collections.abc import Iterable
from dataclasses import replace

from chancery.analysis import Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.facts.context import Context
from chancery.facts.fact import Statement
from chancery.register import fold
from chancery.span import Span

SHARED = 0.6
"""Of the words that a headline reports, how many stand in the statement that it takes up."""
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
