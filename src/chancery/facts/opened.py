"""The quotation that a verb of speech opens with a colon: `X a répondu : « ... »`."""

from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.quotations import Quotation
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.reported import Words, typed
from chancery.facts.speaking import is_finite
from chancery.span import Span

REACH = 250
"""Code points between a cue and the colon that opens its quotation."""


def opened_by(context: Context, cue: Cue, places: set[int]) -> Iterator[Words]:
    """The quotation after a colon behind the cue; if another verb of speech (`places`) stands between, it is that one's."""
    behind = [token for token in cue.sentence.tokens[cue.verb.index + 1 :] if token.start in places and not context.quote_at(token.start)]
    for quote in context.quotes_in(Span(cue.verb.end, min(len(context.text), cue.verb.end + REACH))):
        if any(is_finite_cue(token) for token in behind if token.start < quote.outer.start):
            return  # a verb that closes the quotation says the same once more
        between = context.text[cue.verb.end : quote.outer.start]
        if between.rstrip(GAPS).endswith(":") and "\n\n" not in between and not any(point + " " in between for point in ".!?"):
            yield _with_predicate(context, cue, quote)
        return


def _with_predicate(context: Context, cue: Cue, quote: Quotation) -> Words:
    """The quotation; with the verb that follows where its words are but the subject of that: `: |"deux sur trois" restent exposés|`."""
    behind = Span(quote.outer.end, max(quote.outer.end, context.seam_after(quote.outer.end, cue.sentence.span.end)))
    more = next(context.quotes_in(behind), None)
    if more is not None and _belongs(context, quote, more):
        return typed(context, Span(quote.outer.start, more.outer.end))
    first = next(iter(context.words(behind)), None)
    if first is None or not is_finite(first) or context.says(quote) or first.start != context.forward_over_gaps(quote.outer.end):
        return Words(quote.inner, "direct", (quote,))
    return typed(context, Span(quote.outer.start, behind.end).trimmed(context.text, GAPS + "." + ","))


def _belongs(context: Context, one: Quotation, other: Quotation) -> bool:
    """Whether a second quotation holds the verb of the first, its subject, or goes on with its last words: `: "la lutte" des marins |"continue"|`."""
    between, inner = context.words(Span(one.outer.end, other.outer.start)), context.words(other.inner)
    if not inner or not other.closed or context.text[other.inner.start].isupper():
        return False
    joined = [token.pos for token in between] == ["CCONJ"]
    negated = inner[0].lemma.lower() in ("ne", "n'") and len(inner) > 1
    predicate = is_finite(inner[1] if negated else inner[0]) and not context.says(one)
    plain = not any(token.text in ",:;." or token.pos == "CCONJ" for token in between)
    return (joined and not context.tells(other.inner)) or (predicate and plain)


def is_finite_cue(verb: Token) -> bool:
    """Whether a verb of speech has a subject of its own to speak: it is finite, or its auxiliary is."""
    return is_finite(verb) or any(is_finite(helper) for helper in verb.all("aux"))
