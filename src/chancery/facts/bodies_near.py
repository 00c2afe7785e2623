"""Bodies behind or before what is counted: whose name stands there, or to which a noun points back."""

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import obliques
from chancery.facts.nearby import Nearby, meant
from chancery.facts.topics import Topics

NAMED = 400
"""Code points before "ce parti" in which the body has been named."""


class Bodies:
    """The bodies of one document by place; built once."""

    def __init__(self, nearby: Nearby, topics: Topics, people: str) -> None:
        """`people`: the unit of those counted who are people."""
        self._nearby, self._topics, self._people = nearby, topics, people

    def of_participle(self, head: Token) -> tuple[str, ...]:
        """The body pointed back at behind a participle, whose the noun is: "douze lignes étudiées de cette compagnie"."""
        done = (child for child in head.all("acl") if child.start > head.start and child.morph.get("VerbForm") == "Part")
        parts = (part for child in done for part in obliques(child, "de") if "," not in self._nearby.text[head.end : part.start])
        return next((found for part in parts if (found := self.pointed_at(part) or self._topics.body(part))), ())

    def behind(self, quantity: Quantity) -> str | None:
        """The body whose name stands right behind people: "une centaine d'élus LREM"."""
        spaced = self._nearby.text[quantity.span.end : quantity.span.end + 1].isspace()
        found = self.at(quantity.span.end + 1) if spaced and quantity.unit == self._people else ()
        return found[0] if found else None

    def at(self, start: int) -> tuple[str, ...]:
        """The body whose name begins there: "les salariés de la société Untel"."""
        mention = self._nearby.mention_before(start)
        return meant(mention) if mention is not None and mention.type == "ORG" and mention.span.start == start else ()

    def pointed_at(self, noun: Token) -> tuple[str, ...]:
        """The body named before that "ce parti" points back to: the last one in whose name, or right before which, the noun stands."""
        if noun.pos != "NOUN" or not any(child.morph.get("PronType") == "Dem" for child in noun.all("det")):
            return ()
        named = self._nearby.mentions_before(noun.start, NAMED)
        return next((meant(body) for body in named if body.type == "ORG" and self._is_called(body, noun)), ())

    def _is_called(self, body: Mention, noun: Token) -> bool:
        """Whether a body's name holds a noun, or that says what it is: "la compagnie belge Untel"."""
        before = self._nearby.tokens[max(0, self._nearby.at(body.span.start) - 2) : self._nearby.at(body.span.start)][::-1]
        called = next((word for word in before if word.pos != "ADJ"), None)
        same = called is not None and called.lemma == noun.lemma and called.index < self._nearby.tokens[self._nearby.at(body.span.start)].index
        return same or noun.text.lower() in body.span.of(self._nearby.text).lower().split()
