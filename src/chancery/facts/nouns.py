"""Nouns that report speech: `l'annonce par X que ...`, `la promesse de X de ...`, `une déclaration selon laquelle ...`."""

from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.clauses import preposition, subject
from chancery.facts.context import GAPS, Context
from chancery.facts.endings import QUE
from chancery.facts.reported import POINTS, Words, typed
from chancery.facts.speaker import Speaker, named
from chancery.span import Span

REACH = 12
"""Tokens behind the noun within which what it reports begins."""


def told_by_nouns(context: Context) -> Iterator[tuple[Words, Speaker]]:
    """The clause or infinitive that each noun of speech reports, outside quotations, and by whom, in text order; none where nobody known says it."""
    nouns = context.pack.words("cues")["nouns"]
    for sentence in context.analysis.sentences:
        for noun in sentence.tokens:
            if noun.pos != "NOUN" or noun.lemma.lower() not in nouns["lemmas"] or context.quote_at(noun.start):
                continue
            words = _words(context, noun, sentence.tokens, nouns["which"])
            speaker = _speaker(context, noun) if words is not None else None
            if words is not None and speaker is not None and speaker.actors:
                yield words, speaker


def _words(context: Context, noun: Token, tokens: list[Token], which: list[str]) -> Words | None:
    """The clause or infinitive behind the noun, without the word that opens it."""
    for token in tokens[noun.index + 1 : noun.index + REACH]:
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        if after is None or token.pos in ("PUNCT", "CCONJ", "AUX") or (token.pos == "VERB" and token.morph.get("VerbForm") == "Fin"):
            return None
        relative = token.text.lower() in which and noun in token.head.ancestors()
        conjunction = token.pos == "SCONJ" and token.lemma.lower() in QUE and token.dep == "mark" and noun in token.head.ancestors()
        if relative or conjunction or (token.pos == "ADP" and after.morph.get("VerbForm") == "Inf"):
            return _clause(context, after, token.head if relative or conjunction else after)
    return None


def _clause(context: Context, first: Token, head: Token) -> Words | None:
    """What its verb governs from the first word on; ends before the verb that the noun's own clause goes on with. None where it governs nothing."""
    inside = [token for token in head.subtree() if token.start >= first.start]
    if not inside:
        return None  # the parser hung the relative where its clause is not
    above = [token for token in inside if token.pos == "AUX" and _goes_on(token, head)]
    end = min(above[0].start, inside[-1].end) if above else inside[-1].end
    span = Span(first.start, max(first.start, end)).trimmed(context.text, GAPS + POINTS)
    return typed(context, span) if len(span) else None


def _goes_on(helper: Token, head: Token) -> bool:
    """Whether an auxiliary belongs to a verb that the parser hung under the clause, with no subject or conjunction of its own."""
    verb = helper.head
    return verb is not head and verb.start > head.end and verb.child("nsubj", "mark", "cc") is None


def _speaker(context: Context, noun: Token) -> Speaker | None:
    """Whose speech the noun means: whom its complement names, else who does what its verb says (`X a réitéré sa demande de ...`)."""
    for token in noun.all("nmod", "obl"):
        if preposition(token) in ("de", "par") and context.who.of(token):
            return named(context, token)
    owner = noun.child("det")
    if (owner is not None and owner.morph.get("Poss") == "Yes") or noun.dep.startswith("obj"):
        party = subject(noun.head)
        return named(context, party, personal=True) if party is not None and party is not noun else None
    return None
