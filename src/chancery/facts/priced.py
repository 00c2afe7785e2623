"""What is sold or bought at a sum, and what is so far done: "un tableau vendu 3 millions", "un feu contenu à 17 %"."""

from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, preposition
from chancery.analysis.counted import SHARE
from chancery.facts.changes import Changes
from chancery.facts.foregoing import Foregoing
from chancery.facts.listed import Listed
from chancery.facts.naming import Naming, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

FAR = 8
"""Words before a share among which the verb stands that it tells the extent of."""


class Priced:
    """What has its price in one document, and what is done in part."""

    def __init__(self, nearby: Nearby, restricting: Restricting, naming: Naming, changes: Changes, foregoing: Foregoing, pack: Pack) -> None:
        self._nearby, self._restricting, self._naming, self._changes, self._foregoing = nearby, restricting, naming, changes, foregoing
        lists, sums = pack.words("numbers")["unnamed"], pack.words("numbers")["sums"]
        self._selling, self._price = Listed(lists["selling"], pack), lists["price"]
        self._at_price, self._at = frozenset(lists["at_price"]), frozenset(sums["at"])
        self._degree = frozenset(sums["degree"])
        self._most = frozenset(pack.words("numbers")["restricting"]["superlative"])
        self._amounts, self._composing = Listed((*sums["verbs"], *sums["setting"]), pack), Listed(sums["composing"], pack)
        self._partly = Listed(sums["partly"], pack)
        self._towards = frozenset((*sums["towards"], *sums["partitive"], *sums["behind_part"]))

    def what(self, quantity: Quantity, head: Token) -> str | None:
        """The price of what is sold: "prix d'un tableau"; None of what is not."""
        outer = outermost(quantity, head)
        verb = outer.head
        beside = verb if verb.dep == "obj" and not preposition(outer) and self._selling.verb(verb.head) and verb.end < outer.start else None
        if beside is not None and self._naming.is_named(beside):  # "vendre le tableau 3.000 dollars"
            return f"{self._price} {self._changes.joined(beside)}{self._named(beside, quantity)}"
        sold = outer.start > verb.start and self._selling.verb(verb) and preposition(outer) in self._at_price
        thing = self._thing(verb, quantity) if sold else None
        return f"{self._price} {self._changes.joined(thing)}{self._named(thing, quantity)}" if thing is not None else None

    def in_part(self, quantity: Quantity) -> str | None:
        """What is done so far: "feu contenu", of one that is contained "à 17 %" or "à hauteur de 17 %"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - FAR) : at][::-1]
        opened = bool(before) and (before[0].text.lower() in self._at or (len(before) > 1 and before[1].text.lower() in self._degree))
        if quantity.unit != SHARE or not opened:
            return None
        clause = list(takewhile(lambda word: word.pos not in ("PUNCT", "CCONJ", "PRON"), before))
        partly = next((word for word in clause if self._partly.verb(word) and (word.child("cop", "aux:pass") or is_passive(word))), None)
        near = (word for word in clause if word.text.lower() not in self._degree and not self._restricting.is_timed(word))
        done = partly or next((word for word in near if word.pos in ("VERB", "ADJ", "NOUN")), None)
        if done is None or (done.pos == "NOUN" and done is not partly) or (quantity.what is not None and not self._composing.verb(done)):
            return self._described(quantity, done) if done is not None and quantity.what is None else None
        past = done is partly or done.pos == "ADJ" or (done.morph.get("VerbForm") == "Part" and done.morph.get("Tense") == "Past")
        beside = done.pos == "VERB" and done.dep in ("acl", "amod") and not any(word.pos == "NOUN" and word.start > done.start for word in before)
        said = past and (done.child("cop", "aux:pass") is not None or is_passive(done) or beside)
        if not said or self._amounts.verb(done) or self._changes.moves(done):
            return None
        thing = done.head if done.dep in ("acl", "amod") else self._foregoing.subject(done)
        if thing is not None and thing.pos == "PRON" and thing.morph.get("Person") == "3":
            thing = self._foregoing.meant(thing)
        if thing is None or thing.pos not in ("NOUN", "PROPN") or thing.end > done.start:
            return None
        name = self._nearby.mention_before(thing.start)
        if name is not None and name.type != "LOC" and name.span.contains(thing.span):
            return None  # "les Verts sont donnés à 9 %"
        return f"{self._named(thing, quantity)} {done.text} {self._behind(quantity)}".rstrip()

    def _described(self, quantity: Quantity, noun: Token) -> str | None:
        """ "Une population à 83 % hispanique": the noun right before with the adjective right behind."""
        place, at = self._nearby.at(quantity.span.start), self._nearby.at(quantity.span.end)
        behind = next(iter(self._nearby.tokens[at : at + 1]), None)
        adjective = behind is not None and behind.index and behind.pos == "ADJ" and behind.morph.get("Number") == noun.morph.get("Number")
        plain = place > 1 and self._nearby.tokens[place - 2] is noun and self._naming.is_thing(noun)
        return f"{noun.text} {behind.text}" if plain and adjective and behind is not None else None

    def _behind(self, quantity: Quantity) -> str:
        """What goes with the participle behind the share: "par l'Etat", "au Brésil"."""
        at = self._nearby.at(quantity.span.end)
        opens = self._nearby.tokens[at : at + 1]
        last = self._restricting.clause(at, places=True) if opens and opens[0].text.lower() in self._towards else at
        return self._nearby.words(at, last) if last > at + 1 else ""

    def richest(self, quantity: Quantity) -> str | None:
        """ "Les 10 % les plus riches": those who are most so."""
        at = self._nearby.at(quantity.span.end)
        words = self._nearby.tokens[at : at + 3]
        told = quantity.unit == SHARE and quantity.what is None and len(words) == 3 and words[0].pos == "DET" and words[2].pos == "ADJ"
        if not told or words[1].text.lower() not in self._most:
            return None
        last = self._restricting.clause(at + 3) if self._nearby.tokens[at + 3].pos == "ADP" else at + 3
        return self._nearby.words(at + 1, max(last, at + 3))

    def _thing(self, verb: Token, quantity: Quantity) -> Token | None:
        """What is sold: the object that is not the sum, or the subject of a passive verb."""
        objects = (part for part in verb.all("obj") if not quantity.span.contains(part.span) and self._naming.is_named(part))
        if (found := next(objects, None)) is not None:
            return found
        reflexive = any(part.morph.get("Reflex") == "Yes" or part.dep.startswith("expl") for part in verb.children)
        found = self._foregoing.subject(verb) if is_passive(verb) or reflexive else None
        return found if found is not None and found.end <= verb.start and self._naming.is_named(found) else None

    def _named(self, thing: Token, quantity: Quantity) -> str:
        """The noun with what restricts it, up to its verb; a name in full."""
        name = self._nearby.mention_before(thing.start)
        if name is not None and name.span.contains(thing.span):
            return name.span.of(self._nearby.text)
        verb = next((token for token in self._nearby.tokens[self._nearby.at(thing.end) :][:12] if token.pos in ("VERB", "AUX")), None)
        stop = Span(verb.start, verb.end) if verb is not None else quantity.span
        return self._nearby.text[thing.start : self._restricting.end(thing, thing.end, stop, places=True)]
