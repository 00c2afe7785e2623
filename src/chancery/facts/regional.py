"""Which town or region has so many, where its clause says so: "la Bretagne compte 300 cas", "est touchée, avec 300 cas", "Lyon (300 cas)"."""

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import is_passive, own_subject, predicate, preposition, subject
from chancery.analysis.units import units
from chancery.facts.beside import Beside
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.register import register_for

REACH = 8
"""Words from "avec" to the figure: "avec une pointe à 300 cas"."""
CLIMBED = 5
"""Governors among which the clause is."""
SPACES = "\u00a0 "


class Regional:
    """The towns and regions that the clauses of one document are about; a state is none."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._beside = nearby, Beside(nearby, who, pack)
        lists = pack.words("numbers")
        self._with, self._tolls, self._relating = frozenset(lists["whose"]["fronted"]), frozenset(lists["whose"]["tolls"]), lists["whose"]["relating"]
        self._places, self._parts = frozenset(lists["whereabouts"]["places"]), frozenset(lists["whereabouts"]["regions"])
        self._done_with = frozenset((*lists["levels"]["nouns"], *lists["whose"]["deeds"]))
        self._units = frozenset(units(pack).codes.values()) | frozenset(lists["money"]["called"])

    def acting(self, quantity: Quantity, head: Token) -> str | None:
        """Who has them, if that is a town or region: "la Bretagne compte 300 cas", "la Bretagne a passé la barre des 300 cas"."""
        first = outermost(quantity, head)
        over = first.dep.startswith("nmod") and first.head.dep == "obj" and first.head.lemma.lower() in self._done_with
        outer, toll = first.head if over else first, head.text.lower() in self._tolls
        verb = predicate(outer.head)
        acts = own_subject(verb) if outer.dep in ("obj", "conj") else None
        acts = acts or (subject(verb) if toll and outer.dep == "obj" and verb.dep == "conj" and not is_passive(verb) else None)
        if acts is not None and acts.morph.get("PronType") == "Rel":
            return self._antecedent(quantity, acts)
        name = self.named(acts) if acts is not None and acts.end <= quantity.span.start and not preposition(acts) else None
        if name is None or (over and not toll and register_for(None).seat(name.span.of(self._nearby.text))):
            return None  # "Lima a annoncé l'envoi de 300 soldats": a government
        return self._told(name, self._row_end(name))

    def bracketed(self, quantity: Quantity) -> str | None:
        """The place right before the bracket that opens with so many: "dans la métropole de Lyon (2 millions d'habitants)"."""
        if quantity.unit in self._units or not self._nearby.text.endswith(" (", 0, quantity.span.start):
            return None
        name = self._place(self._nearby.mention_ending(self._nearby.back_over(quantity.span.start, "( ")))
        first = self._row_start(name) if name is not None else None
        return self._told(first or name, name.span.end) if name is not None else None

    def beside_with(self, quantity: Quantity, head: Token) -> str | None:
        """The place of so many ill or dead behind "avec", as the text has it; none where the clause names another one."""
        case = self._case(quantity) if head.text.lower() in self._tolls else None
        name = (self._about(case) or self._opening(case)) if case is not None else None
        return self._told(name, name.span.end) if name is not None else None

    def named(self, noun: Token) -> Mention | None:
        """The place that a noun names, or brings in: "la ville de Lyon", "l'Etat de Bahia"."""
        parts = (*noun.all("nmod"), *noun.all("appos")) if noun.lemma.lower() in self._places | self._parts else ()
        return next((name for word in (noun, *parts) if (name := self._at(word)) is not None), None)

    def is_example(self, name: Mention) -> bool:
        """Whether a name only tells one of several: "sur cinq îles, dont Lesbos, où"."""
        at = self._nearby.at(name.span.start)
        return at > 0 and self._nearby.tokens[at - 1].text.lower() == self._relating

    def _told(self, name: Mention | None, end: int) -> str | None:
        """The text from a name to a place behind it, unless it is a state's."""
        return self._nearby.text[name.span.start : end] if name is not None and not _is_state(name) else None

    def _place(self, name: Mention | None) -> Mention | None:
        return name if name is not None and name.type == "LOC" and not _is_state(name) else None

    def _antecedent(self, quantity: Quantity, relative: Token) -> str | None:
        """The one region right before "qui": "l'Europe, qui compte 300 morts"; a share is of what is told before."""
        name = self._place(self._nearby.mention_ending(self._nearby.back_over(relative.start, ", ")))
        if name is None or self.is_example(name) or quantity.unit in self._units:
            return None
        joined = self._nearby.at(name.span.start)
        before = self._nearby.tokens[max(0, joined - 3) : joined]
        return None if any(token.pos == "CCONJ" for token in before) else self._told(name, name.span.end)

    def _row_end(self, name: Mention) -> int:
        """Where the last of the places ends that "et" joins to a name: "l'Amérique latine et les Caraïbes"."""
        at = self._nearby.at(name.span.end)
        words = self._nearby.tokens[at : at + 3]
        joined = words[1:] if words and words[0].pos == "CCONJ" else []
        other = self._place(next((found for word in joined if (found := self._at(word)) is not None and found.span.start == word.start), None))
        return other.span.end if other is not None else name.span.end

    def _row_start(self, name: Mention) -> Mention | None:
        """The place that "et" joins a name to."""
        at = self._nearby.at(name.span.start)
        joining = next((place for place in range(at - 1, max(0, at - 3), -1) if self._nearby.tokens[place].pos == "CCONJ"), None)
        return self._place(self._nearby.mention_ending(self._nearby.tokens[joining - 1].end)) if joining else None

    def _case(self, quantity: Quantity) -> Token | None:
        """The "avec" before it, with nothing but a noun or two in between; it may be the second that "et" joins: "avec 30 morts et 300 cas"."""
        at = self._nearby.at(quantity.span.start)
        for token in self._nearby.tokens[max(0, at - REACH) : at][::-1]:
            if token.text.lower() in self._with:
                return token
            if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "PROPN") or token.index == 0:
                return None
        return None

    def _about(self, case: Token) -> Mention | None:
        """The place that the clause with "avec" is about, if it names no other behind its verb."""
        over = [case.head, *case.head.ancestors()][:CLIMBED]
        verb = next((token for token in over if (acts := own_subject(token)) is not None and acts.end <= case.start), case)
        acts = subject(verb) if verb is not case else None
        first = min((verb, *verb.all("aux", "cop")), key=lambda word: word.start)
        right = self._nearby.mention_ending(self._nearby.back_over(first.start, SPACES))  # "le Texas ayant battu", whatever the parser makes of it
        name = right if right is not None and right.type == "LOC" and not self._beside.governed(right) else None
        name = name or (self.named(acts) if acts is not None and not preposition(acts) else None)
        if name is None or name.span.end > case.start or self._relates(name):
            return None
        begin = max(name.span.end, verb.start)
        return name if not any(other.type == "LOC" for other in self._nearby.mentions_before(case.start, case.start - begin)) else None

    def _opening(self, case: Token) -> Mention | None:
        """The place that opens the sentence, if all others before "avec" are governed or in what "dont" says; or the one right before it."""
        first = self._nearby.at(case.start) - case.index
        start = self._nearby.tokens[first].start
        names = [name for name in self._nearby.mentions_before(case.start, case.start - start + 1) if name.span.start >= start and name.type == "LOC"]
        if names and self._opens(names[-1], first):
            return names[-1] if all(self._beside.governed(name) or self._relates(name) for name in names[:-1]) else None
        beside = self._place(self._nearby.mention_ending(case.start - 1))  # "la plus touchée reste la Toscane avec 300 morts"
        return beside if beside is not None and not self._beside.governed(beside) else None

    def _opens(self, name: Mention, first: int) -> bool:
        """Whether a name stands at the head of its sentence, alone or behind the noun for what it is."""
        words = self._nearby.tokens[first : self._nearby.at(name.span.start)]
        if not any(word.pos == "ADP" for word in words):
            return all(word.pos == "DET" for word in words)
        noun = next((word for word in words if word.pos != "DET"), None)
        told = noun is not None and noun.lemma.lower() in self._places | self._parts
        return told and all(word.pos in ("DET", "ADP") or word is noun for word in words)

    def _relates(self, name: Mention) -> bool:
        """Whether a name stands right behind the pronoun of a relative clause."""
        at = self._nearby.at(name.span.start) - 1
        at -= at > 0 and self._nearby.tokens[at].pos == "DET"
        return at >= 0 and self._nearby.tokens[at].morph.get("PronType") == "Rel"

    def _at(self, token: Token) -> Mention | None:
        """The place whose name holds a word."""
        name = self._nearby.mention_before(token.start)
        return name if name is not None and name.type == "LOC" and name.span.contains(token.span) else None


def _is_state(name: Mention) -> bool:
    return name.actor is not None and register_for(None).is_state(name.actor)
