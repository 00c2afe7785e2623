"""Whose a figure is by its clause: who gives, sends, has or undertakes what is counted; whose body so many make up."""

import re
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import agent, complements, doer, is_clausal, is_passive, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.beside import Beside
from chancery.facts.deeds import Deeds
from chancery.facts.direct import ABOUT, NOUNS, Direct
from chancery.facts.disowned import Disowned
from chancery.facts.displaced import displaced
from chancery.facts.listed import Listed
from chancery.facts.made_up import MadeUp
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import GLUED, Parties, is_public
from chancery.facts.receiving import Kind, Receiving
from chancery.facts.spoken import Spoken
from chancery.facts.subjects import Subjects
from chancery.facts.tolled import Tolled
from chancery.facts.topics import Topics
from chancery.languages import Pack
from chancery.register import register_for

APART = ",(\u00a0 "
"""What may stand between a name and what it is called."""
DEEP = 4
"""Governors among which the main verb is."""
ONLY = 8
"""Words between "ne" with its verb and the figure behind "que"."""
FREE = 120
"""Code points between a state's name and the verb that it is the subject of, though the parser finds none."""


@lru_cache(maxsize=8)
def _missions(pack: Pack) -> tuple[dict[str, str], re.Pattern[str]]:
    """Whose each mission is, and the pattern of a mission's name where a noun ends or begins."""
    whose: dict[str, str] = pack.words("numbers")["missions"]
    names = "|".join(re.escape(name) for name in sorted(whose, key=lambda name: (-len(name), name)))
    return whose, re.compile(rf"[\s«»\"“”]{{0,4}}(?P<name>{names})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _saying(pack: Pack) -> frozenset[str]:
    """The verbs by which somebody says something."""
    return frozenset(lemma for cue in pack.words("cues")["cue"] for lemma in cue["lemmas"])


@dataclass(frozen=True, slots=True)
class Manner:
    """How so many are counted."""

    money: bool = False
    plainly: bool = False
    """Whether they are plainly the object."""
    tally: bool = False
    """Whether a body that counts so many has them, as a party has its deputies; of the dead and ill it is only told."""
    own: bool = False
    """Whether whoever counts them can only count his own, as a firm its orders."""
    people: bool = False


class Doers:
    """Who does what the clauses of one document do with what is counted."""

    def __init__(self, nearby: Nearby, who: Parties, beside: Beside, spoken: Spoken, locative: frozenset[str], pack: Pack) -> None:
        self._nearby, self._who, self._beside, self._spoken, self._locative = nearby, who, beside, spoken, locative
        self._topics, self._disowned = Topics(nearby, who, pack), Disowned(nearby, who, pack)
        self.receiving = Receiving(nearby, who, spoken, self._topics, pack)
        self._subjects = Subjects(nearby, who, spoken, self._topics, locative, pack)
        lists = pack.words("numbers")["whose"]
        self._giving, self._counting, self._tallying = Listed(lists["verbs"], pack), frozenset(lists["counting"]), frozenset(lists["tallying"])
        self._totals, self._people_unit = frozenset(lists["totals"]), units(pack).people_unit
        self._direct, self.deeds = Direct(nearby, who, pack), Deeds(who, spoken, self._topics, pack)
        self._made_up = MadeUp(nearby, who, beside, spoken, self._topics, pack)
        self._by, self._having, self._brought = frozenset(lists["by"]), Listed(lists["having"], pack), frozenset(lists["brought"])
        self._needing = Listed(lists["needing"], pack)
        self._than, self._not = frozenset(lists["than"]), frozenset(pack.words("numbers")["predicated"]["ne"])
        self._tolls, self._tolled = frozenset(lists["tolls"]), Tolled(nearby, who, self._topics, pack)
        self._of_it, self._earning = frozenset(lists["of_it"]), Listed(lists["earning"], pack)
        self._sums = frozenset(units(pack).codes.values())
        self._seeing = Listed((*lists["seeing"], *lists["meeting"], *lists["telling"]), pack)
        self._uttering = Listed(lists["uttering"], pack)
        self._saying = _saying(pack)
        self._of_mission, self._missions = _missions(pack)
        self._swelling = frozenset(lists["swelling"])
        self._harming = Listed((*pack.words("numbers")["predicated"]["killing"], *lists["harming"]), pack)
        self._ruling, self._sentencing = Listed(lists["ruling"], pack), Listed(lists["sentencing"], pack)
        self._undergoing = Listed(lists["undergoing"], pack)
        self._dealing, self._households = Listed(lists["dealing"], pack), frozenset(lists["households"])
        self._seeking, self._in = frozenset(lists["seeking"]), lists["in"]
        self._registered, self._crimes = frozenset(lists["registered"]), frozenset(lists["crimes"])
        self._spread, self._spread_in, self._being_there = frozenset(lists["spread"]), frozenset(lists["spread_in"]), frozenset(lists["present"])
        self._doing_too, self._spending = Listed((*lists["paying_for"], *lists["doing_too"]), pack), Listed(lists["spending"], pack)
        self._lengths = frozenset(pack.words("numbers")["levels"]["lengths"])
        self._adherents, self._before_whom = frozenset(lists["adherents"]), frozenset(lists["before_whom"])
        self._noting, self._offices = frozenset(lists["noting"]), frozenset(lists["offices"])
        self._holding = Listed(lists["holding"], pack)
        self._only_counting, self._happenings = frozenset(lists["only_counting"]), frozenset(pack.words("numbers")["disowned"]["happenings"])
        self._this = pack.words("numbers")["disowned"]["this"]

    def of(self, quantity: Quantity, head: Token, outer: Token, measured: Token | None) -> tuple[str, ...]:
        """Who gives, sends or has it: "Berlin envoie 300 soldats", "l'envoi par Berlin de 300 soldats"."""
        first, outer = outer, self._whole(outer, measured or (outer.head if quantity.unit in self._sums and preposition(outer) == "de" else None))
        if GLUED.search(self._nearby.text, min(outer.head.end, quantity.span.start), quantity.span.start):
            return ()
        if (verb := displaced(self._nearby, quantity.span.start, first)) is not None:
            return self._by_doer(verb, self._manner(quantity, head, plainly=self._are_theirs(quantity, verb)))
        told = self._told(quantity, head, first, outer)
        return self._done(quantity, head, first, outer) if told is None else told

    def _told(self, quantity: Quantity, head: Token, first: Token, outer: Token) -> tuple[str, ...] | None:
        """Who has it by what stands beside it, a verb with a preposition, or what holds it; None if another way is to be tried."""
        governor = outer.head
        if preposition(outer) in self._beside.fronted and (found := self._beside.described(outer) or self._beside.told(outer, head)):
            return found
        kind = Kind(charged=head.lemma.lower() in self._crimes, far=quantity.unit in self._lengths, share=quantity.unit == SHARE)
        if found := self.receiving.brought(first, kind) or self.receiving.of(outer, kind):
            return found
        held = governor if governor.lemma.lower() in self._swelling and preposition(outer) == "de" else outer  # "dispose d'une équipe de 12 agents"
        if preposition(held) in self._brought and self._having.verb(held.head):
            whom = held.head.child("obj") if self._sentencing.verb(held.head) and not is_passive(held.head) else None
            return self._who.acting(whom) if whom is not None else self._has(subject(held.head), held.head)  # "la juge l'a condamné à 3 millions"
        if governor.start < outer.start and self._needing.verb(governor):
            return self.receiving.given(governor, outer)
        if preposition(outer) in self._brought and any(child.lemma.lower() in self._seeking for child in governor.all("obj")):
            return self._who.acting(subject(governor))  # "a besoin de 3 millions"
        if (fans := self._adherent(quantity, head)) and fans.child("nmod") is None and preposition(outer) in self._before_whom:
            clauses = (acts for token in above(first, DEEP) if (acts := subject(token)) is not None and acts.end < quantity.span.start)
            return self._who.acting(next(clauses, None))
        return self._held(quantity, head, first, outer) or self._accompanied(fans) or None

    def _accompanied(self, fans: Token | None) -> tuple[str, ...]:
        """Who goes along with those who are his: "Anna Blanc et cinq collègues"."""
        if fans is None or fans.dep != "conj" or fans.head.pos != "PROPN" or fans.child("nmod", "amod") is not None:
            return ()
        first = self._nearby.at(fans.start)
        joined = next((at for at in range(first - 1, max(first - 4, 0), -1) if self._nearby.tokens[at].pos == "CCONJ"), None)
        return meant(self._nearby.mention_ending(self._nearby.tokens[joined - 1].end)) if joined else ()

    def _has(self, acts: Token | None, verb: Token) -> tuple[str, ...]:
        """Whom the subject means of a verb that has what its preposition brings."""
        if acts is None or acts.start > verb.end:
            return ()  # "a procédé à 70 arrestations, selon l'ONG": the parser errs
        return self._who.acting(acts) or self._topics.state(acts) or self._topics.body(acts) or self._spoken.government(acts)

    def _held(self, quantity: Quantity, head: Token, first: Token, outer: Token) -> tuple[str, ...]:
        """Who brings out the plan, agreement or convoy that holds so many."""
        governor = outer.head
        if quantity.unit in self._sums and governor.morph.get("VerbForm") == "Part" and governor.start < outer.start:
            plan = governor.head if governor.head.pos == "NOUN" else governor.head.child("obj")  # "un plan estimé à 3 milliards"
            if plan is not None and plan.end < governor.start and (found := self.deeds.launched(plan)):
                return found
        if found := self._held_in(outer, governor) or self._tolled.stating(outer, head, self._subjects):
            return found
        swelling = outer is not first and outer.lemma.lower() in self._swelling
        return self.deeds.launched(outer) if swelling else ()  # "prévoit une enveloppe de 300 contrats"

    def _done(self, quantity: Quantity, head: Token, first: Token, outer: Token) -> tuple[str, ...]:
        """Who does what the verb or noun above says is done with them."""
        governor = outer.head
        if (verb := self._only(quantity)) is not None:
            return self._by_doer(verb, Manner(plainly=self._are_theirs(quantity, verb), tally=self._tallied(quantity, head)))
        object_, means = self._direct.plainly(quantity, first, head), self._direct.is_means(first, head, quantity)
        if head.text.lower() in self._tolls and governor.start < outer.start and (found := self._tolled.told(governor)):
            return found
        deed = head if outer is first or self.deeds.is_deed(head) else outer  # "l'envoi de 300 policiers et de 30 soldats"
        if found := self.deeds.undertaken(outer, deed):
            return found
        adjacent = 0 <= quantity.span.start - governor.end <= 1
        if governor.start < outer.start and (adjacent or means or self._direct.is_object(outer, head, quantity)):
            if seat := self._seated(governor, head):
                return seat
            active = (first.head.dep != "acl" or not is_passive(first.head)) and first.head.child("cop") is None
            plainly = (object_ or means) and active and self._are_theirs(quantity, governor)
            return self._by_doer(governor, self._manner(quantity, head, plainly=plainly))
        if head.text.lower() in self._spread and preposition(outer) in self._spread_in and (found := self._present(governor)):
            return found
        if outer.dep.startswith("nsubj") and is_passive(governor):
            plainly = agent(governor) is not None and self._are_theirs(quantity, governor) and not self._is_ill_done(outer, governor)
            return self.receiving.related(outer) or self._by_agent(governor, self._manner(quantity, head, plainly=plainly))
        return self.receiving.related(outer) or self._by_noun(outer, governor)  # "le Liban, dont 30 députés ont démissionné"

    def _are_theirs(self, quantity: Quantity, verb: Token) -> bool:
        """Whether so many may be whose who does something with them: not the dead, and of soldiers only those whom one calls back or lets go."""
        if quantity.taken_up is not None or self._tolled.counts(quantity):
            return False
        return self._dealing.verb(verb) is not None or not self._tolled.are_anyones(quantity)

    def called(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The state that is called the hardest hit country "avec 300 décès"."""
        return self._tolled.called(quantity, head)

    def takes(self, quantity: Quantity, verb: Token) -> bool:
        """Whether a verb said of so many makes them his who does it: "300 maisons que l'Elbonie a bâties"; not of bodies or what one rules on."""
        done = next((child for child in verb.all("xcomp") if child.child("obj") is None), verb)
        if self._giving.verb(done) is not None:
            return True
        if quantity.unit in self._sums or self._harming.verb(done) or self._ruling.verb(done) or self._direct.are_bodies(quantity):
            return False
        return self._are_theirs(quantity, done) and not self._only_told(done, people=False)

    def _is_ill_done(self, outer: Token, verb: Token) -> bool:
        """Whether they are somebody's own, or killed or destroyed: no agent's for that."""
        return self._harming.verb(verb) is not None or any(child.morph.get("Poss") == "Yes" for child in outer.all("det"))

    def _tallied(self, quantity: Quantity, head: Token) -> bool:
        """Whether a body that counts so many has them: no dead or ill, and nothing that only happens, as arrests."""
        return not self._tolled.counts(quantity) and self._happenings.isdisjoint((head.lemma.lower(), head.text.lower()))

    def _manner(self, quantity: Quantity, head: Token, *, plainly: bool) -> Manner:
        """How they are counted, and whether they are plainly the object."""
        return Manner(
            money=quantity.unit in self._sums,
            plainly=plainly,
            tally=self._tallied(quantity, head),
            own=head.lemma.lower() in self._registered,
            people=quantity.unit == self._people_unit or head.text.lower() in self._households,
        )

    def agent(self, verb: Token, part: Token) -> tuple[str, ...]:
        """Who does it by the words behind "par"; of what is only counted, no body: "recensés par l'institut Untel"."""
        found = (self._who.acting(part) if self._disowned.is_row_known(part) else ()) or self._spoken.government(part)
        return found if self._giving.verb(verb) not in self._only_counting else self._disowned.states(found)

    def _by_agent(self, verb: Token, manner: Manner) -> tuple[str, ...]:
        """By whom what is the subject is sent, paid or counted; who only counts them has them if he is called by the state's own name."""
        found = self._by_doer(verb, manner)
        if self._giving.verb(verb) not in self._only_counting:
            return found
        by = doer(verb)
        return self._disowned.states(found) if by is not None and by.pos == "PROPN" else ()

    def _by_noun(self, outer: Token, governor: Token) -> tuple[str, ...]:
        """Who seeks it, or by whom the deed is that the noun before it tells: "en quête de 3 millions", "la libération par Berlin de 300 otages"."""
        case = outer.child("case")
        if outer.lemma.lower() in self._seeking and case is not None and case.text.lower() == self._in:
            name = self._nearby.mention_ending(self._nearby.back_over(case.start, APART))
            return meant(name) or self._who.own(governor)
        if not outer.dep.startswith("nmod"):
            return ()
        if preposition(governor) in self._by and (governor.dep.startswith("nmod") or self._follows_noun(governor)):
            return self._who.acting(governor) or self._spoken.government(governor)  # "la libération par les rebelles de 300 otages"
        deed = self.deeds.by(outer, governor) or self.deeds.undertaken(self._deed(governor)) or self.deeds.led_to(governor)
        return deed or self._made_up.known_by(outer, governor) or self._made_up.of_group(governor, outer)

    def _follows_noun(self, part: Token) -> bool:
        """Whether a noun stands right before the preposition of a complement, whatever the parser hangs that on."""
        case = part.child("case")
        at = self._nearby.at(case.start) if case is not None else 0
        return at > 0 and self._nearby.tokens[at - 1].pos == "NOUN"

    def _deed(self, noun: Token) -> Token:
        """The noun of the deed that "en" says the manner of: "l'envoi en renfort de 300 soldats"."""
        case = noun.child("case")
        at = self._nearby.at(case.start) if case is not None and case.text.lower() == self._in else 0
        return self._nearby.tokens[at - 1] if at > 0 and self._nearby.tokens[at - 1].pos == "NOUN" else noun

    def _seated(self, verb: Token, head: Token) -> tuple[str, ...]:
        """The state whose seat of government is said to have troops or officials: "Bruxelles compte 300 soldats au Pérou"."""
        acts = own_subject(verb)
        if acts is None or acts.pos != "PROPN" or not self._who.stands_for_others(head) or preposition(acts) or not self._giving.verb(verb):
            return ()
        return (state,) if (state := register_for(None).seat(acts.text)) else ()

    def _adherent(self, quantity: Quantity, head: Token) -> Token | None:
        """The noun for those who are somebody's: "des centaines de partisans"."""
        return next((noun for noun in (head, *self._nearby.inside(quantity.span)) if noun.text.lower() in self._adherents), None)

    def _held_in(self, outer: Token, verb: Token) -> tuple[str, ...]:
        """Who sends or brings out what holds so many: "l'Elbonie envoie un convoi transportant 300 tonnes", "un accord portant sur 90 doses"."""
        whole = verb.head
        if verb.morph.get("VerbForm") != "Part" or is_passive(verb) or verb.start > outer.start or not self._holding.verb(verb):
            return ()
        if whole.dep != "obj" or is_passive(whole.head) or whole.end > verb.start:
            return ()
        return self.deeds.launched(whole) or (self._by_doer(whole.head, Manner()) if self._giving.verb(whole.head) else ())

    def costs(self, quantity: Quantity, head: Token, outer: Token) -> tuple[str, ...]:
        """To whom something costs so much, whoever's it is: "la guerre elbonienne a coûté 3 milliards à la Freedonie"."""
        if quantity.unit not in self._sums or outer.dep != "obj" or not self._spending.verb(outer.head) or outer.head.end > outer.start:
            return ()
        numbers = (head, *(token for token in self._nearby.inside(quantity.span) if token.pos == "NOUN"))
        behind = (part for noun in numbers for part in complements(noun, "à") if part.start > head.end)
        seats = [(part, register_for(None).seat(part.text)) for part in behind]
        told = (found if is_public(found := self._who.acting(part)) else (seat,) if seat else () for part, seat in seats)
        return self.receiving.given(outer.head, outer) or next((found for found in told if found), ())

    def of_it(self, quantity: Quantity) -> tuple[str, ...]:
        """ "Les Verts en ont 32", whatever the parser makes of it."""
        at = self._nearby.at(quantity.span.start)
        verb = self._nearby.tokens[at - 2 : at] if at > 1 else []
        if len(verb) < 2 or verb[0].text.lower() not in self._of_it or not self._giving.verb(verb[1]):
            return ()
        return meant(self._nearby.mention_ending(len(self._nearby.text[: verb[0].start].rstrip())))

    def _only(self, quantity: Quantity) -> Token | None:
        """The verb of "n'a recensé pour l'heure que 300 cas", whatever the parser hangs them on."""
        at = self._nearby.at(quantity.span.start)
        if at == 0 or self._nearby.tokens[at - 1].text.lower() not in self._than or self._nearby.tokens[at - 2].text.lower() == self._this:
            return None  # "se réjouit de ce que 30 cas ..."
        before = self._nearby.tokens[max(0, at - ONLY) : at - 1][::-1]
        verb = next((token for token in before if token.pos in ("VERB", "AUX", "PUNCT")), None)
        denied = verb is not None and any(token.text.lower() in self._not for token in before[before.index(verb) :][:4])
        return verb if denied and verb is not None and verb.pos == "VERB" else None

    def _whole(self, outer: Token, measured: Token | None) -> Token:
        """What the verb governs: past what is coordinated, "un total de" and "le cap des", and the noun that a sum tells of."""
        while outer.head.start < outer.start and (outer.head.pos in NOUNS or (outer.dep == "conj" and outer.head.pos in ABOUT)):
            summing = outer.head.lemma.lower() in self._totals or (preposition(outer) == "de" and outer.head.lemma.lower() in self._swelling)
            if not (outer.dep == "conj" or outer.head is measured or summing):
                break
            outer = outer.head
            if outer.dep == "obl:arg" and outer.head.pos == "ADV" and not is_clausal(outer.head):
                outer = outer.head  # "près de 1.600 cas et 15 morts"
        return outer

    def _by_doer(self, governor: Token, manner: Manner) -> tuple[str, ...]:
        """Who does what the verb says, if it is one by which its subject has, sends or gives; any other, if they are plainly its object."""
        verb = self._giving.verb(governor) or (self._earning.verb(governor) if manner.money else None)
        if verb is None and self._undergoing.verb(governor) and not is_passive(governor):
            acts = subject(governor)
            found = self._who.acting(acts) or self._subjects.antecedent(governor) or (self._spoken.country(acts) if acts is not None else ())
            return found if is_public(found) or not manner.people else ()
        plain = verb is None and manner.plainly and not self._only_told(governor, people=manner.people)
        acts = self._subjects.of(governor, plainly=manner.plainly) if verb or plain else None
        if acts is not None and (not self._disowned.is_row_known(acts) or any(map(self._disowned.is_example, (acts, *acts.children)))):
            return ()
        if (verb or plain) and acts is None and (before := self._subjects.just_before(governor) or self._subjects.carried(governor)):
            return before
        if acts is None and verb and governor.child("aux") is not None and not is_passive(governor):
            free = self._beside.free(governor.start, FREE)
            return meant(free) if is_public(meant(free)) and free is not None and free.type == "LOC" else ()
        if self._disowned.is_source(acts):
            return self._subjects.just_before(governor)
        if self._is_of_counted(governor):
            return ()
        if acts is None or GLUED.search(self._nearby.text, min(acts.end, governor.start), max(acts.end, governor.start)):
            return ()
        placed = preposition(acts) in self._locative and not self._subjects.relates(governor, acts)
        if placed and not self._subjects.is_asked(governor, acts):
            return ()
        if acts.start > governor.end and preposition(acts) and not is_passive(governor):
            return ()  # "a procédé à 70 arrestations, selon l'ONG": the parser errs
        found = self._who.acting(acts) or self.mission(acts) or self._topics.state(acts) or self._topics.body(acts)
        found = found or self._topics.namesake(acts) or self.receiving.related(acts) or self._subjects.pointed(governor, acts)
        if acts.morph.get("Person") == "1" and acts.morph.get("Number") == "Plur":
            ours = tuple(actor for actor in found if not actor.startswith("person:"))
            alone = found if plain and not self._spoken.leads(acts) else ()
            return ours or self._spoken.body_of_speaker(acts) or alone  # "nous" is more than the one who speaks
        tallied = manner.tally and verb in self._tallying and not (verb in self._noting and acts.lemma.lower() in self._offices)
        if verb in self._only_counting and not manner.own and not tallied:
            return self._disowned.states(found)
        return found if manner.own or verb not in self._counting or tallied or is_public(found) else ()

    def _is_of_counted(self, verb: Token) -> bool:
        """Whether a participle is said of what is only counted, whatever the parser hangs it on: "a recensé 30 tentatives impliquant 400 marins"."""
        said = verb.dep == "advcl" and verb.morph.get("VerbForm") == "Part" and verb.child("mark", "case") is None
        whole = verb.head.child("obj") if said else None
        counted = whole is not None and self._giving.verb(verb.head) in self._only_counting
        return counted and whole is not None and verb.head.end < whole.start < verb.start and "," not in self._nearby.text[whole.end : verb.start]

    def _present(self, word: Token) -> tuple[str, ...]:
        """The body that is, or has or does something, in so many places: "la firme emploie 300 personnes dans 35 pays", "présente dans 35 pays"."""
        acts = subject(word) if self._giving.verb(word) or word.text.lower() in self._being_there else None
        found = (self._who.acting(acts) or self._topics.body(acts)) if acts is not None else ()
        return found if found and not found[0].startswith("person:") and not register_for(None).is_state(found[0]) else ()

    def _only_told(self, verb: Token, *, people: bool) -> bool:
        """Whether the subject only tells of what the object counts, or sees it; people one may judge, call back or invite, too."""
        acts = own_subject(verb)
        if people and self._dealing.verb(verb) and verb.child("xcomp") is None and (acts is None or acts.start < verb.start):
            return False
        if self._uttering.verb(verb) and (acts is None or acts.start < verb.start):
            return False
        told = verb.lemma.lower() in self._saying and not self._doing_too.verb(verb)  # "je loue deux ateliers" is no praise
        return bool(told or self._seeing.verb(verb) or self._who.spoken_with(verb))

    def mission(self, noun: Token) -> tuple[str, ...]:
        """Whose mission it is, by the name it has or that stands right behind: "la mission « Resolute Support »"."""
        found = self._missions.match(self._nearby.text, noun.start) or self._missions.match(self._nearby.text, noun.end)
        return (self._of_mission[found["name"].lower()],) if found else ()
