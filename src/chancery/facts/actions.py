"""The noun that so many complement, where it tells what befalls or holds them: "la mort de dix personnes", "une jauge de 300 places"."""

import re

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import preposition
from chancery.analysis.units import units
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

VOWEL = re.compile("[aeiouyhàâéèêëîïôûœ]", re.IGNORECASE)


ASIDE = 6
"""Words between the noun and those it is done to that say when, or by whom."""


class Actions:
    """The nouns of one document that its figures complement."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists = pack.words("numbers")["predicated"]
        self._generic, self._of = frozenset(lists["generic"]), list[str](lists["of"])
        self._actions, self._scales = frozenset(lists["actions"]), frozenset(lists["scales"])
        self._holding, self._agents = frozenset(lists["holding"]), frozenset(pack.words("numbers")["told"]["by"])
        self._counts_people = units(pack).counts_people

    def before(self, quantity: Quantity, noun: Token, *, short: bool = False) -> str:
        """The noun that so many are the complement of, with its preposition: "la mort de 13 personnes", "la suppression de 300 emplois".

        With `short`, what restricts the noun tells enough, unless it is done to them.
        """
        outer = outermost(quantity, noun)
        above, case = outer.head, outer.child("case") or noun.child("case")
        tied = outer.dep.startswith("nmod") and preposition(outer) == "de"
        if (not tied or above.lemma.lower() not in self._actions) and (pair := self._right_before(quantity)) is not None:
            above, case, tied = pair[0], pair[1], True
        if (
            not tied
            or case is None
            or above.pos != "NOUN"
            or quantity.span.contains(above.span)
            or (self._counts_people(above.text) and above.lemma.lower() not in self._actions)
        ):
            return ""
        telling = not short and noun.text.lower() in self._generic and above.lemma.lower() not in self._scales
        between = self._nearby.inside(Span(above.end, case.start)) if above.end < case.start else []
        if above.lemma.lower() in self._actions and between and self._is_aside(between):
            between = []
        if not (telling or above.lemma.lower() in self._actions) or not self._goes_between(between):
            return ""
        first = next((child for child in above.all("amod") if child.index == above.index - 1), above)
        whole = self._uncapitalised(self._nearby.text[first.start : between[-1].end if between else above.end], first) + " "
        joined = case.text.lower() if case.text.lower() not in self._of else self._of[VOWEL.match(noun.text) is not None]
        return f"{whole}{joined}" if joined.endswith("'") else f"{whole}{joined} "

    def _right_before(self, quantity: Quantity) -> tuple[Token, Token] | None:
        """The noun of an action and the preposition right before a number, whatever the parser hangs it on."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - 2 - ASIDE) : at]
        if len(before) < 2 or before[-1].text.lower() not in self._of or before[-1].index == 0:
            return None
        nouns = (place for place in range(len(before) - 2, -1, -1) if before[place].pos == "NOUN" and before[place].lemma.lower() in self._actions)
        place = next(nouns, -1)
        found = place == len(before) - 2 or (place >= 0 and self._is_aside(before[place + 1 : -1]))
        return (before[place], before[-1]) if found else None

    def _is_aside(self, words: list[Token]) -> bool:
        """Whether words only say when or by whom something is done: "la libération par les autorités de 300 détenus"."""
        if any(token.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "CCONJ") or token.index == 0 for token in words):
            return False
        first = next((place for place, token in enumerate(words) if not self._restricting.is_timed(token)), len(words))
        return (
            first == len(words) or words[first].text.lower() in self._agents or (words[first].pos == "ADP" and self._restricting.is_timed(words[-1]))
        )

    def _goes_between(self, words: list[Token]) -> bool:
        """Whether words may stand between a noun and those it is done to: adjectives, "d'urgence"."""
        bare = len(words) > 1 and words[0].text.lower() in self._of and words[1].pos == "NOUN" and words[1].dep == "nmod"
        return all(token.pos == "ADJ" or token.dep == "amod" for token in (words[2:] if bare else words))

    def is_of(self, told: str, what: str) -> bool:
        """Whether words tell of something done to what is counted: "suppression d'emplois" of "emplois"."""
        action, _, rest = told.partition(" ")
        return action.lower() in self._actions and what in (
            rest,
            *(rest.removeprefix(f"{of} ") for of in self._of),
            *(rest.removeprefix(of) for of in self._of),
        )

    def held(self, quantity: Quantity, noun: Token) -> Token | None:
        """What could hold so many people, and tells of nobody: "une capacité de 300 personnes"."""
        above = outermost(quantity, noun).head
        return above if above.lemma.lower() in self._holding and above.end <= quantity.span.start else None

    def _uncapitalised(self, words: str, first: Token) -> str:
        """As inside a sentence, if they stand at the head of one."""
        return words[0].lower() + words[1:] if first.index == 0 and words[1:2].islower() else words
