"""How far off something is: "à 300 km de la côte", "deux villes distantes de 500 km"."""

import re

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject, subject
from chancery.analysis.units import units
from chancery.facts.changes import Changes
from chancery.facts.clause_ends import QUOTES
from chancery.facts.listed import Listed
from chancery.facts.naming import outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

PHRASE = ("NOUN", "PROPN", "ADJ", "ADP", "DET")
"""What an apposition is made of."""
BETWEEN = 4
"""Words before the second of two places among which "entre" stands."""
ELSEWHERE = 2
"""Words of "de là"."""
VOWEL = re.compile("[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)


class Distances:
    """The distances that one document tells."""

    def __init__(self, nearby: Nearby, restricting: Restricting, changes: Changes, pack: Pack) -> None:
        self._nearby, self._restricting, self._changes = nearby, restricting, changes
        lists, numbers = pack.words("numbers")["levels"], pack.words("numbers")
        self._distance: str = lists["distance"]
        self._apart = frozenset(lists["apart"])
        self._directions_to, self._far = frozenset(lists["directions"]), frozenset(lists["far"])
        self._there = frozenset(lists["there"])
        self._at_lengths = frozenset((*numbers["sums"]["at"], *numbers["whereabouts"]["at"][:2]))
        self._of = frozenset(numbers["sums"]["partitive"])
        self._counts_people = units(pack).counts_people
        self._placing, self._elided = Listed(lists["placing"], pack), numbers["predicated"]["of"]
        self._to: dict[str, str] = lists["to"]
        self._spots = frozenset(lists["spots"])
        self._in, self._between = frozenset(numbers["restricting"]["locative"]), numbers["ranges"]["between"]

    def what(self, quantity: Quantity, head: Token) -> str | None:
        """How far off what is, in words: "distance de Lyon à la côte"; None where it is no distance."""
        at = self._nearby.at(quantity.span.start)
        before = self._before(at)
        first = self._nearby.at(quantity.span.end)
        towards = any(token.text.lower().rpartition("'")[2] in self._directions_to for token in self._nearby.tokens[first : first + 3])
        if (far := self.far_before(quantity)) is not None:
            return self._apart_from(far)  # "deux villes distantes de 500 km"
        if not towards and (before is None or before.text.lower() not in self._at_lengths):
            return None
        last = self._restricting.clause(first)
        last = next((place for place in range(first + 1, last) if self._nearby.tokens[place].text.lower() in self._apart), last)
        opens = self._nearby.tokens[first : first + 1]
        if last <= first + 1 or not (opens[0].pos == "ADP" or opens[0].text.lower() in self._directions_to):
            return None
        if opens[0].text.lower() in self._of and self._nearby.tokens[first + 1].pos == "NOUN":
            return None  # "à 500 mètres de fond"
        whole, where = self._whole(quantity, head, before), self._nearby.words(first, last)
        if whole and self._nearby.tokens[last - 1].text.lower() in self._there and last - first == ELSEWHERE:
            return f"{self._distance} {whole}".rstrip()  # "Bork, à 30 km de là"
        if whole and opens[0].text.lower() in self._to:
            where = f"{self._to[opens[0].text.lower()]}{where[len(opens[0].text) :].lstrip()}"
        return f"{self._distance} {whole}{where}"

    def _before(self, at: int) -> Token | None:
        """The preposition right before an index, or before the article there."""
        return next((token for token in self._nearby.tokens[max(0, at - 2) : at][::-1] if token.pos not in ("ADV", "DET")), None)

    def far_before(self, quantity: Quantity) -> Token | None:
        """The word right before that only says that something is so far off: "distante de"; None where none is."""
        at = self._nearby.at(quantity.span.start)
        within = self._nearby.tokens[at] if at < len(self._nearby.tokens) else None  # "distante |d'une quarantaine| de kilomètres"
        of = within if within is not None and within.text.lower() in self._of else self._before(at)
        far = self._ahead(of) if of is not None and of.text.lower() in self._of else None
        return far if far is not None and (far.lemma.lower() in self._far or far.text.lower() in self._far) else None

    def _apart_from(self, far: Token) -> str:
        """The one thing that is so far off: "la ville de Bork, |distante| de 30 km"; of several, they are from each other."""
        at = self._nearby.at(far.start)
        noun = far.head
        if far.dep == "amod" and noun.dep in ("appos", "conj") and noun.child("det") is not None and at > 2 and self._nearby.tokens[at - 1] is noun:
            at -= 2  # "Zork, |une localité| distante de 30 km"
        at -= at > 0 and self._nearby.tokens[at - 1].text == ","
        one = far.morph.get("Number") != "Plur" and not far.text.lower().endswith("s") and at > 0
        return f"{self._distance} {self.place(self._nearby.tokens[at - 1].end)}".rstrip() if one else self._distance

    def is_off(self, quantity: Quantity) -> bool:
        """Whether it is told how far off something is, not how long or high: "à 300 km"."""
        at = self._nearby.at(quantity.span.start)
        return at > 0 and self._nearby.tokens[at - 1].text.lower() in self._at_lengths

    def _whole(self, quantity: Quantity, head: Token, before: Token | None) -> str:
        """What is so far off, behind its preposition: "de la ville "; empty where that is not plain."""
        outer = outermost(quantity, head)
        at = self._nearby.at(before.start) if before is not None else 0
        set_off = at > 1 and self._nearby.tokens[at - 1].text == ","  # "il campe près de Zork, à 30 km de Bork"
        placed = outer.head if self._placing.verb(outer.head) and not set_off else before
        at = self._nearby.at(placed.start) if placed is not None else 0
        if at > 2 and self._nearby.tokens[at - 1].text == ",":
            end = at - 2 - (self._nearby.tokens[at - 2].text in QUOTES)  # `"près de Zork", à 30 km de Bork`
            return self.place(self._nearby.tokens[self._past_country(self._past_apposition(end))].end) or self._spot(end, quantity)
        if placed is not None and placed is not before and placed.dep == "acl" and (named := self._named_before(placed.head)):
            return named
        last = self._nearby.tokens[at - 1] if placed is before and at else None
        if last is not None and (place := self._described(last, outer.head) or self.place(last.end)):
            return place
        if last is not None and (spot := self._spot(at - 1, quantity)):
            return spot
        found = own_subject(outer) if outer.child("cop") else subject(outer.head) if self._placing.verb(outer.head) else None
        if found is None or found.pos not in ("NOUN", "PROPN") or self._counts_people(found.text) or found.end > quantity.span.start:
            return ""
        end = self._restricting.end(found, found.end, Span(outer.start, quantity.span.end), places=True)
        named = self._nearby.text[found.start : end]
        if found.child("det") is not None:
            return f"{self._changes.joined(found)}{named} "
        name = self._nearby.mention_before(found.start)
        somebody = name is not None and name.type == "PER" and name.span.contains(found.span)
        return f"{self._joined(named)} " if found.pos == "PROPN" and not somebody else ""

    def _past_apposition(self, at: int) -> int:
        """The index of the last word before the apposition with no article that ends at an index: "la base de Zork|, ancien fort du roi Bork|, à"."""
        first = at
        while first > 0 and self._nearby.tokens[first].index and self._nearby.tokens[first].pos in PHRASE:
            first -= 1
        opens = self._nearby.tokens[first + 1 : at + 1]
        noun = next((token for token in opens if token.pos == "NOUN"), None)
        plain = noun is not None and opens[0].pos in ("NOUN", "ADJ") and noun.child("det") is None and noun.text[:1].islower()
        return first - 1 if plain and first > 1 and self._nearby.tokens[first].text == "," and self._nearby.tokens[first].index > 1 else at

    def _past_country(self, at: int) -> int:
        """The index of the last word before the place in commas that ends at an index: "à l'aéroport de Zork|, en Elbonie|"."""
        name = self._nearby.mention_ending(self._nearby.tokens[at].end)
        first = self._nearby.at(name.span.start) if name is not None else 0
        set_off = first > 2 and self._nearby.tokens[first - 1].text.lower() in self._in and self._nearby.tokens[first - 2].text == ","
        return first - 3 if set_off and self._nearby.mention_ending(self._nearby.tokens[first - 3].end) is not None else at

    def _described(self, last: Token, noun: Token) -> str:
        """The name of the place that a noun right before, with no definite article, describes: "Bork, station à 30 km"; empty where it does none."""
        article = noun.child("det")
        open_to_all = article is None or article.morph.get("Definite") == "Ind"
        described = noun.pos == "NOUN" and noun.dep == "appos" and open_to_all and (last is noun or last.head is noun)
        return self.place(noun.head.end) if described and noun.head.end < noun.start else ""

    def _named_before(self, noun: Token) -> str:
        """The name of the place that a noun with no definite article describes behind a comma: "Bork, ville située à 30 km"; empty for none."""
        article = noun.child("det")
        first = self._nearby.at(min(noun.start, article.start if article is not None else noun.start))
        described = article is None or article.morph.get("Definite") == "Ind"
        set_off = first > 1 and noun.index > 1 and self._nearby.tokens[first - 1].text == ","
        return self.place(self._nearby.tokens[self._past_country(first - 2)].end) if described and set_off else ""

    def _spot(self, at: int, quantity: Quantity) -> str:
        """The common noun for a spot, with its adjective, that ends at an index: "d'une zone habitée ", of "dans une zone habitée, à 30 km"."""
        word = self._nearby.tokens[at]
        noun = word.head if word.dep == "amod" and word.head.end <= word.start else word
        case, article = noun.child("case"), noun.child("det")
        put = case is not None and case.text.lower() in self._spots and noun.dep.startswith("obl") and noun.pos == "NOUN"
        beside = noun.head in (part for token in self._nearby.inside(quantity.span) for part in token.ancestors())
        if not put or not beside or article is None or article.morph.get("Definite") != "Ind" or self._counts_people(noun.text):
            return ""
        return f"{self._joined(self._nearby.text[article.start : word.end])} "

    def place(self, end: int) -> str:
        """The place whose name ends there, behind its preposition; empty where none does."""
        name = self._nearby.mention_ending(end)
        if name is None or name.type != "LOC":
            return ""
        at = self._nearby.at(name.span.start)
        if any(token.text.lower() == self._between for token in self._nearby.tokens[max(0, at - BETWEEN) : at - 1]):
            return ""  # "une route entre Zork et Bork, à 10 km de la côte"
        case, called = self._nearby.tokens[at - 1] if at else None, name.span.of(self._nearby.text)
        article = self._changes.with_article(case.text) if case is not None else None
        return f"{article}{called} " if article else f"{self._joined(called)} " if called[:1].isupper() else ""

    def _joined(self, name: str) -> str:
        of = self._elided[VOWEL.match(name) is not None]
        return f"{of}{name}" if of.endswith("'") else f"{of} {name}"

    def _ahead(self, token: Token) -> Token:
        """The token before one."""
        return self._nearby.tokens[self._nearby.at(token.start) - 1]
