"""What a sum is of by the words beside it, where no noun has it: "euros pour deux séances", "euros dont les ports bénéficient"."""

from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, predicate
from chancery.facts.clause_ends import QUOTES
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.measured import Measured, leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

SUBJECT = 7
"""Words of a subject with its verb."""
PLURAL = "s"
FAR = 18
"""Words before a sum among which the object stands that it was spent on."""
ROW = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "ADV", "NUM")
"""What stands between them."""
PATTERN = 4
"""Words of "à hauteur de"."""


class Leftover:
    """The sums of one document that nothing else tells of."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, pack: Pack) -> None:
        self._nearby, self._restricting, self._measured = nearby, restricting, measured
        numbers = pack.words("numbers")
        lists = numbers["leftover"]
        self._names: dict[str, str] = numbers["money"]["called"]
        self._net = frozenset((*numbers["completed"]["net"], *numbers["completed"]["rates"]))
        self._for, self._needing, self._that = frozenset(lists["for"]), Listed(lists["needing"], pack), str(lists["that"])
        self._to = frozenset(numbers["sums"]["towards"])
        self._per: str = numbers["completed"]["per"]
        self._with, self._whose = Listed(lists["with_of"], pack), str(lists["whose"])
        self._of, self._degree = frozenset(numbers["sums"]["partitive"]), frozenset(lists["degree"])
        self._between: str = numbers["ranges"]["between"]
        self._at = frozenset(numbers["sums"]["at"])
        self._handled = handled(nearby, restricting, pack)

    def what(self, quantity: Quantity, head: Token) -> str | None:
        """The sum in words that stand beside it; None where they tell nothing."""
        if not self._measured.is_sum(quantity):
            return None
        name = self._names.get(quantity.unit or "", quantity.unit or "")
        said = self._behind(quantity) or self._as_subject(quantity, head) or self._needed(quantity) or self._had(quantity)
        return f"{name} {said}" if said else self._degreed(quantity) or self._bracketed(quantity) or self._spent_on(quantity)

    def _behind(self, quantity: Quantity) -> str:
        """What stands right behind it: "annuels alloués par l'émir", "pour deux séances"."""
        at = first = self._nearby.at(quantity.span.end)
        while self._nearby.tokens[at : at + 1] and self._nearby.tokens[at].text.lower() in self._net:
            at += 1
        pair = self._nearby.tokens[at : at + 2]
        if len(pair) > 1 and pair[0].text.lower() == self._per and pair[1].pos == "NOUN":
            at += 2  # "1.000 dollars par mois pour l'appartement"
        token = next(iter(self._nearby.tokens[at : at + 1]), None)
        if token is None or not token.index or "\n" in self._nearby.text[quantity.span.end : token.start]:
            return ""
        if token.text.lower() in self._for:
            last = self._restricting.clause(at)
            words = self._nearby.tokens
            last = next((place for place in range(at + 2, last) if words[place].pos in ("NUM", "PUNCT") or words[place - 1].text.endswith("-")), last)
            while last > at and self._restricting.trails(self._nearby.tokens[last - 1]):
                last -= 1
            return self._nearby.words(at, last).rstrip("-") if last > at + 1 else ""
        if token.pos == "VERB" and token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past" and token.text.endswith(PLURAL):
            return self._nearby.words(at, max(at + 1, self._restricting.clause(at + 1, timed=True)))  # "les 20.000 dollars attendus"
        past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past" and token.child("aux", "cop") is None
        last = self._restricting.clause(at + 1, timed=True) if past else at
        return self._nearby.words(first, last) if last > at + 1 else ""

    def _as_subject(self, quantity: Quantity, head: Token) -> str:
        """What its predicate says: "nécessaires au fonctionnement du tribunal"."""
        outer = leading(outermost(quantity, head))
        verb = predicate(outer.head)
        if (
            not outer.dep.startswith("nsubj")
            or verb.pos not in ("ADJ", "VERB")
            or verb.start < outer.end
            or not (verb.child("cop") or is_passive(verb))
        ):
            return ""
        at = self._nearby.at(verb.start)
        last = self._restricting.clause(at + 1)
        return self._nearby.words(at, last) if last > at + 1 else ""

    def _needed(self, quantity: Quantity) -> str:
        """ "Il en faudrait 3 millions": "qu'il faudrait"."""
        verb = self._handled.verb_before(quantity)
        own = own_subject(verb) or next(iter(verb.all("expl")), None) if verb is not None and self._needing.verb(verb) else None
        if verb is None or own is None or own.pos != "PRON" or own.start > verb.start:
            return ""
        at = self._nearby.at(quantity.span.end)
        opens = self._nearby.tokens[at : at + 1]
        last = self._restricting.clause(at) if opens and opens[0].text.lower() in self._to else at  # "il manque 3 millions au budget"
        return f"{self._that}{own.text.lower()} {verb.text} {self._nearby.words(at, last) if last > at + 1 else ''}".rstrip()

    def _had(self, quantity: Quantity) -> str:
        """ "Les ports bénéficient de 3 millions": "dont les ports bénéficient"."""
        at = self._nearby.at(quantity.span.start)
        pair = self._nearby.tokens[max(0, at - 2) : at]
        if len(pair) < 2 or pair[1].text.lower() not in self._of or self._with.verb(pair[0]) is None:
            return ""
        own = own_subject(pair[0])
        if own is None or own.start > pair[0].start or own.morph.get("PronType") == "Rel":
            return ""
        first = self._nearby.at(own.subtree()[0].start)
        words = self._nearby.words(first, at - 1)
        plain = at - 1 - first <= SUBJECT and not set(words) & set(",;:()\n")
        return f"{self._whose} {words if own.pos == 'PROPN' else words[0].lower() + words[1:]}" if plain else ""

    def _degreed(self, quantity: Quantity) -> str | None:
        """ "Une aide à hauteur de 3 millions", "ils sont payés à hauteur de 300 euros": what or who."""
        at = self._nearby.at(quantity.span.start)
        opens = next((place for place in range(at - 1, max(0, at - 1 - PATTERN), -1) if self._nearby.tokens[place].text.lower() in self._degree), 0)
        if not opens or self._nearby.tokens[at - 1].text.lower() not in self._of or self._nearby.tokens[opens - 1].pos not in ("ADP", "DET"):
            return None
        first = opens - (2 if self._nearby.tokens[opens - 1].pos == "DET" else 1)
        before = self._nearby.tokens[first - 1]
        if before.text in QUOTES:
            before = self._nearby.tokens[first - 2]
        while before.pos == "ADJ" and before.head.end <= before.start:
            before = before.head
        if before.pos == "NOUN" and before.head.pos == "NOUN" and before.dep.startswith("nmod"):
            before = before.head
        verb = next((token for token in (before, before.head) if token.morph.get("VerbForm") == "Part" and token.start < quantity.span.start), None)
        if verb is not None and is_passive(verb) and (own := own_subject(verb)) is not None and own.pos == "NOUN" and own.end <= verb.start:
            return f"{self._measured.phrase(quantity, own)} {self._nearby.words(self._nearby.at(verb.start), first)}"
        told = before.pos == "NOUN" and self._measured.is_named(before)
        return self._nearby.words(self._nearby.at(before.start), first).rstrip("".join((*QUOTES, " "))) if told else None

    def instead(self, quantity: Quantity, told: str) -> str:
        """What so much was spent on, where only a word for an amount is told: "rénover le gymnase pour un montant de 3 millions"."""
        return (self._spent_on(quantity) if told.lower() in self._degree else None) or told

    def _spent_on(self, quantity: Quantity) -> str | None:
        """ "Rémunérer trois assistants pour un total de 300 euros": whom or what so much was spent on, with what was done."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - 1 - PATTERN) : at][::-1]
        opens = next((place for place, word in enumerate(before) if word.text.lower() in (*self._for, *self._at, self._between)), None)
        if opens is None or any(word.pos in ("VERB", "PUNCT", "PROPN") for word in before[:opens]):
            return None
        row = takewhile(lambda word: word.index and word.pos in ROW, reversed(self._nearby.tokens[max(0, at - FAR) : at - 1 - opens]))
        objects = (word for word in row if word.dep == "obj" and word.pos == "NOUN" and word.head.end <= word.start)
        verb = next((word.head for word in objects if word.head.pos == "VERB"), None)
        thing = next((part for part in verb.all("obj") if part.pos == "NOUN" and part.end <= quantity.span.start), None) if verb is not None else None
        plain = thing is not None and thing.text[:1].isalpha() and thing.child("nummod") is None
        done = self._handled.done_to(verb, thing) if plain and verb is not None and thing is not None else ""
        if not done or thing is None:
            return None
        apart = Span(before[opens].start, quantity.span.end)
        return f"{self._nearby.text[thing.start : self._restricting.end(thing, thing.end, apart)]} {done}"

    def _bracketed(self, quantity: Quantity) -> str | None:
        """What stands right before the bracket around it: "l'aide militaire (3 millions)"."""
        text, start = self._nearby.text, quantity.span.start
        if text[start - 1 : start] != "(":
            return None
        last = noun = self._nearby.tokens[self._nearby.at(start - 1) - 1]
        while noun.dep.partition(":")[0] in ("amod", "nmod", "acl") and noun.head.start < noun.start:
            noun = noun.head
        words = self._nearby.tokens[self._nearby.at(noun.start) : self._nearby.at(start - 1)]
        plain = noun.child("det") is not None and len(words) <= SUBJECT and not any(word.pos in ("PUNCT", "NUM", "CCONJ") for word in words)
        return text[noun.start : last.end] if plain and self._measured.is_named(noun) else None
