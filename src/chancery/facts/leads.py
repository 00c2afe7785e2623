"""What leads up to reported words at the head of their sentence and is the outlet's own: a list before a colon, a remark on what is told."""

import re

from chancery.analysis.clauses import own_subject
from chancery.facts.context import GAPS, Context
from chancery.facts.speaking import can_speak
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
    start = _behind_connection(context, Span(start, before.end))
    return Span(start, before.end).trimmed(context.text, GAPS)


def _behind_connection(context: Context, said: Span) -> int:
    """Where the words begin behind what ties them to the text before: `De son côté, |le port ferme|`."""
    start = context.forward_over_gaps(said.start)
    tied = context.text[start : said.end].lower()
    opening = next((words for words in context.pack.words("cues")["order"]["connecting"] if tied.startswith(words + ",")), None)
    return start + len(opening) + 1 if opening is not None else said.start


def _leads(context: Context, lead: Span, end: int) -> bool:
    """Whether a clause follows what is none, with nothing quoted in that."""
    outlets = not context.tells(lead) or _only_supposes(context, lead) or _gives_out(context, lead)
    return outlets and not any(context.quotes_in(lead)) and context.tells(Span(lead.end, end))


def _only_supposes(context: Context, lead: Span) -> bool:
    """Whether the one clause in a list's title is a condition: `Au menu |s'il gagne| : ...`."""
    words = context.words(lead)
    marks = [token for token in words if token.pos == "SCONJ" and token.text.lower() in context.pack.words("cues")["order"]["supposing"]]
    titled = bool(marks) and words[0].pos == "ADP" and all(token.pos != "PUNCT" for token in words)
    return titled and not context.tells(Span(lead.start, marks[0].start))


def _gives_out(context: Context, lead: Span) -> bool:
    """Whether somebody only hands out there what the colon opens: `Jan Kowal a publié un |bilan| : ...`."""
    words = context.words(lead)
    thing = next((token for token in reversed(words) if token.pos == "NOUN"), None)
    if thing is None or thing.lemma.lower() not in context.pack.words("cues")["sources"]["made"] or thing.dep != "obj":
        return False
    giver = own_subject(thing.head)
    return giver is not None and giver.pos in ("NOUN", "PROPN") and giver in words and can_speak(context, giver) and thing.head in words
