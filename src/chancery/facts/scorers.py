"""Whose a share or so many points are by the clause alone: "Anna Blanc n'est qu'à 25 %", "bat Marc Roux (54 % contre 46 %)"."""

import re

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import agent, complements, is_passive, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.span import Span

SCORING = ("person:", "party:", "org:", "group:")
"""Who has a share of votes or opinions; a state has none."""
PAIR = re.compile(r"\((?P<first>\d+(?:[.,]\d+)?) ?%? (?P<against>\w+) (?P<second>\d+(?:[.,]\d+)?) ?% ?(?:[\w'’ ]{0,30})\)")
"""Two scores of a duel in brackets."""
REACH = 40
"""Code points around a score among which the brackets of its duel stand."""
CLOSE = 6
"""Words between a verb and its score: "recueillerait de son côté 66 %"."""
FAR = 30
"""Words between the verb that tells who wins and the brackets."""


class Scorers:
    """Whose the shares and points of one document are."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["whose"]
        self._units = frozenset((SHARE, *lists["points"], *pack.words("numbers")["scores"]["ballots"]))
        self._with, self._rivals = frozenset(lists["ranked_with"]), frozenset(lists["rivals"])
        self._at, self._accompanying = lists["to"], frozenset(lists["fronted"])
        self._lists, self._bars = frozenset(lists["lists"]), frozenset(lists["bars"])
        scores = pack.words("numbers")["scores"]
        self._ballots = frozenset(scores["ballots"])
        self._winning, self._aside = Listed(scores["winning"], pack), frozenset(scores["aside"])
        self._beating, self._losing = Listed(scores["beating"], pack), Listed(scores["losing"], pack)

    def of(self, quantity: Quantity, outer: Token, head: Token) -> tuple[str, ...]:
        """Who is at so many, or does something with, by or at so many, if the verb has no object that they are told of."""
        if quantity.unit not in self._units:
            return ()
        if found := self._won(quantity):
            return found
        if head.child("cop") is not None and head.head is head:
            return self._scoring(own_subject(head))
        if found := self._passed(outer):
            return found
        votes = self._with_votes(quantity, outer)
        joined = votes and outer.dep == "nmod" and outer.head.dep == "obj"  # "s'assure un mandat avec 70 % des voix"
        verb = outer.head.head if joined else outer.head
        governed = joined or outer.dep.startswith("obl")
        if not governed or preposition(outer) not in self._with or verb.pos != "VERB" or is_passive(verb):
            return ()
        acts = subject(verb)
        told = any(child.pos != "PRON" and child.text.lower() not in self._units for child in verb.all("obj")) and not votes
        if acts is None or told or verb.end > quantity.span.start or acts.end > quantity.span.start:
            return ()
        between = self._nearby.inside(Span(verb.end, quantity.span.start))
        apart = any(word.text.lower() in self._rivals or word.pos == "VERB" for word in between)
        aside = preposition(outer) == self._at and any(word.pos == "NOUN" for word in between)  # "réfléchit depuis un mois à 18 %"
        return () if apart or aside else self._scoring(acts)

    def _passed(self, outer: Token) -> tuple[str, ...]:
        """Who passes or falls below a bar: "passe sous la barre des 20 %"."""
        bar = outer.head
        if outer.dep != "nmod" or bar.lemma.lower() not in self._bars or not bar.dep.startswith("obl"):
            return ()
        verb = bar.head.head if bar.head.pos == "ADV" else bar.head  # "au-dessus de la barre"
        return self._scoring(subject(verb)) if verb.pos == "VERB" and not is_passive(verb) else ()

    def _with_votes(self, quantity: Quantity, outer: Token) -> bool:
        """Whether it is so much of the votes, which whoever does anything "avec" them has."""
        behind = self._nearby.tokens[self._nearby.at(quantity.span.end) :][:2]
        return preposition(outer) in self._accompanying and any(word.text.lower() in self._ballots for word in behind)

    def _won(self, quantity: Quantity) -> tuple[str, ...]:
        """Who wins so many of the votes, where words that the parser joins to them stand between: "recueillerait de son côté 66 %"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - CLOSE) : at][::-1]
        verb = next((token for token in before if token.pos not in ("ADV", "ADP", "DET") and token.text.lower() not in self._aside), None)
        won = quantity.unit == SHARE and verb is not None and verb.pos == "VERB" and self._winning.verb(verb) is not None
        return self._scoring(subject(verb)) if won and verb is not None else ()

    def duel(self, quantity: Quantity) -> re.Match[str] | None:
        """The two scores in brackets of which it is one; None if it stands in none."""
        start = max(0, quantity.span.start - REACH)
        found = next((pair for pair in PAIR.finditer(self._nearby.text, start) if pair.start() < quantity.span.start < pair.end()), None)
        return found if found is not None and found["against"].lower() in self._rivals else None

    def in_duel(self, quantity: Quantity, pair: re.Match[str]) -> tuple[str, ...]:
        """Whose of two scores in brackets it is, by who is told to beat whom."""
        first, second = (float(pair[part].replace(",", ".")) for part in ("first", "second"))
        mine, other = (first, second) if quantity.span.start < pair.start("against") else (second, first)
        at = self._nearby.at(pair.start())
        words = self._nearby.tokens[at - min(FAR, self._nearby.tokens[at].index) : at][::-1]
        verb = next((word for word in words if word.pos == "VERB" and (self._beating.verb(word) or self._losing.verb(word))), None)
        one = self._scoring(subject(verb)) if verb is not None else ()
        if verb is None or mine == other:
            return ()
        loses = self._losing.verb(verb) is not None or is_passive(verb)
        return one if (mine < other) == loses else self._rival(pair, one)

    def _rival(self, pair: re.Match[str], one: tuple[str, ...]) -> tuple[str, ...]:
        """Whose name or title stands right before the brackets."""
        last = self._nearby.tokens[self._nearby.at(pair.start()) - 1]
        top = last
        while top.dep.partition(":")[0] in ("flat", "appos", "nmod", "amod") and top.head.start < top.start:
            top = top.head  # "la dirigeante du parti"
        found = self._scoring(top) or self._scoring(last)
        return found if found[:1] != one[:1] else ()

    def _heading(self, acts: Token | None) -> tuple[str, ...]:
        """Who leads the list that wins so many: "la liste d'Anne Blanc", "la liste conduite par Marc Roux"."""
        if acts is None or acts.lemma.lower() not in self._lists or acts.morph.get("Number") == "Plur":
            return ()
        body = self._nearby.mention_before(acts.end + 1)
        if body is not None and body.span.start == acts.end + 1 and body.type == "ORG":
            return meant(body)  # "la liste LREM, menée par Anne Blanc"
        heads = (*complements(acts, "de"), *(part for verb in acts.all("acl") if (part := agent(verb)) is not None))
        return next((found for part in heads if (found := self._who.acting(part)) and found[0].startswith("person:")), ())

    def _scoring(self, acts: Token | None) -> tuple[str, ...]:
        found = self._who.acting(acts) or self._heading(acts)
        return found if len(found) and found[0].startswith(SCORING) else ()
