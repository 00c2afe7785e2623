"""The name of what a noun of a kind points back at: the town of "cette ville", the state of "l'archipel", a body, the illness."""

import re

from chancery.analysis import Analysis, Mention, Token
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.facts.pointed import Pointed
from chancery.facts.sickness import sickness
from chancery.languages import Pack
from chancery.register import register_for
from chancery.scan.phrases import either
from chancery.span import Span

NAMED = 400
"""Code points before "la ville" in which no other one is named."""

Said = tuple[str | None, str]
"""The article of a name, empty for one that has none and None where the text does not tell, and the name."""


class SaidBefore:
    """The names that the nouns of one document stand for."""

    def __init__(self, nearby: Nearby, pointed: Pointed, analysis: Analysis, pack: Pack) -> None:
        self._nearby, self._pointed, self._sickness = nearby, pointed, sickness(nearby, pack)
        lists, numbers = pack.words("numbers")["recalled"], pack.words("numbers")
        self._ill, self._spread = frozenset(lists["illness"]), frozenset(lists["spread"])
        self._tied = frozenset(lists["tied"])
        self._bodies = frozenset(lists["bodies"])
        self._one = frozenset(lists["one"])
        self._names: list[list[str]] = numbers["sickness"]["names"]
        self._isles, self._island_states = frozenset(numbers["whose"]["isles"]), frozenset(numbers["whose"]["island_states"])
        self._country = frozenset(numbers["whose"]["country"])
        self._states = frozenset((*numbers["whose"]["country"], *numbers["whose"]["kinds"]))
        self._places = frozenset(numbers["whereabouts"]["places"])
        self._towns, self._capitals = frozenset(lists["towns"]), frozenset(numbers["whereabouts"]["capitals"])
        self._before: dict[str, str] = lists["before"]
        self._articled = either([*self._before])
        self._roles = {reference.span.end: reference for reference in analysis.references if reference.actor}
        self._of = tuple(numbers["predicated"]["of"])

    def is_state(self, noun: Token) -> bool:
        return noun.lemma.lower() in self._states

    def is_place(self, noun: Token) -> bool:
        return noun.lemma.lower() in self._places

    def meant(self, noun: Token, article: str, figure: Figure) -> Said | None:
        """The name with its article, by the noun with its own; None where the noun is of no kind that stands for a name."""
        kind = noun.lemma.lower()
        if any(child.start > noun.start for child in noun.all("amod", "appos")):
            return None
        if kind in self._ill | self._spread and article in self._one:
            return self._illness(noun, article, figure)
        if kind in self._states or kind in self._places:
            return self._place(noun, figure)
        return self._body(noun)

    def _illness(self, noun: Token, article: str, figure: Figure) -> Said:
        """The illness that a text speaks of, unless it is told with the figure anyway."""
        of = self._sickness.spoken_of(noun.start)
        name = next((of[len(word) :].lstrip() for word in self._of if of.startswith(word)), "")
        names = next((names for names in self._names if name in names), [])
        if not names or any(other in (figure.what or "") for other in names):
            return (None, "")
        if noun.lemma.lower() in self._spread:
            return (article, f"{noun.text} {of}")
        name = next((other for other in names if noun.text in other.lower() and other in self._nearby.text), name)
        return (self._article(name) or None, name)

    def _place(self, noun: Token, figure: Figure) -> Said:
        """The state or town that is meant, unless the figure has it anyway."""
        town = self._pointed.town(noun) if noun.lemma.lower() in self._places else None
        if town and self._is_only(town, noun):
            article = self._article(town)
            called = bool(article) != (noun.lemma.lower() in self._towns)
            return (article, town) if called else (None, "")
        state = (self._pointed.state(noun, figure.who) or self._named(noun, figure)) if figure.where is None else None
        return (self._article(state) or None, state) if state else (None, "")

    def _named(self, noun: Token, figure: Figure) -> str | None:
        """The one state that the sentence names before "le pays" or "l'archipel", else the one before; none if an adjective tells of another."""
        isle = noun.lemma.lower() in self._isles
        if noun.lemma.lower() not in self._country and not isle:
            return None
        first, _ = self._nearby.sentence(noun.start)
        for start in (first, self._nearby.sentence(self._nearby.tokens[first - 1].start)[0] if first else first):
            states, names = self._states_in(Span(self._nearby.tokens[start].start, noun.start))
            if states and len(states) == 1 and not states.intersection(figure.who):
                if isle:
                    return register_for(None).name(next(iter(states))) if states <= self._island_states else None
                return names[0].span.of(self._nearby.text) if names and names[0].type == "LOC" else None
            if states:
                return None
        return None

    def _states_in(self, words: Span) -> tuple[set[str], list[Mention]]:
        """The states of which some words tell by name or adjective, and their names, the last one first."""
        named = self._nearby.mentions_before(words.end, words.end - words.start)
        names = [name for name in named if register_for(None).is_state(name.actor or "")]
        adjectives = (register_for(None).state_of_adjective(word.text) for word in self._nearby.inside(words) if word.pos == "ADJ")
        return {state for state in (*(name.actor for name in names), *adjectives) if state}, names

    def _is_only(self, town: str, noun: Token) -> bool:
        """Whether no other town or region has been named a little before, those in brackets aside, nor is that one named by who is quoted."""
        named = [name for name in self._nearby.mentions_before(noun.start, NAMED) if name.type == "LOC" and not self._is_aside(name)]
        places = {name.span.of(self._nearby.text) for name in named if not register_for(None).is_state(name.actor or "")}
        return places == {town} or noun.lemma.lower() in self._capitals

    def _is_aside(self, name: Mention) -> bool:
        """Whether a name stands in brackets or in what somebody says."""
        text, start = self._nearby.text, name.span.start
        begun = text.rfind("\n", 0, start) + 1
        quoted = text.count('"', begun, start) % 2 == 1 or text.rfind("«", begun, start) > text.rfind("»", begun, start)
        return quoted or text.rfind("(", begun, start) > text.rfind(")", begun, start)

    def _body(self, noun: Token) -> Said | None:
        """The body whose role a noun is, or that alone has been named a little before a noun for one."""
        role = self._roles.get(noun.end)
        actor = role.actor if role is not None else self._only_body(noun)
        if actor is None or actor.startswith("person:") or register_for(None).is_state(actor):
            return None
        named = next((name for name in self._nearby.mentions_before(noun.start, noun.start) if name.actor == actor), None)
        return (self._article_of(named), named.span.of(self._nearby.text)) if named is not None else None

    def _only_body(self, noun: Token) -> str | None:
        """The one body named a little before "l'organisation"."""
        if noun.lemma.lower() not in self._bodies:
            return None
        near = [name for name in self._nearby.mentions_before(noun.start, NAMED) if name.type == "ORG"]
        return near[0].actor if len({name.actor for name in near}) == 1 and not self._is_brought(near[0]) else None

    def _is_brought(self, name: Mention) -> bool:
        """Whether a preposition other than "de" brings a name, as where and to whom one speaks: "sur Radio Bork"."""
        cases = (case for token in self._nearby.inside(name.span) for case in token.all("case") if case.start < name.span.start)
        return any(case.text.lower() not in self._tied for case in cases)

    def _article_of(self, name: Mention) -> str:
        """The article that stands before a name."""
        at = self._nearby.at(name.span.start)
        return self._before.get(self._nearby.tokens[at - 1].text.lower(), "") if at else ""

    def _article(self, name: str) -> str:
        """The article that a name has wherever the text has it with one."""
        found = re.search(rf"(?<![\w'’])(?P<article>{self._articled})(?:(?<=['’])|\s){re.escape(name)}(?!\w)", self._nearby.text, re.IGNORECASE)
        return self._before[found["article"].lower()] if found is not None else ""
