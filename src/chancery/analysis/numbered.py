"""Bare numbers that a sentence says to be the number of something: "le nombre de noyés s'élève à 2.000"."""

from chancery.analysis.tokens import Token
from chancery.analysis.units import Units


def numbered(tokens: list[Token], first: int, after: int, known: Units) -> Token | None:
    """The noun whose number the tokens from `first` to `after` are said to be; None if they are said to be none."""
    inside = tokens[first:after]
    head = next((token for token in inside if token.head is token or token.head not in inside), None)
    told = _told_of(head, known) if head is not None else None
    if told is not None and told.start < tokens[first].start and any(token.text == "," for token in tokens[tokens.index(told) : first]):
        return None  # "le nombre d'attaques passe sous dix, avec six en mai, quatre en juin"
    subject = told.child("nsubj", "nsubj:pass") if told is not None else None
    if subject is None and told is not None and told.dep == "xcomp":
        subject = told.head.child("nsubj")
    if subject is None or subject.text.lower() not in known.numbering["nouns"]:
        return None
    of = known.numbering["of"]
    return next((noun for noun in subject.all("nmod") if (case := noun.child("case")) is not None and case.text.lower() in of), None)


def _told_of(head: Token, known: Units) -> Token | None:
    """The predicate by which a number is told of the subject: itself behind "est", else the verb that reaches it."""
    case = head.child("case")
    before = case.text.lower() if case is not None else ""
    if head.child("cop") is not None:
        return head if before in known.numbering["is"] else None
    reached = head.dep in ("obj", "obl:arg", "obl:mod") and head.head.pos == "VERB" and before in known.numbering["reaching"]
    return head.head if reached and known.number_verbs.infinitive(head.head.text, head.head.lemma) in known.numbering["verbs"] else None
