"""Whose a quotation without a cue is by the sentence that leads into it: `Jan Kowal a critiqué le projet. |"Le port va fermer."|`."""

from chancery.analysis import Mention, Reference, Sentence, Token
from chancery.analysis.clauses import is_passive, subject
from chancery.analysis.quotations import Quotation
from chancery.facts.context import GAPS, Context
from chancery.facts.cue_lexicon import lexicon
from chancery.facts.fact import Statement
from chancery.facts.speaker import Speaker, named
from chancery.facts.speaking import can_speak
from chancery.span import Span

POINTS = ".!?…:"
PERSON = "person:"
MARKS = '"«»“”'
MOST = 2
"""Sentences of the outlet's between a statement and the quotation that goes on from it."""


def led_in(context: Context, quote: Quotation, last: Statement | None) -> Speaker | None:
    """The person of whom the sentence before tells, in the same paragraph, where that person speaks in it or spoke last; else None."""
    position = context.back_over_gaps(quote.outer.start)
    if position == 0 or context.text[position - 1] not in POINTS or "\n" in context.text[position : quote.outer.start]:
        return None
    lead = context.sentence_at(position - 1)
    if lead is None or lead.block.kind != "body" or context.quote_at(position - 1) is not None or lead.span.end > quote.outer.start:
        return None
    before = Speaker(last.speaker, last.speaker_actors, None, last.anonymous) if last else None
    party = _party(context, lead)
    speaker = named(context, party, before, personal=True) if party is not None else None
    if speaker is None or sum(actor.startswith(PERSON) for actor in speaker.actors) != 1:
        return None
    same = last is not None and set(last.speaker_actors) & {actor for actor in speaker.actors if actor.startswith(PERSON)}
    return speaker if same or _speaks(context, lead) else None


def _party(context: Context, lead: Sentence) -> Token | None:
    """The subject of the sentence's main verb, outside quotations."""
    root = lead.root
    if context.quote_at(root.start) is not None or is_passive(root):
        return None
    party = subject(root)
    return party if party is not None and party.start < root.start and context.quote_at(party.start) is None else None


def _speaks(context: Context, lead: Sentence) -> bool:
    """Whether the main verb, or an infinitive that it governs, tells of speech or of what someone holds."""
    entries, root = lexicon(context.pack), lead.root
    return any(verb.lemma in entries for verb in (root, *root.all("xcomp")))


def nobody_else(context: Context, quote: Quotation, last: Statement) -> bool:
    """Whether the text between a statement and a quotation, in one paragraph, brings in nobody but the one who spoke there.

    Not so where a colon opens the quotation, for that may be anybody's; nor for a heading in capitals, or a mark whose other one is lost.
    """
    position = context.back_over_gaps(quote.outer.start)
    if context.text[position - 1] not in POINTS.strip(":") or quote.inner.of(context.text).isupper():
        return False
    span = Span(last.evidence.end, quote.outer.start)
    between = span.of(context.text).lstrip(GAPS + MARKS)
    if sum(map(between.count, MARKS)) != 2 * sum(1 for other in context.quotes_in(span)):
        return False
    told: list[Mention | Reference] = [*context.analysis.mentions, *context.analysis.references]
    inside = [item for item in told if span.contains(item.span)]
    others = any(item.actor not in last.speaker_actors for item in inside if not _is_place(item))
    words = [token for token in context.words(span) if token.dep.startswith("nsubj") and context.quote_at(token.start) is None]
    others = others or any(_is_another(context, token, last) for token in words)
    sentences = sum(span.contains(sentence.span) for sentence in context.analysis.sentences)
    return last.type in ("direct", "mixed") and _is_person(last) and not others and sentences <= MOST


def _is_another(context: Context, party: Token, last: Statement) -> bool:
    """Whether a subject is somebody else than the last speaker: it can speak, or does so; a pronoun that is left open may be theirs."""
    actors = context.who.of(party)
    if party.pos == "PRON":
        return bool(actors) and not set(actors) & set(last.speaker_actors)
    says = any(not entry.rest for entry in lexicon(context.pack).get(party.head.lemma, ()))
    return (says or can_speak(context, party)) and not set(actors) & set(last.speaker_actors)


def _is_person(statement: Statement) -> bool:
    return sum(actor.startswith(PERSON) for actor in statement.speaker_actors) == 1


def _is_place(item: Mention | Reference) -> bool:
    return isinstance(item, Mention) and item.type == "LOC"
