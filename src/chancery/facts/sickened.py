"""Whose the ill and dead of an epidemic are: the state where they are, that their sentence names, or that is spoken of."""

import re
from collections.abc import Iterable
from functools import lru_cache

from chancery.analysis import Mention, Token
from chancery.analysis.clauses import own_subject
from chancery.analysis.units import units
from chancery.facts.excepted import Excepted
from chancery.facts.listed import Listed
from chancery.facts.nearby import Nearby
from chancery.facts.officials import Officials
from chancery.facts.parties import Parties
from chancery.facts.spoken import Spoken
from chancery.facts.topics import Topics
from chancery.languages import Pack
from chancery.register import register_for
from chancery.scan.phrases import either
from chancery.span import Span

CLAUSE = re.compile(r"[,;:().!?\n]|\s[-–—]\s")
BESIDE = 60
"""Code points behind a figure among which the name of its state begins."""
BARE = ("NUM", "SYM", "PRON")
"""What a number without a noun is."""
COUNTED = 2
"""Words of what is counted among which its noun is: "nouveaux cas"."""
BEFORE = 500
"""Code points before a sentence in which the epidemic has been spoken of."""


@lru_cache(maxsize=8)
def _patterns(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells of an epidemic, and of the whole world."""
    lists = pack.words("numbers")
    names = [name for names in lists["sickness"]["names"] for name in names]
    return _words([*lists["sickness"]["epidemic"], *names]), _words(lists["whereabouts"]["world"])


def _words(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(words)})(?!\w)", re.IGNORECASE)


class Sickened:
    """The states whose ill and dead the figures of one document count."""

    def __init__(self, nearby: Nearby, who: Parties, spoken: Spoken, pack: Pack) -> None:
        self._nearby, self._who, self._spoken, self._topics = nearby, who, spoken, Topics(nearby, who, pack)
        lists = pack.words("numbers")
        sickness = lists["sickness"]
        self._counted, self._spreading = frozenset((*sickness["cases"], *sickness["deaths"])), frozenset(sickness["spreading"])
        self._infecting, self._people = Listed(sickness["infecting"], pack), frozenset(lists["predicated"]["generic"])
        self._country = frozenset(lists["whose"]["country"])
        self._parts = frozenset(lists["whereabouts"]["places"])
        self._at, self._than = frozenset(lists["whereabouts"]["at"]), frozenset(lists["whose"]["than"])
        self._deaths, self._opening = frozenset(sickness["deaths"]), (*lists["predicated"]["of"], *lists["bare"]["of_the"])
        self._officials, self._counts_people = Officials(nearby, who, pack), units(pack).counts_people
        self._told, self._world = _patterns(pack)
        self._excepted = Excepted(nearby, pack)

    def of(self, span: Span, head: Token, where: str | None, what: str | None) -> tuple[str, ...]:
        """The state: that of the place they are at, else the one that the sentence names, else the one spoken of; none left out beside them."""
        return () if self._excepted.beside(span.end) or not self.is_sick(head, what) else self._of(span, head, where)

    def _of(self, span: Span, head: Token, where: str | None) -> tuple[str, ...]:
        sentence = self.sentence(head)
        text = self._nearby.text[max(0, sentence.start - BEFORE) : sentence.end]
        if not self._told.search(text) or self._world.search(sentence.of(self._nearby.text)):
            return ()
        names = [name for name in self._nearby.mentions_before(sentence.end, sentence.end - sentence.start)[::-1] if not self._excepted.has(name)]
        places = [name for name in names if name.type == "LOC"]
        if (where and self._is_elsewhere(span, where, places)) or self._is_in_part(span):
            return ()
        if where:
            here = next((found for name in places if name.span.of(self._nearby.text) == where and (found := self.state(name))), ())
            return here if here or any(name.span.of(self._nearby.text) == where for name in places) else self._pointed_at(where)
        if any(not self.state(name) for name in places):
            return ()  # a town or region may be meant
        return self._named(span, names) if places else self._officials.of(sentence) or self._spoken_of(head, sentence)

    def _is_in_part(self, span: Span) -> bool:
        """Whether they are only those of somebody's town or region: "300 morts dans sa ville"."""
        at = self._nearby.at(span.end)
        words = self._nearby.tokens[at : at + 3]
        put = len(words) == 3 and words[0].text.lower() in self._at and words[1].morph.get("Poss") == "Yes"
        return put and words[2].lemma.lower() in self._parts

    def _is_elsewhere(self, span: Span, where: str, places: list[Mention]) -> bool:
        """Whether another state has been brought in as the place since: "En Elbonie, il y a 20 morts, alors qu'en Freedonie il y a 30 cas"."""
        before = [name for name in places if name.span.end <= span.start]
        names = [name for name in before if name.span.of(self._nearby.text) == where]
        last = before[-1] if names else None
        if last is None or last in names or not self.state(last) or self.state(last) == self.state(names[-1]):
            return False
        at = self._nearby.at(last.span.start)
        lead = self._nearby.tokens[max(0, at - 2) : at]
        return len(lead) > 1 and lead[-1].text.lower() in self._at and lead[0].text.lower() in self._than

    def _pointed_at(self, where: str) -> tuple[str, ...]:
        """The state of a name that its sentence only points back at."""
        state, known = register_for(None).named(where), register_for(None)
        return (state,) if state is not None and known.is_state(state) else ()

    def is_sick(self, head: Token, what: str | None) -> bool:
        """Whether cases or deaths are counted, if only by what a bare number is told of, or people who have been infected."""
        told = (what or "").lower().split()[:COUNTED] if head.pos in BARE else [head.text.lower()]
        if not self._counted.isdisjoint(told):
            return True
        above = head.head if head.head.pos != "ADV" else head.head.head  # "plus de 300 passants ont contracté le virus"
        verbs = (*head.all("acl", "amod"), above)
        people = head.text.lower() in self._people or self._counts_people(head.text)
        return people and any(self._infecting.verb(verb) for verb in verbs)

    def is_of_other(self, what: str) -> bool:
        """Whether words tell of what else has killed: "morts du séisme"."""
        words = what.lower().split()
        dead = bool(words) and words[0] in self._deaths and any(word.startswith(self._opening) for word in words[1:2])
        return dead and not self._told.search(what)

    def sentence(self, head: Token) -> Span:
        """The sentence of a token."""
        at = self._nearby.at(head.start)
        first, last = at - head.index, at + 1
        while last < len(self._nearby.tokens) and self._nearby.tokens[last].index:
            last += 1
        return Span(self._nearby.tokens[first].start, self._nearby.tokens[last - 1].end)

    def is_placeless(self, stretch: Span, state: str | None = None) -> bool:
        """Whether a stretch of an epidemic's story names no place but a state's own, not the world, and no illness as what strikes."""
        text = self._nearby.text
        told = self._told.search(text[max(0, stretch.start - BEFORE) : stretch.end])
        if not told or self._world.search(stretch.of(text)):
            return False
        words = self._nearby.inside(stretch)
        if any(word.dep.startswith("nsubj") and word.lemma.lower() in self._spreading for word in words):
            return False
        names = [name for name in self._nearby.mentions_before(stretch.end, stretch.end - stretch.start) if name.span.start >= stretch.start]
        return all(self.state(name) == (state,) for name in names if name.type == "LOC")

    def state(self, name: Mention) -> tuple[str, ...]:
        """The state of its own name."""
        known = register_for(None)
        own = name.actor and known.is_state(name.actor) and not known.seat(name.span.of(self._nearby.text))  # Paris is a town here
        return (name.actor,) if own and name.actor else ()

    def _named(self, span: Span, names: list[Mention]) -> tuple[str, ...]:
        """The one state named before them in their sentence; right behind them, if it is the same or the only one."""
        if (related := self._related(span, names)) is not None:
            return self.state(related)
        ends = CLAUSE.search(self._nearby.text, span.end)
        end = min(ends.start() if ends else span.end, span.end + BESIDE)
        before = self._states(name for name in names if name.span.end <= span.start and self._is_meant(name))
        beside = self._states(name for name in names if span.end <= name.span.start < end)
        acting = (name for name in names if self._acts(name) and (name.span.end <= span.start or len(self._states(names)) == 1))
        found = before | beside or self._states(acting)
        return tuple(found) if len(found) == 1 else ()

    def _related(self, span: Span, names: list[Mention]) -> Mention | None:
        """The state in whose relative clause they are told: "derrière l'Elbonie - qui a compté 300 morts - le Pérou"."""
        last = next((name for name in names[::-1] if name.type == "LOC" and name.span.end <= span.start), None)
        at = self._nearby.at(last.span.end) if last is not None and self.state(last) else len(self._nearby.tokens)
        words = [word for word in self._nearby.tokens[at : at + 2] if word.pos != "PUNCT"]
        relative = words[0] if words and words[0].dep.startswith("nsubj") and words[0].morph.get("PronType") == "Rel" else None
        told = relative is not None and relative.end < span.start and not CLAUSE.search(self._nearby.text, relative.end, span.start)
        return last if told else None

    def _is_meant(self, name: Mention) -> bool:
        """Whether it is told of the state, or put there; not "hors d'Elbonie", "venus d'Elbonie"."""
        tokens = self._nearby.inside(name.span)
        before = {part.text.lower() for token in tokens for part in token.all("case")}
        return not before or bool(before & self._at)

    def _acts(self, name: Mention) -> bool:
        return any(token.dep.startswith("nsubj") for token in self._nearby.inside(name.span))

    def _states(self, names: Iterable[Mention]) -> set[str]:
        return {state for name in names if name.type == "LOC" for state in self.state(name)}

    def _spoken_of(self, head: Token, sentence: Span) -> tuple[str, ...]:
        """The state of "le pays", or whom the sentence before is about, unless an illness is what strikes."""
        if any(heading.overlaps(sentence) for heading in self._nearby.headings):
            return ()  # it opens what comes, and goes on with nothing
        words = self._nearby.inside(sentence)
        if any(word.dep.startswith("nsubj") and self._spoken.is_part(word) for word in words):
            return ()  # "poumon du pays, l'Etat déplore 30 morts"
        country = next((word for word in words if word.lemma.lower() in self._country), None)
        if country is not None:
            return self._topics.state(country, counted=True) or self._spoken.country(country)
        root = next((word for word in words if word.head is word), None)
        acts = own_subject(root) if root is not None else None
        if acts is not None and acts.lemma.lower() in self._spreading:
            return ()
        statement = self._who.statement(head.span)
        if statement is not None and statement.is_own_words:  # who speaks tells of his own, whomever the sentence before is about
            return tuple(actor for actor in statement.speaker_actors if register_for(None).is_state(actor))[:1]
        found = self._topics.before(head)
        return found if len(found) == 1 and register_for(None).is_state(found[0]) else ()
