"""In what manner something was said, where its words or what stands beside them tell more than the verb: posted, asked, said in reply."""

import re
from dataclasses import replace
from functools import lru_cache

from chancery.facts.context import Context
from chancery.facts.fact import Statement
from chancery.languages import Pack
from chancery.languages.conjugation import Forms
from chancery.span import Span

SEPARATE = re.compile(r"[\s'’-]+")
BESIDE = 120
"""Code points between a verb and what it asks, at most."""


@lru_cache(maxsize=8)
def _verbs(pack: Pack) -> Forms:
    lists = pack.words("cues")["manner"]
    return Forms((*lists["posting"], *lists["asking"], *lists["reacting"]), pack)


def told_how(context: Context, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with what is known of their manner; last of all, for trust is weighed by what the verb alone tells."""
    return tuple(_told(context, statement) for statement in said)


def _told(context: Context, statement: Statement) -> Statement:
    words = context.pack.words("cues")["manner"]
    parts = SEPARATE.split((statement.cue or "").lower())
    verbs = {_verbs(context.pack).infinitive(part, "") for part in parts if part}
    if statement.type == "direct" and (verbs & set(words["posting"]) or set(parts) & set(words["posts"]) or _is_posted(context, statement)):
        statement = replace(statement, type="post")
    if verbs & set(words["asking"]) and _is_asked(context, statement, parts):
        return replace(statement, cue_class=words["asks"])
    return replace(statement, cue_class=words["says"]) if verbs & set(words["reacting"]) else statement


def _is_posted(context: Context, statement: Statement) -> bool:
    """Whether what it was said by is a post on a network, and no film or broadcast there."""
    words = context.pack.words("cues")["manner"]
    means = SEPARATE.split((statement.occasion or "").lower())
    return bool(set(means) & set(words["networks"])) and not set(means) & set(words["spoken"])


def _is_asked(context: Context, statement: Statement, cue: list[str]) -> bool:
    """Whether it is a question, or something asked of somebody named: `demande |à deux marins| de partir`, `|lui| a demandé de partir`."""
    evidence, words = statement.evidence, context.pack.words("cues")
    if "?" in context.text[evidence.end - 1 : evidence.end + 2]:
        return True
    if set(cue) & set(words["order"]["addressing"]):
        return True
    place = context.text.rfind(statement.cue or "", max(0, evidence.start - BESIDE), evidence.start)
    between = context.words(Span(place + len(statement.cue or ""), evidence.start)) if place >= 0 else []
    return any(token.pos == "ADP" and token.lemma.split(" ")[0].lower() in words["manner"]["of"] for token in between)
