"""Whose sister or son one is of whom only the age is told: "Anna Blanc et sa soeur de 12 ans"."""

import re

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.persons import person
from chancery.languages import Pack
from chancery.span import Span

NEAR = 30
"""Code points between a relative and the age."""
PERSON = "person:"
DEEP = 4
"""Governors among which the verb is whose subject "son" means."""
QUOTE = '"'
VOWEL = re.compile("[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)


class Relatives:
    """The relatives of the people of one document."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who, numbers = nearby, who, pack.words("numbers")
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
        name = self._name(owner)
        if name is None:
            return None
        article = self._articles["elided" if VOWEL.match(bearer.text) else "Fem" if bearer.morph.get("Gender") == "Fem" else "Masc"]
        opened = self._opened[article]
        of = self._of[VOWEL.match(name) is not None]
        return f"{figure.what} {opened}{'' if opened.endswith(chr(39)) else ' '}{bearer.text} {of}{'' if of.endswith(chr(39)) else ' '}{name}"

    def _name(self, owner: Token) -> str | None:
        """How the person is called whom a possessive means: named in its sentence, else the subject there or in the sentence before."""
        named = self._named_with(owner)
        if named:
            one = self._one_of(named)
            return (meant(one)[0].removeprefix(PERSON) if meant(one) else one.span.of(self._nearby.text)) if one is not None else None
        acts = next((acts for token in above(owner, DEEP) if (acts := own_subject(token)) not in (None, owner.head)), None)
        if acts is not None and acts.end <= owner.start and not _is_possessed(acts):
            found = person(self._who.own(acts)) if acts.morph.get("Number") != "Plur" else ()
        else:
            found = self._before(owner)
        return found[0].removeprefix(PERSON) if found else None

    def _before(self, owner: Token) -> tuple[str, ...]:
        """The one person named in the sentence before, in the same paragraph, who is a subject there or beside whom nobody is told of."""
        first = self._nearby.at(owner.start) - owner.index
        if any(self._is_someone(word) for word in self._nearby.tokens[first : first + owner.index]):
            return ()
        if first == 0 or "\n" in self._nearby.text[self._nearby.tokens[first - 1].end : self._nearby.tokens[first].start]:
            return ()
        opening = self._nearby.tokens[first - 1 - self._nearby.tokens[first - 1].index].start
        end = self._nearby.tokens[first].start
        people = [name for name in self._nearby.mentions_before(end, end - opening) if name.type == "PER"]
        if len(people) != 1:
            return ()
        acting = any(token.dep.startswith("nsubj") for token in self._nearby.inside(people[0].span))
        others = (word for word in self._nearby.inside(Span(opening, end)) if not people[0].span.contains(word.span) and self._is_someone(word))
        return meant(people[0]) if acting or not any(others) else ()

    def _is_someone(self, word: Token) -> bool:
        """Whether it is a noun for one person, and nobody's own: "son fils, et sa fille"."""
        return word.pos == "NOUN" and self._one_person(word.text) and not _is_possessed(word)

    def _named_with(self, owner: Token) -> list[Mention]:
        """The people named before a possessive in its sentence."""
        first = self._nearby.tokens[self._nearby.at(owner.start) - owner.index].start
        return [
            name
            for name in self._nearby.mentions_before(owner.start, owner.start - first + 1)
            if name.type == "PER" and name.span.start >= first and not self._quoted(name, owner)
        ]

    def _one_of(self, people: list[Mention]) -> Mention | None:
        """The one person of those; of more than one, the subject."""
        acting = [name for name in people if any(token.dep.startswith("nsubj") for token in self._nearby.inside(name.span))]
        known = acting if len(people) > 1 else people
        return known[0] if len({meant(name)[:1] or (name.span.of(self._nearby.text),) for name in known}) == 1 else None

    def _quoted(self, name: Mention, owner: Token) -> bool:
        """Whether a name stands in quotes that close before the possessive: somebody else says it."""
        between = self._nearby.text[name.span.end : owner.start]
        return between.count(QUOTE) % 2 == 1 or between.count("»") > between.count("«")


def _is_possessed(noun: Token) -> bool:
    return any(child.morph.get("Poss") == "Yes" for child in noun.all("det"))
