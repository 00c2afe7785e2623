"""Whom the text around a figure speaks of: the one person that "son salaire" can mean, the state that nearly all of it is about."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from chancery.analysis import Analysis, Mention, Reference, Token
from chancery.analysis.clauses import complements, obliques, subject
from chancery.analysis.units import units
from chancery.facts.listed import Listed
from chancery.facts.measured import above
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.topics import Topics, counts
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

DEEP = 6
"""Governors among which the verb is whose subject "son" means."""
NAMED = 400
"""Code points before "son" in which whoever it means has been spoken of."""
MOSTLY, TIMES = 0.7, 3
"""The share of all states spoken of that a text is about, and how often it speaks of that one at least."""
NAME = 7
"""Code points from a noun to the name behind "de la" that it governs."""
BEHIND = 6
"""Words behind a noun among which the name begins that it brings in."""


class Spoken:
    """Whom one document speaks of, by place."""

    def __init__(self, analysis: Analysis, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who, self._topics = nearby, who, Topics(nearby, who, pack)
        lists = pack.words("numbers")["whose"]
        self._theirs, self._one_theirs, self._mine = frozenset(lists["theirs"]), frozenset(lists["one_theirs"]), frozenset(lists["mine"])
        self._ours = frozenset(lists["ours"])
        self._personal, self._kin, self._by = frozenset(lists["personal"]), frozenset(lists["kin"]), frozenset(lists["by"])
        self._country, self._parts = frozenset(lists["country"]), frozenset((*pack.words("numbers")["whereabouts"]["sides"], *lists["wholes"]))
        self._places = frozenset(pack.words("numbers")["whereabouts"]["places"])
        self._adherents = frozenset(lists["adherents"])
        self._kinds, self._led = frozenset(lists["kinds"]), frozenset(lists["led"])
        self._isles, self._island_states = frozenset(lists["isles"]), frozenset(lists["island_states"])
        self._counting, self._commanding = Listed(lists["having_oneself"], pack), Listed(lists["commanding"], pack)
        self._becoming, self._firms = Listed(lists["becoming"], pack), frozenset((*lists["firms"], *lists["groups"]))
        self._one_person, self._people_too, self._branches = units(pack).one_person, units(pack).counts_people, frozenset(lists["branches"])
        self._named, self._roles = analysis.mentions, analysis.references
        both: list[Mention | Reference] = [*analysis.mentions, *analysis.references]
        found = sorted(both, key=lambda item: item.span)
        self._people = [(item.span.start, item.actor) for item in found if item.actor and item.actor.startswith("person:")]
        known = register_for(None)
        named = [(item.span.start, (item.actor, *item.sides)) for item in found if not (item.actor or "").startswith("person:")]
        self._where = [(start, actor) for start, actors in named for actor in dict.fromkeys(actors) if actor and known.is_state(actor)]
        self._states = Counter(actor for _, actor in self._where)
        self._sides = Counter(side for item in found if (item.actor or "").startswith("person:") for side in item.sides if known.is_state(side))
        self._authorities = frozenset(lists["authorities"])
        self._governments, self._heads = frozenset(lists["governments"]), frozenset(pack.words("numbers")["disowned"]["heads"])

    def is_personal(self, noun: Token | None) -> bool:
        """Whether what a noun means is a person's own, and no state's whom he acts for: "son salaire", "sa fille"."""
        return noun is not None and (noun.lemma.lower() in self._personal or noun.text.lower() in self._personal)

    def possessor(self, nouns: Iterable[Token]) -> tuple[str, ...]:
        """Who says "mes"; whom "son" means where the subject of its clause names nobody: who does it, his body, the one person spoken of."""
        nouns = tuple(nouns)
        if said := self._speaker(nouns[:1], self._mine):
            return said
        owned = next(((noun, child) for noun in nouns for child in noun.all("det") if child.text.lower() in self._theirs), None)
        if owned is None:
            return ()
        noun, one = owned[0], owned[1].text.lower() in self._one_theirs
        higher = [token for token in above(noun, DEEP) if token.start < noun.start]
        if by := next((found for token in higher for part in self._agents(token) if part.end < noun.start and (found := self._who.acting(part))), ()):
            return by
        acts = next(
            (acts for token in higher if token.pos in ("VERB", "AUX") and (acts := subject(token)) is not None and acts.end <= noun.start), None
        )
        if acts is not None and not (one and acts.morph.get("Number") == "Plur") and (found := self.body(acts)):
            return found
        pronoun = acts is not None and acts.pos == "PRON"
        own = self.is_personal(noun) or noun.text.lower() in self._kin or noun.lemma.lower() in self._led
        own = own or any(map(self.is_personal, complements(noun, "de")))  # "son taux d'approbation"
        if one and noun.text.lower() in self._adherents and (alone := self._alone(noun)):
            return alone
        return self._person(noun.start) if one and not pronoun and own else ()

    def for_whom(self, noun: Token) -> tuple[str, ...]:
        """Who says "nos ventes", for whoever has them."""
        return self._speaker((noun,), self._ours)

    def counts_own(self, outer: Token) -> bool:
        """Whether somebody says "je compte 200 clients", or has them at his command: they are his, whoever he is."""
        verb = outer.head
        if self._commanding.verb(verb) or self._commanding.verb(verb.head):
            return verb.start < outer.start  # "dispose d'une équipe de douze agents"
        acts = subject(verb) if outer.start > verb.end and self._counting.verb(verb) else None
        return acts is not None and acts.morph.get("Person") == "1" and acts.morph.get("Number") == "Sing"

    def body_of_speaker(self, pronoun: Token) -> tuple[str, ...]:
        """The body for which whoever says "nous" speaks: by what he is called beside his name, "Anna Blanc, patronne d'Untel"."""
        statement = self._who.statement(pronoun.span)
        said = statement.speaker_actors if statement is not None else ()
        parts = (part for word in self._called_by(said) for part in complements(word, "de"))
        bodies = ((part, self._nearby.mention_before(part.end + 1)) for part in parts)
        named = (body for part, body in bodies if body is not None and body.type == "ORG" and body.span.end > part.start)
        return next((meant(body) for body in named if meant(body)), ())

    def leads(self, pronoun: Token) -> bool:
        """Whether whoever says "nous" is called the head of something, for which he speaks: "Anna Blanc, présidente de la région"."""
        statement = self._who.statement(pronoun.span)
        said = statement.speaker_actors if statement is not None else ()
        return any(word.lemma.lower() in self._heads and complements(word, "de") for word in self._called_by(said))

    def _called_by(self, said: tuple[str, ...]) -> Iterable[Token]:
        """The nouns that a speaker is called by, beside his name or where one stands for him."""
        names = (name for name in self._named if said and name.type == "PER" and name.actor == said[0])
        beside = (word for name in names for token in self._nearby.inside(name.span) for word in (*token.all("appos"), token.head))
        roles = (role for role in self._roles if said and role.actor == said[0])
        titles = (word for role in roles for word in self._nearby.inside(role.span))
        return (word for word in (*beside, *titles) if word.pos == "NOUN")

    def _speaker(self, nouns: tuple[Token, ...], words: frozenset[str]) -> tuple[str, ...]:
        """Who says "mes trois enfants", in his own words."""
        owned = next((child for noun in nouns for child in noun.all("det") if child.text.lower() in words), None)
        statement = self._who.statement(owned.span) if owned is not None else None
        said = statement.speaker_actors if statement is not None else ()
        return said if said and said[0].startswith("person:") else ()

    def _agents(self, token: Token) -> tuple[Token, ...]:
        return tuple(part for word in self._by for part in (*complements(token, word), *obliques(token, word)))

    def _called(self, noun: Token) -> tuple[str, ...]:
        """The body whose name stands behind the noun for one, and what it deals in: "le géant du luxe Untel", "le géant belge du luxe (GBL)"."""
        if noun.lemma.lower() not in self._firms or noun.morph.get("Number") == "Plur":
            return ()
        at = self._nearby.at(noun.start)
        led = False
        for token in self._nearby.tokens[at + 1 : at + 1 + BEHIND]:
            body = self._nearby.mention_before(token.start)
            if body is not None and body.span.start == token.start and body.type == "ORG":
                return () if led else meant(body)
            if token.text == "(":
                short = self._nearby.mention_before(token.end)
                named = short is not None and short.span.start == token.end and short.type == "ORG"
                return meant(short) if named and short is not None and self._nearby.text.startswith(")", short.span.end) else ()
            if token.pos not in ("ADJ", "ADP", "DET", "NOUN") or (token.pos == "NOUN" and self._people_too(token.text)):
                return ()
            led = token.pos in ("ADP", "DET")
        return ()

    def body(self, noun: Token) -> tuple[str, ...]:
        """The body that a noun brings in by name, or whose head it means: "le géant Untel", "le patron d'Untel"."""
        return self._called(noun) or self._of_body(noun)

    def _of_body(self, noun: Token) -> tuple[str, ...]:
        """The body that a person without a name heads, or that the noun is for a part of: "le patron d'Untel", "la filiale belge d'Untel"."""
        if noun.lemma.lower() not in self._heads | self._branches:
            return ()
        called = noun.all("appos") if noun.lemma.lower() in self._branches else ()  # "la branche Transport d'Untel"
        parts = (part for word in (noun, *called) for part in complements(word, "de") if part.start > noun.start)
        return next(((body,) for part in parts if (body := self._who.organisation(part))), ())

    def _alone(self, noun: Token) -> tuple[str, ...]:
        """The one person whom the sentence has named before: "le message d'Untel arrive à Lyon, où deux de ses partisans sont élus"."""
        begin = self._nearby.tokens[self._nearby.sentence(noun.start)[0]].start
        near = {actor for start, actor in self._people if begin <= start < noun.start}
        return (near.pop(),) if len(near) == 1 else ()

    def _person(self, place: int) -> tuple[str, ...]:
        """The one person spoken of right before, in its paragraph, with or without a name."""
        begin = max(self._nearby.text.rfind("\n", 0, place) + 1, place - NAMED)
        near = {actor for start, actor in self._people if begin <= start < place}
        words = self._nearby.inside(Span(begin, place))
        others = (word for word in words if word.pos == "NOUN" and word.morph.get("Number") != "Plur" and self._one_person(word.text))
        return (near.pop(),) if len(near) == 1 and all(self._who.own(word) for word in others) else ()

    def country(self, noun: Token) -> tuple[str, ...]:
        """The state of "du pays", "du sud" or "l'ensemble du pays": the one named right before, else the one that the text is about."""
        if named := self._by_name(noun):
            return named
        if noun.lemma.lower() in self._kinds and any(child.morph.get("PronType") == "Dem" for child in noun.all("det")):
            found = (self._named_alone(noun.start) or self.about()) if self._may_be_state(noun) else ()
            return found if not any(set(self._who.own(word)) & set(found) for word in noun.subtree()) else ()  # "cet Etat du nord de l'Elbonie"
        if noun.lemma.lower() in self._isles:
            return self._island(noun)
        if noun.lemma.lower() not in self._country:
            inner = complements(noun, "de") if noun.text.lower() in self._parts else ()
            return next((found for part in inner if (found := self.country(part))), ())
        if noun.morph.get("Number") == "Plur" or self._topics.is_told(noun):
            return ()
        pointing = any({child.morph.get("Definite"), child.morph.get("PronType")} & {"Def", "Dem"} for child in (*noun.all("det"), *noun.all("case")))
        return (self._topics.state(noun) or self.about() or self._at_home()) if pointing else ()

    def _by_name(self, noun: Token) -> tuple[str, ...]:
        """The state whose name stands behind the noun for one: "la République de Chypre"."""
        if noun.lemma.lower() not in self._kinds and noun.lemma.lower() not in self._country:
            return ()
        parts = (part for part in complements(noun, "de") if part.pos == "PROPN" and part.child("det") is None)
        found = next((found for part in parts if (found := self._who.own(part))), ())
        return found if len(found) == 1 and register_for(None).is_state(found[0]) else ()

    def _island(self, noun: Token) -> tuple[str, ...]:
        """The one state of islands alone that has been named before "l'île", if the last place named is no island itself."""
        bare = noun.child("amod", "appos") is None and all(map(counts, noun.all("nmod"))) and noun.morph.get("Number") != "Plur"
        if not bare or not any(child.morph.get("Definite") == "Def" for child in noun.all("det")) or not self._may_be_state(noun):
            return ()
        named = {name.actor for name in self._nearby.mentions_before(noun.start, NAMED) if name.type == "LOC" and name.actor in self._island_states}
        found = named or self._island_states.intersection(self.about())
        return tuple(str(state) for state in found) if len(found) == 1 else ()

    def _may_be_state(self, noun: Token) -> bool:
        """Whether "cette île" may be a state: the last place named is one, or its capital, for an island may be none."""
        if noun.lemma.lower() not in self._places:
            return True
        last = next((name for name in self._nearby.mentions_before(noun.start, NAMED) if name.type == "LOC"), None)
        if last is None:
            return True
        state = last.actor or register_for(None).capital(last.span.of(self._nearby.text))
        return state is not None and register_for(None).is_state(state)

    def _named_alone(self, place: int) -> tuple[str, ...]:
        """The one state that the paragraph has spoken of before a place."""
        begin = max(self._nearby.text.rfind("\n", 0, place), place - NAMED)
        near = {state for start, state in self._where if begin <= start < place}
        return (near.pop(),) if len(near) == 1 else ()

    def about(self) -> tuple[str, ...]:
        """The state that the text speaks of nearly alone, by name or adjective."""
        most = self._states.most_common(1)
        return (most[0][0],) if most and most[0][1] >= max(TIMES, MOSTLY * self._states.total()) else ()

    def _at_home(self) -> tuple[str, ...]:
        """The state that the text names most, if nearly all states and those whom people act for are that one."""
        told = self._states + self._sides
        most = self._states.most_common(1)
        return (most[0][0],) if most and told[most[0][0]] >= max(TIMES, MOSTLY * told.total()) else ()

    def government(self, noun: Token | None) -> tuple[str, ...]:
        """The state of "le gouvernement" or "l'Etat", of which the text does not say whose: the title's, or whom nearly all named act for."""
        if noun is None or noun.child("amod") is not None:
            return ()
        several = noun.text.lower() in self._authorities
        if not several and (noun.lemma.lower() not in self._governments or noun.morph.get("Number") == "Plur"):
            return ()
        definite = any(child.morph.get("Definite") == "Def" for child in (*noun.all("det"), *noun.all("case")))
        if self.is_part(noun) or not definite or any(part.pos == "PROPN" for child in noun.all("nmod") for part in child.subtree()):
            return ()
        told = self._states + self._sides
        most = told.most_common(1)
        if self._headed or several:
            return self._headed
        if most and most[0][1] >= MOSTLY * told.total():
            return (most[0][0],)
        return self._governing if most and self._governing == (most[0][0],) else ()

    def is_part(self, noun: Token) -> bool:
        """Whether a noun for a state is what the text calls the parts of one: "l'Etat de Zorkany", of a federation."""
        return noun.lemma.lower() in self._part_nouns

    @cached_property
    def _part_nouns(self) -> frozenset[str]:
        """The nouns for a government by which the text points back at something, or behind which it names a part of a state."""
        nouns = [token for token in self._nearby.tokens if token.lemma.lower() in self._governments and token.pos in ("NOUN", "PROPN")]
        known = register_for(None)
        parts = ((noun, self._nearby.mention_before(part.start + 1)) for noun in nouns for part in complements(noun, "de") if part.start > noun.end)
        named = (
            noun
            for noun, name in parts
            if name is not None and name.type == "LOC" and name.span.start - noun.end < NAME and not known.named(name.span.of(self._nearby.text))
        )
        pointed = (noun for noun in nouns if any(child.morph.get("PronType") == "Dem" for child in noun.all("det")))
        return frozenset(noun.lemma.lower() for noun in (*named, *pointed))

    @cached_property
    def _headed(self) -> tuple[str, ...]:
        """The state that the text is headed with: "Elbonie: le gouvernement recule"."""
        name = self._nearby.mention_before(0)
        behind = self._nearby.text[name.span.end :][:2].strip() if name is not None else ""
        if name is None or name.type != "LOC" or not behind.startswith(":"):
            return ()
        return meant(name) if register_for(None).is_state(name.actor or "") else ()

    @cached_property
    def _governing(self) -> tuple[str, ...]:
        """The one state whose government or authorities the text names: "le gouvernement elbonien"."""
        nouns = (token for token in self._nearby.tokens if token.lemma.lower() in self._governments | self._authorities)
        states = {state for noun in nouns for state in self._who.owner(noun, bare=False) if register_for(None).is_state(state)}
        return tuple(states) if len(states) == 1 else ()

    def becomes(self, verb: Token) -> Token | None:
        """Whoever becomes what an infinitive completes: "l'Elbonie devient le premier pays à dépasser 300 cas"."""
        main = verb.head
        infinitive = verb.dep == "xcomp" and verb.morph.get("VerbForm") == "Inf"
        return subject(main) if infinitive and main is not verb and self._becoming.verb(main) else None
