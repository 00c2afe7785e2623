"""Words that a cue closes, interrupts or opens: `"...", a dit X`; `..., a-t-il ajouté, ...`; `X a répondu : « ... »`; and quoted fragments."""

from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.quotations import Quotation
from chancery.facts.context import GAPS, Context
from chancery.facts.cues import Cue
from chancery.facts.endings import QUE
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.speaking import is_finite, is_participle
from chancery.span import Span

STOPS = ".!?\n"
COLON_REACH = 250
"""Code points between a cue and the colon that opens its quotation."""


NEAR = 5
"""Tokens between two coordinated quotations (`une "..." et une initiative "..."`)."""


DASHES = ("—", "–")
LABEL = 50
"""Code points of the longest label before a headline, with its colon."""
FAR = 10
"""Tokens between an evaluation and the words that it quotes."""


def closed_by(context: Context, cue: Cue) -> Iterator[Words]:
    """What was said before a cue that stands behind it, or around a cue that interrupts it."""
    inside = context.quote_at(cue.group.start)
    position = context.back_over_gaps(cue.group.start, ",")
    comma = "," in context.text[position : cue.group.start]
    if inside:
        if cue.inverted and comma and position > inside.inner.start:
            yield from _interrupted_quote(context, cue, inside, position)
        return
    if is_participle(cue.verb) or not (cue.inverted or cue.subject is None):
        return
    quote = context.quote_ending(position)
    if quote is None and position and context.text[position - 1] in ".!?":
        quote = context.quote_ending(position - 1)
    if quote is not None and not comma and not cue.entry.incise and not context.says(quote):
        return
    if quote is not None:
        yield from _taken_up(context, quote)
        joined = _joined(context, quote)
        if joined is not None:
            yield _before_quote(context, joined)
        yield Words(quote.inner, "direct", (quote,)) if joined else _before_quote(context, quote)
        yield from _resumed(context, cue)
    elif comma and cue.inverted and cue.entry.incise and not _governs(cue):
        yield from _before_comma(context, cue, position)


def _governs(cue: Cue) -> bool:
    """Whether a clause follows that the cue itself reports, behind its subject or addressee: `..., a prévenu les marins |que ...`."""
    tokens = cue.sentence.tokens
    behind = tokens[cue.verb.index + 1 :]
    place = next((token.index for token in behind if token.pos in ("PUNCT", "VERB", "AUX") or token.pos == "SCONJ"), None)
    return place is not None and tokens[place].pos == "SCONJ" and tokens[place].lemma.lower() in QUE and "que" in cue.entry.takes


def _taken_up(context: Context, quote: Quotation) -> Iterator[Words]:
    """The paragraphs before of a quotation that takes its mark up again in each."""
    found: list[Quotation] = []
    while (before := context.quote_at(quote.outer.start - 1) or context.quote_ending(context.back_over_gaps(quote.outer.start))) is not None:
        between, head = context.text[before.inner.end : quote.outer.start], context.back_over_gaps(before.outer.start)
        if before.closed or "\n" not in between or (head and "\n" not in context.text[head : before.outer.start]):
            break
        found.append(before)
        quote = before
    yield from (Words(before.inner, "direct", (before,)) for before in reversed(found))


def _joined(context: Context, quote: Quotation) -> Quotation | None:
    """The quoted sentence that a conjunction or comma joins to the one before the cue: `"..." et "...", a dit X`."""
    place = _before_joint(context, quote.outer.start)
    before = context.quote_ending(place) if place is not None else None
    return before if before is not None and context.tells(before.inner) and context.tells(quote.inner) else None


def _before_joint(context: Context, position: int) -> int | None:
    """The place before the conjunction or comma that stands there; None if none does."""
    end = context.back_over_gaps(position)
    if context.text[end - 1 : end] == ",":
        return context.back_over_gaps(end - 1)
    word = next((joint for joint in context.pack.words("cues")["order"]["joins"] if context.text.endswith(" " + joint, 0, end)), None)
    return context.back_over_gaps(end - len(word)) if word else None


def _resumed(context: Context, cue: Cue) -> Iterator[Words]:
    """The quotation that goes on behind the cue's own words: `"...", a dit X, "mais ..."`."""
    quote = context.quote_at(context.forward_over_gaps(_incise_end(context, cue)))
    if quote is None or not quote.closed or context.is_label(quote) or not context.tells(quote.inner):
        return
    if context.text[context.back_over_gaps(quote.outer.start) - 1] == "," and quote.inner.of(context.text)[0].islower():
        yield Words(quote.inner, "direct", (quote,))


def _interrupted_quote(context: Context, cue: Cue, quote: Quotation, position: int) -> Iterator[Words]:
    yield Words(Span(quote.inner.start, position), "direct", (quote,))
    rest = _incise_end(context, cue)
    after = Span(min(rest, quote.inner.end), quote.inner.end).trimmed(context.text, GAPS + POINTS + '»"”')
    if quote.closed and len(after) > 1:
        end = quote.inner.end
        yield Words(Span(after.start, end), "direct", (quote,))


def _incise_end(context: Context, cue: Cue) -> int:
    """Where the cue's own words end: at the next comma or point behind the noun phrase and the name set beside it."""
    tokens = cue.sentence.tokens
    for token in tokens[cue.verb.index + 1 :]:
        if token.start >= cue.group.end and token.pos == "PUNCT" and token.text in (",", ".", ";", ":", "!", "?", "»", '"'):
            after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
            if token.text == "," and after is not None and after.pos == "PROPN" and cue.subject is not None and cue.subject.pos == "NOUN":
                continue
            return token.end
    return cue.sentence.span.end


def sentence_start(context: Context, position: int) -> int:
    """Where the sentence that holds the position begins, by the parser and by its points, openers ("Mais") left out."""
    sentence = context.sentence_at(position)
    start = sentence.span.start if sentence else 0
    for token in reversed(sentence.tokens if sentence else ()):
        ends = token.end < position and not token.text.strip("".join(STOPS))  # the point of `M.` is its own
        if ends and context.text[token.end] in GAPS and not context.quote_at(token.start):
            start = token.end
            break
    start = _behind_label(context, context.seam_before(position, start), position)
    while start < position and context.text[start] in GAPS:
        start += 1
    openers = context.pack.words("cues")["order"]["openers"]
    first = next((token for token in sentence.tokens if token.start >= start), None) if sentence else None
    if first and first.start == start and first.text.lower() in openers and first.end < position:
        start = context.text.find(" ", first.end - 1, position) + 1 or start
    return start


def _behind_label(context: Context, start: int, position: int) -> int:
    """Where a headline goes on behind the word or two that say what it is about: `Climat : |la France ...`; else the start."""
    sentence = context.sentence_at(start)
    colon = context.text.find(":", start, min(position, start + LABEL))
    if sentence is None or sentence.block.kind != "headline" or colon < 0 or context.quote_at(start) or context.tells(Span(start, colon)):
        return start
    return colon + 1


def _before_quote(context: Context, quote: Quotation) -> Words:
    """The quotation; with the clause that leads into it, if that is no mere adjunct."""
    start = sentence_start(context, quote.outer.start) if quote.outer.start else 0
    entered = context.quote_at(start)
    start = entered.outer.start if entered is not None else start
    lead = Span(min(start, quote.outer.start), quote.outer.start).trimmed(context.text, GAPS)
    bare = not len(lead) or lead.of(context.text).endswith((":", "»", '"', "”", " -", " –", " —"))
    if bare or (_is_adjunct(context, lead) and (context.tells(quote.inner) or context.text[lead.end - 1] == ",")):
        return Words(quote.inner, "direct", (quote,))
    return Words(Span(lead.start, quote.outer.end), "mixed", (*context.quotes_in(lead), quote))


def _is_adjunct(context: Context, lead: Span) -> bool:
    """Whether what stands before a quotation is no part of its clause: no verb, and set off by a comma or opened by a preposition."""
    words = context.words(lead)
    return not context.tells(lead) and (not words or words[-1].text == "," or words[0].pos in ("ADP", "ADV", "CCONJ", "INTJ"))


def _before_comma(context: Context, cue: Cue, position: int) -> Iterator[Words]:
    """The clause without marks before the cue, or the one that goes on behind it."""
    start = sentence_start(context, position - 1) if position else 0
    opened = context.quote_at(start)
    start = opened.outer.start if opened is not None and opened.inner.start == start else start
    before = Span(min(start, position), position).trimmed(context.text, GAPS + ",")
    spoken = _behind_dash(context, before)
    if spoken is not None:
        yield Words(spoken, "direct")
        return
    if len(before) and context.tells(before):
        yield typed(context, before)
        quote = context.quote_at(context.forward_over_gaps(_incise_end(context, cue)))
        if quote is not None and not context.tells(quote.inner):
            yield Words(quote.inner, "mixed", (quote,))
        return
    rest = _incise_end(context, cue)
    after = Span(min(rest, cue.sentence.span.end), cue.sentence.span.end).trimmed(context.text, GAPS + POINTS)
    if len(after) and context.tells(after):
        yield typed(context, after)


def is_finite_cue(verb: Token) -> bool:
    """Whether a verb of speech has a subject of its own to speak: it is finite, or its auxiliary is."""
    return is_finite(verb) or any(is_finite(helper) for helper in verb.all("aux"))


def _behind_dash(context: Context, clause: Span) -> Span | None:
    """What a dash at the head of a paragraph opens as a turn of speech; None where none stands there."""
    head = context.text.rfind("\n", 0, clause.start) + 1
    if not context.text[head : clause.end].lstrip(GAPS).startswith(DASHES):
        return None
    return Span(head, clause.end).trimmed(context.text, GAPS + "".join(DASHES))


def opened_by(context: Context, cue: Cue, places: set[int]) -> Iterator[Words]:
    """The quotation after a colon behind the cue; if another verb of speech (`places`) stands between, it is that one's."""
    behind = (token for token in cue.sentence.tokens[cue.verb.index + 1 :] if token.start in places and not context.quote_at(token.start))
    if any(map(is_finite_cue, behind)):
        return
    for quote in context.quotes_in(Span(cue.verb.end, min(len(context.text), cue.verb.end + COLON_REACH))):
        between = context.text[cue.verb.end : quote.outer.start]
        if between.rstrip(GAPS).endswith(":") and "\n\n" not in between and not any(point + " " in between for point in ".!?"):
            yield Words(quote.inner, "direct", (quote,))
        return


def fragments(context: Context, cue: Cue, taken: set[Quotation]) -> Iterator[Words]:
    """Quoted words in the cue's complement: `dénonce une "grave erreur"`; coordinated ones are items each."""
    before, end = None, context.seam_after(cue.verb.end, max(cue.verb.end, cue.sentence.span.end))
    for quote in context.quotes_in(Span(cue.group.start, max(cue.verb.end, end))):
        if quote in taken or not quote.closed or context.is_label(quote) or context.heads(quote) or quote.outer.contains(cue.verb.span):
            continue
        if any(point + " " in context.text[cue.verb.end : quote.outer.start] for point in ".!?"):
            return
        if not _coordinated(context, before, quote) if before is not None else _other_verb(context, cue, quote):
            return
        yield Words(quote.inner, "mixed", (quote,))
        before = quote


def _coordinated(context: Context, one: Quotation, other: Quotation) -> bool:
    """Whether nothing but a conjunction or comma, with little words, stands between two quotations."""
    between = context.words(Span(one.outer.end, other.outer.start))
    joined = any(token.pos == "CCONJ" or token.text == "," for token in between)
    plain = all(token.pos in ("CCONJ", "PUNCT", "DET", "ADP", "ADJ", "NOUN", "PROPN") or token.dep == "acl" for token in between)
    return joined and len(between) <= NEAR and plain


def _other_verb(context: Context, cue: Cue, quote: Quotation) -> bool:
    """Whether another clause lies between the cue and the quotation, so that its words may be someone else's."""
    between = [token for token in cue.sentence.tokens if cue.verb.end <= token.start < quote.outer.start and not context.quote_at(token.start)]
    if is_participle(cue.verb) and any(token.text in (",", ":") for token in between):
        return True
    if not cue.entry.takes and (len(between) > FAR or any(token.text == "," for token in between)):
        return True  # an attitude or evaluation reaches no farther than its own complement
    return any(is_finite(token) or is_participle(token) or token.pos == "SCONJ" for token in between)
