"""Whose a figure is: who has, sends or gives what is counted, by its noun, by who stands beside it, by its clause."""

import re
from collections.abc import Iterable
from functools import partial

from chancery.analysis import Quantity, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.clauses import complements, conjuncts, obliques, own_subject, preposition
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.facts.adjectives import joined, misplaced
from chancery.facts.attached import Attached
from chancery.facts.beside import Beside
from chancery.facts.bodies_near import Bodies
from chancery.facts.direct import NOUNS
from chancery.facts.disowned import Disowned
from chancery.facts.doers import Doers
from chancery.facts.enumerated import Enumerated
from chancery.facts.fronted import Fronted
from chancery.facts.given import Given
from chancery.facts.had import Had
from chancery.facts.listed import Listed
from chancery.facts.measured import above, outermost
from chancery.facts.memberships import Memberships
from chancery.facts.national import National
from chancery.facts.nearby import Nearby
from chancery.facts.overruled import Overruled
from chancery.facts.owned_sums import OwnedSums
from chancery.facts.parties import Parties
from chancery.facts.polled import Polled
from chancery.facts.scorers import Scorers
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack
from chancery.register import register_for
from chancery.scan.phrases import either

DEEP = 4
"""Governors among which the verb is whose subject "ses" means."""
WITHIN = 8
"""Words behind a share among which the people stand that it is one of: "la moitié des 12 millions de Belges"."""
NEAR = 4
"""Words before a figure among which the noun stands that is made of so many."""


class Owners:
    """The owners of the figures of one document; built once for it."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, locative: frozenset[str], pack: Pack) -> None:
        self._nearby, self._who, self._spoken = nearby, who, spoken
        numbers = pack.words("numbers")
        lists = numbers["whose"]
        self._kin = frozenset(lists["kin"])
        self._working, self._for = frozenset(lists["working"]), (*lists["at_whose"], *lists["paid_for"])
        self._topics, self._polled = Topics(nearby, who, pack), Polled(nearby, pack)
        self._beside, self._scorers = Beside(nearby, who, pack), Scorers(nearby, who, pack)
        self._enumerated, self._disowned = Enumerated(nearby, pack), Disowned(nearby, who, pack)
        self._fronted, self._attached = Fronted(nearby, who, self._beside, self._topics, spoken, pack), Attached(nearby, who, pack)
        self._memberships = Memberships(nearby, pack)
        self._doers = Doers(nearby, who, self._beside, spoken, locative, pack)
        self._people = units(pack)
        self._money = frozenset((*numbers["money"]["called"], *numbers["sums"]["currencies"]))
        self._of = frozenset(numbers["whereabouts"]["of"])
        self._following_with = frozenset(("", *self._of))
        self._bodies = Bodies(nearby, self._topics, self._people.people_unit)
        self._sums_of = OwnedSums(nearby, who, spoken, self._topics, self._doers.receiving, self._described_by, pack)
        self._national = National(nearby, who, spoken, self._topics, self._disowned, self._described_by, pack)
        self._adherents, self._among_whom = frozenset(lists["adherents"]), frozenset(lists["among"])
        self._tolls = frozenset(lists["tolls"])
        disowned = pack.words("numbers")["disowned"]
        self._foreign, self._own_person = frozenset(disowned["foreign"]), frozenset(disowned["own_person"])
        self._sums = frozenset(self._people.codes.values())
        self._them = re.compile(rf"\s*(?:{either(lists['them'])})(?!\w)", re.IGNORECASE)
        self._done = Listed((*numbers["predicated"]["killing"], *lists["handling"], *lists["dealing"]), pack)
        self._had = Had(self._doers, pack)
        self._given, self._overruled = Given(nearby, who, spoken, self._topics, self._doers, pack), Overruled(who, spoken, self._disowned, pack)
        self._demonym = partial(lexicon_of(pack).demonym, register=register_for(None))

    def of(self, quantity: Quantity, head: Token, measured: Token | None) -> tuple[str, ...]:
        """Whose they are: of whom an adjective or complement says so, who stands beside, else who has, sends or gives them.

        `measured` is the noun that a sum or share tells of: whose aid it is, his are the dollars.
        """
        outer = outermost(quantity, head)
        led: tuple[str, ...] = ()
        found = (
            ()
            if self._given.by_unknown(head)
            else (
                self._hired(quantity, head, outer, measured)
                or self._people_named(quantity, head)
                or self._among_them(quantity, outer)
                or self._by_words(quantity, head, outer)
                or self._enumerated.of(quantity)
                or self._beside.before_brackets(quantity)
                or (led := self._fronted.led(quantity))
                or self._fronted.of(quantity)
                or self._beside.scored(quantity)
                or self._beside.within(quantity)
                or self._within_it(quantity)
                or self._scored(quantity, outer, head)
                or self._beside.housed(quantity, outer)
                or self._employed(quantity, outer)
                or self._beside.opened(quantity, head)
                or self._attached.of(quantity, head, outer)
                or self._beside.titled(quantity)
                or self._doers.called(quantity, head)
                or self._doers.costs(quantity, head, outer)
                or self._sums_of.of(measured)
                or (self._doers.deeds.launched(measured) if measured is not None and quantity.unit in self._sums else ())
                or self._doers.of_it(quantity)
                or self._doers.of(quantity, head, outer, measured)
                or self._held(quantity)
                or self._memberships.of(quantity, head)
                or self._national.of(measured or (outer.head if self._national.is_in_all(outer) else head))
                or self._disowned.kind((head, *self._nearby.inside(quantity.span), *head.all("amod")))
            )
        )
        counted = quantity.unit == self._people.people_unit
        possessed = (head, outer, *complements(head, "de"))  # "300 membres de son parti"
        counts = {token.text.lower() for token in (head, *self._nearby.inside(quantity.span))}
        own = not counts.isdisjoint(self._kin) or any(child.morph.get("Poss") == "Yes" for token in possessed for child in token.all("det"))
        found = tuple(actor for actor in found if not self._national.has(actor.rpartition(":")[2].lower()))
        if found and found[0].startswith("person:") and self._is_personal(quantity, head, measured):
            found = found[:1]  # a minister's salary or child is not his state's
        if head.text.lower() in self._tolls and (states := self._disowned.states(found)):
            found = states  # "Le FBI annonce 11 morts": not his who tells of them
        done = outer.dep == "obj" and self._done.verb(outer.head) is not None  # "Marc Roux a tué 12 passants"
        done = done or (outer.dep.startswith("nmod") and bool(self._doers.deeds.undertaken(outer.head)))  # "a supervisé l'exécution de 30 otages"
        done = done or any(self._done.verb(child) for child in head.all("acl:relcl"))  # "les douze élèves qu'elle a formés"
        own = own or bool(led) or not counts.isdisjoint(self._adherents) or self._spoken.counts_own(outer)
        if found and not own and quantity.unit in self._sums and _is_aim(outer.head) and all(actor.startswith("person:") for actor in found):
            return ()  # "Marc Roux a promis des réformes pour débloquer 3 milliards"
        return found if own or done or not counted or not all(actor.startswith("person:") for actor in found) else ()

    def _is_personal(self, quantity: Quantity, head: Token, measured: Token | None) -> bool:
        """Whether what is counted is a person's own and no state's: his salary, hands or votes."""
        words = (head, measured, *(complements(head, "de") if quantity.unit == SHARE else ()))
        return any(word is not None and (self._spoken.is_personal(word) or word.lemma.lower() in self._own_person) for word in words)

    def _within_it(self, quantity: Quantity) -> tuple[str, ...]:
        """The body pointed back at within which so many are counted: "Au sein du parti, 30 cadres hésitent"."""
        noun = self._beside.opening(quantity)
        return (self._topics.body(noun) or self._topics.namesake(noun)) if noun is not None else ()

    def _employed(self, quantity: Quantity, outer: Token) -> tuple[str, ...]:
        """The body for which people work: "Plus de 300 salariés travaillent pour le groupe"."""
        outer = outer.head if outer.head.pos == "ADV" else outer
        verb = outer.head
        acts = outer.dep.startswith("nsubj") or (outer.pos == "ADV" and outer.start < verb.start and own_subject(verb) is None)
        if quantity.unit != self._people.people_unit or not acts or verb.lemma.lower() not in self._working:
            return ()
        parts = (part for word in self._for for part in obliques(verb, word))
        return next(((body,) if (body := self._who.organisation(part)) else self._topics.body(part) for part in parts), ())

    def _scored(self, quantity: Quantity, outer: Token, head: Token) -> tuple[str, ...]:
        """Who comes first with so many of the votes, has them, or wins or loses a duel with them."""
        if (pair := self._scorers.duel(quantity)) is not None:
            return self._scorers.in_duel(quantity, pair)
        return self._beside.ranked(quantity, outer) or self._scorers.of(quantity, outer, head)

    def _hired(self, quantity: Quantity, head: Token, outer: Token, measured: Token | None) -> tuple[str, ...]:
        """Who hires people or brings them together, whatever people they are of: "l'armée elbonienne a recruté 300 Freedoniens"."""
        found = self._doers.of(quantity, head, outer, measured) if self._overruled.are_hired(outer) else ()
        return found if found and not found[0].startswith("person:") else ()

    def _people_named(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """ "2.500 Américains": the noun says whose, too."""
        if quantity.unit not in (self._people.people_unit, SHARE, None):
            return ()
        nouns = [head, *(token for token in self._nearby.inside(quantity.span) if token.start > head.end and token.pos in NOUNS)]
        if quantity.unit != self._people.people_unit and quantity.what:  # "60 % des Elboniens"
            at = self._nearby.at(quantity.span.end)
            nouns = [token for token in self._nearby.tokens[at + 1 : at + WITHIN] if token.text == quantity.what]
        if (asked := self._polled.people(quantity)) is not None:
            nouns = [asked, *asked.all("nmod")]
        state = next((found for noun in nouns if noun.text[:1].isupper() and (found := self._demonym(noun.text))), None)
        return (state,) if state and register_for(None).is_state(state) else ()

    def people(self, what: str | None) -> tuple[str, ...]:
        """The state whose people are told of by their name first: "Elboniens qui approuvent"."""
        word = (what or "").partition(" ")[0]
        state = self._demonym(word) if word[:1].isupper() else None
        return (state,) if state and register_for(None).is_state(state) else ()

    def _among_them(self, quantity: Quantity, outer: Token) -> tuple[str, ...]:
        """The state whose people the subject names: "Les Elboniens souhaitent, pour 81 % d'entre eux"."""
        if quantity.unit != SHARE or not self._them.match(self._nearby.text, quantity.span.end):
            return ()
        verb = next((token for token in above(outer, DEEP) if own_subject(token) is not None), None)
        state = self._demonym(acts.text) if verb is not None and (acts := own_subject(verb)) is not None else None
        return (state,) if state and register_for(None).is_state(state) else ()

    def _by_words(self, quantity: Quantity, head: Token, outer: Token) -> tuple[str, ...]:
        """Of whom the noun, its adjectives or its complements say so; of a sum or a share, what follows is what it is for or of."""
        who = self._who
        numbers = [token for token in self._nearby.inside(quantity.span) if token is not head and token.pos == "NOUN"]
        money = quantity.unit in self._money or (quantity.unit or "").lower() in self._money
        described = [child for token in ((head, *numbers) if not money else ()) for child in token.all("amod", "det")]
        described.extend(child for noun in (joined(head) if not money else ()) for child in noun.all("amod"))
        described.extend(self._last_of_row(quantity, head))
        described.extend(misplaced(head) if not money else ())
        named = who.own(head) if not money else ()
        if (
            named
            and named[0].startswith("person:")
            and quantity.value != 1
            and (quantity.unit == self._people.people_unit or self._leads_to_name(head))
        ):
            named = ()  # "quinze dirigeants, dont Jean Dupont": he is one of them; "300 lettres critiquant le ministre, Jean Dupont"
        if self._overruled.is_kind(outer, named) or (named and self._overruled.named(outer, head, named)):
            named = ()
        own = named or next((found for child in described if (found := self._described_by(child)) and not self._are_others(outer, found)), ())
        own = (self._body_of_people(quantity, head) or self._had.by(quantity, head, outer) if own and not named else ()) or own
        if own and not named and self._had.is_somebodys(quantity, head, outer):
            return ()  # "l'homme avait deux passeports elboniens"
        if any(child.morph.get("Poss") == "Yes" for child in head.all("det")):  # "Untel ferme ses trois usines belges"
            known = self._topics.possessor((head,)) or self._spoken.possessor((head,))
            kept = quantity.unit == self._people.people_unit or (own and own[0].startswith("person:"))
            own = known or (own if kept else ())
        if own := own or self._topics.possessor((head, *numbers)) or self._spoken.possessor((head, *numbers)):
            return own
        if quantity.unit in self._sums:
            return self._given.by(quantity, head) or (self._share_of_own(head) if quantity.unit == SHARE else ())
        following = self._following(head, outer)
        if body := self._bodies.behind(quantity):
            return (body,)
        owning = (
            found
            for part in following
            if (
                found := self._acting(part)
                or self._doers.mission(part)
                or self._bodies.pointed_at(part)
                or self._topics.body(part)
                or self._spoken.country(part)
                or (self._bodies.at(part.end + 1) if self._nearby.text[part.end : part.end + 1].isspace() else ())
                or self._topics.possessor((part,))
                or self._spoken.possessor((part,))
                or self._of_whole(quantity, head, part)
            )
        )
        if (theirs := next(owning, ())) and head.child("amod", "acl") is None:
            theirs = self._had.by(quantity, head, outer) or theirs  # "l'Elbonie contrôle deux chambres du parlement"
        return theirs or self._bodies.of_participle(head) or self._among(quantity) or self._given.by(quantity, head)

    def _share_of_own(self, head: Token) -> tuple[str, ...]:
        """Whose own a share is of: "25 % de ses effectifs"; who says "80 % de nos clients", unless they are a state's."""
        parts = [part for part in complements(head, "de") if part.start > head.start and part.text.lower() not in self._kin]
        own = (found for part in parts if (found := self._topics.possessor((part,)) or self._spoken.possessor((part,))))
        ours = (found for part in parts if not self._national.has(part.lemma.lower()) and (found := self._spoken.for_whom(part)))
        return next(own, ()) or next(ours, ()) or self._national.share_of_people(parts)

    def _are_others(self, outer: Token, found: tuple[str, ...]) -> bool:
        """Whether those of whom an adjective says so have not what is counted: a kind of people, a group that a state deals with."""
        return self._disowned.is_kind(found) or self._overruled.is_dealt_with(outer, found)

    def _leads_to_name(self, head: Token) -> bool:
        """Whether the parser hangs a name on it that stands behind."""
        return any(child.pos == "PROPN" and child.start > head.end for child in head.all("appos", "flat", "nmod"))

    def _following(self, head: Token, outer: Token) -> list[Token]:
        """What follows with "de" that may say whose they are: not where they come from, nor what is told of another noun alone."""
        narrowed = head.child("amod") is not None
        others = [noun for noun in conjuncts(head) if noun is not head and not self._is_another(noun)]
        shared = [(part, noun) for noun in others for part in complements(noun, "de")]
        parts = [part for part, noun in shared if not ((noun.child("nummod") or narrowed) and self._disowned.is_body(part))]
        parts = [*complements(head, "de"), *parts]
        parts = [part for part in parts if part.start > head.start and "," not in self._nearby.text[head.end : part.start]]
        return [part for part in parts if not self._disowned.is_origin(part, head, outer)]

    def _is_another(self, noun: Token) -> bool:
        """Whether one thing of its own is joined to what is counted: "300 passagers et un cargo de l'Untel"."""
        article = noun.child("det")
        one = article is not None and article.morph.get("Definite") == "Ind" and noun.morph.get("Number") == "Sing"
        return one and not any(part.start > noun.start and part.child("det") is None for part in complements(noun, "de"))

    def _acting(self, part: Token) -> tuple[str, ...]:
        """Whom a complement names; a kind of people have only who is of a body: "300 proches de jihadistes d'Untel"."""
        found = self._who.acting(part)
        apart = {actor for other in conjuncts(part) if preposition(other) not in self._following_with for actor in self._who.acting(other)}
        found = tuple(actor for actor in found if actor not in apart)  # "300 élèves de 20 pays et au Pérou"
        return found if not self._disowned.is_kind(found) else self._who.owner(part, bare=False, acting=True)

    def _described_by(self, adjective: Token) -> tuple[str, ...]:
        """Whom an adjective names; of two that stand for one thing each, both or nobody: "deux partis belge et péruvien"."""
        found = self._who.own(adjective)
        others = [other for other in adjective.all("conj") if other.pos == "ADJ"] if found else []
        each = [self._who.own(other) for other in others]
        singular = adjective.morph.get("Number") == "Sing" and adjective.head.morph.get("Number") == "Plur"
        if not all(each):
            return () if singular or any(other.lemma.lower() in self._foreign for other in others) else found
        return tuple(dict.fromkeys((*found, *(actor for own in each for actor in own))))

    def _body_of_people(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The group or body people are of, whatever people they are of: "douze cadres belges d'Untel"; soldiers are their state's."""
        if quantity.unit != self._people.people_unit or self._who.stands_for_others(head):
            return ()
        parts = [part for part in complements(head, "de") if part.start > head.start]
        bodies = (self._disowned.body(part) or self._disowned.body_behind(part) for part in parts)
        return next((body for body in bodies if body), ())

    def _among(self, quantity: Quantity) -> tuple[str, ...]:
        """Whose those are among whom people are counted: "vingt morts parmi les soldats belges"."""
        at = self._nearby.at(quantity.span.end)
        case = self._nearby.tokens[at] if at < len(self._nearby.tokens) else None
        if quantity.unit != self._people.people_unit or case is None or case.text.lower() not in self._among_whom or case.dep != "case":
            return ()
        found = self._who.acting(case.head) or self._who.owner(case.head, bare=False, acting=True)
        return found if found and not found[0].startswith("person:") else ()

    def _of_whole(self, quantity: Quantity, head: Token, part: Token) -> tuple[str, ...]:
        """Whose those are of whom a bare number or a share is told: "douze des 300 députés du parti", "12 % de la population elbonienne"."""
        share = head.pos in ("NUM", "SYM") or (quantity.unit in (SHARE, None) and self._national.has(part.lemma.lower()))
        found = self._who.owner(part, bare=False, acting=True) if share else ()
        wholes = complements(part, "de") if share else ()  # "le tiers de la population de l'archipel"
        return found or next((state for whole in wholes if (state := self._spoken.country(whole))), ())

    def _last_of_row(self, quantity: Quantity, head: Token) -> Iterable[Token]:
        """What describes the last thing of a row of bare ones, and so all: "4 avions, 15 drones et 10 chars belges"."""
        first = head.head if head.dep in ("appos", "conj") and head.head.child("nummod") is not None else head
        row = sorted((first, *first.all("appos", "conj")), key=lambda noun: noun.start)
        if quantity.unit == self._people.people_unit or head is row[-1] or any(noun.child("nummod") is None for noun in row):
            return ()
        bare = all(noun.pos == "NOUN" and noun.child("amod", "nmod", "acl", "det") is None for noun in row[:-1])
        return row[-1].all("amod") if bare and not self._people.counts_people(row[-1].text) else ()

    def _held(self, quantity: Quantity) -> tuple[str, ...]:
        """Whose own is made of so many: "sa flotte de 300 avions", "son exploitation de dix hectares"."""
        at = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, at - NEAR) : at][::-1]
        whole = next((word for word in words[1:] if word.pos != "ADJ"), None) if words and words[0].text.lower() in self._of else None
        return self._doers.receiving.possessed(whole) if whole is not None and whole.pos == "NOUN" else ()


def _is_aim(verb: Token) -> bool:
    """Whether a verb only tells what something is done for: an infinitive of its own clause."""
    return verb.morph.get("VerbForm") == "Inf" and verb.dep == "advcl" and verb.child("mark", "case") is not None
