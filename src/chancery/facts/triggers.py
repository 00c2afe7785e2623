"""Cues that tell an event: words, and what must stand beside them; read from the pack's `events.toml`, which says how they are written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from chancery.analysis.attachment import continued
from chancery.analysis.clauses import is_negated, is_passive, markers
from chancery.analysis.tokens import Token
from chancery.languages import Pack
from chancery.languages.conjugation import Forms

Strength = Literal["firm", "usual", "weak"]
"""What must be known beside the cue: a place or a date is enough; somebody involved; somebody on either side."""
LISTS: dict[str, tuple[str, Strength]] = {
    "verbs": ("verb", "usual"),
    "weak_verbs": ("verb", "weak"),
    "nouns": ("noun", "usual"),
    "weak_nouns": ("noun", "weak"),
    "firm_nouns": ("noun", "firm"),
    "adjectives": ("adjective", "usual"),
}
Clause = Literal["", "que", "pour", "inf"]
Upon = Literal["", "people", "things", "unnamed"]
CLAUSES: dict[str, Clause] = {" que": "que", " à": "inf", " de": "inf", " pour": "pour"}
"""What a cue that needs a clause is written with, and the clause that it needs."""
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
CLAUSAL = frozenset(("ccomp", "xcomp", "advcl", "acl", "obl", "nmod"))
"""Relations that the parser gives to a clause that a word governs."""
APART = frozenset(("aux:tense", "aux:pass", "aux:caus", "aux", "cop", "obl:agent"))
"""Relations of what goes with a verb and says nothing of what it is about: helpers, and who does it in a passive."""
KEPT = 20_000
"""Words whose cues are kept at most."""
DEEP = 3
"""How far below a dependent its own complements count as standing beside the cue: `des dizaines de milliers de soldats`."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells an event of a type, and the conditions under which it does."""

    type: str
    mode: str | None
    kind: str
    """`verb`, `noun` or `adjective`."""
    lemma: str
    strength: Strength
    reflexive: bool = False
    denied: bool = False
    """Only where the clause is negated: `ne pas accepter`."""
    undergone: bool = False
    """Only in the passive: `être interpellé` is an arrest, `interpeller` need not be."""
    clause: Clause = ""
    """Only with a `que` clause, or with an infinitive: who wants that others act, asks it of them."""
    beside: tuple[frozenset[str], ...] = ()
    """One lemma out of each of these must depend on the word."""
    without: tuple[frozenset[str], ...] = ()
    """None of these may."""
    spoken: bool = False
    """Only inside a statement, whose speaker does it: who says "they must" demands."""
    upon: Upon = ""
    """What alone it can be done to: one arrests people, and excludes a thing by refusing it."""
    about: tuple[frozenset[str], ...] = ()
    """The same as `beside`, of words that are no part of the act but what it is about."""
    towards: bool = False
    """Whether it is an event only where it is known towards whom: who finds that something must be done asks it of nobody."""
    saying: bool = False
    """Whether saying it is all of it, so that to announce it promises nothing."""

    @property
    def weight(self) -> int:
        """How much it asks for: the more, the surer."""
        return 2 * len(self.beside + self.about) + self.reflexive + 4 * self.denied + self.undergone + bool(self.clause)


@dataclass(frozen=True, slots=True)
class Triggers:
    """All cues of a language, by kind and lemma, the most demanding first."""

    cues: dict[tuple[str, str], tuple[Cue, ...]]
    forms: Forms
    """Of the verbs among them."""
    _by_word: dict[tuple[str, str, str], tuple[Cue, ...]] = field(default_factory=dict, repr=False)
    """The cues that a word may be, by its kind, lemma and spelling, for the words met first: those are the frequent ones, and most are no cue."""

    def match(self, token: Token) -> Cue | None:
        """The cue that the token is, the most demanding of those that are met."""
        if token.pos not in KINDS:
            return None
        word = token.pos, token.lemma, token.text
        if (cues := self._by_word.get(word)) is None:
            kind = KINDS[token.pos]
            cues = tuple(cue for lemma in self.readings(token, kind) for cue in self.cues.get((kind, lemma), ()))
            if len(self._by_word) < KEPT:
                self._by_word[word] = cues
        return next((cue for cue in cues if _met(cue, token)), None) if cues else None

    def lemma(self, token: Token) -> str:
        """The lemma of a word, of a verb that the lists name by its form."""
        lemma = token.lemma.lower()
        return self.forms.infinitive(token.text, lemma) if token.pos in ("VERB", "AUX") else lemma

    def readings(self, token: Token, kind: str) -> tuple[str, ...]:
        """The lemmas that a word may be of, the likeliest first."""
        return (self.lemma(token),) if kind == "verb" else tuple(spellings(token))


def spellings(token: Token) -> Iterator[str]:
    """The lemma, and the word as it stands where the lemmatizer may have erred."""
    lemma, word = token.lemma.lower(), token.text.lower()
    yield lemma
    if word != lemma and token.pos in ("NOUN", "ADJ"):
        bare = word.rstrip("s")
        yield word
        yield bare
        if token.pos == "ADJ":
            yield bare.removesuffix("e")


def _met(cue: Cue, token: Token) -> bool:
    if cue.reflexive and not is_reflexive(token):
        return False
    if cue.kind == "verb" and not cue.reflexive and not cue.beside and token.child("expl:pv"):
        return False
    if (cue.denied and not is_negated(token)) or (cue.undergone and not is_passive(token)):
        return False
    if cue.clause and not has_clause(token, cue.clause):
        return False
    if cue.beside or cue.about or cue.without:
        near = {spelling for other in neighbours(token) for spelling in spellings(other)}
        near.update(mark for child in token.all("ccomp") for mark in markers(child))
        about = near | {spelling for inner in token.all("xcomp") for noun in inner.all("obj") for spelling in spellings(noun)} if cue.about else near
        return (
            all(words & near for words in cue.beside) and all(words & about for words in cue.about) and not any(words & near for words in cue.without)
        )
    return True


def has_clause(token: Token, kind: Clause) -> bool:
    """Whether such a clause depends on the word, or on what the parser hangs it on."""
    near = [*continued(token), *(under for child in token.all("obj", "obl", "iobj") for under in child.children)]
    after = [child for child in near if child.start > token.start and child.dep.partition(":")[0] in CLAUSAL]
    if kind == "que":
        return any(kind in markers(child) for child in after)
    if kind != "inf":
        return any(kind in _opened(child) for child in after)
    infinitives = (child for child in after if child.morph.get("VerbForm") == "Inf" and child.child("mark", "case") is not None)
    return any("pour" not in _opened(child) for child in infinitives)  # `appelle X |pour le saluer|` says what for


def is_reflexive(verb: Token) -> bool:
    return verb.child("expl:pv", "expl:pass") is not None or any(child.morph.get("Reflex") == "Yes" for child in verb.children)


def neighbours(token: Token) -> Iterator[Token]:
    """What stands beside a word: its dependents with their complements, adjuncts in front left out, and the noun that a participle describes."""
    for child in token.children:
        if child.dep == "obl:mod" and child.start < token.start:
            continue
        if child.dep in APART:
            continue
        if child.dep.partition(":")[0] not in ("nsubj", "advcl", "conj", "parataxis", "punct") or child.dep == "nsubj:pass":
            yield from _below(child, DEEP)
    if token.dep.startswith("acl") and (token.dep == "acl" or is_passive(token) or _is_relative_object(token)):
        yield from _below(token.head, 1, but=token)


def _is_relative_object(verb: Token) -> bool:
    """Whether the noun that a clause describes is what its verb is done to: `le navire |qu'Oslo a déployé|`."""
    return verb.dep == "acl:relcl" and any(child.pos in ("PRON", "SCONJ") and child.end <= verb.start for child in verb.all("obj"))


def _below(token: Token, depth: int, but: Token | None = None) -> Iterator[Token]:
    yield token
    if depth:
        for child in token.children:
            if child is not but and child.dep.partition(":")[0] in ("nmod", "amod", "fixed", "conj", "obl", "case", "nummod"):
                yield from _below(child, depth - 1)


def _opened(clause: Token) -> set[str]:
    """The conjunctions of a clause, parts of fixed ones included: `pour que`."""
    return {*markers(clause), *(part.lemma.lower() for mark in clause.all("mark", "case") for part in mark.children)}


# ---------------------------------------------------------------- reading the list


@lru_cache(maxsize=8)
def triggers(pack: Pack, name: str = "events") -> Triggers:
    """The cues of a word list of the pack, `events` or `meetings`; made once."""
    words = pack.words(name)
    cues = index(words)
    others = [verb for lists in (words.get("unreal", {}), words.get("status", {})) for members in lists.values() for verb in members]
    return Triggers(cues, Forms((*(lemma for kind, lemma in cues if kind == "verb"), *others), pack))


def index(words: dict[str, Any]) -> dict[tuple[str, str], tuple[Cue, ...]]:
    """The cues of a word list, by kind and lemma."""
    classes = {name: frozenset(members) for name, members in words.get("classes", {}).items()}
    found: dict[tuple[str, str], list[Cue]] = {}
    for cue in _cues(words.get("cues", ()), classes):
        found.setdefault((cue.kind, cue.lemma), []).append(cue)
    return {key: tuple(sorted(cues, key=lambda cue: -cue.weight)) for key, cues in found.items()}


def _cues(tables: Iterable[dict[str, Any]], classes: dict[str, frozenset[str]]) -> Iterator[Cue]:
    for table in tables:
        for name, (kind, strength) in LISTS.items():
            for written in table.get(name, ()):
                yield read_cue(written, classes, replace(_like(table), kind=kind, strength=strength))


def _like(table: dict[str, Any]) -> Cue:
    """What all the cues of a table have in common."""
    marked = {name: table[name] for name in ("spoken", "upon", "towards", "saying") if name in table}
    return Cue(table["type"], table.get("mode"), "", "", "usual", **marked)


def read_cue(written: str, classes: dict[str, frozenset[str]], like: Cue) -> Cue:
    """A cue as it is written in the list.

    >>> read_cue("ne pas s'engager +soldat", {}, Cue("X", None, "verb", "", "usual")).lemma
    'engager'
    """
    denied, undergone = written.startswith("ne pas "), written.startswith("être ")
    rest = written.removeprefix("ne pas ").removeprefix("être ")
    reflexive = rest.startswith(("se ", "s'"))
    lemma, *others = re.split(r" (?=[+~-])", rest.removeprefix("se ").removeprefix("s'"))
    ending = next((ending for ending in CLAUSES if lemma.endswith(ending)), "")
    wanted, about, barred = (tuple(_class(word[1:], classes) for word in others if word[0] == sign) for sign in "+~-")
    cue = replace(like, lemma=lemma.removesuffix(ending), reflexive=reflexive, denied=denied, undergone=undergone)
    return replace(cue, clause=CLAUSES.get(ending, ""), beside=wanted, about=about, without=barred)


def _class(name: str, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    return classes[name[1:]] if name.startswith("@") else frozenset((name,))
