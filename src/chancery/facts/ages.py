"""Whose an age is: the person whose name it stands behind, or of whom the clause says it."""

from collections.abc import Iterator
from functools import partial

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.clauses import own_subject, preposition, subject
from chancery.analysis.units import units
from chancery.facts.measured import outermost
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.strangers import PERSON, stranger
from chancery.languages import Pack
from chancery.register import register_for
from chancery.span import Span

APART = ",(\u00a0 "
"""What may stand between a name and the age behind it."""
JOINING = 5
"""Words between a name and an age: ", alors âgée de seulement"."""
ASIDE = (",", '"', "»", "”")
"""What stands before an age told aside."""
SUBJECT = 4
"""Words behind the comma among which the subject stands."""
POINTED = 300
"""Code points before "cette infirmière de 49 ans" in which the person has been named."""
ROW = 30
"""Words from "mère de trois enfants" to the subject of its sentence."""
AGED, CALLED = 2, 9
"""Words of "âgé de", and at most of what somebody is called before it."""
QUOTES = ('"', "«", "“")


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
        self._gender, self._people = lexicon_of(pack).gender, partial(lexicon_of(pack).demonym, register=register_for(None))
        self._at: str = pack.words("numbers")["polled"]["to"][0]
        self._the, self._tolls = frozenset(lists["the"]), frozenset(pack.words("numbers")["whose"]["tolls"])

    def has(self, head: Token) -> bool:
        """Whether it is years of age, the only years that are figures."""
        return head.text.lower() in self._years

    def whose(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The person: the name that the age stands behind, or whom the clause is about: "âgée de", "est morte à l'âge de"."""
        if self._of_several(quantity):
            return ()
        mention = self._nearby.mention_before(quantity.span.start)
        if mention and mention.type == "PER" and self._disagrees(mention, quantity):
            return ()  # "l'épouse du ministre Marc Roux, âgée de 40 ans"
        if mention and mention.type == "PER" and mention.span.end == self._nearby.back_over(quantity.span.start, APART):
            title = self._bearing(mention)
            return (meant(mention) or self._unknown(mention.span.end)) if title is None else self._person(self._who.own(title))
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
            return ()  # "Anna Blanc porte son enfant de 2 ans"
        speaks = bearer.dep.startswith("nsubj") and self._who.spoken_with(bearer.head) is not None
        if pointed := (self._speaking(bearer) if speaks else self._pointed(bearer)) or self._apposed(bearer):
            return pointed
        if called := self._person(self._who.own(head)):
            return called  # "Anna Blanc, une touriste lyonnaise de 28 ans": it is part of what she is called
        named = (found for token in self._aged(head) if (found := self._person(self._who.own(token))))
        return next(named, ()) or self._fronted(head) or self._apart(quantity, head) or self._described(bearer) or self._spoken_of(bearer)

    def _is_kin(self, bearer: Token) -> bool:
        """Whether it is somebody's own child or relative, and no name tells which."""
        own = any(child.morph.get("Poss") == "Yes" for child in bearer.all("det"))
        return own and bearer.text.lower() in self._kin and not self._person(self._who.own(bearer)) and bearer.child("appos") is None

    def of_parent(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The person of "père de trois enfants", "cette mère de trois enfants"."""
        at = self._nearby.at(quantity.span.start)
        before_it = self._nearby.tokens[at - 2] if at > 1 and self._nearby.tokens[at - 1].text.lower() in self._of else None
        noun = outermost(quantity, head).head
        noun = before_it if noun.lemma.lower() not in self._anybody and before_it is not None else noun
        if head.text.lower() not in self._kin or preposition(outermost(quantity, head)) != "de" or noun.lemma.lower() not in self._anybody:
            return ()
        named = (found for token in (noun, noun.head) if token is noun or noun.dep == "appos" if (found := self._person(self._who.own(token))))
        before = (found for token in self._named_before(noun) if (found := self._person(self._who.own(token))))
        said = noun.head if noun.dep == "conj" else noun  # "il était marié et père de trois enfants"
        is_he = self._person(self._who.own(acts)) if said.child("cop", "aux:pass") is not None and (acts := own_subject(said)) is not None else ()
        return (
            next(named, ())
            or next(before, ())
            or is_he
            or self._speaking(noun)
            or self._pointed(noun)
            or self._apposed(noun)
            or self._spoken_of(noun)
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
        return self._person(self._who.own(acts)) if acts is not None and self._nearby.tokens[self._nearby.at(acts.start) - 1].text == "," else ()

    def _unknown(self, end: int) -> tuple[str, ...]:
        return stranger(self._nearby, end, self._places)

    def _apposed(self, noun: Token) -> tuple[str, ...]:
        """The person of the unknown name before what he is called: "Silvana, retraitée de 77 ans"."""
        at = self._nearby.at(noun.start)
        bare = noun.pos == "NOUN" and noun.child("det") is None and self._one_person(noun.text)
        return self._unknown(self._nearby.tokens[at - 2].end) if bare and noun.index > 1 and self._nearby.tokens[at - 1].text == "," else ()

    def _described(self, noun: Token) -> tuple[str, ...]:
        """Whom a noun means that names nobody: by who is quoted, by whom the sentence before is about."""
        return self._speaking(noun) or self._entitled(noun)

    def _person(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        return actors if actors and actors[0].startswith(PERSON) else ()

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

    def _bearing(self, mention: Mention) -> Token | None:
        """The noun for one person that a name is only a complement of: "l'ancienne avocate d'Anna Blanc, 40 ans"."""
        at = self._nearby.at(mention.span.start)
        if at < 2 or self._nearby.tokens[at - 1].text.lower() not in self._of:
            return None
        noun = self._nearby.tokens[at].head
        while noun.dep in ("flat", "flat:name", "appos") and noun.head is not noun:
            noun = noun.head
        noun = noun if noun.pos == "NOUN" else self._nearby.tokens[at - 2]
        one = noun.pos == "NOUN" and self._one_person(noun.text) and noun.lemma.lower() not in self._tolls
        return noun if one and noun.end <= mention.span.start else None

    def _fronted(self, head: Token) -> tuple[str, ...]:
        """The subject behind the comma, of an age that opens the sentence: "Âgée de 63 ans, Anna Blanc"; "Élu âgé de 63 ans, il"."""
        at = self._nearby.at(head.start)
        first = self._nearby.tokens[at - head.index : at]
        first = first[1:] if first and first[0].text in QUOTES else first
        if any(token.pos in ("DET", "AUX", "PUNCT", "PRON") or token.morph.get("VerbForm") == "Fin" for token in first):
            return ()
        behind = self._nearby.tokens[at + 1 : at + 2 + SUBJECT]
        if not behind or behind[0].text != ",":
            return ()
        acts = next((token for token in behind[1:] if token.dep.startswith("nsubj") or token.pos in ("PROPN", "PRON")), None)
        if acts is None or not acts.index:
            return ()
        return self._person(self._who.own(acts)) or (self._before(acts) if acts.pos == "PRON" else self._entitled(acts))

    def _apart(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The subject of the sentence, of what stands behind it in commas: "Anna Blanc est arrivée en Elbonie en mai, âgée de 16 ans"."""
        at = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, at - 3) : at]
        if len(words) < 3 or words[0].text not in ASIDE or words[1].text.lower() not in self._joining or head.index < 3:
            return ()
        sentence = self._nearby.tokens[at - words[-1].index - 1 : at]
        root = next((token for token in sentence if token.head is token), None)
        acts = own_subject(root) if root is not None else None
        return self._person(self._who.own(acts)) if acts is not None and not self._others(acts, quantity) else ()

    def _others(self, acts: Token, quantity: Quantity) -> bool:
        """Whether another noun for a person stands between a subject and the age."""
        return any(
            token.pos == "NOUN" and self._one_person(token.text) and token.head is not acts
            for token in self._nearby.inside(Span(acts.end, quantity.span.start))
        )

    def _disagrees(self, mention: Mention, quantity: Quantity) -> bool:
        """Whether "âgée" stands right between a man's name and the age, or the other way round."""
        words = self._nearby.inside(Span(mention.span.end, quantity.span.start))
        aged = [word for word in words if word.morph.get("Gender") and word.text.lower() in self._joining]
        return self._goes_between(self._nearby.text[mention.span.end : quantity.span.start]) and not all(
            self._may_be(meant(mention), word) for word in aged if meant(mention)
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
        """The noun that an age hangs on, past "âgé de"; the one that stands right before "de", if the parser hangs it on a verb."""
        found = head.head.head if head.head.dep.partition(":")[0] in ("amod", "acl") else head.head
        return self._beside(head) or found if found.pos in ("VERB", "AUX") else found

    def _beside(self, head: Token) -> Token | None:
        """The noun before "de 28 ans", past its adjectives."""
        at = self._nearby.at(head.start)
        words = self._nearby.tokens[max(0, at - head.index) : at][::-1]
        while words and words[0].pos in ("NUM", "ADV"):
            words = words[1:]
        if len(words) < 2 or words[0].text.lower() not in self._of:
            return None
        noun = words[1].head if words[1].pos == "ADJ" and words[1].dep == "amod" else words[1]
        return noun if noun.pos == "NOUN" and self._one_person(noun.text) else None

    def _aged(self, head: Token) -> Iterator[Token]:
        """Whose age it may be: the noun or the subject that it hangs on, the name beside that noun, or what the noun is said to be."""
        governor = head.head
        if governor.lemma.lower() in self._age:
            governor = governor.head
        if governor.pos not in ("PROPN", "NOUN"):
            yield from self._named_before(governor)
            yield from self._who_relates(governor)
            named = subject(governor) or own_subject(governor.head)
            yield from [named] if named else []
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
        end = self._nearby.back_over(first.start, APART)
        mention = self._nearby.mention_ending(end) if end < first.start else None
        if mention is not None and mention.type == "PER":
            yield from self._nearby.inside(mention.span)

    def _spoken_of(self, noun: Token) -> tuple[str, ...]:
        """The person last spoken of before "la sénatrice de 55 ans", unless somebody else has been brought in without a name since."""
        one = self._one_person(noun.text) or (noun.text[:1].isupper() and self._people(noun.text) is not None)
        general = noun.lemma.lower() in self._anybody and noun.child("nmod") is None
        if noun.pos not in ("NOUN", "PROPN") or noun.morph.get("Number") == "Plur" or general or not one:
            return ()
        if not any(child.morph.get("Definite") == "Def" or child.text.lower() in self._the for child in noun.all("det", "case")):
            return ()
        people = [name for name in self._nearby.mentions_before(noun.start, POINTED) if name.type == "PER"]
        acting = next((name for name in people if self._acts(name) and self._may_be(meant(name), noun)), None)
        if acting is None or "\n" in self._nearby.text[acting.span.end : noun.start] or self._is_under(acting, noun):
            return ()
        if any(name.span.start > acting.span.end and self._rivals(name, meant(acting), noun) for name in people):
            return ()
        others = (token for token in self._nearby.inside(Span(acting.span.end, noun.start)) if token.pos == "NOUN" and self._one_person(token.text))
        unnamed = any(child.morph.get("Definite") == "Ind" for token in others for child in token.all("det"))
        return () if unnamed else self._person(meant(acting))

    def _rivals(self, name: Mention, acting: tuple[str, ...], noun: Token) -> bool:
        """Whether somebody else who may be meant has been named with a title since: "Anna Blanc a supplié l'agent Marc Roux. L'agent de 44 ans"."""
        first = self._nearby.at(name.span.start)
        titled = first > 0 and self._nearby.tokens[first - 1].pos == "NOUN"
        return titled and name.type == "PER" and meant(name)[:1] != acting[:1] and self._may_be(meant(name), noun)

    def _pointed(self, noun: Token) -> tuple[str, ...]:
        """The person whom the sentences before "cette infirmière de 49 ans" are about: the last subject there, else the last one named."""
        if noun.pos not in ("NOUN", "PROPN") or not any(child.morph.get("PronType") == "Dem" for child in noun.all("det")):
            return ()
        if (beside := self._right_before(noun)) is not None and self._may_be(meant(beside), noun):
            return meant(beside)
        first = next((child for child in noun.all("det") if child.text[:1].isupper()), None)
        opening = (first or self._nearby.tokens[self._nearby.at(noun.start) - noun.index]).start
        before = [
            mention for mention in self._nearby.mentions_before(opening, POINTED) if mention.type == "PER" and self._may_be(meant(mention), noun)
        ]
        people = [mention for mention in before if "\n" not in self._nearby.text[mention.span.end : noun.start]] or before
        acting = next((mention for mention in people if self._acts(mention)), None)
        return meant(acting or next(iter(people), None)) or (() if people else self._before(noun))

    def _right_before(self, noun: Token) -> Mention | None:
        """The name before the comma: "la famille d'Anna Blanc, cette infirmière de 49 ans"."""
        first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
        end = self._nearby.back_over(first.start, APART)
        mention = self._nearby.mention_ending(end) if "," in self._nearby.text[end : first.start] else None
        beside = mention is not None and mention.type == "PER" and first.index and not noun.dep.startswith("nsubj")
        return mention if beside else None

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

    def _may_be(self, actors: tuple[str, ...], noun: Token) -> bool:
        """Whether a person may be called by a noun, as far as the gender of both is known."""
        told = noun.morph.get("Gender")
        if not actors or told is None:
            return bool(actors)
        name = actors[0].removeprefix(PERSON)
        known = register_for(None).gender(actors[0]) or self._gender(name)
        return not known or (known == "f") == (told == "Fem")

    def _speaking(self, noun: Token) -> tuple[str, ...]:
        """Who is quoted, if the noun is said to speak: "ajoute le chef de 89 ans"."""
        speaks = noun.dep.startswith("nsubj") and noun.child("det") is not None
        found = self._who.speaker(noun.head) if speaks else ()
        return self._person(found)

    def _entitled(self, noun: Token) -> tuple[str, ...]:
        """The person whom the sentence before is about, of "le ministre, âgé de 38 ans": a title whose bearer is known."""
        some_age = noun.lemma.lower() in self._age and (preposition(noun) != self._at or self._one_person(noun.head.text))
        if some_age or noun.lemma.lower() in self._anybody or not any(child.morph.get("Definite") == "Def" for child in noun.all("det")):
            return ()
        found = self._before(noun)
        opening = self._nearby.tokens[self._nearby.at(noun.start) - noun.index].start
        last = self._nearby.tokens[self._nearby.at(opening) - 1]
        names = self._nearby.mentions_before(opening, opening - self._nearby.tokens[self._nearby.at(last.start) - last.index].start)
        return () if any(self._rivals(name, found, noun) for name in names) else found

    def _before(self, noun: Token) -> tuple[str, ...]:
        """The person whom the sentence before is about, if a noun or pronoun may mean him."""
        before = self._nearby.tokens[: self._nearby.at(noun.start) - noun.index]
        if not before:
            return ()
        sentence = self._nearby.tokens[len(before) - 1 - before[-1].index : len(before)]
        root = next((token for token in sentence if token.head is token), None)
        about = own_subject(root) if root is not None else None
        found = self._person(self._who.own(about)) if about is not None else ()
        return found if self._may_be(found, noun) else ()
