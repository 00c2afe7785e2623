"""Whether what a clause or a noun tells has happened, is to come, is denied, or is only thought of."""

from dataclasses import dataclass
from functools import lru_cache

from chancery.analysis.clauses import governor, is_conditional, is_negated, markers, predicate, preposition
from chancery.analysis.inflection import tense
from chancery.analysis.tokens import Token
from chancery.facts.fact import Status
from chancery.facts.triggers import Triggers
from chancery.languages import Pack

STANCES = frozenset(("REQUEST", "REJECT", "AGREE", "THREATEN"))
"""What these ask for, refuse, promise or threaten has not happened."""
IN_WORDS = STANCES | {"ACCUSE", "SUPPORT"}
FARTHEST = 6


@dataclass(frozen=True, slots=True)
class Unreal:
    """The words under which an act is only thought of."""

    conditions: frozenset[str]
    """The conjunctions that open a condition."""
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    marks: frozenset[str]
    none: frozenset[str]
    alternatives: frozenset[str]
    case: frozenset[str]
    planned: frozenset[str]
    never: frozenset[str]
    asked: frozenset[str]


@lru_cache(maxsize=8)
def unreal(pack: Pack) -> Unreal:
    """The list `unreal` of the pack's `events.toml`; made once."""
    lists = pack.words("events")["unreal"]
    conditions = pack.words("commitments")["conditions"]["marks"]
    names = ("verbs", "nouns", "adjectives", "marks", "none", "alternatives", "case", "planned", "never", "asked")
    return Unreal(frozenset(conditions), *(frozenset(lists[name]) for name in names))


@dataclass(frozen=True, slots=True)
class Standing:
    """How acts stand, by the words around them."""

    words: Unreal
    cues: Triggers

    def of_verb(self, verb: Token, in_words: bool) -> Status:
        """The status of what a verb or predicate tells; `in_words` if it is a stance, which a purpose clause tells as well as a main one."""
        when = tense(verb)
        if is_negated(verb):
            open_ = when in ("infinitive", "subjunctive") and self._above(verb, in_words, FARTHEST) == "hypothetical"
            supposed = when == "conditional" and not in_words and not self._reported(verb)
            return "hypothetical" if open_ or supposed else "denied"  # who asks not to go to war tells of none
        if when == "future":
            return "announced"
        if when == "conditional":
            return "announced" if self._reported(verb) else "hypothetical"
        if when == "imperative" or self._supposed(verb) or self._open(verb, when, in_words):
            return "hypothetical"
        if when in ("present", "imperfect") and verb.dep == "ccomp" and self._thought(verb):
            return "hypothetical"
        if when in ("infinitive", "subjunctive", "participle", None) or verb.dep == "conj":
            return self._above(verb, in_words, FARTHEST)
        return "actual"

    def _open(self, verb: Token, when: str | None, in_words: bool) -> bool:
        """Whether the words that open the clause leave it open: a purpose (deeds alone), an indirect question, what is not done."""
        opened = set(markers(verb))
        if when == "infinitive" and (opened & self.words.never or any(child.text.lower() in self.words.asked for child in verb.all("advmod"))):
            return True
        return not in_words and when in ("infinitive", "present", "subjunctive") and bool(opened & self.words.marks)

    def of_noun(self, noun: Token, in_words: bool) -> Status:
        """The status of what a noun tells, by what is said of it."""
        if any(child.lemma.lower() in self.words.adjectives for child in noun.all("amod", "det", "acl")):
            return "hypothetical"
        if any(child.morph.get("PronType") == "Neg" or child.text.lower() in self.words.none for child in noun.all("det")):
            return "denied"
        return self._noun_above(noun, in_words, FARTHEST)

    def _noun_above(self, noun: Token, in_words: bool, left: int) -> Status:
        head = governor(noun)
        if head is None or not left:
            return "actual"
        if preposition(noun) in self.words.marks | self.words.case:
            return "actual" if in_words else "hypothetical"
        if head.pos in ("NOUN", "PROPN", "ADJ"):
            if self.cues.lemma(head) in self.words.nouns:
                return "hypothetical"
            return self._noun_above(head, in_words, left - 1)
        if not in_words and noun.dep.partition(":")[0] in ("obj", "obl", "iobj", "nsubj") and self._thought_of(head, noun):
            return "hypothetical"
        if not in_words and tense(head) == "infinitive" and self._above(head, in_words, left - 1) == "hypothetical":
            return "hypothetical"  # "appelle à se mettre en grève"
        if in_words and noun.dep == "obj" and tense(head) == "conditional" and not self._reported(head):
            return "hypothetical"  # "cela entraînerait un veto"
        open_ = noun.dep.partition(":")[0] in ("obj", "nsubj") and not in_words and (self._supposed(head) or tense(head) in ("future", "conditional"))
        return "hypothetical" if open_ else "actual"

    def _thought_of(self, verb: Token, noun: Token) -> bool:
        if noun.dep.startswith("nsubj") and not verb.child("aux:pass"):
            return False
        if self.cues.lemma(verb) in self.words.verbs:
            return True
        cue = self.cues.match(verb)
        return cue is not None and cue.type in STANCES

    def _above(self, verb: Token, in_words: bool, left: int) -> Status:
        """By the clause that governs an infinitive, a participle or a subjunctive."""
        head, first = governor(verb), verb
        while first.dep == "conj" and first.head is not first:
            first = first.head
        if first is not verb and tense(verb) == "infinitive" and tense(first) != "infinitive" and self.cues.lemma(first) in self.words.verbs:
            return "hypothetical"  # "doit aller plus loin, et |interdire|"
        if head is None or not left:
            return "actual"
        relation = first.dep.partition(":")[0]
        if relation not in ("xcomp", "ccomp", "advcl", "acl", "obl", "csubj", "aux"):
            return "actual"
        infinitive = tense(first) in ("infinitive", "subjunctive", None) or relation == "xcomp"
        if (
            infinitive
            and head.pos in ("NOUN", "ADJ", "ADV")
            and (relation == "acl" or self.cues.lemma(head) in self.words.nouns or self._stance(head))
        ):
            return "hypothetical"
        if infinitive and relation != "advcl" and (self.cues.lemma(head) in self.words.verbs or self._stance(head)):
            return "hypothetical"
        if first is not verb and relation == "xcomp" and head.lemma == "aller" and tense(verb) == "infinitive":
            return "announced"  # "va lancer et |mener|"
        if relation in ("xcomp", "ccomp") and tense(first) == "infinitive" and not in_words and self._alleged(head):
            return "hypothetical"
        if infinitive and relation == "xcomp" and self.cues.lemma(head) in self.words.planned and tense(head) not in ("past", "pluperfect"):
            return "announced"
        if head.pos in ("VERB", "AUX") or head.child("cop"):
            above = self.of_verb(predicate(head), in_words)
            return above if above != "denied" or relation in ("xcomp", "ccomp") else "actual"
        return "actual"

    def _thought(self, verb: Token) -> bool:
        """Whether a `que` clause says what is feared, wished or demanded; its subjunctive often looks like an indicative."""
        head = governor(verb)
        if head is None:
            return False
        cue = self.cues.match(head)
        return self.cues.lemma(head) in self.words.verbs or (cue is not None and cue.type == "REQUEST")

    def _alleged(self, head: Token) -> bool:
        """Whether a verb accuses of it: who does so says that it is so, and the outlet does not."""
        cue = self.cues.match(head)
        return cue is not None and cue.type == "ACCUSE"

    def _stance(self, head: Token) -> bool:
        cue = self.cues.match(head)
        return cue is not None and cue.type in STANCES

    def _supposed(self, verb: Token) -> bool:
        """Whether the clause is a condition or one of two courses."""
        if is_conditional(verb, self.words.conditions):
            return True
        return any(child.text.lower() in self.words.alternatives for child in verb.all("cc", "advmod", "mark"))

    def _reported(self, verb: Token) -> bool:
        """Whether a conditional is the future of reported speech: a `que` clause under a verb in the past."""
        head = governor(verb)
        first = verb
        while first.dep == "conj" and first.head is not first:
            first = first.head
        return head is not None and first.dep == "ccomp" and tense(head) in ("past", "pluperfect", "imperfect", "participle", "infinitive")
