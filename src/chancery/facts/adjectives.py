"""Which adjectives are told of what is counted, whatever the parser hangs them on."""

from collections.abc import Iterator

from chancery.analysis import Token
from chancery.analysis.clauses import complements, conjuncts, preposition


def joined(head: Token) -> list[Token]:
    """The bare nouns that share its adjectives: "300 bars et cafés belges"; not "300 civils sous contrôle et sous blocus elbonien"."""
    nouns = [noun for noun in conjuncts(head) if noun is not head and noun.child("det") is None and noun.child("nummod") is None]
    return [noun for noun in nouns if preposition(noun) in ("", preposition(head))]


def misplaced(head: Token) -> Iterator[Token]:
    """The adjectives that the parser hangs on a bare complement though they agree with the noun before: "navires de guerre |américains|"."""
    for part in complements(head, "de"):
        if part.child("det") is None:
            yield from (child for child in part.all("amod") if child.start > part.start and _agree(child, head) and not _agree(child, part))


def _agree(adjective: Token, noun: Token) -> bool:
    """Whether an adjective has the noun's number and gender, where both are known."""
    return all(adjective.morph.get(what, noun.morph.get(what)) == noun.morph.get(what, adjective.morph.get(what)) for what in ("Number", "Gender"))
