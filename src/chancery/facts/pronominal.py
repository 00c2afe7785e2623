"""What a pronoun in the words about so many means, where the text has the same verb with its noun: "qui la touchent" of a pension touched before."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from chancery.analysis import Token
from chancery.facts.fact import Figure
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

BEHIND = 8
"""Words behind a figure among which the verb with its pronoun stands."""
LATEST = 6
"""Times that the verb was said before, among which it has its noun."""


class Pronominal:
    """The figures of one document that tell what people do with a pronoun."""

    def __init__(self, nearby: Nearby, pack: Pack) -> None:
        self._nearby = nearby
        lists = pack.words("numbers")
        self._relative = f" {lists['predicated']['relative']} "
        self._pronouns: dict[str, dict[str, str]] = lists["pronominal"]
        self._partitive = frozenset(lists["bare"]["of_the"])
        self._elided = str(lists["ages"]["articles"]["elided"])

    def told(self, figure: Figure) -> Figure:
        """The figure with the noun instead: "qui touchent la pension"; as it is where the verb had no such noun before."""
        noun, said, clause = (figure.what or "").partition(self._relative)
        at = self._nearby.at(figure.evidence.end)
        pair = next(
            (
                (word, verb)
                for word, verb in zip(self._nearby.tokens[at:], self._nearby.tokens[at + 1 : at + BEHIND], strict=False)
                if self._is(word, verb)
            ),
            None,
        )
        if not said or pair is None or not clause.startswith(self._nearby.text[pair[0].start : pair[1].end]):
            return figure
        thing = self._meant(*pair)
        rest = clause[pair[1].end - pair[0].start :]
        return replace(figure, what=f"{noun}{said}{pair[1].text} {thing}{rest}") if thing else figure

    def _is(self, word: Token, verb: Token) -> bool:
        """Whether a pronoun stands there as the object of the finite verb behind it."""
        return word.text.lower() in self._pronouns and word.pos == "PRON" and verb.pos == "VERB" and verb.morph.get("VerbForm") == "Fin"

    def _meant(self, word: Token, verb: Token) -> str:
        """The noun with its article; empty for none that agrees."""
        fits = self._pronouns[word.text.lower()]
        said = self._said.get(verb.lemma.lower(), [])
        last = bisect_left([token.start for token in said], word.start)
        things = (part for token in reversed(said[max(0, last - LATEST) : last]) for part in token.all("obj", "obl:arg") if self._is_object(part))
        thing = next((part for part in things if part.morph.get("Gender") == fits.get("Gender", part.morph.get("Gender"))), None)
        if thing is None or thing.child("nummod") is not None:
            return ""
        called = thing.lemma if fits["Number"] == "Sing" else thing.text
        many = fits["Number"] == "Plur" and thing.morph.get("Number") != "Plur"
        if many or not called.islower():
            return ""
        vowel = fits["Number"] == "Sing" and called[0] in "aeiouyéèêh"
        return f"{self._elided}{called}" if vowel else f"{fits['article']} {called}"

    def _is_object(self, noun: Token) -> bool:
        """Whether a noun is what a verb has for an object; the parser takes "des" for a preposition."""
        return noun.pos == "NOUN" and (noun.dep == "obj" or all(case.text.lower() in self._partitive for case in noun.all("case")))

    @cached_property
    def _said(self) -> dict[str, list[Token]]:
        """The verbs of the text, by what verb they are."""
        said: dict[str, list[Token]] = defaultdict(list)
        for token in self._nearby.tokens:
            if token.pos == "VERB":
                said[token.lemma.lower()].append(token)
        return said
