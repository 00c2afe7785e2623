"""What leads up to reported words at the head of their sentence and is the outlet's own: a list before a colon, a remark on what is told."""

import re

from chancery.facts.context import GAPS, Context
from chancery.span import Span

COLON = re.compile(r"\s?:\s")


def behind_lead(context: Context, before: Span) -> Span:
    """The clause without the outlet's words before it: `Deux morts, un blessé : |le port ferme|`; `Signe des temps, |le port ferme|`; else as given.

    A lead that is a clause itself may be the source's, and stays.
    """
    colons = [found for found in COLON.finditer(context.text, before.start, before.end) if not context.quote_at(found.start())]
    start = colons[-1].end() if colons and _leads(context, Span(before.start, colons[-1].start()), before.end) else before.start
    words = context.words(Span(start, before.end))
    comma = next((token for token in words if token.text == ","), None)
    if comma is not None and words[0].lemma.lower() in context.pack.words("cues")["order"]["remarking"] and words[1].pos != "PUNCT":
        start = comma.end if _leads(context, Span(start, comma.start), before.end) else start
    return Span(start, before.end).trimmed(context.text, GAPS)


def _leads(context: Context, lead: Span, end: int) -> bool:
    """Whether a clause follows what is none, with nothing quoted in that."""
    return not any(context.quotes_in(lead)) and not context.tells(lead) and context.tells(Span(lead.end, end))
