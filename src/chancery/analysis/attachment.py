"""What belongs together although the parser hangs it elsewhere: a participle and the noun it agrees with, an adjective and its infinitive."""

from collections.abc import Iterator

from chancery.analysis.tokens import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "X"))
"""Parts of speech that can head a noun phrase."""


def described(participle: Token) -> Token:
    """The noun that a participle describes: what it hangs on, or, if they do not agree, the nearest noun of that phrase before it that does."""
    head = participle.head
    if _agree(head, participle) is not False:
        return head
    top = head
    while top.dep.partition(":")[0] in ("nmod", "obl", "appos", "conj") and top.head.pos in NOMINAL:
        top = top.head
    before = [token for token in top.subtree() if token.start < participle.start and token.pos in ("NOUN", "PROPN") and _agree(token, participle)]
    return before[-1] if before else head


def _agree(noun: Token, participle: Token) -> bool | None:
    """Whether gender and number are the same; None where neither is known of both."""
    known = [(noun.morph[name], participle.morph[name]) for name in ("Gender", "Number") if name in noun.morph and name in participle.morph]
    return all(one == other for one, other in known) if known else None


def continued(word: Token) -> Iterator[Token]:
    """The dependents of a word, and an infinitive right behind it that the parser hangs on the verb above: `se dit prêt à partir`."""
    yield from word.children
    if word.pos == "ADJ":
        for other in word.head.children:
            mark = other.child("mark", "case") if other.morph.get("VerbForm") == "Inf" else None
            if mark is not None and mark.index == word.index + 1:
                yield other
