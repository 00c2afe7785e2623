"""Embedded social posts: what was posted, and by whom."""

import re
from collections.abc import Iterator

from chancery.facts.context import GAPS, Context
from chancery.facts.fact import Statement
from chancery.span import Span

SIGNED = re.compile(r"[—–-]{1,2}\s*(?P<name>[^()\n@]{2,60}?)\s*\(@(?P<handle>\w{1,30})\)")
HANDLE = re.compile(r"[—–-]\s*\S{0,4}\s*@(?P<handle>\w{1,30})")
LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|t\.co/)\S+")


def posted(context: Context) -> Iterator[Span]:
    """Where the posts stand; what is quoted there is nobody's but theirs who posted it."""
    return (block.span for block in context.analysis.document.article() if block.kind == "post")


def posts(context: Context) -> Iterator[Statement]:
    """A statement for each embedded post whose author it names."""
    text = context.text
    for span in posted(context):
        signed = SIGNED.search(text, span.start, span.end)
        if signed is None:
            continue
        words = _words(context, span, signed.start())
        if len(words):
            at = Span(signed.start("name"), signed.end("name"))
            known = context.who.at(at)
            actors = (known.actor, *known.sides) if known and known.actor else ()
            yield Statement(
                document=context.analysis.document.id, evidence=words, type="post", speaker=signed["name"], speaker_actors=actors, speaker_span=at
            )


def _words(context: Context, block: Span, end: int) -> Span:
    """The post's own words: between its marks if it has them, else up to the signature, links at the end left out."""
    quote = next((quote for quote in context.quotes_in(Span(block.start, end)) if quote.outer.start <= block.start + 2), None)
    if quote is not None and quote.inner.end <= end:
        return quote.inner
    link = LINK.search(context.text, block.start, end)
    return Span(block.start, link.start() if link and link.start() > block.start else end).trimmed(context.text, GAPS + "—–-")
