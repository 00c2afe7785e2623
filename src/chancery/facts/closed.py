"""Quotations that a verb of speech behind them closes, where they stand for themselves: `X dit que le port ferme, "nous partirons", répond Y`."""

from chancery.analysis.clauses import own_subject, predicate
from chancery.analysis.quotations import Quotation
from chancery.facts.context import Context
from chancery.facts.speaking import is_finite
from chancery.span import Span

NEAR = 5
"""Tokens behind a quotation within which a verb closes it."""


def closed_by_other(context: Context, end: int, places: set[int]) -> bool:
    """Whether a verb of speech with a noun for its subject closes the quotation that ends there: `X a dit que ... : "..."|, a résumé Y|`."""
    quote = context.quote_at(end)
    sentence = context.sentence_at(end) if quote is not None else None
    behind = [token for token in sentence.tokens if token.start >= quote.outer.end][:NEAR] if quote is not None and sentence is not None else []
    verb = next((place for place, token in enumerate(behind) if token.start in places), None)
    if verb is None or behind[0].text != "," or verb + 1 >= len(behind):
        return False
    return behind[verb + 1].pos in ("DET", "PROPN", "NOUN")


def is_whole(context: Context, quote: Quotation) -> bool:
    """Whether a clause stands between the marks, with the subject of its first verb if that has one."""
    words = context.words(quote.inner)
    verb = next((token for token in words if is_finite(token)), None)
    if verb is None:
        return False
    subject = own_subject(predicate(verb))
    impersonal = context.pack.words("cues")["order"]["plain_inverted"]
    return subject in words if subject is not None else verb is words[0] or words[0].text.lower() in impersonal


def before_closed(context: Context, words: Span, places: set[int]) -> int:
    """Where a reported clause ends before a quoted one that another verb closes: `X dit que le port ferme|, mais "nous restons", répond Y`."""
    for quote in context.quotes_in(words):
        if is_joined(context, Span(words.start, quote.outer.start), quote) and closed_by_other(context, quote.inner.end, places):
            before = context.words(Span(words.start, quote.outer.start))
            end = before[-2].end if before[-1].pos == "CCONJ" else before[-1].end
            return context.back_over_gaps(end, ",")
    return words.end


def is_joined(context: Context, before: Span, quote: Quotation) -> bool:
    """Whether a quoted clause stands for itself behind what is told before it, joined to that by a comma or a conjunction."""
    ahead, inner = context.words(before), context.words(quote.inner)
    if len(ahead) < 2 or not inner or not quote.closed or any(context.quotes_in(before)) or not is_whole(context, quote):
        return False
    joint = ahead[-1].text == "," or ahead[-1].pos == "CCONJ" or inner[0].pos == "CCONJ"
    return joint and any(token.pos in ("VERB", "AUX") for token in ahead)
