"""Which place a noun points back at: "cette ville de 300.000 habitants", "dans le nord du pays", "sur l'île"."""

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import preposition
from chancery.facts.nearby import Nearby
from chancery.facts.spoken import Spoken
from chancery.languages import Pack
from chancery.register import register_for

NAMED = 400
"""Code points before "cette ville" in which the town has been named."""
DESCRIBED = 3
"""Adjectives and adverbs between the noun for a place and how many live there."""
CLAUSE = 24
"""Words from "dans un pays où" to a figure in that clause."""
BETWEEN = 5
"""Words from a preposition to the noun for a place that it brings: "dans tout le nord du pays"."""


class Pointed:
    """The places that the nouns of one document point back at."""

    def __init__(self, nearby: Nearby, spoken: Spoken, pack: Pack) -> None:
        self._nearby, self._spoken = nearby, spoken
        whose, lists = pack.words("numbers")["whose"], pack.words("numbers")["whereabouts"]
        self._inhabitants, self._peopled = frozenset(whose["inhabitants"]), frozenset(whose["peopled"])
        self._states, self._places = frozenset((*whose["country"], *whose["kinds"])), frozenset(lists["places"])
        self._capitals = frozenset(lists["capitals"])
        self._in, self._where = frozenset(lists["at"]), lists["where"]
        self._of, self._sides = frozenset(lists["of"]), frozenset(lists["sides"])

    def inhabited(self, quantity: Quantity, head: Token) -> Token | None:
        """The noun for a state or place, or its name, behind which so many are told to live: "ce pays de 3 millions d'habitants"."""
        at = self._nearby.at(quantity.span.start)
        if at < 2 or not self.counts_inhabitants(quantity, head) or self._nearby.tokens[at - 1].text.lower() not in self._of:
            return None
        words = self._nearby.tokens[max(0, at - 2 - DESCRIBED) : at - 1][::-1]
        noun = next((word for word in words if word.pos not in ("ADJ", "ADV", "PUNCT") and word.text.lower() not in self._peopled), None)
        return noun if noun is not None and self._is_kind(noun) else None

    def counts_inhabitants(self, quantity: Quantity, head: Token) -> bool:
        """Whether those are counted who live somewhere."""
        return any(word.text.lower() in self._inhabitants for word in (head, *self._nearby.inside(quantity.span)))

    def _is_kind(self, noun: Token) -> bool:
        return noun.lemma.lower() in self._states or noun.lemma.lower() in self._places

    def town(self, noun: Token) -> str | None:
        """The town or region that "cette ville" or "la ville de 3.000 habitants" means: the last one named, and no state."""
        if noun.lemma.lower() not in self._places or noun.morph.get("Number") == "Plur" or not self._points(noun):
            return None
        reach = noun.start if self._is_capital(noun) else NAMED
        named = [name for name in self._nearby.mentions_before(noun.start, reach) if name.type == "LOC"]
        if self._is_capital(noun):
            named = [name for name in named if self._may_be_capital(name, noun)]
        return named[0].span.of(self._nearby.text) if named and not self._is_state(named[0]) else None

    def _is_capital(self, noun: Token) -> bool:
        return noun.lemma.lower() in self._capitals

    def _may_be_capital(self, name: Mention, noun: Token) -> bool:
        """Whether a name is a capital, that of the state whose adjective stands behind "la capitale"."""
        state = register_for(None).capital(name.span.of(self._nearby.text))
        told = [found for word in noun.all("amod") if (found := register_for(None).state_of_adjective(word.text))]
        return state is not None and (not told or state in told)

    def state(self, noun: Token, who: tuple[str, ...]) -> str | None:
        """The name of the state that "le pays" means, as the text last has it; none if it is `who` has them, or the text is about another.

        Of several states a text is about it is none that only acts: "Rome rappelle ses soldats. Quito en a 300 dans le pays."
        """
        found, about = self._spoken.country(noun), self._spoken.about()
        if len(found) != 1 or found[0] in who or (about or found) != found:
            return None
        named = (name for name in self._nearby.mentions_before(noun.start, noun.start) if name.type == "LOC" and name.actor == found[0])
        last = next((name for name in named if self._is_state(name)), None)
        if not about and (last is None or self._acts(last)):
            return None
        return last.span.of(self._nearby.text) if last is not None else register_for(None).name(found[0])

    def in_clause(self, quantity: Quantity, who: tuple[str, ...]) -> str | None:
        """The state in which a clause puts it whose "où" stands behind the noun: "dans un pays où 47 % des colons dorment"."""
        at = self._nearby.at(quantity.span.start)
        index = self._nearby.tokens[at].index if at < len(self._nearby.tokens) else 0
        for place in range(at - 1, max(at - index, at - CLAUSE), -1):
            word = self._nearby.tokens[place]
            if word.text.lower() == self._where:
                return self._before_where(place, who)
            if word.pos == "PUNCT" or ((name := self._nearby.mention_before(word.start)) and name.type == "LOC" and name.span.contains(word.span)):
                return None
        return None

    def _before_where(self, place: int, who: tuple[str, ...]) -> str | None:
        """The state of "dans ce pays où", which "un" points at too, if the text is about one."""
        words = self._nearby.tokens[max(0, place - 1 - DESCRIBED) : place][::-1]
        noun = next((word for word in words if word.pos not in ("ADJ", "ADV")), None)
        if noun is None or noun.lemma.lower() not in self._states or preposition(noun) not in self._in:
            return None
        if self._points(noun):
            return self.state(noun, who)
        about = self._spoken.about()
        return register_for(None).name(about[0]) if about and about[0] not in who and noun.morph.get("Number") != "Plur" else None

    def _acts(self, name: Mention) -> bool:
        return any(token.dep.startswith("nsubj") for token in self._nearby.inside(name.span))

    def brought(self, place: int, who: tuple[str, ...]) -> str | None:
        """The place that the preposition at an index brings by a noun alone: "dans le pays", "dans cette ville"."""
        for token in self._nearby.tokens[place + 1 : place + 1 + BETWEEN]:
            if token.pos == "NOUN" and self._is_kind(token):
                return (self.state(token, who) or self._this(token)) if not self._goes_on(token) else None
            if token.index == 0 or not (token.pos in ("DET", "ADJ", "ADP") or token.text.lower() in self._sides):
                return None
        return None

    def _this(self, noun: Token) -> str | None:
        """The town of "cette ville"; "la ville" alone may be any."""
        return self.town(noun) if any(child.morph.get("PronType") == "Dem" for child in noun.all("det")) else None

    def _goes_on(self, noun: Token) -> bool:
        """Whether a name or complement behind it says which place it is."""
        behind = self._nearby.tokens[self._nearby.at(noun.start) + 1 : self._nearby.at(noun.start) + 3]
        return bool(behind) and (behind[0].text.lower() in self._of or any(token.pos == "PROPN" for token in behind[:1]))

    def _points(self, noun: Token) -> bool:
        pointing = {child.morph.get("PronType") or child.morph.get("Definite") for child in noun.all("det")}
        return bool(pointing & {"Dem", "Def", "Art"}) and not any(child.morph.get("Definite") == "Ind" for child in noun.all("det"))

    def _is_state(self, name: Mention) -> bool:
        own = name.actor is not None and register_for(None).is_state(name.actor)
        return own and not register_for(None).seat(name.span.of(self._nearby.text))
