"""Whom a noun for one person means that names nobody: "cette infirmière de 49 ans", "ajoute le chef de 89 ans", "la sénatrice de 55 ans"."""

from functools import partial

from chancery.analysis import Mention, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.clauses import own_subject, preposition
from chancery.analysis.units import units
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.strangers import PERSON
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

APART = ",(\u00a0 "
"""What may stand between a name and the noun behind it."""
POINTED = 300
"""Code points before "cette infirmière de 49 ans" in which the person has been named."""
PARAGRAPH = 600
"""Code points of a paragraph before "le jeune homme de 24 ans" in which one person alone has been named."""


def person(actors: tuple[str, ...]) -> tuple[str, ...]:
    """The actors, if the first is a person."""
    return actors if actors and actors[0].startswith(PERSON) else ()


class Persons:
    """The people whom the nouns of one document point back at."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["ages"]
        self._private, self._plain = frozenset(lists["private"]), frozenset(lists["plain"])
        self._age, self._anybody, self._the = frozenset(lists["age"]), frozenset(lists["bearers"]), frozenset(lists["the"])
        self._at: str = pack.words("numbers")["polled"]["to"][0]
        self._one_person = units(pack).one_person
        self._gender, self._people = lexicon_of(pack).gender, partial(lexicon_of(pack).demonym, register=register_for(None))

    def described(self, noun: Token) -> tuple[str, ...]:
        """Whom a noun means that names nobody: by who is quoted, by whom the sentence before is about."""
        return self.speaking(noun) or self.entitled(noun)

    def speaking(self, noun: Token) -> tuple[str, ...]:
        """Who is quoted, if the noun is said to speak: "ajoute le chef de 89 ans"."""
        speaks = noun.dep.startswith("nsubj") and noun.child("det") is not None
        statement = self._who.spoken_with(noun.head) if speaks else None
        told = statement is not None and statement.is_own_words and statement.evidence.contains(noun.span)  # `"Un homme de 39 ans", dit-elle`
        return person(statement.speaker_actors) if statement is not None and not told else ()

    def entitled(self, noun: Token) -> tuple[str, ...]:
        """The person whom the sentence before is about, of "le ministre, âgé de 38 ans": a title whose bearer is known."""
        some_age = noun.lemma.lower() in self._age and (preposition(noun) != self._at or self._one_person(noun.head.text))
        if some_age or noun.lemma.lower() in self._anybody or not any(child.morph.get("Definite") == "Def" for child in noun.all("det")):
            return ()
        found = self.before(noun)
        opening = self._nearby.tokens[self._nearby.at(noun.start) - noun.index].start
        last = self._nearby.tokens[self._nearby.at(opening) - 1]
        names = self._nearby.mentions_before(opening, opening - self._nearby.tokens[self._nearby.at(last.start) - last.index].start)
        return () if any(self._rivals(name, found, noun) for name in names) else found

    def before(self, noun: Token) -> tuple[str, ...]:
        """The person whom the sentence before is about, if a noun or pronoun may mean him."""
        before = self._nearby.tokens[: self._nearby.at(noun.start) - noun.index]
        if not before:
            return ()
        sentence = self._nearby.tokens[len(before) - 1 - before[-1].index : len(before)]
        root = next((token for token in sentence if token.head is token), None)
        about = own_subject(root) if root is not None else None
        found = person(self._who.own(about)) if about is not None else ()
        return found if self.may_be(found, noun) else ()

    def pointed(self, noun: Token) -> tuple[str, ...]:
        """The person whom the sentences before "cette infirmière de 49 ans" are about: the last subject there, else the last one named."""
        if noun.pos not in ("NOUN", "PROPN") or not any(child.morph.get("PronType") == "Dem" for child in noun.all("det")):
            return ()
        if (known := person(self._who.own(noun))) and self.may_be(known, noun):
            return known
        acting = {
            found[:1] for verb in noun.ancestors() if (acts := own_subject(verb)) is not None and acts is not noun and (found := self._who.own(acts))
        }
        found = self._pointed_at(noun)
        return found if found[:1] not in acting else ()  # "elle plaint cet homme de 65 ans": not herself

    def _pointed_at(self, noun: Token) -> tuple[str, ...]:
        """Whom the sentences before are about, whoever acts in its own."""
        if (beside := self._right_before(noun)) is not None and self.may_be(meant(beside), noun):
            return meant(beside)
        first = next((child for child in noun.all("det") if child.text[:1].isupper()), None)
        opening = (first or self._nearby.tokens[self._nearby.at(noun.start) - noun.index]).start
        before = [
            mention for mention in self._nearby.mentions_before(opening, POINTED) if mention.type == "PER" and self.may_be(meant(mention), noun)
        ]
        people = [mention for mention in before if "\n" not in self._nearby.text[mention.span.end : noun.start]] or before
        acting = next((mention for mention in people if self._acts(mention) and not self._with_others(mention)), None)
        if acting is None and len({meant(mention)[0] for mention in people}) > 1:
            start = self._nearby.tokens[self._nearby.at(opening) - 1]  # those before are about none of them: whom the last of them names
            last = {meant(name)[:1] for name in people if name.span.start >= start.start - self._length(start)}
            return meant(people[0]) if len(last) == 1 else ()
        return meant(acting or next(iter(people), None)) or (() if people else self.before(noun))

    def just_named(self, noun: Token) -> tuple[str, ...]:
        """The one person whom the sentence before names, of "dit cette femme de 56 ans" behind her words."""
        found = self.pointed(noun)
        opening = self._nearby.at(noun.start) - noun.index
        if not found or opening == 0:
            return ()
        start, end = self._nearby.tokens[opening - 1 - self._nearby.tokens[opening - 1].index].start, self._nearby.tokens[opening].start
        named = {meant(name)[:1] for name in self._nearby.mentions_before(end, end - start) if name.type == "PER"}
        return found if named == {found[:1]} and "\n" not in self._nearby.text[start:end] else ()

    def _right_before(self, noun: Token) -> Mention | None:
        """The name before the comma: "la famille d'Anna Blanc, cette infirmière de 49 ans"."""
        first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
        end = self._nearby.back_over(first.start, APART)
        mention = self._nearby.mention_ending(end) if "," in self._nearby.text[end : first.start] else None
        over = noun.head  # "Principal rival du ministre Marc Roux, cet avocat de 49 ans a parlé": no name is told of
        calls = over.pos == "NOUN" and noun.dep.startswith("appos") and over.dep.startswith("nsubj") and over.child("det") is None
        beside = mention is not None and mention.type == "PER" and first.index and not noun.dep.startswith("nsubj") and not calls
        return mention if beside else None

    def spoken_of(self, noun: Token) -> tuple[str, ...]:
        """The person last spoken of before "la sénatrice de 55 ans", unless somebody else has been brought in without a name since."""
        one = self._one_person(noun.text) or (noun.text[:1].isupper() and self._people(noun.text) is not None)
        general = noun.lemma.lower() in self._anybody and noun.child("nmod") is None
        if noun.pos not in ("NOUN", "PROPN") or noun.morph.get("Number") == "Plur" or general or not one or self._is_told_apart(noun):
            return ()
        if noun.child("flat", "flat:name") is not None:
            return ()  # it has a name of its own: "le Lyonnais Marc Roux, 22 ans"
        if not any(child.morph.get("Definite") == "Def" or child.text.lower() in self._the for child in noun.all("det", "case")):
            return ()
        if again := self._again(noun):
            return again
        people = [name for name in self._nearby.mentions_before(noun.start, POINTED) if name.type == "PER"]
        acting = next((name for name in people if self._acts(name) and not self._with_others(name) and self.may_be(meant(name), noun)), None)
        if acting is None or "\n" in self._nearby.text[acting.span.end : noun.start] or self._is_under(acting, noun):
            return ()
        if any(name.span.start > acting.span.end and self._rivals(name, meant(acting), noun) for name in people):
            return ()
        others = (token for token in self._nearby.inside(Span(acting.span.end, noun.start)) if token.pos == "NOUN" and self._one_person(token.text))
        unnamed = any(child.morph.get("Definite") == "Ind" for token in others for child in token.all("det"))
        return () if unnamed else person(meant(acting))

    def only_one(self, noun: Token) -> tuple[str, ...]:
        """The one person named in the paragraph before "le jeune homme de 24 ans", if nobody else has been told of there."""
        if noun.lemma.lower() not in self._plain or noun.child("nmod") is None or noun.morph.get("Number") == "Plur" or self._is_told_apart(noun):
            return ()
        article = next((child for child in noun.all("det") if child.morph.get("Definite") == "Def"), None)
        sentence = self._nearby.tokens[self._nearby.at(noun.start) - noun.index].start
        if article is None or any(name.type == "PER" for name in self._nearby.mentions_before(noun.start, noun.start - sentence)):
            return ()  # it is somebody else than who is named with it
        opening = max(self._nearby.text.rfind("\n", 0, noun.start) + 1, noun.start - PARAGRAPH)
        people = [name for name in self._nearby.mentions_before(noun.start, noun.start - opening) if name.type == "PER"]
        if len({meant(name)[:1] for name in people}) != 1 or not self.may_be(meant(people[0]), noun):
            return ()
        words = self._nearby.inside(Span(opening, article.start))
        others = (word for word in words if word.pos == "NOUN" and self._one_person(word.text) and word.morph.get("Number") != "Plur")
        unnamed = any(child.morph.get("Definite") == "Ind" and child.morph.get("PronType") == "Art" for word in others for child in word.all("det"))
        return () if unnamed else person(meant(people[0]))

    def _length(self, last: Token) -> int:
        """Code points from the first word of a sentence to its last."""
        return last.start - self._nearby.tokens[self._nearby.at(last.start) - last.index].start

    def _is_told_apart(self, noun: Token) -> bool:
        """Whether a clause right behind the age tells who it is: "l'homme de 47 ans dont la mort a choqué"."""
        age = max((child.end for child in noun.all("nmod")), default=noun.end)
        behind = self._nearby.tokens[self._nearby.at(age) : self._nearby.at(age) + 1]
        return noun.lemma.lower() in self._plain and bool(behind) and behind[0].morph.get("PronType") == "Rel"

    def _with_others(self, mention: Mention) -> bool:
        """Whether a name is joined to another, so that one of them alone is not what the sentence is about."""
        tokens = self._nearby.inside(mention.span)
        heads = [token.head if token.dep in ("appos", "nmod", "flat", "flat:name") else token for token in tokens]
        return any(head.dep == "conj" or head.child("conj") is not None for head in heads)

    def _again(self, noun: Token) -> tuple[str, ...]:
        """The person whom the same noun has pointed back at right before: "cet avocat a pris un prêt. L'avocat de 37 ans"."""
        if not any(child.morph.get("Definite") == "Def" for child in noun.all("det")):
            return ()
        words = self._nearby.inside(Span(max(0, noun.start - POINTED), noun.start))[::-1]
        same = next((word for word in words if word.pos == "NOUN" and word.lemma == noun.lemma), None)
        return person(self.pointed(same)) if same is not None and "\n" not in self._nearby.text[same.end : noun.start] else ()

    def _rivals(self, name: Mention, acting: tuple[str, ...], noun: Token) -> bool:
        """Whether somebody else who may be meant has been named with a title since: "Anna Blanc a supplié l'agent Marc Roux. L'agent de 44 ans"."""
        first = self._nearby.at(name.span.start)
        titled = first > 0 and self._nearby.tokens[first - 1].pos == "NOUN"
        return titled and name.type == "PER" and meant(name)[:1] != acting[:1] and self.may_be(meant(name), noun)

    def _is_under(self, mention: Mention, noun: Token) -> bool:
        """Whether a noun stands in what its own clause says of somebody, who is not called so there: "Anna Blanc a plaint le chanteur de 49 ans"."""
        over, named = set(noun.ancestors()), self._nearby.inside(mention.span)
        acts = [token.head if token.dep in ("appos", "nmod") else token for token in named]
        return noun.dep != "appos" and any(token.head in over for token in acts if token.dep.startswith("nsubj"))

    def _acts(self, mention: Mention) -> bool:
        """Whether a name is in the subject of its clause."""
        tokens = self._nearby.inside(mention.span)
        return any(
            token.dep.startswith("nsubj") or (token.dep in ("appos", "flat", "flat:name") and token.head.dep.startswith("nsubj")) for token in tokens
        )

    def acts_for_others(self, actors: tuple[str, ...], noun: Token) -> bool:
        """Whether they act for a state or body, and the noun is for those who do not: no president is "cet opposant"."""
        return len(actors) > 1 and noun.lemma.lower() in self._private

    def may_be(self, actors: tuple[str, ...], noun: Token) -> bool:
        """Whether a person may be called by a noun, as far as the gender of both is known, and as office allows."""
        told = noun.morph.get("Gender")
        if self.acts_for_others(actors, noun):
            return False
        if not actors or told is None:
            return bool(actors)
        name = actors[0].removeprefix(PERSON)
        known = register_for(None).gender(actors[0]) or self._gender(name)
        return not known or (known == "f") == (told == "Fem")
