"""Who acts and who undergoes it: the actors that a noun phrase brings into a clause."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from chancery.analysis import Analysis, Mention, Token
from chancery.analysis.analysis import Reference
from chancery.analysis.clauses import complements, conjuncts, is_oblique, preposition
from chancery.analysis.who import who
from chancery.facts.fact import Statement
from chancery.register import public, register_for
from chancery.span import Span

NEAR = 60
"""Code points between a verb of speech and who speaks, or what is said."""
GLUED = re.compile(r"(?<=\w\w)[\"»)]?\.(?:(?=[A-ZÀ-Ý][\w' ]) ?|(?:\s?[-–]\s))")
"""Where a sentence ends although no space follows, or only a dash that opens a heading."""
DASHES = " \n\r\t\u00a0\u202f-–"
NOBODY: frozenset[Token] = frozenset()
DEEP = 4
"""How far into a noun phrase its names are looked for."""


class Parties:
    """The actors of a document by token; a first person inside a statement is its speaker. Built once for a document."""

    def __init__(
        self, analysis: Analysis, said: tuple[Statement, ...], acting: frozenset[str], others: frozenset[str], places: frozenset[str]
    ) -> None:
        self.who = who(analysis)
        self._acting, self._others, self._places = acting, others, places
        self._said = sorted(said, key=lambda statement: statement.evidence)
        self._starts = [statement.evidence.start for statement in self._said]
        self._text = analysis.text
        self._cued: dict[str, list[Statement]] = {}
        for statement in self._said:
            for word in (statement.cue or "").lower().split():
                self._cued.setdefault(word, []).append(statement)

    def statement(self, span: Span) -> Statement | None:
        """The innermost statement that holds this place."""
        for index in range(bisect_right(self._starts, span.start) - 1, max(-1, bisect_right(self._starts, span.start) - 6), -1):
            if self._said[index].evidence.contains(span):
                return self._said[index]
        return None

    def spoken_with(self, verb: Token) -> Statement | None:
        """The statement that this verb is the cue of: its speaker is named beside the verb, or it lies beside it."""
        for statement in self._cued.get(verb.text.lower(), ()):
            near = statement.speaker_span or statement.evidence
            if min(abs(near.start - verb.end), abs(verb.start - near.end)) <= NEAR or near.contains(verb.span):
                return statement
        return None

    def speaker(self, verb: Token) -> tuple[str, ...]:
        """Who says what this verb reports; empty if it reports no statement."""
        statement = self.spoken_with(verb)
        return statement.speaker_actors if statement else ()

    def acting(self, token: Token | None) -> tuple[str, ...]:
        """Who acts when this is the subject: whom it names, or whoever the officials, troops or bodies that it names belong to."""
        return () if token is None else _merged(self._one(part) for part in conjuncts(token))

    def named(self, token: Token | None, without: frozenset[Token] = NOBODY) -> tuple[str, ...]:
        """Whom a noun phrase names, itself or in its complements but `without` those: `l'accroissement des moyens de la Russie` is Russia."""
        return () if token is None else _merged(self._inside(part, DEEP, without) for part in conjuncts(token))

    def own(self, token: Token) -> tuple[str, ...]:
        """Whom this very token means, without looking into its complements."""
        known = self.who.of(token)
        if known and not (token.pos == "NOUN" and (self._led(token) or self._is_anothers(token, known[0]))):
            return known
        if token.morph.get("Person") == "1" and (token.pos == "PRON" or token.morph.get("Poss") == "Yes"):
            statement = self.statement(token.span)
            return statement.speaker_actors if statement else ()
        return ()

    def _is_anothers(self, noun: Token, actor: str) -> bool:
        """Whether the name behind "de" means the very person whom the noun is taken for: "l'épouse de Jean Dupont" is not he."""
        own = self.who.at(noun.span)
        if not actor.startswith("person:") or own is None:
            return False
        parts = (part for part in complements(noun, "de") if part.start >= own.span.end)
        return any(self.who.of(word)[:1] == (actor,) for part in parts for word in (part, *part.all("nmod", "flat", "appos")))

    def _led(self, noun: Token) -> bool:
        """Whether the name that a noun seems to introduce stands behind a preposition: `une rencontre avec Jean Dupont`."""
        if self.who.at(noun.span) is not None:
            return False
        names = (child for child in noun.all("nmod", "appos", "flat") if child.pos == "PROPN")
        return any(case.dep == "case" for name in names for part in name.subtree() for case in part.all("case") if case.start < name.end)

    def _run_into(self, token: Token) -> Token | None:
        """The name that the parser takes for a part of the one before: `dit à l'AFP |Jean Dupont|, architecte`."""
        if token.child("case") is None or token.pos != "PROPN":
            return None
        own = self.who.at(token.span)
        behind = (part for part in token.all("flat", "flat:name") if isinstance(found := self.who.at(part.span), Mention) and found.type == "PER")
        return next((part for part in behind if own is not None and part.start >= own.span.end), None)

    def _one(self, token: Token) -> tuple[str, ...]:
        if (named := self._run_into(token)) is not None:
            return self.own(named)
        known = self.own(token)
        if known or token.lemma.lower() not in self._acting:
            return known
        if any(child.lemma.lower() in self._others for child in token.all("amod")):
            return ()
        return self.owner(token) or self._home(token)

    def _home(self, token: Token) -> tuple[str, ...]:
        """Whose the country, troops or officials are that a reported speaker calls his own: `son pays`, `leurs soldats`."""
        statement = self.statement(token.span) if any(child.morph.get("Poss") == "Yes" for child in token.all("det")) else None
        if statement is None or statement.is_own_words:
            return ()
        return tuple(actor for actor in statement.speaker_actors if not actor.startswith("person:"))

    def stands_for_others(self, noun: Token) -> bool:
        """Whether a noun is for those who are somebody's: "trois soldats" that a state has killed may be anyone's."""
        return noun.lemma.lower() in self._acting

    def is_name(self, token: Token) -> bool:
        """Whether a name or an adjective of one stands there, and no noun that only the text around gives an actor."""
        found = self.who.at(token.span)
        return isinstance(found, Mention) or (found is not None and token.pos == "ADJ")

    def is_people(self, token: Token | None) -> bool:
        """Whether the words name a people and not its state: `les Français` can bind nobody."""
        if token is None or token.pos == "PRON" or token.lemma.lower() in self._acting or not token.text[:1].isupper():
            return False
        found = self.who.at(token.span)
        return isinstance(found, Reference) and any(child.morph.get("Number") == "Plur" for child in token.all("det"))

    def owner(self, noun: Token, *, bare: bool = True, acting: bool = False) -> tuple[str, ...]:
        """Whom a noun belongs to: its demonym, its possessor, the name that follows `de`, or, with `bare`, that follows at once.

        With `acting`, only those who can act themselves: a meeting `de ministres russes`, and not the upkeep `de routes russes`.
        """
        for child in noun.children:
            relation = child.dep.partition(":")[0]
            if (
                relation == "amod"
                or (relation == "det" and child.morph.get("Poss") == "Yes")
                or (bare and relation == "appos" and child.pos == "PROPN")
            ):
                found = self.own(child)
                if found:
                    return found
        heads = [part for part in complements(noun, "de", *([""] if bare else [])) if part.pos != "VERB"]  # no relative's names
        return _merged(self._one(part) if acting else self._inside(part, 2) for head in heads for part in conjuncts(head))

    def _inside(self, token: Token, depth: int, without: frozenset[Token] = NOBODY) -> tuple[str, ...]:
        known = self.own(token) if token not in without else ()
        if known or not depth or token in without:
            return known
        below = [child for child in token.children if child.dep.partition(":")[0] in ("nmod", "amod", "appos", "obl", "det", "conj")]
        return _merged(self._inside(child, depth - 1, without) for child in below)

    def beside(self, token: Token, prepositions: frozenset[str], *, acting: bool = False, without: frozenset[Token] = NOBODY) -> tuple[str, ...]:
        """Whom the complements of a word with these prepositions name, but `without` those. With `acting`, only those who can act themselves.

        One asks something of ministers, and not of the occasion of a minister's visit.
        """
        found = [child for child in token.children if (child.dep == "iobj" or is_oblique(child)) and child not in without]
        found = [child for child in found if child.dep == "iobj" or preposition(child) in prepositions]
        return _merged(self.acting(child) if acting else self.named(child, without) for child in found)

    def following(self, tokens: list[Token], prepositions: frozenset[str], *, acting: bool = False) -> tuple[tuple[str, ...], int]:
        """Whom the complements with these prepositions name among the words after a noun, and where the last of them ends (0: none).

        With `acting`, only those who can act themselves.
        """
        found: tuple[str, ...] = ()
        end = 0
        for token in tokens:
            if token.pos in ("NOUN", "PROPN", "PRON", "ADJ") and preposition(token) in prepositions:
                named = self.acting(token) if acting else self.named(token)
                if named:
                    found, end = (*found, *named), max(end, *(part.end for part in token.subtree() if part in tokens))
        return tuple(dict.fromkeys(found)), end

    def next_to(self, verb: Token, tokens: list[Token]) -> tuple[str, ...]:
        """Whom the name right behind a verb means, where the parser sees no object in it."""
        after = tokens[verb.index + 1 : verb.index + 3]
        while after and after[0].pos == "DET":
            after = after[1:]
        return self.own(after[0]) if after and after[0].text[:1].isupper() else ()

    def organisation(self, token: Token) -> str | None:
        """The body that this very token names, if it is one: neither a state nor a person."""
        found = self.who.at(token.span)
        if not isinstance(found, Mention) or found.type != "ORG" or not found.actor or found.actor.startswith(("person:", "group:")):
            return None
        return None if register_for(None).is_state(found.actor) else found.actor

    def place(self, tokens: Iterable[Token], locative: frozenset[str]) -> str | None:
        """The first place that a locative preposition brings into these words, as the text has it."""
        for token in tokens:
            if token.pos in ("PROPN", "NOUN") and preposition(token) in locative and self._located(token):
                kind = token.lemma.lower() in self._places and self.who.at(token.span) is None
                if kind and any(child.morph.get("NumType") == "Ord" for child in token.children):
                    continue  # "dans la deuxième ville de Zork"
                names = complements(token, "de") if kind else [token]  # "sur l'île |de Zork|"
                if place := next((place for name in names if (place := self._place(name))), None):
                    return place
        return None

    def _place(self, token: Token) -> str | None:
        """The place that a token belongs to the name of."""
        found = self.who.at(token.span)
        return found.span.of(self._text) if isinstance(found, Mention) and found.type == "LOC" else None

    def _located(self, token: Token) -> bool:
        """Whether the preposition says where: one is "à Vienne" or "au Mali", and thinks of "à l'Ukraine"."""
        case = token.child("case")
        return case is None or case.text.lower() != "à" or token.child("det") is None


def within(span: Span, limit: Span) -> Span:
    """The part of a stretch that lies inside another; all of it if they do not meet."""
    start, end = max(span.start, limit.start), min(span.end, limit.end)
    return Span(start, end) if start < end else span


def unglued(span: Span, place: int, text: str) -> Span:
    """The part of a stretch around a place that holds no end of a sentence: pages often lose the space between two.

    >>> unglued(Span(0, 21), 0, "Il part ce soir.Elle reste.").of("Il part ce soir.Elle reste.")
    'Il part ce soir'
    """
    start, end = span.start, span.end
    for found in GLUED.finditer(text, span.start, span.end):
        if found.end() <= place:
            start = found.end()
        elif found.start() >= place:
            end = found.start()
            break
    return Span(start, end).trimmed(text, DASHES) if start < end else span


def is_public(actors: Iterable[str]) -> bool:
    """Whether a state, a body or a group is among them, or someone who acts for one: private people alone are not what is recorded here."""
    return any(map(public, actors))


def _merged(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for group in groups for actor in group))
