"""The words that a source named by a preposition vouches for: `|la grève continue|, selon X`, `d'après Y, |rien n'est signé|`."""

import re
from dataclasses import replace
from functools import cache

from chancery.analysis import Sentence, Token
from chancery.facts.context import GAPS, Context
from chancery.facts.incises import tells_there
from chancery.facts.insets import between_dashes
from chancery.facts.leads import behind_lead
from chancery.facts.parted import stands_within
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.source_end import source_end
from chancery.facts.speaking import is_finite
from chancery.facts.starts import sentence_start
from chancery.facts.vouched import less_remark, vouched_for
from chancery.languages import Pack
from chancery.span import Span

DASHES = ("--", "—", "–")


@cache
def quoting(pack: Pack, kind: str = "prepositions") -> re.Pattern[str]:
    """The prepositions of a kind that name a source, the longest first."""
    prepositions = sorted(pack.words("cues")["sources"][kind], key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(words).replace("'", "['’]").replace(r"\ ", r"\s") for words in prepositions) + r")\b(?!-)", re.I
    )


def sourced(context: Context, sentence: Sentence, preposition: Span, source: Token) -> Words | None:
    """The clause that the source vouches for: behind the phrase if that opens the sentence, else before it."""
    text, end = context.text, source_end(context, sentence, source)
    whole = _led(context, preposition)
    before = vouched_for(context, whole, source)
    phrase = _phrase(context, before) if before.start > whole.start else None
    if phrase is not None:
        return phrase
    after = _behind(context, sentence, end)
    opening = min(sentence_start(context, preposition.start) if preposition.start else 0, preposition.start)
    dashes = between_dashes(context, Span(opening, sentence.span.end), preposition, source.end)
    if dashes is not None:
        before, after = _narrowed(before, dashes).trimmed(text, GAPS), _narrowed(after, dashes).trimmed(text, GAPS + POINTS)
        if len(before) and not len(after):
            return _remark(context, before)
    if names_source(context, before) or names_source(context, after):
        # two sources in one sentence: which of its clauses is whose cannot be told, unless one names none
        joined = joined_clause(context, before, after, end) if names_source(context, before) != names_source(context, after) else None
        return typed(context, joined) if joined is not None else None
    if len(before) and stands_within(context, sentence, preposition, source, (before, after)):
        start = before.start if _apart(context, before, preposition) else _clause_start(context, before)
        return typed(context, Span(start, after.end).trimmed(text, GAPS + POINTS))
    return None if _limits(context, before, after, source) else _before_or_behind(context, before, after, Span(preposition.start, end), source)


def _led(context: Context, preposition: Span) -> Span:
    """What stands before the phrase in its sentence, without what leads up to it; nothing where a sentence begins with the phrase."""
    start = sentence_start(context, preposition.start) if preposition.start else 0
    before = Span(min(start, preposition.start), preposition.start).trimmed(context.text, GAPS + "," + "(")
    before = behind_lead(context, _without_gloss(context, before))
    begins = context.text[preposition.start : preposition.start + 2].istitle() or joins(context, before)  # whatever stands before without a point
    return Span(preposition.start, preposition.start) if begins or before.of(context.text).endswith(":") else before  # a colon: the outlet's words


def _phrase(context: Context, before: Span) -> Words | None:
    """A phrase without a clause: `..., une mesure "tardive", selon X`, `..., un loyer trop faible selon X`."""
    if context.tells(before):
        return None
    told = typed(context, before)
    if any(context.quotes_in(before)):
        return told if told.type == "mixed" or any(map(context.says, told.quotes)) else Words(told.span, "mixed", told.quotes)
    first = context.words(before)[:1]
    return told if first and first[0].morph.get("Definite") == "Ind" else None


def _behind(context: Context, sentence: Sentence, end: int) -> Span:
    """What stands behind the source in its sentence, or to the end of a quotation that goes on beyond it."""
    after = Span(min(end, sentence.span.end), context.seam_after(end, sentence.span.end)).trimmed(context.text, GAPS + POINTS)
    opened = context.quote_at(sentence.span.end - 1)
    if opened and opened.outer.start >= after.start:
        after = Span(after.start, opened.outer.end)
    return less_remark(context, after)


def _apart(context: Context, before: Span, preposition: Span) -> bool:
    """Whether a comma stands between the clause and the phrase."""
    return "," in context.text[before.end : preposition.start]


def _before_or_behind(context: Context, before: Span, after: Span, telling: Span, source: Token) -> Words | None:
    """Quoted words right before the phrase that is `telling`, else the clause before it, else the one behind it."""
    text, apart = context.text, _apart(context, before, telling)
    set_off = None if apart else context.quote_ending(before.end)
    if set_off is not None and set_off.outer.start > before.start and text[context.back_over_gaps(set_off.outer.start) - 1] == ",":
        alone = not context.tells(set_off.inner) and source.pos != "PRON"
        return Words(set_off.inner, "mixed", (set_off,)) if alone else None  # `le port, |"délabré" selon X|, ferme`
    last = next(reversed(context.words(before)), None)
    if last is not None and tells_there(context, before):
        wanting = last.pos == "VERB" and is_finite(last) and len(after) > 0 and not apart and "," not in text[telling.end - 1 : after.start]
        if last.morph.get("PronType") != "Rel" and last.pos not in ("SCONJ", "AUX") and not wanting:
            return typed(context, before) if apart or not context.tells(after) else None
    inside = last is not None and not apart and last.pos in ("NOUN", "PROPN", "ADJ")
    return typed(context, after) if len(after) and context.tells(after) and not inside else None  # `responsable, |de ceci selon X|, ...`


def _clause_start(context: Context, before: Span) -> int:
    """Where the last clause of what stands before begins, behind its conjunction or relative: `la ville où |un marin a selon X| crié`."""
    words = context.words(before)
    opening = [word for word in words if word.pos == "SCONJ" or (word.morph.get("PronType") == "Rel" and word.dep not in ("nsubj", "obj"))]
    last = opening[-1] if opening else None
    return last.end if last is not None and context.tells(Span(before.start, last.start)) else before.start


def _narrowed(words: Span, bounds: Span) -> Span:
    """What of the words lies within the bounds; an empty span where nothing does."""
    start = max(words.start, bounds.start)
    return Span(start, max(start, min(words.end, bounds.end)))


def _remark(context: Context, words: Span) -> Words | None:
    """What a source vouches for between dashes, though it be no clause: a figure, words with marks: `- |"une folie"| selon lui -`."""
    told = typed(context, words)
    if context.words(words)[0].morph.get("PronType") == "Rel":
        return None
    if context.tells(words) or any(token.pos == "NUM" for token in context.words(words)):
        return told
    return replace(told, type="mixed") if told.quotes else None


def _limits(context: Context, before: Span, after: Span, source: Token) -> bool:
    """Whether the source vouches for a part of its clause only: `dans un "calme", selon X, |s'est tu|`, `le refus, selon lui, |d'agir|`.

    The clause goes on behind it with its verb, or with what belongs to the noun before it.
    """
    behind, ahead = context.words(after), context.words(before)
    if not behind or not ahead:
        return False
    clitics = context.pack.words("cues")["order"]["clitics"]
    verb = next((word for word in behind if word.pos != "PRON" or word.text.lower() not in clitics), None)
    if not context.tells(before) and verb is not None and is_finite(verb) and ahead[-1].morph.get("PronType") != "Rel" and ahead[0].pos == "ADP":
        return True
    return source.pos == "PRON" and behind[0].lemma.lower() == "de" and ahead[-1].pos == "NOUN" and behind[0].head.head is ahead[-1]


def joins(context: Context, before: Span) -> bool:
    """Whether a conjunction joins the source's clause to one before: `Rien n'est sûr, |mais| selon X, le port ferme`."""
    return any(word.pos == "CCONJ" for word in context.words(before)[-1:])


def _without_gloss(context: Context, before: Span) -> Span:
    """What stands before, less a remark between dashes at its end: `La diète siège|--une "assemblée" de notables--selon X`."""
    for dash in DASHES:
        if before.of(context.text).endswith(dash):
            opening = context.text.rfind(dash, before.start, before.end - len(dash))
            return Span(before.start, opening if opening > before.start else before.end - len(dash)).trimmed(context.text, GAPS + ",")
    return before


def names_source(context: Context, span: Span) -> bool:
    """Whether another quoting preposition stands there, outside quotations."""
    return any(not context.quote_at(found.start()) for found in quoting(context.pack).finditer(context.text, span.start, span.end))


def joined_clause(context: Context, before: Span, after: Span, end: int) -> Span | None:
    """The clause of a source in a sentence that a conjunction joins to another's: `Le port ferme, selon X, |et| la gare reste ouverte, selon Y`.

    `end` is where the source's own phrase ends; None where the sentence is not so built.
    """
    if names_source(context, after):
        opens = next(iter(context.words(after)), None)
        own = opens is not None and opens.pos == "CCONJ" and context.text[end - 1] == "," and not names_source(context, before)
        return before if own and len(before) and context.tells(before) else None
    found = [match for match in quoting(context.pack).finditer(context.text, before.start, before.end) if not context.quote_at(match.start())]
    joint = [word for word in context.words(Span(found[-1].end(), before.end)) if word.pos == "CCONJ"] if len(found) == 1 else []
    comma = bool(joint) and context.text[context.back_over_gaps(joint[0].start) - 1] == ","
    clause = Span(joint[0].end, before.end).trimmed(context.text, GAPS + ",") if comma else None
    return clause if clause is not None and len(clause) and context.tells(clause) else None
