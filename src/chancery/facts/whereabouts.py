"""Where so many are, as the text names the place: by the noun and its clause, by the head of the sentence, by who is spoken of."""

from collections.abc import Iterable
from itertools import pairwise

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import own_subject, subject
from chancery.analysis.units import units
from chancery.facts.excepted import Excepted
from chancery.facts.headed import Headed
from chancery.facts.listed import Listed
from chancery.facts.measured import above, outermost
from chancery.facts.nearby import Nearby
from chancery.facts.opening_place import OpeningPlace
from chancery.facts.parties import Parties
from chancery.facts.pointed import Pointed
from chancery.facts.regional import Regional
from chancery.facts.thence import Thence
from chancery.facts.worldwide import Worldwide
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

OPENING = 8
"""Words at the head of a sentence among which the name of a place ends."""
DEEP = 5
"""Governors among which the verb is whose subject "ses" means."""
REACH = 9
"""Words behind a figure among which the name of its place begins."""
STAYS = (",", '"', "»", "”")
"""What may stand between a count and its place."""
CLAUSE = 24
"""Words behind a figure among which its clause names its place."""
CLOSED = tuple(").;:!?")
"""What ends the words about a figure."""
AROUND = 200
"""Code points before or behind a figure among which its place is named."""
LISTED = 16
"""Words behind the name of a place among which those that are joined to it stand."""


class Whereabouts:
    """The places of the figures of one document."""

    def __init__(self, nearby: Nearby, who: Parties, pointed: Pointed, locative: frozenset[str], known: frozenset[int], pack: Pack) -> None:
        self._nearby, self._who, self._pointed, self._locative, self._known = nearby, who, pointed, locative, known
        lists, numbers = pack.words("numbers")["whereabouts"], pack.words("numbers")["predicated"]
        self._excepted = Excepted(nearby, pack)
        self._thence, self._headed = Thence(nearby, pack), Headed(nearby, pack)
        self._opening_place, self._regional = OpeningPlace(nearby, known, pack), Regional(nearby, who, pack)
        self._of, self._at = frozenset(lists["of"]), frozenset(lists["at"])
        self._units = frozenset(units(pack).codes.values()) | frozenset(pack.words("numbers")["money"]["called"])
        self._people_unit = units(pack).people_unit
        whose = pack.words("numbers")["whose"]
        self._compared, self._parting = frozenset(whose["compared"]), frozenset((*whose["compared"], whose["relating"]))
        self._sites = frozenset((*lists["places"], *lists["sites"]))
        self._sides, self._not_there = frozenset(lists["sides"]), frozenset(lists["not_there"])
        self._joining, self._elsewhere = frozenset(lists["one_of"]), frozenset(lists["elsewhere"])
        self._bound = Listed((*lists["bound"], *pack.words("numbers")["whose"]["to_whom"]), pack)
        self._loyal = frozenset(pack.words("numbers")["whose"]["loyal"])
        self._years = frozenset(pack.words("numbers")["ages"]["nouns"])
        self._causing, self._happenings = Listed(numbers["causing"], pack), frozenset(numbers["happenings"])
        self._places, self._through = frozenset(lists["places"]), frozenset(lists["through"])
        self._where, self._to = lists["where"], frozenset(lists["to"])
        self._worldwide, self._tolls = Worldwide(nearby, pack), frozenset(pack.words("numbers")["whose"]["tolls"])

    def of(self, quantity: Quantity, head: Token, near: Iterable[Token], who: tuple[str, ...], given: bool) -> str | None:
        """The place that the noun or its clause is put at, as the text names it; a state whose they are is none, nor is one left out.

        `given`: whether the verb takes one to whom it is done, which "à" brings.
        """
        place = self._placed(quantity, head, near, who, given)
        end = quantity.span.end
        beside = (name.span.of(self._nearby.text) for name in self._excepted.beside(end)) if place is not None else ()
        return None if place is not None and (place in beside or self._excepted.is_all(place, quantity.span, AROUND)) else place

    def _placed(self, quantity: Quantity, head: Token, near: Iterable[Token], who: tuple[str, ...], given: bool) -> str | None:
        outer = outermost(quantity, head)
        town = outer.dep.startswith("nmod") and outer.head.lemma.lower() in self._places and outer.head.start < outer.start
        if town and quantity.unit == self._people_unit and (named := self._of_place(outer.head)):
            return named
        if (noun := self._pointed.inhabited(quantity, head)) is not None:
            return self._of_place(noun) or self._pointed.town(noun)
        return (
            self._put(quantity, near)
            or self._belonging(quantity, who)
            or self._regional.bracketed(quantity)
            or self._behind(quantity, head, who, given)
            or self._worldwide.place(quantity, who)
            or self._relative(quantity, head)
            or self._regional.acting(quantity, head)
            or self._regional.beside_with(quantity, head)
            or self._of_its_own(quantity, head)
            or self._opening_place.of(quantity)
            or self._headed.before_colon(quantity, head)
            or self._of_event(quantity, head)
            or self._ahead(quantity, head, given)
            or self._thence.of(quantity, head, who)
            or self._pointed.in_clause(quantity, who)
            or self._headed.labelled(quantity, head)
        )

    def _put(self, quantity: Quantity, near: Iterable[Token]) -> str | None:
        """The first place that a preposition brings into the clause, if no other one is joined to it: one of several is not where they are."""
        for token in near:
            if token.start > quantity.span.end and self._is_apart(Span(quantity.span.end, token.start)):
                continue
            if place := self._who.place((token,), self._locative):
                name = self._name(token)
                return None if name is not None and self._goes_on_list(name) else place
        return None

    def _is_apart(self, between: Span) -> bool:
        """Whether its own bracket closes and others follow, or a clause or another's number opens on the way: "30 cas (3 morts) et en Elbonie"."""
        inside, closed, behind = between.of(self._nearby.text).partition(")")
        words = self._nearby.inside(Span(between.end - len(behind), between.end)) if closed and "(" not in inside else []
        told = self._nearby.inside(between)
        return self._opens_part(told) or any(word.pos == "CCONJ" for word in words) or any(word.pos == "SCONJ" for word in told)

    def _opens_part(self, words: list[Token]) -> bool:
        """Whether a part or another's number is told of on the way, and no comma closes it: "30 cas, dont 12 en Elbonie", "contre 40 en Elbonie"."""
        last = max((at for at, word in enumerate(words) if word.text == ","), default=-1)
        return any(word.text.lower() in self._parting and then.pos == "NUM" for word, then in pairwise(words[last + 1 :]))

    def _of_place(self, noun: Token) -> str | None:
        """The town or region that "une ville de 300.000 habitants" is said of, or stands beside."""
        if noun.child("cop") is not None:
            acts = own_subject(noun)
            name = self._name(acts) if acts is not None else None
        else:
            first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
            before = self._nearby.text[: first.start].rstrip()
            name = self._nearby.mention_ending(len(before.removesuffix(",").rstrip())) if before.endswith(",") else None
        return name.span.of(self._nearby.text) if name is not None and name.type == "LOC" and not self._is_state(name) else None

    def _of_event(self, quantity: Quantity, head: Token) -> str | None:
        """Where what has cost lives happened: "l'attentat de Lyon, qui a fait 30 morts", "un déraillement près du port, à Lyon, a fait"."""
        outer = outermost(quantity, head)
        outer = outer.head if outer.dep == "conj" and outer.head.start < outer.start else outer
        verb = outer.head
        event = subject(verb) if outer.dep == "obj" and self._causing.verb(verb) and head.text.lower() in self._tolls else None
        if event is None or event.end > verb.start or event.lemma.lower() not in self._happenings:
            return None
        at = self._nearby.at(event.end)
        for place in range(at, self._nearby.at(verb.start)):
            name = self._beginning(self._nearby.tokens[place])
            if name is not None:
                of = place == at + 1 and self._nearby.tokens[at].text.lower() in self._of
                if self._goes_on_list(name):
                    return None
                return name.span.of(self._nearby.text) if of or self._is_put(place, given=False) else None
        return None

    def _ahead(self, quantity: Quantity, head: Token, given: bool) -> str | None:
        """The first place named behind it in its own clause, if a preposition puts it there and it is no list: "300 passants ont crié à Lyon"."""
        if quantity.unit in self._units or head.text.lower() in self._years:
            return None
        if self._nearby.text[quantity.span.end : quantity.span.end + 1] in CLOSED:
            return None
        verbs = 1 if outermost(quantity, head).dep.startswith("nsubj") else 0
        at = self._nearby.at(quantity.span.end)
        for place, token in enumerate(self._nearby.tokens[at : at + CLAUSE], at):
            described = token.dep in ("acl", "amod") and token.morph.get("Tense") != "Pres" and quantity.span.contains(token.head.span)
            verbs -= token.pos == "VERB" and not described
            if verbs < 0 or not self._stays(token, place):
                return None
            name = self._name(token)
            if name is not None:
                return name.span.of(self._nearby.text) if self._is_put(place, given) and not self._goes_on_list(name) else None
        return None

    def _stays(self, token: Token, place: int) -> bool:
        """Whether a clause goes on with a word, and tells of nothing else's place behind it."""
        if token.index == 0 or token.pos == "SCONJ" or token.morph.get("PronType") == "Rel":
            return False
        if token.text == ",":
            behind = self._nearby.tokens[place + 1 : place + 2]
            return bool(behind) and (behind[0].text.lower() in self._at or behind[0].start in self._known)
        if token.pos == "ADP":
            return token.text.lower() in self._through
        return token.text[:1].isalnum() or token.text in STAYS

    def is_put(self, quantity: Quantity) -> bool:
        """Whether a preposition of place and a name stand right behind it: "plus de la moitié en Elbonie et au Pérou"."""
        at = self._nearby.at(quantity.span.end)
        words = self._nearby.tokens[at : at + 3]
        return bool(words) and words[0].text.lower() in self._at and any(self._beginning(word) is not None for word in words[1:])

    def _is_put(self, place: int, given: bool) -> bool:
        """Whether a preposition of place stands right before a name."""
        before = self._nearby.tokens[place - 1]
        if before.text.lower() in self._of and self._nearby.tokens[place - 2].text.lower() in self._sites:
            lead = self._nearby.tokens[place - 4 if self._nearby.tokens[place - 3].pos == "DET" else place - 3]
            return lead.text.lower() in self._at  # "à l'aéroport de Lyon"
        article = before.pos == "DET"
        word = self._nearby.tokens[place - 2 if article else place - 1].text.lower()
        return word in self._at and not (word in self._to and (given or article))

    def _goes_on_list(self, name: Mention) -> bool:
        """Whether others are joined to a place: one of several is not where they are."""
        joined = False
        at = self._nearby.at(name.span.end)
        for token in self._nearby.tokens[at : at + LISTED]:
            joins = token.text.lower() in self._joining
            joined = joined or joins
            if joined and token.text.lower() in self._elsewhere:
                return True
            named = self._name(token) is not None
            if (named and joined) or not (joins or named or token.text == "," or token.pos in ("ADP", "DET")):
                return named
        return False

    def _behind(self, quantity: Quantity, head: Token, who: tuple[str, ...], given: bool) -> str | None:
        """The first place that the words right behind it put it at: "a fait 300 morts, samedi 3 mai, à Lyon", "dans la banlieue de Lyon"."""
        if quantity.unit in self._units or head.text.lower() in self._years:
            return None
        at = self._nearby.at(quantity.span.end)
        put = ""
        for place, token in enumerate(self._nearby.tokens[at : at + REACH], at):
            if put and (name := self._beginning(token)) is not None:
                return None if self._goes_on_list(name) else name.span.of(self._nearby.text)
            if token.index == 0 or not self._goes_on(token, place, put):
                return None
            here = token.text.lower()
            given = given or self._bound.verb(token) is not None or token.text.lower() in self._loyal  # "300 comptes liés à la Chine"
            if token.pos == "ADP" and not put and here in self._at and not (given and here in self._to):
                put = here
                if pointed := self._pointed.brought(place, who):
                    return pointed
        return None

    def _goes_on(self, token: Token, place: int, put: str) -> bool:
        """Whether a word may stand between a count and the name of its place; `put` is the preposition that has brought the place."""
        match token.pos:
            case "PUNCT":
                return not put and token.text in STAYS
            case "ADP":
                return token.text.lower() in self._of if put else token.text.lower() not in self._compared
            case "VERB":
                return not put and token.morph.get("VerbForm") == "Part" and token.child("aux") is None
            case "NOUN":
                here = token.text.lower()
                return here in self._sides if put in self._to else here not in self._not_there if put else self._may_pass(place)
            case _:
                return token.pos in ("ADJ", "DET", "NUM", "ADV", "SYM", "X")

    def _may_pass(self, place: int) -> bool:
        """Whether a noun between a count and its place only says which ones or when: "300 sacs de riz à Lyon", "samedi"."""
        before = self._nearby.tokens[place - 1]
        return before.text.lower() in self._of or self._nearby.tokens[place].start in self._known

    def _belonging(self, quantity: Quantity, who: tuple[str, ...]) -> str | None:
        """ "Les 300 habitants de Lyon": the place right behind the noun, of whose it is."""
        at = self._nearby.at(quantity.span.end)
        tokens = self._nearby.tokens[at : at + 3]
        if quantity.unit in self._units or not tokens or tokens[0].text.lower() not in self._of:
            return None
        if len(tokens) > 2 and tokens[1].morph.get("PronType") == "Dem" and (town := self._pointed.town(tokens[2])):
            return town  # "300 habitants de cette ville"
        if len(tokens) > 2 and tokens[1].text.lower() in self._sides and tokens[2].text.lower() in self._of:
            tokens = self._nearby.tokens[at + 2 : at + 5]  # "300 habitants du nord-est de la Bretagne"
        name = next((found for token in tokens[1:] if (found := self._beginning(token)) is not None), None)
        return name.span.of(self._nearby.text) if name is not None and name.actor not in who else None

    def _relative(self, quantity: Quantity, head: Token) -> str | None:
        """ "à Lyon, où 300 personnes vivent": the place right before "où"."""
        for token in self._before(quantity, head):
            if token.text.lower() == self._where:
                name = self._nearby.mention_ending(self._nearby.back_over(token.start, ", "))
                plain = name is not None and name.type == "LOC" and not self._regional.is_example(name)
                return name.span.of(self._nearby.text) if plain and name is not None else None
            if token.pos in ("VERB", "AUX") or token.text in (";", ":", "."):
                return None
        return None

    def _before(self, quantity: Quantity, head: Token) -> list[Token]:
        """The words of its sentence before it, the nearest first."""
        at = self._nearby.at(quantity.span.start)
        return self._nearby.tokens[max(0, at - head.index) : at][::-1][:OPENING]

    def _of_its_own(self, quantity: Quantity, head: Token) -> str | None:
        """The town or region whose own inhabitants they are: "la ville de Lyon soigne ses 300 habitants"."""
        own = any(child.morph.get("Poss") == "Yes" for word in (head, *self._nearby.inside(quantity.span)) for child in word.all("det"))
        if not own or not self._pointed.counts_inhabitants(quantity, head):
            return None
        subjects = (acts for verb in above(head, DEEP) if (acts := subject(verb)) is not None and acts.end < quantity.span.start)
        name = next((name for acts in subjects if (name := self._regional.named(acts)) is not None), None)
        return name.span.of(self._nearby.text) if name is not None and not self._is_state(name) else None

    def _beginning(self, token: Token) -> Mention | None:
        """The place whose name begins there."""
        name = self._name(token)
        return name if name is not None and name.span.start == token.start else None

    def _name(self, token: Token) -> Mention | None:
        """The place whose name holds the word."""
        name = self._nearby.mention_before(token.start)
        return name if name is not None and name.type == "LOC" and name.span.contains(token.span) else None

    def _is_state(self, name: Mention) -> bool:
        return name.actor is not None and register_for(None).is_state(name.actor)
