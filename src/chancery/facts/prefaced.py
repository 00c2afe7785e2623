"""A quotation with the clause that leads into its marks, where that is part of what is said: `Le port est "plein"`."""

from chancery.analysis.clauses import own_subject, predicate
from chancery.analysis.quotations import Quotation
from chancery.facts.closed import is_joined, is_whole
from chancery.facts.context import GAPS, Context
from chancery.facts.cue_lexicon import lexicon
from chancery.facts.cues import Cue
from chancery.facts.leads import behind_lead
from chancery.facts.reported import Words
from chancery.facts.speaking import can_speak, is_finite
from chancery.facts.starts import sentence_start
from chancery.facts.turning import main_clause
from chancery.span import Span

NEAR = 5
"""Tokens of a lead among which the conjunction stands that makes it a subordinate clause."""


def before_quote(context: Context, quote: Quotation) -> Words:
    """The quotation; with the clause that leads into it, if that is no mere adjunct."""
    start = sentence_start(context, quote.outer.start) if quote.outer.start else 0
    entered = context.quote_at(start)
    start = entered.outer.start if entered is not None else start
    whole = behind_lead(context, Span(min(start, quote.outer.start), quote.outer.end))
    lead = Span(min(whole.start, quote.outer.start), quote.outer.start).trimmed(context.text, GAPS)
    if not len(lead) or _is_apart(context, lead, quote) or _is_heading(context, lead, quote):
        return Words(quote.inner, "direct", (quote,))
    subject = _subject_outside(context, lead, quote)
    if subject is not None:
        return Words(Span(subject, quote.outer.end), "mixed", (*context.quotes_in(lead), quote))
    if _is_adjunct(context, lead) and (context.tells(quote.inner) or context.text[lead.end - 1] == ","):
        return Words(quote.inner, "direct", (quote,))
    if _is_clause_apart(context, lead, quote):
        return Words(quote.inner, "direct", (quote,))
    return Words(Span(lead.start, quote.outer.end), "mixed", (*context.quotes_in(lead), quote))


def with_lead(context: Context, cue: Cue, quote: Quotation, places: set[int]) -> Words:
    """The quotation with its lead, but for a lead that tells how somebody speaks in it: `Le maire |parle d'une "erreur"|, a-t-il dit`.

    Nor with one that somebody else is said to say, by the verb of speech in it; `places` are those of all such verbs.
    """
    words = before_quote(context, quote)
    if words.type == "mixed" and _is_of_other(context, cue, Span(words.span.start, max(words.span.start, quote.outer.start)), quote, places):
        return Words(quote.inner, "direct", (quote,))
    if words.type != "mixed" or cue.subject is None or not cue.subject.text.startswith("-") or words.span.end != quote.outer.end:
        return words
    lead = [token for token in context.words(Span(words.span.start, quote.outer.start)) if not context.quote_at(token.start)]
    told = next((token for token in lead if own_subject(predicate(token)) in lead and is_finite(token)), None)
    subject = own_subject(predicate(told)) if told is not None else None
    pointing = context.pack.words("cues")["order"]["pointing"]
    if told is None or subject is None or not (can_speak(context, subject) or subject.text.lower() in pointing):
        return words
    calls = any(entry.speech_act == "call" for entry in lexicon(context.pack).get(predicate(told).lemma, ()))
    says = calls and not any(token.pos == "SCONJ" for token in lead)
    apart = lead[-1].text == "," and context.says(quote) and _has_subject(context, quote)
    return Words(quote.inner, "direct" if context.says(quote) else "mixed", (quote,)) if says or apart else words


def _is_clause_apart(context: Context, lead: Span, quote: Quotation) -> bool:
    """Whether but a subordinate clause stands before a quoted sentence, an adjunct of that: `Si le port ferme, |"nous partirons"|`."""
    words = context.words(lead)
    opening = next((place for place, token in enumerate(words[:NEAR]) if token.pos == "SCONJ" or is_finite(token)), None)
    if opening is None or words[opening].pos != "SCONJ" or words[-1].text != "," or any(context.quotes_in(lead)) or not is_whole(context, quote):
        return False
    return not any(token.text == "," and main_clause(context, words[place + 1 :]) for place, token in enumerate(words[:-1]))


def _is_of_other(context: Context, cue: Cue, lead: Span, quote: Quotation, places: set[int]) -> bool:
    """Whether somebody else is said to say what stands before a quoted sentence: `La ville dit tout ignorer, |"nous verrons"|, répond X`."""
    if cue.subject is None or cue.subject.text.startswith("-") or not is_joined(context, lead, quote):
        return False
    says = (token for token in context.words(lead) if token.start in places)
    subjects = (own_subject(predicate(token)) for token in says)
    return any(subject is not None and lead.contains(subject.span) and can_speak(context, subject) for subject in subjects)


def _has_subject(context: Context, quote: Quotation) -> bool:
    """Whether the first verb between the marks has its subject there."""
    words = context.words(quote.inner)
    verb = next((token for token in words if is_finite(token)), None)
    return verb is not None and own_subject(predicate(verb)) in words


def _is_heading(context: Context, lead: Span, quote: Quotation) -> bool:
    """Whether what stands before a quotation is another line of the page, its line end lost: all capitals, or glued to the mark."""
    begins = context.text[quote.inner.start].isupper()
    if begins and context.tells(lead) and is_whole(context, quote) and context.words(lead)[-1].pos in ("NOUN", "PROPN"):
        return not any(context.quotes_in(lead))  # `Le port ouvre|"Nous partons"`: the point between them is lost
    return begins and (lead.of(context.text).isupper() or (lead.end == quote.outer.start and context.text[lead.end - 1] not in "'’([-–—/"))


def _is_apart(context: Context, lead: Span, quote: Quotation) -> bool:
    """Whether a sign parts what stands before a quotation from it: a colon, a dash, the mark of another quotation; not within one clause."""
    if not lead.of(context.text).endswith((":", "»", '"', "”", " -", " –", " —")):
        return False
    last = context.quote_ending(lead.end)
    inset = context.tells(lead) and any(context.quotes_in(lead)) and not context.says(quote)  # `vise un "calme" durable: "agir plus vite"`
    if (lead.of(context.text).endswith(":") and not inset) or not context.tells(lead) or context.says(quote):
        return True
    if inset and lead.of(context.text).endswith(":"):
        return False
    return last is not None and (last.outer.start <= lead.start or context.says(last))


def _subject_outside(context: Context, lead: Span, quote: Quotation) -> int | None:
    """Where the subject of a quoted predicate begins, behind an adjunct at the head of its sentence: `À Bergen, |les marins "ont été prudents"`."""
    words, inner = context.words(lead), context.words(quote.inner)
    while len(words) > 1 and words[0].pos == "ADV" and words[1].pos in ("DET", "PROPN"):
        words = words[1:]  # `Enfin |le port "..."|`
    if not words or not inner or context.text[quote.inner.start].isupper() or context.tells(lead):
        return None
    verb = inner[1] if inner[0].lemma.lower() in ("ne", "n'") and len(inner) > 1 else inner[0]
    if not is_finite(verb):
        return None
    commas = [token for token in words[:-1] if token.text == ","]
    if words[0].pos not in ("ADP", "ADV"):
        return words[0].start if words[0].pos in ("DET", "PROPN", "PRON", "NOUN") else None
    noun = words[-1].pos in ("NOUN", "PROPN", "ADJ", "PRON")
    if commas and noun and words[0].lemma.lower() in context.pack.words("cues")["order"]["by_means"]:
        return words[0].start  # `|avec cet argent, les marins "..."|`: that is part of what is said
    return words[words.index(commas[-1]) + 1].start if commas and noun else None


def _is_adjunct(context: Context, lead: Span) -> bool:
    """Whether what stands before a quotation is no part of its clause: no verb, and set off by a comma or opened by a preposition."""
    words = context.words(lead)
    return not context.tells(lead) and (not words or words[-1].text == "," or words[0].pos in ("ADP", "ADV", "CCONJ", "INTJ"))
