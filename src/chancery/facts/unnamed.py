"""What sums, shares and measures are of where they stand apart from the noun that says so: "passé de 3 % à 14 %", "euros mis de côté"."""

from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.facts.fact import Figure
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.measured import Measured, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.languages.conjugation import past_participle
from chancery.span import Span

FARTHEST = 90
"""Code points between two figures of one thing."""
NEAR = 8
"""Words before a share among which the verb stands by which something makes it up."""
SPACES = (" ", "\u00a0")
COLON = 4
"""Words between a noun and its colon."""


class Unnamed:
    """The sums, shares and measures of one document that no rule of their noun tells of."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, pack: Pack) -> None:
        self._nearby, self._restricting, self._measured, self._pack = nearby, restricting, measured, pack
        lists, numbers = pack.words("numbers")["unnamed"], pack.words("numbers")
        self._for = frozenset(numbers["leftover"]["for"])
        self._goes_on, self._that_is = frozenset(lists["goes_on"]), frozenset(numbers["compared"]["that_is"])
        self._money: dict[str, str] = numbers["money"]["called"]
        self._names: dict[str, str] = {**numbers["money"]["called"], **lists["names"]}
        self._from, self._to = frozenset(numbers["sums"]["partitive"]), frozenset(numbers["ranges"]["from_to"])
        opened = {**numbers["shares"]["opened"], "": numbers["sums"]["of"]}.values()
        self._openings = sorted({part if part.endswith("'") else f"{part} " for part in opened}, key=len, reverse=True)
        self._ne = frozenset(numbers["predicated"]["ne"])
        self._making_up, self._part = Listed(lists["making_up"], pack), lists["part"]
        self._coming_to = Listed(lists["coming_to"], pack)
        self._output, self._in_part, self._aims = tuple(lists["output"]), lists["in_part"], frozenset(lists["aims"])
        self._at, self._of_unit = frozenset(numbers["sums"]["at"]), lists["of_unit"]
        self._costing: dict[str, str] = lists["costing"]
        self._peaks: dict[str, str] = lists["peaking"]
        self._peaking, self._lengths = Listed(self._peaks, pack), frozenset(numbers["levels"]["lengths"])
        self._directions = frozenset(numbers["levels"]["directions"])
        self._cost, self._over, self._extents = Listed(lists["costing"], pack), frozenset(lists["over"]), dict[str, str](lists["extents"])
        self._weights_of: dict[str, str] = lists["weighing"]
        self._weighing, self._weights, self._spreading = Listed(self._weights_of, pack), frozenset(lists["weights"]), Listed(lists["spreading"], pack)
        self._against, self._to_do = frozenset(numbers["governed"]["against"]), frozenset(numbers["predicated"]["to"])
        self._needing = Listed(numbers["leftover"]["needing"], pack)
        self._rates = frozenset(numbers["shares"]["measured"])
        self._handled = handled(nearby, restricting, pack)

    def what(self, quantity: Quantity, head: Token, before: Figure | None) -> str | None:
        """Of what, in words; None where nothing tells."""
        if carried := self._carried(quantity, before):
            return carried
        if quantity.unit == SHARE or not self._measured.is_measured(quantity):
            return None
        return self._told(quantity, head) or self._of_unit.get(quantity.unit or "")

    def at_end(self, quantity: Quantity, before: Figure | None) -> str | None:
        """What goes from the figure before it to this one is of: "passé de 3 % en mai à 14 % en juin"."""
        if before is None or before.unit != quantity.unit:
            return None
        at, last = self._nearby.at(before.evidence.start), self._nearby.at(quantity.span.start) - 1
        words = self._nearby.tokens
        opened = at > 0 and words[at - 1].text.lower() in self._from and last > at and words[last].text.lower() in self._to
        return self._carried(quantity, before) if opened else None

    def in_part(self, quantity: Quantity, noun: Token | None, before: Figure | None) -> str | None:
        """ "Porter le budget à 2 % du PIB": what is so great a part of the output."""
        told = self._output_in(quantity)
        whole = told.lower()
        if quantity.unit != SHARE or not whole.startswith(self._output):
            return None
        noun = self._meant(quantity) if noun is None or noun.text.lower() in whole else noun
        if noun is None or noun.text.lower() in whole:
            carried = self._carried(quantity, before)
            return carried if carried is not None and carried.endswith(f"{self._in_part}{told}") else None
        if noun.lemma.lower() in self._aims:
            return None
        return f"{self._measured.phrase(quantity, noun)}, {self._in_part}{told}"

    def _output_in(self, quantity: Quantity) -> str:
        """The whole with its adjectives: "produit intérieur brut"."""
        what = quantity.what or ""
        start = self._nearby.text.find(what, quantity.span.end, quantity.span.end + len(what) + COLON * COLON) if what else -1
        if start < 0:
            return what
        at = self._nearby.at(start)
        adjectives = takewhile(lambda word: word.pos == "ADJ" and word.index > 0, self._nearby.tokens[at + 1 : at + COLON])
        return self._nearby.words(at, at + 1 + len(list(adjectives)))

    def _meant(self, quantity: Quantity) -> Token | None:
        """The noun that a pronoun goes back to which makes up a share: "elle représentait 98 % du PIB"."""
        verb = self._making(quantity)
        own = own_subject(verb) if verb is not None else None
        if own is None or own.pos != "PRON" or own.morph.get("Person") != "3" or own.start > quantity.span.start:
            return None
        noun = self._measured.foregoing.meant(own)
        return noun if noun is not None and self._measured.is_named(noun) else None

    def made_up(self, quantity: Quantity, whole: str | None) -> str | None:
        """What makes up the share of a whole: "les ventes de vin constituent 12 % du commerce"; None of another verb, or of a pronoun."""
        verb = self._making(quantity) if quantity.unit in (SHARE, None) and whole else None
        if verb is None or not whole:
            return None
        if (words := self._right_before(verb)) and (of := self._of_whole(quantity, whole)):
            return f"{words}, {self._part} {of}"
        makes = subject(verb) if own_subject(verb) is not None else None
        if makes is None or not makes.text.isalpha() or makes.pos != "NOUN" or makes.end > verb.start or not (of := self._of_whole(quantity, whole)):
            return None
        return f"{self._row(quantity, makes, verb)}, {self._part} {of}"

    def _row(self, quantity: Quantity, makes: Token, verb: Token) -> str:
        """A noun in full, with those that are joined to it right before the verb: "salaires et primes"."""
        phrase, joined = self._measured.phrase(quantity, makes), [part for part in makes.all("conj") if part.pos == "NOUN" and part.end <= verb.start]
        if not joined:
            return phrase
        words = self._nearby.inside(Span(makes.start, joined[-1].end))
        plain = len(words) <= NEAR and not any(word.pos in ("VERB", "AUX", "SCONJ") or word.text in "();" for word in words)
        told = self._nearby.text[makes.start : joined[-1].end]
        told = told[0].lower() + told[1:] if makes.index == 0 else told
        return told if plain else phrase

    def _of_whole(self, quantity: Quantity, whole: str) -> str:
        """The whole with its preposition, as it stands right behind the share."""
        if quantity.unit is None:  # "un tiers de la richesse": the words of the fraction hold it
            of, found, _ = self._nearby.text[quantity.span.start : quantity.span.end + len(whole)].partition(whole)
            return next((f"{part}{whole}" for part in self._openings if found and of.endswith(f" {part}")), "")
        of, found, _ = self._nearby.text[quantity.span.end :].partition(whole)
        return f"{of.lstrip()}{whole}" if found and len(of.split()) <= COLON and of.startswith(SPACES) and "\n" not in of else ""

    def _making(self, quantity: Quantity) -> Token | None:
        """The verb before a share by which something makes it up, whatever the parser hangs it on."""
        at = self._nearby.at(quantity.span.start)
        before = takewhile(lambda word: word.pos != "PUNCT", reversed(self._nearby.tokens[max(0, at - NEAR) : at]))
        verb = next((word for word in before if word.pos == "VERB"), None)
        if verb is None or is_passive(verb):
            return None
        ends = next((word for word in self._nearby.tokens[max(0, at - COLON) : at][::-1] if word.pos != "ADV"), verb)
        comes = self._coming_to.verb(verb) is not None and ends.text.lower() in self._at
        return verb if comes or self._making_up.verb(verb) else None

    def _right_before(self, verb: Token) -> str:
        """The noun with its adjectives that stands behind its article right before a verb, whatever the parser makes of them."""
        last = at = self._nearby.at(verb.start)
        while at > 1 and (self._nearby.tokens[at - 1].pos == "ADJ" or (at == last and self._nearby.tokens[at - 1].text.lower() in self._ne)):
            last -= self._nearby.tokens[at - 1].pos != "ADJ"
            at -= 1
        noun, before = self._nearby.tokens[at - 1], self._nearby.tokens[at - 2]
        plain = at > 1 and noun.pos == "NOUN" and noun.index and before.pos == "DET" and noun.dep != "obj"
        plain = plain and (before.index == 0 or self._nearby.tokens[at - 3].pos != "CCONJ")  # "les salaires et les primes"
        return self._nearby.words(at - 1, last) if plain and before.child("case") is None and noun.child("case") is None else ""

    def _carried(self, quantity: Quantity, before: Figure | None) -> str | None:
        """What the figure before it is of, in its sentence, with no other clause between: "de 3 % à 14 %", "contre 3 %", "soit 63 euros"."""
        if before is None or not before.what or quantity.span.start - before.evidence.end > FARTHEST:
            return None
        words = self._nearby.inside(Span(before.evidence.end, quantity.span.start))
        behind = next(iter(self._nearby.tokens[self._nearby.at(quantity.span.end) :]), None)
        if behind is not None and behind.text.lower() in self._for and f" {behind.text.lower()} " in before.what:
            return None  # "300 euros pour les sols, 40 euros pour les murs"
        if not words or any(word.index == 0 or word.text in ".;:" or (_is_clause(word) and word.text.lower() not in self._that_is) for word in words):
            return None
        if any(word.pos == "NOUN" and word.lemma.lower() in self._rates and word.text not in before.what for word in words):
            return None  # "le chômage est de 6 %, la part des jeunes de 9 %"
        last = words[-1].text.lower()
        if last not in self._that_is:
            last = next((word.text.lower() for word in reversed(words) if word.pos not in ("DET", "ADV")), last)
        same = before.unit == quantity.unit or (self._is_money(before.unit) and self._is_money(quantity.unit))
        also = last in self._that_is and self._measured.is_sum(quantity)
        if not ((same and last in self._goes_on) or (also and len(words) <= COLON)):
            return None
        told = self._measured.renamed(before, quantity.unit)
        return self._not_ahead(told) if told and last in self._against else told

    def _not_ahead(self, told: str) -> str:
        """ "Dépensés", of "il faut dépenser 3 millions, contre 2 millions hier": what has yet to be done with those has been with these."""
        money, *rest = told.split()
        done = past_participle(rest[1], self._pack, plural=True) if len(rest) > 1 and rest[0] in self._to_do else None
        return " ".join((money, done, *rest[2:])) if done else told

    def _is_money(self, unit: str | None) -> bool:
        return unit in self._money or (unit or "").lower() in self._measured.currencies

    def _told(self, quantity: Quantity, head: Token) -> str | None:
        outer = outermost(quantity, head)
        return self._which(quantity, head) or self._done(quantity, head, outer) or self._priced(quantity) or self._listed(quantity)

    def costs(self, quantity: Quantity, head: Token) -> str | None:
        """ "Le pont coûte 3 millions", "le feu s'est étendu sur 3 km": the cost of the bridge, the length of the fire; None of another verb."""
        outer = outermost(quantity, head)
        verb, before = outer.head, self._nearby.tokens[self._nearby.at(quantity.span.start) - 1]
        called = self._called(quantity, outer) if verb.pos == "VERB" and verb.start < outer.start and before.pos != "PUNCT" else None
        whole = self._measured.foregoing.subject(verb) if called else None
        if whole is not None and whole.pos == "PRON" and whole.morph.get("Person") == "3":
            whole = self._measured.foregoing.meant(whole)
        if whole is not None and whole.dep.startswith("nmod") and whole.head.pos == "NOUN" and whole.head.dep.startswith("nsubj"):
            whole = whole.head  # "le plus haut sommet |du pays| culmine"
        if called is None or whole is None or whole.pos not in ("NOUN", "PROPN") or whole.end > verb.start:
            return None
        end = min(self._restricting.end(whole, whole.end, Span(verb.start, verb.start), places=True), verb.start)
        name = self._nearby.mention_before(end + 1)
        end = name.span.end if name is not None and end < name.span.end < verb.start and name.span.start <= end + 1 else end
        return f"{called} {self._measured.joined(whole)}{self._nearby.text[whole.start : end].rstrip()}"

    def _called(self, quantity: Quantity, outer: Token) -> str | None:
        """What the verb before an amount says that it is of its subject: its cost, weight or extent."""
        verb, case = outer.head, preposition(outer)
        if case in self._at and quantity.unit in self._lengths and (peak := self._peaking.verb(verb)):
            behind = self._nearby.tokens[self._nearby.at(quantity.span.end) :][:1]
            above = bool(behind) and behind[0].text.lower().partition(" ")[0] in self._directions  # "à 500 mètres au-dessus de la rivière"
            return None if above else self._peaks[peak]
        if case in self._over:
            return self._extents.get(quantity.unit or "") if self._spreading.verb(verb) else None
        if case:
            return None
        if (quantity.unit or "").lower() in self._weights:
            at = self._nearby.at(quantity.span.end)
            if any(word.text.lower() in self._from for word in self._nearby.tokens[at : at + 1]):
                return None  # "ils pesaient 12 kilos de laine"
            return self._weights_of.get(self._weighing.verb(verb) or "")
        return self._costing.get(self._cost.verb(verb) or "") if self._measured.is_sum(quantity) else None

    def _done(self, quantity: Quantity, head: Token, outer: Token) -> str | None:
        """What is done with them: "euros mis sur la table", "kilomètres parcourus"."""
        name = self._names.get(quantity.unit or "", quantity.unit)
        if name is not None and outer.dep.startswith("nsubj") and outer.end < outer.head.start and is_passive(outer.head):
            at = self._nearby.at(outer.head.start)
            last = self._restricting.clause(at + 1)
            return f"{name} {self._nearby.words(at, last)}" if last > at + 1 else None
        verb = outer.head if outer.dep == "obj" else self._handled.verb_before(quantity)
        if name is None or verb is None or verb.pos != "VERB" or (outer.dep != "obj" and not self._handled.is_free(verb)):
            return None
        if self._needing.verb(verb):
            return None  # "il manque 3 millions"
        said = self._handled.what(verb, quantity, head, quantity.span.end, many=True)
        return f"{name} {said}" if said else None

    def _which(self, quantity: Quantity, head: Token) -> str | None:
        """What the words behind say which ones are meant: "euros qui ont disparu des comptes"."""
        name = self._names.get(quantity.unit or "", quantity.unit)
        behind = self._nearby.tokens[self._nearby.at(quantity.span.end) :][:2]
        if not behind or not any(word.morph.get("VerbForm") == "Part" or word.morph.get("PronType") == "Rel" for word in behind):
            return None
        end = self._restricting.end(head, quantity.span.end, Span(quantity.span.start, quantity.span.start), within=quantity.span, clauses=True)
        said = self._nearby.text[quantity.span.end : end].strip()
        return f"{name} {said}" if name is not None and len(said.split()) > 1 else None

    def _priced(self, quantity: Quantity) -> str | None:
        """ "Un train à 300 millions d'euros": what has that price."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - COLON) : at][::-1]
        noun = next((token for token in before[1:] if token.pos != "ADJ"), None)
        if noun is None or not self._measured.is_sum(quantity) or before[0].text.lower() not in self._at:
            return None
        return self._measured.phrase(quantity, noun) if self._measured.is_named(noun) else None

    def _listed(self, quantity: Quantity) -> str | None:
        """ "Un autre coût : 8,5 milliards": the noun before a colon."""
        at = self._nearby.at(quantity.span.start)
        while at > 1 and self._nearby.tokens[at - 1].pos in ("ADP", "ADV", "DET"):
            at -= 1
        if at < 2 or self._nearby.tokens[at - 1].text != ":":
            return None
        before = self._nearby.tokens[max(0, at - 1 - COLON) : at - 1]
        nouns = (token for token in reversed(before) if token.pos == "NOUN")
        noun = next((token for token in nouns if not (token.dep.startswith("nmod") and token.head in before)), None)
        return self._measured.phrase(quantity, noun) if noun is not None and self._measured.is_named(noun) else None


def _is_clause(word: Token) -> bool:
    """Whether a word is of another clause: a finite verb, a subject, a conjunction."""
    return word.morph.get("VerbForm") == "Fin" or word.dep.startswith("nsubj") or word.pos == "SCONJ" or word.morph.get("PronType") == "Rel"
