"""On what a stance or an undertaking depends: `si`, `à condition que`, `en cas de`, as the pack's `commitments.toml` lists them."""

import re
from functools import lru_cache

from chancery.analysis import Sentence, Token
from chancery.analysis.clauses import content_span, is_clausal
from chancery.analysis.reading import levelled
from chancery.languages import Pack
from chancery.span import Span

LONGEST = 160
"""Words of a fact are cut at the last word before so many code points."""


@lru_cache(maxsize=8)
def _phrases(pack: Pack) -> re.Pattern[str]:
    phrases = sorted(pack.words("commitments")["conditions"]["phrases"], key=len, reverse=True)
    return re.compile("(?<!\\w)(?:" + "|".join(map(re.escape, phrases)) + ")(?!\\w)", re.IGNORECASE)


def condition(head: Token, sentence: Sentence, text: str, pack: Pack) -> str | None:
    """The words of the condition that a clause hangs on, its conjunction included; None if it hangs on none."""
    marks = frozenset(pack.words("commitments")["conditions"]["marks"])
    tree = head.subtree()
    for mark in tree:
        clause = _clause(mark) if mark.pos in ("SCONJ", "ADV") and mark.text.lower() in marks else None
        if clause is not None and clause is not head and clause.start > mark.start:
            return written(Span(mark.start, content_span(clause).end), text)
    stretch = Span(tree[0].start, tree[-1].end)
    found = _phrases(pack).search(levelled(stretch.of(text)))
    if found is None:
        return None
    start = stretch.start + found.start()
    return written(Span(start, max(_end(tree, start), stretch.start + found.end())), text)


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


def written(span: Span, text: str) -> str:
    """The words of a span on one line, cut at a word where they are long."""
    words = " ".join(span.of(text).split())
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
