"""Who looks like the owner of a figure and is none: where people come from, who is left out, who only tells or counts, what kind they are of."""

import re
from collections.abc import Iterable
from functools import lru_cache

from chancery.analysis import Token
from chancery.analysis.clauses import complements, conjuncts, preposition
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.parties import Parties
from chancery.languages import Pack
from chancery.register import register_for
from chancery.scan.phrases import either
from chancery.span import Span

LEAD = 40
"""Code points before a name in which "en dehors de" stands."""


@lru_cache(maxsize=8)
def _patterns(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a name, and behind one, that is left out of the count."""
    lists = pack.words("numbers")["disowned"]
    articles = either(lists["articles"])
    before = rf"(?<!\w){either(lists['without'])}(?:\s*{articles})*\s*\Z"
    return re.compile(before, re.IGNORECASE), re.compile(rf",?\s+{either(lists['apart'])}(?!\w)", re.IGNORECASE)


class Disowned:
    """Those whom the words of one document seem to make owners."""

    def __init__(self, nearby: Nearby, who: Parties, pack: Pack) -> None:
        self._nearby, self._who = nearby, who
        lists = pack.words("numbers")["disowned"]
        self._leaving, self._ways = Listed(lists["leaving"], pack), frozenset(lists["ways"])
        self._bare, self._from = frozenset(lists["bare"]), frozenset(pack.words("numbers")["whereabouts"]["of"])
        self._relating = pack.words("numbers")["whose"]["relating"]
        self._kinds = frozenset(lists["kinds"])
        according = pack.words("cues")["sources"]["prepositions"]
        self._according = frozenset((*according, *(words.replace("'", "' ") for words in according)))  # the parser's words: "d' après"
        self._without, self._apart = _patterns(pack)

    def is_origin(self, part: Token, head: Token, outer: Token) -> bool:
        """Whether a state's name behind "de" is where they come from: "a rapatrié 28 enfants d'Elbonie", "le retrait de 300 soldats d'Elbonie"."""
        if not self._is_place(part):
            return False
        goes = outer.dep.startswith("nsubj") and not self._who.stands_for_others(head)  # "les soldats d'Elbonie sont partis": its own
        led = self._leaving.verb(outer.head) is not None and (outer.dep == "obj" or goes)
        if led or any(self._leaving.verb(verb) for verb in head.all("acl")):
            return True
        case = part.child("case")
        contracted = case is not None and case.text.lower() in self._from and part.child("det") is None
        return contracted and outer.dep.startswith("nmod") and outer.head.lemma.lower() in self._ways

    def is_left(self, noun: Token) -> bool:
        """Whether a bare state's name behind the noun is where people or things leave: "les départs d'Elbonie", not "de l'Elbonie"."""
        parts = complements(noun, "de") if noun.lemma.lower() in self._ways else ()
        cases = ((part, part.child("case")) for part in parts if self._is_place(part) and part.child("det") is None)
        return any(case is not None and case.text.lower() in self._bare for _, case in cases)

    def _is_place(self, part: Token) -> bool:
        """Whether it is the name of a state."""
        name = self._nearby.mention_before(part.start)
        return name is not None and name.type == "LOC" and name.span.contains(part.span)

    def is_body(self, part: Token) -> bool:
        """Whether a body is named there: one has its own ships, and not the planes before them."""
        name = self._nearby.mention_before(part.start)
        return name is not None and name.type == "ORG" and name.span.contains(part.span)

    def body(self, part: Token) -> tuple[str, ...]:
        """The group or body of that name, if it is no state's own and no state's body."""
        name = self._nearby.mention_before(part.start)
        named = name is not None and name.type == "ORG" and not name.sides and name.span.contains(part.span)
        return (name.actor,) if named and name is not None and name.actor and ":" in name.actor else ()

    def body_behind(self, noun: Token) -> tuple[str, ...]:
        """The same behind the noun for one: "de l'ONG Untel"."""
        name = self._nearby.mention_before(noun.end + 1)
        named = name is not None and name.type == "ORG" and not name.sides and name.span.start == noun.end + 1
        return (name.actor,) if named and name is not None and name.actor and ":" in name.actor else ()

    def is_source(self, token: Token | None) -> bool:
        """Whether "selon" stands before whoever the parser makes the subject."""
        return token is not None and preposition(token) in self._according

    def is_kind(self, actors: tuple[str, ...]) -> bool:
        """Whether they are no body but a kind of people, who are not their own: "onze jihadistes"."""
        return bool(actors) and self._kinds.issuperset(actors)

    def kind(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The kind of people that the words count."""
        return next((found for token in tokens if self.is_kind(found := self._who.own(token))), ())

    def states(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The states among them: who only counts the dead for a state has them not."""
        known = register_for(None)
        return tuple(actor for actor in actors if known.is_state(actor))

    def is_excluded(self, span: Span) -> bool:
        """Whether the name there is left out of what is counted: "hors d'Elbonie", "Elbonie mise à part"."""
        text = self._nearby.text
        return self._without.search(text[max(0, span.start - LEAD) : span.start]) is not None or self._apart.match(text, span.end) is not None

    def named(self, where: str) -> str | None:
        """The state that a place is, or lies in by its own name."""
        words = where.split()
        return next((state for last in range(len(words), 0, -1) if (state := register_for(None).named(" ".join(words[:last])))), None)

    def without_excluded(self, actors: tuple[str, ...], span: Span) -> tuple[str, ...]:
        """The actors of a figure but those whom its sentence names only to leave them out."""
        if not actors:
            return ()
        at = self._nearby.at(span.start)
        first = at - self._nearby.tokens[at].index if at < len(self._nearby.tokens) else at
        last = at + 1
        while last < len(self._nearby.tokens) and self._nearby.tokens[last].index:
            last += 1
        end = self._nearby.tokens[last - 1].end if first < last <= len(self._nearby.tokens) else span.end
        begin = self._nearby.tokens[first].start if first < len(self._nearby.tokens) else span.start
        named = [name for name in self._nearby.mentions_before(end, end - begin) if name.actor in actors]
        left_out = {name.actor for name in named if self.is_excluded(name.span)}
        left_out -= {name.actor for name in named if name.actor in left_out and not self.is_excluded(name.span)}
        return tuple(actor for actor in actors if actor not in left_out) if left_out else actors

    def is_example(self, token: Token) -> bool:
        """Whether a name only tells one of several between commas, whatever the parser takes it for: "12 pays, dont l'Elbonie, ont 300 morts"."""
        name = self._nearby.mention_before(token.start)
        at = self._nearby.at(name.span.start) - 1 if name is not None and name.span.contains(token.span) else -1
        at -= at > 0 and self._nearby.tokens[at].pos == "DET"
        behind = self._nearby.text[name.span.end : name.span.end + 1] if name is not None else ""
        return at > 0 and self._nearby.tokens[at].text.lower() == self._relating and behind == ","

    def is_row_known(self, token: Token) -> bool:
        """Whether all names of a row are known: of "Untel, Telun et Machin" none has it if one is not."""
        parts = conjuncts(token)
        names = ((part, self._nearby.mention_before(part.start)) for part in parts if len(parts) > 1)
        return all(name is None or name.actor is not None or not name.span.contains(part.span) for part, name in names)
