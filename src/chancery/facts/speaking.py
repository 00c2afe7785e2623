"""Whether a noun phrase names someone who can speak."""

from chancery.analysis import Token
from chancery.facts.context import Context


def can_speak(context: Context, token: Token, *, personal: bool = True) -> bool:
    """Whether the phrase that the token heads is a person, a body, a state, a paper or a source. `personal=False` trusts any noun."""
    if context.who.of(token) or context.who.at(token.span) is not None:
        return True
    sources = context.pack.words("cues")["sources"]
    lemma = token.lemma.lower()
    return lemma in sources["nouns"] or lemma in sources["papers"] or token.pos == "PROPN" or (token.pos == "NOUN" and not personal)


def subject_behind(context: Context, verb: Token, tokens: list[Token], start: int) -> Token | None:
    """The subject behind a verb that closes a clause or quotation: `..., a mis en garde jeudi |le ministre`.

    Looked for by place, for parsers miss it. `start` is where the verb's group begins; only days and adverbs may stand between.
    """
    position = context.back_over_gaps(start)
    if not position or context.text[position - 1] not in ',»"”':
        return None
    for token in tokens[verb.index + 1 :]:
        if token.pos in ("PUNCT", "SCONJ", "VERB", "AUX", "CCONJ", "PRON"):
            return None
        if token.pos not in ("NOUN", "PROPN") or token.child("case") is not None or context.dated(token):
            continue
        if token.dep in ("nmod", "obl", "obl:arg", "obl:mod") and token.head is not verb and token.head.pos != "NOUN":
            continue
        return token if can_speak(context, token) else None
    return None
