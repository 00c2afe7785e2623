"""What is done with those of whom a verb behind, or a place, is told already: "habitants mis à l'abri, vivant au bord du fleuve"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import conjuncts, is_passive, tense
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.alongside import Alongside
from chancery.facts.among_them import AmongThem
from chancery.facts.handled import Handled
from chancery.facts.listed import Listed
from chancery.facts.mistagged import Mistagged
from chancery.facts.naming import leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.rows import Rows
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle
from chancery.span import Span

NAMED = ("NOUN", "PROPN")
SHORT = 2
"""Words of a participle that stays with the noun."""
GROUP = 5
"""Words before a participle among which its auxiliary is."""
STEM = 4
"""Letters of a verb by which it is told already."""


class ActedOn:
    """The objects of the verbs of one document whose words say something else of them."""

    def __init__(self, nearby: Nearby, handled: Handled, pack: Pack) -> None:
        self._nearby, self._handled = nearby, handled
        numbers = pack.words("numbers")
        self._of, self._relatives = frozenset(numbers["restricting"]["of"]), frozenset(numbers["restricting"]["relatives"])
        self._done, self._have, self._pack = Listed(numbers["predicated"]["done"], pack), str(numbers["told"]["have"]), pack
        self._bodies, self._counts_people = frozenset(numbers["recalled"]["bodies"]), units(pack).counts_people
        self._votes = frozenset(numbers["governed"]["votes"])
        self._idle = Listed((*numbers["acted_on"]["idle"], *numbers["predicated"]["thinking"]), pack)
        self._among_them = AmongThem(nearby, pack)
        self._rows = Rows(nearby, pack)
        self._mistagged, self._alongside = Mistagged(nearby, pack), Alongside(nearby, handled, pack)

    def what(self, quantity: Quantity, head: Token, words: Span) -> str:
        """The words for those counted, with what is done with them between the noun and the rest; empty where they are no object, or that is told."""
        inside = self._nearby.inside(words)
        noun = next((token for token in inside if token.pos in NAMED), None)
        cast = noun is not None and (noun.text.lower() in self._votes or (quantity.unit == SHARE and noun.lemma.lower() in self._votes))
        if noun is None or cast or self._handled.is_aside(noun) or inside[0].start != words.start or inside[-1].end != words.end:
            return ""
        rest = self._opener(words, noun)
        end = self._nearby.tokens[self._nearby.at(rest.start) - 1].end if rest is not None else words.end
        if rest is not None and not self._agrees(rest, noun):
            return ""
        verb, told = self._verb(quantity, leading(outermost(quantity, head))), words.of(self._nearby.text)
        said = self._said(verb, quantity, noun, end, clausal=rest is not None and rest.pos != "ADP") if verb is not None else ""
        said = (
            said
            or self._right_before(quantity, noun)
            or self._mistagged.what(quantity, noun, many=self._are_many(quantity, noun))
            or self._alongside.what(quantity, noun)
        )
        if not said and rest is None and (among := self._among_them.what(quantity, outermost(quantity, head), noun)):
            return f"{told} {among}"
        return "" if not said or self._is_told(said, told) else self.joined(words, said, rest)

    def told_behind(self, words: Span, noun: Token, said: str) -> str:
        """The words for those counted, with a participle that is said of them behind."""
        return self.joined(words, said, self._opener(words, noun))

    def joined(self, words: Span, said: str, opens: Token | None) -> str:
        """All of it in one: a clause behind a comma, a place as it stands, what the verb needs only once."""
        end = self._nearby.tokens[self._nearby.at(opens.start) - 1].end if opens is not None else words.end
        counted, rest = self._nearby.text[words.start : end], self._nearby.text[end : words.end].strip()
        if opens is None or not rest or rest in said:
            return f"{counted} {said}"
        if opens.pos in ("VERB", "ADV") and len(rest.split()) <= SHORT:  # "documents non protégés |à transmettre|"
            return f"{counted} {rest} {said}"
        done, _, more = said.partition(" ")
        if more and rest.startswith(more):
            return f"{counted} {done} {rest}"
        return f"{counted} {said} {rest}" if opens.pos == "ADP" else f"{counted} {said}, {rest.lstrip(', ')}"

    def _opener(self, words: Span, noun: Token) -> Token | None:
        """The first of the words for those counted that is no part of the noun, nor of others in a row with it: "élus, gardes et marins |à Oslo|"."""
        first = self._nearby.at(noun.start)
        behind = first + 1
        for place in range(behind, self._nearby.at(words.end)):
            if place < behind or not self._opens(self._nearby.tokens[place]):
                continue
            behind = self._rows.end(first, place)
            if behind == place:
                return self._nearby.tokens[place]
        return None

    def _opens(self, token: Token) -> bool:
        """Whether a word opens what is no part of the noun: a place, a participle, a relative clause."""
        if token.pos == "ADP":
            return token.text.lower() not in self._of
        if token.pos == "ADV":  # "documents |non protégés|"
            at = self._nearby.at(token.end)
            return any(behind.morph.get("VerbForm") == "Part" for behind in self._nearby.tokens[at : at + 1])
        return token.pos in ("VERB", "SCONJ", "PUNCT") or token.morph.get("PronType") == "Rel" or token.text.lower() in self._relatives

    def _verb(self, quantity: Quantity, role: Token) -> Token | None:
        """The verb whose object they are: the last of those joined before them, whichever of them the parser takes."""
        if role.dep.startswith("nsubj"):
            return None
        before, above = self._handled.verb_before(quantity), list(role.ancestors())
        parsed = role.head if role.dep == "obj" and role.head.pos == "VERB" and role.head.end <= quantity.span.start else None
        if before is None or before is parsed:
            return parsed
        joined = before.dep == "conj" and any(before in conjuncts(token) for token in above)
        if (joined or before in above) and self._handled.is_free(before):
            return before
        return parsed if parsed is not None and before.start < parsed.start else None

    def _said(self, verb: Token, quantity: Quantity, noun: Token, end: int, *, clausal: bool) -> str:
        """The participle of the verb, or "à" with its infinitive, with what it needs; not by whom, before a clause or where they are a body."""
        if tense(verb) == "conditional" or self._idle.verb(verb):
            return ""
        if said := self._handled.what(verb, quantity, noun, end, many=self._are_many(quantity, noun)):
            by = self._handled.by(verb)
            return said.removesuffix(by).rstrip() if by and (clausal or self._acts_itself(by)) else said
        plain = self._done.verb(verb) is not None and not is_passive(verb) and not self._handled.is_denied(verb)
        return self._handled.fate(verb, noun) if plain and quantity.value != 1 and noun.morph.get("Number") == "Plur" else ""

    def _right_before(self, quantity: Quantity, noun: Token) -> str:
        """The participle right before them, whatever the parser hangs it on: "et arrêté 300 élus", "sont jugés 12 élus"."""
        at = self._nearby.at(quantity.span.start) - 1
        verb, before = self._nearby.tokens[at], self._nearby.tokens[at - 1]
        in_line = at > 0 and 0 < verb.index < self._nearby.tokens[at + 1].index
        done = self._done.verb(verb) if in_line and verb.pos == "VERB" else None
        if done is None or quantity.value == 1 or self._handled.is_denied(verb) or verb.child("nsubj", "obj") is not None:
            return ""
        if before.pos == "AUX" and is_passive(verb):
            return verb.text if verb.morph.get("Number") == "Plur" and self._agrees(verb, noun) else ""
        group = self._nearby.tokens[max(at - verb.index, at - GROUP) : at]
        has = any(token.lemma.lower() == self._have for token in group) and not any(token.pos == "PUNCT" for token in group)
        acts = verb.text.lower() == past_participle(done, self._pack) and (has or before.pos == "CCONJ")
        return self._handled.fate(verb, noun) if acts and noun.morph.get("Number") == "Plur" else ""

    def _acts_itself(self, by: str) -> bool:
        """Whether somebody does it: whose it is has a field of its own."""
        return any(word.strip("'").lower() in self._bodies or self._counts_people(word) for word in by.replace("'", " ").split())

    def _are_many(self, quantity: Quantity, noun: Token) -> bool:
        """Whether a participle of them is in the plural; a share is as its noun."""
        return noun.morph.get("Number") != "Sing" if quantity.unit in (SHARE, None) else quantity.value != 1

    def _agrees(self, opens: Token, noun: Token) -> bool:
        """Whether a participle behind the noun can be said of it: not "510 ch |équipée| d'une boîte"."""
        past = opens.pos == "VERB" and opens.morph.get("VerbForm") == "Part" and opens.morph.get("Tense") == "Past"
        return not past or all(opens.morph.get(sign) in (noun.morph.get(sign), None) or sign not in noun.morph for sign in ("Gender", "Number"))

    def _is_told(self, said: str, told: str) -> bool:
        """Whether a form of the verb stands in the words for them."""
        stem = next((word for word in said.split() if len(word) >= STEM), said)[:STEM].lower()
        return any(word.lower().startswith(stem) for word in told.split())
