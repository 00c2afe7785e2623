"""Quoted words of a passive that names who says them: `le niveau est jugé "alarmant" par l'institut`."""

from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.clauses import agent
from chancery.facts.context import Context
from chancery.facts.cue_lexicon import lexicon
from chancery.facts.reported import Words
from chancery.facts.speaker import Speaker, named
from chancery.facts.speaking import can_speak
from chancery.span import Span


def undergone(context: Context) -> Iterator[tuple[Words, Speaker]]:
    """What is called so by somebody, in text order, outside quotations: the words between the marks right behind the participle, and whose."""
    calling = context.pack.words("cues")["order"]["calling"]
    entries = lexicon(context.pack)
    for sentence in context.analysis.sentences:
        for verb in sentence.tokens:
            if verb.lemma not in calling or verb.lemma not in entries or not _is_undergone(verb) or context.quote_at(verb.start):
                continue
            by = agent(verb)
            quote = next(context.quotes_in(Span(verb.end, max(verb.end, sentence.span.end))), None)
            if by is None or quote is None or not quote.closed or context.is_label(quote) or not can_speak(context, by):
                continue
            between = [token for token in sentence.tokens if verb.end <= token.start < quote.outer.start]
            speaker = named(context, by, personal=True)
            if (
                speaker is not None
                and speaker.name
                and by.start > quote.outer.end
                and all(token.pos in ("ADP", "ADV", "DET", "SCONJ") for token in between)
            ):
                yield Words(quote.inner, "mixed", (quote,)), speaker


def _is_undergone(verb: Token) -> bool:
    """Whether it is a past participle without `avoir`."""
    past = verb.morph.get("VerbForm") == "Part" and verb.morph.get("Tense") == "Past"
    return past and not any(helper.lemma == "avoir" for helper in verb.all("aux") if helper.dep != "aux:pass" and verb.child("aux:pass") is None)
