"""Words that a cue closes, interrupts or opens: `"...", a dit X`; `..., a-t-il ajouté, ...`; `X a répondu : « ... »`."""

from collections.abc import Iterator
from dataclasses import replace

from chancery.analysis.quotations import Quotation
from chancery.facts.additions import adds_relative
from chancery.facts.context import GAPS, Context
from chancery.facts.cue_lexicon import lexicon
from chancery.facts.cues import Cue
from chancery.facts.endings import QUE
from chancery.facts.insets import added_to_speaker, names_paper
from chancery.facts.leads import behind_lead
from chancery.facts.prefaced import before_quote, with_lead
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.source_end import is_relative
from chancery.facts.speaking import is_finite, is_participle
from chancery.facts.starts import sentence_start
from chancery.facts.vouched import behind_others
from chancery.span import Span

DASHES = ("—", "–")
SHORTEST = 3
"""Words of a headline that stand for a clause."""


def closed_by(context: Context, cue: Cue, places: set[int]) -> Iterator[Words]:
    """What was said before a cue that stands behind it, or around a cue that interrupts it; `places` are those of all cue verbs."""
    for words in _closed(context, cue, places):
        start = _behind_frame(context, behind_others(context, words.span), places) if words.type != "direct" else words.span.start
        yield typed(context, Span(start, words.span.end)) if start != words.span.start else words


def _behind_frame(context: Context, said: Span, places: set[int]) -> int:
    """Where the words begin behind `il estime que`, which says once more that they are said; else where they begin."""
    words = context.words(said)
    if not words or words[0].pos != "PRON" or words[0].text.lower() not in context.pack.words("cues")["order"]["plain_inverted"]:
        return said.start
    verb = next((place for place, token in enumerate(words[1:4], 1) if token.start in places), None)
    opening = words[verb + 1] if verb is not None and verb + 1 < len(words) else None
    return opening.end if opening is not None and opening.lemma.lower() in QUE and opening.pos == "SCONJ" else said.start


def _closed(context: Context, cue: Cue, places: set[int]) -> Iterator[Words]:
    inside = context.quote_at(cue.group.start)
    position = context.back_over_gaps(cue.group.start, ",")
    comma = "," in context.text[position : cue.group.start]
    if inside:
        aloud = cue.subject is not None and cue.subject.start < cue.group.end and context.text[position - 1] in "!?…"
        if cue.inverted and (comma or aloud) and position > inside.inner.start:
            yield from _interrupted_quote(context, cue, inside, position, places)
        return
    if is_participle(cue.verb) or not (cue.inverted or cue.subject is None):
        return
    quote = context.quote_ending(position)
    if quote is None and position and context.text[position - 1] in ".!?":
        quote = context.quote_ending(position - 1)
    if quote is not None and not comma and not cue.entry.incise and not context.says(quote):
        return
    if quote is not None and _is_of_subject(context, cue, quote):
        return
    if quote is not None:
        yield from _taken_up(context, quote)
        joined = _joined(context, quote)
        if joined is not None:
            yield before_quote(context, joined)
        yield Words(quote.inner, "direct", (quote,)) if joined else with_lead(context, cue, quote, places)
        yield from _resumed(context, cue)
    elif (comma or _closes_sentence(cue)) and cue.inverted and cue.entry.incise and not _governs(cue):
        yield from _before_comma(context, cue, position)


def _is_of_subject(context: Context, cue: Cue, quote: Quotation) -> bool:
    """Whether words with marks only belong to the subject before the verb, its only one: `Les marins, dits "|les Loups|", ont crié leur joie`."""
    if context.says(quote) or cue.subject is None or cue.subject.start < cue.group.end:
        return False
    sentence = context.sentence_at(quote.outer.start)
    start = sentence_start(context, quote.outer.start) if quote.outer.start else 0
    if sentence is None or sentence.block.kind == "headline" or start >= quote.outer.start:
        return False
    lead = context.words(Span(start, quote.outer.start))
    comma = max((word.start for word in lead if word.text == ","), default=start)  # what stands behind it is set beside the subject
    ahead = [word for word in lead if word.start < comma]
    noun = any(word.pos in ("NOUN", "PROPN") and word.child("det") is not None and word.child("case") is None for word in ahead)
    return noun and not any(is_finite(word) and not is_relative(word) for word in lead)


def _closes_sentence(cue: Cue) -> bool:
    """Whether the verb and its pronoun end the sentence, so that no comma is needed to see what they close: `Le port ferme |explique-t-elle|.`"""
    tokens = cue.sentence.tokens
    last = cue.subject is not None and cue.subject.start < cue.group.end and cue.group.start < cue.subject.start
    behind = [token for token in tokens if token.start >= cue.group.end]
    return last and bool(behind) and all(token.text == "." for token in behind) and tokens[0].start < cue.group.start


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
    if _set_off(context, quote):
        yield Words(quote.inner, "direct", (quote,))


def _set_off(context: Context, quote: Quotation) -> bool:
    """Whether a quotation goes on behind a comma: `..., a dit X, |"mais ..."|`."""
    return context.text[context.back_over_gaps(quote.outer.start) - 1] == "," and quote.inner.of(context.text)[0].islower()


def _interrupted_quote(context: Context, cue: Cue, quote: Quotation, position: int, places: set[int]) -> Iterator[Words]:
    rest = _incise_end(context, cue)
    after = Span(min(rest, quote.inner.end), quote.inner.end).trimmed(context.text, GAPS + POINTS + '»"”')
    begun = Span(quote.inner.start, position)
    if not _is_subject(context, begun, after):
        yield _led_into(context, cue, quote, position, places) or Words(begun, "direct", (quote,))
    if quote.closed and len(after) > 1 and not _is_occasion(context, after):
        end = quote.inner.end
        yield Words(Span(after.start, end), "direct", (quote,))


def _is_subject(context: Context, begun: Span, after: Span) -> bool:
    """Whether what stands before an incise is but a name, of which what stands behind tells something: `"|Jan|, disait X, chantait"`."""
    words, behind = context.words(begun), context.words(after)
    return [word.pos for word in words] == ["PROPN"] and bool(behind) and is_finite(behind[0])


def _led_into(context: Context, cue: Cue, quote: Quotation, position: int, places: set[int]) -> Words | None:
    """The words up to the cue with the verb before the mark whose clause goes on behind it: `|Il y a "un port, a dit X|, qui ferme"`."""
    begun = replace(quote, outer=Span(quote.outer.start, position), inner=Span(quote.inner.start, position))
    words = with_lead(context, cue, begun, places)
    lead = Span(words.span.start, max(words.span.start, quote.outer.start))
    if words.type != "mixed" or not context.text[quote.inner.start].islower() or not context.tells(lead):
        return None
    says = any(token.start in places for token in context.words(lead))
    return None if says else replace(words, quotes=(*context.quotes_in(lead), quote))


def _is_occasion(context: Context, rest: Span) -> bool:
    """Whether what follows an incise only says where it was said, the mark that closes being lost: `"Il pleut, a dit X, |dans un communiqué|.`"""
    words = context.words(rest)
    noun = next((word for word in words if word.pos == "NOUN"), None)
    known = context.pack.words("cues")["occasion"]["nouns"]
    return noun is not None and words[0].pos == "ADP" and noun.lemma.lower() in known and not context.tells(rest)


def _incise_end(context: Context, cue: Cue) -> int:
    """Where the cue's own words end: at the next comma or point behind the noun phrase and the name set beside it."""
    tokens = cue.sentence.tokens
    for token in tokens[cue.verb.index + 1 :]:
        if token.start >= cue.group.end and token.pos == "PUNCT" and token.text in (",", ".", ";", ":", "!", "?", "»", '"'):
            after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
            if token.text == "," and after is not None and after.pos == "PROPN" and cue.subject is not None and cue.subject.pos == "NOUN":
                continue
            if token.text == "," and names_paper(context, tokens[token.index + 1 :]):
                continue
            added = added_to_speaker(context, cue, tokens[token.index + 1 :]) if token.text == "," else None
            if added is not None:
                return added.end
            return token.end
    return cue.sentence.span.end


def _before_comma(context: Context, cue: Cue, position: int) -> Iterator[Words]:
    """The clause without marks before the cue, or the one that goes on behind it."""
    start = sentence_start(context, position - 1) if position else 0
    opened = context.quote_at(start)
    if opened is not None and (opened.inner.start == start or opened.outer.end < position):
        lead = before_quote(context, opened)
        start = lead.span.start if lead.type == "mixed" else opened.outer.start
    before = behind_lead(context, Span(min(start, position), position).trimmed(context.text, GAPS + ","))
    spoken = _behind_dash(context, before)
    if spoken is not None:
        yield Words(spoken, "direct")
        return
    relative = any(word.morph.get("PronType") == "Rel" or word.lemma.lower() in QUE for word in context.words(before)[-1:])
    dated = all(context.dated(word) for word in context.words(before))
    if len(before) and not relative and not dated and tells_there(context, before):
        yield _less_remark(context, before) or typed(context, before)
        quote = context.quote_at(context.forward_over_gaps(_incise_end(context, cue)))
        if quote is not None and (not context.tells(quote.inner) or _set_off(context, quote)):
            yield Words(quote.inner, "direct" if context.tells(quote.inner) else "mixed", (quote,))
        return
    rest = _incise_end(context, cue)
    after = Span(min(rest, cue.sentence.span.end), cue.sentence.span.end).trimmed(context.text, GAPS + POINTS)
    entered = context.quote_at(after.end)
    after = Span(after.start, entered.outer.end) if entered is not None and after.start <= entered.outer.start < after.end else after
    if any(is_finite(word) and not is_relative(word) for word in context.words(after)):
        yield typed(context, after)


def tells_there(context: Context, span: Span) -> bool:
    """Whether the stretch can be a clause; in a headline, which saves its verb, a few words can."""
    sentence = context.sentence_at(span.start)
    heading = sentence is not None and sentence.block.kind == "headline" and len(context.words(span)) >= SHORTEST
    return heading or context.tells(span)


def _less_remark(context: Context, before: Span) -> Words | None:
    """The quoted sentence at the head of a clause, if only a remark without verb or marks follows its comma: `"...", une ville du Nord, a dit X`."""
    quote = context.quote_at(before.start)
    if quote is None or quote.outer.start != before.start or not quote.closed or not context.says(quote):
        return None
    rest = Span(min(quote.outer.end, before.end), before.end).trimmed(context.text, GAPS)
    told = rest.of(context.text).startswith(",") and not context.tells(rest) and not any(context.quotes_in(rest))
    first = next((word for word in context.words(rest) if word.text != ","), None)
    if first is not None and first.pos in ("ADV", "CCONJ"):
        return None  # `"...", pas seulement à Oslo, a dit X`: that is said, too
    first = next(iter(context.words(rest)), None)
    says = any(is_finite(word) and word.lemma in lexicon(context.pack) for word in (word.head for word in context.words(rest)[:1]))
    says = says or any(word.head.lemma in lexicon(context.pack) for word in context.words(rest)[1:3] if word.pos == "AUX")
    told = told or (first is not None and first.morph.get("PronType") == "Rel" and says and not any(context.quotes_in(rest)))
    told = told or (rest.of(context.text).startswith(",") and adds_relative(context, context.words(rest)[1:]))
    return Words(quote.inner, "direct", (quote,)) if told else None


def _behind_dash(context: Context, clause: Span) -> Span | None:
    """What a dash at the head of a paragraph opens as a turn of speech; None where none stands there."""
    head = context.text.rfind("\n", 0, clause.start) + 1
    if not context.text[head : clause.end].lstrip(GAPS).startswith(DASHES):
        return None
    return Span(head, clause.end).trimmed(context.text, GAPS + "".join(DASHES))
