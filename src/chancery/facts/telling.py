"""What its clause says of what a noun alone counts: "élèves qui feront leur rentrée", "partis ayant signé l'appel", "gens qui vivent là"."""

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_negated, own_subject, predicate, preposition
from chancery.analysis.units import units
from chancery.facts.actions import VOWEL
from chancery.facts.clause_ends import QUOTES
from chancery.facts.constituents import Constituents
from chancery.facts.doing import Doing, is_plural
from chancery.facts.done_by import DoneBy
from chancery.facts.foregoing import Foregoing
from chancery.facts.handled import handled
from chancery.facts.linked import Linked
from chancery.facts.listed import Listed
from chancery.facts.measured import leading, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.onward import FARTHEST, Onward
from chancery.facts.restricting import Restricting
from chancery.languages import Pack

MOST = 12
"""Words of what is told."""
PLACE = 8
"""Words of a place."""
ASIDE = 9
"""Words of an aside with its commas."""
CLITICS = 4
"""Words among which a verb stands behind its pronouns."""
LOOSE = ("ADJ", "ADV", "SCONJ")
"""What may stand behind a noun and before its complement: "une réunion aussi longue que calme avec"."""
NOMINAL = ("NOUN", "PROPN", "PRON")


class Telling:
    """What the clauses of one document say of what a bare noun counts, in a few fixed shapes."""

    def __init__(self, nearby: Nearby, restricting: Restricting, pack: Pack) -> None:
        self._nearby, self._restricting, self._pack = nearby, restricting, pack
        self._constituents, self._handled = Constituents(nearby, restricting), handled(nearby, restricting, pack)
        self._near, self._foregoing, self._counts_people = Onward(nearby, pack), Foregoing(nearby), units(pack).counts_people
        numbers = pack.words("numbers")
        lists, told = numbers["predicated"], numbers["told"]
        self._relative, self._ne = lists["relative"], frozenset(lists["ne"])
        self._be: str = lists["be"]
        self._talks, self._with = frozenset(told["talks"]["nouns"]), frozenset(told["with"])
        self._taking_part, self._to_what, self._to_the = str(told["talks"]["taking_part"]), lists["to"][0], dict[str, str](told["to_the"])
        self._done_by = DoneBy(nearby, restricting, self._handled, pack)
        self._where, self._some = frozenset(numbers["restricting"]["where"]), frozenset(told["some"])
        self._joining, self._of, self._scales = list[str](lists["of"]), lists["of"][0], frozenset(told["groups"])
        self._to, self._they = frozenset(lists["to"]), frozenset(numbers["polled"]["they"])
        self._allowing, self._able, self._of_all = Listed(told["allowing"], pack), dict[str, str](told["able"]), frozenset(lists["of"])
        self._linked = Linked(nearby, restricting, pack)
        self._and = frozenset(numbers["restricting"]["joining"])
        self._existing, self._aboard, self._for = (
            Listed(told["existing"], pack),
            frozenset(told["aboard"]),
            frozenset(numbers["completed"]["for"][:1]),
        )
        self._all, self._that_is = frozenset(numbers["restricting"]["each"]), frozenset(numbers["compared"]["that_is"])
        self._years, self._aged, self._apart = frozenset(told["years"]), frozenset(told["aged"]), frozenset(told["apart"])
        self._amounts = Listed(numbers["sums"]["verbs"], pack)
        self._doing = Doing(nearby, restricting, self._handled, pack)
        self._generic: str = numbers["people"]["unit"]
        self._empty = Listed((*told["empty"], *numbers["restricting"]["counting"]), pack)

    def what(self, quantity: Quantity, noun: Token, end: int) -> str:
        """The words to tell behind the noun that ends at a place; empty where its clause says nothing more."""
        role = self._whole(leading(outermost(quantity, noun)))
        return (
            self._which(quantity, noun, end)
            or self._doing.what(quantity, role, noun, end)
            or self._done_by.what(role)
            or self._made(quantity, role, noun, end)
            or self._allowed(role, noun, end)
            or self._named(end)
            or self._talking(quantity)
            or self._beside(quantity, noun, role, end)
            or self._linked.what(quantity, role, noun, end)
        )

    def doing(self, quantity: Quantity) -> str | None:
        """The people of whom a number alone says how many do something: "personnes à défiler dans la rue"; None where it says nothing of that."""
        at = self._nearby.at(quantity.span.end)
        last = next((place for place in range(at, at + CLITICS) if self._is_infinitive(place)), 0)
        opens = last and self._near.text(at) in self._to
        said = self._constituents.words(at, predicate(self._nearby.tokens[last]), MOST) if opens else ""
        return f"{self._those(quantity) or self._generic} {said}" if said else None

    def _those(self, quantity: Quantity) -> str:
        """Whom "ils" means in "ils sont 300 à défiler", with their adjectives; empty where the last subject counts no people."""
        at = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, at - CLITICS) : at]
        pronoun = next((word for word in words if word.text.lower() in self._they and word.dep.startswith("nsubj")), None)
        noun = self._foregoing.meant(pronoun) if pronoun is not None else None
        if noun is None or noun.morph.get("Number") != "Plur" or not self._counts_people(noun.text) or noun.child("nummod") is not None:
            return ""
        return self._nearby.text[noun.start : self._restricting.end(noun, noun.end, quantity.span)]

    def tied(self, quantity: Quantity, noun: Token, end: int) -> str:
        """What a preposition ties them to, of a noun that says more: "villes du sud dans lesquelles ils ont défilé"."""
        role = self._whole(leading(outermost(quantity, noun)))
        return self._done_by.what(role) or self._linked.what(quantity, role, noun, end)

    def _whole(self, role: Token) -> Token:
        """The noun that only groups them: "un total de 300 policiers"."""
        group = role.head
        if self._amounts.verb(group) and group.dep == "acl" and preposition(role) == self._to_what and group.head.end <= group.start:
            return group.head if group.head.lemma.lower() in self._scales else role  # "une foule estimée à 300 personnes"
        grouped = role.dep.startswith("nmod") and preposition(role) == self._of and group.lemma.lower() in self._scales and group.pos == "NOUN"
        return group if grouped else role

    def _which(self, quantity: Quantity, noun: Token, end: int) -> str:
        """The clause or participle right behind the noun, or behind its comma, whatever the parser hangs it on."""
        at = self._nearby.at(end)
        if self._restricting.names_some(at):  # "six personnes, dont un policier, blessées"
            at = next((place for place in range(at + 2, at + ASIDE) if self._near.text(place) in (",", ".") or not self._near.is_in_line(place)), at)
        at += self._near.text(at) in QUOTES
        at += self._near.text(at) == ","
        if self._near.text(at - 1) == "," and self._near.text(at) in self._all:
            at += 1  # "30 gardes, tous choisis par le roi"
        if not self._near.is_in_line(at):
            return ""
        token = self._nearby.tokens[at]
        if token.text.lower() == self._relative:
            finite = self._near.finite(at + 1, at + 6)
            verb = predicate(finite) if finite is not None else None
            agrees = finite is not None and is_plural(finite) == (quantity.value != 1)
            return self._constituents.words(at, verb, MOST + 1) if verb is not None and agrees else ""
        if token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Pres" and self._near.text(at - 1) != ",":
            return self._constituents.words(at, predicate(token), MOST)
        if token.text.lower() in self._to and self._is_infinitive(at + 1) and self._near.text(at - 1) != ",":
            verb = predicate(self._nearby.tokens[at + 1])
            plain = self._nearby.tokens[at + 1].lemma.lower() == self._be and self._nearby.at(verb.start) == at + 2
            return self._constituents.words(at + 2 if plain else at, verb, MOST)  # "300 élus |à être| invités à voter"
        if token.text.lower() in self._aged and (
            last := next((place for place in range(at + 1, at + 6) if self._near.text(place) in self._years), 0)
        ):
            more = last + 2 if self._near.text(last + 1) in self._and else last
            return self._nearby.words(at, more + 1)
        same = all(token.morph.get(what) in (noun.morph.get(what), None) or what not in noun.morph for what in ("Number", "Gender"))
        past = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past" and token.child("aux", "cop") is None
        return self._constituents.words(at, token, MOST) if past and same and token.dep in ("acl", "amod", "conj", "advcl", "ROOT") else ""

    def grouped(self, quantity: Quantity, noun: Token, counted: str, end: int) -> str:
        """The group that so many make up, and what it does: "un groupe de 40 personnes a fui" is a "groupe de personnes qui a fui"."""
        role = outermost(quantity, noun)
        group, at = self._whole(role), self._nearby.at(end)
        opens = group is not role and (group.dep.startswith("nsubj") or group.head is group)
        finite = self._near.finite(at, at + CLITICS) if opens else None
        verb = predicate(finite) if finite is not None and not is_plural(finite) else None
        if verb is None or (verb is not group.head and verb.head is not group) or self._empty.verb(verb):
            return ""
        said, of = self._constituents.words(at, verb, MOST), self._joining[VOWEL.match(counted) is not None]
        joined = f"{of}{counted}" if of.endswith("'") else f"{of} {counted}"
        return f"{group.text.lower()} {joined} {self._relative} {said}" if said else ""

    def _made(self, quantity: Quantity, role: Token, noun: Token, end: int) -> str:
        """What is done with some that the parser takes for no object: "reçoit chaque hiver des milliers de pèlerins"."""
        before = self._handled.verb_before(quantity)
        own = own_subject(before) if before is not None else None
        ahead = own is None or (own.end <= before.start and own.text.lower() not in self._where) if before is not None else False
        if before is not None and ahead and self._handled.is_free(before):
            return self._handled.what(before, quantity, noun, end, many=quantity.value != 1)
        some = self._near.text(self._nearby.at(quantity.span.start)) in self._some
        verb, case = role.head, role.child("case")
        if not some or (case is not None and case.text.lower() not in self._some) or verb.pos != "VERB" or verb.child("obj") is not None:
            return ""
        return self._handled.what(verb, quantity, noun, end, many=True) if role.dep in ("obl:arg", "obl:mod", "obl", "obj") else ""

    def _allowed(self, role: Token, noun: Token, end: int) -> str:
        """What some are let do: "a permis à 300 élèves de partir", "élèves ayant pu partir"."""
        verb, at = role.head, self._nearby.at(end)
        opens = self._nearby.tokens[at : at + 1]
        if verb.pos != "VERB" or self._allowing.verb(verb) is None or preposition(role) not in self._to or is_negated(verb):
            return ""
        if not opens or opens[0].text.lower() not in self._of_all or not self._is_infinitive(at + 1):
            return ""
        said = self._constituents.words(at + 1, self._nearby.tokens[at + 1], MOST)
        done = verb.child("aux") is not None and verb.morph.get("Tense") == "Past"
        return f"{self._able['done' if done else 'open']} {said}" if said else ""

    def _talking(self, quantity: Quantity) -> str:
        """What some take part in, with whom there are talks: "participant à des négociations", of "des négociations avec douze syndicats"."""
        at = self._nearby.at(quantity.span.start) - 1
        noun = at - 1
        while noun > max(0, at - CLITICS * 2) and self._nearby.tokens[noun].pos in LOOSE and self._nearby.tokens[noun].index:
            noun -= 1
        talks, det = self._nearby.tokens[noun], self._nearby.tokens[noun].child("det")
        if at < 2 or self._near.text(at) not in self._with or talks.lemma.lower() not in self._talks or det is None or det.start > talks.start:
            return ""
        first = self._nearby.at(det.start)
        joined = self._to_the.get(det.text.lower())
        words = self._nearby.words(first + (joined is not None), at)
        plain = det.morph.get("PronType") == "Art" and noun - first < CLITICS
        return f"{self._taking_part} {joined or self._to_what} {words[0].lower()}{words[1:]}" if plain and words else ""

    def _named(self, end: int) -> str:
        """The names that are listed right behind the noun: "(Elbonie, Sylvanie et Bordurie)"."""
        at = self._nearby.at(end)
        if self._near.text(at) not in (",", ":", "("):
            return ""
        last, names = at + 1, 0
        while last < at + FARTHEST and self._near.is_in_line(last):
            name = self._nearby.mention_before(self._nearby.tokens[last].start)
            if name is None or name.span.start != self._nearby.tokens[last].start:
                break
            names, last = names + 1, self._nearby.at(name.span.end)
            if self._near.text(last) not in (",", *self._and):
                break
            last += 1
        closed = self._near.text(last) in (".", ")", ",", "-", ";") or not self._near.is_in_line(last)
        while last > at + 1 and self._near.text(last - 1) in (",", *self._and):
            last, closed = last - 1, True
        return f"({self._nearby.words(at + 1, last)})" if names > 1 and closed else ""

    def _beside(self, quantity: Quantity, noun: Token, role: Token, end: int) -> str:
        """The complement that hangs on the noun, whatever its preposition: "manifestants devant le palais"."""
        at = self._nearby.at(end)
        pair = f"{self._near.text(at)} {self._near.text(at + 1)}"
        if pair in self._aboard and self._near.is_in_line(at + 1):
            return pair
        if purpose := self._needed_for(role, at):
            return purpose
        if (
            not self._near.is_in_line(at)
            or self._nearby.tokens[at].pos != "ADP"
            or self._near.text(at) in self._apart
            or not self._near.text(at)[0].isalpha()
        ):
            return ""
        head = self._nearby.tokens[at].head
        there = self._existing.verb(role.head) is not None and head.head is role.head  # "il y a douze prisonniers dans cette cellule"
        titled = head.head is role.head and self._near.text(self._nearby.at(quantity.span.start) - 1) == ":"  # "Oslo : 12 morts dans un accident"
        if (
            not (there or titled or head.head in (noun, role))
            or head.pos not in NOMINAL
            or head.child("nummod") is not None
            or self._restricting.is_timed(head)
        ):
            return ""
        return self._constituents.words(at, head, PLACE)

    def _needed_for(self, role: Token, at: int) -> str:
        """What they are needed for: "il a fallu 300 agents |pour vider la salle|"."""
        verb = next((token for token in self._nearby.tokens[at + 1 : at + 4] if token.pos not in ("PRON", "PART", "ADV")), None)
        infinitive = verb is not None and verb.morph.get("VerbForm") == "Inf" and self._near.is_in_line(at)
        if verb is None or not infinitive or self._near.text(at) not in self._for or not self._existing.verb(role.head):
            return ""
        return self._constituents.words(at, predicate(verb), MOST)

    def _is_infinitive(self, at: int) -> bool:
        return self._near.is_in_line(at) and self._nearby.tokens[at].morph.get("VerbForm") == "Inf"
