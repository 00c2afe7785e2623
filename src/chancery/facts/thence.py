"""Which place "où" and "y" mean, and where so many have died or been hurt: the place that the words before name."""

from functools import partial

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.clauses import is_passive, subject
from chancery.facts.listed import Listed
from chancery.facts.measured import above, outermost
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.register import register_for

DEEP = 3
"""Verbs above a figure among which the one of the clause with "où" is."""
BEFORE = 300
"""Code points before "y" in which its place has been named."""
DESCRIBED = 9
"""Words between the name of a place and what else is said of where it is: ", un village du sud du Pérou"."""


class Thence:
    """The places that the clauses of one document point back at."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        lists, numbers = pack.words("numbers")["whereabouts"], pack.words("numbers")["predicated"]
        self._being, self._demonym = lists["being"], partial(lexicon_of(pack).demonym, register=register_for(None))
        self._where, self._there, self._at = lists["where"], lists["there"], frozenset(lists["at"])
        self._of, self._relating = frozenset(lists["of"]), pack.words("numbers")["whose"]["relating"]
        self._causing, self._killing = Listed(numbers["causing"], pack), Listed(numbers["killing"], pack)
        self._cases = frozenset(pack.words("numbers")["sickness"]["cases"])
        self._tolls = frozenset((*pack.words("numbers")["whose"]["tolls"], *numbers["victims"]))

    def of(self, quantity: Quantity, head: Token, who: tuple[str, ...]) -> str | None:
        """The place by its name, as the text has it; none if it is `who` has them."""
        outer = outermost(quantity, head)
        name = self._by_clause(outer) or self._of_toll(outer, head) or self._of_headline(quantity, outer, head)
        return name.span.of(self._nearby.text) if name is not None and name.actor not in who else None

    def _by_clause(self, outer: Token) -> Mention | None:
        """The place of the clause with "où" or "y" that it stands in."""
        verbs = [token for token in (outer.head, *above(outer.head, DEEP)) if token.pos in ("VERB", "AUX", "ADJ")] if outer.dep != "conj" else []
        for place, verb in enumerate(verbs):
            there = next((child for child in verb.children if child.text.lower() == self._there), None)
            if there is not None:
                return self._last_put(there) if place == 0 and not self._exists(there) else None
            if (
                where := next((child for child in verb.children if child.text.lower() == self._where and child.start < outer.start), None)
            ) is not None:
                named = self._nearby.mentions_before(outer.start, outer.start - where.start)
                return self._antecedent(where) if not any(name.type == "LOC" for name in named) else None
        return None

    def _exists(self, there: Token) -> bool:
        """Whether it is the "y" of "il y a", which means no place."""
        return bool(there.head.lemma.lower() == self._being)

    def _antecedent(self, where: Token) -> Mention | None:
        """The place right before "où"; the first of "à Lyon, dans le Rhône, où", and none of several."""
        return self._first(self._nearby.mention_ending(self._nearby.back_over(where.start, ", ")) or self._before_aside(where))

    def _before_aside(self, where: Token) -> Mention | None:
        """The place before what is said of it between commas: "à Lyon, la plus grande ville de la région, où"."""
        words: list[Token] = []
        at = self._nearby.at(where.start) - 1
        for word in self._nearby.tokens[max(0, at - DESCRIBED) : at][::-1]:
            if word.text == ",":
                name = self._nearby.mention_ending(word.start) if self._nearby.tokens[at].text == "," else None
                return name if name is not None and name.type == "LOC" and words else None
            if word.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PROPN") or word.index == 0:
                return None
            words.append(word)
        return None

    def _first(self, name: Mention | None) -> Mention | None:
        """The place of which the names before a place say more; None if it is one of several, or no place."""
        while name is not None and name.type == "LOC":
            words = self._ahead(name)
            if words and words[0].text.lower() == self._relating:
                return None  # "sur cinq îles, dont Lesbos, où": an example
            if not words or words[-1].text != ",":
                return name if not any(word.pos == "CCONJ" for word in words) else None
            before = self._nearby.mention_ending(words[-1].start)
            if before is None or before.type != "LOC":
                return name
            if not (len(words) > 1 and words[-2].pos in ("ADP", "DET")):
                return None
            if not self._is_put(before):
                return name  # "la région voisine du Pérou, en Bretagne, où"
            name = before
        return None

    def _ahead(self, name: Mention) -> list[Token]:
        """The words before a name, the nearest first, to the comma or verb that they stand behind."""
        at = self._nearby.at(name.span.start)
        found: list[Token] = []
        for word in self._nearby.tokens[max(0, at - DESCRIBED) : at][::-1]:
            if word.pos in ("VERB", "AUX"):
                break
            found.append(word)
            if word.pos in ("PUNCT", "CCONJ") or word.index == 0:
                break
        return found

    def _last_put(self, there: Token) -> Mention | None:
        """The last place before "y" that a preposition puts something at, or that is a subject."""
        opening = self._nearby.tokens[self._nearby.at(there.start) - there.index]
        last = self._nearby.tokens[max(0, self._nearby.at(opening.start) - 1)]
        first = self._nearby.tokens[self._nearby.at(last.start) - last.index].start  # of the sentence before
        places = (name for name in self._nearby.mentions_before(there.start, BEFORE) if name.type == "LOC" and name.span.start >= first)
        return next((name for name in places if self._is_put(name) or self._acts(name)), None)

    def _acts(self, name: Mention) -> bool:
        tokens = self._nearby.inside(name.span)
        return any(token.dep.startswith("nsubj") for token in tokens) or (tokens[0].index <= 1 if tokens else False)

    def _is_put(self, name: Mention) -> bool:
        """Whether a preposition of place stands before a name: "au Pérou", "dans la prison de Lyon"."""
        at = self._nearby.at(name.span.start) - 1
        of = at > 0 and self._nearby.tokens[at].text.lower() in self._of
        passed = ("DET", "NOUN", "ADJ") if of else ("DET",)
        while at > 0 and (self._nearby.tokens[at].pos in passed or (of and self._nearby.tokens[at].text.lower() in self._of)):
            at -= 1
        return at >= 0 and self._nearby.tokens[at].text.lower() in self._at

    def _of_toll(self, outer: Token, head: Token) -> Mention | None:
        """The one place that its sentence has named before the verb which tells of the dead or hurt: "à Lyon, une mine a blessé deux civils"."""
        verb = outer.head
        if outer.dep != "obj" or verb.start > outer.start or is_passive(verb):
            return None
        if not ((self._causing.verb(verb) and head.text.lower() in self._tolls) or self._killing.verb(verb)):
            return None
        opening = self._nearby.tokens[self._nearby.at(verb.start) - verb.index].start
        named = [name for name in self._nearby.mentions_before(verb.start, verb.start - opening + 1) if name.span.start >= opening]
        places = [name for name in named if name.type == "LOC"]
        if not places or not (self._is_put(places[0]) or self._is_struck(places[0])):
            return None
        several = len({name.span.of(self._nearby.text) for name in places}) > 1
        if several and (verb.morph.get("Tense") != "Pres" or verb.morph.get("VerbForm") != "Part" or self._is_joined(places[0])):
            return None  # but "ils ont tiré à Lyon, faisant deux morts" is told of the last
        place = self._first(places[0]) if several else places[0]
        return place if place is not None and not self._is_elsewhere(subject(verb), place) else None

    def _is_struck(self, name: Mention) -> bool:
        """Whether it is the subject of a passive verb: "le Pérou a été frappé par un séisme qui a fait"."""
        return any(token.dep == "nsubj:pass" for token in self._nearby.inside(name.span))

    def _is_joined(self, name: Mention) -> bool:
        """Whether it is the last of several, or what one goes to: "à Lyon et à Nantes", "de Lyon à Nantes"."""
        at = self._nearby.at(name.span.start)
        before = self._nearby.tokens[max(0, at - 3) : at]
        return any(token.pos == "CCONJ" or self._nearby.mention_ending(token.end) is not None for token in before)

    def _is_elsewhere(self, event: Token | None, place: Mention) -> bool:
        """Whether what has cost lives is told behind the place, with a name or adjective of its own: "le génocide rwandais, qui a fait"."""
        if event is None or event.start < place.span.start:
            return False
        return any(part.pos == "PROPN" or self._demonym(part.text) for part in event.subtree())

    def _of_headline(self, quantity: Quantity, outer: Token, head: Token) -> Mention | None:
        """The one place that the headline puts something at, of the dead or hurt in it or in the sentence below that names no other."""
        text, start = self._nearby.text, quantity.span.start
        lost = head.text.lower() in self._tolls or (outer.dep == "nsubj:pass" and self._killing.verb(outer.head) is not None)
        end = text.find("\n")
        below = end + len(text[end:]) - len(text[end:].lstrip()) if end >= 0 else 0
        at = self._nearby.at(start)
        if not lost or head.text.lower() in self._cases or end < 0 or at >= len(self._nearby.tokens):
            return None
        opening = self._nearby.tokens[at - self._nearby.tokens[at].index].start
        if opening > below:
            return None
        stop = next((token.start for token in self._nearby.tokens[at + 1 :] if token.index == 0), len(text))
        named = [name for name in self._nearby.mentions_before(stop, stop) if name.type == "LOC"]
        same = len({name.span.of(text) for name in named}) == 1
        return named[-1] if same and named[-1].span.start < end and self._is_put(named[-1]) else None
