"""What a sum, a share or a measure is of by its place alone: the noun before its brackets, what its verb is said of."""

from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, preposition
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.fact import Figure
from chancery.facts.handled import handled
from chancery.facts.listed import Listed
from chancery.facts.measured import Measured, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.polled import Polled
from chancery.facts.restricting import Restricting
from chancery.languages import Pack
from chancery.span import Span

BRACKETED = 30
"""Code points in which a bracket closes that tells the same in other units."""
JOINED = 6
"""Words between two figures of one row."""
APART = (",", ";", ":", "(", '"', "«", "»", "“", "”")
"""What ends the words that an amount may be of."""
FARTHEST = 14
"""Words before an amount among which the noun for it stands."""
BORNE = 30
"""Code points between an age and whose it is."""
QUOTED = ' "»”'
LONGEST = 9
"""Words of a noun phrase before its brackets."""


class Otherwise:
    """The places of one document at which a noun tells what a figure is of."""

    def __init__(self, nearby: Nearby, restricting: Restricting, measured: Measured, polled: Polled, pack: Pack) -> None:
        self._nearby, self._restricting, self._measured = nearby, restricting, measured
        lists, sums = pack.words("numbers")["otherwise"], pack.words("numbers")["sums"]
        self._of, self._amount = frozenset(sums["partitive"]), frozenset(lists["amount"])
        self._seeing, self._said = Listed(pack.words("numbers")["predicated"]["making"], pack), Listed(lists["said"], pack)
        self._not_of, self._of_the = frozenset(lists["not_of"]), frozenset(pack.words("numbers")["bare"]["of_the"])
        self._aside, self._no_thing = frozenset(lists["aside"]), units(pack).not_things
        self._one_person, self._counts_people = units(pack).one_person, units(pack).counts_people
        self._for, self._range, self._money = (
            frozenset(lists["for"]),
            pack.words("numbers")["ranges"]["between"],
            pack.words("numbers")["money"]["called"],
        )
        self._aged = frozenset(word for word in " ".join(pack.words("numbers")["ages"]["before"]).split() if word.endswith("s"))
        self._whose: str = sums["of"]
        self._polled, self._handled = polled, handled(nearby, restricting, pack)
        self._amounts = frozenset((*lists["amounts"], *pack.words("numbers")["shares"]["measured"]))

    def what(self, quantity: Quantity, head: Token, last: Figure | None) -> str | None:
        """The shortest words that make sense of it, by a fixed order of places; None where none fits."""
        beside = self._past_brackets(quantity) or self._bracketed(quantity) or self._part(quantity) or self._row(quantity, last)
        beside = beside or self._meant_for(quantity) or self._between(quantity)
        return beside or self._governed(quantity, head) or self._amounting(quantity)

    def _meant_for(self, quantity: Quantity) -> str | None:
        """Money with what it is for, right behind it: "un milliard pour le vaccin"."""
        name = self._money.get(quantity.unit or "", quantity.unit)
        at = self._nearby.at(quantity.span.end)
        at += self._nearby.tokens[at].pos == "ADJ" if at < len(self._nearby.tokens) else 0  # "200 millions supplémentaires pour le plan"
        opens = at < len(self._nearby.tokens) and self._nearby.tokens[at].text in self._for
        if not opens or not self._measured.is_sum(quantity):
            return None
        last = self._restricting.clause(at)
        plain = last > at + 1 and not any(word.pos == "NUM" for word in self._nearby.tokens[at:last])
        return f"{name} {self._nearby.words(at, last)}" if plain else None

    def _between(self, quantity: Quantity) -> str | None:
        """The noun right before "entre 3 et 5 euros"."""
        at = self._nearby.at(quantity.span.start)
        pair = self._nearby.tokens[max(0, at - 2) : at]
        told = len(pair) == 2 and pair[1].text.lower() == self._range and self._measured.is_named(pair[0])
        return self._measured.phrase(quantity, pair[0]) if told else None

    def _part(self, quantity: Quantity) -> str | None:
        """The noun that a share is one of, though it has a capital: "la moitié des Etats du pays"."""
        at = self._nearby.at(quantity.span.end)
        pair = self._nearby.tokens[at : at + 2]
        share = quantity.unit in (SHARE, None) and len(pair) > 1 and pair[0].text.lower() in self._of_the
        told = share and pair[1].pos in ("NOUN", "PROPN") and pair[1].text.lower().endswith(("s", "x"))
        return self._measured.phrase(quantity, pair[1]) if told else None

    def _amounting(self, quantity: Quantity) -> str | None:
        """The last noun for an amount before it in its clause: "voit sa popularité baisser pour le troisième mois à 32 %"."""
        at = self._nearby.at(quantity.span.start)
        if self._nearby.tokens[at - 1].text.lower() not in self._amount:
            return None
        before = reversed(self._nearby.tokens[max(0, at - FARTHEST) : at])
        clause = takewhile(lambda word: word.pos not in ("PUNCT", "SCONJ", "CCONJ") and word.morph.get("PronType") != "Rel", before)
        noun = next((word for word in clause if word.pos == "NOUN" and self._is_amount(word)), None)
        while noun is not None and noun.dep.startswith("nmod") and noun.head.start < noun.start and self._is_amount(noun.head):
            noun = noun.head
        return self._measured.phrase(quantity, noun) if noun is not None else None

    def _is_amount(self, noun: Token) -> bool:
        return noun.lemma.lower() in self._amounts and self._is_of(noun)

    def borne(self, figure: Figure, bearer: Token) -> str | None:
        """An age with the noun of the one whose it is: "âge d'une fillette"."""
        near = 0 < figure.evidence.start - bearer.end <= BORNE and bearer.pos == "NOUN" and self._one_person(bearer.text)
        if not figure.what or not near or bearer.child("det") is None:
            return figure.what
        young = next((child for child in bearer.all("amod") if child.index == bearer.index - 1), bearer)
        between = self._nearby.inside(Span(bearer.end, figure.evidence.start))
        if bearer.morph.get("Number") == "Sing" and any(word.text.lower() in self._aged for word in between):
            return f"{figure.what} {both}" if (both := self._both(young, bearer)) else figure.what
        return f"{figure.what} {self._measured.joined(bearer)}{self._nearby.text[young.start : bearer.end]}"

    def _both(self, young: Token, bearer: Token) -> str:
        """ "Deux garçons et une fille âgés de 12 à 14 ans": all whose age it is; empty where it is not plain who they are."""
        words = self._nearby.tokens[max(0, self._nearby.at(young.start) - JOINED) : self._nearby.at(young.start)][::-1]
        row = list(takewhile(lambda word: word.pos in ("DET", "NUM", "ADJ", "NOUN", "CCONJ") and word.text not in APART, words))[::-1]
        first = next((word for word in row if word.pos == "NOUN" and self._counts_people(word.text)), None)
        opens = row[0] if row and row[0].pos in ("DET", "NUM") else None
        if first is None or opens is None or not any(word.pos == "CCONJ" and word.start > first.end for word in row):
            return ""
        counted = opens.pos == "NUM"
        joined = f"{self._whose} " if counted else self._measured.joined(first)
        return f"{joined}{self._nearby.text[opens.start if counted else first.start : bearer.end]}"

    def _past_brackets(self, quantity: Quantity) -> str | None:
        """The complement behind the bracket around a sum or behind it: "3 millions de yens (20.000 euros) de revenus"."""
        text, end = self._nearby.text, quantity.span.end
        opened = text[end : end + 3].lstrip(QUOTED).startswith("(") or text[quantity.span.start - 1 : quantity.span.start] == "("
        closed = text.find(")", end, end + BRACKETED) if opened else -1
        at = self._nearby.at(closed + 1) if closed >= 0 else len(self._nearby.tokens)
        pair = self._nearby.tokens[at : at + 2]
        told = len(pair) > 1 and pair[0].text.lower() in (*self._of, *self._of_the) and pair[1].pos == "NOUN" and pair[0].start - closed <= 2
        return self._measured.phrase(quantity, pair[1]) if told and self._measured.is_named(pair[1]) else None

    def _bracketed(self, quantity: Quantity) -> str | None:
        """The noun phrase before the brackets: "les habitants des villes (80 %)", "la superficie de la ville (105 km²)"."""
        text, start = self._nearby.text, quantity.span.start
        at = self._nearby.at(start - 1) if start > 1 and text[start - 1] == "(" else 0
        if at < 2:
            return None
        last = self._nearby.tokens[at - 1]
        top = last
        while top.head.start < top.start and top.dep.partition(":")[0] in ("nmod", "amod", "flat", "conj") and top.head.index < top.index:
            if top.dep == "conj" and set(text[top.head.start : top.start]) & set("(),;"):
                break
            top = top.head
        inner = next((part for part in top.all("nmod") if part.end <= last.end), None) if top.text.lower() in self._aside else None
        top = inner or top
        words = text[top.start : last.end]
        free = top.pos == "NOUN" and last.pos in ("NOUN", "ADJ", "PROPN") and not set(words) & set('(),;"«»') and len(words.split()) <= LONGEST
        counts = top.child("nummod") is not None or top.text.lower() in self._no_thing
        share = quantity.unit in (SHARE, None)
        many = top.morph.get("Number") == "Plur" and self._counts_people(top.text) and self._polled.told(quantity.span.end)
        fits = many if share else not self._measured.is_sum(quantity)
        return words if free and fits and not counts and top.text.lower() not in self._not_of else None

    def _row(self, quantity: Quantity, last: Figure | None) -> str | None:
        """What the figure right before it is of, with nothing but a comma, a day or a place in between: "74 % en mai, 56 % en juin"."""
        if last is None or not last.what or last.unit != quantity.unit:
            return None
        words = self._nearby.tokens[self._nearby.at(last.evidence.end) : self._nearby.at(quantity.span.start)]
        plain = all(word.pos not in ("VERB", "AUX", "PRON", "SCONJ") and word.text not in ".;:()," and word.index for word in words[:-1])
        return last.what if words and plain and len(words) <= JOINED and words[-1].text == "," else None

    def _governed(self, quantity: Quantity, head: Token) -> str | None:
        """What the word is said of that it hangs on: the noun of a participle or adjective, the object of a verb."""
        outer = outermost(quantity, head)
        governor, case = outer.head, preposition(outer).lower()
        if (
            governor is outer
            or governor.start > outer.start
            or case not in self._amount
            or not outer.dep.startswith(("obl", "xcomp", "advmod", "nmod"))
        ):
            return None
        if any(word.text in APART for word in self._nearby.tokens[self._nearby.at(governor.end) : self._nearby.at(quantity.span.start)]):
            return None
        if governor.pos == "ADJ" or (governor.pos == "VERB" and governor.dep in ("acl", "amod")):
            found = governor.head if governor.dep in ("acl", "amod") and governor.head.start < governor.start else own_subject(governor)
        elif governor.pos == "VERB" and not self._said.verb(governor):
            found = self._placed(governor, outer)
            if found is not None and case in self._for and self._measured.is_sum(quantity) and (said := self._handled.done_to(governor, found)):
                return f"{self._measured.phrase(quantity, found)} {said}"  # "rénover le gymnase pour 3 millions"
            done = self._measured.foregoing.subject(governor) if found is None and is_passive(governor) and self._measured.is_sum(quantity) else None
            if done is not None and done.end <= governor.start and self._is_of(done):
                return f"{self._measured.phrase(quantity, done)} {governor.text}"  # "l'opération a été conclue pour 3 millions"
        else:
            found = None
        return self._measured.phrase(quantity, found) if found is not None and found.start < quantity.span.start and self._is_of(found) else None

    def _is_of(self, noun: Token) -> bool:
        return self._measured.is_named(noun) and noun.text.lower() not in self._not_of and not self._one_person(noun.text)

    def _placed(self, verb: Token, outer: Token) -> Token | None:
        """The object of a verb, or of the one that sees it happen."""
        seen = verb.head if verb.dep in ("xcomp", "ccomp") and self._seeing.verb(verb.head) else None
        objects = (*verb.all("obj"), *(seen.all("obj") if seen is not None else ()))
        return next((part for part in objects if part is not outer and part.start < outer.start), None)
