"""Whose an age is: the person whose name it stands behind, or of whom the clause says it."""

from collections.abc import Iterator
from itertools import takewhile

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import own_subject, preposition, subject
from chancery.analysis.units import units
from chancery.facts.age_clauses import AgeClauses
from chancery.facts.age_nouns import AgeNouns
from chancery.facts.age_places import AgePlaces
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.persons import Persons, person
from chancery.facts.strangers import stranger
from chancery.languages import Pack
from chancery.span import Span

APART = ",(\u00a0 "
"""What may stand between a name and the age behind it."""
CLOSED = '"»”'
"""What closes quoted words before what is told of the last name in them: "le sultan Roux", mort à l'âge de 80 ans"."""
JOINING = 5
"""Words between a name and an age: ", alors âgée de seulement"."""
ROW = 30
"""Words from "mère de trois enfants" to the subject of its sentence."""
EACH = 7
"""Words before an age among which "chaque" stands."""
AGED, CALLED = 2, 9
"""Words of "âgé de", and at most of what somebody is called before it."""


class Ages:
    """The bearers of the ages in one document."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["ages"]
        self._years, self._age = frozenset(lists["nouns"]), frozenset(lists["age"])
        self._joining = frozenset(word for phrase in (*lists["before"], *lists["between"], *lists["then"]) for word in phrase.split())
        self._anybody, self._one_person = frozenset(lists["bearers"]), units(pack).one_person
        self._kin, self._of = frozenset(pack.words("numbers")["whose"]["kin"]), frozenset(pack.words("numbers")["whereabouts"]["of"])
        self._places = self._of | frozenset(pack.words("numbers")["whereabouts"]["at"])
        self._persons = Persons(nearby, who, pack)
        self._nouns = AgeNouns(nearby, pack)
        self._places_of = AgePlaces(nearby, who, self._persons, pack)
        self._clauses = AgeClauses(nearby, pack)
        self._each = frozenset(pack.words("numbers")["disowned"]["each"])
        self._tolls = frozenset(pack.words("numbers")["whose"]["tolls"])

    def has(self, head: Token) -> bool:
        """Whether it is years of age, the only years that are figures."""
        return head.text.lower() in self._years

    def whose(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The person alone, whomever he acts for: an age is no state's."""
        return self._bearing_it(quantity, head)[:1]

    def _bearing_it(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The name that the age stands behind, or whom the clause is about: "âgée de", "est morte à l'âge de"."""
        if self._of_several(quantity) or self._of_each(quantity):
            return ()
        mention = self._nearby.mention_before(quantity.span.start)
        if mention and mention.type == "PER" and self._disagrees(mention, quantity):
            return ()  # "l'épouse du ministre Marc Roux, âgée de 40 ans"
        if mention and mention.type == "PER" and mention.span.end == self._nearby.back_over(quantity.span.start, APART):
            title = self._bearing(mention)
            if title is None:
                return meant(mention) or self._unknown(mention.span.end)
            bears = person(self._who.own(title))
            return bears if bears != meant(mention)[:1] else ()
        if (
            mention
            and mention.type == "PER"
            and (self._goes_between(self._nearby.text[mention.span.end : quantity.span.start]) or self._is_called(mention, quantity))
        ):
            return meant(mention)
        end = self._nearby.back_over(quantity.span.start, APART)
        if "," in self._nearby.text[end : quantity.span.start] and (called := self._unknown(end)):
            return called
        bearer = self.bearer(head)
        if self._is_kin(bearer):
            return self._kin_named(bearer, head)  # nobody: "Anna Blanc porte son enfant de 2 ans"
        speaks = bearer.dep.startswith("nsubj") and self._who.spoken_with(bearer.head) is not None
        told = self._persons.speaking(bearer) or self._persons.just_named(bearer) if speaks else self._persons.pointed(bearer)
        if pointed := told or self._apposed(bearer):
            return pointed
        if self._persons.acts_for_others(self._who.own(bearer), bearer):
            return ()
        if called := person(self._who.own(head)):
            return called  # "Anna Blanc, une touriste lyonnaise de 28 ans": it is part of what she is called
        if (dead := self._clauses.named_behind(head)) is not None:
            return dead
        named = (found for token in self._aged(head) if (found := person(self._who.own(token))))
        return (
            next(named, ())
            or self._known(bearer, head)
            or self._places_of.fronted(head)
            or self._places_of.apart(quantity, head)
            or self._places_of.beside_verb(head)
            or self._persons.described(bearer)
            or self._persons.spoken_of(bearer)
            or self._persons.only_one(bearer)
        )

    def _known(self, bearer: Token, head: Token) -> tuple[str, ...]:
        """Whom the noun means with which an age stands, or the subject that points back at somebody: "cet avocat est mort à l'âge de 80 ans"."""
        if bearer.pos == "NOUN" and bearer.child("det") is not None and self._one_person(bearer.text):
            return person(self._who.own(bearer))
        if bearer.pos == "NOUN" and bearer.dep == "appos" and bearer.child("det") is None and self._one_person(bearer.text):
            return self._persons.pointed(bearer.head)  # "Cette figure du parti, infirmière de 31 ans, part"
        verb = head.head.head if head.head.lemma.lower() in self._age else head.head
        acts = own_subject(verb)
        return self._persons.pointed(acts) if acts is not None and acts.end <= verb.start else ()

    def _is_kin(self, bearer: Token) -> bool:
        """Whether it is somebody's own child or relative, and no name tells which."""
        own = any(child.morph.get("Poss") == "Yes" for child in bearer.all("det"))
        return own and bearer.text.lower() in self._kin and not person(self._who.own(bearer)) and bearer.child("appos") is None

    def _kin_named(self, bearer: Token, head: Token) -> tuple[str, ...]:
        """Who is named before the comma and called somebody's relative behind it: "elle écrit à Paul, son fils de six ans, chaque jour"."""
        at = self._nearby.at(min(bearer.all("det"), key=lambda token: token.start).start)
        behind = self._nearby.tokens[self._nearby.at(head.end) :][:2]
        if at < 2 or self._nearby.tokens[at - 1].text != "," or not behind or behind[0].pos != "PUNCT" or behind[-1].pos == "CCONJ":
            return ()  # a row of people: "avec Anna, son fils de six ans et sa soeur"
        last = self._nearby.tokens[at - 2]
        name = self._nearby.mention_ending(last.end)
        if name is not None and name.type == "PER":
            found = meant(name) or self._unknown(last.end)
        else:
            told = last.pos == "PROPN" and self._who.spoken_with(last.head) is not None  # "dit Anna à Paul, son fils"
            found = stranger(self._nearby, last.end, frozenset()) if told else ()
        return person(found) if self._persons.may_be(found, bearer) else ()

    def of_parent(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The person of "père de trois enfants", "cette mère de trois enfants"."""
        at = self._nearby.at(quantity.span.start)
        before_it = self._nearby.tokens[at - 2] if at > 1 and self._nearby.tokens[at - 1].text.lower() in self._of else None
        noun = outermost(quantity, head).head
        noun = before_it if noun.lemma.lower() not in self._anybody and before_it is not None else noun
        if head.text.lower() not in self._kin or preposition(outermost(quantity, head)) != "de" or noun.lemma.lower() not in self._anybody:
            return ()
        named = (found for token in (noun, noun.head) if token is noun or noun.dep == "appos" if (found := person(self._who.own(token))))
        before = (found for token in self._named_before(noun) if (found := person(self._who.own(token))))
        said = noun.head if noun.dep == "conj" else noun  # "il était marié et père de trois enfants"
        is_he = person(self._who.own(acts)) if said.child("cop", "aux:pass") is not None and (acts := own_subject(said)) is not None else ()
        return (
            next(named, ())
            or next(before, ())
            or is_he
            or self._persons.speaking(noun)
            or self._persons.pointed(noun)
            or self._apposed(noun)
            or self._persons.spoken_of(noun)
            or self._calling(noun)
        )

    def _calling(self, noun: Token) -> tuple[str, ...]:
        """The subject of what a row of nouns without article says who he is: "Élue depuis 2008, mère de trois enfants, elle préside"."""
        at = self._nearby.at(noun.start)
        opening = self._nearby.tokens[at - noun.index]
        bare = noun.child("det") is None and opening.child("det") is None and opening.pos in ("NOUN", "VERB", "ADJ")
        if not bare or any(word.pos == "AUX" or word.morph.get("VerbForm") == "Fin" for word in self._nearby.tokens[at - noun.index : at]):
            return ()
        behind = self._nearby.tokens[at : at + ROW]
        acts = next((word for word in behind if word.index > noun.index and word.dep.startswith("nsubj")), None)
        return person(self._who.own(acts)) if acts is not None and self._nearby.tokens[self._nearby.at(acts.start) - 1].text == "," else ()

    def _unknown(self, end: int) -> tuple[str, ...]:
        return stranger(self._nearby, end, self._places)

    def _apposed(self, noun: Token) -> tuple[str, ...]:
        """The person of the unknown name before what he is called: "Silvana, retraitée de 77 ans"."""
        at = self._nearby.at(noun.start)
        bare = noun.pos == "NOUN" and noun.child("det") is None and self._one_person(noun.text)
        return self._unknown(self._nearby.tokens[at - 2].end) if bare and noun.index > 1 and self._nearby.tokens[at - 1].text == "," else ()

    def _of_several(self, quantity: Quantity) -> bool:
        """Whether it is the age of more than one: "âgées de 65 ans et plus"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - 2) : at]
        return (
            bool(before)
            and before[0].text.lower() in self._joining
            and before[0].text.lower().endswith("s")
            and before[0].morph.get("Number") == "Plur"
        )

    def _of_each(self, quantity: Quantity) -> bool:
        """Whether it is anybody's: "pour chaque enfant à l'âge de 12 ans"."""
        at = self._nearby.at(quantity.span.start)
        words = takewhile(lambda word: word.text != ",", self._nearby.tokens[max(0, at - EACH) : at][::-1])
        return any(word.text.lower() in self._each for word in words)  # not "aucun doute pour Anna Blanc, 53 ans"

    def _bearing(self, mention: Mention) -> Token | None:
        """The noun for one person that a name is only a complement of: "l'ancienne avocate d'Anna Blanc, 40 ans"."""
        at = self._nearby.at(mention.span.start)
        if at < 2:
            return None
        if self._nearby.tokens[at - 1].text.lower() not in self._of:
            return self._clauses.titled_relative(at)
        noun = self._nearby.tokens[at].head
        while noun.dep in ("flat", "flat:name", "appos") and noun.head is not noun:
            noun = noun.head
        noun = noun if noun.pos == "NOUN" else self._nearby.tokens[at - 2]
        one = noun.pos == "NOUN" and self._one_person(noun.text) and noun.lemma.lower() not in self._tolls
        return noun if one and noun.end <= mention.span.start else None

    def _disagrees(self, mention: Mention, quantity: Quantity) -> bool:
        """Whether "âgée" stands right between a man's name and the age, or the other way round."""
        words = self._nearby.inside(Span(mention.span.end, quantity.span.start))
        aged = [word for word in words if word.morph.get("Gender") and word.text.lower() in self._joining]
        return self._goes_between(self._nearby.text[mention.span.end : quantity.span.start]) and not all(
            self._persons.may_be(meant(mention), word) for word in aged if meant(mention)
        )

    def _goes_between(self, words: str) -> bool:
        """Whether words only join an age to a name: ", alors âgée de"."""
        between = words.lower().replace(",", " ").split()
        return words.lstrip().startswith(",") and 0 < len(between) <= JOINING and all(word in self._joining for word in between)

    def _is_called(self, mention: Mention, quantity: Quantity) -> bool:
        """Whether only what somebody is stands between his name and "âgé de": "Anna Blanc, nouvelle venue âgée de 41 ans"."""
        words = self._nearby.inside(Span(mention.span.end, quantity.span.start))
        if not AGED < len(words) <= CALLED or words[0].text != "," or words[-AGED].text.lower() not in self._joining:
            return False
        plain = all(word.pos in ("NOUN", "ADJ", "ADP", "ADV", "PROPN") or word.morph.get("VerbForm") == "Part" for word in words[1:])
        return plain and not any(self._one_person(word.text) and word.head is not words[1] for word in words[2:-AGED] if word.pos == "NOUN")

    def bearer(self, head: Token) -> Token:
        """The noun that an age hangs on, past "âgé de"."""
        return self._nouns.of(head)

    def _aged(self, head: Token) -> Iterator[Token]:
        """Whose age it may be: the noun or the subject that it hangs on, the name beside that noun, or what the noun is said to be."""
        governor = self._nouns.past_phrase(head.head)
        if governor.lemma.lower() in self._age:
            governor = governor.head
        if governor.pos not in ("PROPN", "NOUN"):
            if (clause := self._clauses.clause_before(head, governor)) is not None:
                yield clause  # "Depuis que Marc Roux est mort, à l'âge de 66 ans, Anna Blanc": his
                return
            if (named_there := self._clauses.just_called(governor)) is not None:
                yield named_there
                return
            yield from self._named_before(governor)
            yield from self._who_relates(governor)
            named = subject(governor) or own_subject(governor.head)
            yield from [named] if named else []
            if named is not None and named.text.lower() in self._kin and not person(self._who.own(named)):
                return  # "dont le frère est mort à l'âge de 21 ans"
            yield from self._named_before(governor.head)
            yield from self._named_before(governor.head.head)
            return
        yield governor
        if governor.dep == "advcl" and governor.index == 0 and (named := own_subject(governor.head)):
            yield named  # "Enlevée à l'âge de 11 ans, Anna Blanc raconte"
        if governor.dep.startswith("appos"):
            yield governor.head
        yield from self._named_before(governor)
        yield from governor.all("appos")
        if governor.child("cop") and (said := own_subject(governor)):
            yield said

    def _who_relates(self, verb: Token) -> Iterator[Token]:
        """The name right before "qui", whatever the parser hangs the clause on: "l'exemple d'Anna Blanc qui est partie à l'âge de 63 ans"."""
        relative = own_subject(verb)
        if relative is None or relative.morph.get("PronType") != "Rel":
            return
        mention = self._nearby.mention_ending(self._nearby.back_over(relative.start, APART))
        if mention is not None and mention.type == "PER":
            yield from self._nearby.inside(mention.span)

    def _named_before(self, noun: Token) -> Iterator[Token]:
        """The name before the comma that a noun stands behind with its article: "Anna Blanc, une Lyonnaise de 30 ans"."""
        if any(child.morph.get("Definite") != "Ind" for child in noun.all("det")):
            return
        first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
        end = self._nearby.back_over(first.start, APART + (CLOSED if noun.morph.get("VerbForm") == "Part" else ""))
        mention = self._nearby.mention_ending(end) if end < first.start else None
        if mention is not None and mention.type == "PER":
            yield from self._nearby.inside(mention.span)
