"""Commitments: what an actor undertakes, for whom, from when, by when and on what condition."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Analysis, Sentence, Token
from chancery.analysis.clauses import clause_span, content_span, doer, governor, in_condition, is_negated, is_passive, markers, objects, subject
from chancery.analysis.inflection import tense
from chancery.edtf import Edtf
from chancery.facts.acts import parties, roles
from chancery.facts.conditions import condition, written
from chancery.facts.fact import Commitment, CommitmentKind, Statement
from chancery.facts.moments import Moments
from chancery.facts.parties import is_public, within
from chancery.facts.status import Standing, unreal
from chancery.facts.triggers import Cue, triggers
from chancery.facts.voices import Voices
from chancery.languages import Pack, pack_for


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of the pack's `commitments.toml` beside its cues."""

    involuntary: frozenset[str]
    hostile: frozenset[str]
    begin: frozenset[str]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A telling of a commitment, before its dates are known."""

    head: Token
    """The verb or noun that tells it."""
    content: Token
    """The head of what is undertaken."""
    who: tuple[str, ...]
    kind: CommitmentKind


@lru_cache(maxsize=8)
def _words(pack: Pack) -> Words:
    lists = pack.words("commitments")["undertaking"]
    return Words(frozenset(lists["not"]), frozenset(lists["hostile"]), frozenset(lists["begin"]))


def commitments(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Commitment, ...]:
    """What the document says that someone pledges, plans, aims at or threatens, in text order."""
    finder = _Finder(analysis, said)
    return tuple(finder.commitment(found, sentence) for sentence in analysis.sentences for found in finder.within(sentence))


class _Finder:
    def __init__(self, analysis: Analysis, said: tuple[Statement, ...]) -> None:
        self.pack = pack_for(analysis.document.language)
        self.cues, self.acts = triggers(self.pack, "commitments"), triggers(self.pack)
        self.words, self.roles = _words(self.pack), roles(self.pack)
        self.standing = Standing(unreal(self.pack), self.acts)
        self.parties, self.moments, self.voices = parties(analysis, said), Moments(analysis), Voices(said)
        self.analysis = analysis

    def within(self, sentence: Sentence) -> Iterator[Undertaking]:
        """The undertakings of a sentence, those that a word tells and those that a future does; none inside another."""
        taken: set[int] = set()
        for token in sentence.tokens:
            if token.index in taken or in_condition(token, sentence.tokens):
                continue
            found = self._told(token) or self._future(token)
            if found is not None:
                taken.update(part.index for part in found.content.subtree())
                yield found

    def _told(self, token: Token) -> Undertaking | None:
        """An undertaking told by a word for it, with the clause that says what."""
        cue = self.cues.match(token)
        if cue is None:
            return None
        content = self._content(token, cue)
        if (
            content is None
            or is_negated(token)
            or (cue.kind == "verb" and tense(token) in ("infinitive", None))
            or self.standing.of_verb(token, True) in ("hypothetical", "denied")
        ):
            return None
        who = self.parties.owner(token) if cue.kind == "noun" else self.parties.acting(doer(token))
        if cue.kind == "noun" and not who:
            above = governor(token)
            who = self.parties.acting(subject(above)) if above is not None and above.pos != "NOUN" else ()
        return Undertaking(token, content, who, _kind(cue)) if is_public(who) else None

    def _content(self, token: Token, cue: Cue) -> Token | None:
        """The clause of what is undertaken; an infinitive, or a `que` clause after a promise."""
        for child in token.children:
            relation = child.dep.partition(":")[0]
            infinitive = tense(child) == "infinitive"
            if relation in ("xcomp", "ccomp", "acl", "advcl", "obl") and infinitive and child.start > token.start and "pour" not in markers(child):
                return child
            if relation == "ccomp" and cue.type == "pledge" and "que" in markers(child):
                return child
        return None

    def _future(self, verb: Token) -> Undertaking | None:
        """An undertaking told by a future: of the speaker's own side it is a pledge, of another a plan."""
        if verb.pos not in ("VERB", "AUX"):
            return None
        when = tense(verb)
        if when not in ("future", "conditional") or is_negated(verb) or self.acts.forms.infinitive(verb.text, verb.lemma) in self.words.involuntary:
            return None
        if self.standing.of_verb(verb, True) != "announced" or verb.dep.startswith("acl"):
            return None
        who = self.parties.acting(doer(verb))
        if not is_public(who):
            return None
        statement = self.parties.statement(verb.span)
        own = statement is not None and bool(set(who) & set(statement.speaker_actors))
        act = self.acts.match(verb)
        if act is not None and act.type in self.words.hostile:
            return Undertaking(verb, verb, who, "threat" if self._conditional(verb) else "plan")
        return Undertaking(verb, verb, who, "pledge" if own else "plan")

    def _conditional(self, verb: Token) -> bool:
        return any("si" in markers(child) for child in verb.all("advcl"))

    # ------------------------------------------------------------ its dates and words

    def commitment(self, found: Undertaking, sentence: Sentence) -> Commitment:
        """The commitment that an undertaking is."""
        text = self.analysis.text
        evidence = clause_span(found.head)
        single = all(tense(other) == tense(found.content) for other in found.content.all("conj"))
        what = content_span(found.content) if single else clause_span(found.content)
        start, deadline = self._dates(found)
        statement = self.parties.statement(found.head.span)
        if statement is not None:
            evidence, what = within(evidence, statement.evidence), within(what, statement.evidence)
        return Commitment(
            document=self.analysis.document.id,
            evidence=evidence,
            voice=self.voices.at(found.head.span),
            time=self.moments.of(evidence, found.head, statement, True),
            who=found.who,
            what=written(what, text),
            type=found.kind,
            start=start,
            deadline=deadline,
            condition=condition(found.head, sentence, text, self.pack),
            beneficiary=tuple(actor for actor in self._beneficiary(found) if actor not in found.who),
        )

    def _dates(self, found: Undertaking) -> tuple[Edtf | None, Edtf | None]:
        """When it starts, and by when it is done. What begins on a day has that day for both; only days to come count."""
        time = self.moments.expression(clause_span(found.content), found.content)
        today = self.moments.published.first if self.moments.published else None
        if time is None or time.date is None or (today and time.date.last and time.date.last < today):
            return None, None
        if time.bound in ("by", "before", "until"):
            return None, time.date if "/" in time.date.value else Edtf(f"../{time.date.value}")
        begins = self.acts.forms.infinitive(found.content.text, found.content.lemma) in self.words.begin
        if time.bound in ("from", "since") or begins:
            return time.date, time.date if begins else None
        return None, time.date

    def _beneficiary(self, found: Undertaking) -> tuple[str, ...]:
        """For whom, or against whom: whom the complements name."""
        content = found.content
        if is_passive(content):
            return self.parties.named(subject(content))
        inner = tuple(actor for token in objects(content) for actor in self.parties.named(token))
        return tuple(dict.fromkeys((*self.parties.beside(found.head, self.roles.targets), *inner, *self.parties.beside(content, self.roles.targets))))


def _kind(cue: Cue) -> CommitmentKind:
    kinds: dict[str, CommitmentKind] = {"pledge": "pledge", "plan": "plan", "goal": "goal", "threat": "threat"}
    return kinds[cue.type]
