"""What an issue or an undertaking needs to be understood by itself: its first word, its last one, and no pronoun for what is not told."""

from collections.abc import Callable

from chancery.analysis import Token
from chancery.analysis.clauses import clause_span, own_subject, preposition
from chancery.facts.marks import MARKS
from chancery.span import Span

NEXT = 2
"""Code points between a noun and the relative clause that says which one is meant: a space, and a mark."""
QUOTES = frozenset((*MARKS, *MARKS.values()))


def inside(span: Span, tokens: list[Token]) -> list[Token]:
    """The words of a stretch, without the quotation marks around them."""
    return [token for token in tokens if span.start <= token.start and token.end <= span.end and token.text not in QUOTES]


def opened(span: Span, tokens: list[Token], of: frozenset[str], *, asked: bool) -> Span | None:
    """The stretch without the preposition that ties it to what is before.

    Where that brings in who is `asked`, it is what they are to do (`aux maires de |partir|`), and nothing without that.
    """
    words = inside(span, tokens)
    first = words[0] if words else None
    if first is not None and first.morph.get("PronType") == "Rel":
        return None
    if first is None or first.pos != "ADP" or len(words) == 1:
        return span
    if first.text.lower() in ("d'", *of) and first.head.morph.get("VerbForm") != "Fin":
        start = words[1].start
        return Span(_before_mark(start, tokens), span.end)
    if first.dep == "case" and preposition(first.head) == "à":
        bidden = (token for token in words if token.morph.get("VerbForm") == "Inf" and (preposition(token) in of or token is words[1]))
        plain = None if asked else Span(_before_mark(words[1].start, tokens), span.end)
        return next((Span(token.start, span.end) for token in bidden), plain)
    return span


def _before_mark(start: int, tokens: list[Token]) -> int:
    """Where the quotation mark stands that opens right before a word; the word's own place if none does."""
    mark = next((token for token in tokens if token.end == start and token.text in QUOTES), None)
    return mark.start if mark is not None else start


def with_relative(span: Span, tokens: list[Token], limit: Span, head: Token) -> Span:
    """The stretch with the relative clause right behind it that says which one is meant: `un défi |dans lequel il se lance|`.

    No name needs one; nor is it one in which the `head` stands that governs the stretch: `un vote |qu'il refuse|`.
    """
    words = inside(span, tokens)
    held = set(words)
    for token in reversed(words):
        for clause in token.all("acl:relcl"):
            parts = [part for part in clause.subtree() if part.text not in QUOTES]
            near = parts[0] not in held and parts[0].pos != "PUNCT" and 0 <= parts[0].start - span.end <= NEXT
            whole = Span(span.start, clause_span(clause).end)
            told = own_subject(clause)
            if near and head not in parts and words[-1].pos != "PROPN" and told is not None and whole.contains(told.span) and whole.end <= limit.end:
                last = inside(whole, tokens)[-1]
                return span if last.pos in ("ADP", "DET", "AUX") or last.morph.get("PronType") == "Rel" else whole
    return span


def longer(span: Span, end: int, tokens: list[Token]) -> Span:
    """The stretch up to a place, or to the first comma before it outside marks: what stands behind one may be told of it, and not be part of it."""
    quoted = False
    for token in tokens:
        if token.text in QUOTES:
            quoted = not quoted
        aside = token.pos == "ADV" and token.index + 1 < len(tokens) and tokens[token.index + 1].pos == "SCONJ"  # `|alors que| d'autres partent`
        stops = aside or (token.pos == "PUNCT" and token.text not in QUOTES)
        if span.end <= token.start < end and stops and not quoted:
            last = inside(Span(span.start, token.start), tokens)[-1]
            cut = last.pos in ("VERB", "AUX") and any(child.start > token.start for child in last.all("nsubj"))
            return span if cut else Span(span.start, max(span.end, last.end, _closed_at(last, tokens)))
    return Span(span.start, end)


def _closed_at(last: Token, tokens: list[Token]) -> int:
    """Where the mark ends that closes right behind a word; its own end where none does."""
    after = tokens[last.index + 1] if last.index + 1 < len(tokens) else last
    return after.end if after.text in QUOTES and after.start == last.end else last.end


def infinitive(span: Span, tokens: list[Token]) -> Token | None:
    """The first infinitive of a stretch."""
    return next((token for token in inside(span, tokens) if token.morph.get("VerbForm") == "Inf"), None)


def is_pointing(verb: Token | None, pronouns: frozenset[str], of_it: frozenset[str], known: Callable[[Token], object]) -> bool:
    """Whether a verb has but a pronoun for what it is done to, and so tells nothing by itself: `le faire`, `vouloir |la retirer|`, `en parler`.

    One for somebody `known` does no harm: who he is is told beside it.
    """
    while verb is not None:
        told = any(child.pos in ("NOUN", "PROPN") and child.start > verb.start for child in verb.children)
        alone = pronouns if told else pronouns | of_it
        words = (child for child in verb.children if child.pos == "PRON" and child.text.lower() in alone)
        if any((child.start < verb.start or child.dep == "obj") and not known(child) for child in words):
            return True
        below = None if told else next((child for child in verb.all("xcomp") if child.start > verb.start), None)
        verb = below if below is not None and below.morph.get("VerbForm") == "Inf" else None
    return False
