"""Whose sister or son one is of whom only the age is told: "Anna Blanc et sa soeur de 12 ans"."""

import re

from chancery.analysis import Mention, Token
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby, meant
from chancery.languages import Pack

NEAR = 30
"""Code points between a relative and the age."""
PERSON = "person:"
QUOTE = '"'
VOWEL = re.compile("[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)


class Relatives:
    """The relatives of the people of one document."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby, numbers = nearby, pack.words("numbers")
        self._theirs, self._one_person = frozenset(numbers["whose"]["one_theirs"]), units(pack).one_person
        self._opened: dict[str, str] = numbers["shares"]["opened"]
        self._of: list[str] = numbers["predicated"]["of"]
        self._articles: dict[str, str] = numbers["ages"]["articles"]

    def aged(self, figure: Figure, bearer: Token) -> str | None:
        """The age with whose relative has it: "âge de la soeur d'Anna Blanc"; None where nobody plain has that relative."""
        owner = next((child for child in bearer.all("det") if child.text.lower() in self._theirs), None)
        near = 0 < figure.evidence.start - bearer.end <= NEAR and bearer.pos == "NOUN" and self._one_person(bearer.text)
        if owner is None or not near or not figure.what or figure.who:
            return None
        person = self._person(owner)
        if person is None:
            return None
        name = meant(person)[0].removeprefix(PERSON) if meant(person) else person.span.of(self._nearby.text)
        article = self._articles["elided" if VOWEL.match(bearer.text) else "Fem" if bearer.morph.get("Gender") == "Fem" else "Masc"]
        opened = self._opened[article]
        of = self._of[VOWEL.match(name) is not None]
        return f"{figure.what} {opened}{'' if opened.endswith(chr(39)) else ' '}{bearer.text} {of}{'' if of.endswith(chr(39)) else ' '}{name}"

    def _person(self, owner: Token) -> Mention | None:
        """The one person named before in the sentence; of more than one, the subject."""
        tokens = self._nearby.tokens
        first = tokens[self._nearby.at(owner.start) - owner.index].start
        people = [
            name
            for name in self._nearby.mentions_before(owner.start, owner.start - first + 1)
            if name.type == "PER" and name.span.start >= first and not self._quoted(name, owner)
        ]
        acting = [name for name in people if any(token.dep.startswith("nsubj") for token in self._nearby.inside(name.span))]
        known = acting if len(people) > 1 else people
        return known[0] if len({meant(name)[:1] or (name.span.of(self._nearby.text),) for name in known}) == 1 else None

    def _quoted(self, name: Mention, owner: Token) -> bool:
        """Whether a name stands in quotes that close before the possessive: somebody else says it."""
        between = self._nearby.text[name.span.end : owner.start]
        return between.count(QUOTE) % 2 == 1 or between.count("»") > between.count("«")
