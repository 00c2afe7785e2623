"""How many, of what, whose, where and as of when: quantities with the actors, places and times that the clause gives them.

Whose it is, where and as of when stay open unless the words themselves say so: what merely stands nearby is not taken.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache, partial

from chancery.analysis import Analysis, Mention, Quantity, Token
from chancery.analysis.actors.lexicon import lexicon_of
from chancery.analysis.clauses import complements, doer, own_subject, preposition, subject
from chancery.analysis.counted import SHARE
from chancery.analysis.units import units
from chancery.edtf import Edtf
from chancery.facts.acts import parties, roles
from chancery.facts.fact import Figure, Statement
from chancery.facts.parties import GLUED, is_public
from chancery.facts.shares import Shares, outermost
from chancery.facts.voices import Voices
from chancery.languages import Pack, pack_for
from chancery.languages.conjugation import Forms
from chancery.register import register_for
from chancery.span import Span

FARTHEST = 25
"""Tokens behind a noun in which another one is looked for."""
HEADS = (("NOUN", "PROPN"), ("ADJ", "VERB", "X", "PRON"), ("NUM", "SYM"))
"""What the head of a quantity may be, the likeliest first: the parser takes some nouns for adjectives."""
CLIMBED = 5
"""Governors looked at for whom a noun is about."""
OPENED, APART = "(\u00a0 ", ",(\u00a0 "
"""What may stand between a name and the brackets, or the age, behind it."""


def figures(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """The figures of a document, in text order; a number inside a name ("Mouvement 5 étoiles") is none."""
    if not analysis.quantities:
        return ()
    around, voices = _Around(analysis, said), Voices(said)
    found: dict[Span, Figure] = {}
    last: Figure | None = None
    for quantity in analysis.quantities:
        if not around.named(quantity):
            before = found.get(quantity.taken_up) if quantity.taken_up else last if last and around.goes_on(last.evidence, quantity.span) else None
            last = found[quantity.span] = _figure(quantity, around, voices, before)
    return tuple(found.values())


def _figure(quantity: Quantity, around: "_Around", voices: Voices, before: Figure | None) -> Figure:
    """The quantity with all that is around it; whose it is may be known from the figure before it, if it goes on with that one's."""
    head = around.head(quantity)
    who = around.whose(quantity, head) if head else ()
    return Figure(
        document=around.document,
        evidence=quantity.span,
        voice=voices.at(quantity.span),
        time=around.when(head) if head and not around.is_age(head) else None,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        what=quantity.what or (around.shares.measured(quantity, head) if head and quantity.unit == SHARE else None),
        who=who or (before.who if before else ()),
        where=around.where(head) if head else None,
        approximate=quantity.approximate,
        bound=quantity.bound,
    )


@lru_cache(maxsize=8)
def _missions(pack: Pack) -> tuple[dict[str, str], re.Pattern[str]]:
    """Whose each mission is, and the pattern of a mission's name where a noun ends or begins."""
    whose: dict[str, str] = pack.words("numbers")["missions"]
    names = "|".join(re.escape(name) for name in sorted(whose, key=lambda name: (-len(name), name)))
    return whose, re.compile(rf"[\s«»\"“”]{{0,4}}(?P<name>{names})(?!\w)", re.IGNORECASE)


class _Around:
    """What stands near a quantity, by place; built once for a document."""

    def __init__(self, analysis: Analysis, said: tuple[Statement, ...]) -> None:
        pack = pack_for(analysis.document.language)
        self.document = analysis.document.id
        self._text = analysis.text
        self._parties = parties(analysis, said)
        self._locative = roles(pack).locative
        self._ages = frozenset(pack.words("numbers")["ages"]["nouns"])
        self._tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
        self._edges = [token.start for token in self._tokens]
        lists = pack.words("numbers")["whose"]
        self._giving, self._given_with, self._to_whom = frozenset(lists["verbs"]), frozenset(lists["with"]), frozenset(lists["to_whom"])
        self._parts = frozenset(lists["parts"])
        self._counting = frozenset(lists["counting"])
        self._fronted, self._totals, self._same_owner = frozenset(lists["fronted"]), frozenset(lists["totals"]), frozenset(lists["same_owner"])
        self.shares = Shares(self._text, self._tokens, pack)
        self._to = lists["to"]
        self._forms = Forms(sorted(self._giving | self._to_whom), pack)
        self._people = units(pack)
        self._of_mission, self._missions = _missions(pack)
        self._demonym = partial(lexicon_of(pack).demonym, register=register_for(None))
        self._between = frozenset((pack.words("numbers")["ranges"]["between"],))
        known = (*(time.span for time in analysis.times), *(mention.span for mention in analysis.mentions))
        self._known = frozenset(token.start for span in known for token in self._inside(span))
        self._mentions = sorted(analysis.mentions, key=lambda mention: mention.span)
        self._mention_starts = [mention.span.start for mention in self._mentions]
        self._times = sorted((time for time in analysis.times if time.date), key=lambda time: time.span)
        self._time_starts = [time.span.start for time in self._times]

    def goes_on(self, before: Span, span: Span) -> bool:
        """Whether nothing stands between two figures but what says that the same one's are counted."""
        between = self._text[before.end : span.start].strip().lower()
        return between in self._same_owner or (between.rpartition(" ")[2] in self._parts and not set(between) & set(".;:!?\n"))

    def _inside(self, span: Span) -> list[Token]:
        return self._tokens[bisect_left(self._edges, span.start) : bisect_left(self._edges, span.end)]

    def named(self, quantity: Quantity) -> bool:
        """Whether the number lies inside a name of a person or body."""
        mention = self._mention_before(quantity.span.start)
        if mention is None or mention.type == "LOC":
            return False
        return mention.span.start < quantity.span.start < mention.span.end or mention.span.contains(quantity.span)

    def _mention_before(self, position: int) -> Mention | None:
        """The last name that begins there or before."""
        at = bisect_right(self._mention_starts, position) - 1
        return self._mentions[at] if at >= 0 else None

    def head(self, quantity: Quantity) -> Token | None:
        """The token that the rest of the quantity hangs on: its noun, or the number where it stands alone."""
        inside = self._inside(quantity.span)
        for kinds in HEADS:
            some = [token for token in inside if token.pos in kinds]
            outside = [token for token in some if token.head not in some or token.head is token]
            if outside:
                return outside[-1]
        return None

    def is_age(self, head: Token) -> bool:
        """Whether it is years of age, the only years that are figures."""
        return head.text.lower() in self._ages

    def whose(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """Whose they are: of whom an adjective or complement says so, who stands before the brackets, else who has, sends or gives them."""
        if self.is_age(head):
            return self._whose_age(quantity, head)
        found = (
            self._people_named(quantity, head)
            or self._by_words(quantity, head)
            or self._before_brackets(quantity)
            or self._with(quantity)
            or self._in_clause(quantity, head)
        )
        return found if quantity.unit != self._people.people_unit or is_public(found) else ()

    def _people_named(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """ "2.500 Américains": the noun says whose, too."""
        if quantity.unit != self._people.people_unit:
            return ()
        nouns = [head, *(token for token in self._inside(quantity.span) if token.start > head.end and token.pos in HEADS[0])]
        state = next((found for noun in nouns if noun.text[:1].isupper() and (found := self._demonym(noun))), None)
        return (state,) if state and register_for(None).is_state(state) else ()

    def _by_words(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """Of whom the noun, its adjectives or its complements say so; of a sum or a share, what follows is what it is for or of."""
        who = self._parties
        own = who.own(head) or next((found for child in head.all("amod", "det") if (found := who.own(child))), ())
        if own or quantity.unit in self._people.codes.values():
            return own or self._given_by(head)
        following = [part for part in complements(head, "de") if part.start > head.start and "," not in self._text[head.end : part.start]]
        if body := self._body_behind(quantity):
            return (body,)
        return next((found for part in following if (found := who.acting(part) or self._mission(part))), ()) or self._given_by(head)

    def _given_by(self, head: Token) -> tuple[str, ...]:
        """By whom they are given, sent or paid: "trois navires envoyés par l'Elbonie"."""
        given = [child for child in head.all("acl") if self._verb(child) in self._giving]
        return next((found for verb in given for part in complements(verb, "par") if (found := self._parties.acting(part))), ())

    def _body_behind(self, quantity: Quantity) -> str | None:
        """The body whose name stands right behind people: "une centaine d'élus LREM"."""
        mention = self._mention_before(quantity.span.end + 1)
        beside = mention is not None and mention.type == "ORG" and mention.span.start == quantity.span.end + 1
        return mention.actor if mention and beside and quantity.unit == self._people.people_unit else None

    def _with(self, quantity: Quantity) -> tuple[str, ...]:
        """Whose name stands right before "avec" and behind no preposition, or follows the comma: "Avec 300 morts, l'Elbonie est la plus touchée"."""
        first = bisect_left(self._edges, quantity.span.start)
        if first == 0 or self._tokens[first - 1].text.lower() not in self._fronted:
            return ()
        preceding = self._mention_before(self._tokens[first - 1].start - 1)
        if preceding is not None and preceding.span.end == self._tokens[first - 1].start - 1:
            named = preceding.actor and preceding.type != "PER" and not self._governed(preceding)
            return (preceding.actor, *preceding.sides) if preceding.actor and named else ()
        return self._fronting(first) if self._tokens[first - 1].index == 0 else ()

    def _governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before a name, an article between them or none: "après les États-Unis"."""
        at = bisect_left(self._edges, mention.span.start) - 1
        while at >= 0 and self._tokens[at].pos == "DET":
            at -= 1
        return at >= 0 and self._tokens[at].pos == "ADP"

    def _fronting(self, first: int) -> tuple[str, ...]:
        """Whose name follows the next comma."""
        behind = self._tokens[first : first + FARTHEST]
        comma = next((place for place, token in enumerate(behind) if token.text == ","), None)
        following = [token for token in behind[comma + 1 : comma + 3] if token.pos != "DET"] if comma else []
        mention = self._mention_before(following[0].start) if following else None
        if mention is None or mention.span.start != following[0].start or not mention.actor:
            return ()
        return (mention.actor, *mention.sides)

    def _before_brackets(self, quantity: Quantity) -> tuple[str, ...]:
        """ "l'Elbonie (10 soldats)"."""
        opened = len(self._text[: quantity.span.start].rstrip(OPENED)) if self._text[quantity.span.start - 1 : quantity.span.start] == "(" else 0
        mention = self._mention_before(opened - 1) if opened else None
        if mention is None or mention.span.end != opened or not mention.actor:
            return ()
        return (mention.actor, *mention.sides)

    def _in_clause(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """Who gives, sends or has it: "Berlin envoie 300 soldats", "l'envoi par Berlin de 300 soldats"."""
        outer = outermost(quantity, head)
        while outer.head.pos in HEADS[0] and outer.head.start < outer.start and (outer.dep == "conj" or outer.head.lemma.lower() in self._totals):
            outer = outer.head
        governor = outer.head
        if preposition(outer) in self._fronted and (found := self._described(outer)):
            return found
        adjacent = 0 <= quantity.span.start - governor.end <= 1
        if governor.start < outer.start and (adjacent or self._is_object(outer, head)):
            if self._verb(governor) not in self._giving:
                return ()
            acts = doer(governor)
            if acts is None or GLUED.search(self._text, min(acts.end, governor.start), max(acts.end, governor.start)):
                return ()
            if preposition(acts) in self._locative:
                return ()
            found = self._parties.acting(acts) or self._mission(acts)
            return found if self._verb(governor) not in self._counting or is_public(found) else ()
        if head.dep.startswith("nmod"):
            return next((found for part in complements(governor, "par") if (found := self._parties.acting(part))), ())
        return ()

    def _described(self, outer: Token) -> tuple[str, ...]:
        """Who is said to be something, or is called it, "avec" so many: "l'Elbonie est le pays le plus touché, avec 300 morts"."""
        token = outer
        for _ in range(CLIMBED):
            if token.head is token:
                break
            called, token = token.dep.startswith("appos"), token.head
            if token.child("cop"):
                return self._parties.acting(own_subject(token))
            if token.pos == "PROPN" and (called or token.child("case") is None) and is_public(found := self._parties.own(token)):
                return found
        return ()

    def _mission(self, noun: Token) -> tuple[str, ...]:
        """Whose mission it is, by the name it has or that stands right behind: "la mission « Resolute Support »"."""
        found = self._missions.match(self._text, noun.start) or self._missions.match(self._text, noun.end)
        return (self._of_mission[found["name"].lower()],) if found else ()

    def _verb(self, token: Token) -> str:
        """The verb of the lists that a word is a form of."""
        return self._forms.infinitive(token.text, token.lemma.lower())

    def _is_object(self, outer: Token, head: Token) -> bool:
        """Whether it is the object of its verb, or what the verb is done with; "près de" and the like make it hang on other ways."""
        if outer.dep == "obj":
            return True
        if outer is not head:
            return outer.dep in ("advmod", "obl:arg") and outer.pos in ("ADV", "ADP", "NUM")
        return outer.dep.startswith("obl") and preposition(outer) in self._given_with

    def _whose_age(self, quantity: Quantity, head: Token) -> tuple[str, ...]:
        """The person: the name that the age stands behind, or the subject of the clause that "âgée de" opens."""
        mention = self._mention_before(quantity.span.start)
        if mention and mention.type == "PER" and mention.span.end == len(self._text[: quantity.span.start].rstrip(APART)):
            return (mention.actor, *mention.sides) if mention.actor else ()
        return next((found for token in self._aged(head) if (found := self._parties.own(token)) and found[0].startswith("person:")), ())

    def _aged(self, head: Token) -> Iterator[Token]:
        """Whose age it may be: the noun or the subject that it hangs on, the name beside that noun, or what the noun is said to be."""
        governor = head.head
        if governor.pos not in ("PROPN", "NOUN"):
            named = subject(governor) or own_subject(governor.head)
            yield from [named] if named else []
            return
        yield governor
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
        end = len(self._text[: first.start].rstrip(APART))
        mention = self._mention_before(end - 1) if end < first.start else None
        if mention is not None and mention.type == "PER" and mention.span.end == end:
            yield from self._inside(mention.span)

    def where(self, head: Token) -> str | None:
        """The place that the noun or its clause is put at, as the text names it."""
        given = self._verb(head.head) in self._to_whom
        return self._parties.place((token for token in self._companions(head) if not given or preposition(token) != self._to), self._locative)

    def when(self, head: Token) -> Edtf | None:
        """The date that the noun or its clause is put on; None if there is none or more than one, or if it only bounds ("depuis 1953")."""
        found = []
        for token in self._companions(head):
            at = bisect_left(self._time_starts, token.end) - 1
            if at >= 0 and (time := self._times[at]).span.overlaps(token.span) and time not in found and preposition(token) not in self._between:
                found.append(time)
        return found[0].date if len(found) == 1 and found[0].bound is None else None

    def _companions(self, head: Token) -> Iterator[Token]:
        """The complements of the noun and its participles, then those of the verb or noun that governs it.

        Behind the noun, none with another noun in between (a name or date is none): the parser hangs such complements too high.
        """
        near = [*head.children, *(part for child in head.all("acl") for part in child.children)]
        governor = head.head
        if governor is not head and (governor.pos in ("VERB", "AUX") or head.dep.startswith("nmod")):
            near.extend(token for token in governor.children if token is not head)
        at = bisect_left(self._edges, head.start)
        barrier = next(
            (token.start for token in self._tokens[at + 1 : at + 1 + FARTHEST] if token.pos == "NOUN" and token.start not in self._known), None
        )
        for token in near:
            if barrier is None or token.start <= barrier:
                yield token
