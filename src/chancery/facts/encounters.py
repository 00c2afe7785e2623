"""Encounters: who meets whom, in what form, as a noun or a verb tells it. Meetings are made of them, and the events that a meeting is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Analysis, Sentence, Token
from chancery.analysis.clauses import (
    agent,
    antecedent,
    clause_span,
    complements,
    governor,
    is_passive,
    noun_phrase,
    objects,
    preposition,
    run_on,
    subject,
)
from chancery.analysis.inflection import tense
from chancery.edtf import Edtf
from chancery.facts.acts import Roles, parties, roles
from chancery.facts.fact import MeetingStatus, Statement
from chancery.facts.meeting_status import MeetingStanding, setting
from chancery.facts.meeting_words import meeting_words
from chancery.facts.moments import moments_of
from chancery.facts.parties import Parties, is_public
from chancery.facts.reach import reach
from chancery.facts.triggers import Cue, neighbours, spellings, triggers
from chancery.languages import pack_for
from chancery.register import register_for
from chancery.span import Span

CLIMB = 4
"""Clauses and nouns above a meeting among which whoever takes part is looked for."""
BESIDE = 8
"""Words after a noun in which the press shows that it is an interview."""


@dataclass(frozen=True, slots=True)
class Encounter:
    """A telling of a meeting."""

    cue: Cue
    head: Token
    evidence: Span
    body: str | None
    hosts: tuple[str, ...]
    """Who meets: visitors, owners, subjects."""
    guests: tuple[str, ...]
    """Whom they meet."""
    place: str | None
    time: Edtf | None
    format: str | None
    status: MeetingStatus


@lru_cache(maxsize=2)
def encounters(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Encounter, ...]:
    """All meetings that the text tells of, in text order; made once for all kinds of fact."""
    finder = _Finder(analysis, parties(analysis, said))
    return tuple(found for sentence in analysis.sentences for found in finder.within(sentence))


class _Finder:
    def __init__(self, analysis: Analysis, who: Parties) -> None:
        pack = pack_for(analysis.document.language)
        self.cues, self.words, self.parties = triggers(pack, "meetings"), meeting_words(pack), who
        self.roles: Roles = roles(pack)
        self.reach = reach(pack)
        self.standing = MeetingStanding(self.cues, self.words, analysis.text)
        self.moments, self.analysis = moments_of(analysis), analysis

    def within(self, sentence: Sentence) -> Iterator[Encounter]:
        """The meetings of a sentence; a word that only says in what form another is held, or for what one travels, tells none of its own."""
        for token in sentence.tokens:
            cue = self.cues.match(token)
            if cue is not None and not self._told(token):
                found = self._noun(token, cue, sentence) if cue.kind == "noun" else self._verb(token, cue, sentence)
                if found is not None:
                    yield found

    def _told(self, token: Token) -> bool:
        head = governor(token)
        if head is None or token.dep.startswith("nsubj"):
            return False
        return self.cues.match(head) is not None or (head.pos == "NOUN" and preposition(head) == "pour" and self._told(head))

    # ------------------------------------------------------------ a noun

    def _noun(self, noun: Token, cue: Cue, sentence: Sentence) -> Encounter | None:
        status = self.standing.of_noun(noun)
        if status is None or self._interview(noun, sentence) or (cue.lemma in self.words.people["crowds"] and self.parties.organisation(noun)):
            return None
        after = run_on(noun, sentence.tokens)
        met, end = self.parties.following([token for token in after if not self.reach.is_private(token)], self.words.between)
        owners = self.parties.owner(noun, bare=False, acting=True) if cue.mode != "visit" or _is_somebodys(noun) else ()
        body = self._body(noun) if cue.mode != "visit" else None
        if not cue.type and cue.lemma in self.words.people["crowds"] and not (body or met or (owners and not _is_somebody(owners))):
            return None
        told_whole = (cue.mode == "visit" and owners) or self.parties.following(after, self.words.people["all_of"])[0]
        attending = () if told_whole else self._attending(noun, cue, sentence)
        evidence = self._evidence(noun, after, end)
        place = self.parties.place([*noun.subtree(), *after], self.roles.locative)
        dated = self.moments.expression(evidence, noun, nearest=True)
        dated = None if dated is not None and dated.bound == "since" else dated
        known = len(owners + met) > 0 or body is not None
        told = known + (place is not None) + (dated is not None)
        hosts = _merged((body,) if body else (), owners, attending)
        if ((hosts or met) and not is_public((*hosts, *met))) or (cue.mode == "visit" and not place and not dated and _several(noun)):
            return None
        if (
            not (hosts or met or (dated and cue.type and cue.mode != "visit" and noun.child("det")))
            or not (told or _new(noun))
            or (cue.strength == "weak" and told < 2)
        ):
            return None
        time = dated.date if dated else self._time(noun, evidence, status)
        guests = tuple(actor for actor in met if actor not in hosts)
        return Encounter(cue, noun, evidence, body, hosts, guests, place, time, self._format(noun, cue), self._by_time(status, time))

    def _evidence(self, noun: Token, after: list[Token], end: int) -> Span:
        """The noun phrase, with the people and the words of time that follow it."""
        phrase = noun_phrase(noun)
        span = Span(phrase.start, max(phrase.end, end))
        following = self.moments.after(span, self.analysis.text)
        return Span(span.start, following.span.end) if following is not None else span

    def _attending(self, noun: Token, cue: Cue, sentence: Sentence) -> tuple[str, ...]:
        """Whoever does something at the meeting, to it or for it: the subject of the clause; of a visit, the name before it."""
        top = self.standing.top(noun)
        head, case = setting(top)
        found: tuple[str, ...] = ()
        if head is not None and top.dep.startswith("obj"):
            found = self.parties.acting(subject(head)) if self.cues.lemma(head) not in self.words.status["told"] else ()
        elif head is not None and case in self.words.attending:
            found = self._present(head)
        elif head is not None and cue.mode == "visit" and head.pos not in ("VERB", "AUX", "ADJ"):
            found = self.parties.own(head)
        if not found and cue.mode == "visit":
            before = [token for token in sentence.tokens[max(0, noun.index - 4) : noun.index] if token.pos in ("NOUN", "PROPN")]
            found = self.parties.own(before[-1]) if before else ()
        return found

    def _present(self, head: Token | None) -> tuple[str, ...]:
        """Who says or does something at the meeting: the subject of the first clause above that has a known one."""
        for _ in range(CLIMB):
            if head is None:
                return ()
            if head.pos in ("VERB", "AUX", "ADJ") or head.child("cop"):
                found = self.parties.speaker(head) or self.parties.acting(subject(head))
                if found or tense(head) not in ("infinitive", "participle", None):
                    return found
            head = governor(head)
        return ()

    def _interview(self, noun: Token, sentence: Sentence) -> bool:
        """Whether the talk is one with the press: `dans un entretien au quotidien`, on a channel that is named."""
        known = self.words.interviews
        if noun.lemma.lower() not in known["nouns"]:
            return False
        near = {spelling for token in sentence.tokens[noun.index + 1 : noun.index + BESIDE] for spelling in (*spellings(token), token.text.lower())}
        aired = self.reach.channels(noun.children, self.parties)
        return preposition(noun) in known["prepositions"] or bool(near & known["beside"] or aired)

    def _body(self, noun: Token) -> str | None:
        """The organisation that meets, and no house where others do: `une réunion à la mairie`."""
        inside = noun_phrase(noun)
        guests = {part for child in noun.children if preposition(child) in self.words.between for part in child.subtree()}
        for child in noun.subtree():
            if child is noun or child in guests or not inside.contains(child.span) or child.pos not in ("PROPN", "NOUN", "ADJ"):
                continue
            found = self.parties.organisation(child)
            if found is not None and found.partition(":")[2].split(" ")[0].lower() not in self.words.people["venues"]:
                return found
        return None

    # ------------------------------------------------------------ a verb

    def _verb(self, verb: Token, cue: Cue, sentence: Sentence) -> Encounter | None:
        status = self.standing.of_verb(verb)
        passive = is_passive(verb) and not cue.reflexive
        doers = self.parties.acting(agent(verb) if passive else subject(verb))
        met = tuple(actor for token in objects(verb) for actor in self.parties.acting(token)) or self.parties.next_to(verb, sentence.tokens)
        if passive:
            met = self.parties.acting(subject(verb))
        met = _merged(
            met, self.parties.beside(verb, self.words.between), tuple(actor for token in verb.all("iobj") for actor in self.parties.own(token))
        )
        if not self._meets_people(verb, cue, met) or (cue.reflexive and self._means_others(verb)):
            return None
        evidence = clause_span(verb)
        aside = {part.index for token in verb.all("nsubj") for part in token.subtree()}
        place = self.parties.place((token for token in verb.subtree() if token.index not in aside), self.roles.locative)
        visit = cue.mode == "visit"
        if cue.reflexive and not (visit or met or _several(subject(verb)) or self._meets(subject(verb))):
            return None
        if status is None or not doers or not (met or place or (cue.reflexive and not visit)) or (cue.strength == "weak" and not (met or visit)):
            return None
        if visit and cue.strength == "weak" and not ((met or place) and _is_somebody(doers)):
            return None
        if not is_public(doers if visit else (*doers, *met)):
            return None
        time = self._time(verb, evidence, status)
        dated = self.moments.within(evidence, verb, False) is not None
        if (cue.reflexive and not visit and status != "held" and not (met or place or dated)) or not (visit or dated or place or is_public(doers)):
            return None  # "nous nous retrouverons" is a hope, and whoever met a deputy one day may only know him
        guests = met or (self._visited(verb) if visit else ())
        others = tuple(actor for actor in guests if actor not in doers)
        status, form = self._by_time(status, time), self._format(verb, cue)
        return Encounter(cue, verb, evidence, None, doers, others, place, time, form, status)

    def _meets(self, who: Token | None) -> bool:
        """Whether one subject can meet by itself: a body can."""
        return who is not None and any(self.parties.organisation(token) for token in who.subtree())

    def _meets_people(self, verb: Token, cue: Cue, met: tuple[str, ...]) -> bool:
        """Whether the object of a verb is somebody: whoever receives a letter, or meets with an open mind, meets nobody."""
        if cue.mode == "visit" or cue.reflexive or is_passive(verb):
            return True
        found = [
            token for object_ in verb.all("obj") for token in (_stands_for(object_, verb),) if token is not None and not self.moments.holds(token)
        ]
        kinds = self.words.people["bodies"] | self.roles.acting
        return not found or any(
            token.lemma.lower() in kinds
            or any(self.parties.own(part) for part in (token, *token.all("appos")))
            or self.reach.is_person(token, self.parties)
            for token in found
        )

    def _means_others(self, verb: Token) -> bool:
        """Whether the pronoun before a verb is another than its subject: `qui est-il pour |nous| parler ainsi`."""
        whom, who = verb.child("expl:pv", "obj", "iobj", "expl:comp"), subject(verb)
        persons = [token.morph.get("Person", "3") for token in (whom, who) if token is not None]
        return len(persons) > 1 and persons[0] != persons[1]

    def _visited(self, verb: Token) -> tuple[str, ...]:
        """The state that a visit is to; a firm or a school is only the place."""
        return tuple(actor for actor in self.parties.beside(verb, self.roles.locative) if register_for(None).is_state(actor))

    # ------------------------------------------------------------ both

    def _time(self, head: Token, evidence: Span, status: MeetingStatus) -> Edtf | None:
        """The date of the meeting: its own, that of the clause it stands in, or the day that the text is telling of."""
        own = self._dated(evidence, head, False)
        if own is not None or self.moments.is_apart(head):
            return own
        top = governor(self.standing.top(head))
        told_of = top is None or top.pos != "NOUN"
        while top is not None and top.pos == "NOUN":
            top = governor(top)
        if own is None and top is not None and status == "held":
            own = self._dated(clause_span(top), top, True) or self.moments.hanging(top)
        return own or (self.moments.running(evidence, head) if status == "held" and told_of else None)

    def _dated(self, span: Span, head: Token, in_words: bool) -> Edtf | None:
        """The date that words of time give a clause; `la première visite depuis 2005` is of no such day."""
        found = self.moments.expression(span, head, in_words)
        return found.date if found is not None and found.bound != "since" else None

    def _by_time(self, status: MeetingStatus, time: Edtf | None) -> MeetingStatus:
        """A meeting on a day after publication is planned, whatever the words around it."""
        today = self.moments.published.last if self.moments.published else None
        return "planned" if status == "held" and time and time.first and today and time.first > today else status

    def _format(self, head: Token, cue: Cue) -> str | None:
        for token in neighbours(head):
            for spelling in spellings(token):
                if spelling in self.words.formats and cue.type != "conférence de presse":
                    return " ".join(dict.fromkeys(part for part in (cue.type, self.words.formats[spelling]) if part))
        return cue.type or None


def _stands_for(token: Token, verb: Token) -> Token | None:
    """The noun that an object is, or that it takes up where it is a relative pronoun before the verb."""
    ahead = token.pos in ("PRON", "SCONJ") and token.end <= verb.start and verb.dep == "acl:relcl"
    return antecedent(verb, token) if ahead else token


def _is_somebodys(noun: Token) -> bool:
    """Whether it says whose it is: `la visite du roi`, `sa visite`; a `tournée norvégienne` is only there."""
    return bool(complements(noun, "de")) or any(child.morph.get("Poss") == "Yes" for child in noun.all("det"))


def _is_somebody(actors: tuple[str, ...]) -> bool:
    return any(actor.startswith("person:") for actor in actors)


def _several(who: Token | None) -> bool:
    return who is not None and (who.morph.get("Number") == "Plur" or who.child("conj") is not None)


def _new(noun: Token) -> bool:
    """Whether the noun brings the meeting up: `une réunion`, `leur réunion`, and not `la réunion`."""
    return any(child.morph.get("Definite") == "Ind" or child.morph.get("Poss") == "Yes" for child in noun.all("det"))


def _merged(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for group in groups for actor in group))
