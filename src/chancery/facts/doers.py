"""Whose a figure is by its clause: who gives, sends, has or undertakes what is counted; whose body so many make up."""

import re
from functools import lru_cache

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import complements, is_clausal, is_passive, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.beside import Beside
from chancery.facts.displaced import displaced
from chancery.facts.listed import Listed
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

NOUNS = ("NOUN", "PROPN")
ABOUT = ("ADV", "ADP", "NUM")
"""What the parser makes of "près de", "plus de" and a bare number."""
APART = ",(\u00a0 "
"""What may stand between a name and what it is called."""
DEEP = 4
"""Governors among which the main verb is."""
ARTICLE = 5
"""Code points between a verb and its object, where only "des" stands there."""
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


class Doers:
    """Who does what the clauses of one document do with what is counted."""

    def __init__(self, nearby: Nearby, who: Parties, beside: Beside, spoken: Spoken, locative: frozenset[str], pack: Pack) -> None:
        self._nearby, self._who, self._beside, self._spoken, self._locative = nearby, who, beside, spoken, locative
        self._topics = Topics(nearby, who, pack)
        self.receiving = Receiving(nearby, who, spoken, self._topics, pack)
        self._subjects = Subjects(nearby, who, spoken, self._topics, locative, pack)
        lists = pack.words("numbers")["whose"]
        self._giving, self._counting, self._tallying = Listed(lists["verbs"], pack), frozenset(lists["counting"]), frozenset(lists["tallying"])
        self._given_with, self._totals = frozenset(lists["with"]), frozenset(lists["totals"])
        self._by, self._having, self._brought = frozenset(lists["by"]), Listed(lists["having"], pack), frozenset(lists["brought"])
        self._needing, self._groups = Listed(lists["needing"], pack), frozenset(lists["groups"])
        self._than, self._not = frozenset(lists["than"]), frozenset(pack.words("numbers")["predicated"]["ne"])
        self._tolls, self._tolled = frozenset(lists["tolls"]), Tolled(nearby, who, self._topics, pack)
        self._of_it, self._earning = frozenset(lists["of_it"]), Listed(lists["earning"], pack)
        self._sums = frozenset(units(pack).codes.values())
        self._seeing = Listed((*lists["seeing"], *lists["meeting"], *lists["telling"]), pack)
        self._uttering = Listed(lists["uttering"], pack)
        self._saying = _saying(pack)
        self._of_mission, self._missions = _missions(pack)
        self._swelling, self._deeds, self._undertaking = frozenset(lists["swelling"]), frozenset(lists["deeds"]), Listed(lists["undertaking"], pack)
        self._undergoing = Listed(lists["undergoing"], pack)
        self._known_for, self._launching = frozenset(lists["known_for"]), Listed(lists["launching"], pack)
        self._seeking, self._in = frozenset(lists["seeking"]), lists["in"]
        self._registered, self._crimes = frozenset(lists["registered"]), frozenset(lists["crimes"])
        self._paid_for, self._people_unit = frozenset(lists["paid_for"]), units(pack).people_unit
        self._spread, self._spread_in, self._being_there = frozenset(lists["spread"]), frozenset(lists["spread_in"]), frozenset(lists["present"])
        self._paying_for = Listed(lists["paying_for"], pack)
        self._between: str = pack.words("numbers")["ranges"]["between"]
        self._lengths = frozenset(pack.words("numbers")["levels"]["lengths"])
        self._bodies = frozenset((*lists["groups"], *lists["firms"]))
        self._adherents, self._before_whom = frozenset(lists["adherents"]), frozenset(lists["before_whom"])
        self._holding = Listed(lists["holding"], pack)

    def of(self, quantity: Quantity, head: Token, outer: Token, measured: Token | None) -> tuple[str, ...]:
        """Who gives, sends or has it: "Berlin envoie 300 soldats", "l'envoi par Berlin de 300 soldats"."""
        theirs = quantity.taken_up is None and not self._tolled.are_anyones(quantity)
        object_ = self._is_direct(outer) or (self._is_object(outer, head) and outer.pos in ABOUT and not self._governed(quantity))
        means = self._is_means(outer, head, quantity)
        plainly = theirs and (object_ or means) and (outer.head.dep != "acl" or not is_passive(outer.head))
        first, outer = outer, self._whole(outer, measured or (outer.head if quantity.unit in self._sums and preposition(outer) == "de" else None))
        governor = outer.head
        if GLUED.search(self._nearby.text, min(governor.end, quantity.span.start), quantity.span.start):
            return ()
        if (verb := displaced(self._nearby, quantity.span.start, first)) is not None:
            return self._by_doer(verb, money=quantity.unit in self._sums, plainly=theirs, tally=not self._tolled.counts(quantity))
        if preposition(outer) in self._beside.fronted and (found := self._beside.described(outer)):
            return found
        if preposition(outer) in self._beside.fronted and (found := self._beside.told(outer, head)):
            return found
        kind = Kind(charged=head.lemma.lower() in self._crimes, far=quantity.unit in self._lengths, share=quantity.unit == SHARE)
        if found := self.receiving.brought(first, kind) or self.receiving.of(outer, kind):
            return found
        if preposition(outer) in self._brought and self._having.verb(governor):
            acts = subject(governor)
            if acts is not None and acts.start > governor.end:
                return ()  # "a procédé à 70 arrestations, selon l'ONG": the parser errs
            return self._who.acting(acts) or (
                self._topics.state(acts) or self._topics.body(acts) or self._spoken.government(acts) if acts is not None else ()
            )
        if governor.start < outer.start and self._needing.verb(governor):
            return self.receiving.given(governor, outer)
        if preposition(outer) in self._brought and any(child.lemma.lower() in self._seeking for child in governor.all("obj")):
            return self._who.acting(subject(governor))  # "a besoin de 3 millions"
        if (fans := self._adherent(quantity, head)) and fans.child("nmod") is None and preposition(outer) in self._before_whom:
            clauses = (acts for token in above(first, DEEP) if (acts := subject(token)) is not None and acts.end < quantity.span.start)
            return self._who.acting(next(clauses, None))
        if quantity.unit in self._sums and governor.morph.get("VerbForm") == "Part" and governor.start < outer.start:
            plan = governor.head if governor.head.pos == "NOUN" else governor.head.child("obj")  # "un plan estimé à 3 milliards"
            if plan is not None and plan.end < governor.start and (found := self.launched(plan)):
                return found
        if (found := self._held_in(outer, governor)) or (found := self._tolled.stating(outer, head, self._subjects)):
            return found
        if outer is not first and outer.lemma.lower() in self._swelling and (found := self.launched(outer)):
            return found  # "prévoit une enveloppe de 300 contrats"
        adjacent = 0 <= quantity.span.start - governor.end <= 1
        if (verb := self._only(quantity)) is not None:
            return self._by_doer(verb, plainly=theirs, tally=not self._tolled.counts(quantity))
        if head.text.lower() in self._tolls and governor.start < outer.start and (found := self._tolled.told(governor)):
            return found
        if head.lemma.lower() in self._deeds and (found := self._undertaken(outer, head)):
            return found
        if governor.start < outer.start and (adjacent or means or self._is_object(outer, head)):
            if seat := self._seated(governor, head):
                return seat
            return self._by_doer(
                governor,
                money=quantity.unit in self._sums,
                plainly=plainly,
                tally=not self._tolled.counts(quantity),
                own=head.lemma.lower() in self._registered,
            )
        if head.text.lower() in self._spread and preposition(outer) in self._spread_in and (found := self._present(governor)):
            return found
        if outer.dep.startswith("nsubj") and is_passive(governor):
            return self.receiving.related(outer) or self._by_doer(governor)
        return self._by_noun(outer, governor)

    def _by_noun(self, outer: Token, governor: Token) -> tuple[str, ...]:
        """Who seeks it, or by whom the deed is that the noun before it tells: "en quête de 3 millions", "la libération par Berlin de 300 otages"."""
        case = outer.child("case")
        if outer.lemma.lower() in self._seeking and case is not None and case.text.lower() == self._in:
            name = self._nearby.mention_ending(self._nearby.back_over(case.start, APART))
            return meant(name) or self._who.own(governor)
        if not outer.dep.startswith("nmod"):
            return ()
        if preposition(governor) in self._by and governor.dep.startswith("nmod"):
            return self._who.acting(governor)  # "la libération par les rebelles de 300 otages"
        by = next((found for part in complements(governor, "par") if (found := self._who.acting(part))), ())
        return by or self._undertaken(governor) or self._known_by(outer, governor) or self._of_group(governor)

    def _seated(self, verb: Token, head: Token) -> tuple[str, ...]:
        """The state whose seat of government is said to have troops or officials: "Bruxelles compte 300 soldats au Pérou"."""
        acts = own_subject(verb)
        if acts is None or acts.pos != "PROPN" or not self._who.stands_for_others(head) or preposition(acts) or not self._giving.verb(verb):
            return ()
        return (state,) if (state := register_for(None).seat(acts.text)) else ()

    def launched(self, noun: Token) -> tuple[str, ...]:
        """Whose the plan or sum is that a state or body brings out: "l'Elbonie a dévoilé un plan de 3 milliards"."""
        if noun.dep != "obj" or not self._launching.verb(noun.head) or is_passive(noun.head):
            return ()
        acts = subject(noun.head)
        return found if is_public(found := self._who.acting(acts) or self._spoken.government(acts)) else ()

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
        return self.launched(whole) or (self._by_doer(whole.head) if self._giving.verb(whole.head) else ())

    def _undertaken(self, deed: Token, noun: Token | None = None) -> tuple[str, ...]:
        """Who announces or goes about what is done with them: "la firme annonce la suppression de 300 emplois", "procède à l'envoi de"."""
        verb = deed.head
        if (noun or deed).lemma.lower() not in self._deeds or not self._undertaking.verb(verb) or is_passive(verb):
            return ()
        object_ = deed.dep == "obj" or (deed.dep.startswith("obl") and preposition(deed) in self._brought)
        acts = subject(verb) if object_ else None
        return (self._who.acting(acts) or self._spoken.body(acts) or self._spoken.government(acts)) if acts is not None else ()

    def _known_by(self, outer: Token, noun: Token) -> tuple[str, ...]:
        """Whom "la championne aux 300.000 abonnés" means."""
        case = outer.child("case")
        return self._who.own(noun) if case is not None and case.text.lower() in self._known_for and noun.end < outer.start else ()

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
        if at == 0 or self._nearby.tokens[at - 1].text.lower() not in self._than:
            return None
        before = self._nearby.tokens[max(0, at - ONLY) : at - 1][::-1]
        verb = next((token for token in before if token.pos in ("VERB", "AUX", "PUNCT")), None)
        denied = verb is not None and any(token.text.lower() in self._not for token in before[before.index(verb) :][:4])
        return verb if denied and verb is not None and verb.pos == "VERB" else None

    def _of_group(self, noun: Token) -> tuple[str, ...]:
        """Which body it is that so many make up: "l'Otan, une alliance de 30 pays"."""
        if noun.lemma.lower() not in self._groups:
            return ()
        if found := self._who.own(noun) or self._topics.state(noun, counted=True) or self._spoken.country(noun):
            return found
        if noun.dep.startswith("appos"):
            return self._who.own(noun.head)
        if noun.child("cop"):
            return self._who.acting(own_subject(noun))
        if noun.dep == "xcomp":
            return self._who.acting(subject(noun.head))
        first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
        body = self._nearby.mention_ending(self._nearby.back_over(first.start, APART))
        return meant(body) if body is not None and body.type != "PER" and body.span.end < first.start else ()

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

    def _by_doer(self, governor: Token, *, money: bool = False, plainly: bool = False, tally: bool = False, own: bool = False) -> tuple[str, ...]:
        """Who does what the verb says, if it is one by which its subject has, sends or gives; any other, if they are `plainly` its object.

        `tally`: whether a body that counts so many has them, as a party has its deputies; of the dead and ill it is only told.
        `own`: whether whoever counts them can only count his own, as a firm its orders.
        """
        verb = self._giving.verb(governor) or (self._earning.verb(governor) if money else None)
        if verb is None and self._undergoing.verb(governor) and not is_passive(governor):
            return found if is_public(found := self._who.acting(subject(governor)) or self._subjects.antecedent(governor)) else ()
        plain = verb is None and plainly and not self._only_told(governor)
        acts = self._subjects.of(governor, plainly=plainly) if verb or plain else None
        if (verb or plain) and acts is None and (before := self._subjects.just_before(governor) or self._subjects.carried(governor)):
            return before
        if acts is None and verb and governor.child("aux") is not None and not is_passive(governor):
            free = self._beside.free(governor.start, FREE)
            return meant(free) if is_public(meant(free)) and free is not None and free.type == "LOC" else ()
        if acts is None or GLUED.search(self._nearby.text, min(acts.end, governor.start), max(acts.end, governor.start)):
            return ()
        placed = preposition(acts) in self._locative and not self._subjects.relates(governor, acts)
        if placed and not self._subjects.is_asked(governor, acts):
            return ()
        if acts.start > governor.end and preposition(acts) and not is_passive(governor):
            return ()  # "a procédé à 70 arrestations, selon l'ONG": the parser errs
        found = self._who.acting(acts) or self.mission(acts) or self._topics.state(acts) or self._topics.body(acts)
        found = found or self._topics.namesake(acts) or self.receiving.related(acts) or self._subjects.pointed(governor, acts)
        if acts.morph.get("Person") == "1" and acts.morph.get("Number") == "Plur" and not is_public(found):
            return self._spoken.body_of_speaker(acts) or (found if plain else ())  # "nous" is more than the one who speaks
        return found if own or verb not in self._counting or is_public(found) or (tally and verb in self._tallying) else ()

    def _present(self, word: Token) -> tuple[str, ...]:
        """The body that is, or has or does something, in so many places: "la firme emploie 300 personnes dans 35 pays", "présente dans 35 pays"."""
        acts = subject(word) if self._giving.verb(word) or word.text.lower() in self._being_there else None
        found = (self._who.acting(acts) or self._topics.body(acts)) if acts is not None else ()
        return found if found and not found[0].startswith("person:") and not register_for(None).is_state(found[0]) else ()

    def _only_told(self, verb: Token) -> bool:
        """Whether the subject only tells of what the object counts, or sees it."""
        acts = own_subject(verb)
        if self._uttering.verb(verb) and (acts is None or acts.start < verb.start):
            return False
        told = verb.lemma.lower() in self._saying and not self._paying_for.verb(verb)  # "je loue deux ateliers" is no praise
        return bool(told or self._seeing.verb(verb) or self._who.spoken_with(verb))

    def mission(self, noun: Token) -> tuple[str, ...]:
        """Whose mission it is, by the name it has or that stands right behind: "la mission « Resolute Support »"."""
        found = self._missions.match(self._nearby.text, noun.start) or self._missions.match(self._nearby.text, noun.end)
        return (self._of_mission[found["name"].lower()],) if found else ()

    def _governed(self, quantity: Quantity) -> bool:
        """Whether a preposition stands before it: "a renoncé à près de 70 arrestations"."""
        at = self._nearby.at(quantity.span.start)
        return at > 0 and self._nearby.tokens[at - 1].pos == "ADP"

    def _is_object(self, outer: Token, head: Token) -> bool:
        """Whether it is the object of its verb, or what the verb is done with; "près de" and the like make it hang on other ways."""
        if self._is_direct(outer):
            return True
        if outer is not head and outer.pos in ABOUT:
            return outer.dep in ("advmod", "obl:arg")
        return outer.dep.startswith("obl") and preposition(outer) in self._given_with

    def _is_means(self, outer: Token, head: Token, quantity: Quantity) -> bool:
        """Whether it is what somebody does it with, or pays for it: "a frappé avec 12 missiles", "a racheté la firme pour 3 milliards"."""
        if not outer.dep.startswith("obl"):
            return False
        if preposition(outer) in self._paid_for:
            bought = any(child.start > outer.head.start for child in outer.head.all("obj", "xcomp"))
            return quantity.unit in self._sums and bought and self._paying_for.verb(outer.head) is not None
        nouns = [token for token in self._nearby.inside(quantity.span) if token.pos in NOUNS] or [head]
        bodies = any(not self._bodies.isdisjoint((noun.lemma.lower(), noun.text.lower().removesuffix("s"))) for noun in nouns)
        plain = head.pos == "NOUN" and quantity.unit != self._people_unit and quantity.taken_up is None and not bodies
        return preposition(outer) in self._beside.fronted and plain and not any(self._who.stands_for_others(noun) for noun in nouns)

    def _is_direct(self, outer: Token) -> bool:
        """Whether it is the object; of "a mené des milliers de tests" and of "emploie entre 3 et 5 agents" the parser makes a complement."""
        case = outer.child("case")
        if case is not None and preposition(outer) == self._between and outer.dep.startswith("obl") and 0 <= case.start - outer.head.end <= ARTICLE:
            return True
        return outer.dep == "obj" or (outer.dep == "obl:arg" and not preposition(outer) and 0 <= outer.start - outer.head.end <= ARTICLE)
