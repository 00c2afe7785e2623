"""Acts: what a cue in a clause tells, who does it and to whom; events and positions are made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Analysis, Sentence, Token
from chancery.analysis.clauses import agent, clause_span, in_condition, is_conditional, is_passive, noun_phrase, objects, own_subject, run_on, subject
from chancery.analysis.inflection import tense
from chancery.facts.aimed import aimed
from chancery.facts.announcing import Announcing
from chancery.facts.fact import Statement, Status
from chancery.facts.moments import Moments, moments_of
from chancery.facts.parties import Parties, is_public, unglued, within
from chancery.facts.status import IN_WORDS, Standing, unreal
from chancery.facts.triggers import Cue, triggers
from chancery.languages import Pack, pack_for
from chancery.span import Span

LONGEST_BREAK = 40
"""Code points between what was said and the verb that says so, if they are one telling: `", a encore dénoncé"`."""

LONGEST_TELLING = 400
"""Code points; what is longer than that is no clause, but sentences that nothing divides."""


@dataclass(frozen=True, slots=True)
class Act:
    """A telling of an act, before it is an event or a position."""

    cue: Cue
    head: Token
    sentence: Sentence
    evidence: Span
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    status: Status
    statement: Statement | None
    """The statement that tells it; None if the outlet does."""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Roles:
    """Prepositions and nouns that bring in who takes part."""

    targets: frozenset[str]
    noun_targets: frozenset[str]
    noun_agents: frozenset[str]
    acting: frozenset[str]
    others: frozenset[str]
    locative: frozenset[str]


@lru_cache(maxsize=8)
def roles(pack: Pack) -> Roles:
    """The list `roles` of the pack's `events.toml`; made once."""
    lists = pack.words("events")["roles"]
    return Roles(*(frozenset(lists[name]) for name in ("targets", "noun_targets", "noun_agents", "acting", "others", "locative")))


@lru_cache(maxsize=2)
def parties(analysis: Analysis, said: tuple[Statement, ...]) -> Parties:
    """The actors of a document by token, made once for all kinds of fact."""
    pack = pack_for(analysis.document.language)
    known = roles(pack)
    return Parties(analysis, said, known.acting, known.others, frozenset(pack.words("numbers")["whereabouts"]["places"]))


@lru_cache(maxsize=2)
def acts(analysis: Analysis, said: tuple[Statement, ...]) -> tuple[Act, ...]:
    """All acts that the cues of the language tell and somebody known takes part in, in text order; made once for all kinds of fact."""
    finder = _Finder(analysis, parties(analysis, said))
    return tuple(act for sentence in analysis.sentences for act in finder.within(sentence))


class _Finder:
    def __init__(self, analysis: Analysis, who: Parties) -> None:
        pack = pack_for(analysis.document.language)
        self.cues, self.roles, self.parties = triggers(pack), roles(pack), who
        self.standing, self.marks = Standing(unreal(pack), self.cues), unreal(pack).conditions
        self.text, self.moments, self.aimed = analysis.text, moments_of(analysis), aimed(pack)
        self.announcing = Announcing(self.moments, pack)
        self.denials = frozenset(pack.words("positions")["denials"])

    def within(self, sentence: Sentence) -> Iterator[Act]:
        """The acts of a sentence; a noun that a verb's cue or stance already speaks of is not told twice."""
        found = [(token, cue) for token in sentence.tokens if (cue := self.cues.match(token)) is not None]
        heads = {token.index: cue for token, cue in found}
        for token, cue in found:
            if cue.kind == "noun" and self._told(token, cue, heads):
                continue
            act = self._act(token, cue, sentence)
            if act is not None:
                yield act

    def _told(self, noun: Token, cue: Cue, heads: dict[int, Cue]) -> bool:
        """Whether the noun stands in the clause of a cue that tells the same, or that speaks of it as its content."""
        head, depth = noun, 0
        while head.head is not head and depth < 3 and head.dep.partition(":")[0] in ("obj", "obl", "nmod", "conj", "nsubj", "xcomp"):
            relation, head, depth = head.dep, head.head, depth + 1
            above = heads.get(head.index)
            if above is None:
                continue
            if above.type == cue.type or any(noun.lemma.lower() in words for words in above.beside):
                return True
            if above.type in IN_WORDS and cue.type not in IN_WORDS and not relation.startswith("nsubj"):
                return True
        return False

    def _act(self, token: Token, cue: Cue, sentence: Sentence) -> Act | None:
        statement = self.parties.statement(token.span)
        if cue.spoken:
            return self._spoken(token, cue, sentence, statement)
        to_come = self.announcing.when(token, sentence.tokens) if cue.kind == "noun" and cue.type not in IN_WORDS else None
        status = self._status(token, cue)
        status = "announced" if status == "actual" and to_come is not None else status
        if cue.kind != "noun" and (in_condition(token, sentence.tokens, self.marks) or self._aside(token, cue)):
            return None
        if status is None or sentence.tokens[-1].text == "?" or (cue.type == "REQUEST" and self._asks(token)):
            return None
        agents, targets = self._of_noun(token, cue, sentence) if cue.kind == "noun" else self._of_verb(token, cue, sentence)
        targets = tuple(actor for actor in targets if actor not in agents)
        place = self.parties.place(token.subtree(), self.roles.locative)
        evidence = self._evidence(token, cue)
        evidence = evidence if to_come is None else Span(evidence.start, max(evidence.end, to_come.span.end))
        act = Act(cue, token, sentence, evidence, agents, targets, status, statement, place)
        return act if len(act.evidence) <= LONGEST_TELLING and self._enough(act) else None

    def _aside(self, token: Token, cue: Cue) -> bool:
        """Whether the word only describes a noun. With its agent, its day or its place a participle tells: `détenu à Oslo depuis mars`."""
        if not _attributive(token):
            return False
        if cue.kind == "adjective":
            return describes(token, self.parties, self.moments)
        bare = token.dep != "conj" and tense(token) == "participle" and token.morph.get("Tense") != "Pres"
        return bare and not (
            agent(token) or self.moments.expression(clause_span(token), token) or self.parties.place(token.subtree(), self.roles.locative)
        )

    def _spoken(self, token: Token, cue: Cue, sentence: Sentence, statement: Statement | None) -> Act | None:
        """What a speaker does by saying it: the subject is whom it is put to, and not the speaker."""
        if (
            statement is None
            or not is_public(statement.speaker_actors)
            or sentence.tokens[-1].text == "?"
            or in_condition(token, sentence.tokens, self.marks)
            or is_conditional(token, self.marks)
        ):
            return None
        if self._relayed(token, statement):
            return None
        inner = token.child("ccomp", "xcomp", "csubj", "advcl")
        if cue.kind == "adjective" and (token.child("cop") is None or (cue.type == "REQUEST" and (inner is None or own_subject(token)))):
            return None
        if token.dep == "conj" and (above := self.cues.match(token.head)) is not None and above.type == cue.type:
            return None
        if cue.kind == "verb" and not cue.beside and inner is None:
            return None
        if cue.kind == "verb" and tense(token) not in ("present", "conditional", "future", "imperfect"):
            return None
        whom = subject(token)
        if whom is None:
            whom = subject(inner) if inner is not None else None
        targets = self.parties.named(whom) or self.parties.beside(token, self.roles.targets)
        own = whom is not None and whom.morph.get("Person") == "1"
        if own or set(targets) & set(statement.speaker_actors):
            return None
        if cue.strength == "weak" and not targets:
            return None
        return Act(cue, token, sentence, within(clause_span(token), statement.evidence), statement.speaker_actors, targets, "actual", statement)

    def _relayed(self, token: Token, statement: Statement) -> bool:
        """Whether the speaker only says that another says so: `quand le président dit qu'il faut agir`."""
        if token.dep != "ccomp" or not statement.evidence.contains(token.head.span):
            return False
        teller = subject(token.head)
        return teller is not None and teller.morph.get("Person") != "1" and not set(self.parties.own(teller)) & set(statement.speaker_actors)

    def _status(self, token: Token, cue: Cue) -> Status | None:
        """How the act stands; None if it is only thought of, or not taken at all."""
        in_words = cue.type in IN_WORDS
        status = self.standing.of_noun(token, in_words) if cue.kind == "noun" else self.standing.of_verb(token, in_words)
        if status == "denied" and cue.denied:
            return "actual"
        if status == "hypothetical" or (status == "denied" and cue.type in ("AGREE", "SUPPORT")):
            return None
        return status

    def _asks(self, verb: Token) -> bool:
        """Whether what is said with the verb is a question, and nothing is demanded."""
        statement = self.parties.spoken_with(verb)
        return statement is not None and "?" in self.text[statement.evidence.end - 1 : statement.evidence.end + 2]

    def _enough(self, act: Act) -> bool:
        """Whether as much is known as the cue asks for: who, to whom, where or when."""
        cue = act.cue
        if not is_public((*act.agents, *act.targets)) and cue.strength != "firm":
            return False
        if cue.strength == "weak":
            return bool(act.agents and act.targets)
        if cue.kind != "noun":
            return bool(act.agents or (act.targets and (is_passive(act.head) or self._done_to_somebody(act))))
        dated = self.moments.expression(act.evidence, act.head, nearest=True) is not None
        if cue.strength == "firm":
            return dated or bool(act.targets or (act.agents and act.place))
        if cue.type in IN_WORDS:
            return bool(act.agents)
        return bool(act.agents and (act.targets or act.place or cue.beside or dated))

    def _done_to_somebody(self, act: Act) -> bool:
        """Whether a deed, not a stance, is done by somebody unknown to somebody known."""
        return act.cue.type not in IN_WORDS and tense(act.head) != "infinitive" and any(self.parties.acting(token) for token in objects(act.head))

    def _of_verb(self, verb: Token, cue: Cue, sentence: Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
        struck = self.aimed.at(verb, sentence.tokens, cue.type)
        acting = cue.strength == "weak" and cue.type not in IN_WORDS
        passive = is_passive(verb) and cue.kind == "verb" and not cue.reflexive
        doer = self.parties.acting(agent(verb)) if passive else self._doer(verb, cue)
        undergone = [subject(verb)] if passive else objects(verb)
        if cue.lemma in self.denials and any(token is not None and self._is_deed(token) for token in undergone):
            return doer, ()  # who denies a delivery to somebody refuses him nothing
        undergoer = tuple(actor for token in undergone for actor in (self.parties.acting(token) if acting else self.parties.named(token, struck)))
        if not passive:
            undergoer = undergoer or self.parties.next_to(verb, sentence.tokens)
        clitics = tuple(actor for token in verb.all("iobj") for actor in self.parties.own(token))
        aside = self.parties.beside(verb, self.roles.targets, acting=cue.type == "REQUEST", without=struck)
        targets = tuple(dict.fromkeys((*undergoer, *clitics, *aside)))
        inner = verb.child("xcomp", "ccomp") if not targets and cue.type in IN_WORDS and cue.lemma not in self.denials else None
        if inner is not None:
            bidden = self.parties.acting(own_subject(inner)) if inner.dep == "ccomp" and (cue.clause or cue.type == "REQUEST") else ()
            undergone_there = (actor for token in objects(inner) for actor in self.parties.named(token, struck))
            targets = bidden or (*undergone_there, *self.parties.beside(inner, self.roles.targets, without=struck))
        return doer, tuple(dict.fromkeys(targets))

    def _is_deed(self, noun: Token) -> bool:
        cue = self.cues.match(noun)
        return cue is not None and cue.type not in IN_WORDS

    def _doer(self, verb: Token, cue: Cue) -> tuple[str, ...]:
        """Who does it. A noun that only the text around gives an owner is not of those whose forces it wants away: `la junte`, of French troops."""
        whom = subject(verb)
        doer = self.parties.speaker(verb) or self.parties.acting(whom)
        if cue.type != "REQUEST" or whom is None or any(self.parties.named(part) for part in (whom, *whom.children) if self.parties.is_name(part)):
            return doer
        sent = {actor for forces in self.aimed.leaving(verb) for actor in self.parties.owner(forces)}
        return tuple(actor for actor in doer if actor not in sent)

    def _of_noun(self, noun: Token, cue: Cue, sentence: Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
        struck = self.aimed.at(noun, sentence.tokens, cue.type)
        after = [token for token in run_on(noun, sentence.tokens) if token not in struck]
        doer = self.parties.following(after, self.roles.noun_agents, acting=True)[0] or self.parties.owner(noun, bare=False, acting=True)
        return doer, tuple(
            dict.fromkeys(
                (*self.parties.beside(noun, self.roles.noun_targets, without=struck), *self.parties.following(after, self.roles.noun_targets)[0])
            )
        )

    def _evidence(self, token: Token, cue: Cue) -> Span:
        """The clause or noun phrase that tells it; inside a statement, no further than what is said."""
        found = self._telling(token, cue)
        found = unglued(found, token.start, self.text)
        inside = self.parties.statement(token.span)
        return within(found, inside.evidence) if inside is not None else found

    def _telling(self, token: Token, cue: Cue) -> Span:
        statement = self.parties.spoken_with(token)
        if statement is not None and 0 <= token.start - statement.evidence.end <= LONGEST_BREAK:
            return Span(statement.evidence.start, clause_span(token).end)
        if cue.kind == "noun":
            phrase = noun_phrase(token)
            following = self.moments.after(phrase, self.text)
            return Span(phrase.start, following.span.end) if following else phrase
        if token.dep == "xcomp" and (cue.kind == "adjective" or token.head.lemma == "aller"):
            return clause_span(token.head)
        return clause_span(token)


def describes(adjective: Token, who: Parties, moments: Moments) -> bool:
    """Whether an adjective only says of what kind somebody is: `des soldats prêts à partir`, and not `Oslo, prêt à partir`."""
    if not _attributive(adjective) or adjective.dep == "conj" or adjective.child("cop") is not None or moments.holds(adjective.head):
        return False
    return not is_public(who.own(adjective.head))


def _attributive(token: Token) -> bool:
    return token.dep.partition(":")[0] in ("amod", "acl", "nmod", "conj") and token.dep != "acl:relcl"
