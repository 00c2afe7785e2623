"""Whom a speaker cites with the words behind a colon: `X a parlé, citant |Y| : "..."`."""

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import noun_phrase, objects
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue

COLON = 3
"""Code points behind a name within which a colon follows it."""
BROKEN = ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON")
"""What ends the title of whoever is cited."""


def cited(context: Context, cue: Cue) -> Token | None:
    """The head of the phrase that names whoever is cited with what follows a colon; None where the verb does not cite anyone."""
    if cue.verb.lemma not in context.pack.words("cues")["order"]["citing"] or cue.inverted:
        return None
    someone = next((token for token in objects(cue.verb) if token.start > cue.verb.end and context.who.of(token)), None)
    if someone is not None and _has_colon(context, noun_phrase(someone).end):
        return someone
    return _before_colon(context, cue)


def _before_colon(context: Context, cue: Cue) -> Token | None:
    """The person whose name stands right before the colon, where nothing but their title is between the verb and it."""
    for token in cue.sentence.tokens[cue.verb.index + 1 :]:
        name = context.who.at(token.span)
        if token.pos in BROKEN:
            return None
        if isinstance(name, Mention) and name.type == "PER" and name.span.start == token.start:
            return token if _has_colon(context, name.span.end) else None
        if token.pos == "PROPN":
            return token if _has_colon(context, name_end(context, token)) else None
    return None


def name_end(context: Context, token: Token) -> int:
    """Where a name ends that the tagger of names has missed: with the last word of its run that is written with a capital."""
    sentence = context.sentence_at(token.start)
    behind = sentence.tokens[token.index + 1 :] if sentence is not None else []
    return next(
        (before.end for before, word in zip((token, *behind), behind, strict=False) if word.text != "-" and not word.text[0].isupper()), token.end
    )


def _has_colon(context: Context, end: int) -> bool:
    return context.text[end : end + COLON].lstrip(GAPS).startswith(":")
