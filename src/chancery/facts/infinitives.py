"""Where an infinitive that a cue reports begins, without a preposition before it: `affirme |ne rien savoir|`."""

from chancery.analysis import Token
from chancery.facts.context import Context
from chancery.facts.cues import Cue

INFINITIVE = ("er", "ir", "oir")
"""Endings by which an infinitive is known that the tagger takes for a noun."""
MARKS = frozenset('"«“')
NOMINAL_WORDS = frozenset(("ADV", "NOUN", "DET", "ADP", "PUNCT", "ADJ", "NUM", "PRON", "PROPN", "X"))
"""What may stand between a cue and its infinitive: to whom, when and where it was said."""


def opens_infinitive(tokens: list[Token], position: int) -> bool:
    """Whether an infinitive stands there, behind marks, negation and clitics."""
    for token in tokens[position:]:
        if token.morph.get("VerbForm") == "Inf":
            return token.dep != "fixed"  # `à |partir| de lundi` is no verb
        if token.pos not in ("PUNCT", "ADV") and not (token.pos == "PRON" and token.dep.startswith(("obj", "iobj", "expl"))):
            return False
    return False


def has_object(context: Context, cue: Cue, before: Token) -> bool:
    """Whether a direct object stands between the cue and a `que`, which is then a relative pronoun (`les mesures qu'il prendra`)."""
    things = (token for token in cue.verb.all("obj") if token.pos == "NOUN" and not context.dated(token))
    return any(token.start > cue.verb.end and token.end <= before.start for token in things)


def own_end(cue: Cue, tokens: list[Token]) -> int:
    """The position behind the cue's verb and the words that make it one (`a fait |savoir|`)."""
    position = cue.verb.index + 1
    while position < len(tokens) and tokens[position].text.lower() in cue.entry.rest:
        position += 1
    return position


def bare_infinitive(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """Where an infinitive without preposition begins, past adverbs and the addressee: `affirme |ne pas avoir ...`."""
    behind = tokens[own_end(cue, tokens) :]
    if [token.text for token in behind[:3:2]] == [",", ","]:
        behind = behind[3:]  # `dit, lui, craindre ...`
    start = next((token for token in behind if token.pos != "ADV" or token.lemma == "ne"), None)
    if start is not None and opens_infinitive(tokens, start.index):
        return start.start
    if cue.entry.rest:
        return None
    described = False
    for token in behind:  # `a raconté à Oslo, une photo à la main, |avoir vu ...`, `indique sur son site |ne rien savoir`
        if token.morph.get("VerbForm") == "Inf" and (tokens[token.index - 1].text == "," or token.index > behind[0].index):
            first = _with_clitics(context, tokens, token)
            before = next((word for word in reversed(tokens[: first.index]) if word.text not in MARKS), first)
            if before.pos not in ("ADP", "DET"):
                return first.start
            break
        describes = token.dep.startswith("acl") and token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
        described = described or describes  # `a assuré dans un entretien |publié| lundi être prêt`
        if (described and token.pos == "PUNCT") or (token.pos not in NOMINAL_WORDS and not describes):
            break
    for token in cue.verb.children:
        verbs = [token, *token.all("aux", "cop")] if token.start > cue.verb.end and token.dep.partition(":")[0] in ("xcomp", "ccomp", "obj") else []
        if any(verb.morph.get("VerbForm") == "Inf" for verb in verbs) and not any(mark.pos == "ADP" for mark in token.all("mark", "case")):
            first = next(part for part in token.subtree() if part.start > cue.verb.end)
            between = [other for other in tokens if cue.verb.end <= other.start < first.start]
            return first.start if first.pos != "SCONJ" and all(other.pos in NOMINAL_WORDS for other in between) else None
    return None


def _with_clitics(context: Context, tokens: list[Token], infinitive: Token) -> Token:
    """The first word of the infinitive's group, with its negation and pronouns: `|ne rien| savoir`, `|ne plus jamais| vouloir`, `|en| avoir vu`."""
    clitics = context.pack.words("cues")["order"]["clitics"]
    first = infinitive.index
    while first and (tokens[first - 1].lemma == "ne" or _goes_with(tokens[first - 1], infinitive)):
        first -= 1
    while first and tokens[first - 1].pos == "ADV" and tokens[first - 1].head in tokens[first : infinitive.index]:
        first -= 1
    if first > 1 and (tokens[first - 2].text + tokens[first - 1].text).lower() in clitics and tokens[first - 1].text == "'":
        first -= 2  # `s' inquiéter`: the pronoun is parted from its verb
    if first == infinitive.index and first and tokens[first - 1].pos in ("ADP", "X") and tokens[first - 1].text.lower() in clitics:
        first -= 1  # whatever the tagger takes the pronoun for
    return tokens[first]


def _goes_with(word: Token, infinitive: Token) -> bool:
    """Whether a pronoun or adverb before an infinitive, or before the auxiliary of one, belongs to it."""
    own = word.head in (infinitive, infinitive.head)
    return own and (word.pos == "ADV" or (word.pos == "PRON" and not word.dep.startswith(("nsubj", "obl:mod", "nmod"))))


def quoted_infinitive(context: Context, cue: Cue, tokens: list[Token]) -> int | None:
    """Where marks open with an infinitive, past the addressee: `a confié à l'AFP |"ne rien savoir" de l'affaire`."""
    for token in tokens[own_end(cue, tokens) :]:
        quote = context.quote_at(token.start)
        if quote is not None and quote.outer.start == token.start:
            if tokens[token.index - 1].pos in ("ADP", "DET") or has_object(context, cue, token):
                return None
            first = next((word for word in tokens[token.index + 1 :] if word.pos not in ("ADV", "PRON")), token)
            mistaken = first.pos == "NOUN" and first.text.endswith(INFINITIVE)
            infinitive = first.morph.get("VerbForm") == "Inf" or mistaken
            return token.start if infinitive and first.start < quote.inner.end else None
        if token.pos not in NOMINAL_WORDS or token.pos == "PUNCT":
            return None
    return None
