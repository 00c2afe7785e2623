"""On what a stance or an undertaking depends: `si`, `à condition que`, `en cas de`, as the pack's `commitments.toml` lists them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Token
from chancery.analysis.clauses import content_span, is_clausal
from chancery.analysis.reading import levelled
from chancery.languages import Pack
from chancery.span import Span

ELSEWHERE = frozenset(("parataxis", "acl:relcl"))
"""Relations of clauses whose conditions are their own."""
LONGEST = 160
"""Words of a fact are cut at the last word before so many code points."""


@dataclass(frozen=True, slots=True)
class Words:
    """The list `conditions` of the pack's `commitments.toml`."""

    marks: frozenset[str]
    phrases: re.Pattern[str]
    asked: frozenset[str]


@lru_cache(maxsize=8)
def words(pack: Pack) -> Words:
    """What opens a condition, made once."""
    lists = pack.words("commitments")["conditions"]
    phrases = sorted(lists["phrases"], key=len, reverse=True)
    pattern = re.compile("(?<!\\w)(?:" + "|".join(map(re.escape, phrases)) + ")(?:(?<=')|(?!\\w))", re.IGNORECASE)
    return Words(frozenset(lists["marks"]), pattern, frozenset(lists["asked"]))


def condition(head: Token, text: str, pack: Pack) -> str | None:
    """The words of the condition that a clause hangs on, its conjunction included; None if it hangs on none."""
    known, tree = words(pack), own(head)
    for mark in tree:
        clause = _clause(mark) if (mark.pos == "SCONJ" or mark.dep == "mark") and mark.text.lower() in known.marks else None
        if clause is not None and clause is not head and clause.start > mark.start and not _asked(mark, clause, tree, known):
            return written(Span(mark.start, content_span(clause).end), text)
    stretch = Span(tree[0].start, tree[-1].end)
    for found in known.phrases.finditer(levelled(stretch.of(text))):
        start = stretch.start + found.start()
        if any(token.start == start for token in tree):
            end = stretch.start + found.end()
            return written(Span(start, max(_end(tree, start), end, *_opened(tree, end))), text)
    return None


def behind(end: int, tokens: list[Token], text: str, pack: Pack) -> str | None:
    """The condition that opens right behind a clause, whatever the parser hangs it on; None if none does."""
    mark = next((token for token in tokens if token.start >= end), None)
    if mark is None or mark.pos != "SCONJ" or mark.text.lower() not in words(pack).marks or mark.start - end > 1:
        return None
    clause = _clause(mark)
    return written(Span(mark.start, content_span(clause).end), text) if clause is not None and clause.start > mark.start else None


def bare(span: Span, text: str, pack: Pack) -> Span:
    """The words before the phrase that makes a condition of what follows it, if they have one: what is offered, without on what condition."""
    found = next((found for found in words(pack).phrases.finditer(levelled(span.of(text))) if found.start()), None)
    return Span(span.start, span.start + found.start()).trimmed(text, " ,") if found else span


def own(head: Token) -> list[Token]:
    """The words that a predicate governs, without what is coordinated with it, relative clauses and asides: what they hang on is another's."""
    found, open_ = [], [head]
    while open_:
        token = open_.pop()
        found.append(token)
        open_.extend(child for child in token.children if child.dep not in ELSEWHERE and not _other(child, head))
    return sorted(found, key=lambda token: token.start)


def _other(token: Token, head: Token) -> bool:
    return token.dep == "conj" and token.head is head and is_clausal(token)


def _asked(mark: Token, clause: Token, tree: list[Token], known: Words) -> bool:
    """Whether the clause is an indirect question: `savoir si`, `décider s'il reste`, `la question de savoir si`; or a concession: `même si`."""
    near = {clause.head.lemma.lower(), *(token.lemma.lower() for token in tree if token.index == mark.index - 1)}
    return bool(near & known.asked)


def _clause(mark: Token) -> Token | None:
    """The predicate of the clause that a conjunction opens, through whatever the parser hangs it on."""
    token = mark
    while token.head is not token and not (token is not mark and is_clausal(token)):
        token = token.head
    return token if is_clausal(token) else None


def _end(tree: list[Token], start: int) -> int:
    """Where the phrase that begins at a place ends: with what its first word's head governs."""
    first = next((token for token in tree if token.end > start), tree[-1])
    while first.head is not first and first.dep.partition(":")[0] in ("case", "mark", "fixed", "cc", "advmod", "det"):
        first = first.head
    return first.subtree()[-1].end if first.start >= start else first.end


def _opened(tree: list[Token], end: int) -> Iterator[int]:
    """Where the clause ends that the last word of a phrase opens: `à condition que Lima signe et que Quito paie`."""
    mark = next((token for token in tree if token.end == end and token.pos == "SCONJ"), None)
    clause = _clause(mark) if mark is not None else None
    if clause is not None and clause.start > end:
        yield clause.subtree()[-1].end


def written(span: Span, text: str) -> str:
    """The words of a span on one line, cut at a word where they are long."""
    words = " ".join(span.of(text).split())
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
