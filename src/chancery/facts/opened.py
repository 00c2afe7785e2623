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
NEAR = 5
"""Tokens behind a quotation within which a verb closes it."""


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


def closed_by_other(context: Context, end: int, places: set[int]) -> bool:
    """Whether a verb of speech with a noun for its subject closes the quotation that ends there: `X a dit que ... : "..."|, a résumé Y|`."""
    quote = context.quote_at(end)
    sentence = context.sentence_at(end) if quote is not None else None
    behind = [token for token in sentence.tokens if token.start >= quote.outer.end][:NEAR] if quote is not None and sentence is not None else []
    verb = next((place for place, token in enumerate(behind) if token.start in places), None)
    if verb is None or behind[0].text != "," or verb + 1 >= len(behind):
        return False
    return behind[verb + 1].pos in ("DET", "PROPN", "NOUN")


def _with_predicate(context: Context, cue: Cue, quote: Quotation) -> Words:
    """The quotation; with the verb that follows where its words are but the subject of that: `: |"deux sur trois" restent exposés|`."""
    behind = Span(quote.outer.end, max(quote.outer.end, context.seam_after(quote.outer.end, cue.sentence.span.end)))
    first = next(iter(context.words(behind)), None)
    if first is None or not is_finite(first) or context.says(quote) or first.start != context.forward_over_gaps(quote.outer.end):
        return Words(quote.inner, "direct", (quote,))
    return typed(context, Span(quote.outer.start, behind.end).trimmed(context.text, GAPS + "." + ","))


def is_finite_cue(verb: Token) -> bool:
    """Whether a verb of speech has a subject of its own to speak: it is finite, or its auxiliary is."""
    return is_finite(verb) or any(is_finite(helper) for helper in verb.all("aux"))
