"""Whose an age is by where it stands: at the head of a sentence, apart in commas, behind the verb that follows a name."""

from itertools import takewhile

from chancery.analysis import Mention, Quantity, Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.units import units
from chancery.facts.nearby import Nearby, meant
from chancery.facts.parties import Parties
from chancery.facts.persons import Persons, person
from chancery.languages import Pack
from chancery.span import Span

SUBJECT = 4
"""Words behind the comma among which the subject stands."""
ROW = 30
"""Words from an age at the head of a sentence to its verb."""
ASIDE = (",", '"', "»", "”")
"""What stands before an age told aside."""
QUOTES = ('"', "«", "“")
OPENING = 5
"""Words of the name with which a sentence begins, title included."""
CALLING = ("DET", "NOUN", "ADJ", "PROPN", "PUNCT")
"""Kinds of words of a title, and of the heading before it: "Football : l'ancien gardien"."""


class AgePlaces:
    """The bearers of the ages in one document that stand apart from the names."""

    def __init__(self, nearby: Nearby, who: Parties, persons: Persons, pack: Pack) -> None:
        self._nearby, self._who, self._persons = nearby, who, persons
        lists = pack.words("numbers")["ages"]
        self._age, self._one_person = frozenset(lists["age"]), units(pack).one_person
        self._joining = frozenset(word for phrase in lists["before"] for word in phrase.split())

    def fronted(self, head: Token) -> tuple[str, ...]:
        """The subject behind the comma, of an age that opens the sentence: "Âgée de 63 ans, Anna Blanc"; "Élu âgé de 63 ans, il"."""
        at = self._nearby.at(head.start)
        first = self._nearby.tokens[at - head.index : at]
        first = first[1:] if first and first[0].text in QUOTES else first
        if any(token.pos in ("DET", "AUX", "PRON") or token.morph.get("VerbForm") == "Fin" or self._parts(token, first) for token in first):
            return ()
        behind = self._nearby.tokens[at + 1 : at + 2 + SUBJECT]
        if not behind or behind[0].text != ",":
            return ()
        acts = next((token for token in behind[1:] if token.dep.startswith("nsubj") or token.pos in ("PROPN", "PRON")), None)
        if acts is None or not acts.index or any(token.text == "," for token in first):
            return self._subject_behind(first, at + 1)
        if found := person(self._who.own(acts)):
            return found
        named = self._persons.before(acts) if acts.pos == "PRON" else self._persons.entitled(acts) or self._persons.pointed(acts)
        return named or self._subject_behind(first, at + 1)

    def _parts(self, token: Token, first: list[Token]) -> bool:
        """Whether it is a sign, other than the comma between what somebody is and "âgé de": "Belge, âgé de 45 ans, Marc Roux"."""
        aged = len(first) > 1 and first[-2].text.lower() in self._joining
        return token.pos == "PUNCT" and not (token.text == "," and aged and first.index(token) == 1 and first[0].pos in ("ADJ", "NOUN", "PROPN"))

    def _subject_behind(self, first: list[Token], at: int) -> tuple[str, ...]:
        """The person between the last comma and the verb of the sentence: "Âgé de 57 ans, marié et père d'un fils, Marc Roux était"."""
        words = list(
            takewhile(lambda word: word.index and word.pos != "AUX" and word.morph.get("VerbForm") != "Fin", self._nearby.tokens[at : at + ROW])
        )
        last = max((place for place, word in enumerate(words) if word.text == ","), default=None)
        if last is None or len(words) == ROW or any(word.text in QUOTES for word in words):
            return ()
        acts = list(takewhile(lambda word: word.pos not in ("ADP", "PRON", "CCONJ"), words[last + 1 :]))
        if not acts or any(word.morph.get("Poss") == "Yes" for word in acts):
            return ()
        found = next((named for word in acts if (named := person(self._who.own(word)))), ())
        noun = next((word for word in acts if word.pos == "NOUN"), None)
        found = found or (self._persons.pointed(noun) or self._persons.entitled(noun) if noun is not None else ())
        return found if all(self._persons.may_be(found, word) for word in first if word.text.lower() in self._joining) else ()

    def apart(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The subject of the sentence, of what stands behind it in commas: "Anna Blanc est arrivée en Elbonie en mai, âgée de 16 ans"."""
        at = self._nearby.at(quantity.span.start)
        words = self._nearby.tokens[max(0, at - 3) : at]
        if len(words) < 3 or words[0].text not in ASIDE or words[1].text.lower() not in self._joining or head.index < 3:
            return ()
        sentence = self._nearby.tokens[at - words[-1].index - 1 : at]
        root = next((token for token in sentence if token.head is token), None)
        acts = own_subject(root) if root is not None else None
        return person(self._who.own(acts)) if acts is not None and not self._others(acts, quantity) else ()

    def _others(self, acts: Token, quantity: Quantity) -> bool:
        """Whether another noun for a person stands between a subject and the age."""
        return any(
            token.pos == "NOUN" and self._one_person(token.text) and token.head is not acts
            for token in self._nearby.inside(Span(acts.end, quantity.span.start))
        )

    def beside_verb(self, head: Token) -> tuple[str, ...]:
        """The name right before the verb, or with which its sentence opens: "ancien maire, Marc Roux est mort à l'âge de 80 ans"."""
        verb = head.head.head if head.head.lemma.lower() in self._age else head.head
        helping = verb.all("aux", "aux:tense", "aux:pass", "cop", "expl:pv", "expl")
        if not any(word.pos == "AUX" for word in helping) or verb.start > head.start or verb.morph.get("Number") == "Plur":
            return ()
        at = self._nearby.at(min(word.start for word in helping))
        before = self._nearby.tokens[at - 1] if at and self._nearby.tokens[at].index else None
        if before is None:
            return ()
        name = self._opening(at, before) if before.text == "," else self._nearby.mention_ending(before.end)
        plain = name is not None and name.type == "PER" and self._stands_free(name)
        return person(meant(name)) if plain and self._persons.may_be(meant(name), verb) else ()

    def _opening(self, at: int, before: Token) -> Mention | None:
        """The name with which a sentence opens, a comma behind it."""
        first = at - 1 - before.index
        names = self._nearby.mentions_before(before.start, before.start - self._nearby.tokens[first].start)
        people = [name for name in names if name.type == "PER"]
        name = people[-1] if people else None
        if name is None or self._nearby.text[name.span.end : name.span.end + 1] != ",":
            return None
        title = self._nearby.tokens[first : self._nearby.at(name.span.start)]
        return name if len(title) < OPENING and all(word.pos in CALLING for word in title) else None

    def _stands_free(self, name: Mention) -> bool:
        """Whether nothing makes a name part of another phrase: no "de" before it or its title, no "et"."""
        first = self._nearby.at(name.span.start)
        if not self._nearby.tokens[first].index:
            return True
        before = self._nearby.tokens[first - 1]
        if before.pos in ("ADP", "CCONJ"):
            return False
        return before.pos not in ("NOUN", "ADJ") or not (before.child("case") or before.head.child("case") or before.head.pos == "NOUN")
