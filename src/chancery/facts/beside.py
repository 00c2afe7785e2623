"""Whose a figure is by who stands beside it: before its brackets, or who comes first with so many votes."""

import re

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties, is_public
from chancery.languages import Pack
from chancery.scan.phrases import either
from chancery.span import Span

CLIMBED = 5
"""Governors looked at for whom a noun is about."""
CALLED = 10
"""Tokens of what somebody is called between the name and the brackets."""
LEAD = 30
"""Code points before a name in which "au sein de" stands."""
FEW = 12
"""Code points behind a share in which "contre" stands."""
OPENED = "(\u00a0 "
LINES = ("\n", "•", "►")
"""What opens the line of a list."""
IN_BRACKETS = 40
"""Code points between a bracket and the figure in it."""


class Beside:
    """Who stands beside the figures of one document."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self.fronted, self._rivals = frozenset(lists["fronted"]), frozenset(lists["rivals"])
        self._ranking, self._bringing = Listed(lists["ranked"], pack), Listed((*lists["verbs"], *lists["reached"]), pack)
        self._score_before, self._score_behind = frozenset(lists["score_before"]), frozenset(lists["score_behind"])
        self._people_unit, self._counts_people = units(pack).people_unit, units(pack).counts_people
        self._inside = re.compile(rf"(?:{either(lists['within'])})\W*\Z")
        self._placing = Listed(lists["placing"], pack)
        self._ranks, self._tolls = frozenset(lists["in_brackets"]), frozenset(lists["tolls"])
        self._at_whose = frozenset(lists["at_whose"])
        self._sums = frozenset(pack.words("numbers")["money"]["called"])
        self._of = frozenset(pack.words("numbers")["whereabouts"]["of"])
        self._country = frozenset(lists["country"])
        self._of_the = frozenset(pack.words("numbers")["bare"]["of_the"])
        self._ballots = frozenset((SHARE, *pack.words("numbers")["scores"]["ballots"]))
        self._likening = frozenset(lists["likening"])
        self._followed = frozenset(lists["followed"])
        self._ranked_with = frozenset(lists["ranked_with"])

    def before_brackets(self, quantity: Quantity) -> tuple[str, ...]:
        """ "l'Elbonie (10 soldats)"; of a share, of what follows the name too: "Anna Blanc, candidate des Verts (23 % des voix)"."""
        opened = self._opened(quantity)
        behind = self._nearby.text[quantity.span.end :][:FEW].lower().split()
        if opened is None or (quantity.unit == SHARE and behind and behind[0] in self._rivals):
            return ()  # "Anna Blanc devance Marc Roux (34 % contre 33 %)": it may be either's
        end = self._nearby.back_over(opened, OPENED)
        mention = self._nearby.mention_ending(end)
        if mention is not None and quantity.unit == SHARE:
            mention = self._member(mention)
        if quantity.unit == SHARE and (called := self._called(end)):
            return meant(called)
        if mention is not None and mention.type == "LOC" and quantity.unit in self._sums and self._is_put(mention):
            return ()  # "ceux en poste au Pérou (3.000 euros)"
        ranked = opened < quantity.span.start - 1 and mention is not None and self._joined(mention)
        found = () if mention is not None and (ranked or self._follows_people(mention)) else meant(mention)
        return found if quantity.unit != self._people_unit or is_public(found) else ()

    def _is_put(self, mention: Mention) -> bool:
        """Whether a preposition governs a name, and no word that only gives an example: "comme l'Elbonie (3 millions)"."""
        at = self._nearby.at(mention.span.start) - 1
        at -= at > 0 and self._nearby.tokens[at].pos == "DET"
        return self.governed(mention) and self._nearby.tokens[at].text.lower() not in self._likening

    def _member(self, body: Mention) -> Mention:
        """The person right before the body that he is of: "Anna Blanc des Verts (30 %)"; else the body."""
        at = self._nearby.at(body.span.start) - 1
        while at >= 0 and self._nearby.tokens[at].pos == "DET" and self._nearby.tokens[at].text.lower() not in self._of:
            at -= 1
        joined = body.type == "ORG" and at > 0 and self._nearby.tokens[at].text.lower() in self._of
        person = self._nearby.mention_ending(self._nearby.tokens[at - 1].end) if joined else None
        return person if person is not None and person.type == "PER" else body

    def _joined(self, mention: Mention) -> bool:
        """Whether a name is the last of several."""
        before = self._nearby.at(mention.span.start) - 1
        if before < 1 or self._nearby.tokens[before].pos != "CCONJ":
            return False
        return self._nearby.tokens[before - 1].text != ")"  # each has brackets of its own: "Air Un (Pérou, 3 avions) et Air Deux (Chili, 5 avions)"

    def _opened(self, quantity: Quantity) -> int | None:
        """Where the bracket opens in which it comes first, or behind a name or rank only: "(LREM, 19 %)", "(3e avec 17 %)"."""
        start = quantity.span.start
        at = self._nearby.text.rfind("(", max(0, start - IN_BRACKETS), start)
        if at < 0 or ")" in self._nearby.text[at:start]:
            return None
        words = self._nearby.inside(Span(at + 1, start))
        return (
            at
            if all(
                word.text in (",", SHARE) or word.pos in ("PROPN", "NUM") or word.text.lower() in self._ranks or self._names(word) for word in words
            )
            else None
        )

    def _names(self, word: Token) -> bool:
        """Whether a word is part of a name."""
        mention = self._nearby.mention_before(word.start)
        return mention is not None and mention.span.contains(word.span)

    def _follows_people(self, mention: Mention) -> bool:
        """Whether a body's name only says whose people are meant: "les sympathisants LREM (50 %)"."""
        before = self._nearby.at(mention.span.start) - 1
        return mention.type == "ORG" and before >= 0 and self._counts_people(self._nearby.tokens[before].text)

    def within(self, quantity: Quantity) -> tuple[str, ...]:
        """The body within which so many are counted, at the head of the sentence: "Au sein de LREM, cinq députés hésitent"."""
        last = self.opening(quantity)
        body = self._nearby.mention_ending(last.end) if last is not None else None
        return meant(body) if body is not None and body.type == "ORG" else ()

    def opening(self, quantity: Quantity) -> Token | None:
        """The last word of the phrase at the head of the sentence that puts so many within a body: "Au sein du |parti|, 30 cadres"."""
        first = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, first - CALLED) : first]
        words = words[:-1] if words and words[-1].text == "," else words
        if not words:
            return None
        body = self._nearby.mention_ending(words[-1].end)
        start = body.span.start if body is not None else words[-1].start
        return words[-1] if self._inside.search(self._nearby.text[:start][-LEAD:].lower()) else None

    def _bracketed(self, quantity: Quantity) -> bool:
        return self._opened(quantity) is not None

    def _called(self, end: int) -> Mention | None:
        """The person before the comma behind which the words that end there say what he is."""
        last = self._nearby.at(end)
        words = self._nearby.tokens[max(0, last - CALLED) : last]
        comma = next((token for token in reversed(words) if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ")), None)
        if comma is None or comma.text != ",":
            return None
        mention = self._nearby.mention_ending(comma.start)
        return mention if mention is not None and mention.type == "PER" else None

    def free(self, start: int, reach: int) -> Mention | None:
        """The last name before a place that no preposition governs and behind which no verb stands."""
        for mention in self._nearby.mentions_before(start, reach):
            words = self._nearby.inside(Span(mention.span.end, start))
            if any(word.pos == "VERB" or word.index == 0 for word in words):
                return None
            if not self.governed(mention):
                return mention
        return None

    def governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before a name, an article between them or none: "après les États-Unis"."""
        at = self._nearby.at(mention.span.start) - 1
        while at >= 0 and self._nearby.tokens[at].pos == "DET":
            at -= 1
        if at > 0 and self._nearby.tokens[at].pos == "CCONJ" and (other := self._nearby.mention_ending(self._nearby.tokens[at - 1].end)):
            return self.governed(other)
        return at >= 0 and self._nearby.tokens[at].pos == "ADP"

    def told(self, outer: Token, head: Token) -> tuple[str, ...]:
        """The state that has so many dead or ill: "l'Elbonie s'inquiète, avec 300 morts"."""
        if outer.child("case") is None or head.text.lower() not in self._tolls:
            return ()
        verb = self._verb_above(outer)
        found = self._who.acting(own_subject(verb)) if verb is not None and verb.start < outer.start else ()
        return found if is_public(found) else ()

    def opened(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The state that a sentence opens with, of so many dead or ill behind "avec", if none but governed names stand between."""
        first = self._nearby.at(quantity.span.start)
        if first == 0 or head.text.lower() not in self._tolls or self._nearby.tokens[first - 1].text.lower() not in self.fronted:
            return ()
        opening = first - self._nearby.tokens[first].index
        names = self._nearby.mentions_before(quantity.span.start, quantity.span.start - self._nearby.tokens[opening].start + 1)
        names = [name for name in names if name.span.start >= self._nearby.tokens[opening].start]
        if not names or self._nearby.at(names[-1].span.start) - opening > 1 or names[-1].type != "LOC":
            return ()
        free = [name for name in names if not self.governed(name)]
        return meant(names[-1]) if free == names[-1:] and is_public(meant(names[-1])) else ()

    def housed(self, quantity: Quantity, outer: Token) -> tuple[str, ...]:
        """The body that people work at: "300 intérimaires travaillent chez Untel"."""
        if quantity.unit != self._people_unit or not outer.dep.startswith("nsubj"):
            return ()
        parts = (child for child in outer.head.children if child.dep.startswith("obl"))
        bodies = (self._who.organisation(child) for child in parts if preposition(child) in self._at_whose)
        return next(((body,) for body in bodies if body), ())

    def described(self, outer: Token) -> tuple[str, ...]:
        """Who is, is called or reaches something "avec" so many: "l'Elbonie est le pays le plus touché, avec 300 morts"."""
        if outer.head.text.lower() in self._followed and (behind := outer.head.child("obl:agent")) is not None and behind.end < outer.start:
            return self._who.acting(behind)  # "suivie de la Freedonie, avec six morts"
        token = outer
        for _ in range(CLIMBED):
            if token.head is token:
                break
            called, token = token.dep.startswith("appos"), token.head
            if token.child("cop"):
                acts = own_subject(token)
                found = self._who.acting(acts)
                ours = acts is not None and acts.morph.get("Person") == "1" and acts.morph.get("Number") == "Plur"
                return found if not ours else tuple(actor for actor in found if not actor.startswith("person:"))
            if token.lemma.lower() in self._country and is_public(found := self._apposed(token)):
                return found
            if token.pos == "PROPN" and (called or token.child("case") is None) and is_public(found := self._who.own(token)):
                return found
            if token.pos in ("VERB", "AUX") and token.dep not in ("acl", "amod", "nmod"):
                acts = subject(token)
                if acts is not None and acts.child("cop"):  # the parser makes a clause of "le plus touché"
                    return self._who.acting(own_subject(acts))
                return found if self._bringing.verb(token) and is_public(found := self._who.acting(acts)) else ()
        return ()

    def _apposed(self, noun: Token) -> tuple[str, ...]:
        """The state before the comma behind which "deuxième pays le plus touché" says what it is."""
        first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
        before = self._nearby.text[: first.start].rstrip()
        state = self._nearby.mention_ending(len(before) - 1) if before.endswith(",") else None
        return meant(state) if state is not None and state.type == "LOC" else ()

    def titled(self, quantity: Quantity) -> tuple[str, ...]:
        """The body or state that opens a line and whose people are counted behind its comma: "Les Verts, 30 députés"."""
        before = self._nearby.text[: quantity.span.start].rstrip()
        name = self._nearby.mention_ending(len(before) - 1) if quantity.unit == self._people_unit and before.endswith(",") else None
        if name is None or name.type == "PER":
            return ()
        opening = max(self._nearby.text.rfind(mark, 0, name.span.start) for mark in LINES)
        return meant(name) if not any(part.isalpha() for part in self._nearby.text[opening + 1 : name.span.start]) else ()

    def scored(self, quantity: Quantity) -> tuple[str, ...]:
        """Whose share it is by the name right beside it: "les Verts à 23 %", "contre 21 % pour Anna Blanc"."""
        first, after = self._nearby.at(quantity.span.start), self._nearby.at(quantity.span.end)
        if quantity.unit != SHARE or first == 0:
            return ()
        word, tokens = self._nearby.tokens[first - 1], self._nearby.tokens
        if found := self._following(word):
            return found
        before = self._nearby.mention_ending(word.start - 1) if word.text.lower() in self._score_before else None
        if before is not None and before.type in ("PER", "ORG"):
            return meant(before)
        if after + 1 >= len(tokens) or tokens[after].text.lower() not in self._score_behind:
            return ()
        name = next((token for token in tokens[after + 1 : after + 3] if token.pos != "DET"), tokens[after])
        behind = self._nearby.mention_before(name.start)
        return meant(behind) if behind is not None and behind.span.start == name.start and behind.type in ("PER", "ORG") else ()

    def _following(self, case: Token) -> tuple[str, ...]:
        """Who comes behind another with so many: "suivie de Marc Roux avec 18 %"."""
        name = self._nearby.mention_ending(case.start - 1) if case.text.lower() in self._ranked_with else None
        at = self._nearby.at(name.span.start) if name is not None else 0
        return meant(name) if any(word.text.lower() in self._followed for word in self._nearby.tokens[max(0, at - 2) : at]) else ()

    def ranked(self, quantity: Quantity, outer: Token) -> tuple[str, ...]:
        """Who comes first, is elected or credited with so many of the votes: "Anna Blanc est arrivée troisième (19 %)"."""
        if quantity.unit not in self._ballots or not (self._bracketed(quantity) or preposition(outer) in self._ranked_with):
            return ()
        if quantity.unit != SHARE and self._nearby.tokens[self._nearby.at(quantity.span.start) - 1].text.lower() in self._of_the:
            return ()  # "a recueilli 230 des 267 votes"
        verb = self._verb_above(outer)
        if verb is None or not self._ranking.verb(verb):
            return ()
        between = self._nearby.inside(Span(verb.end, quantity.span.start)) if verb.end < quantity.span.start else []
        if any(word.text.lower() in self._rivals for word in between):
            return ()
        placed = verb.child("obj") if self._placing.verb(verb) and not is_passive(verb) else subject(verb)
        return self._before_participle(verb) or self._who.acting(placed)

    def _before_participle(self, verb: Token) -> tuple[str, ...]:
        """The person of "Anna Blanc (LR), arrivée en tête", whatever the parser hangs the participle on."""
        if verb.morph.get("VerbForm") != "Part" or verb.child("aux") is not None:
            return ()
        before = self._nearby.text[: verb.start].rstrip()
        end = before.removesuffix(",").rstrip()
        if end.endswith(")"):
            end = end[: max(0, end.rfind("("))].rstrip()
        mention = self._nearby.mention_ending(len(end)) if before.endswith(",") else None
        return meant(mention) if mention is not None and mention.type == "PER" else ()

    def _verb_above(self, token: Token) -> Token | None:
        """The verb of the clause that a word stands in."""
        for _ in range(CLIMBED):
            token = token.head
            if token.pos in ("VERB", "AUX"):
                return token
        return None
