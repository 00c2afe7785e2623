"""In what manner something was said, where its words or what stands beside them tell more than the verb: posted, asked, said in reply."""

import re
from dataclasses import replace
from functools import lru_cache

from chancery.facts.context import Context
from chancery.facts.fact import Statement
from chancery.languages import Pack
from chancery.languages.conjugation import Forms

SEPARATE = re.compile(r"[\s'’-]+")


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
    if verbs & set(words["asking"]) and _is_asked(context, statement):
        return replace(statement, cue_class=words["asks"])
    return replace(statement, cue_class=words["says"]) if verbs & set(words["reacting"]) else statement


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
