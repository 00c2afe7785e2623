"""The words of an undertaking: from its own clause's first word to its last, without what the clauses beside it tell."""

from chancery.analysis import Token
from chancery.analysis.clauses import own_subject
from chancery.facts.stated import QUOTES, inside
from chancery.span import Span

LIGHT = frozenset(("PUNCT", "ADV", "AUX", "CCONJ", "SCONJ", "PRON", "INTJ"))
"""Parts of speech that do not tell what is done."""


def own_start(verb: Token, span: Span, tokens: list[Token]) -> int:
    """Where the clause of a future begins, behind others that the parser gives it: `je vous prie de partir, et |nous suivrons|`."""
    host = _finite(verb)
    own = own_subject(host)
    if own is not None and own.morph.get("PronType") == "Rel":
        return span.start
    near = own if own is not None and own.start < host.start else None
    first = min((part.start for part in near.subtree()), default=near.start) if near is not None else _group(host, tokens)
    if first <= span.start:
        return span.start
    ahead = [token for token in tokens if span.start <= token.start < first]
    told = any("Mood" in token.morph and token.dep != "acl:relcl" for token in ahead)
    return first if told or (ahead and ahead[-1].pos == "SCONJ") else span.start


def _finite(verb: Token) -> Token:
    """The verb that carries the future of an infinitive (`|allons| partir`); else the verb."""
    return verb.head if verb.morph.get("VerbForm") == "Inf" and verb.head.morph.get("VerbForm") == "Fin" else verb


def _group(verb: Token, tokens: list[Token]) -> int:
    """Where a verb with its auxiliaries and clitics begins."""
    first = verb.index
    while first and tokens[first - 1].head is verb and tokens[first - 1].pos in ("PRON", "AUX"):
        first -= 1
    return tokens[first].start


def less_aside(span: Span, verb: Token, tokens: list[Token], conditions: frozenset[str]) -> Span:
    """The words of a clause without one behind a comma that adds to it: `partir, |alors que d'autres restent|`; what it depends on stays."""
    for clause in (*verb.all("advcl"), *(part for noun in verb.all("obj", "obl") for part in noun.all("acl"))):
        parts = clause.subtree()
        first = next((part for part in parts if part.pos != "PUNCT"), clause)
        before = tokens[first.index - 1]
        gerund = clause.morph.get("VerbForm") == "Part" and clause.morph.get("Tense") == "Pres"
        inner = gerund or clause.morph.get("VerbForm") == "Inf" or first.text.lower() in conditions or first.start <= verb.start
        quoted = sum(token.text in QUOTES for token in tokens if span.start <= token.start < before.start) % 2
        if before.text == "," and not inner and not quoted and span.start < before.start < span.end <= parts[-1].end + 1:
            return Span(span.start, before.start)
    return span


def less_joined(span: Span, verb: Token, tokens: list[Token]) -> Span:
    """The words of an infinitive up to a verb that is joined to them and tells another thing: `promet de partir |et salue ...|`."""
    words = inside(span, tokens)
    quoted = False
    for token in tokens:
        if token.text in QUOTES:
            quoted = not quoted
        if token not in words or token.pos != "CCONJ" or quoted or token.start < verb.end:
            continue
        behind = next((word for word in words if word.start > token.start and word.pos not in ("ADV", "PRON")), None)
        before = [word for word in words if verb.end <= word.start < token.start]
        below = any(word.pos == "SCONJ" or word.morph.get("PronType") == "Rel" for word in before)
        if behind is not None and before and _tells(behind) and not below:
            return Span(span.start, _last(before, tokens))
    return span


def _last(words: list[Token], tokens: list[Token]) -> int:
    """Where words end, with the mark that closes right behind them."""
    last = words[-1]
    after = tokens[last.index + 1] if last.index + 1 < len(tokens) else last
    return after.end if after.text in QUOTES and after.start == last.end else last.end


def _tells(verb: Token) -> bool:
    """Whether a verb is finite, or a participle that goes on from another and describes no noun."""
    if verb.pos not in ("VERB", "AUX"):
        return False
    past = verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Past"
    return "Mood" in verb.morph or (past and verb.dep == "conj")


def is_bare(verb: Token, span: Span, tokens: list[Token]) -> bool:
    """Whether a clause has but its subject and its verb, and so does not tell what is to be done: `nous allons discuter`."""
    host = _finite(verb)
    own = own_subject(host)
    acting = set(own.subtree()) if own is not None else set()
    if any(child.dep in ("expl:pv", "expl:pass") for child in (*verb.children, *host.children)):
        return False
    return all(token in acting or token in (verb, host) or token.pos in LIGHT for token in inside(span, tokens))
