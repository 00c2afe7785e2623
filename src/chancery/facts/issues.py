"""Issues: what a stance is about, as the words that name it say: what is demanded, refused, backed, blamed, offered or threatened."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis import Token
from chancery.analysis.attachment import continued
from chancery.analysis.clauses import (
    antecedent,
    clause_span,
    conjuncts,
    content_span,
    is_clausal,
    is_passive,
    markers,
    noun_phrase,
    preposition,
    subject,
)
from chancery.analysis.inflection import tense
from chancery.facts.acts import Act
from chancery.facts.conditions import bare
from chancery.facts.fact import Stance
from chancery.facts.marks import MARKS, balanced
from chancery.facts.moments import Moments
from chancery.facts.parties import Parties, unglued, within
from chancery.facts.stated import infinitive, is_pointing, longer, opened, with_relative
from chancery.languages import Pack
from chancery.span import Span

CLAUSAL = frozenset(("xcomp", "ccomp", "acl", "obl", "advcl", "csubj", "nmod"))
"""Relations that the parser gives to the infinitive or clause that a word of stance governs."""
TOWARDS = frozenset(("support", "condemn"))
"""Stances that are taken on an actor as well as on a matter: one backs a state, and warns it of something."""
NEXT = 3
"""Code points between two words that follow each other, quotation marks included."""
FEWEST = 3
"""Words; what is quoted in fewer is a word chosen, and not what is demanded or blamed."""
GAPS = (" ", "\u00a0", "\u202f")


@dataclass(frozen=True, slots=True)
class Words:
    """The list `issues` of the pack's `positions.toml`."""

    about: frozenset[str]
    scene: frozenset[str]
    opens: frozenset[str]
    purpose: frozenset[str]
    of: frozenset[str]
    whom: frozenset[str]
    asked_of: frozenset[str]
    pronouns: frozenset[str]
    of_it: frozenset[str]
    expected: frozenset[str]
    never: frozenset[str]


@lru_cache(maxsize=8)
def _words(pack: Pack) -> Words:
    lists = pack.words("positions")["issues"]
    names = ("about", "scene", "opens", "purpose", "of", "whom", "asked_of", "pronouns", "of_it", "expected", "never")
    return Words(*(frozenset(lists[name]) for name in names))


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues of the acts of one document."""

    text: str
    pack: Pack
    parties: Parties
    moments: Moments

    def of(self, act: Act, stance: Stance) -> Iterator[tuple[Span, Span]]:
        """What the stance is taken on, with the words that take it; nothing where they do not say.

        Coordinated demands are one each: the first ends where the next begins.
        """
        matter, clause = self._object(act, stance), self.clause(act)
        if matter is not None and clause is not None and not _follows(matter, clause):
            clause = None
        parts = self._coordinated(clause) if clause is not None else []
        if clause is not None and len(parts) > 1:
            first = clause_span(clause)
            end = max(first.end, act.head.end)
            yield from self._one(act, Span(act.evidence.start, end), first)
            for span in map(clause_span, parts[1:]):
                if span.start >= end:
                    yield from self._one(act, span, span)
            return
        said = _whole(clause) if clause is not None else None
        whole = Span(matter.start, max(matter.end, said.end)) if matter and said else matter or said or self._matter(act, stance)
        if whole is not None:
            yield from self._one(act, act.evidence, whole, alone=True)

    def _one(self, act: Act, evidence: Span, span: Span, *, alone: bool = False) -> Iterator[tuple[Span, Span]]:
        limit = act.statement.evidence if act.statement is not None else act.sentence.span
        tokens = act.sentence.tokens
        begun = opened(within(span, limit), tokens, self.words.of, asked=act.cue.lemma in self.words.asked_of)
        if begun is None or is_pointing(infinitive(begun, tokens), self.words.pronouns, self.words.of_it, self.parties.own):
            return
        span = bare(begun, self.text, self.pack)
        span = with_relative(self._as_said(act, span) if alone else span, tokens, limit, act.head)
        span = balanced(self._quoted(unglued(span, span.start, self.text), limit), self.text)
        if any(character.isalpha() for character in span.of(self.text)):
            yield evidence, span

    def _as_said(self, act: Act, span: Span) -> Span:
        """The stretch up to where the words end that are reported with the verb, if they begin with it: parsers hang much of them elsewhere."""
        said = self.parties.spoken_with(act.head)
        goes_on = said is not None and abs(said.evidence.start - span.start) <= 1 and said.evidence.end > span.end
        return bare(longer(span, said.evidence.end, act.sentence.tokens), self.text, self.pack) if said is not None and goes_on else span

    def _quoted(self, span: Span, limit: Span) -> Span:
        """The span with the quotation that opens right behind it: `vouloir "frapper fort"`."""
        if self.text[span.end : span.end + 1] not in GAPS:
            return span
        mark = self.text[span.end + 1 : span.end + 2]
        close = MARKS.get(mark)
        if close is None or span.of(self.text).count(mark) % 2:
            return span
        end = self.text.find(close, span.end + 3, limit.end + 1)
        return Span(span.start, end + 1) if end >= 0 else span

    @property
    def words(self) -> Words:
        return _words(self.pack)

    # ------------------------------------------------------------ a clause or an infinitive

    def clause(self, act: Act) -> Token | None:
        """The clause that says it: under the word itself, or under whoever it is put to where the parser hangs it there."""
        head = act.head
        found = None if act.cue.spoken and act.cue.type == "ACCUSE" else self._under(head)
        if found is not None and act.cue.spoken and act.cue.strength == "weak" and found.lemma.lower() in self.words.expected:
            return None
        if found is None and act.cue.kind == "noun":
            phrase = noun_phrase(head)
            return next((child for child in head.head.children if tense(child) == "infinitive" and _follows(phrase, child)), None)
        if found is not None:
            return found
        if act.cue.spoken:
            told = head.child("csubj") if act.cue.kind == "adjective" else head.child("xcomp", "ccomp")
            return told if told is not None and is_clausal(told) else None
        for child in head.all("obj", "obl", "iobj", "xcomp", "fixed"):
            if child.start > head.start and not is_clausal(child) and self._leads(child, act):
                named = conjuncts(child) if self._asked_of(child, act) else (child,)  # `demande aux maires et aux élus de partir`
                found = next((found for part in named if (found := self._under(part)) is not None), None)
                if found is not None:
                    return found
        return None

    def _leads(self, child: Token, act: Act) -> bool:
        """Whether a clause may hang on a dependent that belongs to the verb: on whom it is put to, on its light noun, on words of time."""
        return bool(self._whom(act) or self._light(child, act) or self._aside(child) or self.parties.own(child) or self._asked_of(child, act))

    def _asked_of(self, child: Token, act: Act) -> bool:
        """Whether the complement is whoever something is asked of or offered to: `demander |aux maires| de partir`."""
        return act.cue.lemma in self.words.asked_of and preposition(child) == "à" and child.start > act.head.start

    def _under(self, head: Token) -> Token | None:
        words = self.words
        for child in continued(head):
            if child.start < head.start or child.dep.partition(":")[0] not in CLAUSAL or child.dep == "acl:relcl":
                continue
            marks = set(markers(child)) | {preposition(child)}
            if (marks & words.purpose and child.dep != "ccomp") or (child.dep in ("advcl", "acl", "nmod") and _interrupted(head, child)):
                continue
            if tense(child) == "infinitive" or (child.dep in ("ccomp", "xcomp", "advcl", "acl") and marks & words.opens):
                return child
        return None

    def _coordinated(self, clause: Token) -> list[Token]:
        """The clause with those that say another thing of the same kind."""
        alike = tense(clause) == "infinitive"
        return [
            part for part in conjuncts(clause) if part is clause or (tense(part) == "infinitive" if alike else set(markers(part)) & self.words.opens)
        ]

    def _whom(self, act: Act) -> bool:
        """Whether the object of the verb is whoever the stance is put to: `accuser`, `mettre +garde`."""
        names = (act.cue.lemma, *(f"{act.cue.lemma} +{word}" for words in act.cue.beside for word in words))
        return any(name in self.words.whom for name in names)

    # ------------------------------------------------------------ a noun phrase, or the words said

    def _object(self, act: Act, stance: Stance) -> Span | None:
        """The noun that is demanded, refused, backed or blamed: the object, what a relative pronoun stands for, the subject of a passive."""
        head = act.head
        if act.cue.kind != "verb" or act.cue.spoken:
            return None
        if is_passive(head) and not act.cue.reflexive:
            undergone = subject(head)
            return self._named(undergone, head) if undergone is not None and not self._whom(act) and self._matters(undergone, stance) else None
        for token in head.all("obj"):
            if token.pos == "PROPN" and token.child("case") is not None and head.all("obj")[-1] is not token:
                continue  # `exige d'Athènes le retrait`
            if self._light(token, act) and not self._whom(act):
                return self._complement(token, act, stance)
            meant = antecedent(head, token) if token.morph.get("PronType") == "Rel" else token if token.start > head.start else None
            if meant is None or set(self.parties.own(meant)) & set(act.agents):
                continue  # who speaks stands behind the verb: `"...", s'est félicitée la ministre`
            if not self._whom(act) and self._matters(meant, stance):
                reason = self._complement(head, act, stance) if self.parties.own(meant) else None
                return reason or self._named(meant, head)
        return None

    def _matter(self, act: Act, stance: Stance) -> Span | None:
        """What else may name it: a complement, the subject of what is said, the words said."""
        head = act.head
        if act.cue.spoken:
            return self._spoken(act)
        if act.cue.kind == "noun":
            return None if act.cue.beside else self._complement(head, act, stance, act.agents)
        named = list(head.all("obj")) if self._whom(act) else []
        found = next((span for token in [head, *named] if (span := self._complement(token, act, stance, of=token is head)) is not None), None)
        if found is None and stance in TOWARDS and act.cue.mode != "allege":
            found = next((self._named(token, head) for token in named if token.start > head.start and self._matters(token, stance)), None)
        return found or self._said(act, stance)

    def _spoken(self, act: Act) -> Span | None:
        """Of what is demanded or blamed by saying so: what is needed, or what is called a menace; a warning is all of it."""
        if act.cue.type == "THREATEN":
            return act.evidence
        told = act.head.child("obj") if act.cue.type == "REQUEST" else subject(act.head)
        return self._named(told, act.head) if told is not None and told.pos == "NOUN" else None

    def _complement(self, token: Token, act: Act, stance: Stance, holders: tuple[str, ...] = (), *, of: bool = True) -> Span | None:
        """The noun that a preposition of subject matter brings in, behind words of time too; without `of`, no name of whose the token is."""
        near = [*token.children, *(under for child in token.children if self._aside(child) for under in child.children)]
        for child in near:
            if child.dep == "acl" and child.text.lower() in self.words.about and (told := child.child("obj")) is not None:
                return self._named(told, child)
            if child.start > token.start and child.dep.partition(":")[0] in ("obl", "nmod", "acl", "advcl", "xcomp"):
                case = preposition(child)
                if self._asked_of(child, act) or set(holders) & set(self.parties.named(child)):
                    continue
                if not of and case in self.words.of and child.pos == "PROPN":
                    continue
                heard = case in self.words.scene and (self.parties.own(child) or self._is_heard(act, case))
                if case in self.words.about and self._matters(child, stance) and not heard:
                    return self._named(child, token)
        return None

    def _is_heard(self, act: Act, case: str) -> bool:
        """Whether words are reported with the verb, and a preposition of place brings in before whom: `..., a-t-il averti devant le jury`."""
        return case != "à" and not act.cue.spoken and self.parties.spoken_with(act.head) is not None

    def _aside(self, token: Token) -> bool:
        """Whether the words are of time, on which parsers hang what follows them."""
        return self.moments.holds(token)

    def _matters(self, token: Token, stance: Stance) -> bool:
        """Whether a noun can be the matter: no words of time, no pronoun, and an actor only where the stance is on actors too."""
        if token.pos not in ("NOUN", "PROPN") or self.moments.holds(token) or {token.lemma.lower(), token.text.lower()} & self.words.never:
            return False
        return stance in TOWARDS or not self.parties.own(token)

    def _light(self, token: Token, act: Act) -> bool:
        """Whether the noun only makes the verb a stance: `lancer un appel à`, `exprimer son soutien à`."""
        return any(token.lemma.lower() in words for words in act.cue.beside)

    def _named(self, token: Token, head: Token) -> Span:
        """The noun phrase, with the `de` that the parser hangs on the verb and the nouns that are coordinated; up to the verb if it describes it."""
        span = noun_phrase(token)
        known = self.parties.who.at(token.span)
        if known is not None and known.span.start <= token.start:
            span = Span(min(span.start, known.span.start), max(span.end, known.span.end))
        for child in sorted([*head.children, *token.all("conj")], key=lambda child: child.start):
            phrase = noun_phrase(child) if child.pos in ("NOUN", "PROPN") and child.start >= span.end else None
            if phrase is None or self.moments.holds(child):
                continue
            opens = child.child("case")
            follows = opens is not None and preposition(child) in self.words.of and 0 <= opens.start - span.end <= NEXT
            if follows or (child.dep == "conj" and child.head is token and phrase.start - span.end <= NEXT + 4):
                span = Span(span.start, phrase.end)
        told = head.subtree()[0].start
        cut = self.moments.trailing(span, token)
        end = min(end for end in (span.end, cut, told if told > span.start else None) if end is not None)
        return Span(span.start, end).trimmed(self.text)

    def _said(self, act: Act, stance: Stance) -> Span | None:
        """What is said with the verb, where that is all: `"...", a dénoncé la ministre`."""
        statement = self.parties.spoken_with(act.head)
        if statement is None or statement.cue is None or len(statement.evidence.of(self.text).split()) < FEWEST:
            return None
        words = [token for token in act.sentence.tokens if statement.evidence.contains(token.span)]
        if stance == "support" and any("Mood" in token.morph for token in words):
            return None  # who is pleased, or boasts, and says why by a sentence of his own backs nobody by that
        supposed = stance == "condemn" and bool(words) and words[0].pos == "SCONJ"
        return None if supposed else statement.evidence  # `"Si c'était vrai, ...", a-t-il dénoncé`


def _whole(clause: Token) -> Span:
    """The clause without the relatives at its end, unless one says what a pronoun stands for: `expliquer ce qu'elle fait`."""
    span = clause_span(clause)
    last = [token for token in clause.subtree() if token.end <= span.end][-1]
    return content_span(clause) if last.pos == "PRON" and last.child("acl:relcl") is not None else span


def _follows(matter: Span, clause: Token) -> bool:
    """Whether the clause goes on where the noun phrase ends: `les demandes de X de partir`."""
    return 0 <= clause.subtree()[0].start - matter.end <= NEXT


def _interrupted(head: Token, clause: Token) -> bool:
    """Whether another finite verb stands between a word and the clause that the parser hangs on it."""
    inside = clause.subtree()
    first = inside[0].start
    return any("Mood" in token.morph and head.end <= token.start < first for token in head.subtree())
