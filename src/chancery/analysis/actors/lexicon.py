"""The pack's words for roles, made ready: forms as a tree of words, sets for what surrounds them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from chancery.analysis.actors.taking import Takes
from chancery.analysis.tokens import Token
from chancery.languages import Pack
from chancery.languages.conjugation import Forms
from chancery.register import Register, fold

SLOT = "{}"
KEPT = 20_000
"""Nouns whose calling is kept at most."""
PIECES = re.compile(r"\{\}|[^\s']+'|[^\s']+")


@lru_cache(maxsize=65536)
def unarticled(name: str, articles: frozenset[str]) -> str:
    """A body's name, folded, without the article that begins it.

    >>> unarticled("L'Est Républicain", frozenset(("l'",))), unarticled("BFM-TV", frozenset())
    ('est republicain', 'bfm tv')
    """
    words = PIECES.findall(fold(name))
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles else words)


@lru_cache(maxsize=65536)
def plain(name: str, articles: frozenset[str]) -> str:
    """A body's name as it is looked up: folded, letters and digits only, without the article that begins it.

    >>> plain("L'Est Républicain", frozenset(("l'",))), plain("BFM-TV", frozenset())
    ('estrepublicain', 'bfmtv')
    """
    words = PIECES.findall(fold(name))
    return "".join(letter for word in (words[1:] if len(words) > 1 and words[0] in articles else words) for letter in word if letter.isalnum())


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A word as forms are compared: without accents, capitals, clitic hyphen and plural mark.

    >>> key("Présidents"), key("-t"), key("l’"), key("d'")
    ('president', 't', "l'", "d'")
    """
    bare = fold(word)
    return bare[:-1] if len(bare) > 3 and bare[-1] in "sx" else bare


@dataclass(frozen=True, slots=True)
class Role:
    """What a form says of its bearer."""

    official: bool
    """A word for anyone who acts for a state or body, rather than an office of one person."""
    kinds: tuple[str, ...]
    styles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    home: str = ""
    bodies: bool = False
    barred: frozenset[str] = frozenset()
    marks: tuple[str, ...] = ()
    """What whoever is introduced so is known as."""
    sure: bool = False
    """The words themselves say that it is of `home`."""
    bare: bool = True
    """Whether the role alone may point back to its bearer."""
    owned: bool = False
    """The words are such a role only where they say whose."""
    unless: str = ""
    """The kind of office of those whose role it is not."""
    collective: bool = False
    """A noun that is its state or body acting: "gouvernement"."""
    allied: str = ""
    """The body that its members are named without."""
    same: bool = False
    """The role is that of whoever it is compared with: "homologue"."""
    own: bool = False
    """Words that the press keeps for whoever bears the role in `home`, but in texts about another state."""
    without: tuple[str, ...] = ()
    """States of which no bearer is called so."""
    like: tuple[str, ...] = ()
    """Kinds of office one of which the words are of where none is of its own kind on the day."""


@dataclass(slots=True)
class Node:
    """A step in the tree of forms."""

    after: dict[str, "Node"] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that the pack's `roles.toml` says."""

    forms: Node
    words: dict[str, Any]
    sets: dict[str, frozenset[str]]
    demonyms: dict[str, str]
    nicknames: dict[str, str]
    towns: dict[str, str]
    """The state of a town or part of a state where courts and prefects sit, by its folded name."""
    speech: frozenset[str]
    """Lemmas of verbs that report speech, reflexives without their pronoun."""
    spoken: Forms
    """The same in all their forms, for lemmatisers err (`soutient`)."""
    genders: dict[str, str]
    """`m` or `f` by folded first name, of the names that also show a name to be a person's."""
    more_genders: dict[str, str]
    """The same by many more first names, some of which are other words too."""
    people: frozenset[str]
    """Nouns that people are called, as `calling` gives them."""
    again: frozenset[str]
    """Those that point back to whoever spoke last."""
    fields: dict[str, frozenset[str]]
    """By a noun for people the fields of life that those are in who are called so, as `calling` gives them; none where it tells of no field."""
    narrower: dict[str, tuple[str, ...]]
    """By a noun for people those who may be taken up by it are called more narrowly: `maire` by `édile`; all as `calling` gives them."""
    endings: Mapping[str, Sequence[tuple[str, str]]]
    """By their last letter, endings of nouns for women with those of the same nouns for men, the longest first."""

    kinds: dict[str, frozenset[str]]
    """The nouns that take up a well-known body, by its name as `plain` gives it."""
    homes: dict[str, str]
    """The state of a well-known body, by its name as `plain` gives it."""
    whole: dict[str, str]
    """The first name of a well-known body, by that name as `unarticled` gives it."""
    complements: tuple[str, ...]
    """Folded words behind such a noun that tell no other body apart."""
    papers: frozenset[str]
    """Words that papers are called by."""
    body_nouns: frozenset[str]
    """Nouns that bodies are called by, public ones too, as `key` gives them."""
    takes: Takes
    """What verbs take as their subjects."""
    serving: dict[str, tuple[str, ...]]
    """By folded word or words those of the lists of who and what acts for a state (`serving`) that have them, in order."""
    _callings: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    """What `calling` gives for the words met first: those are the frequent ones, and every word of a text is asked about."""

    def is_paper(self, name: str) -> bool:
        """Whether a name is one that papers have."""
        return not self.papers.isdisjoint(fold(name).replace("'", " ").split())

    def taken_up(self, name: str) -> frozenset[str]:
        """The nouns by which texts take up a well-known body of that name, as `key` gives them; none for any other."""
        return self.kinds.get(plain(name, self.sets["around.articles"]), frozenset())

    def called(self, name: str) -> str | None:
        """The name of a well-known body with the article that it begins with, as it is mostly spelled; None for any other."""
        return self.whole.get(unarticled(name, self.sets["around.articles"]))

    def home(self, name: str) -> str | None:
        """The state that a well-known body of that name is of; None for any other."""
        return self.homes.get(plain(name, self.sets["around.articles"]))

    def within(self, people: str, state: str) -> bool:
        """Whether a state's adjective before another state's name tells of a people within it: Serbs of Bosnia."""
        return people in self.words["within"].get(state, ())

    def famous(self, surname: str, gender: str = "") -> str | None:
        """The full name of whom most readers know by that surname alone, or behind a title of that gender (`f`: `Mme Macron`)."""
        women: dict[str, str] = self.words["famous_women"] if gender == "f" else {}
        found: str | None = women.get(surname) or self.words["famous"].get(surname)
        return found

    def begun(self, word: str) -> tuple[Node | None, bool]:
        """The first step of the forms that begin with the word, and whether it says that the role is held no more: `ex-ministre`."""
        start = self.forms.after.get(key(word))
        if start is not None or word[:2] not in ("ex", "Ex"):
            return start, False
        prefix, _, rest = fold(word).partition(" ")
        return self.forms.after.get(key(rest)) if prefix == "ex" and rest else None, True

    def demonym(self, word: str, register: Register) -> str | None:
        """The state or body that an adjective points to."""
        word = word.rstrip(".-")
        return register.state_of_adjective(word) or self.demonyms.get(fold(word))

    def speaks(self, token: Token) -> bool:
        """Whether the word is a verb that reports speech."""
        if token.lemma in self.speech:
            return True
        return token.pos in ("VERB", "AUX") and self.spoken.infinitive(token.text, token.lemma) in self.speech

    def infinitive(self, token: Token) -> str:
        """The infinitive of a word that is the form of a verb of speech, whatever the parser took it for; else its lemma."""
        return self.spoken.infinitive(token.text, token.lemma)

    def gender(self, name: str) -> str:
        """`m` or `f` by the first word of a full name, a hyphenated one by its first part; empty where it does not tell."""
        words = fold(name).split(" ")
        return self.genders.get(words[0], "") if len(words) > 1 else ""

    def person_gender(self, name: str) -> str:
        """The same of what is known to be a person's name, a first name alone included, by many more first names."""
        first = fold(name).split(" ")[0]
        return self.genders.get(first, "") or self.more_genders.get(first, "")

    def calling(self, noun: str) -> str:
        """A noun for people as it is compared: in the singular, of either gender (`députées` and `député` are one)."""
        if (found := self._callings.get(noun)) is None:
            bare = _calling(key(noun), self.endings)
            before = _calling(bare[3:], self.endings) if bare.startswith("ex ") else ""
            found = before if before in self.people and bare not in self.people else bare
            if len(self._callings) < KEPT:
                self._callings[noun] = found
        return found


def _calling(bare: str, endings: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    told = endings.get(bare[-1:], ())
    return next((bare[: -len(one)] + other for one, other in told if bare.endswith(one) and len(bare) > len(one) + 2), bare)


ORIGINS = "origins"
"""Nouns of which an adjective of nationality only tells where they come from; a pack may tell none."""
KNOWN = "known people"
"""Names that most readers know as a person's; a pack may tell none."""
FIELDS, NO_FIELD = "fields", frozenset(("anyone", "leads"))
"""The nouns by the field of life of who is called so, and those of them that tell of none; a pack may tell none."""
_KEPT: dict[Path, Lexicon] = {}


def lexicon_of(pack: Pack) -> Lexicon:
    """The pack's words for roles; made ready once in a process."""
    if pack.folder not in _KEPT:
        _KEPT[pack.folder] = _read(pack)
    return _KEPT[pack.folder]


def _read(pack: Pack) -> Lexicon:
    words = pack.words("roles")
    sets = {name: frozenset(fold(word) for word in listed) for name, listed in _lists(words)}
    sets[ORIGINS] = frozenset(fold(word) for _, listed in _lists(pack.words(ORIGINS)) for word in listed) if pack.holds(ORIGINS) else frozenset()
    people = pack.words("names/known").get("PER", "") if pack.holds("names/known") else ""
    sets[KNOWN] = frozenset(fold(name.strip()) for name in people.split(","))
    endings = defaultdict[str, list[tuple[str, str]]](list)
    for one, other in words["callings"]["endings"]:
        endings[one[-1:]].append((one, other))
    speech = frozenset(lemma for cue in pack.words("cues")["cue"] for lemma in cue["lemmas"])
    speech |= {lemma.removeprefix("s'").removeprefix("se ") for lemma in speech}
    root = Node()
    for entry in words["office"]:
        role = Role(
            False,
            (entry["kind"],),
            tuple(entry.get("styles", ())),
            tuple(entry.get("actors", ())),
            entry.get("home", ""),
            bool(entry.get("bodies")),
            frozenset(key(word) for word in entry.get("barred", ())),
            marks=(entry["kind"],),
            sure=bool(entry.get("sure")),
            bare=bool(entry.get("bare", True)),
            owned=bool(entry.get("owned")),
            unless=entry.get("unless", ""),
            own=bool(entry.get("own")),
            without=tuple(entry.get("without", ())),
            like=tuple(entry.get("like", ())),
        )
        _plant(root, entry["forms"], role)
    for entry in words["official"]:
        _plant(
            root,
            entry["forms"],
            Role(
                True,
                tuple(entry["kinds"]),
                marks=(entry["mark"],) if "mark" in entry else (),
                same=bool(entry.get("same")),
                bare=bool(entry.get("bare", True)),
            ),
        )
    _plant(root, words["allies"]["forms"], Role(True, (), bodies=True, collective=True, allied=words["allies"]["body"]))
    _plant(root, words["collectives"]["forms"], Role(True, (), collective=True))
    return Lexicon(
        root,
        words,
        sets,
        {fold(form): actor for actor, forms in words["demonyms"].items() for form in forms},
        {fold(name): body for name, body in words["nicknames"].items()},
        {fold(town.strip()): state for state, towns in words["towns"].items() for town in towns.split("|") if town.strip()},
        speech,
        Forms(speech, pack),
        _genders(pack, "first_names"),
        _genders(pack, "given_names") if pack.holds("given_names") else {},
        frozenset(_calling(key(noun), endings) for noun in words["callings"]["nouns"].split()),
        frozenset(_calling(key(noun), endings) for noun in words["callings"]["again"]),
        _fields(pack, endings),
        {_calling(key(noun), endings): tuple(_calling(key(other), endings) for other in others) for noun, others in words["broader"].items()},
        endings,
        _kinds(pack),
        _homes(pack),
        _whole(pack),
        tuple(fold(words) for words in pack.words("kinds")["said"]["complements"]) if pack.holds("kinds") else (),
        frozenset((*pack.words("credits")["outlets"]["papers"], *pack.words("credits")["outlets"]["papers_last"])),
        frozenset(key(noun) for nouns in (*words["bodies"].values(), words["collectives"]["again"]) for noun in nouns),
        Takes.of(pack),
        _reversed({name: words for name, words in sets.items() if name.startswith("serving.")}),
    )


def _reversed(sets: dict[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """The sets that have a word, in order, by word."""
    words = frozenset[str]().union(*sets.values())
    return {word: tuple(sorted(name for name, those in sets.items() if word in those)) for word in words}


def _fields(pack: Pack, endings: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, frozenset[str]]:
    """The fields of each noun for people, where the pack tells them."""
    found: dict[str, frozenset[str]] = {}
    for field_, nouns in (pack.words(FIELDS) if pack.holds(FIELDS) else {}).items():
        for noun in () if field_ in NO_FIELD else nouns.split():
            called = _calling(key(noun), endings)
            found[called] = found.get(called, frozenset()) | {field_}
    return found


def _kinds(pack: Pack) -> dict[str, frozenset[str]]:
    """The nouns of each well-known body, where the pack tells them."""
    found: dict[str, frozenset[str]] = {}
    articles = frozenset(map(fold, pack.words("roles")["around"]["articles"]))
    for table in (pack.words("kinds") if pack.holds("kinds") else {}).values():
        for name in filter(str.strip, table.get("names", "").split("|")):
            one = plain(name, articles)
            found[one] = found.get(one, frozenset()) | {key(noun) for noun in table["nouns"]}
    return found


def _homes(pack: Pack) -> dict[str, str]:
    """The state of each well-known body, where the pack tells it."""
    articles = frozenset(map(fold, pack.words("roles")["around"]["articles"]))
    listed = pack.words("kinds").get("homes", {}) if pack.holds("kinds") else {}
    return {plain(name, articles): state for state, names in listed.items() for name in filter(str.strip, names.split("|"))}


def _whole(pack: Pack) -> dict[str, str]:
    """The names of the well-known bodies as the pack first spells each."""
    articles, found = frozenset(map(fold, pack.words("roles")["around"]["articles"])), dict[str, str]()
    for table in (pack.words("kinds") if pack.holds("kinds") else {}).values():
        for name in filter(None, map(str.strip, table.get("names", "").split("|"))):
            found.setdefault(unarticled(name, articles), name)
    return found


def _genders(pack: Pack, called: str) -> dict[str, str]:
    """`m` or `f` by folded first name, from the list so called."""
    return {fold(name): mark[0] for mark, names in pack.words(called).items() for name in names.split()}


def _lists(words: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Every list under the single tables, named `table.list`."""
    tables = ((table, content) for table, content in words.items() if isinstance(content, dict))
    lists = ((f"{table}.{name}", listed) for table, content in tables for name, listed in content.items() if isinstance(listed, list))
    return [(name, listed) for name, listed in lists if all(isinstance(word, str) for word in listed)]


def _plant(root: Node, forms: list[str], role: Role) -> None:
    for form in forms:
        node = root
        for piece in PIECES.findall(form):
            node = node.after.setdefault(piece if piece == SLOT else key(piece), Node())
        node.roles.append(role)
