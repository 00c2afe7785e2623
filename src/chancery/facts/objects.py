"""What is done with a share of something that a verb governs: "la pauvreté touche 20 % de la population"."""

from chancery.analysis import Quantity, Token
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span


class Objects:
    """The shares of one document that are the object of their verb."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._handled = nearby, handled(nearby, restricting, pack)
        numbers = pack.words("numbers")
        self._empty = Listed(
            (*numbers["unnamed"]["making_up"], *numbers["restricting"]["counting"], *numbers["scores"]["winning"], *numbers["whose"]["awarding"]),
            pack,
        )

    def what(self, quantity: Quantity, head: Token, noun: Token, end: int) -> str:
        """The participle of the verb, with who or what does it: "touchée par la pauvreté"; empty where the verb only counts or tells when."""
        outer = outermost(quantity, head)
        verb = outer.head if outer.dep == "obj" else None
        if verb is None or self._empty.verb(verb) or self._handled.is_aside(noun):  # "95 % de mon temps"
            return ""
        between = self._nearby.inside(Span(verb.end, quantity.span.start)) if verb.end < quantity.span.start else []
        if any(word.pos == "SCONJ" for word in between):
            return ""
        return self._handled.what(verb, quantity, noun, end, many=noun.morph.get("Number") == "Plur")
