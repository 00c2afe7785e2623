"""In what manner something was said, where its words or what stands beside them tell more than the verb: posted, asked, said in reply."""

import re
from dataclasses import replace
from functools import lru_cache

from chancery.facts.context import Context
from chancery.facts.fact import Statement
from chancery.languages import Pack
from chancery.languages.conjugation import Forms

SEPARATE = re.compile(r"[\s'’-]+")
NEAR = 200
"""Code points between two quotations out of one post, at most."""


@lru_cache(maxsize=8)
def _verbs(pack: Pack) -> Forms:
    lists = pack.words("cues")["manner"]
    going_on = pack.words("cues")["order"]["going_on"]
    return Forms((*lists["posting"], *lists["writing"], *lists["asking"], *lists["saying"], *going_on), pack)


def told_how(context: Context, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with what is known of their manner; last of all, for trust is weighed by what the verb alone tells."""
    told: list[Statement] = []
    for statement in said:
        told.append(_told(context, statement, told[-1] if told else None))
    return tuple(told)


def _told(context: Context, statement: Statement, before: Statement | None) -> Statement:
    words = context.pack.words("cues")["manner"]
    parts = SEPARATE.split((statement.cue or "").lower())
    verbs = {_verbs(context.pack).infinitive(part, "") for part in parts if part}
    posts = bool(verbs & set(words["posting"]) or set(parts) & set(words["posts"])) or _is_posted(context, statement)
    if statement.type == "direct" and (posts or _is_of_post(context, statement, verbs, before)):
        statement = replace(statement, type="post")
    if verbs & set(words["asking"]) and _is_asked(context, statement):
        return replace(statement, cue_class=words["asks"])
    return replace(statement, cue_class=words["says"]) if verbs & set(words["saying"]) else statement


def _is_of_post(context: Context, statement: Statement, verbs: set[str], before: Statement | None) -> bool:
    """Whether a quotation goes on with the post before, or with what was said on the network that the sentence before names, or was written there."""
    if statement.occasion is not None:
        return False
    words, goes_on = context.pack.words("cues")["manner"], bool(verbs & set(context.pack.words("cues")["order"]["going_on"]))
    own = before is not None and before.cue is not None and before.speaker == statement.speaker
    if before is not None and before.type == "post" and own:
        return goes_on and 0 <= statement.evidence.start - before.evidence.end <= NEAR
    sentence = context.sentence_at(statement.evidence.start)
    last = context.previous(sentence) if sentence is not None else None
    if last is None or not (verbs & set(words["writing"]) or (goes_on and own and before is not None and last.span.overlaps(before.evidence))):
        return False
    told = {token.text.lower() for token in last.tokens}
    return bool(told & set(words["networks"])) and not told & set(words["spoken"])


def _is_posted(context: Context, statement: Statement) -> bool:
    """Whether what it was said by is a post on a network, and no film or broadcast there."""
    words = context.pack.words("cues")["manner"]
    means = SEPARATE.split((statement.occasion or "").lower())
    return bool(set(means) & set(words["networks"])) and not set(means) & set(words["spoken"])


def _is_asked(context: Context, statement: Statement) -> bool:
    """Whether it is a question, told or quoted: `demande |si le port rouvre|`. What is asked of somebody is a demand."""
    evidence = statement.evidence
    opening = SEPARATE.split(evidence.of(context.text).lower(), maxsplit=1)[0]
    told = statement.type != "direct" and opening in context.pack.words("cues")["order"]["asking"]
    return told or "?" in context.text[evidence.end - 1 : evidence.end + 2]
