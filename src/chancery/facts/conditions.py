"""On what a stance or an undertaking depends: `si`, `à condition que`, `en cas de`, as the pack's `commitments.toml` lists them."""

import re
from functools import lru_cache

from chancery.analysis import Sentence, Token
from chancery.analysis.clauses import content_span, markers
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
    for token in tree:
        if token is not head and token.dep.partition(":")[0] in ("advcl", "ccomp", "conj") and marks & set(markers(token)):
            mark = next(child for child in token.all("mark") if child.lemma.lower() in marks)
            return written(Span(mark.start, max(mark.end, content_span(token).end)), text)
    stretch = Span(tree[0].start, tree[-1].end)
    found = _phrases(pack).search(levelled(stretch.of(text)))
    if found is None:
        return None
    start = stretch.start + found.start()
    return written(Span(start, max(_end(tree, start), stretch.start + found.end())), text)


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
