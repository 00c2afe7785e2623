"""A verb of speech that its quotation opens with, the subject before the marks: `Jan Kowal "regrette que le port ferme"`."""

from dataclasses import replace

from chancery.analysis import Token
from chancery.analysis.clauses import is_negated
from chancery.analysis.quotations import Quotation
from chancery.facts.context import Context
from chancery.facts.cues import Cue
from chancery.facts.groups import group_start, over_aside
from chancery.facts.reported import Words
from chancery.facts.sourced import names_source
from chancery.facts.speaking import is_finite, is_participle, subject_ahead

SHORTEST = 3
"""Words of such a quotation at least."""


def predicated(context: Context, cue: Cue, places: set[int]) -> tuple[Words, Cue] | None:
    """The whole quotation that the cue opens, with the cue and its subject; None where it does not, or nobody stands before the marks.

    Nor where another verb of speech, at one of the `places`, governs it all or closes it.
    """
    quote = context.quote_at(cue.verb.start)
    tokens = cue.sentence.tokens
    if quote is None or not quote.closed or cue.inverted or len(context.words(quote.inner)) < SHORTEST:
        return None
    if _anothers(context, tokens, quote, places) or names_source(context, cue.sentence.span) or is_negated(cue.verb):
        return None
    opening = [token for token in tokens if quote.inner.start <= token.start < cue.verb.start]
    if any(token.pos not in ("AUX", "ADV", "PRON") or token.dep.startswith("nsubj") for token in opening):
        return None
    mark = next((token.index for token in tokens if token.end > quote.outer.start), 0)
    place = _before_group(context, tokens, mark)
    told = is_finite(cue.verb) or any(is_finite(token) for token in (*opening, *tokens[place + 1 : mark]))
    subject = _subject(context, cue, tokens, place) if told and place >= 0 else None
    return (Words(quote.inner, "mixed", (quote,)), replace(cue, subject=subject)) if subject is not None else None


def _anothers(context: Context, tokens: list[Token], quote: Quotation, places: set[int]) -> bool:
    """Whether another verb reports the clause: one before its conjunction (`dit qu'il "regrette ..."`), or one that closes the sentence."""
    ahead = [token for token in tokens if token.end <= quote.outer.start]
    says = next((token for token in ahead if token.start in places), None)
    if says is not None and any(token.pos == "SCONJ" for token in ahead if token.start > says.start):
        return True
    closing = (token for token in tokens if token.start in places and token.start > quote.outer.end and not is_participle(token))
    return any(tokens[group_start(context.pack, token, tokens) - 1].text == "," for token in closing)


def _before_group(context: Context, tokens: list[Token], mark: int) -> int:
    """The position before the auxiliary, adverbs, clitics and what stands between commas in front of the marks; -1 at the head."""
    clitics = context.pack.words("cues")["order"]["clitics"]
    place = over_aside(context.pack, tokens, mark) - 1 if mark else -1
    while place >= 0:
        token = tokens[place]
        if token.text == ",":
            opening = next((other for other in range(place - 1, max(-1, place - 8), -1) if tokens[other].text == ","), None)
            if opening is None:
                return place
            place = opening
        elif token.pos not in ("AUX", "ADV") and not (token.text.lower() in clitics and token.pos == "PRON"):
            return place
        place -= 1
    return place


def _subject(context: Context, cue: Cue, tokens: list[Token], place: int) -> Token | None:
    """Who stands there: a pronoun, the nearest party, or behind a conjunction the subject of the clause before."""
    token = tokens[place]
    if token.pos == "PRON" and token.text.lower() in context.pack.words("cues")["order"]["plain_inverted"]:
        return token
    if token.pos == "CCONJ":
        return cue.subject
    return subject_ahead(context, tokens, place + 1) if token.pos in ("NOUN", "PROPN", "ADJ") else None
