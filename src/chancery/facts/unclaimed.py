"""Quotations that no cue introduces: those that go on from a statement before, and those of headlines."""

from bisect import bisect_left
from collections.abc import Iterator

from chancery.analysis import Mention, Sentence
from chancery.analysis.quotations import Quotation
from chancery.facts.context import GAPS, Context
from chancery.facts.fact import Statement
from chancery.facts.led import led_in, nobody_else
from chancery.facts.reported import Words
from chancery.facts.said import Said
from chancery.facts.speaker import Speaker
from chancery.facts.speaking import is_finite
from chancery.span import Span

ENDS = tuple('.!?…»"”')
SHORTEST = 4
"""Words; a shorter quotation without a cue is a name or an expression."""
NEXT = 20
"""Code points behind a quotation that hold the word after it."""
BRACKET = 30
"""Code points of the longest party in brackets behind a name."""
REACH = 700
"""Code points from the last statement within which a quotation that opens a paragraph goes on."""


def unclaimed(context: Context, said: Said, taken: set[Quotation], unknown: list[int]) -> Iterator[tuple[Words, Speaker]]:
    """Each quoted sentence without a cue, with whose it must be; those of which that cannot be told are left out.

    `unknown` are the places, in text order, where someone spoke of whom it is not known who it is: nobody goes on speaking behind them.
    """
    speaker_at: dict[int, Speaker] = {}
    for quote in context.quotes:
        if quote in taken or said.overlapping(quote.outer):
            continue
        beside = _beside(context, quote) or _captioned(context, quote)
        if beside is not None:
            yield Words(quote.inner, "direct", (quote,)), beside
            continue
        if not _is_sentence(context, quote) or _goes_on(context, quote) or context.heads(quote) or _stands_over(context, quote):
            continue
        last = said.last_before(quote.outer.start)
        if last is not None and bisect_left(unknown, last.evidence.end) < bisect_left(unknown, quote.outer.start):
            continue
        speaker = _going_on(context, quote, last, speaker_at) or led_in(context, quote, last)
        if speaker is not None:
            speaker_at[quote.outer.end] = speaker
            yield Words(quote.inner, "direct", (quote,)), speaker


def _is_sentence(context: Context, quote: Quotation) -> bool:
    return len(context.words(quote.inner)) >= SHORTEST and context.tells(quote.inner)


def _goes_on(context: Context, quote: Quotation) -> bool:
    """Whether what follows ties the words into the outlet's clause, or to someone else: `"..." de mousson`, `"..." pour X`, `"...", tandis que`."""
    inverted = tuple(context.pack.words("cues")["order"]["inverted"])
    words = context.words(Span(quote.outer.end, quote.outer.end + NEXT))
    if not quote.closed or not words or words[0].start != context.forward_over_gaps(quote.outer.end):
        return False
    if words[0].text == ",":
        return not any(word.text.lower().endswith(inverted) for word in words)
    return words[0].pos == "ADP" and words[0].text.islower()


def _stands_over(context: Context, quote: Quotation) -> bool:
    """Whether no point ends the words, inside their marks or behind, and a sentence begins: a heading that lost its line."""
    behind = context.text[quote.outer.end : quote.outer.end + 2]
    position = context.back_over_gaps(quote.outer.start)
    before = context.text[max(0, position - 1) : position]
    ends = quote.inner.of(context.text)[-1] in ENDS
    return quote.closed and not ends and before in ENDS and behind[:1] == " " and behind[1:].isupper()


def _going_on(context: Context, quote: Quotation, last: Statement | None, speaker_at: dict[int, Speaker]) -> Speaker | None:
    """Who goes on speaking: in the paragraph of the last statement, or at the head of the next one."""
    position = context.back_over_gaps(quote.outer.start)
    if position in speaker_at:
        return speaker_at[position]
    if last is None or last.speaker is None or last.type == "post":
        return None
    between = context.text[last.evidence.end : quote.outer.start]
    heads = "\n" in context.text[position : quote.outer.start] or position == 0
    begins = context.text[position - 1] in '.!?»"”:' if position else True
    quiet = not _told_between(context, last.evidence.end, quote.outer.start) or nobody_else(context, quote, last)
    if (begins and "\n" not in between and quiet) or (
        heads and len(between) <= REACH and between.count("\n\n") <= 2 and last.type in ("direct", "mixed")
    ):
        return Speaker(last.speaker, last.speaker_actors, None, last.anonymous)
    return None


def _told_between(context: Context, start: int, end: int) -> bool:
    """Whether a sentence of its own stands there, after which the words may be someone else's."""
    first = context.sentence_at(start)
    return first is not None and first.span.end < end and context.tells(Span(first.span.end, end))


def _beside(context: Context, quote: Quotation) -> Speaker | None:
    """The person or body that a headline sets beside the quotation: `X : "..."`, `"..." – X`."""
    sentence = context.sentence_at(quote.outer.start)
    if sentence is None or sentence.block.kind != "headline":
        return None
    text = context.text
    behind = text[quote.outer.end : quote.outer.end + 4].lstrip(GAPS)
    colon = context.back_over_gaps(quote.outer.start)
    for mention in context.analysis.mentions:
        if not sentence.block.span.contains(mention.span) or (mention.type == "LOC" and not (mention.actor and context.says(quote))):
            continue
        after = (
            mention.span.start >= quote.outer.end
            and (behind[:1] in ("–", "—", "-") or mention.span.end >= sentence.block.span.end - 1)
            and not text[quote.outer.end : mention.span.start].strip(GAPS + "–—-,:")
        )
        ahead = text[colon - 1 : colon] == ":" and mention.span.end <= colon - 1
        opens = mention.type == "PER" and mention.span.start == sentence.block.span.start
        heads = ahead and opens and not context.tells(Span(mention.span.start, colon))
        before = ahead and context.back_over_gaps(colon - 1) == mention.span.end
        if after or before or heads or (mention.type == "PER" and _takes_up(context, quote, mention.span, sentence)):
            return Speaker(
                mention.actor.partition(":")[2] or mention.span.of(text) if mention.actor else mention.span.of(text),
                (mention.actor, *mention.sides) if mention.actor else (),
                mention.span,
            )
    return None


def _captioned(context: Context, quote: Quotation) -> Speaker | None:
    """The person whose name alone, or with a party in brackets, stands before the colon in its sentence: `|Anna Lund| (PS) : "..."`."""
    text, end = context.text, context.back_over_gaps(quote.outer.start)
    if text[end - 1 : end] != ":" or not _is_sentence(context, quote):
        return None
    end = context.back_over_gaps(end - 1)
    opening = text.rfind("(", max(0, end - BRACKET), end) if text[end - 1 : end] == ")" else -1
    end = context.back_over_gaps(opening) if opening >= 0 else end
    name = context.who.at(Span(max(0, end - 1), end))
    if not isinstance(name, Mention) or name.type != "PER" or name.actor is None or name.span.end != end:
        return None
    sentence = context.sentence_at(name.span.start)
    opens = sentence is not None and context.forward_over_gaps(sentence.span.start) == name.span.start
    return Speaker(name.actor.partition(":")[2], (name.actor, *name.sides), name.span) if opens else None


def _takes_up(context: Context, quote: Quotation, name: Span, sentence: Sentence) -> bool:
    """Whether a headline goes on behind a colon with what the person does: `"..." : |Anna Lund| répond`, `"..." : en larmes, |Anna Lund| s'en va`."""
    between = context.text[min(quote.outer.end, name.start) : name.start].strip(GAPS)
    follows = next((token for token in sentence.tokens if token.start >= name.end), None)
    acts = follows is None or is_finite(follows) or follows.text.lower() in context.pack.words("cues")["order"]["reflexives"]
    return context.says(quote) and name.start >= quote.outer.end and between[:1] == ":" and between[-1:] in (":", ",") and acts
