"""Acts: what a cue in a clause tells, who does it and to whom; events and positions are made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Analysis, Sentence, Token
from chancery.analysis.clauses import (
    agent,
    clause_span,
    complements,
    conjuncts,
    controller,
    in_condition,
    is_conditional,
    is_passive,
    noun_phrase,
    objects,
    own_subject,
    preposition,
    run_on,
    subject,
)
from chancery.analysis.inflection import tense
from chancery.facts.aimed import aimed
from chancery.facts.announcing import Announcing
from chancery.facts.fact import Statement, Status
from chancery.facts.moments import Moments, moments_of
from chancery.facts.parties import Parties, is_public, unglued, within
from chancery.facts.reach import reach
from chancery.facts.status import IN_WORDS, Standing, unreal
from chancery.facts.triggers import Cue, has_clause, triggers
from chancery.languages import Pack, pack_for
from chancery.span import Span

LONGEST_BREAK = 40
"""Code points between what was said and the verb that says so, if they are one telling: `", a encore dénoncé"`."""

QUESTION = 6
"""Code points before a verb in which the question that it reports ends."""
PUT_TO = ("REQUEST", "AGREE", "COOPERATE", "MOBILIZE", "AID", "CONCEDE")
"""What has an addressee in the passive as well: `demandé à Oslo`; of others it is whom something else is towards."""
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
        self.announcing, self.reach = Announcing(self.moments, pack), reach(pack)
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
        if not self.reach.fits(token, cue, self.parties) or _adrift(token):
            return None
        agents, targets = self._of_noun(token, cue, sentence) if cue.kind == "noun" else self._of_verb(token, cue, sentence)
        targets = tuple(actor for actor in targets if actor not in agents)
        if cue.upon == "unnamed" and cue.kind == "noun" and any(actor.startswith("person:") for actor in (*agents, *targets)):
            return None
        if status == "announced" and cue.type not in IN_WORDS and statement is not None and self._foretold(agents, statement):
            return None
        evidence = self._evidence(token, cue)
        place = self._place(token, cue, evidence, targets)
        evidence = evidence if to_come is None else Span(evidence.start, max(evidence.end, to_come.span.end))
        act = Act(cue, token, sentence, evidence, agents, targets, status, statement, place)
        return act if len(act.evidence) <= LONGEST_TELLING and self._enough(act) else None

    def _foretold(self, agents: tuple[str, ...], statement: Statement) -> bool:
        """Whether somebody else only foretells what the agents will do: `le président partira bientôt`, in the words of his opponent."""
        told = frozenset(statement.speaker_actors)
        return bool(agents and told) and told.isdisjoint(agents)

    def _place(self, token: Token, cue: Cue, evidence: Span, targets: tuple[str, ...]) -> str | None:
        """Where it is done, as the words that tell it say; of a stance, where it is taken, not where what it is about is; nor whom help goes to."""
        inside = (part for part in token.subtree() if evidence.contains(part.span))
        if cue.type == "AID":
            given = {token, *objects(token), *(part for thing in objects(token) for part in complements(thing, "de"))}
            helped = {part for head in given for one in head.children if preposition(one) == "à" for part in conjuncts(one)}
            inside = (part for part in inside if part not in helped or set(targets).isdisjoint(self.parties.acting(part)))
        return self.parties.place(token.children if cue.type in IN_WORDS and cue.kind != "noun" else inside, self.roles.locative)

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
        if self._relayed(token, statement) or (tense(token) == "conditional" and has_clause(token, "pour")):
            return None  # `il faudrait un miracle |pour que ...|` tells what it would take
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
        targets = self.parties.acting(whom) or self.parties.beside(token, self.roles.targets)
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
        clauses = [child for child in verb.all("ccomp", "advcl") if verb.end < child.start]
        whether = [child for child in clauses if is_conditional(child, self.marks)]
        if whether and not verb.all("obj", "xcomp") and not any(part.text == "," for child in whether for part in child.all("punct")):
            return True  # "a demandé |s'il viendrait|"
        if any(child.subtree()[0].text.lower() in self.standing.words.asked for child in clauses):
            return True  # "a demandé |pourquoi|"
        if "?" in self.text[max(0, verb.start - QUESTION) : verb.start]:
            return True  # "\"qui vient ?\", demande-t-il"
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
        if self.reach.is_undergone(act.head) and act.targets and (dated or act.place):
            return True
        return bool(act.agents and (act.targets or act.place or cue.beside or dated))

    def _done_to_somebody(self, act: Act) -> bool:
        """Whether a deed, not a stance, is done by somebody unknown to somebody known."""
        return act.cue.type not in IN_WORDS and tense(act.head) != "infinitive" and any(self.parties.acting(token) for token in objects(act.head))

    def _of_verb(self, verb: Token, cue: Cue, sentence: Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
        struck = self.aimed.at(verb, sentence.tokens, cue.type) | self.reach.private(verb.subtree()) | self.reach.aside(verb, cue.type, self.parties)
        acting = cue.strength == "weak" and cue.type not in IN_WORDS
        passive = is_passive(verb) and cue.kind == "verb" and not cue.reflexive
        doer = self.parties.acting(agent(verb)) if passive else self._doer(verb, cue)
        undergone = [subject(verb)] if passive else objects(verb)
        if cue.lemma in self.denials and any(token is not None and self._is_deed(token) for token in undergone):
            return doer, ()  # who denies a delivery to somebody refuses him nothing
        undergoer = tuple(actor for token in undergone for actor in self._undergoer(token, struck, acting))
        if not passive:
            undergoer = undergoer or self.parties.next_to(verb, sentence.tokens) or self._behind(verb, cue)
        clitics = tuple(actor for token in verb.all("iobj") for actor in self.parties.own(token))
        put_to = not passive or cue.type in PUT_TO
        aside = self.parties.beside(verb, self.roles.targets, acting=cue.type == "REQUEST", without=struck) if put_to else ()
        targets = tuple(dict.fromkeys((*(undergoer if not (aside and cue.type == "REQUEST") else ()), *clitics, *aside)))
        open_ = not targets and cue.type in IN_WORDS and cue.lemma not in self.denials and not self._put_to_others(verb, cue, passive)
        inner = verb.child("xcomp", "ccomp") if open_ else None
        if inner is not None:
            bidden = self.parties.acting(own_subject(inner)) if inner.dep == "ccomp" and (cue.clause or cue.type == "REQUEST") else ()
            undergone_there = (actor for token in objects(inner) for actor in self._undergoer(token, struck, False))
            targets = bidden or (*undergone_there, *self.parties.beside(inner, self.roles.targets, without=struck))
        return doer, tuple(dict.fromkeys(targets))

    def _put_to_others(self, verb: Token, cue: Cue, passive: bool) -> bool:
        """Whether it is asked of somebody without a name to act, or told of oneself: whom the deed itself is for is not whom it is put to."""
        if verb.child("xcomp") is None:
            return False
        return cue.type == "ACCUSE" or (cue.type == "REQUEST" and not passive and controller(verb) is not None)

    def _behind(self, verb: Token, cue: Cue) -> tuple[str, ...]:
        """Whom the name means that the parser hangs on the noun of a verb that goes with one: `mettre en garde |Oslo|`."""
        nouns = (noun for noun in verb.all("obl", "obj") if any(noun.lemma.lower() in words for words in cue.beside))
        names = (name for noun in nouns for name in noun.all("nmod", "appos") if name.pos == "PROPN" and name.child("case") is None)
        return tuple(actor for name in names for actor in self.parties.own(name))

    def _undergoer(self, token: Token | None, struck: frozenset[Token], acting: bool) -> tuple[str, ...]:
        """Whom what an act is done to means: a person without a name is nobody whom the words around name."""
        if token is None:
            return ()
        nobody = token.pos == "NOUN" and not self.parties.own(token) and self.reach.is_person(token, self.parties)
        beside = (child for child in token.all("amod", "appos", "nmod") if nobody and child.child("case") is None and child not in struck)
        by_kind = tuple(actor for child in beside for actor in self.parties.own(child))
        return by_kind or (self.parties.acting(token) if acting or nobody else self.parties.named(token, struck))

    def _is_deed(self, noun: Token) -> bool:
        cue = self.cues.match(noun)
        return cue is not None and cue.type not in IN_WORDS

    def _doer(self, verb: Token, cue: Cue) -> tuple[str, ...]:
        """Who does it. A noun that only the text around gives an owner is not of those whose forces it wants away: `la junte`, of French troops."""
        whom = subject(verb) if not self.reach.only_sees(verb) else None
        whom = _teller(verb) if cue.type in IN_WORDS and _teller(verb) is not None else whom
        doer = self.parties.speaker(verb) or self.parties.acting(whom)
        if cue.type != "REQUEST" or whom is None or any(self.parties.named(part) for part in (whom, *whom.children) if self.parties.is_name(part)):
            return doer
        sent = {actor for forces in self.aimed.leaving(verb) for actor in self.parties.owner(forces)}
        return tuple(actor for actor in doer if actor not in sent)

    def _of_noun(self, noun: Token, cue: Cue, sentence: Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
        struck = self.aimed.at(noun, sentence.tokens, cue.type) | self.reach.around(noun, sentence.tokens, cue.type, self.parties)
        after = [token for token in run_on(noun, sentence.tokens) if token not in struck]
        whom = [token for token in after if token.head.pos != "VERB" or token.head not in after or self._strikes(token)]
        undergone = self._undergone(noun) if self.reach.is_undergone(noun) else ()
        doer = self.parties.following(after, self.roles.noun_agents, acting=True)[0]
        if self.reach.is_undergone(noun):
            doer = doer or tuple(actor for child in noun.all("amod") for actor in self.parties.own(child))
        else:
            doer = doer or self.parties.owner(noun, bare=False, acting=True)
        return doer, undergone or tuple(
            dict.fromkeys(
                (*self.parties.beside(noun, self.roles.noun_targets, without=struck), *self.parties.following(whom, self.roles.noun_targets)[0])
            )
        )

    def _strikes(self, token: Token) -> bool:
        """Whether a preposition brings in whom or where a deed strikes, and does not go with a participle between."""
        return preposition(token) in self.aimed.against or self.parties.place((token,), self.roles.locative) is not None

    def _undergone(self, noun: Token) -> tuple[str, ...]:
        """To whom is done what the noun tells: whoever `de` or a possessive brings in."""
        of = (*(child for child in noun.all("det") if child.morph.get("Poss") == "Yes"), *complements(noun, "de"))
        return tuple(dict.fromkeys(actor for part in of for actor in self.parties.acting(part)))

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


def _adrift(verb: Token) -> bool:
    """Whether a passive participle only runs on behind a comma: who undergoes it may be anyone before (`a reçu un élu, |soupçonné| de vol`)."""
    alone = verb.dep == "conj" and verb.child("cc") is None and not verb.all("aux")
    return alone and verb.morph.get("VerbForm") == "Part" and verb.morph.get("Voice") == "Pass"


def _teller(verb: Token) -> Token | None:
    """Who says what a gerund goes on from, where the parser hangs it inside: `|Oslo| a estimé que Rome avait tort, tout en saluant son geste`."""
    gerund = verb.dep == "advcl" and verb.morph.get("Tense") == "Pres" and verb.morph.get("VerbForm") == "Part"
    head = verb.head
    if not gerund or head.dep != "ccomp" or not any(part.text == "," for part in verb.all("punct")):
        return None
    while head.dep == "ccomp":
        head = head.head
    return subject(head)


def _attributive(token: Token) -> bool:
    return token.dep.partition(":")[0] in ("amod", "acl", "nmod", "conj") and token.dep != "acl:relcl"
