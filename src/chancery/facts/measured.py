"""What a share or a sum is told of: "le nombre de départs est en hausse de 9 %", "une amende de 1.000 euros", "3 millions d'euros d'aide"."""

from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.changes import Changes
from chancery.facts.distances import Distances
from chancery.facts.fact import Figure
from chancery.facts.foregoing import Foregoing
from chancery.facts.listed import Listed
from chancery.facts.naming import Naming
from chancery.facts.naming import above as above
from chancery.facts.naming import leading as leading
from chancery.facts.naming import outermost as outermost
from chancery.facts.nearby import Nearby
from chancery.facts.paid import Paid
from chancery.facts.phrases import Phrases
from chancery.facts.priced import Priced
from chancery.facts.restricting import Restricting
from chancery.facts.sizes import Sizes
from chancery.languages import Pack
from chancery.span import Span

BEFORE = 7
"""Words before a comma among which the noun for a share stands."""
APPOSED = (",", "(", ":")
CLOSE_BY = 12
"""Code points between a noun and its complement that are still named with it."""
BETWEEN = ("ADJ", "ADP", "ADV", "DET", "PUNCT", "NUM")
"""What may stand between a noun and the sum that it is of; a comma may not."""
PHRASE = ("NOUN", "PROPN", "ADJ", "ADP", "DET")
"""What a noun phrase before its amount is made of."""
ENDING = 7
"""Words of a noun phrase that ends in a sum or share."""
DEEP = 4
"""Governors among which the noun before a sum is."""


class Measured:
    """The nouns that shares and sums are told of, in one document."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting = nearby, restricting
        lists, sums, levels = pack.words("numbers")["shares"], pack.words("numbers")["sums"], pack.words("numbers")["levels"]
        self._measured, self._most = frozenset(lists["measured"]), frozenset(pack.words("numbers")["polled"]["most"])
        self._naming, self.foregoing = Naming(pack), Foregoing(nearby)
        self.changes = Changes(nearby, self._naming, self.foregoing, pack)
        self.is_named, self.joined, self.change = self._naming.is_named, self.changes.joined, self.changes.word
        self.is_thing = self._naming.is_thing
        self._of, self._at, self._under = sums["of"], frozenset(sums["at"]), frozenset(lists["under"])
        self._partitive, self.currencies = frozenset(sums["partitive"]), frozenset(sums["currencies"])
        self._known = units(pack)
        self._units = frozenset(self._known.codes.values())
        self._amounts, self._reaching = Listed(sums["verbs"], pack), frozenset(sums["reaching"])
        self._bearing, self._on = Listed(sums["bearing"], pack), frozenset(sums["on"])
        self._amounting_too = frozenset(levels["amounting"])
        self._marks = frozenset((*sums["at"], *sums["marks"]))
        self._passing = Listed(levels["passing"], pack)
        self._levels = frozenset(levels["nouns"])
        self._measures = frozenset(sums["measures"])
        self._money: dict[str, str] = pack.words("numbers")["money"]["called"]
        self._priced = Priced(nearby, restricting, self._naming, self.changes, self.foregoing, pack)
        self._paid = Paid(nearby, restricting, pack)
        self._phrases = Phrases(nearby, restricting, self.foregoing, pack)
        self._sizes = Sizes(nearby, restricting, self.changes, self.foregoing, self._phrases, pack)
        self._distances = Distances(nearby, restricting, self.changes, pack)
        self._lengths = frozenset(levels["lengths"])
        self._placing, self._setting = Listed(levels["placing"], pack), Listed(sums["setting"], pack)
        self._measuring = Listed(levels["measuring"], pack)
        self._of_the = frozenset(pack.words("numbers")["bare"]["of_the"])
        self._scales = frozenset((*pack.words("numbers")["powers"], *self._money.values()))
        self._around_it = frozenset(sums["around"])

    def is_sum(self, quantity: Quantity | Figure) -> bool:
        """Whether it is money, in a currency of the lists."""
        return quantity.unit in self._money or (quantity.unit or "").lower() in self.currencies

    def what(self, quantity: Quantity, head: Token, noun: Token | None) -> str | None:
        """Of what, in words: of a sum the noun behind it comes first, "3 millions d'euros d'aide"; else the noun found before."""
        if part := self._priced.richest(quantity):
            return part
        if lead := self.changes.lead(quantity, head):
            return self._ahead_of(quantity, *lead)
        if size := self._sizes.before(quantity):
            return size
        behind = self._behind(quantity) if (self.is_sum(quantity) or quantity.unit in self._units) and quantity.unit != SHARE else None
        size = (behind or "").partition(" ")[0].lower()
        if behind and (sized := self._sizes.behind(quantity, head, size, noun)):
            return sized
        if behind:
            return behind
        if self.is_sum(quantity) and (price := self._priced.what(quantity, head)):
            return price
        if noun is not None:
            change = self.change(quantity, head, noun)
            return f"{change}{self.phrase(quantity, noun)}{self._off(quantity, head)}"
        if change := self.change(quantity, head).strip():
            return change  # "on nous augmente de 19 euros"
        if self.is_sum(quantity):
            return self._paid.what(quantity, head, outermost(quantity, head))
        return self._distances.what(quantity, head) if quantity.unit in self._lengths else None

    def _off(self, quantity: Quantity, head: Token) -> str:
        """What it is less or more than by that amount: " inférieur à celui des autres"; empty where it is not compared."""
        adjective, at = self.changes.compared(quantity, head)
        last = self._restricting.clause(at, places=True) if at else 0
        return f" {adjective} {self._nearby.words(at, last)}" if last > at else f" {adjective}" if adjective else ""

    def of_place(self, end: int) -> str:
        """The place whose name ends there, behind "de": "de la Réunion "; empty where none does."""
        return self._distances.place(end)

    def distance(self, quantity: Quantity, head: Token) -> str | None:
        """How far off something is that is "à 300 km": "distance de Lyon à la côte"; None where it is no distance."""
        return self._distances.what(quantity, head) if quantity.unit in self._lengths and self._distances.is_off(quantity) else None

    def _ahead_of(self, quantity: Quantity, lead: str, other: Token | None) -> str:
        """The lead with whom it is over: "avance sur la liste"."""
        if other is None or other.pos not in ("NOUN", "PROPN"):
            return lead
        name, article = self._nearby.mention_before(other.start), other.child("det")
        if name is not None and name.span.contains(other.span) and article is None:
            return f"{lead} {name.span.of(self._nearby.text)}"
        return f"{lead} {article.text.lower() + ' ' if article is not None else ''}{self.phrase(quantity, other)}"

    def amounts_to(self, quantity: Quantity, head: Token) -> str | None:
        """What a count only tells the amount of: "la production s'élève à 3 millions de tonnes"; None where it says more, or of another verb."""
        if (quantity.unit or "").lower() not in self._amounting_too or " " in (quantity.what or ""):
            return None
        found = self._amounting(quantity, outermost(quantity, head))
        at = self._nearby.at(quantity.span.end)
        behind = self._nearby.tokens[at : at + 1]
        more = bool(behind) and behind[0].index > 0 and behind[0].text.lower() in self._partitive
        return self.phrase(quantity, found) if found is not None and not more else None

    def spent(self, quantity: Quantity, head: Token, whole: Span) -> str | None:
        """What is done with a share of something, and to what end: "budget consacré au personnel"; None of another verb, or with no end told."""
        return self._paid.part(outermost(quantity, head), whole)

    def in_part(self, quantity: Quantity) -> str | None:
        """What is done so far, or made up so: "feu contenu", "tissu composé de coton"; None of what is not."""
        return self._priced.in_part(quantity)

    def has(self, quantity: Quantity) -> bool:
        """Whether its own noun says nothing of what it is of: a sum, a share or a measure."""
        return self.is_sum(quantity) or quantity.what is None or quantity.what in self._units or self._is_measure(quantity)

    def is_measured(self, quantity: Quantity) -> bool:
        """Whether it is a sum, a share or a measure, and no count."""
        return self.is_sum(quantity) or quantity.unit in self._units or self._is_measure(quantity)

    def is_relative(self, figure: Quantity | Figure) -> bool:
        """Whether it is so many percent or points, which are of something."""
        return figure.unit == SHARE or (figure.unit or "").lower() in self._measures

    def _is_measure(self, quantity: Quantity) -> bool:
        """Whether it is only so many points or degrees."""
        return (quantity.what or "").lower() in self._measures

    def noun(self, quantity: Quantity, head: Token) -> Token | None:
        """The noun that it is told of: what changes by it, what it amounts to, else the noun that it hangs on; None for what is counted itself."""
        if not self.is_measured(quantity) or (quantity.unit in self._lengths and self._distances.far_before(quantity)):
            return None
        outer = outermost(quantity, head)
        rated = self._rate(outer, outer.head, quantity) or self._rate_before(quantity) if quantity.unit == SHARE else None
        found = self.changes.noun(quantity, head, outer) or rated or self._governing(quantity, head) or self._amounting(quantity, outer)
        found = found or self._set_behind(quantity)
        if found is not None and found.lemma.lower() in self._levels:
            found = self._level(found, quantity)
        if found is not None and found.lemma.lower() in self._measures:
            return None  # "gagne un point à 11 %"
        name = self._nearby.mention_before(found.start) if found is not None else None
        return None if found is not None and name is not None and name.type != "LOC" and name.span.contains(found.span) else found

    def _level(self, noun: Token, quantity: Quantity) -> Token | None:
        """What reaches the mark: "le chômage passe sous la barre des 10 %"."""
        verb = next((token for token in above(noun, DEEP) if token.pos == "VERB"), None)
        if verb is not None and noun.end < verb.start and noun.dep.startswith("nsubj"):
            return noun  # "le plafond de remboursement sera augmenté"
        if verb is not None and noun.dep == "obj" and noun.head is verb and not (self._amounts.verb(verb) or self._passing.verb(verb)):
            return noun  # "la station évoque un plafond de 100 euros"
        found = self.foregoing.subject(verb) if verb is not None and verb.start < noun.start else None
        if found is not None and self._naming.is_named(found) and not quantity.span.contains(found.span):
            return found
        return noun if noun.dep.startswith("nmod") and self.is_sum(quantity) else None

    def phrase(self, quantity: Quantity, noun: Token) -> str:
        """The noun with what restricts it, from the beginning of a word with hyphens."""
        return self._phrases.of(noun, quantity.span)

    def renamed(self, before: Figure, unit: str | None) -> str | None:
        """What a figure is of, for the same sum in other money: "dollars versés" are "euros versés"."""
        money, other = self._money.get(before.unit or "", before.unit), self._money.get(unit or "", unit)
        named = before.what is not None and money is not None and other is not None and before.what.startswith(f"{money} ")
        return f"{other}{before.what[len(money) :]}" if named and before.what and money else before.what

    def _behind(self, quantity: Quantity) -> str | None:
        """The noun right behind a sum, with its own complement: "d'avions de combat"."""
        tokens = self._nearby.tokens
        at = self._nearby.at(quantity.span.end)
        if at + 2 >= len(tokens) or tokens[at].text.lower() not in self._partitive:
            return None
        noun = tokens[at + 1]
        if self._sizes.is_size(noun.text.lower()):
            return noun.text
        compound = noun.pos == "VERB" and tokens[at + 2].text.lower() in self._partitive  # "pouvoir d'achat"
        return self.phrase(quantity, noun) if compound or self._naming.is_thing(noun) else None

    def _governing(self, quantity: Quantity, head: Token) -> Token | None:
        """The noun before it that it is the amount of: "une amende de 1.000 euros", "un abattement de 30 %", "un salaire à 100 %"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - ENDING) : at][::-1]
        if self.is_sum(quantity) and len(before) > 1 and before[0].text == "(" and self._naming.is_named(before[1]):
            return self._top(before[1])
        if before and (self._nearby.tokens[at].pos == "ADP" or self._around(at)) and self._naming.is_named(before[0]):
            return self._top(before[0])  # "une température autour de 40 degrés"
        case = next((token for token in before if token.pos not in ("ADV", "DET", "NUM")), None)
        joined = case.lemma.lower().split(" ")[0] if case is not None and case.pos == "ADP" else ""
        measure = quantity.unit == SHARE or (quantity.unit in self._units and quantity.unit not in self._lengths and not self.is_sum(quantity))
        if case is None or not (joined == self._of or (measure and joined in self._at)):
            return None
        phrase = list(takewhile(lambda token: token.pos in PHRASE, (token for token in before if token.end < case.end)))
        if change := next((token for token in phrase if self.changes.is_change(token)), None):
            return change
        noun = next((token for token in before if token.end < case.end and not self._between(token)), None)
        if noun is None or not self._naming.is_named(noun):
            return None
        top, over = self._top(noun) if joined == self._of else noun, list(above(head, DEEP))
        return top if noun in over or top in over else next((token for token in phrase if token in over and self._naming.is_named(token)), None)

    def _around(self, at: int) -> bool:
        """Whether words there say that it is about so much: "autour de"."""
        pair = self._nearby.tokens[at : at + 2]
        return len(pair) > 1 and pair[0].text.lower() in self._around_it and pair[1].text.lower() == self._of

    def _between(self, token: Token) -> bool:
        """Whether a word may stand between a noun and its amount."""
        described = token.pos == "VERB" and token.dep in ("acl", "amod")
        return described or (token.pos in BETWEEN and token.text != ",")

    def of_pronoun(self, quantity: Quantity, head: Token) -> bool:
        """Whether it is the amount of what a pronoun only points at: "elle s'élève à 1.000 euros"."""
        found = self._comes_to(quantity, outermost(quantity, head))
        return found is not None and found.pos == "PRON" and found.morph.get("Person") == "3"

    def _amounting(self, quantity: Quantity, outer: Token) -> Token | None:
        """What comes to so much: "le coût est estimé à 3 millions d'euros", "l'amende est de 1.000 euros"."""
        found = self._comes_to(quantity, outer)
        if found is not None and found.pos == "PRON" and found.morph.get("Person") == "3":
            found = self.foregoing.meant(found)  # "le budget était de 3 millions. Il atteindra 4 millions"
        owned = found is not None and any(part.morph.get("Poss") == "Yes" for part in found.all("det")) and self._naming.is_thing(found)
        owned = owned or (found is not None and found.child("nmod") is not None and self._naming.is_nobody(found))  # "le montant des dégâts"
        return found if found is not None and (owned or self._naming.is_named(found)) else None

    def _comes_to(self, quantity: Quantity, outer: Token) -> Token | None:
        """The subject or object that so much is the amount of, a pronoun or not."""
        verb = outer.head
        below = verb.pos in ("ADV", "ADP") and verb.text.lower() in self._marks
        verb = verb.head if below else verb  # "descendu en-dessous de 5 %"
        if quantity.unit in self._lengths and self._placing.verb(verb):
            return None  # "une ville située à 300 km de la côte"
        if self._nearby.text[: quantity.span.start][-2:].rstrip().endswith(","):
            return None  # "l'un coûte 3 euros, l'autre, 4 euros"
        if outer.child("cop"):
            at = self._at if self.is_sum(quantity) or quantity.unit == SHARE else ()
            return own_subject(outer) if preposition(outer) in ("", self._of, *at) else None
        if quantity.unit in self._units and not self.is_sum(quantity) and quantity.unit != SHARE and self._measuring.verb(verb):
            return self.foregoing.subject(verb) if verb.start < outer.start else None
        moved = self.changes.moves(verb)
        marked = below or preposition(outer) in self._marks
        if preposition(outer) in self._on and self._bearing.verb(verb):
            return self.foregoing.subject(verb) if verb.start < outer.start else None
        told = (self._amounts.verb(verb) and (marked or preposition(outer) in self._reaching)) or (marked and moved)
        return self._set(verb, quantity, outer) if told and verb.start < outer.start else None

    def _set_behind(self, quantity: Quantity) -> Token | None:
        """The object behind a sum, of a verb that sets it: "porter de cinq à dix millions l'enveloppe"."""
        at, place = self._nearby.at(quantity.span.start), self._nearby.at(quantity.span.end)
        before = self._nearby.tokens[max(0, at - BEFORE) : at][::-1]
        row = list(takewhile(lambda word: word.pos in ("ADP", "NUM", "ADV") or word.text.lower() in self._scales, before))
        verb = before[len(row)] if row and len(row) < len(before) else None
        if not self.is_sum(quantity) or verb is None or verb.pos != "VERB" or not (self._setting.verb(verb) or self.changes.moves(verb)):
            return None
        behind = self._nearby.tokens[place : place + BEFORE]
        rest = len(list(takewhile(lambda word: word.pos in ("ADP", "NUM") or word.text.lower() in self._scales, behind)))
        pair = behind[rest : rest + 2]
        told = len(pair) == 2 and pair[0].pos == "DET" and pair[0].morph.get("Definite") == "Def"
        return pair[1] if told and self.is_named(pair[1]) else None

    def _set(self, verb: Token, quantity: Quantity, outer: Token) -> Token | None:
        """The object of a verb that sets at so much, before the sum or behind: "porter le fonds à 3 millions"; else what reaches it."""
        placed = next((part for part in verb.all("obj") if part is not outer and not quantity.span.contains(part.span)), None)
        finite = verb.morph.get("VerbForm") != "Part" or verb.child("aux") is not None
        return placed or (None if finite and self._setting.verb(verb) and not is_passive(verb) else self.foregoing.subject(verb))

    def _top(self, noun: Token) -> Token:
        """The rate that a noun is only the complement of: "taux de chômage"."""
        above, case = noun.head, noun.child("case")
        rate = (
            noun.dep.startswith("nmod")
            and noun.child("det") is None
            and (case is None or case.text.lower() not in self._of_the)
            and above.pos == "NOUN"
            and 0 < noun.start - above.end <= CLOSE_BY
            and preposition(noun) == self._of
        )
        return above if rate and self._naming.is_named(above) else noun

    def _rate(self, head: Token, governor: Token, quantity: Quantity) -> Token | None:
        """The noun for a share that it hangs on, or that is the subject of its clause."""
        for token in (governor, subject(governor), own_subject(head)):
            if token is not None and token.pos == "NOUN" and self._is_rate(token, quantity):
                top = self._top(token)
                return top if top.lemma.lower() in self._measured else token  # "un taux d'emploi très bas de 12 %"
        return None

    def _rate_before(self, quantity: Quantity) -> Token | None:
        """The noun for a share that ends, with its adjectives and complement, at the comma before it."""
        at = self._nearby.at(quantity.span.start)
        at -= at > 0 and self._nearby.tokens[at - 1].pos == "ADP"  # "un taux en berne, entre 3 et 4 %"
        at -= at > 0 and self._nearby.tokens[at - 1].pos == "ADV"  # "un taux, déjà de 20 %"
        if at == 0 or self._nearby.tokens[at - 1].text not in APPOSED:
            return None
        before = reversed(self._nearby.tokens[max(0, at - 1 - BEFORE) : at - 1])
        return next((token for token in before if token.pos == "NOUN" and self._is_rate(token, quantity)), None)

    def _is_rate(self, noun: Token, quantity: Quantity) -> bool:
        """Whether it is a noun for a share, and not for most of some people who do something: "une majorité d'élus (58 %) souhaitent"."""
        behind = self._nearby.tokens[self._nearby.at(quantity.span.end) :][:2]
        does = len(behind) == 2 and behind[0].text == ")" and behind[1].pos in ("VERB", "AUX", "PRON", "ADV")
        of_people = does and noun.lemma.lower() in self._most and any(self._known.counts_people(part.text) for part in noun.all("nmod"))
        return noun.lemma.lower() in self._measured and not of_people and preposition(noun) not in self._under  # "jugé en majorité"
