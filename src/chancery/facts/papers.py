"""Whose a paper is that is named by its noun alone: whoever made the one of before (`le rapport de la Cour`, then `le rapport`)."""

from chancery.analysis import Token
from chancery.facts.context import Context
from chancery.facts.makers import makers

BACK = 1500
"""Code points back to where the paper was brought in."""


def made_before(context: Context, paper: Token) -> tuple[Token, ...]:
    """The heads of the phrases that name who made the paper that a bare noun points back to; empty where the text does not say.

    The nearest paper of that noun counts, and none that was made by others behind it; one called a document may have been called anything.
    """
    sources = context.pack.words("cues")["sources"]
    lemma = paper.lemma.lower()
    if lemma not in sources["made"] or not _is_bare(context, paper):
        return ()
    sentence = context.sentence_at(paper.start)
    while sentence is not None and paper.start - sentence.span.start <= BACK:
        for token in reversed(sentence.tokens):
            same = token.lemma.lower() == lemma or (lemma in sources["any_paper"] and token.lemma.lower() in sources["issued"])
            if token.start >= paper.start or not same or token.pos != "NOUN" or context.quote_at(token.start) or _is_bare(context, token):
                continue
            return makers(context, token)
        sentence = context.previous(sentence)
    return ()


def _is_bare(context: Context, paper: Token) -> bool:
    """Whether a paper is pointed to, and nothing behind its noun tells which it is but a relative: `le rapport`; `ce même sondage`."""
    articles = (*context.pack.words("roles")["around"]["definite_singular"], *context.pack.words("cues")["order"]["demonstratives"])
    pointed = any(word.text.lower().replace("’", "'") in articles for word in paper.all("det", "case"))
    tells = [part for part in paper.all("nmod", "acl", "appos", "amod") if part.start > paper.end and part.dep != "acl:relcl"]
    return pointed and not tells
