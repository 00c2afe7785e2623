"""By how much something rises or falls, and what it is: "les ventes ont chuté de 3 %", "le titre a pris 3 %", "une hausse de 3 %"."""

import re
from itertools import takewhile

from chancery.analysis import Quantity, Token
from chancery.analysis.clauses import complements, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.facts.foregoing import Foregoing
from chancery.facts.listed import Listed
from chancery.facts.moments import clause_head
from chancery.facts.naming import Naming, outermost
from chancery.facts.nearby import Nearby
from chancery.languages import Pack

VOWEL = re.compile("[aeiouyàâéèêëîïôûœ]", re.IGNORECASE)
FAR = 16
"""Words before an amount among which the verb stands whose object is behind it."""
CLOSE = 3
"""Words before an amount among which its verb stands."""


class Changes:
    """The rises and falls of one document."""

    def __init__(self, nearby: Nearby, naming: Naming, foregoing: Foregoing, pack: Pack) -> None:
        self._nearby, self._naming, self._foregoing = nearby, naming, foregoing
        lists, sums = pack.words("numbers")["shares"], pack.words("numbers")["sums"]
        self._rising, self._falling = Listed(lists["rising"], pack), Listed(lists["falling"], pack)
        self._gaining, self._losing = Listed(lists["gaining"], pack), Listed(lists["losing"], pack)
        self._nouns, self._directions = frozenset(lists["change_nouns"]), (lists["rise"], lists["fall"])
        self._contracted: dict[str, str] = lists["contracted"]
        self._opened: dict[str, str] = lists["opened"]
        self._openings = sorted({f"{part} " if not part.endswith("'") else part for part in (*self._opened.values(), sums["of"])}, key=len)[::-1]
        self._indefinite, self._elided = frozenset(lists["indefinite"]), pack.words("numbers")["predicated"]["of"]
        self._of, self._under = sums["of"], frozenset(lists["under"])
        self._comparing, self._to = frozenset(lists["comparing"]), frozenset(pack.words("numbers")["polled"]["to"])
        self._undergoing = Listed(lists["undergoing"], pack)
        self._measures = frozenset(sums["measures"])
        self._rates = frozenset(lists["measured"])
        self._ahead, self._lead = Listed(lists["ahead"], pack), lists["lead"]

    def moves(self, verb: Token) -> bool:
        """Whether a verb says that something rises or falls."""
        return self._rising.verb(verb) is not None or self._falling.verb(verb) is not None

    def is_change(self, noun: Token) -> bool:
        """Whether it is a noun for a rise or fall."""
        return noun.lemma.lower() in self._nouns

    def _gained(self, quantity: Quantity) -> Token | None:
        """The verb right before so many points or percent that its subject gains or loses by it: "le titre a pris 3 %"."""
        at = self._nearby.at(quantity.span.start)
        before = self._nearby.tokens[max(0, at - CLOSE) : at][::-1]
        verb = next((token for token in before if token.pos != "ADV"), None)
        relative = (quantity.unit == SHARE and quantity.what is None) or (quantity.unit or "").lower() in self._measures
        outer = outermost(quantity, self._nearby.tokens[at]) if relative else None
        above = outer.head if outer is not None and outer.dep == "obj" else None
        start = quantity.span.start
        near = (word for word in (verb, above) if relative and word is not None and word.pos == "VERB" and word.end <= start)
        return next(
            (
                word
                for word in near
                if not set(self._nearby.text[word.end : start]) & set(",(;:") and (self._gaining.verb(word) or self._losing.verb(word))
            ),
            None,
        )

    def lead(self, quantity: Quantity, head: Token) -> tuple[str, Token | None] | None:
        """What points or percent are by which one is ahead, with whom of: "devançant la liste de 4 points"; None where none is."""
        outer = outermost(quantity, head)
        relative = quantity.unit == SHARE or (quantity.unit or "").lower() in self._measures
        if not relative or preposition(outer) != self._of:
            return None
        if outer.head.dep == "obj" and self._ahead.verb(outer.head.head):
            return self._lead, outer.head
        if self._ahead.verb(outer.head) is None:
            return None
        behind = (part for part in outer.head.all("obj") if not quantity.span.contains(part.span))
        return self._lead, next(behind, None)

    def word(self, quantity: Quantity, head: Token, noun: Token | None = None) -> str:
        """What it is if it only says by how much something changes, with what joins the two: "hausse du ", "recul de la "; else nothing."""
        if verb := self._gained(quantity):
            if noun is None and quantity.unit == SHARE:
                return ""
            return f"{self._directions[self._losing.verb(verb) is not None]} {self.joined(noun)}"
        outer = outermost(quantity, head)
        while outer.dep == "conj" and preposition(outer) == self._of and outer.head.start < outer.start:
            outer = outer.head
        governor = outer.head
        if governor is noun and preposition(noun) == self._of:
            governor = noun.head.head if noun.head.dep == "acl" else noun.head  # "une chute attendue des captures de 5 %"
        if noun is not None and noun.start > quantity.span.end and noun is self._behind(quantity):
            before = reversed(self._nearby.tokens[: self._nearby.at(quantity.span.start)])
            verb = next(word for word in before if word.pos == "VERB")
            return f"{self._directions[self._falling.verb(verb) is not None]} {self.joined(noun)}"
        if self._is_start(quantity):
            return ""
        if preposition(outer) != self._of or governor is noun or (noun is not None and noun.lemma.lower() in self._nouns):
            return ""
        if governor.pos == "NOUN":
            return f"{governor.text} {self.joined(noun)}" if governor.lemma.lower() in self._nouns else ""
        verb = governor.head if governor.dep == "obj" else governor
        rise, fall = self._directions
        word = rise if self._rising.verb(verb) else fall if self._falling.verb(verb) else ""
        return f"{word} {self.joined(noun)}" if word else ""

    def _is_start(self, quantity: Quantity) -> bool:
        """Whether it is where a change begins, and not how much it is: "est descendu de 79 % |à 60 %|"."""
        at = self._nearby.at(quantity.span.end)
        ahead = [word for word in self._nearby.tokens[at : at + CLOSE + 1] if word.pos != "ADV"]
        to = len(ahead) > CLOSE - 1 and ahead[0].text.lower() in self._to and ahead[1].pos == "NUM"
        return quantity.unit == SHARE and to and ahead[2].text == SHARE

    def compared(self, quantity: Quantity, head: Token) -> tuple[str, int]:
        """The adjective that says which of two is more, and where the other stands behind the amount: "supérieur", "à celui des autres"."""
        adjective, at = outermost(quantity, head).head, self._nearby.at(quantity.span.end)
        opens = next(iter(self._nearby.tokens[at : at + 1]), None)
        off = adjective.pos == "ADJ" and adjective.lemma.lower() in self._comparing and adjective.end <= quantity.span.start
        return (adjective.text, at if opens is not None and opens.index and opens.lemma.lower() in self._to else 0) if off else ("", 0)

    def joined(self, noun: Token | None) -> str:
        """The preposition before the noun of what changes, with its article: "du ", "de l'"; nothing without a noun."""
        if noun is None:
            return ""
        article, case = noun.child("det"), noun.child("case")
        if case is not None and case.text.lower() in self._contracted.values():
            return f"{case.text.lower()} "
        if article is None or article.start > noun.start:
            return f"{self._of} "
        word = article.text.lower()
        if word in self._indefinite and article.morph.get("Definite") != "Def" and (case is None or case.text.lower() != word):
            return self._elided[1] if VOWEL.match(noun.text) else f"{self._of} "  # "le coût de fêtes", "d'avions"
        joined = self._contracted.get(word, f"{self._of} {word}")
        return joined if joined.endswith("'") else f"{joined} "

    def with_article(self, word: str) -> str | None:
        """ "De" with an article, or with the one that a preposition holds: "la" makes "de la ", "au" makes "du "; None of any other word."""
        joined = self._opened.get(word.lower())
        return None if joined is None else joined if joined.endswith("'") else f"{joined} "

    def changed(self, what: str) -> str | None:
        """What changes, of words for a change: "hausse du nombre de cas" is of the "nombre de cas"; None of other words."""
        word, _, rest = what.partition(" ")
        if word.rstrip(",").lower() not in (*self._nouns, *self._directions) or not rest:
            return None
        if word.endswith(","):
            return rest
        opens = next((opening for opening in self._openings if rest.lower().startswith(opening)), None)
        return rest[len(opens) :] if opens else None

    def noun(self, quantity: Quantity, head: Token, outer: Token) -> Token | None:
        """What rises or falls by it."""
        governor = outer.head
        if verb := self._gained(quantity):
            found = self._foregoing.subject(verb)
            plain = found is not None and found.end <= verb.start and self._naming.is_nobody(found)
            rated = quantity.unit == SHARE or (found is not None and found.lemma.lower() in self._rates)
            return found if plain and rated else None  # who gains points has no noun for what they are of
        if preposition(outer) != self._of:
            return None
        if (behind := self._behind(quantity)) is not None:
            return behind
        if governor.dep == "obj" and governor.pos in ("NOUN", "PROPN") and self.moves(governor.head):
            return governor  # "augmenter le Smic de 25 %"
        if governor.pos == "ADJ":  # "la dette est supérieure de 20 %"
            found = own_subject(governor)
        elif not (self.moves(governor) or self.is_change(governor)):
            return None
        elif governor.pos == "NOUN":
            return self._by_noun(quantity, head, governor)
        else:
            objects = (part for part in governor.all("obj") if part.child("nummod") is None or part.end < quantity.span.start)
            objects = (part for part in objects if "," not in self._nearby.text[quantity.span.end : part.start])
            noun = next((part for part in objects if not quantity.span.contains(part.span)), None)
            found = noun or self._moved(governor)
        told = found is not None and (found.start < quantity.span.end or (found.dep == "obj" and found.head is governor and found.pos == "NOUN"))
        return found if told and found is not None and (found.pos in ("NOUN", "PROPN") or found.dep == "obj") else None

    def _moved(self, verb: Token) -> Token | None:
        """What a verb with no object says moves: its subject, or the noun right before "chutant"."""
        described = verb.head if verb.dep in ("acl", "amod") and verb.morph.get("Tense") == "Pres" else None
        told = described is not None and described.pos == "NOUN" and described.end <= verb.start
        return described if told else self._foregoing.subject(clause_head(verb))

    def _behind(self, quantity: Quantity) -> Token | None:
        """The object right behind "de 12 %", of a verb before that changes it: "abaisser en un an de 12 % les droits"."""
        at, place = self._nearby.at(quantity.span.end), self._nearby.at(quantity.span.start)
        pair = self._nearby.tokens[at : at + 2]
        definite = len(pair) > 1 and pair[0].index > 0 and pair[0].pos == "DET" and pair[0].morph.get("Definite") == "Def"
        if not definite or pair[1].pos != "NOUN" or not self._naming.is_nobody(pair[1]):
            return None
        before = takewhile(lambda word: word.index and word.text not in (",", ";", ":"), reversed(self._nearby.tokens[max(0, place - FAR) : place]))
        verb = next((word for word in before if word.pos == "VERB"), None)
        return pair[1] if verb is not None and self.moves(verb) and verb.child("aux:pass") is None else None

    def _of_sum(self, money: Token) -> Token | None:
        """What a sum is of beside which stands how it has changed: "le budget est de 3 millions d'euros, en hausse de 4 %"."""
        while money.pos == "NOUN" and not self._naming.is_thing(money) and own_subject(money) is None and money.head is not money:
            money = money.head
        found = money if self._naming.is_named(money) else self._foregoing.subject(money)
        return found if found is not None and self._naming.is_named(found) else None

    def _by_noun(self, quantity: Quantity, head: Token, change: Token) -> Token | None:
        """What a noun for a change says changes: its complement, or what is "en hausse"; else the change itself."""
        parts = (part for part in (*complements(change, self._of), *complements(head, self._of)) if not quantity.span.contains(part.span))
        if (noun := next(parts, None)) is not None:
            return noun
        if preposition(change) not in self._under:
            found = subject(change.head) if change.dep == "obj" and self._undergoing.verb(change.head) else None
            return found if found is not None and self._naming.is_named(found) and found.end <= change.start else change
        if change.child("cop") is not None:
            return own_subject(change)
        if change.head.pos == "NOUN" and change.head is not change:
            return change.head if self._naming.is_thing(change.head) else self._of_sum(change.head)
        before = (token for token in change.head.all("obj") if token.start < change.start and token.child("nummod") is None)
        found = next((token for token in before if self._naming.is_named(token)), None) or subject(clause_head(change))
        return found if found is not None and found.pos != "PRON" else None
