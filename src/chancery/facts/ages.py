"""Whose an age is: the person whose name it stands behind, or of whom the clause says it."""

from collections.abc import Iterator

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import own_subject, subject
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.languages import Pack

APART = ",(\u00a0 "
"""What may stand between a name and the age behind it."""
JOINING = 5
"""Words between a name and an age: ", alors âgée de seulement"."""
POINTED = 300
"""Code points before "cette infirmière de 49 ans" in which the person has been named."""


class Ages:
    """The bearers of the ages in one document."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["ages"]
        self._years, self._age = frozenset(lists["nouns"]), frozenset(lists["age"])
        self._joining = frozenset(word for phrase in (*lists["before"], *lists["between"], *lists["then"]) for word in phrase.split())
        self._anybody = frozenset(lists["bearers"])

    def has(self, head: Token) -> bool:
        """Whether it is years of age, the only years that are figures."""
        return head.text.lower() in self._years

    def whose(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The person: the name that the age stands behind, or whom the clause is about: "âgée de", "est morte à l'âge de"."""
        mention = self._nearby.mention_before(quantity.span.start)
        if mention and mention.type == "PER" and mention.span.end == len(self._nearby.text[: quantity.span.start].rstrip(APART)):
            return meant(mention)
        if mention and mention.type == "PER" and self._goes_between(self._nearby.text[mention.span.end : quantity.span.start]):
            return meant(mention)
        named = (found for token in self._aged(head) if (found := self._who.own(token)) and found[0].startswith("person:"))
        return next(named, ()) or self._pointed(self._bearer(head)) or self._speaking(self._bearer(head)) or self._entitled(self._bearer(head))

    def _goes_between(self, words: str) -> bool:
        """Whether words only join an age to a name: ", alors âgée de"."""
        between = words.lower().replace(",", " ").split()
        return words.lstrip().startswith(",") and 0 < len(between) <= JOINING and all(word in self._joining for word in between)

    def _bearer(self, head: Token) -> Token:
        """The noun that an age hangs on, past "âgé de"."""
        return head.head.head if head.head.dep in ("amod", "acl") else head.head

    def _aged(self, head: Token) -> Iterator[Token]:
        """Whose age it may be: the noun or the subject that it hangs on, the name beside that noun, or what the noun is said to be."""
        governor = head.head
        if governor.lemma.lower() in self._age:
            governor = governor.head
        if governor.pos not in ("PROPN", "NOUN"):
            yield from self._named_before(governor)
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

    def _named_before(self, noun: Token) -> Iterator[Token]:
        """The name before the comma that a noun stands behind with its article: "Anna Blanc, une Lyonnaise de 30 ans"."""
        if any(child.morph.get("Definite") != "Ind" for child in noun.all("det")):
            return
        first = min((noun, *noun.all("det", "amod")), key=lambda token: token.start)
        end = len(self._nearby.text[: first.start].rstrip(APART))
        mention = self._nearby.mention_ending(end) if end < first.start else None
        if mention is not None and mention.type == "PER":
            yield from self._nearby.inside(mention.span)

    def _pointed(self, noun: Token) -> tuple[str, ...]:
        """The person named last before "cette infirmière de 49 ans"."""
        if noun.pos not in ("NOUN", "PROPN") or not any(child.morph.get("PronType") == "Dem" for child in noun.all("det")):
            return ()
        before = self._nearby.mentions_before(noun.start, POINTED)
        people = [mention for mention in before if mention.type == "PER" and "\n" not in self._nearby.text[mention.span.end : noun.start]]
        return meant(people[0]) if people else ()

    def _speaking(self, noun: Token) -> tuple[str, ...]:
        """Who is quoted, if the noun is said to speak: "ajoute le chef de 89 ans"."""
        speaks = noun.dep.startswith("nsubj") and noun.child("det") is not None
        found = self._who.speaker(noun.head) if speaks else ()
        return found if found and found[0].startswith("person:") else ()

    def _entitled(self, noun: Token) -> tuple[str, ...]:
        """The person whom the sentence before is about, of "le ministre, âgé de 38 ans": a title whose bearer is known."""
        if noun.lemma.lower() in self._anybody or not any(child.morph.get("Definite") == "Def" for child in noun.all("det")):
            return ()
        before = self._nearby.tokens[: self._nearby.at(noun.start) - noun.index]
        if not before:
            return ()
        sentence = self._nearby.tokens[len(before) - 1 - before[-1].index : len(before)]
        root = next((token for token in sentence if token.head is token), None)
        about = own_subject(root) if root is not None else None
        found = self._who.own(about) if about is not None else ()
        return found if found and found[0].startswith("person:") else ()
