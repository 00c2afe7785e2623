"""What befell others, and befell those counted besides: "le roi a été tué, ainsi que deux ministres", "elle est détenue avec 30 autres femmes"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated, is_passive
from chancery.facts.handled import Handled
from chancery.facts.nearby import Nearby
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle

NEAR = 3
"""Words from the verb to the number."""


class Alongside:
    """Those of one document who share the lot of others."""

    def __init__(self, nearby: Nearby, handled: Handled, pack: Pack) -> None:
        self._nearby, self._handled, self._pack = nearby, handled, pack
        numbers = pack.words("numbers")
        lists = numbers["told"]["alongside"]
        self._and, self._with, self._other = tuple(lists["and"]), frozenset(numbers["told"]["with_them"]), frozenset(lists["other"])
        self._them, self._states = frozenset(lists["them"]), frozenset(numbers["predicated"]["states"])

    def what(self, quantity: Quantity, noun: Token) -> str:
        """The participle of the verb right before "ainsi que", or before "avec" and others; empty where nothing befell anybody there."""
        at = self._nearby.at(quantity.span.start)
        joined = next((len(words.split()) for words in self._and if self._is_before(words, at)), 0)
        others = any(token.text.lower() in self._other for token in self._nearby.inside(quantity.span)) or self._is_other(noun)
        beside = not joined and others and at > 0 and self._nearby.tokens[at - 1].text.lower() in self._with
        last = at - joined - beside - 1
        last -= last > 0 and self._nearby.tokens[last].text == ","
        verb = self._nearby.tokens[last] if 0 <= last < at - 1 else None
        return self._done(verb, noun, many=quantity.value != 1) if verb is not None and self._nearby.tokens[at].index > verb.index else ""

    def _is_before(self, words: str, at: int) -> bool:
        return at > NEAR and self._nearby.words(at - len(words.split()), at).lower() == words

    def _is_other(self, noun: Token) -> bool:
        return any(child.text.lower() in self._other and child.start < noun.start for child in noun.children)

    def _done(self, verb: Token, noun: Token, *, many: bool) -> str:
        """The participle of what was done, as it agrees with those counted."""
        feminine = noun.morph.get("Gender") == "Fem"
        taken = any(
            child.text.lower() in self._them and child.start < verb.start and child.dep.startswith(("obj", "iobj")) for child in verb.children
        )
        passive = is_passive(verb) and verb.child("aux") is not None
        if verb.pos != "VERB" or is_negated(verb) or not (taken or passive):
            return ""
        infinitive = self._handled.infinitive(verb)
        return (past_participle(infinitive, self._pack, feminine=feminine, plural=many) or "") if infinitive else ""
