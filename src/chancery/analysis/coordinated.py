"""Names that the tokenizer took apart, made one again, and subjects joined by `et`, made one subject: `les |Pays-Bas| et le |Danemark|`."""

from collections.abc import Sequence

from chancery.analysis.tokens import Token

HYPHEN = "-"
PART = "flat:name"


def coordinate(tokens: Sequence[Token]) -> None:
    """Rehang, in place, the parts of names with a hyphen on their first part, and the second of two joined subjects on the first."""
    first: Token | None = None
    for at in range(1, len(tokens) - 1):
        if not _ties(tokens[at - 1], tokens[at], tokens[at + 1]):
            continue
        if first is None or tokens[at - 1].head is not first or tokens[at - 1].dep != PART:
            first = tokens[at - 1]
        _one_name(first, tokens[at])
        _one_name(first, tokens[at + 1])
    for token in tokens:
        if token.dep == "nsubj" and token.pos in ("NOUN", "PROPN"):
            _one_subject(token)


def _ties(before: Token, hyphen: Token, after: Token) -> bool:
    """Whether a hyphen that is a word of its own ties two parts of a name that touch it."""
    touching = hyphen.text == HYPHEN and before.end == hyphen.start and hyphen.end == after.start
    return touching and before.text[0].isupper() and after.text[0].isupper() and "PROPN" in (before.pos, after.pos)


def _one_name(first: Token, part: Token) -> None:
    """The part hangs on the first, and so does what hung on it; the first takes its place in the sentence where that is higher."""
    head, relation = part.head, part.dep
    if part in first.ancestors():
        first.rehang(None if head is part else head, relation)
    elif relation.startswith("nsubj") and first.dep == "conj" and first not in part.ancestors():
        row = _row(first)
        if row.head is head and row.child("case") is None:
            row.dep = relation  # `l'Italie, les Pays-|Bas| ont signé`: the subject is the whole row
        else:
            first.rehang(head, relation)
    part.rehang(first, PART)
    for child in [child for child in part.children if child is not first]:
        child.rehang(first, child.dep)


def _row(token: Token) -> Token:
    """The first of those that a token is coordinated with."""
    while token.dep == "conj" and token.head is not token:
        token = token.head
    return token


def _link(token: Token) -> Token | None:
    """The conjunction before it, or the comma of a row that ends with one: `Oslo|,| Rome et Lima`."""
    if (link := token.child("cc")) is not None:
        return link
    row = token.pos == "PROPN" and any(other.child("cc") is not None for other in token.all("conj"))
    return next((mark for mark in token.all("punct") if row and mark.text == "," and mark.start < token.start), None)


def _one_subject(second: Token) -> None:
    """A verb in the plural has no second subject behind `et` or in a row: that one goes with the first."""
    verb, link = second.head, _link(second)
    before = [other for other in verb.all("nsubj") if other.start < second.start and other.pos in ("NOUN", "PROPN")]
    if link is None or not before or second.start > verb.start or second.child("case") is not None:
        return
    singular = any(word.morph.get("Number") == "Sing" and "Mood" in word.morph for word in (verb, *verb.all("aux", "cop")))
    if not singular and before[-1].subtree()[-1].index + 1 == link.index:
        second.rehang(before[-1], "conj")
