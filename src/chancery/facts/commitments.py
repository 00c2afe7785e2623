"""Commitments: what an actor undertakes, for whom, from when, by when and on what condition."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from chancery.analysis import Analysis, Sentence, TimeExpression, Token
from chancery.analysis.attachment import continued
from chancery.analysis.clauses import (
    clause_span,
    conjuncts,
    content_span,
    doer,
    governor,
    in_condition,
    is_negated,
    is_passive,
    markers,
    noun_phrase,
    objects,
    run_on,
    subject,
)
from chancery.analysis.inflection import tense
from chancery.edtf import Edtf
from chancery.facts.acts import LONGEST_TELLING, describes, parties
from chancery.facts.announcing import BOUNDS, Announcing
from chancery.facts.conditions import behind, condition, written
from chancery.facts.fact import Commitment, CommitmentKind, Statement
from chancery.facts.marks import balanced, closed
from chancery.facts.moments import moments_of
from chancery.facts.parties import is_public, unglued, within
from chancery.facts.stated import is_pointing, with_relative
from chancery.facts.status import Standing, unreal
from chancery.facts.triggers import Cue, triggers
from chancery.facts.undertaken import is_bare, less_aside, less_joined, own_start
from chancery.facts.voices import Voices
from chancery.languages import Pack, pack_for
from chancery.languages.conjugation import Forms
from chancery.span import Span

LONG_AGO = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of the pack's `commitments.toml` beside its cues."""

    forms: Forms
    """Of the verbs in the lists."""
    involuntary: frozenset[str]
    hostile: frozenset[str]
    begin: frozenset[str]
    finish: frozenset[str]
    relations: frozenset[str]
    lasting: frozenset[str]
    objects: frozenset[str]
    promising: frozenset[str]
    warning: frozenset[str]
    thinking: frozenset[str]
    whole: frozenset[str]
    firm: frozenset[str]
    told_to: frozenset[str]
    pronouns: frozenset[str]
    of_it: frozenset[str]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A telling of a commitment, before its dates are known."""

    head: Token
    """The verb or noun that tells it."""
    content: Token
    """The head of what is undertaken."""
    who: tuple[str, ...]
    kind: CommitmentKind
    when: TimeExpression | None = None
    """The day to come of what a noun tells."""


@lru_cache(maxsize=8)
def _words(pack: Pack) -> Words:
    lists, issues = pack.words("commitments")["undertaking"], pack.words("positions")["issues"]
    forms = Forms((*lists["not"], *lists["begin"], *lists["finish"]), pack)
    names = ("not", "hostile", "begin", "finish", "relations", "lasting", "objects", "promising", "warning", "thinking", "whole", "firm", "for")
    return Words(forms, *map(frozenset, (*(lists[name] for name in names), issues["pronouns"], issues["of_it"])))


def commitments(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Commitment, ...]:
    """What the document says that someone pledges, plans, aims at or threatens, in text order."""
    finder = _Finder(analysis, said)
    told = ((undertaking, sentence) for sentence in analysis.sentences for undertaking in finder.within(sentence))
    found = (one for undertaking, sentence in told for one in finder.commitments(undertaking, sentence))
    return tuple(one for one in found if len(one.evidence) <= LONGEST_TELLING and not finder.old(one))


class _Finder:
    def __init__(self, analysis: Analysis, said: tuple[Statement, ...]) -> None:
        self.pack = pack_for(analysis.document.language)
        self.cues, self.acts = triggers(self.pack, "commitments"), triggers(self.pack)
        self.words = _words(self.pack)
        self.standing, self.marks = Standing(unreal(self.pack), self.acts), unreal(self.pack).conditions
        self.parties, self.moments, self.voices = parties(analysis, said), moments_of(analysis), Voices(said)
        self.announcing, self.analysis = Announcing(self.moments, self.pack), analysis

    def within(self, sentence: Sentence) -> Iterator[Undertaking]:
        """The undertakings of a sentence, those that a word tells and those that a future does; none inside another, none in a question."""
        taken: set[int] = set()
        if sentence.tokens[-1].text == "?":
            return
        for token in sentence.tokens:
            found = None if token.index in taken else self._told(token) or self._future(token) or self._announced(token, sentence)
            if found is not None and not in_condition(token, sentence.tokens, self.marks) and not self._asked(token):
                taken.update(part.index for part in found.content.subtree())
                yield found

    def _asked(self, token: Token) -> bool:
        """Whether the words that hold it are a question."""
        statement = self.parties.statement(token.span)
        return statement is not None and "?" in self.analysis.text[statement.evidence.end - 1 : statement.evidence.end + 3]

    def _told(self, token: Token) -> Undertaking | None:
        """An undertaking told by a word for it, with the clause that says what."""
        cue = self.cues.match(token)
        content = self._content(token, cue) if cue is not None else None
        if cue is None or content is None or is_negated(token) or (cue.kind == "noun" and self._unhad(token)):
            return None
        if cue.kind == "adjective" and describes(token, self.parties, self.moments):
            return None
        if (cue.kind == "verb" and tense(token) in ("infinitive", None)) or self.standing.of_verb(token, True) in ("hypothetical", "denied"):
            return None
        if cue.lemma in self.words.lasting and tense(token) not in ("present", "imperfect"):
            return None
        if cue.type == "plan" and tense(token) == "imperfect" and self.parties.statement(token.span) is None:
            return None
        whose = doer(token) if cue.kind != "noun" else None
        who = self.parties.owner(token) if cue.kind == "noun" else self.parties.acting(whose)
        if cue.kind == "noun" and not who:
            above = governor(token)
            whose = subject(above) if above is not None and above.pos != "NOUN" else None
            who = self.parties.acting(whose)
        kind: CommitmentKind = "threat" if cue.kind == "adjective" and self._hostile(content) else _kind(cue)
        return Undertaking(token, content, who, kind) if is_public(who) and not self.parties.is_people(whose) else None

    def _unhad(self, noun: Token) -> bool:
        """Whether the noun is what somebody has not: `n'a pas l'intention de partir`."""
        above = governor(noun)
        return above is not None and noun.dep.partition(":")[0] in ("obj", "nsubj") and is_negated(above)

    def _content(self, token: Token, cue: Cue) -> Token | None:
        """The clause of what is undertaken; an infinitive, or a `que` clause about the future after a promise."""
        for child in continued(token):
            relation = child.dep.partition(":")[0]
            infinitive = tense(child) == "infinitive" and child.lemma.lower() not in self.words.relations
            if relation in ("xcomp", "ccomp", "acl", "advcl", "obl") and infinitive and child.start > token.start and "pour" not in markers(child):
                return child
            if relation == "ccomp" and cue.type == "pledge" and "que" in markers(child) and tense(child) in ("future", "conditional"):
                return child
        return None

    def _name(self, verb: Token) -> str:
        return self.words.forms.infinitive(verb.text, verb.lemma)

    def _future(self, verb: Token) -> Undertaking | None:
        """An undertaking told by a future: of the speaker's own side it is a pledge, of another a plan; what is promised is the speaker's."""
        if verb.pos not in ("VERB", "AUX"):
            return None
        when = tense(verb)
        if when not in ("future", "conditional") or is_negated(verb) or self._name(verb) in self.words.involuntary:
            return None
        if self.standing.of_verb(verb, True) != "announced" or "acl" in (verb.dep[:3], verb.head.dep[:3] if verb.dep == "xcomp" else ""):
            return None
        if when == "future" and verb.child("aux:tense") is not None and self.moments.bounded(clause_span(verb), verb, BOUNDS) is None:
            return None
        if any(token.lemma.lower() in self.words.objects for token in objects(verb)):
            return None
        reported = verb.dep == "ccomp" or (verb.dep == "conj" and verb.subtree()[0].pos == "SCONJ")
        whose, statement = doer(verb), self.parties.statement(verb.span)
        warned = statement is not None and statement.cue_class in self.words.warning
        if reported and not warned and self.acts.lemma(verb.head) in self.standing.words.verbs:
            return None
        if verb.dep == "ccomp" and self.acts.lemma(verb.head) in self.words.thinking and not self._is_own(verb.head, whose):
            return None
        who = self.parties.acting(whose)
        promised = statement is not None and statement.cue_class in self.words.promising
        if not who and statement is not None and promised:
            who = statement.speaker_actors
        if not is_public(who) or self.parties.is_people(whose):
            return None
        if self._hostile(verb) and condition(verb, self.analysis.text, self.pack):
            return Undertaking(verb, verb, who, "threat")
        own = statement is not None and bool(set(who) & set(statement.speaker_actors))
        own_words = statement is not None and statement.is_own_words and any(actor.startswith("person:") for actor in statement.speaker_actors)
        if own_words and not own and not promised and self.moments.expression(clause_span(verb), verb) is None:
            return None  # what one says of another without a day is foretold, and planned by nobody
        return Undertaking(verb, verb, who, "pledge" if own or promised else "plan")

    def _is_own(self, thinks: Token, whose: Token | None) -> bool:
        """Whether who thinks so is who will do it: `je pense que nous irons`; people polled foretell what others do."""
        mind = subject(thinks)
        if whose is None or mind is None or self.parties.is_people(mind):
            return False
        return bool(set(self.parties.acting(mind)) & set(self.parties.acting(whose)))

    def _announced(self, noun: Token, sentence: Sentence) -> Undertaking | None:
        """A deed told as a noun that whoever is to do it announces for a day to come."""
        when = self.announcing.when(noun, sentence.tokens)
        who = self.announcing.bound(noun, self.parties) if when is not None else ()
        real = when is not None and not is_negated(noun.head) and self.standing.of_verb(noun.head, True) == "actual"
        return Undertaking(noun.head, noun, who, "pledge" if self.announcing.is_promised(noun) else "plan", when) if real and who else None

    def _hostile(self, verb: Token) -> bool:
        act = self.acts.match(verb)
        return act is not None and act.type in self.words.hostile

    # ------------------------------------------------------------ its dates and words

    def commitments(self, found: Undertaking, sentence: Sentence) -> Iterator[Commitment]:
        """The commitments that an undertaking is: one for each thing to be done, if several infinitives say so."""
        for part, evidence, what in self._parts(found, sentence):
            verb = part.content if tense(part.content) == "infinitive" or what is None else None
            undated = self._dates(part) == (None, None)
            begins = self._begun(part) if undated and part.content.morph.get("VerbForm") == "Inf" else None
            if begins is not None:
                part, undated = replace(part, when=begins), False
                evidence, what = Span(evidence.start, begins.span.end), what and Span(what.start, begins.span.end)
            empty = undated and verb is not None and is_pointing(verb, self.words.pronouns, self.words.of_it, self.parties.own)
            said = what is None and self.parties.statement(part.head.span) is not None
            bare = said and self._name(part.head) not in self.words.whole and is_bare(part.head, evidence, sentence.tokens)
            if not (empty or bare):
                yield self._commitment(part, sentence, evidence, what)

    def _parts(self, found: Undertaking, sentence: Sentence) -> Iterator[tuple[Undertaking, Span, Span | None]]:
        """Each thing to be done, with the words that tell it and those that say what it is; None where these are the same."""
        content, tokens = found.content, sentence.tokens
        if found.when is not None:
            what = noun_phrase(content)
            what = Span(what.start, max(what.end, found.when.span.end))
            told = clause_span(found.head)
            yield found, Span(told.start, max(told.end, what.end)), what
            return
        alike = [part for part in conjuncts(content) if tense(part) == "infinitive"] if tense(content) == "infinitive" else []
        if len(alike) >= 2:
            first = self._done(content, sentence)
            yield found, Span(min(clause_span(found.head).start, first.start), max(first.end, found.head.end)), first
            for part in alike[1:]:
                span = self._done(part, sentence)
                if span.start >= first.end:
                    yield replace(found, content=part), span, span
            return
        if found.head is not content:
            single = all(tense(other) == tense(content) for other in content.all("conj"))
            what = self._done(content, sentence, single=single)
            yield found, self._evidence(found, what), what
            return
        told = less_aside(self._evidence(found, content_span(content)), content, tokens, self.marks)
        told = Span(own_start(content, told, tokens), told.end)
        yield found, Span(told.start, self._reach(content, sentence)) if told.end == content.end else told, None

    def _done(self, verb: Token, sentence: Sentence, *, single: bool = False) -> Span:
        """What a clause says is to be done, with the relative that tells of what, and without the adverb of the word that governs it."""
        span = less_aside(content_span(verb), verb, sentence.tokens, self.marks) if single else clause_span(verb)
        if tense(verb) == "infinitive":
            span = less_joined(span, verb, sentence.tokens)
        first = next((token for token in sentence.tokens if token.start == span.start), verb)
        if first is not verb and first.text.lower() in self.words.firm:
            span = Span(sentence.tokens[first.index + 1].start, span.end)
        return with_relative(span, sentence.tokens, sentence.span, verb)

    def _reach(self, verb: Token, sentence: Sentence) -> int:
        """Where the words end that follow a verb on which the parser hangs nothing: `ils reprendraient leurs attaques`."""
        after = run_on(verb, sentence.tokens)
        while after and after[-1].pos in ("ADP", "DET", "CCONJ", "SCONJ"):
            after = after[:-1]
        return after[-1].end if after else verb.end

    def _evidence(self, found: Undertaking, what: Span) -> Span:
        """The clause that tells it, and what is undertaken where the parser hangs that on the verb above: `se dit prêt à partir`."""
        told = clause_span(found.head)
        above = found.content.head is not found.head and found.content.head is found.head.head
        return Span(min(told.start, clause_span(found.head.head).start), max(told.end, what.end)) if above else told

    def _commitment(self, found: Undertaking, sentence: Sentence, evidence: Span, what: Span | None) -> Commitment:
        text = self.analysis.text
        statement = self.parties.statement(found.head.span)
        if statement is not None:
            evidence = within(evidence, statement.evidence)
        evidence = unglued(evidence, found.content.start, text)
        whole = within(what, unglued(what, found.content.start, text)) if what is not None else evidence
        what = balanced(whole, text)
        what = what if what.start <= found.content.start < what.end else whole
        if statement is not None:
            what = within(what, statement.evidence)
        start, deadline = self._dates(found)
        on = self._condition(found, evidence, sentence)
        warned = statement is not None and statement.cue_class in self.words.warning and on is not None
        return Commitment(
            document=self.analysis.document.id,
            evidence=closed(evidence, text),
            voice=self.voices.at(found.head.span),
            time=self._made(found, evidence, statement),
            who=found.who,
            what=written(what, text),
            type="threat" if warned else found.kind,
            start=start,
            deadline=deadline,
            condition=on,
            beneficiary=tuple(actor for actor in self._beneficiary(found) if actor not in found.who),
        )

    def _condition(self, found: Undertaking, evidence: Span, sentence: Sentence) -> str | None:
        """On what it depends: by the word that tells it, by what is undertaken, or by the clause that follows at once."""
        text = self.analysis.text
        told = condition(found.head, text, self.pack) or condition(found.content, text, self.pack)
        return told or behind(evidence.end, sentence.tokens, text, self.pack)

    def _made(self, found: Undertaking, evidence: Span, statement: Statement | None) -> Edtf | None:
        """The day it was undertaken: of the statement, of the word that tells it, or the day that the text is telling of."""
        own = self.moments.within(evidence, found.head, True) if found.head is not found.content else None
        last = self.moments.published.last if self.moments.published else None
        past = own is not None and own.first is not None and last is not None and own.first <= last
        told = found.head.head if found.head.pos == "NOUN" and found.head.dep == "obj" else None  # `a répété |son intention| de partir`
        own = own if past else self.moments.hanging(told) if told is not None else self.moments.lent(found.head)
        undated = self.moments.is_undated(told or found.head, statement)
        if statement is not None and statement.time is not None and statement.time.exact and not undated:
            return statement.time
        return own if own is not None or undated else self.moments.running(Span(evidence.start, evidence.start), found.head)

    def _dates(self, found: Undertaking) -> tuple[Edtf | None, Edtf | None]:
        """When it starts, and by when it is done. What begins on a day has that day for both; only days to come count."""
        span = clause_span(found.content)
        time = found.when or self.moments.bounded(span, found.content, BOUNDS) or self.moments.expression(span, found.content)
        today = self.moments.published.first if self.moments.published else None
        if time is None or time.date is None or (today and time.date.last and time.date.last < today):
            return None, None
        if time.bound in BOUNDS:
            return None, Edtf(f"../{time.date.value.rpartition('/')[2]}") if time.date.last else None
        begins = self._name(found.content) in self.words.begin
        if begins and any(self._name(token) in self.words.finish for token in found.content.subtree() if tense(token) == "infinitive"):
            return time.date, None
        if time.bound in ("from", "since") or begins:
            return time.date, time.date if begins else None
        return None, time.date

    def _begun(self, found: Undertaking) -> TimeExpression | None:
        """The day from which on, right behind an infinitive, that the parser hangs on the verb above: `va fermer |à compter de lundi|`."""
        end = clause_span(found.content).end
        time = self.moments.ahead(Span(end, end + 2), ())
        return time if time is not None and time.bound == "from" else None

    def old(self, found: Commitment) -> bool:
        """Whether a plan was made so long before publication that it is history by now; a pledge is kept until it is met."""
        last, today = found.time.last if found.time else None, self.moments.published.first if self.moments.published else None
        return found.type == "plan" and found.deadline is None and last is not None and today is not None and last < today - LONG_AGO

    def _beneficiary(self, found: Undertaking) -> tuple[str, ...]:
        """For whom, or against whom: whom the complements name."""
        content = found.content
        if is_passive(content):
            return self.parties.acting(subject(content))
        inner = tuple(actor for token in objects(content) for actor in self.parties.acting(token))
        heads = (found.head, content, *objects(content))
        beside = (actor for token in heads for actor in self.parties.beside(token, self.words.told_to, acting=True))
        return tuple(dict.fromkeys((*inner, *beside)))


def _kind(cue: Cue) -> CommitmentKind:
    kinds: dict[str, CommitmentKind] = {"pledge": "pledge", "plan": "plan", "goal": "goal", "threat": "threat"}
    return kinds[cue.type]
